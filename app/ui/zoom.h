/* zoom.h - how an axis moves that can be shown near or far: under one finger, between two, and to
 * a stretch it was told.
 *
 * Units are those of the axis (days of a timeline); it shows what lies between `from` and `to`,
 * never outside of the whole and never less than `least`. Like scroll.h movement is a function of
 * time alone. Pure. */
#ifndef UI_ZOOM_H
#define UI_ZOOM_H

#include <stdbool.h>
#include <stdint.h>

struct zoom_range {
    double from, to;
};

enum zoom_mode { ZOOM_REST, ZOOM_FLING, ZOOM_GLIDE };

struct zoom {
    uint64_t id;
    uint64_t seen; /* last frame that declared it */
    struct zoom_range shown, whole;
    double least;
    enum zoom_mode mode;
    struct zoom_range start, end; /* of the movement */
    uint64_t since_ms;
    bool is_placed; /* somebody said what is shown, or a finger did */
};

void zoom_stop(struct zoom *zoom);
void zoom_set(struct zoom *zoom, struct zoom_range shown);
/* `factor` above 1 shows more closely; `at`, 0 to 1 of what is shown, stays where it is. */
void zoom_by(struct zoom *zoom, double factor, double at);
/* By a part of what is shown; positive shows what is later. */
void zoom_pan(struct zoom *zoom, double part);
/* `velocity` in parts of what is shown a ms; slow ones stay where they are. */
void zoom_fling(struct zoom *zoom, double velocity, uint64_t now_ms);
void zoom_glide(struct zoom *zoom, struct zoom_range to, uint64_t now_ms);
/* Moves to where it is at `now_ms`; false when it has come to rest. */
bool zoom_step(struct zoom *zoom, uint64_t now_ms);
/* What there is, from the declaration, and what of it is shown until somebody says otherwise; keeps
 * what is shown inside. */
void zoom_extent(struct zoom *zoom, struct zoom_range whole, struct zoom_range usual, double least);
/* So much closer, or less when that is below 1, around the middle. */
struct zoom_range zoom_scaled(struct zoom_range shown, double factor, double at);

#endif
