/* scroll.h - how a scroller moves: under a finger, after it let go, and to a place it was told.
 *
 * Offsets are px from the start, never outside 0..max: there is no bounce. They are doubles: a page
 * of a hundred thousand rows is longer than a float can count in pixels. Movement is a function of
 * time alone, so that a slow machine and a test see the same path. Pure. */
#ifndef UI_SCROLL_H
#define UI_SCROLL_H

#include <stdbool.h>
#include <stdint.h>

enum scroll_mode { SCROLL_REST, SCROLL_FLING, SCROLL_GLIDE };

struct scroll {
    uint64_t id;
    uint64_t seen; /* last frame that declared it */
    double offset, max, viewport;
    enum scroll_mode mode;
    double from, to; /* of the movement; a fling's `to` is where it comes to rest */
    uint64_t since_ms;
    bool keeps_end;   /* it was told to go to the end, wherever that turns out to be */
    float pending_dp; /* set before the scroller was ever laid out; < 0: none */
    bool is_fresh;    /* opened at its start: what the page marks may still be brought into view */
};

void scroll_stop(struct scroll *scroll);
void scroll_set(struct scroll *scroll, double offset);
void scroll_by(struct scroll *scroll, double delta);
/* What lies before the place grew by `delta`: the place and the movement go with it. */
void scroll_shift(struct scroll *scroll, double delta);
/* `velocity` in px/ms at the moment the finger left; slow ones stay where they are. */
void scroll_fling(struct scroll *scroll, float velocity, uint64_t now_ms);
/* A long way is cut short: only its last stretch is seen. */
void scroll_glide(struct scroll *scroll, double to, uint64_t now_ms);
/* Moves to where it is at `now_ms`; false when it has come to rest. */
bool scroll_step(struct scroll *scroll, uint64_t now_ms);
/* New extents from layout; keeps the offset inside. */
void scroll_extent(struct scroll *scroll, double viewport, double content);

#endif
