#include "ui/gesture.h"

#include <math.h>
#include <string.h>

#define VELOCITY_WINDOW_MS 100
#define APART_LEAST_PX 16.0f /* two fingers that are closer are one: how far says nothing */

static float
along(const struct gesture *gesture, struct point p) {
    return gesture->target.scrolls_x || gesture->pans ? p.x : p.y;
}

static uint64_t
apart_ms(uint64_t a, uint64_t b) {
    return a > b ? a - b : b - a;
}

static bool
is_beyond(struct point a, struct point b, float distance) {
    return hypotf(a.x - b.x, a.y - b.y) > distance;
}

static void
sample(struct gesture *gesture, uint64_t time_ms, struct point at) {
    if (gesture->sample_count == GESTURE_SAMPLES) {
        memmove(&gesture->samples[0], &gesture->samples[1],
            sizeof(gesture->samples[0]) * (GESTURE_SAMPLES - 1));
        gesture->sample_count--;
    }
    gesture->samples[gesture->sample_count++] =
        (struct gesture_sample){.time_ms = time_ms, .at = at};
}

/* From the oldest sample of the last 100 ms: a finger that paused before it left has no speed. */
static float
velocity(const struct gesture *gesture, uint64_t now_ms, struct point at) {
    for (int i = 0; i < gesture->sample_count; i++) {
        uint64_t then = gesture->samples[i].time_ms;
        if (then < now_ms && now_ms - then <= VELOCITY_WINDOW_MS) {
            float way = along(gesture, gesture->samples[i].at) - along(gesture, at);
            return way / (float)(now_ms - then);
        }
    }
    return 0;
}

static void
let_go(struct gesture *gesture) {
    gesture->state = GESTURE_IDLE;
    gesture->target = (struct gesture_target){0};
    gesture->is_inside = false;
}

void
gesture_cancel(struct gesture *gesture) {
    let_go(gesture);
    gesture->waiting.is_there = false;
}

static enum gesture_result
follow(struct gesture *gesture, uint64_t pointer, struct point at, uint64_t now_ms,
    const struct gesture_target *under) {
    gesture->state = under->is_moving ? GESTURE_DEAD : GESTURE_PRESSED;
    gesture->pointer = pointer;
    gesture->target = *under;
    gesture->pans = false;
    gesture->start = gesture->last = gesture->rest_at = at;
    gesture->start_ms = gesture->rest_ms = now_ms;
    gesture->is_inside = under->id != 0 && !under->is_moving;
    gesture->side = UI_SIDE_NONE;
    gesture->sample_count = 0;
    gesture->waiting.is_there = false;
    sample(gesture, now_ms, at);
    return GESTURE_PRESS;
}

/* Rule 1 of the header. */
static bool
gives_way(const struct gesture *gesture, const struct ui_event *event,
    const struct gesture_target *under, float slop_px) {
    const struct gesture_target *held = &gesture->target;
    bool rests = !is_beyond(gesture->start, gesture->rest_at, slop_px) &&
                 !is_beyond(gesture->start, gesture->last, slop_px);
    return gesture->state == GESTURE_IDLE || event->pointer == gesture->pointer ||
           (held->id == 0 && held->scroller == 0 && held->zoomer == 0) ||
           apart_ms(event->time_ms, gesture->rest_ms) >= GESTURE_STALE_MS ||
           apart_ms(event->time_ms, gesture->start_ms) >= GESTURE_LONGEST_MS ||
           (held->is_at_edge && rests && !under->is_at_edge);
}

static enum gesture_result
down(struct gesture *gesture, const struct ui_event *event, const struct gesture_target *under,
    float slop_px) {
    if (gives_way(gesture, event, under, slop_px)) {
        return follow(gesture, event->pointer, event->at, event->time_ms, under);
    }
    gesture->waiting.is_there = true;
    gesture->waiting.pointer = event->pointer;
    gesture->waiting.at = gesture->waiting.now = event->at;
    gesture->waiting.has_moved = false;
    gesture->waiting.other = gesture->last;
    gesture->waiting.since_ms = event->time_ms;
    gesture->waiting.target = *under;
    return GESTURE_NOTHING;
}

/* Four sides, parted at 45 degrees. */
static enum ui_side
side_of(const struct gesture *gesture, struct point at) {
    float dx = at.x - gesture->start.x, dy = at.y - gesture->start.y;
    if (!is_beyond(at, gesture->start, gesture->target.flick_px)) {
        return UI_SIDE_NONE;
    }
    if (fabsf(dx) >= fabsf(dy)) {
        return dx < 0 ? UI_SIDE_LEFT : UI_SIDE_RIGHT;
    }
    return dy < 0 ? UI_SIDE_UP : UI_SIDE_DOWN;
}

