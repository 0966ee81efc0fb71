#include "draw/mask.h"

#include "base/check.h"

#include <math.h>

static float
clamp01(float v) {
    return v < 0 ? 0 : v > 1 ? 1 : v;
}

struct mask
mask_disc(struct arena *arena, int radius, int border) {
    xassert(radius > 0);
    int side = 2 * radius;
    uint8_t *coverage = ARENA_ARRAY(arena, (size_t)side * (size_t)side, uint8_t);
    for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
            float dx = (float)x + 0.5f - (float)radius, dy = (float)y + 0.5f - (float)radius;
            float distance = sqrtf(dx * dx + dy * dy);
            float inside = clamp01((float)radius - distance + 0.5f);
            if (border > 0) {
                inside -= clamp01((float)(radius - border) - distance + 0.5f);
            }
            coverage[y * side + x] = (uint8_t)(clamp01(inside) * 255.0f + 0.5f);
        }
    }
    return (struct mask){side, side, coverage};
}

int
mask_shadow_corner(int radius, int blur) {
    return radius + 2 * blur;
}

/* Distance to the edge of the rounded rectangle, negative inside, through the error function: what
 * a Gaussian blur gives along straight edges, and close to it round the corners. */
struct mask
mask_shadow(struct arena *arena, int radius, int blur) {
    xassert(blur > 0);
    int corner = mask_shadow_corner(radius, blur), side = 2 * corner + 1;
    float half = (float)side / 2 - (float)blur; /* of the rectangle itself */
    float sigma = (float)blur / 2;
    uint8_t *coverage = ARENA_ARRAY(arena, (size_t)side * (size_t)side, uint8_t);
    for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
            float px = fabsf((float)x + 0.5f - (float)side / 2) - half + (float)radius;
            float py = fabsf((float)y + 0.5f - (float)side / 2) - half + (float)radius;
            float ox = px > 0 ? px : 0, oy = py > 0 ? py : 0;
            float inner = px > py ? px : py;
            float distance = sqrtf(ox * ox + oy * oy) + (inner < 0 ? inner : 0) - (float)radius;
            float value = 0.5f * erfcf(distance / (sigma * 1.41421356f));
            coverage[y * side + x] = (uint8_t)(clamp01(value) * 255.0f + 0.5f);
        }
    }
    return (struct mask){side, side, coverage};
}
