/* polygons.h - which part of each pixel polygons cover, by signed areas: contours that run the
 * other way take away, so holes, and shapes cut at a common edge, meet without a seam. Pure. */
#ifndef DRAW_POLYGONS_H
#define DRAW_POLYGONS_H

#include "base/geom.h"

#include <stdint.h>

/* A window of the plane, its corner at `x`, `y`. */
struct polygons {
    int x, y, width, height;
    float *sums; /* (width + 1) * height */
};

void polygons_open(struct polygons *polygons, int x, int y, int width, int height);
void polygons_close(struct polygons *polygons);
/* One side of a polygon; every polygon has to come back to where it began. */
void polygons_side(struct polygons *polygons, struct point from, struct point to);
/* One row of the window, 0 to 255. */
void polygons_row(const struct polygons *polygons, int row, uint8_t *out);

#endif
