/* analyse.h - the working state of one paragraph on its way from bytes to shaped clusters.
 * Everything in it lives in the engine's scratch arena until the paragraph is done. */
#ifndef TEXT_SHAPE_ANALYSE_H
#define TEXT_SHAPE_ANALYSE_H

#include "text/shape/shaped.h"

struct text_engine;

struct analysis {
    struct text_engine *engine;
    const struct shape_request *request;
    struct arena *arena;
    struct units units;
    struct cluster *clusters; /* count + 1 */
    int32_t count;
    uint32_t *bases;     /* the first code point of each cluster; count + 1, the last one 0 */
    uint8_t *scripts;    /* UScriptCode of each cluster, Common resolved */
    uint16_t *faces;     /* of each cluster */
    enum locale_id lang; /* of the paragraph: languages.h */
    uint8_t *langs;      /* enum locale_id of each cluster, for shaping: a face may want another */
    uint8_t *weights;    /* enum text_weight of each cluster */
    struct run *runs;
    int32_t run_count;
    struct shaped_glyph *glyphs;
    size_t glyph_count, glyph_cap;
    struct ruby_group *ruby;
    size_t ruby_count;
    struct shaped_glyph *ruby_glyphs;
    size_t ruby_glyph_count, ruby_glyph_cap;
    uint32_t missing, missing_variants;
};

#endif
