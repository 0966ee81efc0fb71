/* doc_totals.h - one number for each document that was found, and the least of each block of them:
 * a block whose least is too much need not be looked at. Kept from one question to the next for its
 * pages; what is in blocks that are not open says nothing. */
#ifndef CONTENT_SEARCH_DOC_TOTALS_H
#define CONTENT_SEARCH_DOC_TOTALS_H

#include "content/search/doc_costs.h"

#define DOC_NOT_FOUND UINT32_MAX

struct doc_totals {
    uint32_t *totals; /* block_count * DOC_BLOCK, by document: what it costs, twice, and 1 where it
                         lacks something; or DOC_NOT_FOUND */
    uint32_t *least;  /* of each block */
    uint8_t *is_open; /* the same: it has something that was found, maybe */
    uint32_t doc_count, block_count;
};

/* Makes room for a content, or does nothing when there is: no block is open then. */
void doc_totals_begin(struct doc_totals *totals, uint32_t doc_count);
void doc_totals_finish(struct doc_totals *totals);
/* Nothing in it is found yet. */
void doc_totals_open(struct doc_totals *totals, uint32_t block);

/* What two documents are compared by. */
static inline uint32_t
doc_total_cost(uint32_t total) {
    return total >> 1;
}

/* Of a document in an open block. */
static inline void
doc_totals_set(struct doc_totals *totals, uint32_t doc, uint32_t total) {
    uint32_t *least = &totals->least[doc / DOC_BLOCK];
    totals->totals[doc] = total;
    *least = total < *least ? total : *least;
}

/* The documents of the next open blocks; of a run {0, 0} the first. */
bool doc_totals_next(const struct doc_totals *totals, struct doc_run *run);
bool doc_totals_has(const struct doc_totals *totals, uint32_t doc);
size_t doc_totals_count(const struct doc_totals *totals);

#endif
