/* structure.h - how articles are built: alike in every language, of blocks that are some. */
#ifndef COMPILER_CHECK_STRUCTURE_H
#define COMPILER_CHECK_STRUCTURE_H

#include "compiler/check/check.h"

/* The language that is built unlike the others is blamed, whichever it is; where all differ, the
 * translations are, by the original. */
void structure_compare(struct check *check, const struct model_article *article);
/* Lines that look like items of a list and are none: •, ○, ・ at their start. */
void structure_check_bullets(struct check *check, const struct model_body *body);

#endif
