/* guess.h - between search_match.c, which takes a word as it is written and spelt, and
 * search_guess.c, which takes it apart and corrects it. */
#ifndef CONTENT_SEARCH_GUESS_H
#define CONTENT_SEARCH_GUESS_H

#include "content/search/lookup.h"

enum { SPELLING_ROWS = 64, ALTERNATIVES_MAX = 8 };

/* Rows of the spelling table, copied, as lookups use other statements in between. */
struct spelt {
    struct str word;
    bool is_whole;
};

/* Words of a space whose key begins with `key`; at most SPELLING_ROWS. */
size_t spelt_words(struct search_lookup *lookup, int space, struct str key, struct spelt *out);
uint8_t best_cost(const struct search_lookup *lookup);
/* As written and as spelt otherwise: everything that needs no guessing. */
void match_plain(struct search_lookup *lookup, struct str key, struct str text, bool open, int how);
/* What belongs with a city that was named: its events, the guides that speak of it. */
void match_context(struct search_lookup *lookup);
/* The concepts a key names. */
void match_concepts(struct search_lookup *lookup, struct str key);

/* Where the word as it stands says little: its parts, its stem, its neighbours. */
void match_loosely(struct search_lookup *lookup, const struct search_word_of_query *word);

#endif
