/* image.h - a picture of the content as a surface of the size in which it is shown: a plain SVG, or
 * what the compiler packs of a photograph. What is neither, or claims too much, is refused. */
#ifndef DRAW_IMAGE_H
#define DRAW_IMAGE_H

#include "base/err.h"
#include "draw/draw_list.h"

struct SDL_Surface;

/* `width` and `height`: 1 to SVG_SIDE_MAX px. A photograph is not made larger than it is. ARGB8888,
 * for SDL_FreeSurface(); NULL with `err` set. */
struct SDL_Surface *image_draw(
    const struct draw_picture *picture, int width, int height, struct err *err);

#endif
