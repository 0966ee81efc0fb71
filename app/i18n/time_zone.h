/* time_zone.h - the zones of IANA ("Asia/Seoul") as ICU has them, and how their clocks differ. */
#ifndef I18N_TIME_ZONE_H
#define I18N_TIME_ZONE_H

#include "base/str.h"
#include "i18n/edtf.h"

bool time_zone_is_known(struct str zone);

/* At noon of Universal Time on that day. */
struct time_zone_offset {
    int minutes; /* ahead of Universal Time, summer time included */
    bool is_summer;
};
/* False for a zone that is not known and for what is no day. */
bool time_zone_offset(struct str zone, const struct edtf_point *day, struct time_zone_offset *out);

/* When the year has another difference. */
enum time_zone_other {
    TIME_ZONE_ALWAYS,  /* it has none */
    TIME_ZONE_SUMMER,  /* while it is summer time there */
    TIME_ZONE_WINTER,  /* while it is not */
    TIME_ZONE_SEASONS, /* at other times of the year: the clocks here are changed, or both */
};
struct time_zone_difference {
    int minutes; /* of the clocks there, ahead of those here */
    enum time_zone_other other;
    int other_minutes;
};
/* On that day, and at another time of its year. Where nobody knows the day: outside summer time, by
 * the rules that hold for the years to come. False when either zone is not known. */
bool time_zone_difference(struct str here, struct str there, const struct edtf_point *day,
    struct time_zone_difference *out);

#endif
