/* ical.h - days for the calendar of a phone, as RFC 5545 has them and importers take them: whole
 * days only, so no zone and no alarm; each event with a UID that stays the same, so that a second
 * import replaces the first. */
#ifndef HANDOVER_ICAL_H
#define HANDOVER_ICAL_H

#include "base/str.h"
#include "i18n/edtf.h"

struct ical_event {
    struct str uid;             /* of ASCII letters, digits and hyphens */
    struct edtf_point from, to; /* whole days, both of them inside */
    struct str summary, description;
};

struct ical_calendar {
    struct str name;           /* as phones show it; or empty */
    struct edtf_point made_on; /* the day on which it is written, by the caller's clock */
    const struct ical_event *events;
    size_t count;
};

/* The whole file. */
void ical_write(struct str_buf *out, const struct ical_calendar *calendar);
/* One event by itself, for a code that a camera reads: the first alone is what it takes. */
void ical_write_event(
    struct str_buf *out, const struct ical_event *event, const struct edtf_point *made_on);

#endif
