#include "ui/ui_private.h"

/* Finding nodes of the last frame, and naming them for people and scripts. */

struct ui_node *
ui_node_by_id(const struct ui *ui, uint64_t id) {
    const struct ui_tree *tree = ui_tree_const(ui);
    for (size_t i = 0; id != 0 && i < tree->count; i++) {
        if (tree->nodes[i].id == id) {
            return &tree->nodes[i];
        }
    }
    return NULL;
}

static uint32_t
index_among_siblings(const struct ui_tree *tree, uint32_t node) {
    uint32_t place = 0;
    uint32_t i = tree->nodes[tree->nodes[node].parent].first_child;
    for (; i != node && i != 0; i = tree->nodes[i].next) {
        place++;
    }
    return place;
}

/* Keyed ancestors joined with '/'; a node without a key adds ".2.0", its places from there. */
static void
build_path(const struct ui_tree *tree, uint32_t node, struct str_buf *out) {
    if (node == 0) {
        return;
    }
    const struct ui_node *n = &tree->nodes[node];
    if (n->box.key.n > 0) {
        uint32_t keyed = n->parent;
        while (keyed != 0 && tree->nodes[keyed].box.key.n == 0) {
            keyed = tree->nodes[keyed].parent;
        }
        build_path(tree, keyed, out);
        if (out->n > 0) {
            str_buf_byte(out, '/');
        }
        str_buf_add(out, n->box.key);
        return;
    }
    build_path(tree, n->parent, out);
    str_buf_printf(out, ".%u", index_among_siblings(tree, node));
}

struct str
ui_node_path(const struct ui *ui, uint32_t node, struct arena *arena) {
    struct str_buf path = {0};
    build_path(ui_tree_const(ui), node, &path);
    struct str copy = arena_str(arena, str_buf_str(&path));
    str_buf_finish(&path);
    return copy;
}

/* The node's own key, or the end of its path at a '/'. */
static bool
path_ends(struct str path, struct str end) {
    return str_eq(path, end) ||
           (path.n > end.n && path.p[path.n - end.n - 1] == '/' && str_ends(path, end));
}

uint32_t
ui_find(const struct ui *ui, struct str path) {
    const struct ui_tree *tree = ui_tree_const(ui);
    struct arena arena;
    arena_init(&arena);
    uint32_t found = 0;
    for (uint32_t i = 1; i < tree->count && !found; i++) {
        if (str_eq(tree->nodes[i].box.key, path)) {
            found = i;
        }
    }
    for (uint32_t i = 1; i < tree->count && !found; i++) {
        if (path_ends(ui_node_path(ui, i, &arena), path)) {
            found = i;
        }
    }
    arena_finish(&arena);
    return found;
}

/* Texts inside, in reading order. What has an action of its own inside a target is not part of the
 * target's label. */
static void
collect(const struct ui_tree *tree, uint32_t node, bool in_target, struct str_buf *out) {
    for (uint32_t i = tree->nodes[node].first_child; i != 0; i = tree->nodes[i].next) {
        const struct ui_node *n = &tree->nodes[i];
        struct str own = n->box.label.n ? n->box.label : n->text;
        if ((in_target && ui_is_target(n)) || n->kind == NODE_LINK) {
            continue;
        }
        if (own.n > 0 && !n->decorative) {
            if (out->n > 0) {
                str_buf_add(out, STR(", "));
            }
            str_buf_add(out, own);
        } else {
            collect(tree, i, in_target, out);
        }
    }
}

/* The language of what collect() writes; `*count` goes up by its texts. False: there are several.
 */
static bool
collect_lang(const struct ui_tree *tree, uint32_t node, bool in_target, enum locale_id *lang,
    size_t *count) {
    for (uint32_t i = tree->nodes[node].first_child; i != 0; i = tree->nodes[i].next) {
        const struct ui_node *n = &tree->nodes[i];
        struct str own = n->box.label.n ? n->box.label : n->text;
        if ((in_target && ui_is_target(n)) || n->kind == NODE_LINK) {
            continue;
        }
        bool is_text = own.n > 0 && !n->decorative;
        if (is_text && *count > 0 && n->lang != *lang) {
            return false;
        }
        if (is_text) {
            *lang = n->lang;
            ++*count;
        } else if (!collect_lang(tree, i, in_target, lang, count)) {
            return false;
        }
    }
    return true;
}

enum locale_id
ui_node_lang(const struct ui *ui, uint32_t node) {
    const struct ui_tree *tree = ui_tree_const(ui);
    const struct ui_node *n = &tree->nodes[node];
    bool is_container = n->box.role == ROLE_REGION || n->box.role == ROLE_LIST;
    enum locale_id lang = n->lang;
    size_t count = 0;
    if (n->box.label.n || n->kind != NODE_BOX || is_container) {
        return n->lang;
    }
    return collect_lang(tree, node, ui_is_target(n), &lang, &count) && count > 0 ? lang : n->lang;
}

struct str
ui_node_label(const struct ui *ui, uint32_t node, struct arena *arena) {
    const struct ui_tree *tree = ui_tree_const(ui);
    const struct ui_node *n = &tree->nodes[node];
    bool is_container = n->box.role == ROLE_REGION || n->box.role == ROLE_LIST;
    if (n->box.label.n || n->kind != NODE_BOX || is_container) {
        return n->box.label.n ? n->box.label : n->text;
    }
    struct str_buf label = {0};
    collect(tree, node, ui_is_target(n), &label);
    struct str copy = arena_str(arena, str_buf_str(&label));
    str_buf_finish(&label);
    return copy;
}

struct rect
ui_on_glass(const struct ui *ui, uint32_t node, struct rect rect) {
    const struct ui_tree *tree = ui_tree_const(ui);
    uint32_t i = node == 0 ? 0 : tree->nodes[node].parent;
    while (i != 0 && !tree->nodes[i].box.turned) {
        i = tree->nodes[i].parent;
    }
    return i == 0 ? rect : rect_turn(rect, tree->nodes[i].rect);
}

uint32_t
ui_modal(const struct ui *ui) {
    const struct ui_tree *tree = ui_tree_const(ui);
    for (size_t i = tree->count; i-- > 1;) {
        if (tree->nodes[i].box.modal) {
            return (uint32_t)i;
        }
    }
    return 0;
}
