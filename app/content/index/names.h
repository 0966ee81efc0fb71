/* names.h - the keys of a name: whole, without the word for its kind of place, and its
 * parts. 하마마쓰시 is also 하마마쓰; San Fernando is also Fernando. */
#ifndef CONTENT_INDEX_NAMES_H
#define CONTENT_INDEX_NAMES_H

#include "i18n/fold.h"

enum { SEARCH_NAME_UNITS = 64 }; /* longer names are cut */

/* The words that end names of places, folded once, in the order in which they are tried. A word of
 * letters must be a word of its own; the others are glued on. */
struct search_place_words {
    struct fold *words;
    size_t count, capacity;
};
/* `terms` are separated by |. */
void search_place_words_add(
    struct search_place_words *places, struct arena *arena, struct str terms);

/* Calls `add` for each key, folded but not yet in keystrokes: joined, and with a space between
 * words of letters (borrowed for the call). `places`: strip 시, 市, City; NULL for names that are
 * not of places. */
void search_name_keys(struct arena *arena, struct str name, const struct search_place_words *places,
    void (*add)(void *self, struct str key, struct str spaced, bool is_part), void *self);

#endif
