#include "ui/ui_private.h"

#include "base/vec.h"

/* Ids. A node's id is the FNV-1a hash of its key, or of its place among its siblings, seeded with
 * its parent's id; the root's is that of the screen. Equal declarations give equal ids, so what
 * must outlive a frame (scroll offsets, focus, the finger's target) is kept by id alone. */

struct ui_tree *
ui_tree(struct ui *ui) {
    return &ui->trees[ui->current];
}

const struct ui_tree *
ui_tree_const(const struct ui *ui) {
    return &ui->trees[ui->current];
}

uint32_t
ui_add_node(struct ui *ui, enum ui_node_kind kind, struct str key) {
    struct ui_tree *tree = ui_tree(ui);
    VEC_ROOM(tree->nodes, tree->count, tree->cap, 1);
    uint32_t index = (uint32_t)tree->count++;
    struct ui_node *node = &tree->nodes[index];
    *node = (struct ui_node){.kind = kind};
    if (index == 0) {
        return index;
    }
    uint32_t parent_index = ui->stack[ui->depth - 1];
    struct ui_node *parent = &tree->nodes[parent_index];
    node->parent = parent_index;
    if (parent->last_child) {
        tree->nodes[parent->last_child].next = index;
    } else {
        parent->first_child = index;
    }
    parent->last_child = index;
    uint32_t at = ui->lists.row > 0 ? ui->lists.row : parent->child_count;
    char place[6] = {ui->lists.row > 0 ? '=' : '#', (char)(at & 255), (char)(at >> 8 & 255),
        (char)(at >> 16 & 255), (char)(at >> 24), (char)kind};
    ui->lists.row = 0;
    parent->child_count++;
    node->id = str_hash(key.n ? key : (struct str){place, sizeof(place)}, parent->id);
    node->box.key = key;
    return index;
}

bool
ui_is_target(const struct ui_node *node) {
    return node->kind == NODE_BOX && (node->box.action.n > 0 || node->box.role == ROLE_TEXTFIELD) &&
           !node->box.modal;
}

const struct metrics *
ui_metrics(const struct ui *ui) {
    return &ui->metrics;
}

enum locale_id
ui_locale(const struct ui *ui) {
    return ui->frame.locale;
}

bool
ui_low_position(const struct ui *ui) {
    return ui->frame.low_position;
}

struct arena *
ui_arena(struct ui *ui) {
    return &ui_tree(ui)->arena;
}
