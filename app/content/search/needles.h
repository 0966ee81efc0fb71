/* needles.h - what a hit is shown by. */
#ifndef CONTENT_SEARCH_NEEDLES_H
#define CONTENT_SEARCH_NEEDLES_H

#include "content/search.h"

/* The strings by which a match can be shown in a text, best first. Those beyond are not needed: a
 * hit shows by its first needle that is in the text, and is a hit without any. */
struct search_needles {
    struct str items[32];
    enum search_why whys[32];
    size_t count;
};
/* As spelt otherwise. */
void search_needles_add(struct search_needles *needles, struct arena *arena, struct str text);
void search_needles_add_why(
    struct search_needles *needles, struct arena *arena, struct str text, enum search_why why);

#endif
