/* painter.h - the two things everything drawn is made of: filled rectangles, and coverage (glyphs,
 * icons, corners, shadows) from the atlas's pages, tinted as it is copied.
 *
 * On a GPU a page is a texture, white with alpha, and SDL's renderer does the work. On a surface in
 * memory a page is bytes, and pixman fills and blends pixels (canvas.h): SDL's software renderer
 * tints and blends every empty pixel too, at several times the cost. Pictures and slanted lines go
 * through the renderer either way; the painter flushes it before it touches a pixel. Inside draw/
 * only. */
#ifndef DRAW_PAINTER_H
#define DRAW_PAINTER_H

#include "draw/atlas.h"
#include "draw/color.h"
#include "draw/mask.h"

#include <SDL.h>

struct painter;

struct painter *painter_create(void);
void painter_destroy(struct painter *painter);
/* Where everything goes from now on; pages of another target are dropped. `surface` is what the
 * renderer draws on if that is in memory, else NULL; one without 32-bit pixels is left to the
 * renderer. Both are borrowed. */
void painter_set_target(struct painter *painter, SDL_Renderer *renderer, SDL_Surface *surface);
/* True if storing a bitmap makes SDL draw all that is queued: store before the first copy. */
bool painter_stores_slowly(const struct painter *painter);
/* Drops all pages, after the device lost its textures. */
void painter_drop_pages(struct painter *painter);

/* The whole target in one colour, whatever the clip. False when the renderer fails. */
bool painter_clear(struct painter *painter, struct color color);
/* What the next calls may touch. */
void painter_clip(struct painter *painter, SDL_Rect clip);
/* What the next calls draw is turned by 180 degrees about the middle of `about`, pixel by pixel;
 * the clip is not. Without a width: not turned. */
void painter_turn(struct painter *painter, SDL_Rect about);
void painter_fill(struct painter *painter, SDL_Rect at, struct color color);
/* Fills the slot with the mask, through the contrast table if there is one. */
void painter_store(struct painter *painter, const struct atlas_slot *slot, const struct mask *mask,
    const uint8_t table[256]);
/* Copies part `from` of a page, tinted. A side of one pixel may be stretched. */
void painter_copy(struct painter *painter, int page, SDL_Rect from, SDL_Rect to, struct color tint);
/* Draws a mask that found no room in the atlas, its corner at `x`, `y`. */
void painter_draw_mask(struct painter *painter, const struct mask *mask, const uint8_t table[256],
    int x, int y, struct color tint);
/* Copies a whole texture of the renderer. */
void painter_picture(struct painter *painter, SDL_Texture *texture, SDL_Rect to);

#endif
