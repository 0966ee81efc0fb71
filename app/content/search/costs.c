/* What each document costs. All that can be found is in blocks that some word wrote to; those are
 * gone through one by one, while their sums are at hand: every word adds what its cost is worth by
 * a table, and what has enough of the line becomes one number, of which the least are looked for.
 */
#include "content/search/costs.h"

#include "base/check.h"

enum {
    MISSING_COST = 32,     /* of a unit of the weight that is missing */
    WORST_OF_SEVERAL = 56, /* having a word is always better than lacking it */
    FITTING_BONUS = 8 * RANK_FACTOR_MAX,
    SAID_BONUS = 8 * RANK_FACTOR_MAX,
    FAVOURS_MAX = 11,
    COST_VALUES = 256,
    ASKED_LEAST = 2, /* one word of them */
};

/* Sums of one document in one number: what its words cost, the weight of those it lacks, and how
 * many it has of those that were asked for. */
enum { MISSING_AT = 32, HAD_AT = 48 };

static uint32_t
sum_cost(uint64_t sum) {
    return (uint32_t)sum;
}

static uint32_t
sum_missing(uint64_t sum) {
    return (uint32_t)(sum >> MISSING_AT & 0xFFFF);
}

static uint32_t
sum_had(uint64_t sum) {
    return (uint32_t)(sum >> HAD_AT);
}

/* The documents [first, last] of a kind that is favoured. */
struct favour {
    struct search_range range;
    uint32_t bonus;
};

struct adding {
    const struct ranking *ranking;
    struct doc_totals *totals;
    uint64_t (*worth)[COST_VALUES]; /* of each cost of each word */
    uint32_t asked;
    struct favour favours[FAVOURS_MAX];
    size_t favour_count;
};

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

/* What lacks a word may still be better than what has all of them in passing. */
static uint32_t
total(uint32_t missing, uint32_t cost) {
    uint32_t value = missing * MISSING_COST + cost;
    return value << 1 | (missing > 0);
}

/* What each cost of a word adds. No match costs more than `worst`. */
static void
fill_worth(const struct ranked_word *word, uint32_t worst, uint64_t worth[COST_VALUES]) {
    uint32_t factor = word->is_optional ? 0 : word->factor;
    for (uint32_t cost = 0; cost < COST_VALUES; cost++) {
        uint64_t one = (cost < worst ? cost : worst) * factor;
        worth[cost] = one | (uint64_t)word->is_asked << HAD_AT;
    }
    worth[SEARCH_NO_MATCH] = word->lacking * word->factor | (uint64_t)word->weight << MISSING_AT;
}

/* Whether something of the block can be found. */
static bool
is_asked_in(const struct adding *a, uint32_t block) {
    const struct ranking *r = a->ranking;
    bool is_there = r->line && r->line->blocks[block];
    for (size_t i = 0; i < r->count && !is_there; i++) {
        is_there = r->words[i].is_asked && r->words[i].costs->blocks[block];
    }
    return is_there;
}

/* The sums of every word over the documents of a block. */
static void
add_words(const struct adding *a, uint32_t block, uint64_t sums[DOC_BLOCK]) {
    const struct ranking *r = a->ranking;
    uint64_t lacking = 0; // by all words that are not in the block
    for (size_t i = 0; i < r->count; i++) {
        lacking += r->words[i].costs->blocks[block] ? 0 : a->worth[i][SEARCH_NO_MATCH];
    }
    for (size_t doc = 0; doc < DOC_BLOCK; doc++) {
        sums[doc] = lacking;
    }
    for (size_t i = 0; i < r->count; i++) {
        const uint8_t *costs = r->words[i].costs->bytes + (size_t)block * DOC_BLOCK;
        const uint64_t *worth = a->worth[i];
        for (size_t doc = 0; doc < DOC_BLOCK && r->words[i].costs->blocks[block]; doc++) {
            sums[doc] += worth[costs[doc]];
        }
    }
}

/* What the documents of a block cost, and the weight that they miss; DOC_NOT_FOUND where they have
 * too little of the query. */
struct block {
    uint32_t first; /* document */
    uint32_t costs[DOC_BLOCK], missing[DOC_BLOCK];
};

static void
take_sums(const struct adding *a, const uint64_t sums[DOC_BLOCK], struct block *block) {
    for (size_t i = 0; i < DOC_BLOCK; i++) {
        uint32_t had = sum_had(sums[i]);
        block->costs[i] = sum_cost(sums[i]);
        block->missing[i] = had > 0 && had * 2 >= a->asked ? sum_missing(sums[i]) : DOC_NOT_FOUND;
    }
}

/* What all words as one name found, where that is cheaper. */
static void
take_line(const struct doc_costs *line, struct block *block) {
    const uint8_t *bytes = line->bytes + block->first;
    for (size_t i = 0; i < DOC_BLOCK && line->blocks[block->first / DOC_BLOCK]; i++) {
        if (bytes[i] != SEARCH_NO_MATCH) {
            uint32_t cost = bytes[i] * (uint32_t)RANK_FACTOR_MAX;
            bool is_better = block->missing[i] == 0 && block->costs[i] < cost;
            block->costs[i] = is_better ? block->costs[i] : cost;
            block->missing[i] = 0;
        }
    }
}

