#include "screens/beside/align.h"

#define MOST_COMPARED ((size_t)1 << 20) /* of a longer section the order alone is looked at */

struct side {
    const int *kinds;
    size_t from, to; /* of the section */
};

static size_t
section_end(const int *kinds, size_t count, size_t from) {
    size_t to = from < count ? from + 1 : from;
    while (to < count && kinds[to] != ALIGN_HEADING) {
        to++;
    }
    return to;
}

static void
add(struct align_pair *pairs, size_t *count, size_t own, bool has_own, size_t other,
    bool has_other) {
    pairs[(*count)++] =
        (struct align_pair){has_own ? (int)own : ALIGN_NONE, has_other ? (int)other : ALIGN_NONE};
}

/* The longest sequence of kinds that both sides have, from each place to the end: (n + 1) rows of
 * m + 1. */
static unsigned *
common(struct arena *arena, const struct side *own, const struct side *other) {
    size_t n = own->to - own->from, m = other->to - other->from;
    unsigned *best = ARENA_ARRAY(arena, (n + 1) * (m + 1), unsigned);
    for (size_t i = n; i-- > 0;) {
        for (size_t j = m; j-- > 0;) {
            unsigned *at = &best[i * (m + 1) + j], below = at[m + 1], beside = at[1];
            bool is_same = own->kinds[own->from + i] == other->kinds[other->from + j];
            *at = is_same ? at[m + 2] + 1 : below > beside ? below : beside;
        }
    }
    return best;
}

static void
align_section(struct arena *arena, const struct side *own, const struct side *other,
    struct align_pair *pairs, size_t *count) {
    size_t n = own->to - own->from, m = other->to - other->from, i = 0, j = 0;
    unsigned *best = n * m <= MOST_COMPARED ? common(arena, own, other) : NULL;
    while (i < n && j < m) {
        size_t a = own->from + i, b = other->from + j;
        if (!best || own->kinds[a] == other->kinds[b]) {
            add(pairs, count, a, true, b, true);
            i++;
            j++;
        } else if (best[(i + 1) * (m + 1) + j] >= best[i * (m + 1) + j + 1]) {
            add(pairs, count, a, true, 0, false);
            i++;
        } else {
            add(pairs, count, 0, false, b, true);
            j++;
        }
    }
    for (; i < n; i++) {
        add(pairs, count, own->from + i, true, 0, false);
    }
    for (; j < m; j++) {
        add(pairs, count, 0, false, other->from + j, true);
    }
}

struct align_pair *
align_kinds(struct arena *arena, const int *own, size_t own_count, const int *other,
    size_t other_count, size_t *count) {
    struct align_pair *pairs = ARENA_ARRAY(arena, own_count + other_count + 1, struct align_pair);
    struct side a = {own, 0, 0}, b = {other, 0, 0};
    *count = 0;
    while (a.to < own_count || b.to < other_count) {
        a.from = a.to;
        b.from = b.to;
        a.to = section_end(own, own_count, a.from);
        b.to = section_end(other, other_count, b.from);
        align_section(arena, &a, &b, pairs, count);
    }
    return pairs;
}
