#include "ui/scroll.h"

#include <math.h>

#define FLING_TAU_MS 325.0f /* the speed falls to 1/e in this time */
#define FLING_LEAST 0.08f   /* px/ms; below this a finger has stopped, not thrown */
#define FLING_MOST 8.0f     /* px/ms */
#define REST_PX 0.5f        /* closer than this to the end is the end */
#define GLIDE_MS 260.0f

static float
inside(const struct scroll *scroll, float offset) {
    offset = offset > scroll->max ? scroll->max : offset;
    return offset > 0 ? offset : 0;
}

void
scroll_stop(struct scroll *scroll) {
    scroll->mode = SCROLL_REST;
}

void
scroll_set(struct scroll *scroll, float offset) {
    scroll->mode = SCROLL_REST;
    scroll->offset = floorf(inside(scroll, offset) + 0.5f);
}

void
scroll_by(struct scroll *scroll, float delta) {
    scroll->mode = SCROLL_REST;
    scroll->offset = inside(scroll, scroll->offset + delta);
}

void
scroll_fling(struct scroll *scroll, float velocity, uint64_t now_ms) {
    if (fabsf(velocity) < FLING_LEAST) {
        scroll_set(scroll, scroll->offset);
        return;
    }
    velocity = fminf(fmaxf(velocity, -FLING_MOST), FLING_MOST);
    scroll->mode = SCROLL_FLING;
    scroll->from = scroll->offset;
    scroll->to = scroll->offset + velocity * FLING_TAU_MS;
    scroll->since_ms = now_ms;
}

void
scroll_glide(struct scroll *scroll, float to, uint64_t now_ms) {
    scroll->mode = SCROLL_GLIDE;
    scroll->from = scroll->offset;
    scroll->to = inside(scroll, to);
    scroll->since_ms = now_ms;
}

static float
glide_part(float t) {
    t = t > 1 ? 1 : t;
    return 1 - (1 - t) * (1 - t) * (1 - t);
}

bool
scroll_step(struct scroll *scroll, uint64_t now_ms) {
    if (scroll->mode == SCROLL_REST) {
        return false;
    }
    float elapsed = now_ms > scroll->since_ms ? (float)(now_ms - scroll->since_ms) : 0;
    float part = scroll->mode == SCROLL_FLING ? 1 - expf(-elapsed / FLING_TAU_MS)
                                              : glide_part(elapsed / GLIDE_MS);
    float at = scroll->from + (scroll->to - scroll->from) * part;
    bool is_over = fabsf(at - scroll->to) < REST_PX || at != inside(scroll, at);
    if (is_over) {
        scroll_set(scroll, fabsf(at - scroll->to) < REST_PX ? scroll->to : at);
        return false;
    }
    scroll->offset = floorf(at + 0.5f);
    return true;
}

void
scroll_extent(struct scroll *scroll, float viewport, float content) {
    scroll->viewport = viewport;
    scroll->max = content > viewport ? content - viewport : 0;
    scroll->offset = inside(scroll, scroll->offset);
}
