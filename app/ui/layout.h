/* layout.h - five pure passes over the node array: nodes and a size in, rectangles out.
 *
 * Knows no text engine: a measurer answers for text leaves, so that tests need no fonts. Nodes are
 * in order of declaration, so that a parent always comes before its children. Lengths are px. */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include "ui/node.h"

struct layout_text {
    /* Narrowest and one-line width of a text leaf. */
    void (*widths)(void *self, struct ui_node *node, float *min_w, float *pref_w);
    /* The longest line of a text leaf that is broken at this width. */
    float (*broken_width)(void *self, struct ui_node *node, float width);
    /* Lays the leaf out at node->rect.w; returns its height and sets the first baseline. */
    float (*height)(void *self, struct ui_node *node, float *baseline);
    /* Lays a leaf that `is_fitted` out as large as rect.w and rect.h hold it; returns its height.
     * NULL: none is. */
    float (*fit)(void *self, struct ui_node *node);
    void *self;
};

/* Passes 1 to 4: sizes. rect.w, rect.h, baseline and content are right afterwards. */
void layout_sizes(
    struct ui_node *nodes, size_t count, struct size window_px, const struct layout_text *text);
/* Pass 5: places, with the offsets of scrollers (asked for by id; NULL: all zero) taken off. */
typedef float layout_offset_fn(void *self, const struct ui_node *scroller);
void layout_places(struct ui_node *nodes, size_t count, layout_offset_fn *offset, void *self);

#endif
