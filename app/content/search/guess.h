/* guess.h - a word taken apart and corrected, where as it stands it says little. */
#ifndef CONTENT_SEARCH_GUESS_H
#define CONTENT_SEARCH_GUESS_H

#include "content/search/lookup.h"

/* Where the word as it stands says little: its parts, its stem, its neighbours. Returns the best
 * cost before the last, which are guesses. */
uint8_t match_loosely(struct search_lookup *lookup, const struct search_word_of_query *word);

#endif
