#include "ui/ui_private.h"

#include "base/check.h"
#include "base/xalloc.h"

#include <string.h>

struct ui *
ui_create(struct text_engine *engine) {
    struct ui *ui = xcalloc(1, sizeof(*ui));
    ui->engine = engine;
    ui->is_dirty = true;
    arena_init(&ui->trees[0].arena);
    arena_init(&ui->trees[1].arena);
    return ui;
}

void
ui_destroy(struct ui *ui) {
    if (!ui) {
        return;
    }
    for (int i = 0; i < 2; i++) {
        arena_finish(&ui->trees[i].arena);
        xfree(ui->trees[i].nodes);
    }
    ui_lists_forget(ui);
    str_buf_finish(&ui->screen);
    str_buf_finish(&ui->action);
    xfree(ui);
}

void
ui_forget(struct ui *ui) {
    memset(ui->scrolls, 0, sizeof(ui->scrolls));
    memset(ui->zooms, 0, sizeof(ui->zooms));
    explicit_bzero(ui->fields, sizeof(ui->fields));
    explicit_bzero(&ui->committed, sizeof(ui->committed));
    ui->duty = UI_DUTY_FORGET;
    ui->sliding = 0;
    gesture_cancel(&ui->gesture);
    ui->gesture = (struct gesture){0};
    for (int i = 0; i < 2; i++) { /* frames hold what was shown; there is none until the next */
        arena_finish(&ui->trees[i].arena);
        xfree(ui->trees[i].nodes);
        ui->trees[i] = (struct ui_tree){0};
        arena_init(&ui->trees[i].arena);
    }
    ui->has_frame = false;
    str_buf_finish(&ui->action);
    ui->focused = ui->activated = 0;
    ui->focus_visible = ui->has_action = false;
    ui->anchor = (struct ui_anchor){0};
    ui->turn.kind = UI_TURN_NONE;
    memset(ui->asides, 0, sizeof(ui->asides));
    ui_lists_forget(ui);
    ui->is_dirty = true;
}

static struct ui_node *
node_at(struct ui *ui, uint32_t index) {
    return &ui_tree(ui)->nodes[index];
}

/* The same screen in another language or size: keep what the reader was looking at. */
static bool
is_same_place(const struct ui *ui, const struct ui_frame *frame) {
    return ui->has_frame && str_eq(ui->frame.screen, frame->screen) &&
           (ui->frame.locale != frame->locale ||
               ui->metrics.text_scale != frame->metrics->text_scale ||
               ui->metrics.width_px != frame->metrics->width_px);
}

void
ui_begin(struct ui *ui, const struct ui_frame *frame) {
    xassert(!ui->is_declaring && frame->metrics && frame->theme);
    ui->anchor = (struct ui_anchor){0};
    if (is_same_place(ui, frame) || ui->keeps_place) {
        ui_anchor_take(ui);
    }
    ui_scrolls_step(ui, frame->now_ms);
    ui_zooms_step(ui, frame->now_ms);
    ui->is_new_screen = !ui->has_frame || !str_eq(ui->frame.screen, frame->screen);
    ui->current = !ui->current;
    arena_reset(&ui_tree(ui)->arena);
    ui_tree(ui)->count = 0;
    ui->frame = *frame;
    ui->metrics = *frame->metrics;
    ui->frame.metrics = &ui->metrics;
    if (!str_eq(str_buf_str(&ui->screen), frame->screen)) {
        str_buf_clear(&ui->screen);
        str_buf_add(&ui->screen, frame->screen);
    }
    ui->frame.screen = str_buf_str(&ui->screen);
    ui_turn_step(ui, frame->now_ms);
    ui->frame_number++;
    ui_lists_begin(ui);
    ui->alternate_due_ms = UI_NEVER;
    ui->is_declaring = true;
    ui->is_dirty = false;
    ui->depth = 1;
    ui->stack[0] = ui_add_node(ui, NODE_BOX, (struct str){0});
    struct ui_node *root = node_at(ui, 0);
    root->id = str_hash(ui->frame.screen, 0);
    root->box.axis = UI_OVERLAY;
}

