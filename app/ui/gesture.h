/* gesture.h - one gesture at a time, whatever touches the glass. Pure state; no nodes, no screen.
 *
 * Fingers, pens and the mouse are pointers, told apart by id alone. One of them is followed from
 * its press to its release. A press becomes a tap when it ends inside what it began on, a drag when
 * it moves further than the slop and something under it scrolls that way, or a slide when it moves
 * so on something that takes slides (text that is selected). On a key that takes flicks it stays a
 * press wherever it goes, and has a side: how far the finger is from where it came down decides,
 * not how fast it went, and back there it has none. From the left edge of a handheld it leads back.
 * A tap close to the last one in time and place is a tremor and is swallowed. Who is followed:
 *
 * 1. A press is followed when nobody is, and also when the pointer followed so far
 *    - has the same id: its release was lost;
 *    - holds nothing: it can neither act nor scroll;
 *    - has been silent, or within the slop of one place, for GESTURE_STALE_MS: a palm, a dirty
 *      spot, a finger whose release was lost;
 *    - has been held for GESTURE_LONGEST_MS, whatever it does;
 *    - rests where it began, within GESTURE_EDGE_PX of the edge of the glass, and the new one does
 *      not: a hand that holds the device, the frame that presses on the panel.
 *    The one before it is cancelled; what it still does means nothing.
 * 2. Any other press waits. The latest one that waits is followed when the one before it ends
 *    without having acted, unless it moved beyond the slop meanwhile.
 * 3. Moves and releases of a pointer that is not followed mean nothing.
 *    One exception: on an axis that zooms (`target.zoomer`) a press that waits becomes the second
 * of a pair once both have moved beyond the slop since it came, on the same axis. A palm that rests
 *    never does. The pair ends with the first of its releases; the finger that stays holds nothing.
 * 4. Keys and the wheel are no pointers: they act beside a press. A press acts on what it began on
 *    only if that still lies under it (the caller keeps `target.rect` true).
 * 5. Times may come out of order or jump: what counts is how far apart two of them are. */
#ifndef UI_GESTURE_H
#define UI_GESTURE_H

#include "ui/event.h"

#define GESTURE_REPEAT_MS 300
#define GESTURE_STALE_MS 1000
#define GESTURE_LONGEST_MS 10000
#define GESTURE_EDGE_PX 5.0f
#define GESTURE_SAMPLES 8

enum gesture_state {
    GESTURE_IDLE,
    GESTURE_PRESSED,
    GESTURE_DRAG,
    GESTURE_SLIDE,
    GESTURE_EDGE,
    GESTURE_PINCH,
    GESTURE_DEAD
};
enum gesture_result {
    GESTURE_NOTHING,
    GESTURE_PRESS,
    GESTURE_MOVED,
    GESTURE_SCROLL,
    GESTURE_SLIDES,
    GESTURE_TAP,
    GESTURE_RELEASED, /* a drag */
    GESTURE_SLID,
    GESTURE_EDGED,   /* far enough from the edge */
    GESTURE_PINCHES, /* by `factor` about `middle`, which has gone on by `delta` */
    GESTURE_PINCHED,
    GESTURE_CANCELLED
};

/* What lies under a finger that comes down. */
struct gesture_target {
    uint64_t id;       /* node that would act; 0: none */
    struct rect rect;  /* its visible part */
    uint64_t scroller; /* nearest one; 0: none */
    bool scrolls_x;    /* which way it goes */
    uint64_t zoomer;   /* nearest axis that zooms and moves along x; 0: none */
    bool is_moving;    /* it is coasting: the finger only catches it */
    bool is_rapid;     /* a key to type with: two quick taps are two taps, not a tremor */
    bool takes_slides; /* along x: text in a field */
    bool is_at_edge;   /* of the glass */
    float flick_px;    /* so far to a side; 0: it takes no flicks */
    float edge_px;     /* so far from the left edge leads back; 0: it did not begin there */
};

struct gesture_sample {
    uint64_t time_ms;
    struct point at;
};

struct gesture {
    enum gesture_state state;
    uint64_t pointer;
    struct gesture_target target;
    struct point start, last;
    uint64_t start_ms;
    struct point rest_at; /* where it has been within the slop since `rest_ms` */
    uint64_t rest_ms;
    bool is_inside;    /* of the target, at the moment */
    bool has_moved;    /* beyond the slop, by the event fed last */
    enum ui_side side; /* of a press on a key that takes flicks, and of its tap */
    struct gesture_sample samples[GESTURE_SAMPLES];
    int sample_count;
    struct {
        bool is_there, has_moved; /* beyond the slop */
        uint64_t pointer, since_ms;
        struct point at, other; /* where it came down, and where the followed one was then */
        struct point now;
        struct gesture_target target;
    } waiting;
    bool pans; /* the drag moves `target.zoomer` */
    struct {
        uint64_t pointer; /* beside `pointer` */
        struct point at;  /* of that */
    } second;
    float factor, middle; /* GESTURE_PINCHES: how much wider, and px along x between the fingers */
    struct point tap_at;
    uint64_t tap_ms; /* 0: never */
    float delta; /* GESTURE_SCROLL, GESTURE_PINCHES: px to move by; positive shows what is further
                    on */
    float velocity; /* GESTURE_RELEASED: px/ms */
};

/* `under` is looked at only for UI_POINTER_DOWN. */
enum gesture_result gesture_feed(struct gesture *gesture, const struct ui_event *event,
    const struct gesture_target *under, float slop_px, float tremor_px);
/* Lets go of whatever is held, acting on nothing. */
void gesture_cancel(struct gesture *gesture);

#endif
