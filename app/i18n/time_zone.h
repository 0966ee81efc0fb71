/* time_zone.h - how far clocks are from each other, by the zones of IANA ("Asia/Seoul") as ICU has
 * them, summer time included. */
#ifndef I18N_TIME_ZONE_H
#define I18N_TIME_ZONE_H

#include "i18n/edtf.h"

bool time_zone_is_known(struct str zone);
/* Minutes east of Greenwich on that day, at noon there; of no day, without summer time. False for a
 * zone that nobody knows. */
bool time_zone_offset(struct str zone, const struct edtf_point *day, int *minutes);

#endif
