/* lost.h - a `?` that stands for a character: what an old encoding leaves where it has no sign. */
#ifndef COMPILER_CHECK_LOST_H
#define COMPILER_CHECK_LOST_H

#include "compiler/check/check.h"

/* True for a `?` at byte `at` that ends no question: before a letter or a 。, among its like, at
 * the start, or anywhere in a name. Links of an article may have one between ASCII letters. */
bool lost_is_one(const struct check_text *text, size_t at);
/* One message for a cell, or for a line of an article. */
void check_lost(struct check *check, const struct check_text *text);

#endif
