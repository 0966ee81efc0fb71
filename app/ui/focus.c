#include "ui/ui_private.h"

#include <math.h>

static bool
is_focusable(const struct ui_node *node) {
    return (ui_is_target(node) || node->kind == NODE_LINK) && node->box.role != ROLE_NONE &&
           !node->box.disabled;
}

/* A sheet may leave nothing of the page behind it; what nobody sees, nobody walks through. */
static void
number(struct ui *ui, uint32_t index, uint32_t *next) {
    struct ui_tree *tree = ui_tree(ui);
    struct ui_node *node = &tree->nodes[index];
    if (node->box.scroll == UI_SCROLL_Y && node->clip.h < ui->metrics.gap_px) {
        return;
    }
    if (is_focusable(node)) {
        node->focus = (*next)++;
    }
    for (uint32_t i = node->first_child; i != 0; i = tree->nodes[i].next) {
        number(ui, i, next);
    }
}

/* Reading order, inside the front dialog if there is one. */
void
ui_focus_order(struct ui *ui) {
    uint32_t next = 1;
    number(ui, ui_modal(ui), &next);
    const struct ui_node *focused = ui_node_by_id(ui, ui->focused);
    if (ui->focused && (!focused || focused->focus == 0)) {
        ui_set_focused(ui, 0);
    }
    const struct ui_tree *tree = ui_tree_const(ui);
    for (size_t i = 1; ui->is_new_screen && !ui->focused && i < tree->count; i++) {
        bool takes_it = tree->nodes[i].box.autofocus && tree->nodes[i].focus != 0;
        ui->focused = takes_it ? tree->nodes[i].id : 0;
    }
}

uint64_t
ui_focused(const struct ui *ui) {
    return ui->focused;
}

bool
ui_focus_visible(const struct ui *ui) {
    return ui->focus_visible;
}

bool
ui_wants_text(const struct ui *ui, struct rect *field_px) {
    const struct ui_node *node = ui_node_by_id(ui, ui->focused);
    if (!node || node->box.role != ROLE_TEXTFIELD) {
        return false;
    }
    *field_px = node->clip;
    return true;
}

static bool
set_focus(struct ui *ui, uint32_t index) {
    if (index == 0) {
        return false;
    }
    ui_set_focused(ui, ui_tree(ui)->nodes[index].id);
    ui->focus_visible = true;
    ui_reveal(ui, index);
    return true;
}

/* Scrolled out of view at the top: who comes back to a page goes on where it stands. */
static bool
is_above(const struct ui *ui, uint32_t node) {
    struct rect rect = ui_tree_const(ui)->nodes[node].rect;
    return ui_scroller_over(ui, node) != 0 && rect.y + rect.h <= ui_scroller_clip(ui, node).y;
}

/* The node whose focus number is the next one in that direction, round the end. */
static bool
step(struct ui *ui, bool forward) {
    const struct ui_tree *tree = ui_tree(ui);
    const struct ui_node *focused = ui_node_by_id(ui, ui->focused);
    uint32_t now = focused ? focused->focus : 0, best = 0, wrap = 0;
    for (uint32_t i = 1; i < tree->count; i++) {
        uint32_t n = tree->nodes[i].focus;
        if (n == 0) {
            continue;
        }
        bool is_beyond = forward ? n > now : n < now;
        uint32_t than = best ? tree->nodes[best].focus : 0;
        if (is_beyond && now != 0 && (!best || (forward ? n < than : n > than))) {
            best = i;
        }
        uint32_t end = wrap ? tree->nodes[wrap].focus : 0;
        bool is_passed = now == 0 && forward && is_above(ui, i);
        if (!is_passed && (!wrap || (forward ? n < end : n > end))) {
            wrap = i;
        }
    }
    return set_focus(ui, best ? best : wrap);
}

#define ASIDE 0.02f

