/* hit.h - a document that was found, as a visitor reads it. */
#ifndef CONTENT_SEARCH_HIT_H
#define CONTENT_SEARCH_HIT_H

#include "content/search.h"
#include "content/search/ask/frames.h"
#include "content/search/match.h"

struct search_candidate {
    uint32_t doc, cost;
    bool lacks; /* something of the query */
};

enum { CANDIDATES_MAX = 200 };

struct search_results {
    size_t count;   /* screens */
    uint32_t *docs; /* best first, each screen once */
    size_t ordered; /* of them; all are put in order when somebody looks behind these */
    struct search_candidate top[CANDIDATES_MAX]; /* best first, whatever screen they lead to */
    size_t top_count;
    struct str query; /* as it was ranked */
    bool is_finished; /* the same: its last word is whole */
    size_t work;      /* that the index had done before */
    enum locale_id locale;
    struct search_needles needles;
    enum ask_kind ask;
    bool asks_language; /* in which a phrase is wanted */
    enum locale_script language;
    bool has_unnamed; /* a word that was asked for is in no name or title */
    bool has_unknown; /* and is none that says something of a subject: nobody knows it */
    int evidence;     /* enum search_evidence */
    struct str searched_for;
};

/* The path of the document that index->doc stands at: a figure's shares its screen with others, and
 * tells which it is. */
struct str search_doc_path(struct search_index *index, struct arena *arena);

/* Into `arena`. What the database cannot give stays empty, and the index has failed. */
struct search_marker;
void search_hit_make(struct search_index *index, const struct search_results *results,
    const struct search_marker *marker, struct arena *scratch, struct arena *arena, uint32_t doc,
    struct search_hit *hit);

#endif
