/* ticks.h - the steps of plans that this visitor has done. In the session's memory alone, and gone
 * with the visitor. */
#ifndef SCREENS_TICKS_H
#define SCREENS_TICKS_H

#include "base/str.h"

enum { TICKS_MOST = 512 };

struct ticks {
    size_t count;
    uint64_t done[TICKS_MOST]; /* hashes of names */
};

bool ticks_has(const struct ticks *ticks, struct str name);
/* Done, or not done after all. When there is no room the oldest is forgotten. */
void ticks_turn(struct ticks *ticks, struct str name);
void ticks_forget(struct ticks *ticks); /* wiped */

#endif
