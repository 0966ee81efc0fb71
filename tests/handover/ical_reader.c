#include "handover/ical_reader.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reader {
    struct ical_reading *out;
    struct ical_read_event *event; /* that is open, or NULL */
    bool in_calendar, is_over;
    int version, prodid, uid, stamp, start, end, summary;
};

static bool
say(char *fault, size_t room, const char *what, struct str line) {
    if (fault[0] == 0) {
        snprintf(fault, room, "%s: %.*s", what, (int)(line.n < 120 ? line.n : 120), line.p);
    }
    return false;
}

/* Every line ends in CRLF, has at most 75 octets and whole characters, and none is empty. */
bool
ical_read_lines(struct str bytes, char *fault, size_t room) {
    size_t bad;
    if (bytes.n < 2 || bytes.p[bytes.n - 1] != '\n') {
        return say(fault, room, "the last line does not end", bytes);
    }
    for (size_t at = 0; at < bytes.n;) {
        size_t end = at;
        while (end < bytes.n && bytes.p[end] != '\n') {
            end++;
        }
        if (end == at || bytes.p[end - 1] != '\r') {
            return say(fault, room, "a line feed alone", str_slice(bytes, at, end));
        }
        struct str line = str_slice(bytes, at, end - 1);
        if (line.n == 0 || line.n > 75) {
            return say(fault, room, line.n ? "longer than 75 octets" : "an empty line", line);
        }
        if (!utf8_valid(line, &bad)) {
            return say(fault, room, "cut inside a character", line);
        }
        for (size_t i = 0; i < line.n; i++) {
            unsigned char c = (unsigned char)line.p[i];
            if ((c < 0x20 && c != '\t') || c == 0x7F) {
                return say(fault, room, "a control character", line);
            }
        }
        at = end + 1;
    }
    return bytes.p[0] != ' ' || say(fault, room, "begins with a fold", bytes);
}

/* The next line without its folds, in `line`. */
static bool
unfold(struct str bytes, size_t *at, struct str_buf *line) {
    str_buf_clear(line);
    if (*at >= bytes.n) {
        return false;
    }
    for (bool more = true; more;) {
        while (bytes.p[*at] != '\r') {
            str_buf_byte(line, bytes.p[(*at)++]);
        }
        *at += 2;
        more = *at < bytes.n && bytes.p[*at] == ' ';
        *at += more ? 1 : 0;
    }
    return true;
}

/* Only these escapes are known; none of the marks stands by itself. */
static bool
unescape(struct str value, char *out, size_t room) {
    size_t n = 0;
    for (size_t i = 0; i < value.n && n + 1 < room; i++) {
        char c = value.p[i];
        if (c == ';' || c == ',') {
            return false;
        }
        if (c == '\\') {
            if (++i == value.n || !strchr("\\;,nN", value.p[i])) {
                return false;
            }
            c = value.p[i] == 'n' || value.p[i] == 'N' ? '\n' : value.p[i];
        }
        out[n++] = c;
    }
    out[n] = 0;
    return n + 1 < room;
}

