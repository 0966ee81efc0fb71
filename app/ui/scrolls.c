#include "ui/ui_private.h"

#include <math.h>
#include <string.h>

uint64_t
ui_scroll_id(struct str screen, struct str key) {
    return str_hash(key, str_hash(screen, 0x5C01));
}

const struct scroll *
ui_scroll_find(const struct ui *ui, uint64_t id) {
    for (size_t i = 0; i < UI_SCROLLS; i++) {
        if (ui->scrolls[i].id == id) {
            return &ui->scrolls[i];
        }
    }
    return NULL;
}

struct scroll *
ui_scroll_of(struct ui *ui, uint64_t id) {
    struct scroll *oldest = &ui->scrolls[0];
    for (size_t i = 0; i < UI_SCROLLS; i++) {
        struct scroll *scroll = &ui->scrolls[i];
        if (scroll->id == id) {
            return scroll;
        }
        if (oldest->id != 0 && (scroll->id == 0 || scroll->seen < oldest->seen)) {
            oldest = scroll;
        }
    }
    *oldest = (struct scroll){.id = id, .seen = ui->frame_number, .pending_dp = -1};
    return oldest;
}

void
ui_scrolls_step(struct ui *ui, uint64_t now_ms) {
    for (size_t i = 0; i < UI_SCROLLS; i++) {
        scroll_step(&ui->scrolls[i], now_ms);
    }
}

uint64_t
ui_frame_deadline(const struct ui *ui) {
    for (size_t i = 0; i < UI_SCROLLS; i++) {
        const struct scroll *scroll = &ui->scrolls[i];
        if (scroll->mode != SCROLL_REST && scroll->seen == ui->frame_number) {
            return ui->frame.now_ms + 16;
        }
    }
    if (ui->turn.kind != UI_TURN_NONE || ui_zooms_move(ui)) {
        return ui->frame.now_ms + 16;
    }
    return ui->is_dirty ? ui->frame.now_ms : ui->alternate_due_ms;
}

struct rect
ui_scroller_clip(const struct ui *ui, uint32_t node) {
    const struct ui_tree *tree = ui_tree_const(ui);
    uint32_t p = tree->nodes[node].parent;
    while (p != 0 && tree->nodes[p].box.scroll == UI_SCROLL_NONE) {
        p = tree->nodes[p].parent;
    }
    return tree->nodes[p].clip;
}

uint32_t
ui_scroller_over(const struct ui *ui, uint32_t node) {
    const struct ui_tree *tree = ui_tree_const(ui);
    uint32_t p = tree->nodes[node].parent;
    while (p != 0 && tree->nodes[p].box.scroll != UI_SCROLL_Y) {
        p = tree->nodes[p].parent;
    }
    return p;
}

float
ui_scroll_offset(const struct ui *ui, struct str screen, struct str key) {
    const struct scroll *scroll = ui_scroll_find(ui, ui_scroll_id(screen, key));
    return scroll && ui->metrics.dp_px > 0 ? (float)(scroll->offset / (double)ui->metrics.dp_px)
                                           : 0;
}

void
ui_scroll_set(struct ui *ui, struct str screen, struct str key, float offset_dp) {
    struct scroll *scroll = ui_scroll_of(ui, ui_scroll_id(screen, key));
    scroll_stop(scroll);
    scroll->pending_dp = offset_dp > 0 ? offset_dp : 0;
    scroll->is_fresh = offset_dp <= 0;
    ui->is_dirty = true;
}

static void
go_to(struct ui *ui, struct scroll *scroll, double offset) {
    if (ui->frame.reduced_motion) {
        scroll_set(scroll, offset);
        scroll->keeps_end = offset >= scroll->max;
    } else {
        scroll_glide(scroll, offset, ui->frame.now_ms);
    }
    ui->is_dirty = true;
}

void
ui_scroll_pages(struct ui *ui, struct str key, float pages) {
    struct scroll *scroll = ui_scroll_of(ui, ui_scroll_id(ui->frame.screen, key));
    double base = scroll->mode == SCROLL_GLIDE ? scroll->to : scroll->offset;
    go_to(ui, scroll, base + (double)pages * 0.9 * scroll->viewport);
}

bool
ui_scroll_has_more(const struct ui *ui, struct str key, bool forward) {
    const struct scroll *scroll = ui_scroll_find(ui, ui_scroll_id(ui->frame.screen, key));
    if (!scroll) {
        return false;
    }
    return forward ? scroll->offset < scroll->max - 1 : scroll->offset > 1;
}

static bool
scroll_words(struct str action, struct str *key, double *pages) {
    struct str word;
    return str_split(&action, ' ', &word) && str_eq(word, STR("scroll")) &&
           str_split(&action, ' ', key) && str_to_double(action, pages);
}

/* "scroll page 1", "scroll page -1" */
bool
ui_scroll_action(struct ui *ui, struct str action) {
    struct str key;
    double pages;
    if (!scroll_words(action, &key, &pages)) {
        return false;
    }
    ui_scroll_pages(ui, key, (float)pages);
    return true;
}

/* Only after layout is it known whether there is more; the button was declared before. */
void
ui_scroll_buttons(struct ui *ui) {
    struct ui_tree *tree = ui_tree(ui);
    for (size_t i = 1; i < tree->count; i++) {
        struct ui_node *node = &tree->nodes[i];
        struct str key;
        double pages;
        if (node->kind != NODE_BOX || !scroll_words(node->box.action, &key, &pages) ||
            ui_scroll_has_more(ui, key, pages > 0)) {
            continue;
        }
        node->box.disabled = true;
        node->box.background = COLOR_CARD;
        node->box.border = COLOR_EDGE;
        for (uint32_t c = node->first_child; c != 0; c = tree->nodes[c].next) {
            tree->nodes[c].color = COLOR_INK2;
        }
    }
}