static enum gesture_result
move_flick(struct gesture *gesture, struct point at) {
    enum ui_side before = gesture->side;
    gesture->last = at;
    gesture->side = side_of(gesture, at);
    return gesture->side != before ? GESTURE_MOVED : GESTURE_NOTHING;
}

/* Further than the slop, and more along the way it goes than across it. */
static enum gesture_state
becomes(struct gesture *gesture, struct point at, float slop_px) {
    float dx = fabsf(at.x - gesture->start.x), dy = fabsf(at.y - gesture->start.y);
    const struct gesture_target *target = &gesture->target;
    float on = target->scrolls_x ? dx : dy, off = target->scrolls_x ? dy : dx;
    if (target->edge_px > 0 && at.x - gesture->start.x > slop_px && dx >= dy) {
        return GESTURE_EDGE;
    }
    if (gesture->state == GESTURE_PRESSED && target->takes_slides && dx > slop_px && dx >= dy) {
        return GESTURE_SLIDE;
    }
    if (target->zoomer != 0 && dx > slop_px && dx >= dy) {
        gesture->pans = true;
        return GESTURE_DRAG;
    }
    return target->scroller != 0 && on > slop_px && on >= off ? GESTURE_DRAG : gesture->state;
}

/* Two fingers on one axis, and both move: neither is a palm. */
static bool
is_pair(const struct gesture *gesture, float slop_px) {
    return gesture->waiting.is_there && gesture->target.zoomer != 0 &&
           gesture->waiting.target.zoomer == gesture->target.zoomer &&
           (gesture->state == GESTURE_PRESSED || gesture->state == GESTURE_DRAG) &&
           is_beyond(gesture->waiting.now, gesture->waiting.at, slop_px) &&
           is_beyond(gesture->last, gesture->waiting.other, slop_px);
}

static void
begin_pair(struct gesture *gesture) {
    gesture->state = GESTURE_PINCH;
    gesture->is_inside = false;
    gesture->second.pointer = gesture->waiting.pointer;
    gesture->second.at = gesture->waiting.now;
    gesture->waiting.is_there = false;
}

static enum gesture_result
pinch(struct gesture *gesture, const struct ui_event *event, float slop_px) {
    struct point *moved = event->pointer == gesture->pointer ? &gesture->last : &gesture->second.at;
    float apart = fabsf(gesture->last.x - gesture->second.at.x);
    float middle = (gesture->last.x + gesture->second.at.x) / 2;
    if (is_beyond(event->at, gesture->rest_at, slop_px)) {
        gesture->rest_at = event->at;
        gesture->rest_ms = event->time_ms;
        gesture->has_moved = true;
    }
    *moved = event->at;
    float now = fabsf(gesture->last.x - gesture->second.at.x);
    gesture->middle = (gesture->last.x + gesture->second.at.x) / 2;
    gesture->delta = middle - gesture->middle;
    gesture->factor = fmaxf(now, APART_LEAST_PX) / fmaxf(apart, APART_LEAST_PX);
    return GESTURE_PINCHES;
}

static enum gesture_result
end_pair(struct gesture *gesture, const struct ui_event *event) {
    if (event->pointer == gesture->pointer) {
        gesture->pointer = gesture->second.pointer;
        gesture->last = gesture->second.at;
    }
    gesture->target = (struct gesture_target){0}; /* gives way to whoever comes */
    gesture->state = GESTURE_DEAD;
    return GESTURE_PINCHED;
}

static bool
is_of_pair(const struct gesture *gesture, const struct ui_event *event) {
    return gesture->state == GESTURE_PINCH &&
           (event->pointer == gesture->pointer || event->pointer == gesture->second.pointer);
}

static enum gesture_result
drag(struct gesture *gesture, struct point at, float slop_px) {
    gesture->delta = along(gesture, gesture->last) - along(gesture, at);
    gesture->last = at;
    if (is_pair(gesture, slop_px)) {
        begin_pair(gesture);
    }
    return GESTURE_SCROLL;
}

static enum gesture_result
move(struct gesture *gesture, const struct ui_event *event, float slop_px) {
    sample(gesture, event->time_ms, event->at);
    if (is_beyond(event->at, gesture->rest_at, slop_px)) {
        gesture->rest_at = event->at;
        gesture->rest_ms = event->time_ms;
        gesture->has_moved = true;
    }
    if (gesture->state == GESTURE_DRAG) {
        return drag(gesture, event->at, slop_px);
    }
    if (gesture->state == GESTURE_PRESSED && gesture->target.flick_px > 0) {
        return move_flick(gesture, event->at);
    }
    if (gesture->state != GESTURE_SLIDE && gesture->state != GESTURE_EDGE) {
        gesture->state = becomes(gesture, event->at, slop_px);
    }
    bool was_inside = gesture->is_inside;
    gesture->last = event->at;
    gesture->is_inside = gesture->state == GESTURE_PRESSED && gesture->target.id != 0 &&
                         rect_contains(gesture->target.rect, event->at);
    if (gesture->state == GESTURE_DRAG) { /* starts from here: no jump by the slop */
        return drag(gesture, event->at, slop_px);
    }
    if (gesture->state == GESTURE_SLIDE) {
        return GESTURE_SLIDES;
    }
    bool is_shown = gesture->is_inside != was_inside || gesture->state == GESTURE_EDGE;
    return is_shown ? GESTURE_MOVED : GESTURE_NOTHING;
}

