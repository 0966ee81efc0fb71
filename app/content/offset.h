/* offset.h - when something is due, counted from the day of a visit: ISO 8601 durations with a
 * sign, `-P2M/-P1M`, `-P2D`, `P0D`, `P1W`. One number and one unit each: months, weeks or days. */
#ifndef CONTENT_OFFSET_H
#define CONTENT_OFFSET_H

#include "base/str.h"

/* Days from the visit, negative before it; a month counts as 30 days, which is for sorting only.
 * A single duration gives the same day twice. False for anything else, and for an end before its
 * start. */
bool offset_parse(struct str s, int64_t *from_day, int64_t *to_day);

#endif
