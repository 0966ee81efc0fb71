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
    enum search_why whys[ARRAY_LEN(((struct search_needles *)0)->items)];
    size_t written, telling, count; /* what was typed comes first, lone characters last */
    struct beginnings beginnings;
};
/* The needles stay in `arena`. */
void search_marker_init(
    struct search_marker *marker, struct arena *arena, const struct search_needles *needles);

/* Looks for the first `count` needles, best first, in the lines of `text`. On success fills the
 * snippet of `hit` (one line, shortened round the match with an ellipsis), the bytes to mark, and
 * why. */
bool search_snippet(struct arena *arena, struct str text, const struct search_marker *marker,
    size_t count, struct search_hit *hit);
/* The bytes of a title to mark; false, and both 0, where there are none. */
bool search_mark(struct arena *arena, struct str title, const struct search_marker *marker,
    size_t *start, size_t *end);
/* The first line, shortened, with nothing marked. */
void search_snippet_plain(struct arena *arena, struct str text, struct search_hit *hit);

#endif
