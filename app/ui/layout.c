#include "ui/layout.h"

#include "base/check.h"
#include "ui/layout_private.h"

#include <math.h>

/* Sizes flow five times through the array, which is in order of declaration, so a loop upwards
 * meets parents before children and a loop downwards children before parents:
 *
 *   1  widths up      the narrowest and the preferred width of every node, from its children
 *   2  widths down    each parent hands its width out: shares, growth, shrinking, columns, lines
 *   3  text           leaves are laid out at their width and say how tall they became
 *   4  heights        up: by content; then down: growth, stretching, scrollers take what is left;
 *                     texts that fit what they are given find their size
 *   5  places         top down, in px of the window; scroll offsets are taken off here
 *
 * Height follows width and never the other way round, so one run is enough and nothing oscillates.
 * Loops downwards are written for i = count; i-- > 0. Node 0 is the root. Passes 1 and 2 are in
 * layout_widths.c, 3 and 4 in layout_heights.c, 5 is here. */

void
layout_sizes(
    struct ui_node *nodes, size_t count, struct size window_px, const struct layout_text *text) {
    xassert(count > 0);
    layout_widths_up(nodes, count, text);
    nodes[0].rect.w = window_px.w;
    layout_widths_down(nodes, count, text);
    layout_heights_up(nodes, count, text);
    nodes[0].rect.h = window_px.h;
    layout_heights_down(nodes, count);
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].is_fitted && text->fit) {
            nodes[i].rect.h = text->fit(text->self, &nodes[i]);
        }
    }
}

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
    float sum = layout_gaps(parent, parent->child_count), gap = parent->box.gap;
    FOR_CHILDREN(child, nodes, index) {
        sum += nodes[child].rect.h;
    }
    float y = inner.y + justified(parent, parent->child_count, inner.h - sum, &gap);
    FOR_CHILDREN(child, nodes, index) {
        struct ui_node *c = &nodes[child];
        c->rect.x = inner.x + aligned(layout_self_x(parent, c), inner.w, c->rect.w);
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
    layout_row_height(nodes, first, end, true, &baseline);
    float room = band.w - sum - layout_gaps(parent, items);
    float x = band.x + justified(parent, items, parent->box.axis == UI_GRID ? 0 : room, &gap);
    for (uint32_t i = first; i != end; i = nodes[i].next) {
        struct ui_node *c = &nodes[i];
        enum ui_self self = layout_self_x(parent, c);
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
        uint32_t end = layout_line_end(nodes, index, first);
        float height = layout_row_height(nodes, first, end, false, &baseline);
        place_line(nodes, index, first, end, (struct rect){inner.x, y, inner.w, height});
        y += height + layout_line_gap(&nodes[index]);
        first = end;
    }
}

static void
place_overlay(struct ui_node *nodes, uint32_t index, struct rect inner) {
    FOR_CHILDREN(child, nodes, index) {
        struct ui_node *c = &nodes[child];
        c->rect.x = inner.x + aligned(layout_self_x(&nodes[index], c), inner.w, c->rect.w);
        c->rect.y = inner.y + aligned(c->box.self_y, inner.h, c->rect.h);
        if (c->box.spot.width > 0) {
            c->rect.x = inner.x + inner.w * c->box.spot.x - c->rect.w / 2;
            c->rect.y = inner.y + inner.h * c->box.spot.y - c->rect.h / 2;
        }
    }
}

/* Where a rule of the screen's puts them. */
static void
arrange(struct ui_node *nodes, uint32_t index, struct rect inner) {
    struct ui_arranged children[UI_ARRANGED_MOST];
    const struct ui_box *box = &nodes[index].box;
    size_t count = 0;
    xassert(nodes[index].child_count <= UI_ARRANGED_MOST);
    FOR_CHILDREN(child, nodes, index) {
        struct rect r = nodes[child].rect;
        children[count++] = (struct ui_arranged){.size = {r.w, r.h}};
    }
    if (!box->arrange(box->arranger, (struct size){inner.w, inner.h}, children, count)) {
        nodes[0].is_unsettled = true;
    }
    count = 0;
    FOR_CHILDREN(child, nodes, index) {
        nodes[child].rect.x = inner.x + children[count].at.x;
        nodes[child].rect.y = inner.y + children[count].at.y;
        count++;
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
        if (nodes[index].box.arrange) {
            arrange(nodes, index, inner);
        } else {
            place_overlay(nodes, index, inner);
        }
        break;
    }
}

/* Children of a scroller are placed as if it were as long as its content. */
static struct rect
inner_rect(struct ui_node *nodes, uint32_t index, float offset) {
    struct ui_node *node = &nodes[index];
    struct rect inner = rect_inset(node->rect, node->box.padding);
    if (node->box.scroll == UI_SCROLL_Y) {
        inner.h = fmaxf(inner.h, node->content - layout_pad_h(node));
        inner.y -= offset;
    } else if (node->box.scroll == UI_SCROLL_X) {
        float sum = layout_gaps(node, node->child_count);
        FOR_CHILDREN(child, nodes, index) {
            sum += nodes[child].rect.w;
        }
        node->content = sum + layout_pad_w(node);
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
        while (p != 0 && nodes[p].box.scroll == UI_SCROLL_NONE && !nodes[p].box.turned) {
            p = nodes[p].parent;
        }
        bool is_turned = nodes[p].box.turned;
        struct rect seen = is_turned ? rect_turn(nodes[p].clip, nodes[p].rect) : nodes[p].clip;
        nodes[i].clip = rect_intersect(nodes[i].rect, seen);
    }
}