static bool
read_day(struct str value, int *out) {
    char digits[9];
    if (value.n != 8 || strspn(value.p, "0123456789") < 8) {
        return false;
    }
    memcpy(digits, value.p, 8);
    digits[8] = 0;
    *out = atoi(digits);
    int month = *out / 100 % 100, day = *out % 100;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static bool
read_stamp(struct str value, char *out, size_t room) {
    int day;
    bool ok = value.n == 16 && value.p[8] == 'T' && value.p[15] == 'Z' &&
              read_day(str_slice(value, 0, 8), &day);
    snprintf(out, room, "%.*s", STR_ARG(value));
    return ok;
}

static bool
open_event(struct reader *reader) {
    if (reader->event || reader->out->count == ICAL_READER_EVENTS) {
        return false;
    }
    reader->event = &reader->out->events[reader->out->count++];
    reader->uid = reader->stamp = reader->start = reader->end = reader->summary = 0;
    return true;
}

static bool
close_event(struct reader *reader) {
    struct ical_read_event *event = reader->event;
    bool is_whole = event && reader->uid == 1 && reader->stamp == 1 && reader->start == 1 &&
                    reader->end <= 1 && reader->summary == 1 &&
                    (event->to == 0 || event->to > event->from);
    for (int i = 0; is_whole && i < reader->out->count - 1; i++) {
        is_whole = strcmp(reader->out->events[i].uid, event->uid) != 0;
    }
    reader->event = NULL;
    return is_whole;
}

static bool
read_in_event(struct reader *reader, struct str name, struct str value) {
    struct ical_read_event *event = reader->event;
    if (str_eq(name, STR("UID"))) {
        reader->uid++;
        return unescape(value, event->uid, sizeof(event->uid)) && event->uid[0];
    }
    if (str_eq(name, STR("DTSTAMP"))) {
        reader->stamp++;
        return read_stamp(value, event->stamp, sizeof(event->stamp));
    }
    if (str_eq(name, STR("DTSTART;VALUE=DATE"))) {
        reader->start++;
        return read_day(value, &event->from);
    }
    if (str_eq(name, STR("DTEND;VALUE=DATE"))) {
        reader->end++;
        return read_day(value, &event->to);
    }
    if (str_eq(name, STR("SUMMARY"))) {
        reader->summary++;
        return unescape(value, event->summary, sizeof(event->summary));
    }
    if (str_eq(name, STR("DESCRIPTION"))) {
        return unescape(value, event->description, sizeof(event->description));
    }
    return str_eq(name, STR("TRANSP")) && str_eq(value, STR("TRANSPARENT"));
}

static bool
read_line(struct reader *reader, struct str name, struct str value) {
    if (str_eq(name, STR("BEGIN"))) {
        if (str_eq(value, STR("VEVENT"))) {
            return reader->in_calendar && !reader->is_over && open_event(reader);
        }
        bool ok = str_eq(value, STR("VCALENDAR")) && !reader->in_calendar && !reader->is_over;
        reader->in_calendar = true;
        return ok;
    }
    if (str_eq(name, STR("END"))) {
        if (str_eq(value, STR("VEVENT"))) {
            return close_event(reader);
        }
        reader->is_over = true;
        return str_eq(value, STR("VCALENDAR")) && !reader->event && reader->version == 1 &&
               reader->prodid == 1;
    }
    if (reader->is_over || !reader->in_calendar) {
        return false;
    }
    if (reader->event) {
        return read_in_event(reader, name, value);
    }
    if (str_eq(name, STR("X-WR-CALNAME"))) {
        return unescape(value, reader->out->name, sizeof(reader->out->name));
    }
    bool is_version = str_eq(name, STR("VERSION")), is_prodid = str_eq(name, STR("PRODID"));
    reader->version += is_version;
    reader->prodid += is_prodid;
    return (is_version && str_eq(value, STR("2.0"))) || (is_prodid && value.n > 0) ||
           (str_eq(name, STR("CALSCALE")) && str_eq(value, STR("GREGORIAN")));
}

bool
ical_read(struct str bytes, bool is_bare, struct ical_reading *out) {
    struct reader reader = {.out = out, .in_calendar = is_bare};
    struct str_buf line = {0};
    memset(out, 0, sizeof(*out));
    bool ok = ical_read_lines(bytes, out->fault, sizeof(out->fault));
    for (size_t at = 0; ok && unfold(bytes, &at, &line);) {
        struct str whole = str_buf_str(&line);
        size_t colon = str_find(whole, STR(":"));
        ok = colon != SIZE_MAX &&
             read_line(&reader, str_slice(whole, 0, colon), str_slice(whole, colon + 1, whole.n));
        if (!ok) {
            say(out->fault, sizeof(out->fault), "wrong here", whole);
        }
    }
    str_buf_finish(&line);
    bool is_whole = is_bare ? out->count == 1 && !reader.event : reader.is_over;
    return ok && (is_whole || say(out->fault, sizeof(out->fault), "not whole", STR("")));
}
