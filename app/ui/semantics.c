#include "ui/semantics.h"

#include "base/check.h"
#include "base/json.h"
#include "base/utf8.h"
#include "ui/ui_private.h"

#include <math.h>

static const char *const role_names[] = {"", "heading", "text", "button", "link", "list",
    "listitem", "image", "switch", "textfield", "dialog", "alert", "region", "table", "row",
    "cell"};
_Static_assert(ARRAY_LEN(role_names) == ROLE_COUNT, "a name for each role");

const char *
semantics_role_name(enum ui_role role) {
    return role_names[role];
}

struct printer {
    const struct ui *ui;
    const struct ui_tree *tree;
    struct json json;
    struct arena arena;
};

static bool
is_printed(const struct ui_node *node) {
    return node->box.role != ROLE_NONE && !node->decorative &&
           !(node->kind == NODE_TEXT && node->text.n == 0);
}

static void
member(struct printer *p, const char *key, struct str value) {
    json_key(&p->json, key);
    json_str(&p->json, value);
}

static void
number(struct printer *p, const char *key, double value, int decimals) {
    json_key(&p->json, key);
    json_double(&p->json, value, decimals);
}

static void
print_parent(struct printer *p, uint32_t index) {
    uint32_t parent = p->tree->nodes[index].parent;
    while (parent != 0 && !is_printed(&p->tree->nodes[parent])) {
        parent = p->tree->nodes[parent].parent;
    }
    json_key(&p->json, "parent");
    if (parent == 0) {
        json_null(&p->json);
    } else {
        json_str(&p->json, ui_node_path(p->ui, parent, &p->arena));
    }
}

/* The first text inside: what a target or a heading box shows. */
static const struct ui_node *
ink_of(const struct ui_tree *tree, uint32_t index) {
    const struct ui_node *node = &tree->nodes[index];
    if (node->kind == NODE_TEXT && node->para) {
        return node;
    }
    for (uint32_t i = node->first_child; i != 0; i = tree->nodes[i].next) {
        const struct ui_node *found = ink_of(tree, i);
        if (found) {
            return found;
        }
    }
    return NULL;
}

static const struct ui_node *
icon_of(const struct ui_tree *tree, uint32_t index) {
    const struct ui_node *node = &tree->nodes[index];
    if (node->kind == NODE_ICON) {
        return node;
    }
    for (uint32_t i = node->first_child; i != 0; i = tree->nodes[i].next) {
        const struct ui_node *found = icon_of(tree, i);
        if (found) {
            return found;
        }
    }
    return NULL;
}

static void
print_color(struct printer *p, const char *key, struct color color) {
    char hex[8];
    color_hex(color, hex);
    member(p, key, str_from(hex));
}

/* What holds other things has no ink of its own. */
static bool
is_container(const struct ui_node *node) {
    enum ui_role role = node->box.role;
    return role == ROLE_REGION || role == ROLE_LIST || role == ROLE_DIALOG || role == ROLE_TABLE ||
           role == ROLE_ROW;
}

/* A container that the screen gave no words is spoken of by those around it. */
static struct str
label_of(struct printer *p, uint32_t index) {
    uint32_t i = index;
    while (i != 0 && is_container(&p->tree->nodes[index]) && p->tree->nodes[i].box.label.n == 0) {
        i = p->tree->nodes[i].parent;
    }
    return i == 0 ? (struct str){0} : ui_node_label(p->ui, i, &p->arena);
}

/* Ink height and colours of what is written in the node; a link takes them from its paragraph. */
static void
print_ink(struct printer *p, uint32_t index) {
    const struct ui_node *node = &p->tree->nodes[index];
    bool is_link = node->kind == NODE_LINK;
    const struct ui_node *ink = ink_of(p->tree, is_link ? node->parent : index);
    const struct ui_node *colored = is_link ? node : ink ? ink : icon_of(p->tree, index);
    if (ink) {
        number(p, "ink_mm", (double)(ink->para->ink_px / p->ui->metrics.px_per_mm), 3);
    }
    if (colored) {
        uint32_t at = (uint32_t)(colored - p->tree->nodes);
        struct color glass = ui_glass_under(p->ui, at);
        print_color(p, "fg", color_over(p->ui->frame.theme->colors[colored->color], glass));
        print_color(p, "bg", glass);
    }
}

