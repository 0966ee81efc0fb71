/* From bytes to a shaped paragraph: decode, levels, clusters, properties of the spans, scripts,
 * faces, runs, glyphs, spacing, breaks; then everything is packed into one allocation. */
#include "text/shape/analyse.h"

#include <string.h>

#include "base/check.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "text/shape/bidi.h"
#include "text/engine_private.h"
#include "text/shape/graphemes.h"
#include "text/shape/itemize.h"
#include "text/shape/languages.h"
#include "text/lines/ruby.h"
#include "text/shape/shape.h"
#include "text/lines/spacing.h"
#include "text/shape/vertical.h"

static void
make_clusters(struct analysis *a, const uint8_t *levels) {
    int32_t *starts = ARENA_ARRAY(a->arena, (size_t)a->units.count + 1, int32_t);
    a->count = graphemes_find(a->engine->iterators.characters, &a->units, starts);
    a->count -= a->units.is_cut && a->count > 1; /* the last one may go on behind the cut */
    size_t n = (size_t)a->count + 1;
    a->clusters = ARENA_ARRAY(a->arena, n, struct cluster);
    a->bases = ARENA_ARRAY(a->arena, n, uint32_t);
    a->scripts = ARENA_ARRAY(a->arena, n, uint8_t);
    a->faces = ARENA_ARRAY(a->arena, n, uint16_t);
    a->langs = ARENA_ARRAY(a->arena, n, uint8_t);
    a->weights = ARENA_ARRAY(a->arena, n, uint8_t);
    for (int32_t i = 0; i <= a->count; i++) {
        struct cluster *c = &a->clusters[i];
        c->unit = (uint32_t)starts[i];
        c->byte = a->units.byte_at[starts[i]];
        if (i == a->count) {
            break;
        }
        int32_t length;
        a->bases[i] = units_code_point(&a->units, starts[i], &length);
        c->class = (uint8_t)chars_class(a->bases[i]);
        c->level = levels ? levels[starts[i]] : 0;
        c->lang = (uint8_t)a->request->lang;
        c->flags = chars_is_ideographic(a->bases[i]) ? CLUSTER_IDEOGRAPHIC : 0;
    }
}

static void
apply_spans(struct analysis *a) {
    const struct shape_request *request = a->request;
    memset(a->weights, (int)request->weight, (size_t)a->count);
    size_t span = 0;
    for (int32_t i = 0; i < a->count && request->span_count > 0; i++) {
        uint32_t byte = a->clusters[i].byte;
        while (span < request->span_count && request->spans[span].end <= byte) {
            span++;
        }
        if (span == request->span_count) {
            break;
        }
        if (request->spans[span].start <= byte && span < UINT16_MAX) {
            a->clusters[i].span = (uint16_t)(span + 1);
            a->clusters[i].lang = (uint8_t)request->spans[span].lang;
            a->weights[i] = (uint8_t)request->spans[span].weight;
        }
    }
}

static void
set_languages(struct analysis *a) {
    languages_find(a);
    for (int32_t i = 0; i < a->count; i++) {
        a->langs[i] = a->clusters[i].lang;
    }
}

static int32_t
ink_height(struct analysis *a, const struct font_face *face) {
    const struct font_face *owner = &a->engine->fonts.faces[face->outline_face];
    size_t at = 0;
    return font_ink_height(face, owner, utf8_next(locale_info(a->request->lang)->sample, &at));
}

/* Places `count` items of `size` in the block being laid out; with no block, only counts. */
static void *
reserve(char *block, size_t *used, size_t count, size_t size, const void *from) {
    size_t at = (*used + 15) & ~(size_t)15;
    *used = at + count * size;
    if (block && count > 0) {
        memcpy(block + at, from, count * size);
    }
    return block ? block + at : NULL;
}

static size_t
pack(const struct analysis *a, struct shaped *shaped, char *block) {
    size_t used = sizeof(*shaped);
    shaped->clusters =
        reserve(block, &used, (size_t)a->count + 1, sizeof(*a->clusters), a->clusters);
    shaped->glyphs = reserve(block, &used, a->glyph_count, sizeof(*a->glyphs), a->glyphs);
    shaped->runs = reserve(block, &used, (size_t)a->run_count, sizeof(*a->runs), a->runs);
    shaped->ruby = reserve(block, &used, a->ruby_count, sizeof(*a->ruby), a->ruby);
    shaped->ruby_glyphs =
        reserve(block, &used, a->ruby_glyph_count, sizeof(*a->ruby_glyphs), a->ruby_glyphs);
    shaped->text.p = reserve(block, &used, a->request->text.n, 1, a->request->text.p);
    return used;
}

static struct shaped_glyph
hyphen_of(const struct font_face *face) {
    hb_codepoint_t id = 0;
    hb_font_get_nominal_glyph(face->hb_font, '-', &id);
    return (struct shaped_glyph){
        .id = id, .advance = hb_font_get_glyph_h_advance(face->hb_font, id)};
}

static struct shaped *
shaped_pack(struct analysis *a) {
    struct shaped counted = {.references = 1};
    size_t bytes = pack(a, &counted, NULL);
    uint16_t face = a->engine->fonts.chain[a->lang][a->request->weight][0];
    uint16_t ink_face = a->engine->fonts.chain[a->request->lang][a->request->weight][0];
    struct shaped *shaped = xmalloc(bytes);
    *shaped = (struct shaped){.references = 1,
        .text = {.n = a->request->text.n},
        .cluster_count = (size_t)a->count,
        .glyph_count = a->glyph_count,
        .run_count = (size_t)a->run_count,
        .ruby_count = a->ruby_count,
        .ruby_glyph_count = a->ruby_glyph_count,
        .lang = a->lang,
        .has_rtl = a->units.has_rtl,
        .is_cut = a->units.is_cut,
        .missing = a->missing,
        .missing_variants = a->missing_variants,
        .ink = ink_height(a, &a->engine->fonts.faces[ink_face]),
        .face = face,
        .bytes = bytes};
    pack(a, shaped, (char *)shaped);
    shaped->hyphen = hyphen_of(&a->engine->fonts.faces[face]);
    for (size_t i = 0; i < a->request->span_count; i++) {
        shaped->has_emphasis |= a->request->spans[i].emphasis;
    }
    return shaped;
}

struct shaped *
shaped_create(struct text_engine *engine, const struct shape_request *request) {
    struct analysis a = {.engine = engine, .request = request, .arena = &engine->scratch};
    arena_reset(&engine->scratch);
    text_decode(a.arena, request->text, &a.units);
    const uint8_t *levels = bidi_levels(a.arena, &a.units, BIDI_LTR);
    make_clusters(&a, levels);
    apply_spans(&a);
    set_languages(&a);
    if (request->vertical) {
        vertical_combine(&a);
    }
    itemize_scripts(&a);
    itemize_faces(&a);
    itemize_runs(&a);
    shape_runs(&a);
    spacing_apply(&a);
    if (request->vertical) {
        vertical_fit(&a);
    }
    ruby_attach(&a);
    breaks_find(&a);
    engine->counters.missing_glyphs += a.missing;
    return shaped_pack(&a);
}

struct shaped *
shaped_ref(struct shaped *shaped) {
    shaped->references++;
    return shaped;
}

void
shaped_unref(struct shaped *shaped) {
    if (shaped && --shaped->references == 0) {
        xfree(shaped);
    }
}
