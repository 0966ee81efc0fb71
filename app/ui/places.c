#include "ui/ui_private.h"

#include <math.h>

/* Where everything ends up: scrollers get their extents, long lists measure their lines, what the
 * reader looked at stays where it was, and what a link led to comes into view. */

static float
scrolled_by(void *self, const struct ui_node *scroller) {
    const struct ui *ui = self;
    const struct scroll *scroll = ui_scroll_find(ui, scroller->id);
    if (!scroll) {
        return 0;
    }
    double offset = floor(scroll->offset + 0.5);
    uint32_t index = (uint32_t)(scroller - ui_tree_const(ui)->nodes);
    return (float)ui_offset_laid_out(ui, index, offset);
}

static void
place(struct ui *ui) {
    layout_places(ui_tree(ui)->nodes, ui_tree(ui)->count, scrolled_by, ui);
}

static bool
is_inside(const struct ui_tree *tree, uint32_t node, uint32_t ancestor) {
    while (node != 0 && node != ancestor) {
        node = tree->nodes[node].parent;
    }
    return node == ancestor;
}

static uint32_t
page_scroller(const struct ui_tree *tree) {
    for (uint32_t i = 1; i < tree->count; i++) {
        if (tree->nodes[i].box.scroll == UI_SCROLL_Y) {
            return i;
        }
    }
    return 0;
}

/* The first keyed node that begins inside the page scroller, and how far from its edge. The place
 * is kept in this way, and not as an offset that meant something before. */
void
ui_anchor_take(struct ui *ui) {
    const struct ui_tree *tree = ui_tree_const(ui);
    uint32_t scroller = page_scroller(tree);
    if (!scroller) {
        return;
    }
    struct scroll *scroll = ui_scroll_of(ui, tree->nodes[scroller].id);
    scroll->is_fresh = false;
    if (scroll->offset <= 0) {
        return;
    }
    float top = tree->nodes[scroller].rect.y;
    for (uint32_t i = scroller + 1; i < tree->count; i++) {
        const struct ui_node *node = &tree->nodes[i];
        if (node->box.key.n && node->kind == NODE_BOX && node->rect.y >= top &&
            is_inside(tree, i, scroller)) {
            ui->anchor = (struct ui_anchor){tree->nodes[scroller].id, node->id, node->rect.y - top};
            scroll->pending_dp = -1;
            return;
        }
    }
}

void
ui_keep_place(struct ui *ui) {
    ui->keeps_place = true;
    ui->is_dirty = true;
}

static void
restore_anchor(struct ui *ui) {
    const struct ui_node *node = ui_node_by_id(ui, ui->anchor.node);
    const struct ui_node *scroller = ui_node_by_id(ui, ui->anchor.scroller);
    if (!node && scroller && ui->keeps_place) {
        scroll_set(ui_scroll_of(ui, scroller->id), 0);
        place(ui);
    } else if (node && scroller) {
        struct scroll *scroll = ui_scroll_of(ui, scroller->id);
        const struct ui_node *nodes = ui_tree(ui)->nodes;
        float moved = node->rect.y - scroller->rect.y - ui->anchor.distance;
        double beyond = ui_beyond(ui, (uint32_t)(scroller - nodes), (uint32_t)(node - nodes));
        scroll_set(scroll, scroll->offset + (double)moved + beyond);
        place(ui);
    }
}

static void
update_extents(struct ui *ui) {
    struct ui_tree *tree = ui_tree(ui);
    for (size_t i = 1; i < tree->count; i++) {
        struct ui_node *node = &tree->nodes[i];
        if (node->kind != NODE_BOX || node->box.scroll == UI_SCROLL_NONE) {
            continue;
        }
        struct scroll *scroll = ui_scroll_of(ui, node->id);
        scroll->seen = ui->frame_number;
        bool is_x = node->box.scroll == UI_SCROLL_X;
        double content =
            (double)node->content + (is_x ? 0 : ui_excess_before(ui, (uint32_t)i, UINT32_MAX));
        scroll_extent(scroll, (double)(is_x ? node->rect.w : node->rect.h), content);
        if (scroll->pending_dp >= 0) {
            scroll_set(scroll, (double)scroll->pending_dp * (double)ui->metrics.dp_px);
            scroll->pending_dp = -1;
        }
    }
}