static void
flag(struct printer *p, bool is_set, const char *name) {
    if (is_set) {
        json_str(&p->json, str_from(name));
    }
}

/* Seen from the other side. */
static bool
is_turned(const struct ui_tree *tree, const struct ui_node *node) {
    uint32_t i = node->parent;
    while (i != 0 && !tree->nodes[i].box.turned) {
        i = tree->nodes[i].parent;
    }
    return i != 0;
}

static void
print_flags(struct printer *p, const struct ui_node *node) {
    json_key(&p->json, "flags");
    json_array_begin(&p->json);
    flag(p, node->para && node->para->truncated, "truncated");
    flag(p, node->box.selected, "selected");
    flag(p, node->box.disabled, "disabled");
    flag(p, node->box.disclosure == UI_EXPANDED, "expanded");
    flag(p, node->box.disclosure == UI_COLLAPSED, "collapsed");
    flag(p, p->ui->focused != 0 && p->ui->focused == node->id, "focused");
    flag(p, rect_is_empty(node->clip), "offscreen");
    flag(p, is_turned(p->tree, node), "turned");
    json_array_end(&p->json);
}

/* In the unscrolled page. Sums are doubles: a long list is longer than a float can count. */
static void
print_in_page(struct printer *p, const char *key, const struct ui_node *node, struct rect rect,
    double more_x, double more_y) {
    bool is_empty = rect_is_empty(rect);
    double x = is_empty ? 0 : (double)rect.x + (double)node->origin.x + more_x;
    double y = is_empty ? 0 : (double)rect.y + (double)node->origin.y + more_y;
    json_key(&p->json, key);
    json_array_begin(&p->json);
    json_double(&p->json, x, 2);
    json_double(&p->json, y, 2);
    json_double(&p->json, is_empty ? 0 : (double)rect.w, 2);
    json_double(&p->json, is_empty ? 0 : (double)rect.h, 2);
    json_array_end(&p->json);
}

/* A scroller is as long as what it holds, and shows the part it is scrolled to. `shown` is the
 * rectangle as scrolled, in the window. */
static void
print_place(struct printer *p, uint32_t index) {
    const struct ui_node *node = &p->tree->nodes[index];
    struct rect rect = node->rect;
    uint32_t over = ui_scroller_over(p->ui, index);
    double skipped = over ? ui_excess_before(p->ui, over, index) : 0, into_x = 0, into_y = skipped;
    const struct scroll *scroll = NULL;
    if (node->kind == NODE_BOX && node->box.scroll != UI_SCROLL_NONE) {
        scroll = ui_scroll_find(p->ui, node->id);
    }
    if (scroll && node->box.scroll == UI_SCROLL_Y) {
        rect.h = fmaxf(rect.h, (float)(scroll->max + scroll->viewport));
        into_y += scroll->offset;
    } else if (scroll) {
        rect.w = fmaxf(rect.w, node->content);
        into_x = scroll->offset;
    }
    struct rect shown = ui_on_glass(p->ui, index, node->rect);
    rect = ui_on_glass(p->ui, index, rect);
    print_in_page(p, "rect", node, rect, 0, skipped);
    print_in_page(p, "clip", node, ui_on_glass(p->ui, index, node->clip), into_x, into_y);
    json_key(&p->json, "shown");
    json_array_begin(&p->json);
    json_double(&p->json, (double)shown.x, 2);
    json_double(&p->json, (double)shown.y, 2);
    json_double(&p->json, (double)shown.w, 2);
    json_double(&p->json, (double)shown.h, 2);
    json_array_end(&p->json);
}

static bool
has_printed(const struct ui_tree *tree, uint32_t index) {
    bool found = is_printed(&tree->nodes[index]);
    for (uint32_t i = tree->nodes[index].first_child; i != 0 && !found; i = tree->nodes[i].next) {
        found = has_printed(tree, i);
    }
    return found;
}

