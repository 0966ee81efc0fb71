/* order.h - what was found, in the order in which it is shown. */
#ifndef CONTENT_SEARCH_ORDER_H
#define CONTENT_SEARCH_ORDER_H

#include "content/search/hit.h"

/* By document, [1, doc_count]. */
struct search_costs {
    const uint32_t *costs, *missing;
};

/* Documents come in ascending order, and go by cost, in which what is missing has its price, then
 * by document: least first. Linear in `count`: a counting sort by each eight bits in which two of
 * them differ, which leaves equal ones in their order. Fills top and docs of `results`; of several
 * that lead to one screen the first stays. `docs` is used up. */
void search_order(struct search_index *index, struct arena *scratch, struct arena *arena,
    const struct search_costs *costs, uint32_t *docs, size_t count, struct search_results *results);

#endif
