/* layout_private.h - what the files of the layout share. Inside ui/layout*.c only. */
#ifndef UI_LAYOUT_PRIVATE_H
#define UI_LAYOUT_PRIVATE_H

#include "ui/layout.h"

#define FOR_CHILDREN(child, nodes, parent) \
    for (uint32_t child = (nodes)[parent].first_child; (child) != 0; (child) = (nodes)[child].next)

static inline float
layout_pad_w(const struct ui_node *node) {
    return node->box.padding.start + node->box.padding.end;
}

static inline float
layout_pad_h(const struct ui_node *node) {
    return node->box.padding.top + node->box.padding.bottom;
}

static inline float
layout_line_gap(const struct ui_node *node) {
    return node->box.cross_gap > 0 ? node->box.cross_gap : node->box.gap;
}

static inline float
layout_gaps(const struct ui_node *node, size_t items) {
    return items > 1 ? node->box.gap * (float)(items - 1) : 0;
}

static inline float
layout_clamp(float value, float least, float most) {
    value = most > 0 && value > most ? most : value;
    return value < least ? least : value;
}

/* layout_widths.c: passes 1 and 2 */
void layout_widths_up(struct ui_node *nodes, size_t count, const struct layout_text *text);
void layout_widths_down(struct ui_node *nodes, size_t count, const struct layout_text *text);
/* How a child stands across its parent's axis: its own word, or the parent's. */
enum ui_self layout_self_x(const struct ui_node *parent, const struct ui_node *child);
/* The child after the last one that fits on the line beginning with `first`; what it takes up. */
uint32_t layout_wrap_line_end(
    const struct ui_node *nodes, uint32_t index, uint32_t first, float inner, float *used);

/* layout_heights.c: passes 3 and 4 */
void layout_heights_up(struct ui_node *nodes, size_t count, const struct layout_text *text);
void layout_heights_down(struct ui_node *nodes, size_t count);
/* Of the children from `first` up to `end`, side by side. */
float layout_row_height(
    struct ui_node *nodes, uint32_t first, uint32_t end, bool by_baseline, float *baseline);
/* Where the line of a wrap or grid that begins with `first` ends. */
uint32_t layout_line_end(const struct ui_node *nodes, uint32_t index, uint32_t first);

#endif
