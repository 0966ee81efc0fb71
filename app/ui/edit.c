/* The text of a field as it is laid out: where its caret stands, what a finger points at, and what
 * is selected. One line; the scroller round it follows the caret. */
#include "ui/ui_private.h"

#include "text/caret.h"

#include <math.h>

#define CARET_DP 2
/* A piece is at least one character, whichever way its neighbours run. */
#define SELECTION_PIECES UI_FIELD_CHARACTERS

float
ui_edit_caret_px(const struct ui *ui) {
    return fmaxf(1, floorf(metrics_px(&ui->metrics, CARET_DP) + 0.5f));
}

/* The leaf inside a field's node. */
const struct ui_node *
ui_edit_leaf(const struct ui *ui, uint64_t field_node) {
    const struct ui_tree *tree = ui_tree_const(ui);
    const struct ui_node *field = ui_node_by_id(ui, field_node);
    for (uint32_t i = field ? (uint32_t)(field - tree->nodes) + 1 : 0; i != 0 && i < tree->count;
         i++) {
        uint32_t p = tree->nodes[i].edit ? i : 0;
        while (p != 0 && &tree->nodes[p] != field) {
            p = tree->nodes[p].parent;
        }
        if (p != 0) {
            return &tree->nodes[i];
        }
    }
    return NULL;
}

const struct para *
ui_edit_para(struct ui *ui, const struct ui_field *field) {
    const struct ui_node *leaf = ui_edit_leaf(ui, field->id);
    const struct type_size *type = &ui->metrics.type[TYPE_BODY][ui->frame.locale];
    struct text_style plain = {.lang = ui->frame.locale,
        .size_px = type->size_px,
        .line_height_px = type->line_px,
        .optical = true};
    return para_layout(ui->engine, (struct str){field->text, field->length},
        leaf ? &leaf->style : &plain, NULL, 0, UI_NO_MEASURE_PX);
}

/* From the first edge to the last, whatever the direction, and the caret. */
float
ui_edit_width(const struct para *para, float caret_px) {
    int32_t from = INT32_MAX, to = INT32_MIN;
    for (size_t i = 0; i < para->cluster_count; i++) {
        const struct text_cluster *c = &para->clusters[i];
        from = c->x < from ? c->x : from;
        to = c->x + c->advance > to ? c->x + c->advance : to;
    }
    return (to > from ? ceilf((float)(to - from) / 64) : 0) + caret_px;
}

/* In px of the window. */
static struct rect
caret_of(const struct ui *ui, const struct ui_node *leaf) {
    float width = ui_edit_caret_px(ui), size = leaf->style.size_px;
    struct rect box = {0, 0, width, size};
    if (leaf->para && leaf->para->line_count > 0) {
        box = para_caret(leaf->para, size, leaf->edit->caret).box;
    }
    float room = fmaxf(0, leaf->rect.w - width);
    float x = box.x > room ? room : box.x > 0 ? box.x : 0;
    return (struct rect){
        floorf(leaf->rect.x + x), floorf(leaf->rect.y + box.y), width, ceilf(size)};
}

static const struct ui_node *
scroller_of(const struct ui_tree *tree, const struct ui_node *leaf) {
    uint32_t p = leaf->parent;
    while (p != 0 && tree->nodes[p].box.scroll == UI_SCROLL_NONE) {
        p = tree->nodes[p].parent;
    }
    return &tree->nodes[p];
}

/* The least movement that shows the caret. */
static bool
reveal_in(struct scroll *scroll, struct rect view, struct rect caret) {
    double start = (double)(caret.x - view.x), end = start + (double)caret.w;
    double shown = floor((double)scroll->offset + 0.5); /* where the leaf was placed */
    double by = start < 0 ? start : end > (double)view.w ? end - (double)view.w : 0;
    if (by != 0) {
        scroll_set(scroll, ceil(shown + by));
    }
    return by != 0;
}

bool
ui_edit_reveal(struct ui *ui) {
    const struct ui_tree *tree = ui_tree_const(ui);
    bool has_moved = false;
    for (size_t i = 1; i < tree->count; i++) {
        const struct ui_node *leaf = &tree->nodes[i];
        if (!leaf->edit || !leaf->edit->has_caret) {
            continue;
        }
        const struct ui_node *scroller = scroller_of(tree, leaf);
        if (scroller->box.scroll == UI_SCROLL_X) {
            struct scroll *scroll = ui_scroll_of(ui, scroller->id);
            has_moved = reveal_in(scroll, scroller->rect, caret_of(ui, leaf)) || has_moved;
        }
    }
    return has_moved;
}

/* Puts the caret where the finger points; `extend` selects up to there. The text may have grown or
 * shrunk since it was laid out for the frame: only the one that stands there now has its bytes. */
bool
ui_edit_point(struct ui *ui, uint64_t field_node, struct point at, bool extend) {
    struct ui_field *field = ui_field_of(ui, field_node);
    const struct ui_node *leaf = ui_edit_leaf(ui, field_node);
    ui_set_focused(ui, field_node);
    ui_field_commit(ui);
    if (leaf && leaf->para) {
        const struct para *para = ui_edit_para(ui, field);
        field->caret = para_hit(para, (struct point){at.x - leaf->rect.x, para->height_px / 2});
    }
    field->anchor = extend ? field->anchor : field->caret;
    field->open = 0;
    ui->is_dirty = true;
    return true;
}

void
ui_edit_emit_under(const struct ui *ui, const struct ui_node *leaf, struct draw_list *list) {
    struct rect boxes[SELECTION_PIECES];
    const struct ui_edit *edit = leaf->edit;
    if (!edit || !leaf->para || edit->select_start == edit->select_end) {
        return;
    }
    size_t count =
        para_selection(leaf->para, edit->select_start, edit->select_end, boxes, SELECTION_PIECES);
    for (size_t i = 0; i < count; i++) {
        struct rect box = {
            leaf->rect.x + boxes[i].x, leaf->rect.y + boxes[i].y, boxes[i].w, boxes[i].h};
        draw_rect(list, box, 0, ui->frame.theme->colors[COLOR_TINT],
            ui->frame.theme->colors[COLOR_EDGE], ui->metrics.hairline_px);
    }
}

/* The line under what is composed, and the caret. */
void
ui_edit_emit_over(const struct ui *ui, const struct ui_node *leaf, struct draw_list *list) {
    struct rect boxes[SELECTION_PIECES];
    const struct ui_edit *edit = leaf->edit;
    if (!edit || !leaf->para) {
        return;
    }
    struct color accent = ui->frame.theme->colors[COLOR_INDIGO];
    float thick = ui_edit_caret_px(ui);
    size_t count =
        para_selection(leaf->para, edit->compose_start, edit->compose_end, boxes, SELECTION_PIECES);
    for (size_t i = 0; i < count; i++) {
        struct rect line = {leaf->rect.x + boxes[i].x,
            floorf(leaf->rect.y + boxes[i].y + boxes[i].h - thick), boxes[i].w, thick};
        draw_rect(list, line, 0, accent, (struct color){0}, 0);
    }
    if (edit->has_caret) {
        draw_rect(list, caret_of(ui, leaf), 0, accent, (struct color){0}, 0);
    }
}
