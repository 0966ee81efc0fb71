/* gesture.h - one finger at a time: press, tap, drag, release. Pure state; no nodes, no screen.
 *
 * The first finger down is followed until it leaves; others are ignored meanwhile. A press becomes
 * a tap when it ends inside what it began on, or a drag when it moves further than the slop and
 * something under it scrolls that way. A tap close to the last one in time and place is a tremor
 * and is swallowed. */
#ifndef UI_GESTURE_H
#define UI_GESTURE_H

#include "ui/event.h"

#define GESTURE_REPEAT_MS 300
#define GESTURE_SAMPLES 8

enum gesture_state { GESTURE_IDLE, GESTURE_PRESSED, GESTURE_DRAG, GESTURE_DEAD };
enum gesture_result {
    GESTURE_NOTHING,
    GESTURE_PRESS,
    GESTURE_MOVED,
    GESTURE_SCROLL,
    GESTURE_TAP,
    GESTURE_RELEASED,
    GESTURE_CANCELLED
};

/* What lies under a finger that comes down. */
struct gesture_target {
    uint64_t id;       /* node that would act; 0: none */
    struct rect rect;  /* its visible part */
    uint64_t scroller; /* nearest one; 0: none */
    bool scrolls_x;    /* which way it goes */
    bool is_moving;    /* it is coasting: the finger only catches it */
    bool is_rapid;     /* a key to type with: two quick taps are two taps, not a tremor */
};

struct gesture {
    enum gesture_state state;
    uint64_t pointer;
    struct gesture_target target;
    struct point start, last;
    bool is_inside; /* of the target, at the moment */
    struct {
        uint64_t time_ms;
        float at;
    } samples[GESTURE_SAMPLES];
    int sample_count;
    struct point tap_at;
    uint64_t tap_ms; /* 0: never */
    float delta;     /* GESTURE_SCROLL: px to move by; positive shows what is further on */
    float velocity;  /* GESTURE_RELEASED: px/ms */
};

/* `under` is looked at only for UI_POINTER_DOWN. */
enum gesture_result gesture_feed(struct gesture *gesture, const struct ui_event *event,
    const struct gesture_target *under, float slop_px, float tremor_px);
/* Lets go of whatever is held, acting on nothing. */
void gesture_cancel(struct gesture *gesture);

#endif
