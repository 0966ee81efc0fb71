/* paths.h - draws many polygons and lines, one above the other, into pixels in memory. Pure. */
#ifndef DRAW_PATHS_H
#define DRAW_PATHS_H

#include "draw/draw_list.h"

/* 0xAARRGGBB, straight alpha; rows are `stride` pixels apart. */
struct paths_image {
    uint32_t *pixels;
    int width, height;
    size_t stride;
};

/* Overwrites all of the image. */
void paths_draw(
    struct paths_image *image, struct color ground, const struct draw_path *paths, size_t count);

#endif
