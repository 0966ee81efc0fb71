/* image.h - photographs as textures at the exact size they are shown, within a byte budget. */
#ifndef DRAW_IMAGE_H
#define DRAW_IMAGE_H

#include "base/err.h"
#include "base/str.h"

#include <stdint.h>

#define IMAGE_BUDGET_BYTES ((size_t)32 << 20)

struct image_cache;
struct SDL_Renderer;
struct SDL_Texture;

struct image_cache *image_cache_create(const char *dir); /* for relative paths; may be NULL */
void image_cache_destroy(struct image_cache *cache);
/* Covers w x h px from the middle of the picture, with round corners. NULL with `err` set when it
 * cannot be read; asked again, it answers the same without touching the disk. */
struct SDL_Texture *image_cache_get(struct image_cache *cache, struct SDL_Renderer *renderer,
    struct str path, int w, int h, int radius, struct err *err);
void image_cache_clear(struct image_cache *cache); /* textures were lost */

#endif
