#include "bench/pinch.h"

#include "bench/fling.h"

enum { TURNS = 16 }; /* of one way: so long a pinch takes */

#define HEIGHT_PART 0.14f /* the first lane of an upright panel */
#define NEAR_PART 0.05f   /* of the width: the fingers when they are close */
#define FAR_PART 0.42f

void
pinch_begin(struct pinch *pinch, struct session *session, uint64_t now_ms) {
    *pinch = (struct pinch){.session = session, .now_ms = now_ms};
}

/* Both fingers, `apart` of the way from near to far. */
static void
feed(struct pinch *pinch, enum ui_event_type type, float middle, float apart) {
    const struct metrics *metrics = &pinch->session->metrics;
    float width = (float)metrics->width_px, y = (float)metrics->height_px * HEIGHT_PART;
    float half = width * (NEAR_PART + (FAR_PART - NEAR_PART) * apart);
    for (int finger = 0; finger < 2; finger++) {
        struct ui_event event = {.type = type,
            .pointer = (uint64_t)finger + 1,
            .at = {width * middle + (finger ? half : -half), y},
            .time_ms = pinch->now_ms};
        session_feed(pinch->session, &event);
    }
}

struct session_turn
pinch_turn(struct pinch *pinch) {
    size_t stroke = pinch->turn / TURNS, at = pinch->turn % TURNS;
    pinch->turn++;
    pinch->now_ms += FLING_TURN_MS;
    bool is_out = stroke / 4 % 2 == 1; /* four strokes nearer, four further */
    float middle = stroke % 2 ? 0.56f : 0.47f, part = (float)at / (TURNS - 1);
    float apart = is_out ? 1 - part : part;
    if (at == 0) {
        feed(pinch, UI_POINTER_DOWN, middle, apart);
    } else {
        feed(pinch, UI_POINTER_MOVE, middle, apart);
    }
    if (at == TURNS - 1) {
        feed(pinch, UI_POINTER_UP, middle, apart);
    }
    return session_step(pinch->session, pinch->now_ms);
}
