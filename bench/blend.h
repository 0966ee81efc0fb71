/* blend.h - one colour onto 32-bit pixels in memory, through coverage: what draw/canvas.h did by
 * itself before pixman did it, kept here as what pixman is measured against. */
#ifndef BENCH_BLEND_H
#define BENCH_BLEND_H

#include <stddef.h>
#include <stdint.h>

/* `width` x `height` bytes of coverage. A step of 0 repeats the first column or row, which is how
 * one pixel becomes the side of a shadow; otherwise steps are 1 along a row and the length of a row
 * from row to row. */
struct blend_source {
    const uint8_t *coverage;
    size_t step_x, step_y;
    int width, height;
};

/* Blends onto pixels whose rows are `stride_px` apart. `color` is packed as the pixels are, in any
 * order of the channels; `alpha` scales the coverage. Coverage 0 leaves a pixel as it is, 255 at
 * alpha 255 replaces it, between them a channel is off by two levels at most. */
void blend_coverage(uint32_t *pixels, size_t stride_px, const struct blend_source *source,
    uint32_t color, uint8_t alpha);

/* The same with coverage 255 everywhere. */
void blend_fill(
    uint32_t *pixels, size_t stride_px, int width, int height, uint32_t color, uint8_t alpha);

#endif
