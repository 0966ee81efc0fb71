#include "ui/layout_private.h"

#include <math.h>

static void
box_widths(struct ui_node *nodes, uint32_t index) {
    struct ui_node *node = &nodes[index];
    float widest_min = 0, widest = 0, sum_min = 0, sum = 0;
    FOR_CHILDREN(child, nodes, index) {
        const struct ui_node *c = &nodes[child];
        widest_min = fmaxf(widest_min, c->min_w);
        widest = fmaxf(widest, c->pref_w);
        sum_min += c->min_w;
        sum += c->pref_w;
    }
    size_t n = node->child_count;
    node->min_w = widest_min;
    node->pref_w = widest;
    if (node->box.axis == UI_ROW) {
        node->min_w = sum_min + layout_gaps(node, n);
        node->pref_w = sum + layout_gaps(node, n);
    } else if (node->box.axis == UI_WRAP) {
        node->pref_w = sum + layout_gaps(node, n);
    } else if (node->box.axis == UI_GRID) {
        size_t columns = node->box.columns > 0 ? (size_t)node->box.columns : n;
        node->pref_w = (float)columns * widest + layout_gaps(node, columns);
    }
    node->min_w += layout_pad_w(node);
    node->pref_w += layout_pad_w(node);
    if (node->box.scroll == UI_SCROLL_X || node->box.arrange) {
        node->min_w = layout_pad_w(node);
    }
}

void
layout_widths_up(struct ui_node *nodes, size_t count, const struct layout_text *text) {
    for (size_t i = count; i-- > 0;) {
        struct ui_node *node = &nodes[i];
        const struct ui_box *box = &node->box;
        if (node->kind == NODE_TEXT) {
            text->widths(text->self, node, &node->min_w, &node->pref_w);
            node->min_w = node->no_wrap ? node->pref_w : node->min_w;
        } else if (node->kind == NODE_BOX) {
            box_widths(nodes, (uint32_t)i);
        }
        if (box->no_shrink) {
            node->min_w = node->pref_w;
        }
        if (box->width > 0) {
            node->min_w = node->pref_w = box->width;
        }
        node->min_w = layout_clamp(node->min_w, box->min_width, box->max_width);
        node->pref_w =
            fmaxf(layout_clamp(node->pref_w, box->min_width, box->max_width), node->min_w);
    }
}

enum ui_self
layout_self_x(const struct ui_node *parent, const struct ui_node *child) {
    static const enum ui_self of_align[] = {
        [UI_ALIGN_STRETCH] = UI_SELF_STRETCH,
        [UI_ALIGN_START] = UI_SELF_START,
        [UI_ALIGN_CENTER] = UI_SELF_CENTER,
        [UI_ALIGN_END] = UI_SELF_END,
        [UI_ALIGN_BASELINE] = UI_SELF_START,
    };
    return child->box.self != UI_SELF_AUTO ? child->box.self : of_align[parent->box.align];
}

static void
column_widths(struct ui_node *nodes, uint32_t index, float inner) {
    const struct ui_node *parent = &nodes[index];
    FOR_CHILDREN(child, nodes, index) {
        struct ui_node *c = &nodes[child];
        enum ui_self self = parent->box.arrange ? UI_SELF_START : layout_self_x(parent, c);
        bool fills = self == UI_SELF_STRETCH || self == UI_SELF_MEASURE;
        float w = fills ? inner : fminf(c->pref_w, inner);
        w = c->box.max_width > 0 ? fminf(w, c->box.max_width) : w;
        c->rect.w = c->box.width > 0 ? c->box.width : w;
        if (c->box.spot.width > 0) { /* what is on it does not break */
            c->rect.w = fmaxf(floorf(inner * c->box.spot.width), c->min_w);
        }
    }
}

/* Hands `room` out to the growing children by weight; one that reaches its limit stops growing. */
static void
grow_widths(struct ui_node *nodes, uint32_t first, uint32_t end, float room) {
    for (int round = 0; round < 4 && room >= 1; round++) {
        float weights = 0;
        for (uint32_t i = first; i != end; i = nodes[i].next) {
            const struct ui_node *c = &nodes[i];
            bool full = c->box.max_width > 0 && c->rect.w >= c->box.max_width;
            weights += full ? 0 : c->box.grow;
        }
        if (weights <= 0) {
            return;
        }
        float given = 0;
        for (uint32_t i = first; i != end; i = nodes[i].next) {
            struct ui_node *c = &nodes[i];
            float more = floorf(room * c->box.grow / weights);
            if (c->box.max_width > 0 && c->rect.w + more > c->box.max_width) {
                more = fmaxf(0, c->box.max_width - c->rect.w);
            }
            c->rect.w += more;
            given += more;
        }
        room -= given;
    }
}

