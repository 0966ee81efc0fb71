#include "content/search/order.h"

#include "base/check.h"
#include "base/sort.h"

#include <string.h>

enum {
    DIGITS = 4,
    DIGIT_VALUES = 256,
    SCREENS_LEAST = 50, /* in order, of more */
};

static uint32_t
digit_of(const struct doc_totals *totals, uint32_t doc, int digit) {
    return doc_total_cost(totals->totals[doc]) >> 8 * digit & (DIGIT_VALUES - 1);
}

static void
sort_digit(
    const struct doc_totals *totals, const uint32_t *from, uint32_t *to, size_t count, int digit) {
    uint32_t next[DIGIT_VALUES] = {0}, place = 0;
    for (size_t i = 0; i < count; i++) {
        next[digit_of(totals, from[i], digit)]++;
    }
    for (int i = 0; i < DIGIT_VALUES; i++) {
        uint32_t n = next[i];
        next[i] = place;
        place += n;
    }
    for (size_t i = 0; i < count; i++) {
        to[next[digit_of(totals, from[i], digit)]++] = from[i];
    }
}

/* In one of the two arrays, which is returned. */
static uint32_t *
sort(const struct doc_totals *totals, uint32_t *docs, uint32_t *other, size_t count) {
    uint32_t cost = 0; /* bits that are not the same in all */
    for (size_t i = 1; i < count; i++) {
        cost |= doc_total_cost(totals->totals[docs[i]]) ^ doc_total_cost(totals->totals[docs[0]]);
    }
    for (int digit = 0; digit < DIGITS; digit++) {
        if ((cost >> 8 * digit & (DIGIT_VALUES - 1)) != 0) {
            uint32_t *sorted = other;
            sort_digit(totals, docs, sorted, count, digit);
            other = docs;
            docs = sorted;
        }
    }
    return docs;
}

size_t
search_order_all(struct search_index *index, struct arena *scratch, struct arena *arena,
    const struct doc_totals *totals, uint32_t **docs) {
    struct search_screens screens = search_screens(index);
    struct doc_run run = {0, 0};
    size_t count = doc_totals_count(totals), at = 0, shown = 0;
    uint32_t *found = ARENA_ARRAY(scratch, count, uint32_t);
    uint32_t *screen = ARENA_ARRAY(scratch, totals->doc_count + 1, uint32_t);
    while (doc_totals_next(totals, &run)) {
        for (uint32_t doc = run.from; doc < run.to; doc++) {
            if (totals->totals[doc] != DOC_NOT_FOUND) {
                screen[doc] = search_first_of_screen(&screens, doc);
                found[at++] = doc;
            }
        }
    }
    uint8_t *is_there = arena_alloc(scratch, totals->doc_count + 1);
    const uint32_t *sorted = sort(totals, found, ARENA_ARRAY(scratch, count, uint32_t), count);
    *docs = ARENA_ARRAY(arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        uint32_t first = screen[sorted[i]];
        if (!is_there[first]) {
            is_there[first] = 1;
            (*docs)[shown++] = sorted[i];
        }
    }
    return shown;
}

/* The best of what was seen so far, as numbers that compare as they are shown: the cost, then the
 * document. There is room for many more than are wanted, so that they are weeded seldom. */
struct best {
    uint64_t keys[CANDIDATES_MAX * 8];
    size_t count;
    uint64_t most; /* no key above it is wanted */
};

static uint64_t
key_of(uint32_t total, uint32_t doc) {
    return (uint64_t)doc_total_cost(total) << 32 | doc;
}

static void
swap(uint64_t *a, uint64_t *b) {
    uint64_t other = *a;
    *a = *b;
    *b = other;
}

/* Puts the key of place `wanted` there, and no greater one before it. C. A. R. Hoare, "Algorithm
 * 65: Find" (1961). */
static void
select_least(uint64_t *keys, ptrdiff_t count, ptrdiff_t wanted) {
    ptrdiff_t low = 0, high = count - 1;
    while (low < high) {
        uint64_t pivot = keys[wanted];
        ptrdiff_t i = low, j = high;
        while (i <= j) {
            for (; keys[i] < pivot; i++) {
            }
            for (; keys[j] > pivot; j--) {
            }
            if (i <= j) {
                swap(&keys[i++], &keys[j--]);
            }
        }
        low = j < wanted ? i : low;
        high = i > wanted ? j : high;
    }
}