/* How far `to` lies from `from` in the direction of the key; < 0: not that way. Sideways distance
 * counts double, so that a list is walked down and not across; of what lies in one line, what is
 * least aside. */
static float
distance(struct rect from, struct rect to, enum ui_key key) {
    float fx = from.x + from.w / 2, fy = from.y + from.h / 2;
    float tx = to.x + to.w / 2, ty = to.y + to.h / 2;
    float overlap_x = fminf(from.x + from.w, to.x + to.w) - fmaxf(from.x, to.x);
    float overlap_y = fminf(from.y + from.h, to.y + to.h) - fmaxf(from.y, to.y);
    float aside_x = overlap_x > 0 ? ASIDE * fabsf(tx - fx) : fabsf(tx - fx),
          aside_y = overlap_y > 0 ? ASIDE * fabsf(ty - fy) : fabsf(ty - fy);
    switch (key) {
    case UI_KEY_DOWN:
        return to.y >= from.y + from.h / 2 ? ty - fy + 2 * aside_x : -1;
    case UI_KEY_UP:
        return to.y + to.h <= from.y + from.h / 2 ? fy - ty + 2 * aside_x : -1;
    case UI_KEY_RIGHT:
        return to.x >= from.x + from.w / 2 ? tx - fx + 2 * aside_y : -1;
    default:
        return to.x + to.w <= from.x + from.w / 2 ? fx - tx + 2 * aside_y : -1;
    }
}

static uint32_t
main_scroller(const struct ui *ui) {
    const struct ui_tree *tree = ui_tree_const(ui);
    const struct ui_node *focused = ui_node_by_id(ui, ui->focused);
    for (uint32_t p = focused ? focused->parent : 0; p != 0; p = tree->nodes[p].parent) {
        if (tree->nodes[p].box.scroll == UI_SCROLL_Y) {
            return p;
        }
    }
    for (uint32_t i = ui_modal(ui) + 1; i < tree->count; i++) {
        if (tree->nodes[i].box.scroll == UI_SCROLL_Y) {
            return i;
        }
    }
    return 0;
}

static bool
scroll_main(struct ui *ui, enum ui_key key) {
    uint32_t index = main_scroller(ui);
    if (index == 0) {
        return false;
    }
    struct str name = ui_tree(ui)->nodes[index].box.key;
    float pages = key == UI_KEY_PAGE_DOWN ? 1
                  : key == UI_KEY_PAGE_UP ? -1
                  : key == UI_KEY_DOWN    ? 0.2f
                  : key == UI_KEY_UP      ? -0.2f
                  : key == UI_KEY_END     ? 1e9f
                                          : -1e9f;
    ui_scroll_pages(ui, name, pages);
    return true;
}

/* The nearest target that way; `scroller` not 0: of those in it. */
static uint32_t
nearest(const struct ui *ui, const struct ui_node *from, enum ui_key key, uint32_t scroller,
    float *least) {
    const struct ui_tree *tree = ui_tree_const(ui);
    struct rect at = ui_on_glass(ui, (uint32_t)(from - tree->nodes), from->rect);
    uint32_t best = 0;
    for (uint32_t i = 1; i < tree->count; i++) {
        struct rect to = ui_on_glass(ui, i, tree->nodes[i].rect);
        float d = tree->nodes[i].focus ? distance(at, to, key) : -1;
        bool is_there = scroller == 0 || ui_scroller_over(ui, i) == scroller;
        if (d >= 0 && is_there && tree->nodes[i].id != from->id && (!best || d < *least)) {
            best = i;
            *least = d;
        }
    }
    return best;
}

/* To the nearest target that way, unless it is more than a page off: then the page moves first.
 * Rows that have gone under a head come before what stands there. From a field one walks at once:
 * who types has the keys under the hands. */
