/* words.h - columns that take the words of a list. */
#ifndef COMPILER_CHECK_WORDS_H
#define COMPILER_CHECK_WORDS_H

#include "compiler/check/check.h"

/* `text` in the column `name` is no word of the list: says which there are, with their meanings,
 * and the one that may be meant. `list`: one of TABLE_LISTS, or "table.column" of a closed one. */
void words_unknown(struct check *check, struct diag_place place, struct str name, struct str text,
    struct str list);
/* Rows of lists.csv. */
void words_check_lists(struct check *check);

#endif
