/* ical_reader.h - reads a calendar byte by byte, as the strictest importers do, because libraries
 * take too much: lines, folds, characters, escapes, what must stand once and where. */
#ifndef TESTS_HANDOVER_ICAL_READER_H
#define TESTS_HANDOVER_ICAL_READER_H

#include "base/str.h"

#include <stdbool.h>

enum { ICAL_READER_EVENTS = 200 };

struct ical_read_event {
    char uid[128], summary[2048], description[8192]; /* unescaped */
    int from, to;                                    /* yyyymmdd; `to` is exclusive, 0: none */
    char stamp[32];
};
struct ical_reading {
    struct ical_read_event events[ICAL_READER_EVENTS];
    int count;
    char name[512];
    char fault[256]; /* the first; empty: none */
};

/* False with `fault` set for what is not a calendar of whole days. `is_bare`: one event without a
 * calendar around it. */
bool ical_read(struct str bytes, bool is_bare, struct ical_reading *out);
/* The lines alone: also for cards. */
bool ical_read_lines(struct str bytes, char *fault, size_t room);

#endif