static bool
walk(struct ui *ui, enum ui_key key) {
    const struct ui_tree *tree = ui_tree(ui);
    const struct ui_node *focused = ui_node_by_id(ui, ui->focused);
    bool is_vertical = key == UI_KEY_UP || key == UI_KEY_DOWN;
    bool is_field = focused && focused->box.role == ROLE_TEXTFIELD;
    if (!focused || (!ui->focus_visible && !is_field)) {
        return is_vertical ? scroll_main(ui, key) : step(ui, key == UI_KEY_RIGHT);
    }
    float least = 0;
    uint32_t scroller = is_vertical ? ui_scroller_over(ui, (uint32_t)(focused - tree->nodes)) : 0;
    uint32_t best = scroller ? nearest(ui, focused, key, scroller, &least) : 0;
    best = best ? best : nearest(ui, focused, key, 0, &least);
    if (is_vertical && (!best || least > (float)ui->metrics.height_px)) {
        return scroll_main(ui, key);
    }
    return set_focus(ui, best);
}

/* Keys that lead somewhere whatever has the focus. */
static bool
go(struct ui *ui, struct str action) {
    ui_activate(ui, &(struct ui_node){.kind = NODE_BOX, .box = {.action = action}});
    return true;
}

/* Outside text there is nothing to select: those keys only move. */
static enum ui_key
without_selecting(enum ui_key key) {
    switch (key) {
    case UI_KEY_SELECT_LEFT:
        return UI_KEY_LEFT;
    case UI_KEY_SELECT_RIGHT:
        return UI_KEY_RIGHT;
    case UI_KEY_SELECT_HOME:
        return UI_KEY_HOME;
    case UI_KEY_SELECT_END:
        return UI_KEY_END;
    default:
        return key;
    }
}

static bool
key_of_page(struct ui *ui, struct ui_node *focused, enum ui_key key) {
    switch (key) {
    case UI_KEY_TAB:
    case UI_KEY_BACKTAB:
        return step(ui, key == UI_KEY_TAB);
    case UI_KEY_ENTER:
    case UI_KEY_SPACE:
        if (focused) {
            ui_activate(ui, focused);
        }
        return focused != NULL;
    case UI_KEY_ESCAPE:
        ui_back(ui);
        return true;
    case UI_KEY_GO_HOME:
        return go(ui, STR("home"));
    case UI_KEY_HELP:
        return go(ui, STR("open help"));
    case UI_KEY_LARGER:
        return go(ui, STR("look text larger"));
    case UI_KEY_SMALLER:
        return go(ui, STR("look text smaller"));
    case UI_KEY_UP:
    case UI_KEY_DOWN:
    case UI_KEY_LEFT:
    case UI_KEY_RIGHT:
        return walk(ui, key);
    case UI_KEY_PAGE_UP:
    case UI_KEY_PAGE_DOWN:
    case UI_KEY_HOME:
    case UI_KEY_END:
        return scroll_main(ui, key);
    case UI_KEY_ZOOM_IN:
    case UI_KEY_ZOOM_OUT:
    case UI_KEY_ZOOM_ALL:
        return ui_zoom_key(ui, ui_modal(ui), key);
    default:
        return false;
    }
}

bool
ui_key(struct ui *ui, const struct ui_event *event) {
    struct ui_node *focused = ui_node_by_id(ui, ui->focused);
    if (focused && focused->box.role == ROLE_TEXTFIELD) {
        struct ui_field *field = ui_field_of(ui, focused->id);
        if (event->type == UI_TEXT_EDITING) {
            return ui_field_compose(ui, field, event->text);
        }
        if (event->type == UI_TEXT_INPUT) {
            return ui_field_type(ui, field, event->text);
        }
        bool was_composing = field->composing > 0;
        if (ui_field_key(ui, field, event->key)) {
            return true;
        }
        if (was_composing && event->key == UI_KEY_ENTER) {
            return true; /* it said that what was composed is meant; the next one acts */
        }
    }
    return event->type == UI_KEY && key_of_page(ui, focused, without_selecting(event->key));
}
