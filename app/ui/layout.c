#include "ui/layout.h"

#include "base/check.h"

#include <math.h>

/* Sizes flow five times through the array, which is in order of declaration, so a loop upwards
 * meets parents before children and a loop downwards children before parents:
 *
 *   1  widths up      the narrowest and the preferred width of every node, from its children
 *   2  widths down    each parent hands its width out: shares, growth, shrinking, columns, lines
 *   3  text           leaves are laid out at their width and say how tall they became
 *   4  heights        up: by content; then down: growth, stretching, scrollers take what is left
 *   5  places         top down, in px of the window; scroll offsets are taken off here
 *
 * Height follows width and never the other way round, so one run is enough and nothing oscillates.
 * Loops downwards are written for i = count; i-- > 0. Node 0 is the root. */

#define FOR_CHILDREN(child, nodes, parent) \
    for (uint32_t child = (nodes)[parent].first_child; (child) != 0; (child) = (nodes)[child].next)

static float
pad_w(const struct ui_node *node) {
    return node->box.padding.start + node->box.padding.end;
}

static float
pad_h(const struct ui_node *node) {
    return node->box.padding.top + node->box.padding.bottom;
}

static float
line_gap(const struct ui_node *node) {
    return node->box.cross_gap > 0 ? node->box.cross_gap : node->box.gap;
}

static float
gaps(const struct ui_node *node, size_t items) {
    return items > 1 ? node->box.gap * (float)(items - 1) : 0;
}

static float
clamp(float value, float least, float most) {
    value = most > 0 && value > most ? most : value;
    return value < least ? least : value;
}

/* Pass 1 */

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
        node->min_w = sum_min + gaps(node, n);
        node->pref_w = sum + gaps(node, n);
    } else if (node->box.axis == UI_WRAP) {
        node->pref_w = sum + gaps(node, n);
    } else if (node->box.axis == UI_GRID) {
        size_t columns = node->box.columns > 0 ? (size_t)node->box.columns : n;
        size_t least = node->box.columns > 0 ? columns : 1;
        node->min_w = (float)least * widest_min + gaps(node, least);
        node->pref_w = (float)columns * widest + gaps(node, columns);
    }
    node->min_w += pad_w(node);
    node->pref_w += pad_w(node);
    if (node->box.scroll == UI_SCROLL_X) {
        node->min_w = pad_w(node);
    }
}

static void
widths_up(struct ui_node *nodes, size_t count, const struct layout_text *text) {
    for (size_t i = count; i-- > 0;) {
        struct ui_node *node = &nodes[i];
        const struct ui_box *box = &node->box;
        if (node->kind == NODE_TEXT) {
            text->widths(text->self, node, &node->min_w, &node->pref_w);
            node->min_w = node->no_wrap ? node->pref_w : node->min_w;
        } else if (node->kind == NODE_BOX) {
            box_widths(nodes, (uint32_t)i);
        } else if (box->width <= 0 && node->aspect > 0) { /* a picture with only a height */
            node->min_w = node->pref_w = box->height * node->aspect;
        }
        if (box->no_shrink) {
            node->min_w = node->pref_w;
        }
        if (box->width > 0) {
            node->min_w = node->pref_w = box->width;
        }
        node->min_w = clamp(node->min_w, box->min_width, box->max_width);
        node->pref_w = fmaxf(clamp(node->pref_w, box->min_width, box->max_width), node->min_w);
    }
}

/* Pass 2 */