static bool
is_tremor(const struct gesture *gesture, const struct ui_event *event, float tremor_px) {
    return gesture->tap_ms != 0 && apart_ms(event->time_ms, gesture->tap_ms) < GESTURE_REPEAT_MS &&
           hypotf(event->at.x - gesture->tap_at.x, event->at.y - gesture->tap_at.y) < tremor_px;
}

/* It did nothing: the press that waited has its turn. */
static enum gesture_result
ended_in_vain(struct gesture *gesture) {
    let_go(gesture);
    if (!gesture->waiting.is_there || gesture->waiting.has_moved) {
        gesture->waiting.is_there = false;
        return GESTURE_CANCELLED;
    }
    struct gesture_target target = gesture->waiting.target;
    return follow(
        gesture, gesture->waiting.pointer, gesture->waiting.at, gesture->waiting.since_ms, &target);
}

static enum gesture_result
up(struct gesture *gesture, const struct ui_event *event, float tremor_px) {
    enum gesture_state state = gesture->state;
    struct point at = gesture->target.flick_px > 0 ? gesture->start : event->at;
    bool is_inside = gesture->target.id != 0 && rect_contains(gesture->target.rect, at);
    gesture->state = GESTURE_IDLE;
    gesture->is_inside = false;
    if (state == GESTURE_DRAG || state == GESTURE_SLIDE) {
        gesture->waiting.is_there = false;
        gesture->velocity = velocity(gesture, event->time_ms, event->at);
        return state == GESTURE_DRAG ? GESTURE_RELEASED : GESTURE_SLID;
    }
    if (state == GESTURE_EDGE && event->at.x - gesture->start.x >= gesture->target.edge_px) {
        gesture->waiting.is_there = false;
        return GESTURE_EDGED;
    }
    if (state != GESTURE_PRESSED || !is_inside ||
        (!gesture->target.is_rapid && is_tremor(gesture, event, tremor_px))) {
        return ended_in_vain(gesture);
    }
    gesture->waiting.is_there = false;
    gesture->tap_at = event->at;
    gesture->tap_ms = event->time_ms ? event->time_ms : 1;
    return GESTURE_TAP;
}

static void
feed_waiting(struct gesture *gesture, const struct ui_event *event, float slop_px) {
    if (gesture->waiting.is_there && gesture->waiting.pointer == event->pointer) {
        bool may_pair = gesture->target.zoomer != 0 && gesture->state != GESTURE_DEAD &&
                        gesture->waiting.target.zoomer == gesture->target.zoomer;
        bool stays = event->type == UI_POINTER_MOVE &&
                     (may_pair || !is_beyond(event->at, gesture->waiting.at, slop_px));
        gesture->waiting.is_there = stays;
        gesture->waiting.now = event->at;
        gesture->waiting.has_moved =
            gesture->waiting.has_moved || is_beyond(event->at, gesture->waiting.at, slop_px);
    }
}

enum gesture_result
gesture_feed(struct gesture *gesture, const struct ui_event *event,
    const struct gesture_target *under, float slop_px, float tremor_px) {
    gesture->has_moved = false;
    if (event->type == UI_POINTER_DOWN) {
        return down(gesture, event, under, slop_px);
    }
    if (event->type == UI_POINTER_CANCEL && event->pointer == UI_POINTER_ALL) {
        bool was_held = gesture->state != GESTURE_IDLE;
        gesture_cancel(gesture);
        return was_held ? GESTURE_CANCELLED : GESTURE_NOTHING;
    }
    if (is_of_pair(gesture, event)) {
        return event->type == UI_POINTER_MOVE ? pinch(gesture, event, slop_px)
                                              : end_pair(gesture, event);
    }
    if (gesture->state == GESTURE_IDLE || event->pointer != gesture->pointer) {
        feed_waiting(gesture, event, slop_px);
        if (is_pair(gesture, slop_px)) {
            begin_pair(gesture);
        }
        return GESTURE_NOTHING;
    }
    switch (event->type) {
    case UI_POINTER_MOVE:
        return move(gesture, event, slop_px);
    case UI_POINTER_UP:
        return up(gesture, event, tremor_px);
    case UI_POINTER_CANCEL:
        return ended_in_vain(gesture);
    default:
        return GESTURE_NOTHING;
    }
}
