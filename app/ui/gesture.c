#include "ui/gesture.h"

#include <math.h>
#include <string.h>

#define VELOCITY_WINDOW_MS 100

static float
along(const struct gesture *gesture, struct point p) {
    return gesture->target.scrolls_x ? p.x : p.y;
}

static void
sample(struct gesture *gesture, const struct ui_event *event) {
    if (gesture->sample_count == GESTURE_SAMPLES) {
        memmove(&gesture->samples[0], &gesture->samples[1],
            sizeof(gesture->samples[0]) * (GESTURE_SAMPLES - 1));
        gesture->sample_count--;
    }
    gesture->samples[gesture->sample_count].time_ms = event->time_ms;
    gesture->samples[gesture->sample_count].at = along(gesture, event->at);
    gesture->sample_count++;
}

/* From the oldest sample of the last 100 ms: a finger that paused before it left has no speed. */
static float
velocity(const struct gesture *gesture, uint64_t now_ms, float at) {
    for (int i = 0; i < gesture->sample_count; i++) {
        uint64_t age = now_ms - gesture->samples[i].time_ms;
        if (age <= VELOCITY_WINDOW_MS && age > 0) {
            return (gesture->samples[i].at - at) / (float)age;
        }
    }
    return 0;
}

void
gesture_cancel(struct gesture *gesture) {
    gesture->state = GESTURE_IDLE;
    gesture->target = (struct gesture_target){0};
    gesture->is_inside = false;
}

static enum gesture_result
down(struct gesture *gesture, const struct ui_event *event, const struct gesture_target *under) {
    gesture->state = under->is_moving ? GESTURE_DEAD : GESTURE_PRESSED;
    gesture->pointer = event->pointer;
    gesture->target = *under;
    gesture->start = gesture->last = event->at;
    gesture->is_inside = under->id != 0 && !under->is_moving;
    gesture->sample_count = 0;
    sample(gesture, event);
    return GESTURE_PRESS;
}

/* Further than the slop, and more along the scroller's way than across it. */
static bool
starts_drag(const struct gesture *gesture, struct point at, float slop_px) {
    float dx = fabsf(at.x - gesture->start.x), dy = fabsf(at.y - gesture->start.y);
    float on = gesture->target.scrolls_x ? dx : dy, off = gesture->target.scrolls_x ? dy : dx;
    return gesture->target.scroller != 0 && on > slop_px && on >= off;
}

static enum gesture_result
move(struct gesture *gesture, const struct ui_event *event, float slop_px) {
    sample(gesture, event);
    if (gesture->state != GESTURE_DRAG && starts_drag(gesture, event->at, slop_px)) {
        gesture->state = GESTURE_DRAG;
        gesture->is_inside = false;
        gesture->last = event->at; /* starts from here: no jump by the slop */
        gesture->delta = 0;
        return GESTURE_SCROLL;
    }
    if (gesture->state == GESTURE_DRAG) {
        gesture->delta = along(gesture, gesture->last) - along(gesture, event->at);
        gesture->last = event->at;
        return GESTURE_SCROLL;
    }
    bool was_inside = gesture->is_inside;
    gesture->last = event->at;
    gesture->is_inside = gesture->state == GESTURE_PRESSED && gesture->target.id != 0 &&
                         rect_contains(gesture->target.rect, event->at);
    return gesture->is_inside != was_inside ? GESTURE_MOVED : GESTURE_NOTHING;
}

static bool
is_tremor(const struct gesture *gesture, const struct ui_event *event, float tremor_px) {
    return gesture->tap_ms != 0 && event->time_ms - gesture->tap_ms < GESTURE_REPEAT_MS &&
           hypotf(event->at.x - gesture->tap_at.x, event->at.y - gesture->tap_at.y) < tremor_px;
}

static enum gesture_result
up(struct gesture *gesture, const struct ui_event *event, float tremor_px) {
    enum gesture_state state = gesture->state;
    bool is_inside = gesture->target.id != 0 && rect_contains(gesture->target.rect, event->at);
    gesture->state = GESTURE_IDLE;
    gesture->is_inside = false;
    if (state == GESTURE_DRAG) {
        gesture->velocity = velocity(gesture, event->time_ms, along(gesture, event->at));
        return GESTURE_RELEASED;
    }
    if (state != GESTURE_PRESSED || !is_inside) {
        return GESTURE_CANCELLED;
    }
    if (!gesture->target.is_rapid && is_tremor(gesture, event, tremor_px)) {
        return GESTURE_CANCELLED;
    }
    gesture->tap_at = event->at;
    gesture->tap_ms = event->time_ms ? event->time_ms : 1;
    return GESTURE_TAP;
}

enum gesture_result
gesture_feed(struct gesture *gesture, const struct ui_event *event,
    const struct gesture_target *under, float slop_px, float tremor_px) {
    if (event->type == UI_POINTER_DOWN) {
        return gesture->state == GESTURE_IDLE ? down(gesture, event, under) : GESTURE_NOTHING;
    }
    if (gesture->state == GESTURE_IDLE || event->pointer != gesture->pointer) {
        return GESTURE_NOTHING;
    }
    switch (event->type) {
    case UI_POINTER_MOVE:
        return move(gesture, event, slop_px);
    case UI_POINTER_UP:
        return up(gesture, event, tremor_px);
    case UI_POINTER_CANCEL:
        gesture_cancel(gesture);
        return GESTURE_CANCELLED;
    default:
        return GESTURE_NOTHING;
    }
}
