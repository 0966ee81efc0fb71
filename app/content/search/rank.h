/* rank.h - one reading of a query, answered: documents, best first, and how sure that is. */
#ifndef CONTENT_SEARCH_RANK_H
#define CONTENT_SEARCH_RANK_H

#include "content/search/evidence.h"
#include "content/search/hit.h"
#include "content/search/trace.h"

/* Fills `results`, which live in `arena`; their best documents are put in order, and all are
 * counted. `is_finished`: the last word is whole, not the beginning of one. */
void search_rank(struct search_index *index, struct arena *arena, struct str query,
    bool is_finished, const struct search_trace *trace, struct search_results *results);
/* All of their documents in order. Until another question is asked. */
const struct search_rest *search_rank_all(
    struct search_index *index, const struct search_results *results);

#endif