static enum ui_self
self_x(const struct ui_node *parent, const struct ui_node *child) {
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
        enum ui_self self = self_x(parent, c);
        bool fills = self == UI_SELF_STRETCH || self == UI_SELF_MEASURE;
        float w = fills ? inner : fminf(c->pref_w, inner);
        w = c->box.max_width > 0 ? fminf(w, c->box.max_width) : w;
        c->rect.w = c->box.width > 0 ? c->box.width : w;
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
        squeezable += c->box.width > 0 || c->kind == NODE_ICON ? 0 : c->rect.w;
    }
    float over = total + gaps(&nodes[index], nodes[index].child_count) - inner;
    if (over < 1 || squeezable <= 0) {
        return;
    }
    float keep = fmaxf(0, 1 - over / squeezable);
    FOR_CHILDREN(child, nodes, index) {
        struct ui_node *c = &nodes[child];
        if (c->box.width <= 0 && c->kind != NODE_ICON) {
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
    float room = fmaxf(0, inner - fixed - gaps(&nodes[index], nodes[index].child_count));
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
    float sum = gaps(&nodes[index], nodes[index].child_count);
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
static uint32_t
wrap_line_end(
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

static void
wrap_widths(struct ui_node *nodes, uint32_t index, float inner) {
    FOR_CHILDREN(child, nodes, index) {
        nodes[child].rect.w = fminf(nodes[child].pref_w, inner);
    }
    for (uint32_t first = nodes[index].first_child; first != 0;) {
        float used;
        uint32_t end = wrap_line_end(nodes, index, first, inner, &used);
        grow_widths(nodes, first, end, inner - used);
        first = end;
    }
}

static size_t
grid_columns(const struct ui_node *node, float inner) {
    size_t columns = (size_t)(node->box.columns > 0 ? node->box.columns : 1);
    if (node->box.columns <= 0 && node->box.min_column > 0) {
        float fit = floorf((inner + node->box.gap) / (node->box.min_column + node->box.gap));
        columns = fit < 1 ? 1 : (size_t)fit;
        columns =
            node->child_count > 0 && columns > node->child_count ? node->child_count : columns;
    }
    return columns;
}

/* Whole pixels for every column; the first ones take what is left over. */
static void
grid_widths(struct ui_node *nodes, uint32_t index, float inner) {
    size_t columns = grid_columns(&nodes[index], inner), i = 0;
    float room = floorf(fmaxf(0, inner - gaps(&nodes[index], columns)));
    float each = floorf(room / (float)columns), rest = room - each * (float)columns;
    FOR_CHILDREN(child, nodes, index) {
        nodes[child].rect.w = each + ((float)(i % columns) < rest ? 1 : 0);
        i++;
    }
    nodes[index].content = (float)columns; /* until pass 5 */
}

static void
widths_down(struct ui_node *nodes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        float inner = fmaxf(0, nodes[i].rect.w - pad_w(&nodes[i]));
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
            wrap_widths(nodes, index, inner);
            break;
        case UI_GRID:
            grid_widths(nodes, index, inner);
            break;
        }
    }
}

/* Passes 3 and 4 */

static bool
is_baseline_row(const struct ui_node *node) {
    return node->box.axis == UI_ROW && node->box.align == UI_ALIGN_BASELINE;
}

static float
row_height(struct ui_node *nodes, uint32_t first, uint32_t end, bool by_baseline, float *baseline) {
    float tallest = 0, above = 0, below = 0;
    for (uint32_t i = first; i != end; i = nodes[i].next) {
        tallest = fmaxf(tallest, nodes[i].rect.h);
        above = fmaxf(above, nodes[i].baseline);
        below = fmaxf(below, nodes[i].rect.h - nodes[i].baseline);
    }
    *baseline = above;
    return by_baseline ? fmaxf(tallest, above + below) : tallest;
}

static uint32_t
grid_line_end(const struct ui_node *nodes, uint32_t index, uint32_t first) {
    size_t columns = (size_t)nodes[index].content;
    uint32_t i = first;
    for (size_t k = 0; k < columns && i != 0; k++) {
        i = nodes[i].next;
    }
    return i;
}

static uint32_t
line_end(const struct ui_node *nodes, uint32_t index, uint32_t first) {
    float used;
    if (nodes[index].box.axis == UI_GRID) {
        return grid_line_end(nodes, index, first);
    }
    return wrap_line_end(nodes, index, first, nodes[index].rect.w - pad_w(&nodes[index]), &used);
}

static float
lines_height(struct ui_node *nodes, uint32_t index) {
    float total = 0, baseline;
    for (uint32_t first = nodes[index].first_child; first != 0;) {
        uint32_t end = line_end(nodes, index, first);
        total += first != nodes[index].first_child ? line_gap(&nodes[index]) : 0;
        total += row_height(nodes, first, end, false, &baseline);
        if (first == nodes[index].first_child) {
            nodes[index].baseline = baseline;
        }
        first = end;
    }
    return total;
}

static float
box_height(struct ui_node *nodes, uint32_t index) {
    struct ui_node *node = &nodes[index];
    float height = 0, baseline = 0;
    uint32_t first = node->first_child;
    switch (node->box.axis) {
    case UI_COLUMN:
        FOR_CHILDREN(child, nodes, index) {
            height += nodes[child].rect.h;
        }
        height += gaps(node, node->child_count);
        node->baseline = first ? nodes[first].baseline : 0;
        break;
    case UI_ROW:
    case UI_OVERLAY:
        height = row_height(nodes, first, 0, is_baseline_row(node), &baseline);
        node->baseline = baseline;
        break;
    case UI_WRAP:
    case UI_GRID:
        height = lines_height(nodes, index);
        break;
    }
    node->baseline += node->box.padding.top;
    return height + pad_h(node);
}

static void
heights_up(struct ui_node *nodes, size_t count, const struct layout_text *text) {
    for (size_t i = count; i-- > 0;) {
        struct ui_node *node = &nodes[i];
        if (node->kind == NODE_TEXT) {
            node->rect.h = text->height(text->self, node, &node->baseline);
        } else if (node->kind == NODE_BOX) {
            node->rect.h = box_height(nodes, (uint32_t)i);
        } else if (node->box.height <= 0 && node->aspect > 0) {
            node->rect.h = floorf(node->rect.w / node->aspect + 0.5f);
        }
        if (node->kind == NODE_ICON) { /* stands on the line like a letter */
            node->baseline = node->box.height * 0.84f;
        }
        if (node->box.height > 0) {
            node->rect.h = node->box.height;
        }
        if (node->box.scroll == UI_SCROLL_Y) {
            node->content = node->rect.h;
        }
        node->rect.h = clamp(node->rect.h, node->box.min_height, node->box.max_height);
    }
}

/* Along a column: what is left over goes to growing children, what is missing comes out of the
 * scrollers and, through them, out of the boxes that hold one. */
static bool
can_shrink(const struct ui_node *nodes, uint32_t index) {
    if (nodes[index].box.scroll == UI_SCROLL_Y) {
        return true;
    }
    FOR_CHILDREN(child, nodes, index) {
        if (can_shrink(nodes, child)) {
            return true;
        }
    }
    return false;
}

static void
column_heights(struct ui_node *nodes, uint32_t index, float inner) {
    float sum = gaps(&nodes[index], nodes[index].child_count), weights = 0, soft = 0;
    FOR_CHILDREN(child, nodes, index) {
        sum += nodes[child].rect.h;
        weights += nodes[child].box.grow;
    }
    if (sum <= inner) {
        float room = inner - sum;
        FOR_CHILDREN(child, nodes, index) {
            if (weights > 0) {
                nodes[child].rect.h += floorf(room * nodes[child].box.grow / weights);
            }
        }
        return;
    }
    if (nodes[index].box.scroll == UI_SCROLL_Y) {
        return; /* what is inside keeps its height */
    }
    FOR_CHILDREN(child, nodes, index) {
        soft += can_shrink(nodes, child) ? nodes[child].rect.h : 0;
    }
    FOR_CHILDREN(child, nodes, index) {
        if (soft > 0 && can_shrink(nodes, child)) {
            float less = (sum - inner) * nodes[child].rect.h / soft;
            nodes[child].rect.h = fmaxf(0, floorf(nodes[child].rect.h - less));
        }
    }
}

static void
stretch(struct ui_node *child, float height, bool stretches) {
    if (stretches && child->kind == NODE_BOX && child->box.height <= 0) {
        child->rect.h = child->box.max_height > 0 ? fminf(height, child->box.max_height) : height;
    }
}

static bool
stretches_y(const struct ui_node *parent, const struct ui_node *child) {
    if (parent->box.axis == UI_OVERLAY) {
        return child->box.self_y == UI_SELF_AUTO || child->box.self_y == UI_SELF_STRETCH;
    }
    return child->box.self == UI_SELF_AUTO ? parent->box.align == UI_ALIGN_STRETCH
                                           : child->box.self == UI_SELF_STRETCH;
}

static void
heights_down(struct ui_node *nodes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct ui_node *node = &nodes[i];
        float inner = fmaxf(0, node->rect.h - pad_h(node)), baseline;
        uint32_t index = (uint32_t)i;
        if (node->box.axis == UI_COLUMN) {
            column_heights(nodes, index, inner);
        } else if (node->box.axis == UI_ROW || node->box.axis == UI_OVERLAY) {
            FOR_CHILDREN(child, nodes, index) {
                stretch(&nodes[child], inner, stretches_y(node, &nodes[child]));
            }
        } else {
            for (uint32_t first = node->first_child; first != 0;) {
                uint32_t end = line_end(nodes, index, first);
                float height = row_height(nodes, first, end, false, &baseline);
                for (uint32_t c = first; c != end; c = nodes[c].next) {
                    stretch(&nodes[c], height, stretches_y(node, &nodes[c]));
                }
                first = end;
            }
        }
    }
}

