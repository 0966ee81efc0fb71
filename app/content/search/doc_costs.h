/* doc_costs.h - a cost for each document, a byte each, and where any were written.
 *
 * A word is in few documents most of the time, and the rest of the array is of no interest then:
 * documents are looked after in blocks, and a block that nobody wrote to is passed over. Arrays are
 * kept clean from one question to the next, so that none pays for their pages; they say nothing
 * then. */
#ifndef CONTENT_SEARCH_DOC_COSTS_H
#define CONTENT_SEARCH_DOC_COSTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SEARCH_NO_MATCH = 255,
    DOC_BLOCK = 512, /* documents; 64 bytes of a bitmap */
};

struct doc_costs {
    uint8_t *bytes; /* block_count * DOC_BLOCK; [1, doc_count] are documents, the others no match */
    uint8_t *blocks; /* 1: something of it may have been written */
    uint32_t doc_count, block_count;
    uint8_t least; /* of all; no cost rises */
};

/* Arrays for one content, taken and given back as a stack. */
struct doc_costs_pool {
    uint32_t doc_count;
    struct doc_costs **items; /* those from `used` on are clean */
    size_t used, count, cap;
};
void doc_costs_pool_finish(struct doc_costs_pool *pool);
/* Without any match. Until it is given back. */
struct doc_costs *doc_costs_take(struct doc_costs_pool *pool);
/* Gives back all that were taken since `used` were. */
void doc_costs_give_back(struct doc_costs_pool *pool, size_t used);
/* Without any match again. */
void doc_costs_clear(struct doc_costs *costs);

static inline uint32_t
doc_block_count(uint32_t doc_count) {
    return doc_count / DOC_BLOCK + 1;
}

/* Lowers the cost of one document. */
static inline void
doc_costs_lower(struct doc_costs *costs, uint32_t doc, int cost) {
    if (cost < costs->bytes[doc]) {
        costs->bytes[doc] = (uint8_t)cost;
        costs->blocks[doc / DOC_BLOCK] = 1;
        costs->least = cost < costs->least ? (uint8_t)cost : costs->least;
    }
}

/* The documents [from, to) of blocks that may have been written to. */
struct doc_run {
    uint32_t from, to;
};
/* The next run; of a run {0, 0} the first. */
bool doc_costs_next(const struct doc_costs *costs, struct doc_run *run);
/* The same for a byte a block of `doc_count` documents. */
bool doc_blocks_next(const uint8_t *blocks, uint32_t doc_count, struct doc_run *run);

/* How many documents have a cost. */
uint32_t doc_costs_count(const struct doc_costs *costs);
/* The first document from `from` on that has just this cost; 0: none. */
uint32_t doc_costs_find(const struct doc_costs *costs, uint32_t from, uint8_t cost);
/* Lowers to what others cost and `more`. */
void doc_costs_lower_to(struct doc_costs *costs, const struct doc_costs *others, int more);
/* Lowers to what the dearest of `count` others costs and `more`, where all have a cost. */
void doc_costs_lower_to_all(
    struct doc_costs *costs, struct doc_costs *const *others, size_t count, int more);

#endif
