#include "text/line.h"

#include <string.h>

#include "base/arena.h"
#include "text/spacing.h"

static bool
is_white(const struct cluster *c) {
    return c->class == CHAR_SPACE || c->class == CHAR_NEWLINE;
}

/* 、。，． in full-width cells, at the end of a line only (JLREQ 3.8, hanging as an alternative).
 */
bool
line_mark_hangs(const struct cluster *c) {
    return c->squeeze == CHAR_COMMA || c->squeeze == CHAR_STOP;
}

/* Of what follows a line's last ink only the quarter behind a centred mark is left to take: a gap
 * is none there, and a closing mark's half em was trimmed with the edge. */
static int32_t
shrink_of_last(const struct cluster *c) {
    return c->shrink_before + (c->squeeze == CHAR_MIDDLE ? c->shrink_after : 0);
}

struct line_shrink
line_shrink_at(const struct shaped *shaped, int32_t at, int32_t start, int32_t end) {
    const struct cluster *c = &shaped->clusters[at];
    bool trimmed = at == start && spacing_trim_start(c) > 0;
    bool last = at + 1 == end;
    return (struct line_shrink){.before = trimmed ? 0 : c->shrink_before,
        .after = last ? shrink_of_last(c) - c->shrink_before : c->shrink_after};
}

/* What the last visible cluster of a line adds to its width beyond its left side. */
static int64_t
end_correction(const struct cluster *c, bool hang) {
    if (hang && line_mark_hangs(c)) {
        return c->advance;
    }
    return spacing_trim_end(c);
}

int64_t
line_width(const struct shaped *shaped, int32_t start, int32_t end, bool hang) {
    int64_t width = 0;
    if (start >= end) {
        return 0;
    }
    for (int32_t i = start; i < end; i++) {
        width += shaped->clusters[i].advance + (i + 1 < end ? shaped->clusters[i].gap : 0);
    }
    const struct cluster *last = &shaped->clusters[end - 1];
    return width - spacing_trim_start(&shaped->clusters[start]) - end_correction(last, hang);
}

/* Walks one line. `visible` is the width up to the last cluster that is not white space. */
struct walk {
    int64_t pen, visible, shrink, visible_shrink;
    int32_t last[BREAK_LINE + 1]; /* the furthest break of each kind that fits */
};

static void
walk_over(struct walk *walk, const struct cluster *c, bool hang) {
    if (!is_white(c)) {
        walk->visible = walk->pen + c->advance - end_correction(c, hang);
        walk->visible_shrink = walk->shrink + shrink_of_last(c);
    }
    walk->pen += c->advance + c->gap;
    walk->shrink += c->shrink_before + c->shrink_after;
}

static int32_t
best_break(const struct walk *walk, const struct shaped *shaped, int32_t start, uint8_t *kind) {
    int first = walk->last[BREAK_LEAN] > walk->last[BREAK_WORD] ? BREAK_LEAN : BREAK_WORD;
    for (int k = first; k > BREAK_NEVER; k--) {
        if (walk->last[k] > 0) {
            *kind = (uint8_t)k;
            return walk->last[k];
        }
    }
    int32_t at = start + 1; /* nothing fits: one cluster, with what cannot leave it */
    while (at < (int32_t)shaped->cluster_count && shaped->clusters[at].breaks == BREAK_NEVER) {
        at++;
    }
    *kind = BREAK_DESPERATE;
    return at;
}

static int32_t
next_break(const struct shaped *shaped, const struct line_rules *rules, int32_t start,
    int64_t measure, uint8_t *kind) {
    int32_t n = (int32_t)shaped->cluster_count;
    int32_t trim = spacing_trim_start(&shaped->clusters[start]);
    struct walk walk = {
        .pen = -trim, .shrink = trim > 0 ? -shaped->clusters[start].shrink_before : 0};
    for (int32_t i = start; i < n; i++) {
        const struct cluster *c = &shaped->clusters[i];
        if (i > start) {
            walk.last[c->breaks] = i;
            if (c->breaks == BREAK_LINE) {
                *kind = BREAK_LINE;
                return i;
            }
        }
        walk_over(&walk, c, rules->hang);
        if (walk.visible - (rules->justify ? walk.visible_shrink : 0) > measure) {
            return best_break(&walk, shaped, start, kind);
        }
    }
    *kind = BREAK_LINE;
    return n;
}

