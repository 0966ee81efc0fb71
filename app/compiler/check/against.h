/* against.h - the sources against the last good build: what was a letter there and is a ? now was
 * lost on saving, and can be named. Only texts with a ? are looked up. */
#ifndef COMPILER_CHECK_AGAINST_H
#define COMPILER_CHECK_AGAINST_H

#include "compiler/check/check.h"

/* Reports DIAG_LOST_SINCE for every text that lost characters since the database at `path` was
 * built. False with `err` set when there is no such database, or it is of another version. */
bool against_check(struct check *check, const char *path, struct err *err);
/* True when `now` is `then` with a ? for some of its characters, which go to `lost`; `then` may
 * have been changed elsewhere as long as what stands round a ? is the same. */
bool against_find_lost(struct str then, struct str now, struct str_buf *lost);

#endif
