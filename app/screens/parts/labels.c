#include "screens/parts/labels.h"

#include "base/arena.h"
#include "base/check.h"

#include <math.h>
#include <string.h>

/* Each label has the same candidates: around its point, near and further off, and along the four
 * edges. What a candidate costs by itself is added up once; what two labels cost each other decides
 * who goes where. They choose one after the other, those with the fewest candidates first. Then one
 * after the other is moved about, further and with less regard to the cost at first than at last
 * (simulated annealing, with numbers that are the same each time), and the cheapest outcome counts.
 * Whoever still stands on another, or on a point, is taken away, the last ones first, and put back
 * where there is room. */

enum { AROUND = 8, EDGE_SLOTS = 20, CANDIDATES = 2 * AROUND + 4 * EDGE_SLOTS, ROUNDS = 6 };
enum { MOVES = 6000 };
#define HEAT_FIRST 400.0f
#define HEAT_LAST 2.0f

#define COST_OUT 1e6f
#define COST_OVERLAP 1000.0f
#define COST_TAKEN 800.0f
#define COST_DOT 400.0f
#define COST_UNDER 200.0f /* a leader under another's plate */
#define COST_CROSS 60.0f  /* two leaders */
#define COST_LINE 0.8f    /* a px of another city's line */
#define COST_OWN_LINE 2.0f
#define COST_LEADER 10.0f
#define COST_TIE 14.0f    /* a leader over a line */
#define COST_FAR 0.16f    /* a px of a leader */
#define LEADER_PART 0.42f /* of the smaller side: a longer leader leads nowhere */
#define FAR_DOTS 4.0f     /* how far the further ones stand off, in distances of the near ones */

struct candidate {
    struct rect rect;
    struct point leader;
    bool has_leader;
    float cost;
};

struct placing {
    struct label *labels;
    size_t count;
    const struct labels_sheet *sheet;
    struct candidate candidates[LABELS_MOST][CANDIDATES];
    size_t chosen[LABELS_MOST];
    bool is_out[LABELS_MOST]; /* taken away */
};

static float
clamp(float v, float least, float most) {
    return v > most ? fmaxf(most, least) : v < least ? least : v;
}

static bool
meets(struct rect a, struct rect b, float gap) {
    return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap &&
           b.y < a.y + a.h + gap;
}

static float
distance(struct rect r, struct point p) {
    float dx = p.x - clamp(p.x, r.x, r.x + r.w), dy = p.y - clamp(p.y, r.y, r.y + r.h);
    return hypotf(dx, dy);
}

/* How much of the line from `a` to `b` is in the rectangle. */
static float
inside(struct rect r, struct point a, struct point b) {
    float from = 0, to = 1, d[] = {b.x - a.x, b.y - a.y}, at[] = {a.x, a.y};
    float least[] = {r.x, r.y}, most[] = {r.x + r.w, r.y + r.h};
    for (int i = 0; i < 2; i++) {
        if (fabsf(d[i]) < 1e-6f) {
            if (at[i] < least[i] || at[i] > most[i]) {
                return 0;
            }
            continue;
        }
        float t0 = (least[i] - at[i]) / d[i], t1 = (most[i] - at[i]) / d[i];
        from = fmaxf(from, fminf(t0, t1));
        to = fminf(to, fmaxf(t0, t1));
    }
    return to > from ? (to - from) * hypotf(d[0], d[1]) : 0;
}

