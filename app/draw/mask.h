/* mask.h - coverage bitmaps of the shapes that are not text: discs, rings, soft shadows. Pure. */
#ifndef DRAW_MASK_H
#define DRAW_MASK_H

#include "base/arena.h"

struct mask {
    int width, height;
    const uint8_t *coverage; /* A8, `width` bytes a row */
};

/* A disc of `radius` px; with `border` > 0 only its outer ring of that thickness. The four
 * quarters are the corners of a rounded rectangle. */
struct mask mask_disc(struct arena *arena, int radius, int border);

/* A square to be cut in nine: a rounded rectangle seen through a blur that reaches `blur` px to
 * either side of its edge. Corners measure mask_shadow_corner(), one stretchable pixel between. */
struct mask mask_shadow(struct arena *arena, int radius, int blur);
int mask_shadow_corner(int radius, int blur);

#endif
