/* rank.h - one reading of a query, answered: documents, best first, and how sure that is. */
#ifndef CONTENT_SEARCH_RANK_H
#define CONTENT_SEARCH_RANK_H

#include "content/search/evidence.h"
#include "content/search/hit.h"
#include "content/search/trace.h"

/* Fills docs, count, needles, ask and evidence of `results`, whose documents go into `arena`.
 * `is_finished`: the last word is whole, not the beginning of one. */
void search_rank(struct search_index *index, struct arena *arena, struct str query,
    bool is_finished, const struct search_trace *trace, struct search_results *results);

#endif
