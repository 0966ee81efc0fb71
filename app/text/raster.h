/* raster.h - one glyph of one face as coverage, by glyph index (FreeType, unhinted).
 *
 * `phase` is the sub-pixel step of the pen, 0 to TEXT_PHASES-1 quarters of a pixel; Han,
 * kana and Hangul always use phase 0. The bitmap is A8, `width` bytes a row, coverage as FreeType
 * computes it; gamma is applied by the caller through text_coverage_table(). */
#ifndef TEXT_RASTER_H
#define TEXT_RASTER_H

#include "base/arena.h"
#include "text/para.h"

#define TEXT_PHASES 4

struct glyph_bitmap {
    int left, top;     /* px from the pen to the top left corner; top is positive upwards */
    int width, height; /* 0 for a blank glyph */
    const uint8_t *coverage;
};

/* The phase a glyph at pen position `x` (26.6) is drawn with, and the whole pixel it starts from.
 * The one rounding rule of the program. */
void glyph_snap(const struct text_glyph *glyph, int32_t x_26_6, int *x_px, unsigned *phase);
/* Faces of one collection share their outlines: the same id draws the same in each. An atlas that
 * keys by this face instead of glyph->face holds each shape once. */
uint16_t glyph_outline_face(const struct text_engine *engine, uint16_t face);
/* Rasterises into `arena`. False only when the face cannot load the glyph (a damaged font). */
bool glyph_raster(struct text_engine *engine, const struct text_glyph *glyph, unsigned phase,
    struct arena *arena, struct glyph_bitmap *out);
/* 256 entries that correct coverage for dark text on light (or the reverse). Static. */
const uint8_t *text_coverage_table(bool light_on_dark);

#endif
