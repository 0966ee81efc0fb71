/* function.h - words that carry no subject of their own: articles, particles, light verbs. Closed
 * classes of the grammars, as data (function.def), whatever language the visitor reads in. */
#ifndef CONTENT_SEARCH_ASK_FUNCTION_H
#define CONTENT_SEARCH_ASK_FUNCTION_H

#include "base/str.h"

#include <stdbool.h>

/* `key` as a query is folded. */
bool ask_is_function(struct str key);
/* A word of the data, whose Han are as one writes them, is the folded key. */
bool ask_is_word(struct str word, struct str key);

#endif
