/* The fill: each line takes what fits and ends at the best kind of break on it; then headings are
 * evened out and single line ends moved. */
#include "text/lines/line_private.h"

#include "base/vec.h"

/* Walks one line. `visible` is the width up to the last cluster that is not white space. */
struct walk {
    int64_t pen, visible, shrink, visible_shrink;
    int32_t last[BREAK_LINE + 1]; /* the furthest break of each kind that fits */
};

static void
walk_over(struct walk *walk, const struct cluster *c, bool hang) {
    if (!line_is_white(c)) {
        walk->visible = walk->pen + c->advance - line_end_cut(c, hang);
        walk->visible_shrink = walk->shrink + line_shrink_of_last(c);
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
next_break(
    const struct shaped *shaped, const struct line_rules *rules, int32_t start, uint8_t *kind) {
    int32_t n = (int32_t)shaped->cluster_count;
    int32_t trim = spacing_trim_start(&shaped->clusters[start]);
    struct walk walk = {
        .pen = -trim, .shrink = trim > 0 ? -shaped->clusters[start].shrink_before : 0};
    for (int32_t i = start; i < n; i++) {
        const struct cluster *c = &shaped->clusters[i];
        if (i > start) {
            if (walk.visible + line_hyphen(shaped, i) <= rules->measure ||
                !line_hyphen(shaped, i)) {
                walk.last[c->breaks] = i;
            }
            if (c->breaks == BREAK_LINE) {
                *kind = BREAK_LINE;
                return i;
            }
        }
        walk_over(&walk, c, rules->hang);
        if (walk.visible - (rules->justify ? walk.visible_shrink : 0) > rules->measure) {
            return best_break(&walk, shaped, start, kind);
        }
    }
    *kind = BREAK_LINE;
    return n;
}

static void
add_line(struct line_list *list, const struct shaped *shaped, int32_t start, int32_t next) {
    VEC_ROOM_IN(list->arena, list->lines, list->count, list->cap, 1);
    int32_t end = line_visible_end(shaped, start, next);
    list->lines[list->count++] = (struct line_range){.start = start,
        .end = end,
        .next = next,
        .is_last =
            next == (int32_t)shaped->cluster_count || shaped->clusters[next].breaks == BREAK_LINE};
}

static void
fill_lines(const struct shaped *shaped, const struct line_rules *rules, struct line_list *out) {
    out->count = 0;
    out->worst = BREAK_LINE;
    int32_t n = (int32_t)shaped->cluster_count;
    for (int32_t start = 0, next; start < n; start = next) {
        uint8_t kind;
        next = next_break(shaped, rules, start, &kind);
        out->worst = kind < out->worst ? kind : out->worst;
        add_line(out, shaped, start, next);
    }
    if (n == 0) {
        add_line(out, shaped, 0, 0);
    }
}

void
lines_find(const struct shaped *shaped, const struct line_rules *rules, struct line_list *out) {
    fill_lines(shaped, rules, out);
    if (rules->balance) {
        balance_lines(shaped, rules, out);
        return;
    }
    settle_lines(shaped, rules, out);
}

void
lines_intrinsic(const struct shaped *shaped, int64_t *min, int64_t *max) {
    int32_t n = (int32_t)shaped->cluster_count, piece = 0, line = 0;
    *min = *max = 0;
    for (int32_t i = 1; i <= n; i++) {
        uint8_t kind = shaped->clusters[i].breaks;
        if (i < n && kind < BREAK_PART) {
            continue;
        }
        int32_t end = line_visible_end(shaped, piece, i);
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