static bool
is_fixed(const struct ui_node *node) {
    bool cannot_break = node->kind == NODE_TEXT && node->no_wrap;
    return node->box.width > 0 || node->box.no_shrink || node->kind == NODE_ICON || cannot_break;
}

/* Too narrow: each gives up in proportion to what it has above its narrowest width; when that is
 * not enough, all but fixed ones are squeezed evenly and their texts break inside words. */
static void
shrink_widths(struct ui_node *nodes, uint32_t index, float inner, float missing) {
    float spare = 0, squeezable = 0;
    FOR_CHILDREN(child, nodes, index) {
        spare += nodes[child].pref_w - nodes[child].min_w;
    }
    float part = spare > 0 ? fminf(1, missing / spare) : 0;
    float total = 0;
    FOR_CHILDREN(child, nodes, index) {
        struct ui_node *c = &nodes[child];
        c->rect.w = floorf(c->pref_w - (c->pref_w - c->min_w) * part);
        total += c->rect.w;
        squeezable += is_fixed(c) ? 0 : c->rect.w;
    }
    float over = total + layout_gaps(&nodes[index], nodes[index].child_count) - inner;
    if (over < 1 || squeezable <= 0) {
        return;
    }
    float keep = fmaxf(0, 1 - over / squeezable);
    FOR_CHILDREN(child, nodes, index) {
        struct ui_node *c = &nodes[child];
        if (!is_fixed(c)) {
            c->rect.w = floorf(c->rect.w * keep);
        }
    }
}

static bool
share_widths(struct ui_node *nodes, uint32_t index, float inner) {
    float shares = 0, fixed = 0;
    FOR_CHILDREN(child, nodes, index) {
        shares += nodes[child].box.share;
        fixed += nodes[child].box.share > 0 ? 0 : nodes[child].pref_w;
    }
    if (shares <= 0) {
        return false;
    }
    float room = fmaxf(0, inner - fixed - layout_gaps(&nodes[index], nodes[index].child_count));
    FOR_CHILDREN(child, nodes, index) {
        struct ui_node *c = &nodes[child];
        c->rect.w = c->box.share > 0 ? floorf(room * c->box.share / shares) : c->pref_w;
    }
    return true;
}

static void
row_widths(struct ui_node *nodes, uint32_t index, float inner) {
    if (share_widths(nodes, index, inner)) {
        return;
    }
    float sum = layout_gaps(&nodes[index], nodes[index].child_count);
    FOR_CHILDREN(child, nodes, index) {
        nodes[child].rect.w = nodes[child].pref_w;
        sum += nodes[child].pref_w;
    }
    if (nodes[index].box.scroll == UI_SCROLL_X) {
        return;
    }
    if (sum > inner) {
        shrink_widths(nodes, index, inner, sum - inner);
    } else {
        grow_widths(nodes, nodes[index].first_child, 0, inner - sum);
    }
}

/* The child after the last one that still fits on the line that begins with `first`. */
uint32_t
layout_wrap_line_end(
    const struct ui_node *nodes, uint32_t index, uint32_t first, float inner, float *used) {
    float x = nodes[first].rect.w;
    uint32_t i = nodes[first].next;
    while (i != 0 && x + nodes[index].box.gap + nodes[i].rect.w <= inner) {
        x += nodes[index].box.gap + nodes[i].rect.w;
        i = nodes[i].next;
    }
    *used = x;
    return i;
}

