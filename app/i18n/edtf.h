/* edtf.h - dates as precise as their source, after EDTF (ISO 8601-2:2019, level 0, and the open
 * end of level 1): `1987`, `1987-11`, `1987-11-09`, `1994/2003`, `1997/..`.
 * An open range runs "to the time of the document"; its end is unknown to us, not today. */
#ifndef I18N_EDTF_H
#define I18N_EDTF_H

#include "base/err.h"
#include "base/str.h"

enum edtf_precision { EDTF_NONE, EDTF_YEAR, EDTF_MONTH, EDTF_DAY };

struct edtf_point {
    enum edtf_precision precision; /* EDTF_NONE: absent */
    int16_t year;                  /* 1 to 9999, proleptic Gregorian */
    int8_t month, day;             /* 1-based; 0 where the precision does not reach */
};

struct edtf {
    struct edtf_point from, to; /* `to` is absent for a single date */
    bool is_range, is_open;     /* open: no end stated */
};

/* Parses; false with the reason for anything else, for impossible days, for an end before its
 * start. */
bool edtf_parse(struct str s, struct edtf *out, struct err *err);
/* Sort key: start, then precision (coarse first), then end. */
int64_t edtf_sort_key(const struct edtf *date);

#endif
