/* kept_words.h - words that no line splits while it has another place: the names of cities, people
 * and schools in every language, and the terms of the glossary. There are too many to copy into the
 * text engine, and a text holds few of them: they are looked up by how they begin, and a filter of
 * constant size answers nearly all beginnings that no word has. */
#ifndef CONTENT_KEPT_WORDS_H
#define CONTENT_KEPT_WORDS_H

#include "content/store.h"

enum { KEPT_FILTER_BITS = 1 << 16 };
enum { KEPT_WORDS_MOST = 12 }; /* of one answer */

/* The first character of a word, and the second one with it, when both are of plane 0. */
struct str kept_beginning(struct str word);
/* The bit of the filter for a beginning. */
uint32_t kept_bit(struct str beginning);

#endif
