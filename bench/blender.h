/* blender.h - a screen as rectangles and masks, and those who can draw it into memory. */
#ifndef BENCH_BLENDER_H
#define BENCH_BLENDER_H

#include <stddef.h>
#include <stdint.h>

struct scene_bitmap {
    int x, y, w, h; /* on the sheet */
    int left, top;  /* of the pen, as glyph_raster() has them */
};

struct scene_glyph {
    uint32_t bitmap;
    int x, y;       /* px, of its top left corner */
    uint32_t color; /* XRGB */
    uint8_t alpha;
};

struct scene_fill {
    int x, y, w, h;
    uint32_t color;
    uint8_t alpha;
};

/* All of it lies on the panel. */
struct scene {
    int width, height; /* px */
    uint32_t background;
    uint8_t *sheet; /* coverage */
    int sheet_width, sheet_height;
    const struct scene_bitmap *bitmaps;
    struct scene_glyph *glyphs;
    struct scene_fill *fills;
    size_t bitmap_count, glyph_count, fill_count;
};

struct blender {
    const struct blender_kind *kind;
    const struct scene *scene;
    uint32_t *pixels; /* XRGB, width x height */
    void *own;
    double clear_us, fills_us, glyphs_us; /* the best so far */
};

struct blender_kind {
    const char *name;
    void (*open)(struct blender *blender); /* NULL: nothing to prepare */
    void (*close)(struct blender *blender);
    void (*clear)(struct blender *blender);
    void (*fills)(struct blender *blender);
    void (*glyphs)(struct blender *blender);
};

/* A composite a glyph, with the sheet as the mask; all of one colour at once, from a glyph cache.
 */
extern const struct blender_kind blender_pixman, blender_pixman_glyphs;

#endif
