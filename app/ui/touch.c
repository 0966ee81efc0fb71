#include "ui/ui_private.h"

#define NOTCH_DP 64.0f
#define EDGE_DP 24.0f        /* from the left, where a swipe back begins ... */
#define EDGE_TRAVEL_DP 56.0f /* ... and how far it goes */
/* How far a finger slides to a side of a key: elders are slow, and a kiosk's keys are large. */
#define FLICK_KIOSK_MM 6.0f
#define FLICK_MM 3.0f

/* The front-most node under the point: children before parents, later siblings first. */
static uint32_t
hit(const struct ui_tree *tree, uint32_t index, struct point at) {
    const struct ui_node *node = &tree->nodes[index];
    bool hides = node->kind == NODE_BOX && node->box.scroll != UI_SCROLL_NONE;
    if (hides && !rect_contains(node->clip, at)) {
        return 0;
    }
    uint32_t found = 0;
    struct point outside = at;
    at = node->box.turned ? point_turn(at, node->rect) : at;
    for (uint32_t i = node->first_child; i != 0; i = tree->nodes[i].next) {
        uint32_t in_child = hit(tree, i, at);
        found = in_child ? in_child : found;
    }
    if (found) {
        return found;
    }
    return rect_contains(node->clip, outside) ? index : 0;
}

static bool
acts(const struct ui_node *node) {
    return (ui_is_target(node) || (node->kind == NODE_LINK) ||
               (node->box.modal && node->box.action.n > 0)) &&
           !node->box.disabled;
}

static float
flick_px(const struct metrics *m) {
    return (m->posture == POSTURE_KIOSK ? FLICK_KIOSK_MM : FLICK_MM) * m->px_per_mm;
}

/* From the node upwards: what acts on a tap, and what scrolls under a drag. */
static struct gesture_target
target_at(struct ui *ui, struct point at) {
    const struct ui_tree *tree = ui_tree(ui);
    struct gesture_target target = {0};
    bool is_closed = false; /* a dialog's panel: taps do not reach the scrim behind it */
    for (uint32_t i = hit(tree, ui_modal(ui), at); i != 0; i = tree->nodes[i].parent) {
        const struct ui_node *node = &tree->nodes[i];
        if (!target.id && !is_closed && acts(node)) {
            target.id = node->id;
            target.rect = ui_on_glass(ui, i, node->clip);
            target.is_rapid = node->box.rapid;
            target.flick_px = node->box.flicks ? flick_px(&ui->metrics) : 0;
            target.takes_slides = node->box.role == ROLE_TEXTFIELD;
            target.scroller = target.takes_slides ? 0 : target.scroller; /* the text's own */
        }
        if (!target.zoomer && node->kind == NODE_BOX && node->box.zoom) {
            target.zoomer = node->id;
            target.is_moving = ui_zoom_of(ui, node->id)->mode == ZOOM_FLING;
        }
        if (!target.scroller && node->kind == NODE_BOX && node->box.scroll != UI_SCROLL_NONE) {
            const struct scroll *scroll = ui_scroll_of(ui, node->id);
            if (scroll->max > 0) {
                target.scroller = node->id;
                target.scrolls_x = node->box.scroll == UI_SCROLL_X;
                target.is_moving = target.is_moving || scroll->mode == SCROLL_FLING;
            }
        }
        is_closed = is_closed || node->box.role == ROLE_DIALOG;
    }
    return target;
}

static bool
is_near_edge(const struct ui *ui, struct point at) {
    float width = (float)ui->metrics.width_px, height = (float)ui->metrics.height_px;
    return at.x < GESTURE_EDGE_PX || at.y < GESTURE_EDGE_PX || at.x >= width - GESTURE_EDGE_PX ||
           at.y >= height - GESTURE_EDGE_PX;
}

/* A handheld's owner swipes back from the left edge; what leans on a public panel does not. */
static float
edge_px(const struct ui *ui, struct point at) {
    const struct metrics *m = &ui->metrics;
    float dp = m->size_px / m->text_scale;
    return m->posture == POSTURE_HANDHELD && at.x < EDGE_DP * dp ? EDGE_TRAVEL_DP * dp : 0;
}

/* The page may have moved, changed or gone under a dialog since the press. */
static void
keep_target_true(struct ui *ui, struct point at) {
    struct gesture *gesture = &ui->gesture;
    if (gesture->target.id != 0 && gesture->state == GESTURE_PRESSED) {
        struct gesture_target now = target_at(ui, at);
        if (gesture->target.flick_px > 0) { /* what shows where to slide lies over it */
            const struct ui_node *key = ui_modal(ui) ? NULL : ui_node_by_id(ui, gesture->target.id);
            now = (struct gesture_target){
                .id = key ? key->id : 0, .rect = key ? key->clip : (struct rect){0, 0, 0, 0}};
        }
        gesture->target.rect = now.id == gesture->target.id ? now.rect : (struct rect){0, 0, 0, 0};
    }
}

static bool
wheel(struct ui *ui, const struct ui_event *event) {
    struct gesture_target target = target_at(ui, event->at);
    ui->life = UI_LIFE_SIGN;
    if (target.zoomer) {
        bool has_zoomed = ui_zoom_wheel(ui, target.zoomer, event);
        ui->life = has_zoomed ? UI_LIFE_ACT : UI_LIFE_SIGN;
        return has_zoomed;
    }
    if (!target.scroller) {
        return false;
    }
    struct scroll *scroll = ui_scroll_of(ui, target.scroller);
    float before = scroll->offset;
    float notches = target.scrolls_x ? event->wheel.x - event->wheel.y : -event->wheel.y;
    scroll_by(scroll, notches * NOTCH_DP * ui->metrics.dp_px);
    ui->life = scroll->offset != before ? UI_LIFE_ACT : UI_LIFE_SIGN;
    return scroll->offset != before;
}