/* The box that holds the items of a list: the list, or a line of a long one. */
static bool
holds_items(const struct ui_tree *tree, uint32_t index) {
    const struct ui_node *node = &tree->nodes[index];
    return index != 0 &&
           (node->box.role == ROLE_LIST || (node->list_line > 0 && node->position == 0));
}

/* The child of a list that this node stands for: itself, or the box whose first word it is. */
static uint32_t
item_of(const struct ui_tree *tree, uint32_t index) {
    uint32_t item = index;
    while (item != 0 && !holds_items(tree, tree->nodes[item].parent)) {
        const struct ui_node *parent = &tree->nodes[tree->nodes[item].parent];
        bool is_first = !is_printed(parent);
        for (uint32_t i = parent->first_child; i != item && is_first; i = tree->nodes[i].next) {
            is_first = !has_printed(tree, i);
        }
        item = is_first ? tree->nodes[item].parent : 0;
    }
    return item;
}

/* Where an item stands in its list, and of how many, declared or not. */
static void
print_position(struct printer *p, uint32_t index) {
    const struct ui_tree *tree = p->tree;
    uint32_t item = item_of(tree, index), position = tree->nodes[item].position;
    uint32_t size = tree->nodes[item].set_size;
    if (item == 0) {
        return;
    }
    if (position == 0) {
        uint32_t i = tree->nodes[tree->nodes[item].parent].first_child;
        for (; i != 0; i = tree->nodes[i].next) {
            size += has_printed(tree, i);
            position = i == item ? size : position;
        }
    }
    json_key(&p->json, "position");
    json_int(&p->json, position);
    json_key(&p->json, "set_size");
    json_int(&p->json, size);
}

/* Offsets in characters (code points), as screen readers count them. */
static void
print_caret(struct printer *p, const struct ui_node *node) {
    const struct ui_field *field = ui_field_find(p->ui, node->id);
    if (!field || p->ui->focused != node->id) {
        return;
    }
    struct str selected = ui_field_selected(field);
    size_t start = utf8_count((struct str){field->text, (size_t)(selected.p - field->text)});
    json_key(&p->json, "caret");
    json_int(&p->json, (int64_t)utf8_count((struct str){field->text, field->caret}));
    if (selected.n > 0) {
        json_key(&p->json, "selection");
        json_array_begin(&p->json);
        json_int(&p->json, (int64_t)start);
        json_int(&p->json, (int64_t)(start + utf8_count(selected)));
        json_array_end(&p->json);
    }
}

/* Readings that stand over parts of it: of which characters, from where to where, and how. */
static void
print_ruby(struct printer *p, const struct ui_node *node) {
    bool is_open = false;
    for (size_t i = 0; node->kind == NODE_TEXT && i < node->span_count; i++) {
        const struct ui_span *span = &node->ui_spans[i];
        if (span->ruby.n == 0) {
            continue;
        }
        if (!is_open) {
            json_key(&p->json, "ruby");
            json_array_begin(&p->json);
        }
        is_open = true;
        json_array_begin(&p->json);
        json_int(&p->json, (int64_t)utf8_count(str_slice(node->text, 0, span->start)));
        json_int(&p->json, (int64_t)utf8_count(str_slice(node->text, 0, span->end)));
        json_str(&p->json, span->ruby);
        json_array_end(&p->json);
    }
    if (is_open) {
        json_array_end(&p->json);
    }
}

