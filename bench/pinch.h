/* pinch.h - an axis zoomed by two fingers, in and out and along, a turn of the loop at a time. */
#ifndef BENCH_PINCH_H
#define BENCH_PINCH_H

#include "session.h"

struct pinch {
    struct session *session;
    uint64_t now_ms;
    size_t turn;
};

/* The fingers come down in the middle of the panel, part as far as it is wide, lift, come down
 * apart and meet again; every other time near its right edge, so that what is shown wanders. */
void pinch_begin(struct pinch *pinch, struct session *session, uint64_t now_ms);
struct session_turn pinch_turn(struct pinch *pinch);

#endif
