/* mutate.h - a content database made hostile, the same way for the same seed: bytes flipped, pages
 * swapped, zeroed and cut off; and, where SQL still reaches it, values, columns and tables that no
 * compiler of ours would write. */
#ifndef TESTS_TOOLS_MUTATE_H
#define TESTS_TOOLS_MUTATE_H

#include "base/err.h"
#include "base/str.h"

#include <stdint.h>

/* Writes a mutation of the database `from` to `to`; `what` gets one line that says which. */
bool mutate_database(
    const char *from, const char *to, uint64_t seed, struct str_buf *what, struct err *err);

#endif
