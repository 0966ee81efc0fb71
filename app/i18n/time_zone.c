#include "i18n/time_zone.h"

#include "i18n/civil.h"

#include <unicode/ucal.h>

enum { NAME_MAX_CHARS = 64, FAR_YEAR = 2037 };

#define DAY_MS 86400000.0
#define MINUTE_MS 60000

static bool
to_name(struct str zone, UChar name[NAME_MAX_CHARS]) {
    if (zone.n == 0 || zone.n >= NAME_MAX_CHARS) {
        return false;
    }
    for (size_t i = 0; i < zone.n; i++) {
        if ((unsigned char)zone.p[i] >= 0x80) {
            return false;
        }
        name[i] = (UChar)zone.p[i];
    }
    name[zone.n] = 0;
    return true;
}

/* GMT+9 and its like, which ICU makes up for any number, are no zones: they know no summer. */
bool
time_zone_is_known(struct str zone) {
    UChar name[NAME_MAX_CHARS], canonical[NAME_MAX_CHARS];
    UErrorCode status = U_ZERO_ERROR;
    UBool is_system = false;
    if (!to_name(zone, name) || str_find(zone, STR("/")) == SIZE_MAX) {
        return false;
    }
    ucal_getCanonicalTimeZoneID(
        name, (int32_t)zone.n, canonical, NAME_MAX_CHARS, &is_system, &status);
    return U_SUCCESS(status) && is_system;
}

bool
time_zone_offset(struct str zone, const struct edtf_point *day, struct time_zone_offset *out) {
    UChar name[NAME_MAX_CHARS];
    UErrorCode status = U_ZERO_ERROR;
    *out = (struct time_zone_offset){0};
    if (day->precision != EDTF_DAY || !time_zone_is_known(zone) || !to_name(zone, name)) {
        return false;
    }
    UCalendar *calendar = ucal_open(name, (int32_t)zone.n, "", UCAL_GREGORIAN, &status);
    ucal_setMillis(calendar, ((double)civil_number(day) + 0.5) * DAY_MS, &status);
    int32_t usual = ucal_get(calendar, UCAL_ZONE_OFFSET, &status);
    int32_t summer = ucal_get(calendar, UCAL_DST_OFFSET, &status);
    ucal_close(calendar);
    out->minutes = (usual + summer) / MINUTE_MS;
    out->is_summer = summer > 0;
    return U_SUCCESS(status);
}

static bool
differ(struct str here, struct str there, const struct edtf_point *day, int *minutes,
    bool *is_summer) {
    struct time_zone_offset a, b;
    bool ok = time_zone_offset(here, day, &a) && time_zone_offset(there, day, &b);
    *minutes = ok ? b.minutes - a.minutes : 0;
    *is_summer = ok && b.is_summer;
    return ok;
}

/* The middle of a month in which neither place has summer time; of January where there is none. */
static struct edtf_point
usual_day(struct str here, struct str there) {
    struct edtf_point day = {EDTF_DAY, FAR_YEAR, 1, 15};
    for (int month = 1; month <= 12; month++) {
        struct time_zone_offset a, b;
        struct edtf_point tried = {EDTF_DAY, FAR_YEAR, (int8_t)month, 15};
        if (time_zone_offset(here, &tried, &a) && time_zone_offset(there, &tried, &b) &&
            !a.is_summer && !b.is_summer) {
            return tried;
        }
    }
    return day;
}

bool
time_zone_difference(struct str here, struct str there, const struct edtf_point *day,
    struct time_zone_difference *out) {
    struct edtf_point now = day->precision == EDTF_DAY ? *day : usual_day(here, there);
    bool is_summer;
    *out = (struct time_zone_difference){0};
    if (!differ(here, there, &now, &out->minutes, &is_summer)) {
        return false;
    }
    for (int month = 1; month <= 12 && out->other == TIME_ZONE_ALWAYS; month++) {
        struct edtf_point then = {EDTF_DAY, now.year, (int8_t)month, 15};
        bool was_summer;
        if (differ(here, there, &then, &out->other_minutes, &was_summer) &&
            out->other_minutes != out->minutes) {
            out->other = was_summer == is_summer ? TIME_ZONE_SEASONS
                         : was_summer            ? TIME_ZONE_SUMMER
                                                 : TIME_ZONE_WINTER;
        }
    }
    return true;
}
