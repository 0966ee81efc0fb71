#include "content/search/costs.h"

#include "base/check.h"

#define NOT_FOUND UINT32_MAX

enum {
    MISSING_COST = 32,     /* of a unit of the weight that is missing */
    WORST_OF_SEVERAL = 56, /* having a word is always better than lacking it */
    FITTING_BONUS = 6 * RANK_FACTOR_MAX,
    SAID_BONUS = 8 * RANK_FACTOR_MAX,
};

/* What lacks a word may still be better than what has all of them in passing. */
static uint32_t
total(uint32_t missing, uint32_t cost) {
    return missing * MISSING_COST + cost;
}

/* Adds one answer for every document. No match costs more than `worst`. Without branches, and in
 * arrays that do not overlap, so that compilers make vectors of it. */
static void
add_answer(const struct ranked_word *answer, uint32_t worst, size_t doc_count,
    uint32_t *restrict costs, uint32_t *restrict missing, uint8_t *restrict had) {
    const uint8_t *restrict bytes = answer->costs;
    const uint32_t lacking = answer->lacking * answer->factor, weight = answer->weight;
    const uint32_t factor = answer->is_optional ? 0 : answer->factor;
    const uint8_t counts = answer->is_asked;
    for (size_t doc = 1; doc <= doc_count; doc++) {
        uint32_t cost = bytes[doc] < worst ? bytes[doc] : worst;
        costs[doc] += bytes[doc] != SEARCH_NO_MATCH ? cost * factor : lacking;
        missing[doc] += bytes[doc] != SEARCH_NO_MATCH ? 0 : weight;
    }
    for (size_t doc = 1; doc <= doc_count; doc++) {
        had[doc] = (uint8_t)(had[doc] + (bytes[doc] != SEARCH_NO_MATCH ? counts : 0));
    }
}

/* Documents with too little of the query are not found. */
static void
drop_lacking(
    const uint8_t *restrict had, uint32_t asked, size_t doc_count, uint32_t *restrict missing) {
    for (size_t doc = 1; doc <= doc_count; doc++) {
        bool is_found = had[doc] > 0 && had[doc] * 2u >= asked;
        missing[doc] = is_found ? missing[doc] : NOT_FOUND;
    }
}

/* What all words as one name found, where that is cheaper. */
static void
take_line(const struct ranking *r, uint32_t *costs, uint32_t *missing) {
    for (uint32_t doc = 1; doc <= r->index->doc_count; doc++) {
        if (r->line[doc] != SEARCH_NO_MATCH) {
            uint32_t cost = r->line[doc] * (uint32_t)RANK_FACTOR_MAX;
            costs[doc] = missing[doc] == 0 && costs[doc] < cost ? costs[doc] : cost;
            missing[doc] = 0;
        }
    }
}

/* A city is as good as its best event, and stands before it. */
static void
roll_up(const struct ranking *r, uint32_t *costs, uint32_t *missing) {
    struct str parents = search_index_parents(r->index);
    for (uint32_t doc = 1; doc <= r->index->doc_count; doc++) {
        uint32_t parent = missing[doc] == NOT_FOUND ? 0 : search_parent(parents, doc);
        if (parent == 0 || parent > r->index->doc_count) {
            continue;
        }
        if (missing[parent] == NOT_FOUND ||
            total(missing[doc], costs[doc]) < total(missing[parent], costs[parent])) {
            missing[parent] = missing[doc];
            costs[parent] = costs[doc];
        }
    }
}

/* The words that a document must have half of: those in names and titles, or else all. */
static uint32_t
choose_asked(struct ranking *r) {
    uint32_t strong = 0, asked = 0;
    for (size_t i = 0; i < r->count; i++) {
        strong += r->words[i].weight > 0;
    }
    for (size_t i = 0; i < r->count; i++) {
        struct ranked_word *answer = &r->words[i];
        bool is_word = !answer->is_optional && answer->best != SEARCH_NO_MATCH;
        answer->is_asked = strong > 0 ? answer->weight > 0 : is_word;
        asked += answer->is_asked;
    }
    return asked;
}

static void
favour_kind(const struct ranking *r, const char *kind, uint32_t bonus, uint32_t *costs) {
    struct search_range range = search_index_kind(r->index, kind);
    for (uint32_t doc = range.first; doc > 0 && doc <= range.last; doc++) {
        costs[doc] = costs[doc] > bonus ? costs[doc] - bonus : 0;
    }
}

/* A question is best answered by what says such things: how one does something by a guide, how many
 * by a figure. What is said to somebody is looked for among what one says. */
static void
favour_kinds(const struct ranking *r, uint32_t *costs) {
    static const struct {
        enum ask_kind ask;
        const char *kind;
    } fitting[] = {{ASK_HOW, "guide"}, {ASK_WHY, "guide"}, {ASK_MAY, "guide"}, {ASK_PLACE, "guide"},
        {ASK_PERSON, "guide"}, {ASK_WHY, "report"}, {ASK_MOST, "report"}, {ASK_VALUE, "figure"},
        {ASK_DATE, "event"}};
    for (size_t i = 0; i < ARRAY_LEN(fitting); i++) {
        if (fitting[i].ask == r->query.ask) {
            favour_kind(r, fitting[i].kind, FITTING_BONUS, costs);
        }
    }
    if (r->query.is_said) {
        favour_kind(r, "phrase", SAID_BONUS, costs);
    }
}

/* What each document costs; NOT_FOUND as `missing` where it has too little of the query. */
static void
add_up(struct ranking *r, uint32_t *costs, uint32_t *missing) {
    uint32_t limit = r->index->doc_count;
    uint8_t *had = arena_alloc(r->arena, limit + 1);
    uint32_t asked = choose_asked(r);
    uint32_t worst = r->count > 1 ? WORST_OF_SEVERAL : SEARCH_NO_MATCH;
    for (size_t i = 0; i < r->count; i++) {
        add_answer(&r->words[i], worst, limit, costs, missing, had);
    }
    drop_lacking(had, asked, limit, missing);
    if (r->line) {
        take_line(r, costs, missing);
    }
    favour_kinds(r, costs);
    roll_up(r, costs, missing);
}

size_t
costs_add_up(struct ranking *r, uint32_t *costs, uint32_t *missing, uint32_t **docs) {
    uint32_t limit = r->index->doc_count;
    size_t found = 0;
    add_up(r, costs, missing);
    for (uint32_t doc = 1; doc <= limit; doc++) {
        found += missing[doc] != NOT_FOUND;
    }
    *docs = ARENA_ARRAY(r->arena, found, uint32_t);
    found = 0;
    for (uint32_t doc = 1; doc <= limit; doc++) {
        if (missing[doc] != NOT_FOUND) {
            costs[doc] = total(missing[doc], costs[doc]);
            (*docs)[found++] = doc;
        }
    }
    return found;
}