static void
print_node(struct printer *p, uint32_t index) {
    const struct ui_node *node = &p->tree->nodes[index];
    struct str label = label_of(p, index);
    json_object_begin(&p->json);
    member(p, "id", ui_node_path(p->ui, index, &p->arena));
    print_parent(p, index);
    member(p, "role", str_from(semantics_role_name(node->box.role)));
    member(p, "label", label);
    member(p, "lang", str_from(locale_tag(ui_node_lang(p->ui, index))));
    print_place(p, index);
    print_position(p, index);
    if (node->focus) {
        json_key(&p->json, "focus");
        json_int(&p->json, node->focus);
    }
    if (node->box.action.n && !node->box.disabled) {
        member(p, "action", node->box.action);
    }
    if (node->box.level > 0) {
        json_key(&p->json, "level");
        json_int(&p->json, node->box.level);
    }
    if (node->box.role == ROLE_SWITCH || node->box.role == ROLE_TEXTFIELD) {
        member(p, "value", node->box.value);
    }
    if (node->box.role == ROLE_TEXTFIELD) {
        print_caret(p, node);
    }
    if (!is_container(node)) {
        print_ink(p, index);
    }
    print_flags(p, node);
    member(p, "speech", node->box.speech.n ? node->box.speech : label);
    member(p, "reading", node->box.reading);
    print_ruby(p, node);
    json_object_end(&p->json);
}

static void
print_tree(struct printer *p, uint32_t index) {
    if (index != 0 && is_printed(&p->tree->nodes[index])) {
        print_node(p, index);
    }
    for (uint32_t i = p->tree->nodes[index].first_child; i != 0; i = p->tree->nodes[i].next) {
        print_tree(p, i);
    }
}

/* The window, longer by what its page hides. */
float
semantics_content_height(const struct ui *ui) {
    const struct ui_tree *tree = ui_tree_const(ui);
    double height = (double)ui->metrics.height_px;
    for (size_t i = 1; i < tree->count; i++) {
        const struct ui_node *node = &tree->nodes[i];
        const struct scroll *scroll = ui_scroll_find(ui, node->id);
        if (node->box.scroll == UI_SCROLL_Y && scroll) {
            height = fmax(height, (double)ui->metrics.height_px + scroll->max);
        }
    }
    return (float)height;
}

/* The part of the panel that bars leave for content; without bars all of it. */
static float
content_share(const struct ui *ui) {
    const struct ui_tree *tree = ui_tree_const(ui);
    double area = 0, panel = (double)tree->nodes[0].rect.w * (double)tree->nodes[0].rect.h;
    for (size_t i = 1; i < tree->count; i++) {
        if (tree->nodes[i].is_content) {
            struct rect seen = rect_intersect(tree->nodes[i].rect, tree->nodes[0].rect);
            area += (double)seen.w * (double)seen.h;
        }
    }
    return area > 0 && panel > 0 ? (float)(area / panel) : 1;
}

static void
print_frame(struct printer *p) {
    const struct ui_frame *frame = &p->ui->frame;
    const struct metrics *m = &p->ui->metrics;
    member(p, "screen", frame->screen);
    member(p, "locale", str_from(locale_tag(frame->locale)));
    member(p, "profile", str_from(m->profile_name));
    member(p, "posture", str_from(posture_name(m->posture)));
    json_key(&p->json, "size_px");
    json_array_begin(&p->json);
    json_int(&p->json, m->width_px);
    json_int(&p->json, m->height_px);
    json_array_end(&p->json);
    number(p, "px_per_mm", (double)m->px_per_mm, 4);
    number(p, "bottom_mm", (double)m->bottom_mm, 1);
    number(p, "text_scale", (double)m->text_scale, 2);
    member(p, "theme", str_from(frame->theme->name));
    json_key(&p->json, "calm");
    json_bool(&p->json, frame->theme->is_calm);
    json_key(&p->json, "low_position");
    json_bool(&p->json, frame->low_position);
    number(p, "content_share", (double)content_share(p->ui), 3);
    number(p, "content_height_px", (double)semantics_content_height(p->ui), 1);
}

void
semantics_json(const struct ui *ui, struct str_buf *out) {
    struct printer printer = {.ui = ui, .tree = ui_tree_const(ui)};
    xassert(ui->has_frame && !ui->is_declaring);
    arena_init(&printer.arena);
    json_init(&printer.json, out);
    json_object_begin(&printer.json);
    print_frame(&printer);
    json_key(&printer.json, "nodes");
    json_array_begin(&printer.json);
    print_tree(&printer, 0);
    json_array_end(&printer.json);
    json_object_end(&printer.json);
    arena_finish(&printer.arena);
}
