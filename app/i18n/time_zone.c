#include "i18n/time_zone.h"

#include <unicode/ucal.h>

enum { NAME_MAX_CHARS = 64 };

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
