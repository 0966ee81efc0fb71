/* ranked_words.h - the words of a line, each answered. */
#ifndef CONTENT_SEARCH_RANKED_WORDS_H
#define CONTENT_SEARCH_RANKED_WORDS_H

#include "content/search/ranking.h"

/* Fills words, count, line and needles of a ranking whose query was read. */
void ranked_words_match(struct ranking *ranking);

#endif