static void
add_line(struct line_list *list, const struct shaped *shaped, int32_t start, int32_t next) {
    if (list->count == list->cap) {
        size_t cap = list->cap ? list->cap * 2 : 16;
        struct line_range *larger = ARENA_ARRAY(list->arena, cap, struct line_range);
        if (list->count > 0) {
            memcpy(larger, list->lines, list->count * sizeof(*larger));
        }
        list->lines = larger;
        list->cap = cap;
    }
    int32_t end = next;
    while (end > start && is_white(&shaped->clusters[end - 1])) {
        end--;
    }
    list->lines[list->count++] = (struct line_range){.start = start,
        .end = end,
        .next = next,
        .is_last =
            next == (int32_t)shaped->cluster_count || shaped->clusters[next].breaks == BREAK_LINE};
}

static void
fill_lines(const struct shaped *shaped, const struct line_rules *rules, int64_t measure,
    struct line_list *out) {
    out->count = 0;
    out->worst = BREAK_LINE;
    int32_t n = (int32_t)shaped->cluster_count;
    for (int32_t start = 0, next; start < n; start = next) {
        uint8_t kind;
        next = next_break(shaped, rules, start, measure, &kind);
        out->worst = kind < out->worst ? kind : out->worst;
        add_line(out, shaped, start, next);
    }
    if (n == 0) {
        add_line(out, shaped, 0, 0);
    }
}

/* Letters, digits and symbols in [start, end), at most `most`. */
static int
count_characters(const struct shaped *shaped, int32_t start, int32_t end, int most) {
    int n = 0;
    for (int32_t i = start; i < end && n < most; i++) {
        uint8_t class = shaped->clusters[i].class;
        n += class == CHAR_OTHER || (class >= CHAR_LATIN && class <= CHAR_KANA);
    }
    return n;
}

#define BALANCE_MOST_CLUSTERS 500
#define BALANCE_MOST_LINES 100
#define BALANCE_MOST_STATES 40000
#define BITS_PER_GRADE 7 /* more than BALANCE_MOST_LINES needs */

/* How bad a way to break is: its line ends by grade, the worst in the highest bits; the lowest bit
 * tells of a last line of one character. Then how unequal its lines are. */
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
    return count_characters(b->shaped, b->at[start], b->end[place], 2) < 2;
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
           end_correction(last, b->rules->hang);
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
            cost.uneven += (double)width * (double)width;
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
            visible = is_white(c) ? visible : i + 1;
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
    balance_places(&b, list->arena, lines[0].start, lines[count - 1].next, list->worst);
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

static void
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

/* Lets the line after `line` start at `at`, earlier than now, if it has room for that. */
static bool
move_break(const struct shaped *shaped, const struct line_rules *rules, struct line_range *line,
    int32_t at) {
    int32_t end = at;
    while (end > line->start && is_white(&shaped->clusters[end - 1])) {
        end--;
    }
    if (end == line->start || line_width(shaped, at, line[1].end, rules->hang) > rules->measure) {
        return false;
    }
    line->end = end;
    line->next = line[1].start = at;
    return true;
}

/* Justified, a line that lost a character must not show it. */
static bool
stays_full(const struct shaped *shaped, const struct line_rules *rules,
    const struct line_range *line, int32_t end) {
    int64_t width = line_width(shaped, line->start, end, rules->hang);
    return !rules->justify || width * 10 >= rules->measure * 9;
}

/* A last line of one character takes more from the line before it, from a break as good. */
static bool
join_last_character(
    const struct shaped *shaped, const struct line_rules *rules, struct line_range *before) {
    int32_t end = before[1].end;
    if (count_characters(shaped, before[1].start, end, 2) >= 2) {
        return false;
    }
    uint8_t kind = shaped->clusters[before[1].start].breaks;
    for (int32_t at = before[1].start - 1; at > before->start; at--) {
        if (shaped->clusters[at].breaks >= kind && count_characters(shaped, at, end, 2) == 2) {
            return stays_full(shaped, rules, before, at) && move_break(shaped, rules, before, at);
        }
    }
    return false;
}

