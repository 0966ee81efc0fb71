/* evidence.h - whether what is known of a line is enough, and how sure it is. */
#ifndef CONTENT_SEARCH_EVIDENCE_H
#define CONTENT_SEARCH_EVIDENCE_H

#include "content/search/ranking.h"

/* What speaks for the best of a reading's words, from nothing to a whole name. */
enum search_evidence {
    EVIDENCE_NONE,
    EVIDENCE_GUESS,  /* only by a slip of the finger, a part, a stem */
    EVIDENCE_TEXT,   /* somewhere in a text */
    EVIDENCE_PREFIX, /* the beginning of a name or of a word in a title */
    EVIDENCE_WHOLE,  /* every word a name, a synonym or a word of a title */
};

/* How sure the words are that were asked for. */
enum search_evidence evidence_of(const struct ranking *ranking);
/* Whether what was found speaks for the query: a whole name does; else what is known must outweigh
 * what is not. One word alone needs to stand somewhere. */
bool evidence_is_enough(const struct ranking *ranking);
/* A word that was asked for is in no name and no title. */
bool evidence_has_unnamed(const struct ranking *ranking);
/* One is nowhere, and says nothing of another. */
bool evidence_has_unknown(const struct ranking *ranking);

#endif
