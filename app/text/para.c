/* The public face of layout: look up, or shape, then cut into lines and place. Shaping does not
 * depend on size or measure, so another width finds the shaped paragraph in the cache. */
#include "text/para.h"

#include <string.h>

#include "text/engine_private.h"
#include "text/lines/para_emit.h"

/* Copies field by field into zeroed memory: keys are compared as bytes. */
static void
set_shape_key(struct cache_key *key, const struct text_engine *engine,
    const struct text_style *style, size_t span_count) {
    memset(key, 0, sizeof(*key));
    key->generation = engine->cache.generation;
    key->span_count = (uint32_t)span_count;
    key->style.lang = style->lang;
    key->style.weight = style->weight;
    key->style.breaking = style->breaking;
    key->style.kinsoku = style->kinsoku;
    key->style.tabular_digits = style->tabular_digits;
    key->style.optical = style->optical;
    key->style.vertical = style->vertical;
}

static void
set_para_key(struct cache_key *key, const struct text_engine *engine,
    const struct text_style *style, size_t span_count, float width_px) {
    set_shape_key(key, engine, style, span_count);
    key->kind = CACHE_PARA;
    key->width_px = width_px;
    key->style.size_px = style->size_px;
    key->style.line_height_px = style->line_height_px;
    key->style.align = style->align;
    key->style.balance = style->balance;
    key->style.hang = style->hang;
    key->style.max_lines = style->max_lines;
}

/* The result is borrowed from the cache until the second para_cache_end_frame() from now. */
static struct shaped *
shaped_of(struct text_engine *engine, struct str text, const struct text_style *style,
    const struct text_span *spans, size_t span_count) {
    struct cache_key key;
    set_shape_key(&key, engine, style, span_count);
    uint64_t hash = para_cache_hash(&key, text, spans);
    struct shaped *shaped = para_cache_find(&engine->cache, hash, &key, text, spans);
    if (shaped) {
        return shaped;
    }
    struct shape_request request = {.text = text,
        .lang = style->lang,
        .weight = style->weight,
        .breaking = style->breaking,
        .kinsoku = style->kinsoku,
        .tabular_digits = style->tabular_digits,
        .optical = style->optical,
        .vertical = style->vertical,
        .spans = spans,
        .span_count = span_count};
    shaped = shaped_create(engine, &request);
    para_cache_put(&engine->cache, hash, &key, shaped->text, spans, shaped, shaped->bytes);
    return shaped;
}

const struct para *
para_layout(struct text_engine *engine, struct str text, const struct text_style *style,
    const struct text_span *spans, size_t span_count, float width_px) {
    struct cache_key key;
    set_para_key(&key, engine, style, span_count, width_px);
    uint64_t hash = para_cache_hash(&key, text, spans);
    struct para_box *box = para_cache_find(&engine->cache, hash, &key, text, spans);
    if (box) {
        engine->counters.paragraph_hits++;
        return &box->para;
    }
    struct shaped *shaped = shaped_of(engine, text, style, spans, span_count);
    box = para_emit(engine, shaped, style, spans, width_px);
    engine->counters.paragraphs_laid_out++;
    para_cache_put(&engine->cache, hash, &key, box->para.text, spans, box, box->bytes);
    return &box->para;
}

struct para_widths
para_measure(struct text_engine *engine, struct str text, const struct text_style *style,
    const struct text_span *spans, size_t span_count) {
    struct shaped *shaped = shaped_of(engine, text, style, spans, span_count);
    int64_t min, max, size = para_size_26_6(style);
    lines_intrinsic(shaped, &min, &max);
    min = (min * size + FONT_EM - 1) / FONT_EM; /* up: a box this wide holds the text */
    max = (max * size + FONT_EM - 1) / FONT_EM;
    return (struct para_widths){.min_px = (float)min / 64, .max_px = (float)max / 64};
}
