/* order.h - what was found, in the order in which it is shown. */
#ifndef CONTENT_SEARCH_ORDER_H
#define CONTENT_SEARCH_ORDER_H

#include "content/search/hit.h"

/* Candidates come in ascending order of their documents, and go by `missing`, then `cost`, then
 * document: least first. Linear in `count`: a counting sort by each eight bits in which two of them
 * differ, which leaves equal ones in their order. Fills top and docs of `results`; of several that
 * lead to one screen the first stays. */
void search_order(struct search_index *index, struct arena *scratch, struct arena *arena,
    struct search_candidate *candidates, size_t count, struct search_results *results);

#endif
