/* svg_edges.h - a drawing as lines, for themes of high contrast: every shape filled with the
 * ground, its edge in ink. Halos, windows and glints, which are see-through, are left out, and of
 * the level dashes on water a third stays. */
#ifndef DRAW_SVG_EDGES_H
#define DRAW_SVG_EDGES_H

#include "base/str.h"
#include "draw/color.h"

/* `svg` is a plain one (base/svg_plain.h). Appended to `out`. */
void svg_edges(struct str svg, struct color ink, struct color ground, struct str_buf *out);

#endif
