/* svg.h - the bytes of an SVG of unknown origin, drawn by SDL2_image in a given box.
 *
 * SDL2_image's nanosvg trusts its input: a size of 1e9, a dash of 1e-9 or a transform of a
 * transform costs it gigabytes or minutes. So only plain drawings get there: one <svg> with a size
 * of 8 to 4096 px, at most 10 elements in it and 256 numbers, none of more than four times that
 * size, without exponents, units, dashes, transforms or gradients; ours have up to 6 and 69. In a
 * box of 96 px the worst that is let through costs 8 ms, of 512 px 50, where it cost seconds. */
#ifndef DRAW_SVG_H
#define DRAW_SVG_H

#include "base/err.h"
#include "base/str.h"

#define SVG_BYTES_MAX ((size_t)64 << 10)

struct SDL_Surface;

/* Fits the drawing into `width` x `height` px (1 to 1024). ARGB8888, for SDL_FreeSurface(); NULL
 * with `err` set. `name` is for messages. */
struct SDL_Surface *svg_draw(
    struct str svg, const char *name, int width, int height, struct err *err);

#endif
