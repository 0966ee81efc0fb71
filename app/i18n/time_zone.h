/* time_zone.h - the zones of IANA ("Asia/Seoul") as ICU has them. */
#ifndef I18N_TIME_ZONE_H
#define I18N_TIME_ZONE_H

#include "base/str.h"

bool time_zone_is_known(struct str zone);

#endif