static float
turn(struct point a, struct point b, struct point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool
cross(struct point a, struct point b, struct point c, struct point d) {
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

static struct rect
around(const struct label *label, int direction, float off) {
    static const float x[] = {1, -1, 1, -1, 1, -1, 0, 0}, y[] = {0, 0, -1, -1, 1, 1, -1, 1};
    float w = label->size.w, h = label->size.h;
    float slant = x[direction] != 0 && y[direction] != 0 ? 0.75f : 1;
    float cx = label->dot.x + x[direction] * (w / 2 + off * slant);
    float cy = label->dot.y + y[direction] * (h / 2 + off * slant);
    return (struct rect){floorf(cx - w / 2), floorf(cy - h / 2), w, h};
}

static struct rect
at_edge(const struct label *label, const struct labels_sheet *sheet, int slot) {
    int edge = slot / EDGE_SLOTS;
    float part = (float)(slot % EDGE_SLOTS) / (EDGE_SLOTS - 1);
    float room_x = sheet->size.w - 2 * sheet->inset - label->size.w;
    float room_y = sheet->size.h - 2 * sheet->inset - label->size.h;
    float x = edge == 0 ? 0 : edge == 1 ? room_x : part * room_x;
    float y = edge == 2 ? 0 : edge == 3 ? room_y : part * room_y;
    return (struct rect){
        floorf(sheet->inset + x), floorf(sheet->inset + y), label->size.w, label->size.h};
}

/* From the middle of the plate towards its point, as far as the plate's edge. */
static struct point
leader_of(struct rect r, struct point dot) {
    struct point middle = {r.x + r.w / 2, r.y + r.h / 2};
    float dx = dot.x - middle.x, dy = dot.y - middle.y;
    float tx = fabsf(dx) > 0 ? r.w / 2 / fabsf(dx) : 1e9f;
    float ty = fabsf(dy) > 0 ? r.h / 2 / fabsf(dy) : 1e9f;
    float t = fminf(1, fminf(tx, ty));
    return (struct point){middle.x + dx * t, middle.y + dy * t};
}

static float
leader_cost(const struct placing *p, size_t self, const struct candidate *c) {
    const struct label *label = &p->labels[self];
    float length = hypotf(label->dot.x - c->leader.x, label->dot.y - c->leader.y);
    float cost = COST_LEADER + COST_FAR * length;
    for (size_t i = 0; i < p->count; i++) {
        struct point dot = p->labels[i].dot;
        struct rect at = {
            dot.x - p->sheet->dot / 2, dot.y - p->sheet->dot / 2, p->sheet->dot, p->sheet->dot};
        cost += i != self && inside(at, c->leader, label->dot) > 0 ? COST_UNDER : 0;
        cost += i != self && cross(c->leader, label->dot, p->sheet->home, dot) ? COST_TIE : 0;
    }
    for (size_t i = 0; i < p->sheet->taken_count; i++) {
        cost += inside(p->sheet->taken[i], c->leader, label->dot) > 0 ? COST_UNDER : 0;
    }
    return cost;
}

static bool
is_too_long(const struct placing *p, size_t self, const struct candidate *c) {
    struct point dot = p->labels[self].dot;
    float most = LEADER_PART * fminf(p->sheet->size.w, p->sheet->size.h);
    return c->has_leader && hypotf(dot.x - c->leader.x, dot.y - c->leader.y) > most;
}

static float
own_cost(const struct placing *p, size_t self, const struct candidate *c) {
    const struct labels_sheet *sheet = p->sheet;
    struct rect r = c->rect;
    float cost = c->has_leader ? leader_cost(p, self, c) : 0;
    if (is_too_long(p, self, c) || r.x < sheet->inset || r.y < sheet->inset ||
        r.x + r.w > sheet->size.w - sheet->inset || r.y + r.h > sheet->size.h - sheet->inset) {
        return COST_OUT;
    }
    for (size_t i = 0; i < sheet->taken_count; i++) {
        cost += meets(r, sheet->taken[i], sheet->gap) ? COST_TAKEN : 0;
    }
    for (size_t i = 0; i < p->count; i++) {
        cost += distance(r, p->labels[i].dot) < sheet->dot - 1 ? COST_DOT : 0;
        float covered = inside(r, sheet->home, p->labels[i].dot);
        cost += i == self ? (covered > 0 ? COST_OWN_LINE : 0) : covered * COST_LINE;
    }
    return cost;
}

static void
find_candidates(struct placing *p, size_t self) {
    const struct label *label = &p->labels[self];
    for (int i = 0; i < CANDIDATES; i++) {
        struct candidate *c = &p->candidates[self][i];
        int ring = i / AROUND;
        c->rect = ring < 2 ? around(label, i % AROUND, p->sheet->dot * (ring > 0 ? FAR_DOTS : 1))
                           : at_edge(label, p->sheet, i - 2 * AROUND);
        c->leader = leader_of(c->rect, label->dot);
        c->has_leader = distance(c->rect, label->dot) > p->sheet->dot * 1.6f;
        c->cost = own_cost(p, self, c);
    }
}

static float
pair_cost(const struct placing *p, size_t a, const struct candidate *ca, size_t b,
    const struct candidate *cb) {
    struct point dot_a = p->labels[a].dot, dot_b = p->labels[b].dot;
    float cost = meets(ca->rect, cb->rect, p->sheet->gap) ? COST_OVERLAP : 0;
    cost += ca->has_leader && inside(cb->rect, ca->leader, dot_a) > 0 ? COST_UNDER : 0;
    cost += cb->has_leader && inside(ca->rect, cb->leader, dot_b) > 0 ? COST_UNDER : 0;
    if (ca->has_leader && cb->has_leader) {
        cost += cross(ca->leader, dot_a, cb->leader, dot_b) ? COST_CROSS : 0;
    }
    return cost;
}

/* Of candidate `i`, among the labels that `stands` names. */
static float
cost_among(const struct placing *p, size_t self, size_t i, const bool *stands) {
    const struct candidate *c = &p->candidates[self][i];
    float cost = c->cost;
    for (size_t other = 0; cost < COST_OUT && other < p->count; other++) {
        if (other != self && stands[other]) {
            cost += pair_cost(p, self, c, other, &p->candidates[other][p->chosen[other]]);
        }
    }
    return cost;
}

static size_t
best_among(const struct placing *p, size_t self, const bool *stands, float *cost) {
    size_t best = 0;
    *cost = COST_OUT * 2;
    for (size_t i = 0; i < CANDIDATES; i++) {
        float c = p->candidates[self][i].cost < *cost ? cost_among(p, self, i, stands) : COST_OUT;
        if (c < *cost) {
            *cost = c;
            best = i;
        }
    }
    return best;
}

static size_t
free_candidates(const struct placing *p, size_t self) {
    size_t free = 0;
    for (size_t i = 0; i < CANDIDATES; i++) {
        free += p->candidates[self][i].cost < COST_DOT ? 1 : 0;
    }
    return free;
}

static void
choose(struct placing *p) {
    bool stands[LABELS_MOST] = {false};
    size_t free[LABELS_MOST];
    float cost;
    for (size_t i = 0; i < p->count; i++) {
        free[i] = free_candidates(p, i);
    }
    for (size_t n = 0; n < p->count; n++) {
        size_t next = LABELS_MOST;
        for (size_t i = 0; i < p->count; i++) {
            bool is_next = !stands[i] && (next == LABELS_MOST || free[i] < free[next]);
            next = is_next ? i : next;
        }
        p->chosen[next] = best_among(p, next, stands, &cost);
        stands[next] = true;
    }
}

static void
improve(struct placing *p, const bool *stands) {
    bool moved = true;
    float cost;
    for (int round = 0; moved && round < ROUNDS; round++) {
        moved = false;
        for (size_t i = 0; i < p->count; i++) {
            size_t best = best_among(p, i, stands, &cost);
            if (best != p->chosen[i] && cost < cost_among(p, i, p->chosen[i], stands) - 0.01f) {
                p->chosen[i] = best;
                moved = true;
            }
        }
    }
}

static float
total(const struct placing *p) {
    float sum = 0;
    for (size_t a = 0; a < p->count; a++) {
        const struct candidate *ca = &p->candidates[a][p->chosen[a]];
        sum += ca->cost;
        for (size_t b = a + 1; b < p->count; b++) {
            sum += pair_cost(p, a, ca, b, &p->candidates[b][p->chosen[b]]);
        }
    }
    return sum;
}

/* 0 to 1. */
static float
chance(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return (float)(*state >> 8) / (float)(1u << 24);
}

static void
move_about(struct placing *p, const bool *stands) {
    size_t best[LABELS_MOST];
    float least = total(p), now = least, heat = HEAT_FIRST;
    const float cooling = powf(HEAT_LAST / HEAT_FIRST, 1.0f / MOVES);
    uint32_t state = 1;
    memcpy(best, p->chosen, sizeof(best));
    for (int move = 0; move < MOVES && p->count > 0; move++, heat *= cooling) {
        size_t self = (size_t)(chance(&state) * (float)p->count) % p->count;
        size_t to = (size_t)(chance(&state) * CANDIDATES) % CANDIDATES;
        float bold = chance(&state);
        if (p->candidates[self][to].cost >= COST_DOT || to == p->chosen[self]) {
            continue;
        }
        float more = cost_among(p, self, to, stands) - cost_among(p, self, p->chosen[self], stands);
        if (more <= 0 || bold < expf(-more / heat)) {
            p->chosen[self] = to;
            now += more;
            if (now < least - 0.01f) {
                least = now;
                memcpy(best, p->chosen, sizeof(best));
            }
        }
    }
    memcpy(p->chosen, best, sizeof(best));
}

static void
find_places(struct placing *p) {
    bool stands[LABELS_MOST];
    for (size_t i = 0; i < p->count; i++) {
        stands[i] = true;
    }
    choose(p);
    improve(p, stands);
    move_about(p, stands);
    improve(p, stands);
}

/* Stands on something that it may not hide, or too far away. */
static bool
is_wrong(const struct placing *p, size_t self, size_t i, const bool *stands) {
    const struct candidate *c = &p->candidates[self][i];
    struct rect r = c->rect;
    bool wrong = c->cost >= COST_OUT || is_too_long(p, self, c);
    for (size_t k = 0; !wrong && k < p->sheet->taken_count; k++) {
        wrong = meets(r, p->sheet->taken[k], p->sheet->gap);
    }
    for (size_t other = 0; !wrong && other < p->count; other++) {
        wrong = distance(r, p->labels[other].dot) < p->sheet->dot - 1;
        if (!wrong && other != self && stands[other]) {
            wrong = meets(r, p->candidates[other][p->chosen[other]].rect, p->sheet->gap);
        }
    }
    return wrong;
}

static void
keep_what_fits(struct placing *p) {
    bool stands[LABELS_MOST];
    float cost;
    for (size_t i = 0; i < p->count; i++) {
        stands[i] = true;
    }
    for (size_t i = p->count; i-- > 0;) {
        stands[i] = !is_wrong(p, i, p->chosen[i], stands);
    }
    for (size_t i = 0; i < p->count; i++) {
        if (!stands[i]) {
            size_t best = best_among(p, i, stands, &cost);
            if (!is_wrong(p, i, best, stands)) {
                p->chosen[i] = best;
                stands[i] = true;
            }
        }
        p->is_out[i] = !stands[i];
    }
}

size_t
labels_place(struct label *labels, size_t count, const struct labels_sheet *sheet) {
    struct arena arena;
    size_t placed = 0;
    xassert(count <= LABELS_MOST);
    arena_init(&arena);
    struct placing *p = ARENA_NEW(&arena, struct placing);
    p->labels = labels;
    p->count = count;
    p->sheet = sheet;
    for (size_t i = 0; i < count; i++) {
        find_candidates(p, i);
    }
    find_places(p);
    keep_what_fits(p);
    for (size_t i = 0; i < count; i++) {
        const struct candidate *c = &p->candidates[i][p->chosen[i]];
        labels[i].is_placed = !p->is_out[i];
        labels[i].rect = c->rect;
        labels[i].leader = c->leader;
        labels[i].has_leader = c->has_leader;
        placed += labels[i].is_placed ? 1 : 0;
    }
    arena_finish(&arena);
    return placed;
}
