/* beginnings.h - which of some words a text can have in it at all: a filter before folding.
 *
 * A text that consists of the plain characters of the three languages folds one by one, so its
 * letters can be looked at where they are, without making units of it. Words are kept by a hash of
 * their first letters: where none of these begins, no word does. */
#ifndef CONTENT_SEARCH_BEGINNINGS_H
#define CONTENT_SEARCH_BEGINNINGS_H

#include "i18n/fold.h"

#include <stdbool.h>
#include <stdint.h>

enum { BEGINNING_MAX = 3, BEGINNING_WORDS = 32, BEGINNING_HASHES = 256 };

struct beginnings {
    uint32_t firsts[BEGINNING_HASHES]; /* a bit a word, by the low byte of its first letter */
    uint32_t words[BEGINNING_MAX][BEGINNING_HASHES]; /* by how many letters, less one */
};

/* The word of this number, folded; separators in it do not count. */
void beginnings_add(struct beginnings *beginnings, const struct fold *word, unsigned number);
/* A bit for each word that may stand in `text`, at the start of a word where it begins with a
 * letter of the alphabet or a digit. No other does. */
uint32_t beginnings_in(const struct beginnings *beginnings, struct str text);

#endif
