/* order.h - what was found, in the order in which it is shown. */
#ifndef CONTENT_SEARCH_ORDER_H
#define CONTENT_SEARCH_ORDER_H

#include "content/search/doc_totals.h"
#include "content/search/hit.h"

/* Documents go by cost, least first, then by number; of several that lead to one screen the first
 * stays. Fills count, top, and docs with the screens of the CANDIDATES_MAX best, which is what
 * anybody looks at; the rest is put in order only where those lead to very few. */
void search_order(struct search_index *index, struct arena *scratch, struct arena *arena,
    const struct doc_totals *totals, struct search_results *results);
/* All of them, in `arena`; returns how many. Linear: a counting sort by each eight bits in which
 * two differ, which leaves equal ones in their order. */
size_t search_order_all(struct search_index *index, struct arena *scratch, struct arena *arena,
    const struct doc_totals *totals, uint32_t **docs);

#endif