void
layout_sizes(
    struct ui_node *nodes, size_t count, struct size window_px, const struct layout_text *text) {
    xassert(count > 0);
    widths_up(nodes, count, text);
    nodes[0].rect.w = window_px.w;
    widths_down(nodes, count);
    heights_up(nodes, count, text);
    nodes[0].rect.h = window_px.h;
    heights_down(nodes, count);
}

/* Pass 5 */

static float
aligned(enum ui_self self, float room, float size) {
    switch (self) {
    case UI_SELF_CENTER:
    case UI_SELF_MEASURE:
        return floorf((room - size) / 2);
    case UI_SELF_END:
        return room - size;
    default:
        return 0;
    }
}

static float
justified(const struct ui_node *parent, size_t items, float room, float *gap) {
    room = fmaxf(0, room);
    switch (parent->box.justify) {
    case UI_JUSTIFY_CENTER:
        return floorf(room / 2);
    case UI_JUSTIFY_END:
        return room;
    case UI_JUSTIFY_BETWEEN:
        *gap += items > 1 ? floorf(room / (float)(items - 1)) : 0;
        return 0;
    default:
        return 0;
    }
}

static void
place_column(struct ui_node *nodes, uint32_t index, struct rect inner) {
    const struct ui_node *parent = &nodes[index];
    float sum = gaps(parent, parent->child_count), gap = parent->box.gap;
    FOR_CHILDREN(child, nodes, index) {
        sum += nodes[child].rect.h;
    }
    float y = inner.y + justified(parent, parent->child_count, inner.h - sum, &gap);
    FOR_CHILDREN(child, nodes, index) {
        struct ui_node *c = &nodes[child];
        c->rect.x = inner.x + aligned(self_x(parent, c), inner.w, c->rect.w);
        c->rect.y = y;
        y += c->rect.h + gap;
    }
}