/* The only text in a box, and what of `room` is left to it; 0: there is none, or there are more. */
static uint32_t
only_text(const struct ui_node *nodes, uint32_t index, float *room) {
    const struct ui_node *node = &nodes[index];
    if (node->kind == NODE_TEXT) {
        return index;
    }
    uint32_t found = 0;
    size_t texts = 0;
    *room -=
        layout_pad_w(node) + (node->box.axis == UI_ROW ? layout_gaps(node, node->child_count) : 0);
    FOR_CHILDREN(child, nodes, index) {
        if (nodes[child].kind == NODE_ICON) {
            *room -= node->box.axis == UI_ROW ? nodes[child].pref_w : 0;
            continue;
        }
        found = only_text(nodes, child, room);
        texts++;
    }
    return texts == 1 ? found : 0;
}

/* A chip or a badge whose words take two lines is as wide as these, and not as all the room. */
static float
width_in_wrap(struct ui_node *nodes, uint32_t index, float inner, const struct layout_text *text) {
    const struct ui_node *node = &nodes[index];
    float room = inner;
    bool is_broken = node->kind == NODE_BOX && node->pref_w > inner && node->box.grow <= 0 &&
                     node->box.width <= 0;
    uint32_t leaf = is_broken ? only_text(nodes, index, &room) : 0;
    if (leaf == 0 || nodes[leaf].no_wrap || room <= 0) {
        return fminf(node->pref_w, inner);
    }
    float spare = room - ceilf(text->broken_width(text->self, &nodes[leaf], room));
    return fminf(inner, fmaxf(node->min_w, inner - fmaxf(0, spare)));
}

static void
wrap_widths(struct ui_node *nodes, uint32_t index, float inner, const struct layout_text *text) {
    FOR_CHILDREN(child, nodes, index) {
        nodes[child].rect.w = width_in_wrap(nodes, child, inner, text);
    }
    for (uint32_t first = nodes[index].first_child; first != 0;) {
        float used;
        uint32_t end = layout_wrap_line_end(nodes, index, first, inner, &used);
        grow_widths(nodes, first, end, inner - used);
        first = end;
    }
}

/* Columns that are wanted: as many as the box says, or as fit. */
static size_t
wanted_columns(const struct ui_node *node, float inner) {
    if (node->box.columns > 0) {
        return (size_t)node->box.columns;
    }
    if (node->box.min_column <= 0) {
        return 1;
    }
    float fit = floorf((inner + node->box.gap) / (node->box.min_column + node->box.gap));
    size_t columns = fit < 1 ? 1 : (size_t)fit;
    return node->child_count > 0 && columns > node->child_count ? node->child_count : columns;
}

/* Fewer where a word would not fit its column: one, if the box names their number, for what is
 * meant to stand side by side looks wrong in any other. */
static size_t
grid_columns(const struct ui_node *nodes, uint32_t index, float inner) {
    const struct ui_node *node = &nodes[index];
    size_t columns = wanted_columns(node, inner);
    float widest = 0;
    FOR_CHILDREN(child, nodes, index) {
        widest = fmaxf(widest, nodes[child].min_w);
    }
    while (columns > 1 && (inner - layout_gaps(node, columns)) / (float)columns < widest) {
        columns = node->box.columns > 0 ? 1 : columns - 1;
    }
    return columns;
}

/* Whole pixels for every column; the first ones take what is left over. */
static void
grid_widths(struct ui_node *nodes, uint32_t index, float inner) {
    size_t columns = grid_columns(nodes, index, inner), i = 0;
    float room = floorf(fmaxf(0, inner - layout_gaps(&nodes[index], columns)));
    float each = floorf(room / (float)columns), rest = room - each * (float)columns;
    FOR_CHILDREN(child, nodes, index) {
        nodes[child].rect.w = each + ((float)(i % columns) < rest ? 1 : 0);
        i++;
    }
    nodes[index].content = (float)columns; /* until pass 5 */
}

void
layout_widths_down(struct ui_node *nodes, size_t count, const struct layout_text *text) {
    for (size_t i = 0; i < count; i++) {
        float inner = fmaxf(0, nodes[i].rect.w - layout_pad_w(&nodes[i]));
        uint32_t index = (uint32_t)i;
        switch (nodes[i].box.axis) {
        case UI_COLUMN:
        case UI_OVERLAY:
            column_widths(nodes, index, inner);
            break;
        case UI_ROW:
            row_widths(nodes, index, inner);
            break;
        case UI_WRAP:
            wrap_widths(nodes, index, inner, text);
            break;
        case UI_GRID:
            grid_widths(nodes, index, inner);
            break;
        }
    }
}
