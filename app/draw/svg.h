/* svg.h - the bytes of an SVG of unknown origin, drawn by SDL2_image in a given box.
 *
 * Only plain ones (base/svg_plain.h) get there. In a box of 96 px the worst icon that is let
 * through costs 8 ms, of 512 px 50, where it cost seconds; a picture is drawn once for its size and
 * kept. */
#ifndef DRAW_SVG_H
#define DRAW_SVG_H

#include "base/err.h"
#include "base/svg_plain.h"

#define SVG_SIDE_MAX 2048

struct SDL_Surface;

/* Fits the drawing into `width` x `height` px (1 to SVG_SIDE_MAX). ARGB8888, for SDL_FreeSurface();
 * NULL with `err` set. `name` is for messages. */
struct SDL_Surface *svg_draw(
    struct str svg, const char *name, int width, int height, struct err *err);
/* The same for drawings with more in them (svg_limits_picture). */
struct SDL_Surface *svg_draw_picture(struct str svg, int width, int height, struct err *err);

#endif