/* What the page marks as the thing that was asked for stands a little below the top edge. */
static void
reveal_marked(struct ui *ui) {
    const struct ui_tree *tree = ui_tree_const(ui);
    uint32_t index = page_scroller(tree);
    struct scroll *scroll = index ? ui_scroll_of(ui, tree->nodes[index].id) : NULL;
    if (!scroll || !scroll->is_fresh) {
        return;
    }
    for (uint32_t i = index + 1; i < tree->count; i++) {
        if (tree->nodes[i].box.reveal && is_inside(tree, i, index)) {
            float below = tree->nodes[i].rect.y - tree->nodes[index].rect.y;
            double before = scroll->offset;
            float margin = metrics_px(&ui->metrics, SPACE_XL);
            scroll_set(scroll, scroll->offset + (double)(below - margin) + ui_beyond(ui, index, i));
            /* what was declared by the place before (a scrubber) is declared again */
            ui->lists.is_incomplete = ui->lists.is_incomplete || scroll->offset != before;
            place(ui);
            return;
        }
    }
}

void
ui_reveal_marked(struct ui *ui) {
    ui->reveals_marked = true;
}

static void
reveal_least(struct ui *ui) {
    const struct ui_tree *tree = ui_tree(ui);
    uint32_t index = page_scroller(tree);
    ui->reveals_marked = false;
    for (uint32_t i = index + 1; index != 0 && i < tree->count; i++) {
        if (tree->nodes[i].box.reveal && is_inside(tree, i, index)) {
            ui_scroll_of(ui, tree->nodes[index].id)->is_fresh = false;
            ui_reveal(ui, i);
            place(ui);
            return;
        }
    }
}

/* Extents along x, and where long lists begin, are known only after a first placing. */
void
ui_scrolls_place(struct ui *ui) {
    layout_places(ui_tree(ui)->nodes, ui_tree(ui)->count, NULL, NULL);
    ui_lists_measure(ui);
    update_extents(ui);
    place(ui);
    if (ui_edit_reveal(ui)) {
        place(ui);
    }
    if (ui->anchor.node) {
        restore_anchor(ui);
    }
    ui->keeps_place = false;
    if (ui->reveals_marked) {
        reveal_least(ui);
    }
    reveal_marked(ui);
    ui_lists_note(ui);
    uint32_t page = page_scroller(ui_tree_const(ui));
    if (page && !ui->lists.is_incomplete) {
        ui_scroll_of(ui, ui_tree_const(ui)->nodes[page].id)->is_fresh = false;
    }
}

/* Brings the node into its scrollers, innermost first; the least movement that shows it whole. */
void
ui_reveal(struct ui *ui, uint32_t node) {
    const struct ui_tree *tree = ui_tree_const(ui);
    struct rect rect = tree->nodes[node].rect;
    double margin = (double)metrics_px(&ui->metrics, SPACE_L);
    for (uint32_t p = tree->nodes[node].parent; p != 0; p = tree->nodes[p].parent) {
        const struct ui_node *scroller = &tree->nodes[p];
        rect = scroller->box.turned ? rect_turn(rect, scroller->rect) : rect;
        if (scroller->box.scroll == UI_SCROLL_NONE) {
            continue;
        }
        bool is_x = scroller->box.scroll == UI_SCROLL_X;
        double from = (double)(is_x ? rect.x - scroller->rect.x : rect.y - scroller->rect.y);
        double length = (double)(is_x ? rect.w : rect.h);
        double view = (double)(is_x ? scroller->rect.w : scroller->rect.h);
        from += is_x ? 0 : ui_beyond(ui, p, node);
        double by = fmax(0, from + length + margin - view);
        by = from - by - margin < 0 ? from - margin : by;
        struct scroll *scroll = ui_scroll_of(ui, scroller->id);
        double before = scroll->offset;
        scroll_set(scroll, scroll->offset + by);
        rect.x -= is_x ? (float)(scroll->offset - before) : 0;
        rect.y -= is_x ? 0 : (float)(scroll->offset - before);
        ui->is_dirty = ui->is_dirty || scroll->offset != before;
    }
}