/* A last line of a syllable or two takes a word from the line before it, if that line stays at
 * least three quarters full. */
static void
lengthen_last(const struct shaped *shaped, const struct line_rules *rules, struct line_list *out) {
    if (out->count < 2) {
        return;
    }
    struct line_range *last = &out->lines[out->count - 1], *before = last - 1;
    int64_t short_width = rules->measure / 8 > 2 * FONT_EM ? 2 * FONT_EM : rules->measure / 8;
    if (before->is_last || join_last_character(shaped, rules, before) ||
        line_width(shaped, last->start, last->end, rules->hang) > short_width) {
        return;
    }
    for (int32_t at = last->start - 1; at > before->start; at--) {
        if (shaped->clusters[at].breaks != BREAK_WORD) {
            continue;
        }
        int32_t end = at;
        while (end > before->start && is_white(&shaped->clusters[end - 1])) {
            end--;
        }
        if (line_width(shaped, before->start, end, rules->hang) * 4 >= rules->measure * 3) {
            move_break(shaped, rules, before, at);
        }
        return;
    }
}

/* A line that starts with one syllable left of a word too long for its line: the word gives it
 * another one. */
static void
lengthen_tail(
    const struct shaped *shaped, const struct line_rules *rules, struct line_range *line) {
    int32_t start = line[1].start, tail = start + 1, at = start - 1;
    uint8_t kind = shaped->clusters[start].breaks;
    while (tail < line[1].end && shaped->clusters[tail].breaks < BREAK_JOINT &&
           !is_white(&shaped->clusters[tail])) {
        tail++;
    }
    if (count_characters(shaped, start, tail, 2) >= 2) {
        return;
    }
    while (at > line->start && shaped->clusters[at].breaks != kind) {
        at--;
    }
    if (at > line->start && count_characters(shaped, line->start, at, 2) == 2) {
        move_break(shaped, rules, line, at);
    }
}

/* A space that only serves to save a line gives way to the word space before it. */
static void
avoid_leaning(
    const struct shaped *shaped, const struct line_rules *rules, struct line_range *line) {
    for (int32_t at = line[1].start - 1; at > line->start; at--) {
        if (shaped->clusters[at].breaks == BREAK_WORD) {
            move_break(shaped, rules, line, at);
            return;
        }
    }
}

static void
settle_lines(const struct shaped *shaped, const struct line_rules *rules, struct line_list *out) {
    for (size_t i = 0; i + 1 < out->count; i++) {
        uint8_t kind = shaped->clusters[out->lines[i + 1].start].breaks;
        if (kind == BREAK_LEAN) {
            avoid_leaning(shaped, rules, &out->lines[i]);
        } else if (kind == BREAK_CLUSTER || kind == BREAK_SPLIT) {
            lengthen_tail(shaped, rules, &out->lines[i]);
        }
    }
}

void
lines_find(const struct shaped *shaped, const struct line_rules *rules, struct line_list *out) {
    fill_lines(shaped, rules, rules->measure, out);
    if (rules->balance) {
        balance_lines(shaped, rules, out);
        return;
    }
    settle_lines(shaped, rules, out);
    if (rules->avoid_short_last) {
        lengthen_last(shaped, rules, out);
    }
}

void
lines_intrinsic(const struct shaped *shaped, int64_t *min, int64_t *max) {
    int32_t n = (int32_t)shaped->cluster_count, piece = 0, line = 0;
    *min = *max = 0;
    for (int32_t i = 1; i <= n; i++) {
        uint8_t kind = shaped->clusters[i].breaks;
        if (i < n && kind < BREAK_WORD) {
            continue;
        }
        int32_t end = i;
        while (end > piece && is_white(&shaped->clusters[end - 1])) {
            end--;
        }
        int64_t width = line_width(shaped, piece, end, false);
        *min = width > *min ? width : *min;
        piece = i;
        if (kind == BREAK_LINE || i == n) {
            width = line_width(shaped, line, end, false);
            *max = width > *max ? width : *max;
            line = i;
        }
    }
}
