#include "content/search/order.h"

#include <string.h>

enum { DIGITS = 8, DIGIT_VALUES = 256 }; /* four of the cost, then four of what is missing */

static uint32_t
digit_of(uint32_t missing, uint32_t cost, int digit) {
    return (digit < 4 ? cost >> 8 * digit : missing >> 8 * (digit - 4)) & (DIGIT_VALUES - 1);
}

static void
sort_digit(
    const struct search_candidate *from, struct search_candidate *to, size_t count, int digit) {
    uint32_t next[DIGIT_VALUES] = {0}, place = 0;
    for (size_t i = 0; i < count; i++) {
        next[digit_of(from[i].missing, from[i].cost, digit)]++;
    }
    for (int i = 0; i < DIGIT_VALUES; i++) {
        uint32_t n = next[i];
        next[i] = place;
        place += n;
    }
    for (size_t i = 0; i < count; i++) {
        to[next[digit_of(from[i].missing, from[i].cost, digit)]++] = from[i];
    }
}

/* In one of the two arrays, which is returned. */
static struct search_candidate *
sort(struct search_candidate *all, struct search_candidate *other, size_t count) {
    uint32_t missing = 0, cost = 0; /* bits that are not the same in all */
    for (size_t i = 1; i < count; i++) {
        missing |= all[i].missing ^ all[0].missing;
        cost |= all[i].cost ^ all[0].cost;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
        if (digit_of(missing, cost, digit) != 0) {
            struct search_candidate *sorted = other;
            sort_digit(all, sorted, count, digit);
            other = all;
            all = sorted;
        }
    }
    return all;
}

void
search_order(struct search_index *index, struct arena *scratch, struct arena *arena,
    struct search_candidate *candidates, size_t count, struct search_results *results) {
    struct search_screens screens = search_screens(index);
    uint8_t *is_there = arena_alloc(scratch, index->doc_count + 1);
    for (size_t i = 0; i < count; i++) {
        candidates[i].screen = search_first_of_screen(&screens, candidates[i].doc);
    }
    struct search_candidate *all =
        sort(candidates, ARENA_ARRAY(scratch, count, struct search_candidate), count);
    results->top_count = count < CANDIDATES_MAX ? count : CANDIDATES_MAX;
    if (count > 0) {
        memcpy(results->top, all, results->top_count * sizeof(*all));
    }
    results->docs = ARENA_ARRAY(arena, count, uint32_t);
    for (size_t i = 0; i < count; i++) {
        if (!is_there[all[i].screen]) {
            is_there[all[i].screen] = 1;
            results->docs[results->count++] = all[i].doc;
        }
    }
}