/* One line of a row, wrap or grid: children from `first` up to `end` in a band of height `h`. */
static void
place_line(struct ui_node *nodes, uint32_t index, uint32_t first, uint32_t end, struct rect band) {
    const struct ui_node *parent = &nodes[index];
    size_t items = 0;
    float sum = 0, gap = parent->box.gap, baseline;
    for (uint32_t i = first; i != end; i = nodes[i].next) {
        sum += nodes[i].rect.w;
        items++;
    }
    row_height(nodes, first, end, true, &baseline);
    float room = band.w - sum - gaps(parent, items);
    float x = band.x + justified(parent, items, parent->box.axis == UI_GRID ? 0 : room, &gap);
    for (uint32_t i = first; i != end; i = nodes[i].next) {
        struct ui_node *c = &nodes[i];
        enum ui_self self = self_x(parent, c);
        c->rect.x = x;
        c->rect.y = band.y + aligned(self, band.h, c->rect.h);
        if (parent->box.align == UI_ALIGN_BASELINE && c->box.self == UI_SELF_AUTO) {
            c->rect.y = band.y + baseline - c->baseline;
        }
        x += c->rect.w + gap;
    }
}

static void
place_lines(struct ui_node *nodes, uint32_t index, struct rect inner) {
    float y = inner.y, baseline;
    for (uint32_t first = nodes[index].first_child; first != 0;) {
        uint32_t end = line_end(nodes, index, first);
        float height = row_height(nodes, first, end, false, &baseline);
        place_line(nodes, index, first, end, (struct rect){inner.x, y, inner.w, height});
        y += height + line_gap(&nodes[index]);
        first = end;
    }
}

