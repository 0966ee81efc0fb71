#include "ui/ui_private.h"

#include <math.h>

/* The axes of a frame that can be shown near or far, and their state. They are known by their keys
 * alone: a visitor who comes back to an axis from another page finds it as it was. */

#define STEP 2.0   /* of a key */
#define NOTCH 1.25 /* of a wheel */

uint64_t
ui_zoom_id(struct str key) {
    return str_hash(key, 0x2003);
}

struct zoom *
ui_zoom_of(struct ui *ui, uint64_t id) {
    struct zoom *oldest = &ui->zooms[0];
    for (size_t i = 0; i < UI_ZOOMS; i++) {
        if (ui->zooms[i].id == id) {
            return &ui->zooms[i];
        }
        oldest = ui->zooms[i].seen < oldest->seen ? &ui->zooms[i] : oldest;
    }
    *oldest = (struct zoom){.id = id, .seen = ui->frame_number};
    return oldest;
}

struct zoom_range
ui_zoom(
    struct ui *ui, struct str key, struct zoom_range whole, struct zoom_range usual, double least) {
    struct zoom *zoom = ui_zoom_of(ui, ui_zoom_id(key));
    zoom->seen = ui->frame_number;
    zoom_extent(zoom, whole, usual, least);
    return zoom->shown;
}

void
ui_zoom_show(struct ui *ui, struct str key, struct zoom_range range) {
    zoom_set(ui_zoom_of(ui, ui_zoom_id(key)), range);
}

void
ui_zooms_step(struct ui *ui, uint64_t now_ms) {
    for (size_t i = 0; i < UI_ZOOMS; i++) {
        zoom_step(&ui->zooms[i], now_ms);
    }
}

bool
ui_zooms_move(const struct ui *ui) {
    for (size_t i = 0; i < UI_ZOOMS; i++) {
        if (ui->zooms[i].mode != ZOOM_REST && ui->zooms[i].seen == ui->frame_number) {
            return true;
        }
    }
    return false;
}

static void
go_to(struct ui *ui, struct zoom *zoom, struct zoom_range range) {
    if (ui->frame.reduced_motion) {
        zoom_set(zoom, range);
    } else {
        zoom_glide(zoom, range, ui->now_ms > ui->frame.now_ms ? ui->now_ms : ui->frame.now_ms);
    }
    ui->is_dirty = true;
}

static bool
go_by_word(struct ui *ui, struct zoom *zoom, struct str words) {
    struct zoom_range base = zoom->mode == ZOOM_GLIDE ? zoom->end : zoom->shown, to;
    struct str first;
    if (str_eq(words, STR("in"))) {
        to = zoom_scaled(base, STEP, 0.5);
    } else if (str_eq(words, STR("out"))) {
        to = zoom_scaled(base, 1 / STEP, 0.5);
    } else if (str_eq(words, STR("all"))) {
        to = zoom->whole;
    } else if (!str_split(&words, ' ', &first) || !str_to_double(first, &to.from) ||
               !str_to_double(words, &to.to)) {
        return false;
    }
    go_to(ui, zoom, to);
    return true;
}

/* "zoom years in", "zoom years out", "zoom years all", "zoom years 7305 10957" */
bool
ui_zoom_action(struct ui *ui, struct str action) {
    struct str word, key;
    if (!str_split(&action, ' ', &word) || !str_eq(word, STR("zoom")) ||
        !str_split(&action, ' ', &key)) {
        return false;
    }
    return go_by_word(ui, ui_zoom_of(ui, ui_zoom_id(key)), action);
}

/* The first axis from node `first` on. */
bool
ui_zoom_key(struct ui *ui, uint32_t first, enum ui_key key) {
    const struct ui_tree *tree = ui_tree_const(ui);
    struct str word = key == UI_KEY_ZOOM_IN    ? STR("in")
                      : key == UI_KEY_ZOOM_OUT ? STR("out")
                                               : STR("all");
    for (size_t i = first; i < tree->count; i++) {
        if (tree->nodes[i].kind == NODE_BOX && tree->nodes[i].box.zoom) {
            return go_by_word(ui, ui_zoom_of(ui, tree->nodes[i].id), word);
        }
    }
    return false;
}

/* Where the axis lies in the box of that node, px. */
static struct rect
axis_of(const struct ui_node *node) {
    struct rect at = node->rect;
    at.x += node->box.zoom->start_px;
    at.w -= node->box.zoom->start_px + node->box.zoom->end_px;
    at.w = at.w > 1 ? at.w : 1;
    return at;
}

static double
part_of(const struct ui_node *node, float x) {
    struct rect axis = axis_of(node);
    return fmin(fmax((double)((x - axis.x) / axis.w), 0), 1);
}

bool
ui_zoom_wheel(struct ui *ui, uint64_t id, const struct ui_event *event) {
    const struct ui_node *node = ui_node_by_id(ui, id);
    struct zoom *zoom = ui_zoom_of(ui, id);
    struct zoom_range before = zoom->shown;
    if (!node || !node->box.zoom) {
        return false;
    }
    if (event->wheel.y != 0) {
        zoom_by(zoom, pow(NOTCH, (double)event->wheel.y), part_of(node, event->at.x));
    }
    if (event->wheel.x != 0) {
        zoom_pan(zoom, (double)event->wheel.x / 12);
    }
    return zoom->shown.from != before.from || zoom->shown.to != before.to;
}

void
ui_zoom_pan(struct ui *ui, uint64_t id, float px) {
    const struct ui_node *node = ui_node_by_id(ui, id);
    if (node && node->box.zoom) {
        zoom_pan(ui_zoom_of(ui, id), (double)(px / axis_of(node).w));
    }
}

void
ui_zoom_fling(struct ui *ui, uint64_t id, float velocity, uint64_t now_ms) {
    const struct ui_node *node = ui_node_by_id(ui, id);
    if (node && node->box.zoom) {
        zoom_fling(ui_zoom_of(ui, id), (double)(velocity / axis_of(node).w), now_ms);
    }
}

/* What lay under the two fingers stays under them. */
void
ui_zoom_pinch(struct ui *ui, uint64_t id, const struct gesture *gesture) {
    const struct ui_node *node = ui_node_by_id(ui, id);
    struct zoom *zoom = ui_zoom_of(ui, id);
    if (!node || !node->box.zoom) {
        return;
    }
    struct rect axis = axis_of(node);
    zoom_pan(zoom, (double)(gesture->delta / axis.w));
    zoom_by(zoom, (double)gesture->factor, part_of(node, gesture->middle));
}
