#include "handover/ical.h"

#include "base/check.h"
#include "handover/lines.h"
#include "i18n/civil.h"

static void
add_day(struct str_buf *out, const char *name, const struct edtf_point *day, const char *rest) {
    struct str_buf value = {0};
    str_buf_printf(&value, "%04d%02d%02d%s", day->year, day->month, day->day, rest);
    lines_add(out, name, str_buf_str(&value));
    str_buf_finish(&value);
}

static void
add_uid(struct str_buf *out, struct str uid) {
    struct str_buf value = {0};
    lines_escape(&value, uid);
    str_buf_add(&value, STR("@naru"));
    lines_add(out, "UID", str_buf_str(&value));
    str_buf_finish(&value);
}

/* The end of an event is the first day after it; after the last day of all it is left out, and
 * means the same then: RFC 5545, 3.6.1. */
static void
add_days(struct str_buf *out, const struct ical_event *event) {
    xassert(event->from.precision == EDTF_DAY && event->to.precision == EDTF_DAY);
    struct edtf_point end = civil_day(civil_number(&event->to) + 1);
    add_day(out, "DTSTART;VALUE=DATE", &event->from, "");
    if (end.precision == EDTF_DAY) {
        add_day(out, "DTEND;VALUE=DATE", &end, "");
    }
}

void
ical_write_event(
    struct str_buf *out, const struct ical_event *event, const struct edtf_point *made_on) {
    lines_add(out, "BEGIN", STR("VEVENT"));
    add_uid(out, event->uid);
    add_day(out, "DTSTAMP", made_on, "T000000Z");
    add_days(out, event);
    lines_add_text(out, "SUMMARY", event->summary);
    lines_add_text(out, "DESCRIPTION", event->description);
    lines_add(out, "TRANSP", STR("TRANSPARENT"));
    lines_add(out, "END", STR("VEVENT"));
}

void
ical_write(struct str_buf *out, const struct ical_calendar *calendar) {
    lines_add(out, "BEGIN", STR("VCALENDAR"));
    lines_add(out, "VERSION", STR("2.0"));
    lines_add(out, "PRODID", STR("-//Naru//Visit planner//EN"));
    lines_add(out, "CALSCALE", STR("GREGORIAN"));
    lines_add_text(out, "X-WR-CALNAME", calendar->name);
    for (size_t i = 0; i < calendar->count; i++) {
        ical_write_event(out, &calendar->events[i], &calendar->made_on);
    }
    lines_add(out, "END", STR("VCALENDAR"));
}