void
ui_end(struct ui *ui) {
    xassert(ui->is_declaring && ui->depth == 1);
    ui->is_declaring = false;
    struct ui_tree *tree = ui_tree(ui);
    struct size window = {(float)ui->metrics.width_px, (float)ui->metrics.height_px};
    struct layout_text text = ui_layout_text(ui);
    layout_sizes(tree->nodes, tree->count, window, &text);
    ui_scrolls_place(ui);
    ui_scroll_buttons(ui);
    ui_link_nodes(ui);
    ui_focus_order(ui);
    ui->has_frame = true;
    ui->activated = 0;
}

static struct insets
insets_px(const struct metrics *m, struct insets dp) {
    return (struct insets){metrics_px(m, dp.top), metrics_px(m, dp.end), metrics_px(m, dp.bottom),
        metrics_px(m, dp.start)};
}

static float
radius_px(const struct metrics *m, float dp) {
    return dp >= RADIUS_PILL ? 4096 : metrics_px(m, dp);
}

static void
box_to_px(struct ui *ui, struct ui_node *node, const struct ui_box *box) {
    const struct metrics *m = &ui->metrics;
    uint32_t children = node->child_count;
    node->box = *box;
    node->child_count = children;
    struct ui_box *px = &node->box;
    px->gap = metrics_px(m, box->gap);
    px->cross_gap = metrics_px(m, box->cross_gap);
    px->padding = insets_px(m, box->padding);
    px->width = metrics_size_px(m, box->width);
    px->height = metrics_size_px(m, box->height);
    px->min_width = metrics_size_px(m, box->min_width);
    px->max_width = metrics_size_px(m, box->max_width);
    px->min_height = metrics_size_px(m, box->min_height);
    px->max_height = metrics_size_px(m, box->max_height);
    px->min_column = metrics_size_px(m, box->min_column);
    px->radius = radius_px(m, box->radius);
    px->border_width = metrics_px(m, box->border_width);
    if (px->raised) {
        ui_key_to_px(ui, node);
    }
    if (px->border != COLOR_NONE && px->border_width <= 0) {
        px->border_width = metrics_px(m, 1);
    }
    if (ui_is_target(node)) {
        px->min_width = px->min_width > m->target_px ? px->min_width : m->target_px;
        px->min_height = px->min_height > m->target_px ? px->min_height : m->target_px;
    }
}

bool
ui_open(struct ui *ui, struct ui_box box) {
    xassert(ui->is_declaring && ui->depth < UI_DEPTH);
    xassert(box.scroll == UI_SCROLL_NONE || box.key.n > 0);
    for (int i = 0; (box.turned || box.scroll != UI_SCROLL_NONE) && i < ui->depth; i++) {
        xassert(!node_at(ui, ui->stack[i])->box.turned);
    }
    uint32_t index = ui_add_node(ui, NODE_BOX, box.key);
    struct ui_node *node = node_at(ui, index);
    box_to_px(ui, node, &box);
    node->lang = box.lang == UI_LANG_FRAME ? ui->frame.locale : (enum locale_id)(box.lang - 1);
    if (box.scroll != UI_SCROLL_NONE) {
        node->id = ui_scroll_id(ui->frame.screen, box.key);
    } else if (box.zoom) {
        node->id = ui_zoom_id(box.key);
    } else if (box.role == ROLE_TEXTFIELD) {
        node->id = ui_field_id(ui->frame.screen, box.key);
        ui_field_of(ui, node->id)->seen = ui->frame_number;
    }
    ui->stack[ui->depth++] = index;
    return ui->activated != 0 && ui->activated == node->id;
}

/* Neighbours that can be touched, or hold something that can, keep their distance whatever the
 * screen asked for. Items of a list look after themselves: a timeline's line must not be cut. So do
 * the page and its bars: what scrolls ends at a bar's edge, and a gap would cut it off before. */
