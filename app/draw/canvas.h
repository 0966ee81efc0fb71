/* canvas.h - a surface in memory, filled and blended by pixman; pages of coverage beside it, for
 * the atlas. Everything is cut to the surface by the caller. Inside draw/ only. */
#ifndef DRAW_CANVAS_H
#define DRAW_CANVAS_H

#include "draw/atlas.h"
#include "draw/color.h"

#include <SDL.h>

struct canvas;

/* NULL for a surface whose pixels are not 32 bits with a byte a channel. Borrows the surface. */
struct canvas *canvas_create(SDL_Surface *surface);
void canvas_destroy(struct canvas *canvas);
void canvas_drop_pages(struct canvas *canvas);
/* ATLAS_PAGE_PX rows of as many bytes, zeroed when first asked for. */
uint8_t *canvas_page(struct canvas *canvas, int page);

void canvas_fill(struct canvas *canvas, SDL_Rect at, struct color color);
/* Blends the coverage of the page that begins at `x`, `y`. */
void canvas_copy(struct canvas *canvas, int page, int x, int y, SDL_Rect to, struct color tint);
/* Room for a mask of this size, its rows `*stride` bytes apart, until the next call. */
uint8_t *canvas_scratch(struct canvas *canvas, int width, int height, size_t *stride);
/* Blends the coverage that was written there since. */
void canvas_copy_scratch(struct canvas *canvas, SDL_Rect to, struct color tint);

#endif
