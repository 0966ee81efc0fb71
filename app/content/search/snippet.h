/* snippet.h - the stretch of a text that shows why it was found. */
#ifndef CONTENT_SEARCH_SNIPPET_H
#define CONTENT_SEARCH_SNIPPET_H

#include "base/check.h"
#include "content/search.h"
#include "content/search/beginnings.h"
#include "content/search/match.h"

/* What hits are shown by, folded once for all of them. */
struct search_marker {
    struct fold needles[ARRAY_LEN(((struct search_needles *)0)->items)];
    size_t count;
    struct beginnings beginnings;
};
/* The needles stay in `arena`. */
void search_marker_init(
    struct search_marker *marker, struct arena *arena, const struct search_needles *needles);

/* Looks for the needles, best first, in the lines of `text`. On success fills the snippet of `hit`
 * (one line, shortened round the match with an ellipsis) and the bytes to mark. */
bool search_snippet(struct arena *arena, struct str text, const struct search_marker *marker,
    struct search_hit *hit);
/* The first line, shortened, with nothing marked. */
void search_snippet_plain(struct arena *arena, struct str text, struct search_hit *hit);

#endif
