/* hit.h - a document that was found, as a visitor reads it. */
#ifndef CONTENT_SEARCH_HIT_H
#define CONTENT_SEARCH_HIT_H

#include "content/search.h"
#include "content/search/match.h"

struct search_results {
    uint32_t *docs; /* best first, each screen once */
    size_t count;
    enum locale_id locale;
    struct search_needles needles;
};

/* Into `arena`. What the database cannot give stays empty, and the index has failed. */
void search_hit_make(struct search_index *index, const struct search_results *results,
    struct arena *arena, uint32_t doc, struct search_hit *hit);

#endif
