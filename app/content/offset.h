/* offset.h - when something is due, counted from the day of a visit: ISO 8601 durations with a
 * sign, `-P2M/-P1M`, `-P2D`, `P0D`, `P1W`. One number and one unit each: months, weeks or days.
 * A spreadsheet takes a leading minus for a formula, so words say the same: `P2M/P1M before`,
 * `P2D before`, `P1W after`, `P1D before/P1D after`; a word at the end counts for both ends. */
#ifndef CONTENT_OFFSET_H
#define CONTENT_OFFSET_H

#include "base/str.h"

enum offset_unit { OFFSET_DAYS, OFFSET_WEEKS, OFFSET_MONTHS, OFFSET_UNIT_COUNT };

struct offset_end {
    int64_t number; /* of `unit`; negative before the visit, 0 on its day */
    enum offset_unit unit;
};
struct offset {
    struct offset_end from, to; /* the same for a single time */
};

/* False for anything else, and for an end before its start. */
bool offset_parse(struct str s, struct offset *out);
/* Days from the visit, negative before it; a month counts as 30 days, which is for sorting only. */
int64_t offset_days(const struct offset_end *end);

#endif
