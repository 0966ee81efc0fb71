/* rank.h - one reading of a query, answered: documents, best first, and how sure that is. */
#ifndef CONTENT_SEARCH_RANK_H
#define CONTENT_SEARCH_RANK_H

#include "content/search/ask/frames.h"
#include "content/search/hit.h"
#include "content/search/match.h"
#include "content/search/trace.h"

/* What speaks for the best of a reading's words, from nothing to a whole name. */
enum search_evidence {
    EVIDENCE_NONE,
    EVIDENCE_GUESS,  /* only by a slip of the finger, a part, a stem */
    EVIDENCE_TEXT,   /* somewhere in a text */
    EVIDENCE_PREFIX, /* the beginning of a name or of a word in a title */
    EVIDENCE_WHOLE,  /* every word a name, a synonym or a word of a title */
};

/* Fills docs, count, needles, ask and evidence of `results`, whose documents go into `arena`.
 * `is_finished`: the last word is whole, not the beginning of one. */
void search_rank(struct search_index *index, struct arena *arena, struct str query,
    bool is_finished, const struct search_trace *trace, struct search_results *results);

#endif