static void
tap(struct ui *ui) {
    struct ui_node *node = ui_node_by_id(ui, ui->gesture.target.id);
    ui->focus_visible = false;
    if (!node) {
        return;
    }
    ui->life = node->box.modal ? UI_LIFE_SIGN : UI_LIFE_ACT; /* beside a dialog: perhaps dirt */
    if (node->box.role == ROLE_TEXTFIELD) {
        ui_edit_point(ui, node->id, ui->gesture.tap_at, false);
        return;
    }
    if (!node->box.rapid) { /* a key to type with leaves the caret where it is */
        ui_set_focused(ui, node->box.modal ? 0 : node->id);
    }
    struct ui_node chosen = *node;
    enum ui_side side = ui->gesture.side;
    if (node->box.flicks && side != UI_SIDE_NONE && node->box.flicks[side - 1].n > 0) {
        chosen.box.action = node->box.flicks[side - 1];
    }
    ui_activate(ui, &chosen);
}

/* From where the finger came down to where it is. */
static void
slide(struct ui *ui) {
    const struct gesture *gesture = &ui->gesture;
    if (ui->sliding != gesture->target.id) {
        ui->focus_visible = false;
        ui->sliding = gesture->target.id;
        ui_edit_point(ui, ui->sliding, gesture->start, false);
    }
    ui_edit_point(ui, ui->sliding, gesture->last, true);
}

static enum ui_life
life_of_pointer(const struct ui *ui, const struct ui_event *event, enum gesture_result result) {
    switch (result) {
    case GESTURE_PRESS:
    case GESTURE_TAP:
        return UI_LIFE_SIGN;
    case GESTURE_RELEASED:
    case GESTURE_SLID:
    case GESTURE_EDGED:
    case GESTURE_PINCHED:
        return UI_LIFE_ACT;
    case GESTURE_CANCELLED:
        return event->type == UI_POINTER_UP ? UI_LIFE_SIGN : UI_LIFE_NONE;
    default:
        return ui->gesture.has_moved ? UI_LIFE_SIGN : UI_LIFE_NONE;
    }
}

static void
act_on_axis(struct ui *ui, const struct ui_event *event, enum gesture_result result) {
    struct gesture *gesture = &ui->gesture;
    uint64_t id = gesture->target.zoomer;
    if (result == GESTURE_PRESS) {
        zoom_stop(ui_zoom_of(ui, id));
    } else if (result == GESTURE_PINCHES) {
        ui_zoom_pinch(ui, id, gesture);
    } else if (result == GESTURE_SCROLL && gesture->pans) {
        ui_zoom_pan(ui, id, gesture->delta);
    } else if (result == GESTURE_RELEASED && gesture->pans && !ui->frame.reduced_motion) {
        ui_zoom_fling(ui, id, gesture->velocity, event->time_ms);
    }
}

/* Carries out what the gesture came to. */
static bool
act(struct ui *ui, const struct ui_event *event, enum gesture_result result) {
    struct gesture *gesture = &ui->gesture;
    struct scroll *scroll =
        gesture->target.scroller ? ui_scroll_of(ui, gesture->target.scroller) : NULL;
    if (result == GESTURE_SLIDES) {
        slide(ui);
    } else if (result != GESTURE_NOTHING) {
        ui->sliding = 0;
    }
    if (gesture->target.zoomer) {
        act_on_axis(ui, event, result);
    }
    if (result == GESTURE_TAP) {
        tap(ui);
    } else if (result == GESTURE_PRESS && scroll) {
        scroll_stop(scroll);
    } else if (gesture->pans) {
        return result != GESTURE_NOTHING;
    } else if (result == GESTURE_SCROLL && scroll) {
        scroll_by(scroll, gesture->delta);
    } else if (result == GESTURE_RELEASED && scroll) {
        scroll_fling(scroll, ui->frame.reduced_motion ? 0 : gesture->velocity, event->time_ms);
    } else if (result == GESTURE_EDGED) {
        ui_back(ui);
    }
    return result != GESTURE_NOTHING;
}

bool
ui_pointer(struct ui *ui, const struct ui_event *event) {
    if (event->type == UI_WHEEL) {
        return wheel(ui, event);
    }
    struct gesture_target under = {0};
    if (event->type == UI_POINTER_DOWN) {
        under = target_at(ui, event->at);
        under.is_at_edge = is_near_edge(ui, event->at);
        under.edge_px = edge_px(ui, event->at);
    } else if (event->pointer == ui->gesture.pointer) {
        keep_target_true(ui, event->at);
    }
    enum gesture_result result =
        gesture_feed(&ui->gesture, event, &under, ui->metrics.slop_px, ui->metrics.target_px / 2);
    ui->life = life_of_pointer(ui, event, result);
    return act(ui, event, result);
}

/* While a frame is declared, the one before it is what the finger is on. */
bool
ui_flicking(const struct ui *ui, struct ui_flicking *out) {
    const struct gesture *gesture = &ui->gesture;
    const struct ui_tree *tree = &ui->trees[ui->is_declaring ? 1 - ui->current : ui->current];
    uint32_t node = 1;
    while (node < tree->count && tree->nodes[node].id != gesture->target.id) {
        node++;
    }
    if (gesture->state != GESTURE_PRESSED || gesture->target.flick_px <= 0 || node >= tree->count) {
        return false;
    }
    uint32_t region = tree->nodes[node].parent;
    while (region != 0 && tree->nodes[region].box.role != ROLE_REGION) {
        region = tree->nodes[region].parent;
    }
    *out = (struct ui_flicking){
        tree->nodes[node].box.key, tree->nodes[node].rect, tree->nodes[region].rect, gesture->side};
    return true;
}
