#include "ui/scroll.h"

#include <math.h>

#define FLING_TAU_MS 325.0f /* the speed falls to 1/e in this time */
#define FLING_LEAST 0.08f   /* px/ms; below this a finger has stopped, not thrown */
#define FLING_MOST 8.0f     /* px/ms */
#define REST_PX 0.5         /* closer than this to the end is the end */
#define GLIDE_MS 260.0f

#define GLIDE_PAGES 1.5 /* of a longer way only so much is seen */

static double
inside(const struct scroll *scroll, double offset) {
    offset = offset > scroll->max ? scroll->max : offset;
    return offset > 0 ? offset : 0;
}

void
scroll_stop(struct scroll *scroll) {
    scroll->mode = SCROLL_REST;
    scroll->keeps_end = false;
}

static void
rest_at(struct scroll *scroll, double offset) {
    scroll->mode = SCROLL_REST;
    scroll->offset = floor(inside(scroll, offset) + 0.5);
}

void
scroll_set(struct scroll *scroll, double offset) {
    scroll->keeps_end = false;
    rest_at(scroll, offset);
}

void
scroll_by(struct scroll *scroll, double delta) {
    scroll_stop(scroll);
    scroll->offset = inside(scroll, scroll->offset + delta);
}

void
scroll_shift(struct scroll *scroll, double delta) {
    scroll->offset = fmax(0, scroll->offset + delta);
    scroll->from += delta;
    scroll->to += delta;
}

void
scroll_fling(struct scroll *scroll, float velocity, uint64_t now_ms) {
    scroll->keeps_end = false;
    if (fabsf(velocity) < FLING_LEAST) {
        scroll_set(scroll, scroll->offset);
        return;
    }
    velocity = fminf(fmaxf(velocity, -FLING_MOST), FLING_MOST);
    scroll->mode = SCROLL_FLING;
    scroll->from = scroll->offset;
    scroll->to = scroll->offset + (double)(velocity * FLING_TAU_MS);
    scroll->since_ms = now_ms;
}

void
scroll_glide(struct scroll *scroll, double to, uint64_t now_ms) {
    double most = GLIDE_PAGES * scroll->viewport;
    scroll->mode = SCROLL_GLIDE;
    scroll->keeps_end = to >= scroll->max;
    scroll->to = inside(scroll, to);
    scroll->from = scroll->offset;
    if (scroll->viewport > 0 && fabs(scroll->to - scroll->from) > 2 * most) {
        scroll->from = scroll->to + (scroll->to > scroll->from ? -most : most);
    }
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
    double at = scroll->from + (scroll->to - scroll->from) * (double)part;
    bool is_over = fabs(at - scroll->to) < REST_PX || at != inside(scroll, at);
    if (is_over) {
        rest_at(scroll, fabs(at - scroll->to) < REST_PX ? scroll->to : at);
        return false;
    }
    scroll->offset = floor(at + 0.5);
    return true;
}

void
scroll_extent(struct scroll *scroll, double viewport, double content) {
    scroll->viewport = viewport;
    scroll->max = content > viewport ? content - viewport : 0;
    if (scroll->keeps_end && scroll->mode == SCROLL_GLIDE) {
        scroll->to = scroll->max;
    }
    bool goes_to_end = scroll->keeps_end && scroll->mode == SCROLL_REST;
    scroll->offset = goes_to_end ? scroll->max : inside(scroll, scroll->offset);
}
