/* Headings, labels, cards: lines about equally long, by dynamic programming over the places where
 * they may end. */
#include "text/lines/line_private.h"

#define BALANCE_MOST_CLUSTERS 500
#define BALANCE_MOST_LINES 100
#define BALANCE_MOST_STATES 40000
#define BITS_PER_GRADE 7 /* more than BALANCE_MOST_LINES needs */

/* How bad a way to break is: its line ends by grade, the worst in the highest bits; a last line of
 * one character is as bad as a loose end. Then how unequal its lines are. */
struct balance_cost {
    uint64_t ends;
    double uneven;
};

/* One stretch without a newline, with the places where its lines may end. */
struct balance {
    const struct shaped *shaped;
    const struct line_rules *rules;
    int32_t *at, *end; /* each place: the cluster, and where the line that ends there is white */
    int64_t *pen;      /* before each place */
    int32_t places;    /* without the first, at[0], where the stretch starts */
    uint16_t *from;    /* [line][place]: where that line starts in the best way to there */
    struct balance_cost *cost, *cost_before;
};

static bool
is_better(const struct balance_cost *x, const struct balance_cost *y) {
    return x->ends != y->ends ? x->ends < y->ends : x->uneven < y->uneven;
}

static uint64_t
end_cost(const struct balance *b, int32_t start, int32_t place) {
    if (place < b->places) {
        uint8_t kind = b->shaped->clusters[b->at[place]].breaks;
        return kind >= BREAK_WORD ? 0
                                  : (uint64_t)1 << (1 + BITS_PER_GRADE * (BREAK_WORD - 1 - kind));
    }
    bool alone = line_characters(b->shaped, b->at[start], b->end[place], 2) < 2;
    return alone ? (uint64_t)1 << (1 + BITS_PER_GRADE * (BREAK_WORD - 1 - BREAK_LOOSE)) : 0;
}

/* A line that ends with a sentence or a clause may be the less even for it, by an em or two. */
static double
clause_cost(const struct balance *b, int32_t place) {
    const double square = (double)FONT_EM * FONT_EM;
    uint8_t class = b->shaped->clusters[b->end[place] - 1].class;
    bool sentence = class == CHAR_STOP || class == CHAR_QUESTION;
    return place == b->places || sentence ? 0 : class == CHAR_COMMA ? 9 * square : 12 * square;
}

static int64_t
balance_width(const struct balance *b, int32_t start, int32_t place) {
    const struct cluster *first = &b->shaped->clusters[b->at[start]];
    const struct cluster *last = &b->shaped->clusters[b->end[place] - 1];
    int64_t white = 0; /* and the gap that follows the last visible cluster */
    for (const struct cluster *c = last + 1; c < b->shaped->clusters + b->at[place]; c++) {
        white += c->advance + c->gap;
    }
    return b->pen[place] - b->pen[start] - white - last->gap - spacing_trim_start(first) -
           line_end_cut(last, b->rules->hang) + line_hyphen(b->shaped, b->end[place]);
}

/* The best way to fill one more line up to each place. */
static void
balance_step(struct balance *b, uint16_t *from) {
    for (int32_t place = 1; place <= b->places; place++) {
        struct balance_cost best = {UINT64_MAX, 0};
        for (int32_t start = place - 1; start >= 0; start--) {
            if (b->cost_before[start].ends == UINT64_MAX || b->end[place] <= b->at[start]) {
                continue;
            }
            int64_t width = balance_width(b, start, place);
            if (width > b->rules->measure + 2 * FONT_EM) {
                break; /* trimmed edges cannot make up for that */
            }
            struct balance_cost cost = b->cost_before[start];
            cost.ends += end_cost(b, start, place);
            cost.uneven += (double)width * (double)width + clause_cost(b, place);
            if (width <= b->rules->measure && is_better(&cost, &best)) {
                best = cost;
                from[place] = (uint16_t)start;
            }
        }
        b->cost[place] = best;
    }
    b->cost[0] = (struct balance_cost){UINT64_MAX, 0};
}

/* Where the lines of [start, end) may end: at breaks no worse than those the greedy fill needed. */
static void
balance_places(struct balance *b, struct arena *arena, int32_t start, int32_t end, uint8_t worst) {
    size_t n = (size_t)(end - start) + 1;
    b->at = ARENA_ARRAY(arena, n, int32_t);
    b->end = ARENA_ARRAY(arena, n, int32_t);
    b->pen = ARENA_ARRAY(arena, n, int64_t);
    b->at[0] = start;
    int64_t pen = 0;
    int32_t visible = start;
    for (int32_t i = start; i <= end; i++) {
        const struct cluster *c = &b->shaped->clusters[i];
        if (i > start && (i == end || c->breaks >= worst)) {
            b->at[++b->places] = i;
            b->end[b->places] = visible;
            b->pen[b->places] = pen;
        }
        if (i < end) {
            visible = line_is_white(c) ? visible : i + 1;
            pen += c->advance + c->gap;
        }
    }
}

/* Room for the ways to `count` lines; false when there are too many to try. */
static bool
balance_states(struct balance *b, struct arena *arena, int32_t count) {
    size_t states = (size_t)b->places + 1;
    if (states * (size_t)count > BALANCE_MOST_STATES) {
        return false;
    }
    b->from = ARENA_ARRAY(arena, states * (size_t)count, uint16_t);
    b->cost = ARENA_ARRAY(arena, states, struct balance_cost);
    b->cost_before = ARENA_ARRAY(arena, states, struct balance_cost);
    for (size_t i = 1; i < states; i++) {
        b->cost_before[i].ends = UINT64_MAX;
    }
    return true;
}

/* Breaks one stretch, which has `count` lines, into as many again: with the fewest line ends of the
 * worst grade, then of the next; then no last line of one character; then about equally long. */
static void
balance_stretch(const struct shaped *shaped, const struct line_rules *rules,
    const struct line_list *list, struct line_range *lines, int32_t count) {
    struct balance b = {.shaped = shaped, .rules = rules};
    if (count < 2 || count > BALANCE_MOST_LINES) {
        return;
    }
    uint8_t worst = list->worst;
    if (worst > BREAK_LOOSE &&
        line_characters(shaped, lines[count - 1].start, lines[count - 1].end, 2) < 2) {
        worst = BREAK_LOOSE; /* rather than a last line of one character */
    }
    balance_places(&b, list->arena, lines[0].start, lines[count - 1].next, worst);
    if (!balance_states(&b, list->arena, count)) {
        return;
    }
    for (int32_t line = 0; line < count; line++) {
        balance_step(&b, b.from + (size_t)line * (size_t)(b.places + 1));
        struct balance_cost *done = b.cost;
        b.cost = b.cost_before;
        b.cost_before = done;
    }
    int32_t place = b.places;
    if (b.cost_before[place].ends == UINT64_MAX) {
        return; /* something is wider than the measure and cannot break */
    }
    for (int32_t line = count - 1; line > 0; line--) {
        place = b.from[(size_t)line * (size_t)(b.places + 1) + (size_t)place];
        lines[line].start = lines[line - 1].next = b.at[place];
        lines[line - 1].end = b.end[place];
    }
}

void
balance_lines(const struct shaped *shaped, const struct line_rules *rules, struct line_list *out) {
    if (shaped->cluster_count > BALANCE_MOST_CLUSTERS) {
        return;
    }
    size_t first = 0;
    for (size_t i = 0; i < out->count; i++) {
        if (out->lines[i].is_last) {
            balance_stretch(shaped, rules, out, out->lines + first, (int32_t)(i + 1 - first));
            first = i + 1;
        }
    }
}
