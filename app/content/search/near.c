/* Typing errors. The list is sorted, so neighbours share their beginnings, and with them the rows
 * of the distance table: for each string only the rows after the shared bytes are computed, and
 * when a row is hopeless (all over the limit) every string that shares it is passed over unread.
 * This walks the list as a trie without building one. The distance is optimal string alignment:
 * insert, delete, substitute, swap neighbours. */
#include "content/search/variants.h"

#include <string.h>

enum { LENGTH_MAX = 40, KEY_MAX = 255 };

struct walk {
    struct str wanted;
    int limit;
    bool is_prefix;
    const unsigned char *text;
    unsigned char rows[LENGTH_MAX + 2][LENGTH_MAX + 1]; /* rows[depth][column] */
    size_t valid;                                       /* rows[0, valid] belong to `text` */
    size_t hopeless; /* every text that shares this many bytes ends alike; SIZE_MAX: none */
    int last;        /* the distance found for the text before */
};

static unsigned char
least(unsigned a, unsigned b) {
    return (unsigned char)(a < b ? a : b);
}

/* Row `depth` from the rows before; returns its least value. Only columns that are at most the
 * limit away from the diagonal can be within it; those beside them are out of reach. */
static unsigned
row_fill(struct walk *w, size_t depth) {
    enum { FAR = 250 }; // one more still fits a byte
    unsigned char *row = w->rows[depth], *above = w->rows[depth - 1];
    unsigned char c = w->text[depth - 1];
    size_t limit = (size_t)w->limit, n = w->wanted.n;
    size_t first = depth > limit + 1 ? depth - limit : 1,
           last = n < depth + limit ? n : depth + limit;
    unsigned lowest = row[first - 1] = first == 1 ? least((unsigned)depth, FAR) : FAR;
    for (size_t i = first; i <= last; i++) {
        unsigned char d = (unsigned char)w->wanted.p[i - 1];
        unsigned value = least(least(row[i - 1] + 1u, above[i] + 1u), above[i - 1] + (c != d));
        bool is_swap =
            depth > 1 && i > 1 && c == (unsigned char)w->wanted.p[i - 2] && w->text[depth - 2] == d;
        if (is_swap) {
            value = least(value, w->rows[depth - 2][i - 2] + 1u);
        }
        row[i] = (unsigned char)value;
        lowest = least(lowest, value);
    }
    for (size_t i = last + 1; i <= n && i <= last + 2; i++) {
        row[i] = FAR; // what the next row has above it
    }
    row[n] = last < n ? FAR : row[n];
    return lowest;
}

/* The distance of the text of `length` bytes, of which `shared` were there before; > limit: far. */
static int
text_distance(struct walk *w, size_t shared, size_t length) {
    if (shared >= w->hopeless) {
        return w->last;
    }
    w->hopeless = SIZE_MAX;
    w->valid = shared < w->valid ? shared : w->valid;
    for (size_t depth = w->valid + 1; depth <= length; depth++) {
        if (depth > LENGTH_MAX || row_fill(w, depth) > (unsigned)w->limit) {
            w->hopeless = depth;
            w->valid = depth - 1;
            break;
        }
        w->valid = depth;
    }
    int best = w->limit + 1;
    if (w->is_prefix) {
        for (size_t depth = 1; depth <= w->valid; depth++) {
            int value = w->rows[depth][w->wanted.n];
            best = value < best ? value : best;
        }
    } else if (w->hopeless == SIZE_MAX) {
        best = w->rows[length][w->wanted.n];
    }
    w->last = best;
    return best;
}

static size_t
near_insert(struct search_near *out, size_t count, size_t limit, struct search_near item) {
    size_t at = count;
    while (at > 0 && out[at - 1].distance > item.distance) {
        at--;
    }
    if (at >= limit) {
        return count;
    }
    size_t kept = count < limit ? count : limit - 1;
    memmove(out + at + 1, out + at, (kept - at) * sizeof(*out));
    out[at] = item;
    return kept + 1;
}

bool
search_packed_next(struct search_packed *list, struct str *out) {
    if (list->at + 2 > list->bytes.n) {
        return false;
    }
    size_t shared = (unsigned char)list->bytes.p[list->at];
    size_t own = (unsigned char)list->bytes.p[list->at + 1];
    list->at += 2;
    if (own > list->bytes.n - list->at || shared + own > KEY_MAX) {
        return false;
    }
    memcpy(list->text + shared, list->bytes.p + list->at, own);
    list->at += own;
    list->shared = shared;
    *out = (struct str){(const char *)list->text, shared + own};
    return true;
}

/* Strings that begin with what is hopeless are passed over; no byte of theirs is in a later one
 * that is read. */
static void
pass_over(struct search_packed *list, const struct walk *w) {
    const unsigned char *bytes = (const unsigned char *)list->bytes.p;
    while (w->last > w->limit && list->at + 2 <= list->bytes.n && bytes[list->at] >= w->hopeless) {
        size_t own = bytes[list->at + 1];
        if (own > list->bytes.n - list->at - 2 || bytes[list->at] + own > KEY_MAX) {
            return; // here the list ends
        }
        list->at += 2 + own;
    }
}

size_t
search_near(struct arena *arena, struct str list, struct str wanted, int distance, bool is_prefix,
    struct search_near *out, size_t limit) {
    if (wanted.n > LENGTH_MAX || wanted.n == 0 || limit == 0) {
        return 0;
    }
    struct walk w = {
        .wanted = wanted, .limit = distance, .is_prefix = is_prefix, .hopeless = SIZE_MAX};
    for (size_t i = 0; i <= wanted.n; i++) {
        w.rows[0][i] = (unsigned char)i;
    }
    struct search_packed packed = {.bytes = list};
    struct str text;
    size_t count = 0;
    w.text = packed.text;
    for (; search_packed_next(&packed, &text); pass_over(&packed, &w)) {
        int found = text_distance(&w, packed.shared, text.n);
        if (found <= distance && (count < limit || found < out[count - 1].distance)) {
            text = arena_str(arena, text);
            count = near_insert(
                out, count, limit, (struct search_near){.text = text, .distance = found});
        }
    }
    return count;
}
