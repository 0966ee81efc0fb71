/* plain.h - a word taken as it is written and spelt. */
#ifndef CONTENT_SEARCH_PLAIN_H
#define CONTENT_SEARCH_PLAIN_H

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
/* The words of a concept, by its number. */
void match_concept(struct search_lookup *lookup, uint32_t concept);
/* The concepts a key names. */
void match_concepts(struct search_lookup *lookup, struct str key);
/* A word of the index that is taken for what was typed: its names, its texts, its concepts. */
void match_meant(struct search_lookup *lookup, struct str word, int how);
/* Initials of syllables. */
void match_initials(struct search_lookup *lookup, struct str key);
/* The other names of a record whose whole name the word `text` is. */
void match_namesakes(struct search_lookup *lookup, struct str text);

#endif
