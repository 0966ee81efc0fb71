#include "bench/blender.h"

#include "base/check.h"
#include "base/xalloc.h"

#include <pixman.h>
#include <stdlib.h>

struct pixman_own {
    pixman_image_t *panel, *sheet;
    pixman_glyph_cache_t *cache; /* of the second kind only */
    const void **cached;         /* by bitmap */
    pixman_glyph_t *run;
};

/* Pixman wants 16 bits a channel, multiplied by alpha. */
static pixman_color_t
color_of(uint32_t color, uint8_t alpha) {
    uint32_t a = alpha * 257u;
    return (pixman_color_t){
        .red = (uint16_t)((color >> 16 & 255) * 257u * a / 65535u),
        .green = (uint16_t)((color >> 8 & 255) * 257u * a / 65535u),
        .blue = (uint16_t)((color & 255) * 257u * a / 65535u),
        .alpha = (uint16_t)a,
    };
}

static void
pixman_open(struct blender *blender) {
    const struct scene *scene = blender->scene;
    struct pixman_own *own = xcalloc(1, sizeof(*own));
    own->panel = pixman_image_create_bits(PIXMAN_x8r8g8b8, scene->width, scene->height,
        blender->pixels, scene->width * (int)sizeof(uint32_t));
    own->sheet = pixman_image_create_bits(PIXMAN_a8, scene->sheet_width, scene->sheet_height,
        (uint32_t *)(void *)scene->sheet, scene->sheet_width);
    xassert(own->panel && own->sheet);
    blender->own = own;
}

/* Every bitmap as an image of its own, copied into the cache. */
static void
pixman_open_cache(struct blender *blender) {
    const struct scene *scene = blender->scene;
    pixman_open(blender);
    struct pixman_own *own = blender->own;
    own->cache = pixman_glyph_cache_create();
    own->cached = xcalloc(scene->bitmap_count + 1, sizeof(*own->cached));
    own->run = xcalloc(scene->glyph_count + 1, sizeof(*own->run));
    pixman_glyph_cache_freeze(own->cache);
    for (size_t i = 0; i < scene->bitmap_count; i++) {
        const struct scene_bitmap *bitmap = &scene->bitmaps[i];
        if (bitmap->w == 0) {
            continue;
        }
        pixman_image_t *image = pixman_image_create_bits(PIXMAN_a8, bitmap->w, bitmap->h, NULL, 0);
        pixman_image_composite32(PIXMAN_OP_SRC, own->sheet, NULL, image, bitmap->x, bitmap->y, 0, 0,
            0, 0, bitmap->w, bitmap->h);
        own->cached[i] =
            pixman_glyph_cache_insert(own->cache, own, (void *)(uintptr_t)(i + 1), 0, 0, image);
        pixman_image_unref(image);
    }
}

static void
pixman_close(struct blender *blender) {
    struct pixman_own *own = blender->own;
    if (own->cache) {
        pixman_glyph_cache_thaw(own->cache);
        pixman_glyph_cache_destroy(own->cache);
    }
    pixman_image_unref(own->panel);
    pixman_image_unref(own->sheet);
    free(own->cached);
    free(own->run);
    free(own);
}

static void
pixman_clear(struct blender *blender) {
    const struct scene *scene = blender->scene;
    pixman_fill(
        blender->pixels, scene->width, 32, 0, 0, scene->width, scene->height, scene->background);
}

static void
pixman_fills(struct blender *blender) {
    const struct scene *scene = blender->scene;
    struct pixman_own *own = blender->own;
    for (size_t i = 0; i < scene->fill_count; i++) {
        const struct scene_fill *fill = &scene->fills[i];
        if (fill->alpha == 255) {
            pixman_fill(
                blender->pixels, scene->width, 32, fill->x, fill->y, fill->w, fill->h, fill->color);
            continue;
        }
        pixman_color_t color = color_of(fill->color, fill->alpha);
        pixman_box32_t box = {fill->x, fill->y, fill->x + fill->w, fill->y + fill->h};
        pixman_image_fill_boxes(PIXMAN_OP_OVER, own->panel, &color, 1, &box);
    }
}

static size_t
run_of_one_color(const struct scene *scene, size_t first) {
    const struct scene_glyph *glyph = &scene->glyphs[first];
    size_t end = first + 1;
    while (end < scene->glyph_count && scene->glyphs[end].color == glyph->color &&
           scene->glyphs[end].alpha == glyph->alpha) {
        end++;
    }
    return end - first;
}

static pixman_image_t *
solid_of(const struct scene_glyph *glyph) {
    pixman_color_t color = color_of(glyph->color, glyph->alpha);
    return pixman_image_create_solid_fill(&color);
}

static void
pixman_glyphs_one_by_one(struct blender *blender) {
    const struct scene *scene = blender->scene;
    struct pixman_own *own = blender->own;
    for (size_t i = 0, count; i < scene->glyph_count; i += count) {
        pixman_image_t *solid = solid_of(&scene->glyphs[i]);
        count = run_of_one_color(scene, i);
        for (size_t k = 0; k < count; k++) {
            const struct scene_glyph *glyph = &scene->glyphs[i + k];
            const struct scene_bitmap *bitmap = &scene->bitmaps[glyph->bitmap];
            pixman_image_composite32(PIXMAN_OP_OVER, solid, own->sheet, own->panel, 0, 0, bitmap->x,
                bitmap->y, glyph->x, glyph->y, bitmap->w, bitmap->h);
        }
        pixman_image_unref(solid);
    }
}

static void
pixman_glyphs_in_runs(struct blender *blender) {
    const struct scene *scene = blender->scene;
    struct pixman_own *own = blender->own;
    for (size_t i = 0, count; i < scene->glyph_count; i += count) {
        pixman_image_t *solid = solid_of(&scene->glyphs[i]);
        count = run_of_one_color(scene, i);
        for (size_t k = 0; k < count; k++) {
            const struct scene_glyph *glyph = &scene->glyphs[i + k];
            own->run[k] = (pixman_glyph_t){glyph->x, glyph->y, own->cached[glyph->bitmap]};
        }
        pixman_composite_glyphs_no_mask(
            PIXMAN_OP_OVER, solid, own->panel, 0, 0, 0, 0, own->cache, (int)count, own->run);
        pixman_image_unref(solid);
    }
}

const struct blender_kind blender_pixman = {
    .name = "pixman",
    .open = pixman_open,
    .close = pixman_close,
    .clear = pixman_clear,
    .fills = pixman_fills,
    .glyphs = pixman_glyphs_one_by_one,
};

const struct blender_kind blender_pixman_glyphs = {
    .name = "pixman_glyph_cache",
    .open = pixman_open_cache,
    .close = pixman_close,
    .clear = pixman_clear,
    .fills = pixman_fills,
    .glyphs = pixman_glyphs_in_runs,
};
