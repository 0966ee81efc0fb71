#include "content/search/order.h"

#include <string.h>

enum { DIGITS = 4, DIGIT_VALUES = 256 };

static uint32_t
digit_of(const struct search_costs *costs, uint32_t doc, int digit) {
    return costs->costs[doc] >> 8 * digit & (DIGIT_VALUES - 1);
}

static void
sort_digit(
    const struct search_costs *costs, const uint32_t *from, uint32_t *to, size_t count, int digit) {
    uint32_t next[DIGIT_VALUES] = {0}, place = 0;
    for (size_t i = 0; i < count; i++) {
        next[digit_of(costs, from[i], digit)]++;
    }
    for (int i = 0; i < DIGIT_VALUES; i++) {
        uint32_t n = next[i];
        next[i] = place;
        place += n;
    }
    for (size_t i = 0; i < count; i++) {
        to[next[digit_of(costs, from[i], digit)]++] = from[i];
    }
}

/* In one of the two arrays, which is returned. */
static uint32_t *
sort(const struct search_costs *costs, uint32_t *docs, uint32_t *other, size_t count) {
    uint32_t cost = 0; /* bits that are not the same in all */
    for (size_t i = 1; i < count; i++) {
        cost |= costs->costs[docs[i]] ^ costs->costs[docs[0]];
    }
    for (int digit = 0; digit < DIGITS; digit++) {
        if ((cost >> 8 * digit & (DIGIT_VALUES - 1)) != 0) {
            uint32_t *sorted = other;
            sort_digit(costs, docs, sorted, count, digit);
            other = docs;
            docs = sorted;
        }
    }
    return docs;
}

static void
take_top(const struct search_costs *costs, const uint32_t *docs, size_t count,
    struct search_results *results) {
    results->top_count = count < CANDIDATES_MAX ? count : CANDIDATES_MAX;
    for (size_t i = 0; i < results->top_count; i++) {
        uint32_t doc = docs[i];
        results->top[i] = (struct search_candidate){
            .doc = doc, .missing = costs->missing[doc], .cost = costs->costs[doc]};
    }
}

void
search_order(struct search_index *index, struct arena *scratch, struct arena *arena,
    const struct search_costs *costs, uint32_t *docs, size_t count,
    struct search_results *results) {
    struct search_screens screens = search_screens(index);
    uint32_t *screen = ARENA_ARRAY(scratch, index->doc_count + 1, uint32_t);
    for (size_t i = 0; i < count; i++) {
        screen[docs[i]] = search_first_of_screen(&screens, docs[i]);
    }
    uint8_t *is_there = arena_alloc(scratch, index->doc_count + 1);
    const uint32_t *sorted = sort(costs, docs, ARENA_ARRAY(scratch, count, uint32_t), count);
    take_top(costs, sorted, count, results);
    results->docs = ARENA_ARRAY(arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        uint32_t first = screen[sorted[i]];
        if (!is_there[first]) {
            is_there[first] = 1;
            results->docs[results->count++] = sorted[i];
        }
    }
}