static void
favour_kind(const struct favour *favour, struct block *block) {
    uint32_t from = favour->range.first > block->first ? favour->range.first : block->first;
    for (uint32_t doc = from; doc <= favour->range.last && doc < block->first + DOC_BLOCK; doc++) {
        uint32_t *cost = &block->costs[doc - block->first];
        *cost = *cost > favour->bonus ? *cost - favour->bonus : 0;
    }
}

static void
add_block(const struct adding *a, uint32_t number) {
    uint64_t sums[DOC_BLOCK];
    struct block block = {.first = number * DOC_BLOCK};
    uint32_t least = DOC_NOT_FOUND;
    add_words(a, number, sums);
    take_sums(a, sums, &block);
    if (a->ranking->line) {
        take_line(a->ranking->line, &block);
    }
    for (size_t i = 0; i < a->favour_count; i++) {
        favour_kind(&a->favours[i], &block);
    }
    doc_totals_open(a->totals, number);
    uint32_t *totals = a->totals->totals + block.first;
    for (size_t i = 0; i < DOC_BLOCK; i++) {
        uint32_t one = total(block.missing[i], block.costs[i]);
        totals[i] = block.missing[i] != DOC_NOT_FOUND ? one : DOC_NOT_FOUND;
        least = totals[i] < least ? totals[i] : least;
    }
    a->totals->least[number] = least;
}

/* A city is as good as its best event, and stands before it. */
static void
roll_up(struct adding *a) {
    struct doc_totals *t = a->totals;
    struct str parents = search_index_parents(a->ranking->index);
    struct doc_run run = {0, 0};
    while (doc_totals_next(t, &run)) {
        for (uint32_t doc = run.from; doc < run.to; doc++) {
            uint32_t parent = t->totals[doc] == DOC_NOT_FOUND ? 0 : search_parent(parents, doc);
            if (parent == 0 || parent > t->doc_count) {
                continue;
            }
            if (!t->is_open[parent / DOC_BLOCK]) {
                doc_totals_open(t, parent / DOC_BLOCK);
            }
            if (doc_total_cost(t->totals[doc]) < doc_total_cost(t->totals[parent])) {
                doc_totals_set(t, parent, t->totals[doc]);
            }
        }
    }
}

static void
add_favour(struct adding *a, const char *kind, uint32_t bonus) {
    struct search_range range = search_index_kind(a->ranking->index, kind);
    if (range.first > 0) {
        a->favours[a->favour_count++] = (struct favour){range, bonus};
    }
}

/* A question is best answered by what says such things: how one does something by a guide, how many
 * by a figure. What is said to somebody is looked for among what one says. */
static void
add_favours(struct adding *a) {
    static const struct {
        enum ask_kind ask;
        const char *kind;
    } fitting[] = {{ASK_HOW, "guide"}, {ASK_WHY, "guide"}, {ASK_MAY, "guide"}, {ASK_PLACE, "guide"},
        {ASK_PERSON, "guide"}, {ASK_WHY, "report"}, {ASK_MOST, "report"}, {ASK_VALUE, "figure"},
        {ASK_DATE, "event"}};
    _Static_assert(ARRAY_LEN(fitting) + 2 <= FAVOURS_MAX, "room for all");
    for (size_t i = 0; i < ARRAY_LEN(fitting); i++) {
        if (fitting[i].ask == a->ranking->query.ask) {
            add_favour(a, fitting[i].kind, FITTING_BONUS);
        }
    }
    if (a->ranking->query.ask == ASK_DATE) { // when one does something, not when something was
        add_favour(a, "guide", FITTING_BONUS / 2);
    }
    if (a->ranking->query.is_said) {
        add_favour(a, "phrase", SAID_BONUS);
    }
}

/* Every document. False where none has enough of the query. */
static bool
add_blocks(struct adding *a) {
    struct doc_totals *totals = a->totals;
    bool is_found = false;
    doc_totals_begin(totals, a->ranking->index->doc_count);
    for (uint32_t block = 0; block < totals->block_count; block++) {
        if (is_asked_in(a, block)) {
            add_block(a, block);
            is_found = is_found || totals->least[block] != DOC_NOT_FOUND;
        }
    }
    return is_found;
}

void
costs_add_up(struct ranking *r, struct doc_totals *totals) {
    struct adding a = {.ranking = r,
        .totals = totals,
        .worth = arena_alloc_array(r->arena, r->count, sizeof(*a.worth)),
        .asked = choose_asked(r)};
    uint32_t worst = r->count > 1 ? WORST_OF_SEVERAL : SEARCH_NO_MATCH;
    for (size_t i = 0; i < r->count; i++) {
        fill_worth(&r->words[i], worst, a.worth[i]);
    }
    add_favours(&a);
    while (!add_blocks(&a) && a.asked > ASKED_LEAST) {
        a.asked--; // no document has half of it: then those that have most
    }
    roll_up(&a);
}
