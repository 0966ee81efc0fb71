#include "ui/layout_private.h"

#include <math.h>

static bool
is_baseline_row(const struct ui_node *node) {
    return node->box.axis == UI_ROW && node->box.align == UI_ALIGN_BASELINE;
}

float
layout_row_height(
    struct ui_node *nodes, uint32_t first, uint32_t end, bool by_baseline, float *baseline) {
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

uint32_t
layout_line_end(const struct ui_node *nodes, uint32_t index, uint32_t first) {
    float used;
    if (nodes[index].box.axis == UI_GRID) {
        return grid_line_end(nodes, index, first);
    }
    return layout_wrap_line_end(
        nodes, index, first, nodes[index].rect.w - layout_pad_w(&nodes[index]), &used);
}

static float
lines_height(struct ui_node *nodes, uint32_t index) {
    float total = 0, baseline;
    for (uint32_t first = nodes[index].first_child; first != 0;) {
        uint32_t end = layout_line_end(nodes, index, first);
        total += first != nodes[index].first_child ? layout_line_gap(&nodes[index]) : 0;
        total += layout_row_height(nodes, first, end, false, &baseline);
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
        height += layout_gaps(node, node->child_count);
        node->baseline = first ? nodes[first].baseline : 0;
        break;
    case UI_ROW:
    case UI_OVERLAY:
        height = layout_row_height(nodes, first, 0, is_baseline_row(node), &baseline);
        node->baseline = baseline;
        break;
    case UI_WRAP:
    case UI_GRID:
        height = lines_height(nodes, index);
        break;
    }
    node->baseline += node->box.padding.top;
    return height + layout_pad_h(node);
}

void
layout_heights_up(struct ui_node *nodes, size_t count, const struct layout_text *text) {
    for (size_t i = count; i-- > 0;) {
        struct ui_node *node = &nodes[i];
        if (node->kind == NODE_TEXT) {
            node->rect.h = text->height(text->self, node, &node->baseline);
        } else if (node->kind == NODE_BOX) {
            node->rect.h = box_height(nodes, (uint32_t)i);
        }
        if (node->kind == NODE_ICON) { /* stands on the line like a letter */
            node->baseline = node->box.height * 0.84f;
        }
        if (node->box.height > 0) {
            node->rect.h = node->box.height;
        } else if (node->box.aspect > 0) {
            node->rect.h = floorf(node->rect.w / node->box.aspect);
        }
        if (node->box.scroll == UI_SCROLL_Y) {
            node->content = node->rect.h;
        }
        node->rect.h = layout_clamp(node->rect.h, node->box.min_height, node->box.max_height);
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

/* Down to whole pixels, but not for the last bit of a float: bars would stand one pixel higher on
 * some pages than on others. */
static float
whole(float px) {
    return floorf(px + 1.0f / 64);
}

/* The last one that grows takes what rounding left, so that the column is full to the pixel. */
static void
grow_heights(struct ui_node *nodes, uint32_t index, float room, float weights) {
    float given = 0;
    uint32_t last = 0;
    FOR_CHILDREN(child, nodes, index) {
        if (nodes[child].box.grow > 0) {
            float more = whole(room * nodes[child].box.grow / weights);
            nodes[child].rect.h += more;
            given += more;
            last = child;
        }
    }
    if (last) {
        nodes[last].rect.h += room - given;
    }
}

static void
column_heights(struct ui_node *nodes, uint32_t index, float inner) {
    float sum = layout_gaps(&nodes[index], nodes[index].child_count), weights = 0, soft = 0;
    FOR_CHILDREN(child, nodes, index) {
        sum += nodes[child].rect.h;
        weights += nodes[child].box.grow;
    }
    if (sum <= inner) {
        float room = inner - sum;
        grow_heights(nodes, index, room, weights);
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
            nodes[child].rect.h = fmaxf(0, whole(nodes[child].rect.h - less));
        }
    }
}

static void
stretch(struct ui_node *child, float height, bool stretches) {
    bool is_free = child->box.height <= 0 && child->box.aspect <= 0;
    if (stretches && child->kind == NODE_BOX && is_free) {
        child->rect.h = child->box.max_height > 0 ? fminf(height, child->box.max_height) : height;
    }
}

static bool
stretches_y(const struct ui_node *parent, const struct ui_node *child) {
    if (parent->box.arrange) {
        return false;
    }
    if (parent->box.axis == UI_OVERLAY) {
        return child->box.self_y == UI_SELF_AUTO || child->box.self_y == UI_SELF_STRETCH;
    }
    return child->box.self == UI_SELF_AUTO ? parent->box.align == UI_ALIGN_STRETCH
                                           : child->box.self == UI_SELF_STRETCH;
}

void
layout_heights_down(struct ui_node *nodes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct ui_node *node = &nodes[i];
        float inner = fmaxf(0, node->rect.h - layout_pad_h(node)), baseline;
        uint32_t index = (uint32_t)i;
        if (node->box.axis == UI_COLUMN) {
            column_heights(nodes, index, inner);
        } else if (node->box.axis == UI_ROW || node->box.axis == UI_OVERLAY) {
            FOR_CHILDREN(child, nodes, index) {
                stretch(&nodes[child], inner, stretches_y(node, &nodes[child]));
            }
        } else {
            for (uint32_t first = node->first_child; first != 0;) {
                uint32_t end = layout_line_end(nodes, index, first);
                float height = layout_row_height(nodes, first, end, false, &baseline);
                for (uint32_t c = first; c != end; c = nodes[c].next) {
                    stretch(&nodes[c], height, stretches_y(node, &nodes[c]));
                }
                first = end;
            }
        }
    }
}
