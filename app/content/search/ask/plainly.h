/* plainly.h - an English line said plainly: "you're very welcome" is "you are welcome". The content
 * has a sentence once; people say it with adverbs of degree, and run two words into one. */
#ifndef CONTENT_SEARCH_ASK_PLAINLY_H
#define CONTENT_SEARCH_ASK_PLAINLY_H

#include "base/arena.h"

enum { ASK_PLAINLY_MAX = 3 };

/* Other ways of a folded line of words and single spaces: without adverbs of degree, and with its
 * short forms written out or run together. 0 where there is none of two words. */
size_t ask_plainly(struct arena *arena, struct str text, struct str out[ASK_PLAINLY_MAX]);

#endif