static void
keep_targets_apart(struct ui *ui, struct ui_node *parent) {
    size_t targets = 0;
    for (uint32_t i = parent->first_child; i != 0; i = node_at(ui, i)->next) {
        const struct ui_node *child = node_at(ui, i);
        bool has_one = ui_is_target(child) || child->has_target;
        parent->has_target = parent->has_target || has_one;
        bool is_by_itself =
            child->box.role == ROLE_LISTITEM || (child->position > 0 && parent->box.gap <= 0);
        targets += has_one && !is_by_itself ? 1 : 0;
    }
    if (targets < 2 || parent->box.axis == UI_OVERLAY || parent->is_frame) {
        return;
    }
    float least = ui->metrics.gap_px;
    if (parent->box.cross_gap > 0 && parent->box.cross_gap < least) {
        parent->box.cross_gap = least;
    }
    parent->box.gap = parent->box.gap > least ? parent->box.gap : least;
}

void
ui_close(struct ui *ui) {
    xassert(ui->is_declaring && ui->depth > 1);
    ui->depth--;
    keep_targets_apart(ui, node_at(ui, ui->stack[ui->depth]));
}

void
ui_icon(struct ui *ui, struct ui_icon_spec spec) {
    uint32_t index = ui_add_node(ui, NODE_ICON, (struct str){0});
    struct ui_node *node = node_at(ui, index);
    float side = metrics_size_px(&ui->metrics, spec.size > 0 ? spec.size : 24);
    node->name = spec.name;
    node->color = spec.color != COLOR_NONE ? spec.color : COLOR_INK;
    node->lang = ui->frame.locale;
    node->box.label = spec.label;
    node->box.role = spec.label.n ? ROLE_IMAGE : ROLE_NONE;
    node->box.self = spec.self;
    node->box.width = node->box.height = side;
}

/* A box of that length along the parent's axis. */
void
ui_space(struct ui *ui, float dp) {
    bool is_row = node_at(ui, ui->stack[ui->depth - 1])->box.axis == UI_ROW;
    uint32_t index = ui_add_node(ui, NODE_BOX, (struct str){0});
    float px = metrics_px(&ui->metrics, dp);
    if (is_row) {
        node_at(ui, index)->box.width = px;
    } else {
        node_at(ui, index)->box.height = px;
    }
}

/* Input methods send empty compositions of their own accord. */
static enum ui_life
life_of_key(const struct ui_event *event, bool changed) {
    bool is_said = event->type == UI_KEY ? !event->is_repeat : event->text.n > 0;
    bool is_act = changed && event->type != UI_TEXT_EDITING;
    return !is_said ? UI_LIFE_NONE : is_act ? UI_LIFE_ACT : UI_LIFE_SIGN;
}

bool
ui_feed(struct ui *ui, const struct ui_event *event) {
    xassert(!ui->is_declaring);
    ui->life = UI_LIFE_NONE;
    ui->now_ms = event->time_ms;
    if (!ui->has_frame) {
        return false;
    }
    bool is_key =
        event->type == UI_KEY || event->type == UI_TEXT_INPUT || event->type == UI_TEXT_EDITING;
    bool changed = is_key ? ui_key(ui, event) : ui_pointer(ui, event);
    if (is_key) {
        ui->life = life_of_key(event, changed);
    }
    ui->is_dirty = ui->is_dirty || changed;
    return changed;
}

enum ui_life
ui_life(const struct ui *ui) {
    return ui->life;
}

bool
ui_take_action(struct ui *ui, struct arena *arena, struct str *out) {
    if (!ui->has_action) {
        return false;
    }
    ui->has_action = false;
    *out = arena_str(arena, str_buf_str(&ui->action));
    return true;
}

bool
ui_is_incomplete(const struct ui *ui) {
    const struct ui_tree *tree = ui_tree_const(ui);
    return ui->lists.is_incomplete || (tree->count > 0 && tree->nodes[0].is_unsettled);
}

bool
ui_is_dirty(const struct ui *ui) {
    return ui->is_dirty;
}

void
ui_mark_dirty(struct ui *ui) {
    ui->is_dirty = true;
}

const struct ui_node *
ui_nodes(const struct ui *ui, size_t *count) {
    *count = ui_tree_const(ui)->count;
    return ui_tree_const(ui)->nodes;
}
