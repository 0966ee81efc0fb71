#include "i18n/time_zone.h"

#include "base/check.h"

#include <unicode/ucal.h>

enum { NAME_MAX_CHARS = 64, MINUTE_MS = 60 * 1000 };

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
time_zone_offset(struct str zone, const struct edtf_point *day, int *minutes) {
    UChar name[NAME_MAX_CHARS];
    UErrorCode status = U_ZERO_ERROR;
    if (!time_zone_is_known(zone) || !to_name(zone, name)) {
        return false;
    }
    UCalendar *calendar = ucal_open(name, (int32_t)zone.n, NULL, UCAL_GREGORIAN, &status);
    int32_t summer = 0;
    if (day->precision == EDTF_DAY) {
        ucal_setDateTime(calendar, day->year, day->month - 1, day->day, 12, 0, 0, &status);
        summer = ucal_get(calendar, UCAL_DST_OFFSET, &status);
    }
    int32_t standard = ucal_get(calendar, UCAL_ZONE_OFFSET, &status);
    ucal_close(calendar);
    *minutes = (standard + summer) / MINUTE_MS;
    return U_SUCCESS(status);
}