static void
place_overlay(struct ui_node *nodes, uint32_t index, struct rect inner) {
    FOR_CHILDREN(child, nodes, index) {
        struct ui_node *c = &nodes[child];
        c->rect.x = inner.x + aligned(self_x(&nodes[index], c), inner.w, c->rect.w);
        c->rect.y = inner.y + aligned(c->box.self_y, inner.h, c->rect.h);
    }
}

static void
place_children(struct ui_node *nodes, uint32_t index, struct rect inner) {
    switch (nodes[index].box.axis) {
    case UI_COLUMN:
        place_column(nodes, index, inner);
        break;
    case UI_ROW:
        place_line(nodes, index, nodes[index].first_child, 0, inner);
        break;
    case UI_WRAP:
    case UI_GRID:
        place_lines(nodes, index, inner);
        break;
    case UI_OVERLAY:
        place_overlay(nodes, index, inner);
        break;
    }
}

/* Children of a scroller are placed as if it were as long as its content. */
static struct rect
inner_rect(struct ui_node *nodes, uint32_t index, float offset) {
    struct ui_node *node = &nodes[index];
    struct rect inner = rect_inset(node->rect, node->box.padding);
    if (node->box.scroll == UI_SCROLL_Y) {
        inner.h = fmaxf(inner.h, node->content - pad_h(node));
        inner.y -= offset;
    } else if (node->box.scroll == UI_SCROLL_X) {
        float sum = gaps(node, node->child_count);
        FOR_CHILDREN(child, nodes, index) {
            sum += nodes[child].rect.w;
        }
        node->content = sum + pad_w(node);
        inner.w = fmaxf(inner.w, sum);
        inner.x -= offset;
    }
    return inner;
}

/* Whole pixels, so that neighbours meet and glyphs stay sharp. */
static void
snap(struct ui_node *node) {
    float x = floorf(node->rect.x + 0.5f), y = floorf(node->rect.y + 0.5f);
    node->rect.w = floorf(node->rect.x + node->rect.w + 0.5f) - x;
    node->rect.h = floorf(node->rect.y + node->rect.h + 0.5f) - y;
    node->rect.x = x;
    node->rect.y = y;
}

void
layout_places(struct ui_node *nodes, size_t count, layout_offset_fn *offset, void *self) {
    xassert(count > 0);
    nodes[0].rect.x = nodes[0].rect.y = 0;
    nodes[0].clip = nodes[0].rect;
    for (size_t i = 0; i < count; i++) {
        struct ui_node *node = &nodes[i];
        bool scrolls = node->kind == NODE_BOX && node->box.scroll != UI_SCROLL_NONE;
        float by = scrolls && offset ? offset(self, node) : 0;
        place_children(nodes, (uint32_t)i, inner_rect(nodes, (uint32_t)i, by));
        struct point shift = node->origin; /* of this node; children of a scroller add to it */
        shift.y += node->box.scroll == UI_SCROLL_Y ? by : 0;
        shift.x += node->box.scroll == UI_SCROLL_X ? by : 0;
        FOR_CHILDREN(child, nodes, i) {
            snap(&nodes[child]);
            nodes[child].origin = shift;
        }
    }
    /* Clips: a scroller hides what leaves it, every other box lets its children out. */
    for (size_t i = 1; i < count; i++) {
        uint32_t p = nodes[i].parent;
        while (p != 0 && nodes[p].box.scroll == UI_SCROLL_NONE) {
            p = nodes[p].parent;
        }
        nodes[i].clip = rect_intersect(nodes[i].rect, nodes[p].clip);
    }
}
