/* hand.h - what of a screen a phone takes along: days for its calendar, a place for its address
 * book, or plain text. */
#ifndef SCREENS_HAND_H
#define SCREENS_HAND_H

#include "base/arena.h"
#include "base/err.h"
#include "handover/ical.h"

struct hand {
    struct str title;
    struct str calendar_name;
    const struct ical_event *events;
    size_t event_count;
    struct str card; /* a vCard; empty: there is none */
    struct str text; /* every page has one */
    bool is_cut;     /* the page goes on */
};

struct screen_env;

/* Whoever can open any screen gives what of it can be taken; `found` false for a path that leads
 * nowhere. Screens do not open each other. */
struct hand_source {
    const void *self;
    bool (*load)(const void *self, const struct screen_env *env, struct str path,
        struct arena *arena, struct hand *hand, bool *found, struct err *err);
};

#endif
