/* coverage.h - which part of each pixel polygons cover, by signed areas: contours that run the
 * other way take away, so holes, and shapes cut at a common edge, meet without a seam. Pure. */
#ifndef DRAW_COVERAGE_H
#define DRAW_COVERAGE_H

#include "base/geom.h"

#include <stdint.h>

/* A window of the plane, its corner at `x`, `y`. */
struct coverage {
    int x, y, width, height;
    float *sums; /* (width + 1) * height */
};

void coverage_open(struct coverage *coverage, int x, int y, int width, int height);
void coverage_close(struct coverage *coverage);
/* One side of a polygon; every polygon has to come back to where it began. */
void coverage_side(struct coverage *coverage, struct point from, struct point to);
/* One row of the window, 0 to 255. */
void coverage_row(const struct coverage *coverage, int row, uint8_t *out);

#endif