static int
compare_keys(const void *left, const void *right) {
    const uint64_t *a = left, *b = right;
    return *a < *b ? -1 : *a > *b;
}

static void
weed(struct best *best) {
    if (best->count > CANDIDATES_MAX) {
        select_least(best->keys, best->count, CANDIDATES_MAX - 1);
        best->count = CANDIDATES_MAX;
        best->most = best->keys[CANDIDATES_MAX - 1];
    }
}

static void
find_best(const struct doc_totals *totals, struct best *best) {
    best->count = 0;
    best->most = UINT64_MAX;
    for (uint32_t block = 0; block < totals->block_count; block++) {
        uint32_t first = block * DOC_BLOCK;
        if (!totals->is_open[block] || key_of(totals->least[block], first) > best->most) {
            continue;
        }
        for (uint32_t doc = first; doc < first + DOC_BLOCK; doc++) {
            uint64_t key = key_of(totals->totals[doc], doc);
            if (totals->totals[doc] != DOC_NOT_FOUND && key < best->most) {
                best->keys[best->count++] = key;
            }
            if (best->count == ARRAY_LEN(best->keys)) {
                weed(best);
            }
        }
    }
    weed(best);
    sort_items(best->keys, best->count, sizeof(*best->keys), compare_keys);
}

/* Documents that were found, but lead to a screen that another one leads to. */
static size_t
count_seconds(struct search_index *index, const struct doc_totals *totals) {
    struct search_screens screens = search_screens(index);
    size_t count = 0, used = index->pool.used;
    struct doc_costs *seen = doc_costs_take(&index->pool);
    struct doc_run run = {0, 0};
    while (doc_totals_next(totals, &run)) {
        uint32_t doc = run.from - 1;
        while ((doc = search_next_shared(&screens, doc + 1)) > 0 && doc < run.to) {
            uint32_t first = search_first_of_screen(&screens, doc);
            if (first == doc || totals->totals[doc] == DOC_NOT_FOUND) {
                continue;
            }
            count += doc_totals_has(totals, first) || seen->bytes[first] == 0;
            doc_costs_lower(seen, first, 0);
        }
    }
    doc_costs_give_back(&index->pool, used);
    return count;
}

/* The screens of the best, each once. */
static void
take_screens(struct search_index *index, struct search_results *results) {
    uint32_t firsts[CANDIDATES_MAX];
    for (size_t i = 0; i < results->top_count; i++) {
        struct search_screens screens = search_screens(index);
        uint32_t first = search_first_of_screen(&screens, results->top[i].doc);
        size_t at = 0;
        while (at < results->ordered && firsts[at] != first) {
            at++;
        }
        if (at == results->ordered) {
            firsts[results->ordered] = first;
            results->docs[results->ordered++] = results->top[i].doc;
        }
    }
}

void
search_order(struct search_index *index, struct arena *scratch, struct arena *arena,
    const struct doc_totals *totals, struct search_results *results) {
    struct best best;
    find_best(totals, &best);
    results->top_count = best.count;
    for (size_t i = 0; i < best.count; i++) {
        uint32_t doc = (uint32_t)best.keys[i];
        results->top[i] = (struct search_candidate){.doc = doc,
            .cost = doc_total_cost(totals->totals[doc]),
            .lacks = totals->totals[doc] & 1};
    }
    results->docs = ARENA_ARRAY(arena, CANDIDATES_MAX, uint32_t);
    take_screens(index, results);
    results->count = doc_totals_count(totals) - count_seconds(index, totals);
    if (results->ordered < SCREENS_LEAST && results->ordered < results->count) {
        uint32_t *docs;
        size_t count = search_order_all(index, scratch, scratch, totals, &docs);
        results->ordered = count < CANDIDATES_MAX ? count : CANDIDATES_MAX;
        memcpy(results->docs, docs, results->ordered * sizeof(*docs));
    }
}
