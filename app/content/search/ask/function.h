/* function.h - words that carry no subject, words that ask, and words that stand for themselves:
 * closed lists (function.def, frames_*.def, itself.def), sorted when the program is built. */
#ifndef CONTENT_SEARCH_ASK_FUNCTION_H
#define CONTENT_SEARCH_ASK_FUNCTION_H

#include "base/str.h"

#include <stddef.h>

/* The words of the data, sorted with each Han as one mark. */
struct ask_entry {
    char word[43]; /* not folded */
    uint8_t size;
    int kind; /* enum ask_kind */
};
#define ASK_ENTRY_INIT(word, kind) \
    { word, sizeof(word) - 1, kind }
/* The entry that the folded key is; NULL: none. */
const struct ask_entry *ask_entry_find(
    const struct ask_entry *entries, size_t count, struct str key);

/* The folded word carries no subject of its own. */
bool ask_is_function(struct str key);
/* An everyday word that is a whole one, or nothing: cat. */
bool ask_is_itself(struct str key);
/* The folded `key` is the word of the data, which is not folded. */
bool ask_is_word(struct str word, struct str key);
/* The folded `key` stands in one of the lists, whose words are folded and parted by |. */
bool ask_lists_have(const char *const *lists, size_t count, struct str key);

#endif
