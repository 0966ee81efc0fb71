#include "text/shape/shape.h"

#include <string.h>

#include "base/check.h"
#include "base/vec.h"
#include "text/engine_private.h"

static struct shaped_glyph
glyph_from(const hb_glyph_info_t *info, const hb_glyph_position_t *pos, bool upright) {
    return (struct shaped_glyph){.id = info->codepoint,
        .advance = upright ? -pos->y_advance : pos->x_advance,
        .dx = pos->x_offset,
        .dy = pos->y_offset};
}

/* Takes over the glyphs of one run. HarfBuzz reports them in visual order; in a right-to-left run
 * the clusters are turned round, the glyphs within a cluster stay as they are. A cluster HarfBuzz
 * merged into the one before gets no glyph and no break. */
static void
take_glyphs(struct analysis *a, const struct run *run, const hb_glyph_info_t *info,
    const hb_glyph_position_t *pos, uint32_t n) {
    bool upright = run->orientation == RUN_UPRIGHT, backward = run->level & 1;
    VEC_ROOM_IN(a->arena, a->glyphs, a->glyph_count, a->glyph_cap, n);
    uint32_t at = backward ? n : 0;
    for (int32_t i = run->start; i < run->end; i++) {
        struct cluster *c = &a->clusters[i];
        uint32_t end_unit = a->clusters[i + 1].unit, first = at, last = at;
        c->glyph = (uint32_t)a->glyph_count;
        c->advance = 0;
        if (backward) {
            while (first > 0 && info[first - 1].cluster < end_unit) {
                first--;
            }
            at = first;
        } else {
            while (last < n && info[last].cluster < end_unit) {
                last++;
            }
            at = last;
        }
        for (uint32_t g = first; g < last; g++) {
            struct shaped_glyph glyph = glyph_from(&info[g], &pos[g], upright);
            c->advance += glyph.advance;
            a->glyphs[a->glyph_count++] = glyph;
        }
        if (first == last && i > run->start) {
            c->flags |= CLUSTER_CONTINUES;
        }
    }
}

/* The features of a run, and a number for that choice. */
struct run_features {
    hb_feature_t list[3];
    uint32_t count;
    uint8_t choice;
};

static void
add_feature(struct run_features *features, hb_tag_t tag, uint32_t value, int bit) {
    features->list[features->count++] = (hb_feature_t){
        .tag = tag, .value = value, .start = HB_FEATURE_GLOBAL_START, .end = HB_FEATURE_GLOBAL_END};
    features->choice |= (uint8_t)(1u << bit);
}

static struct run_features
features_of(const struct analysis *a, const struct run *run) {
    struct run_features features = {.count = 0};
    if (!run->kerns) { /* a quarter of the time that Japanese takes, for nothing to see */
        bool upright = run->orientation == RUN_UPRIGHT;
        add_feature(
            &features, upright ? HB_TAG('v', 'k', 'r', 'n') : HB_TAG('k', 'e', 'r', 'n'), 0, 0);
    }
    if (a->request->tabular_digits) {
        add_feature(&features, HB_TAG('t', 'n', 'u', 'm'), 1, 1);
    }
    if (run->orientation == RUN_COMBINED) {
        add_feature(&features, HB_TAG('h', 'w', 'i', 'd'), 1, 2);
    }
    return features;
}

static void
shape_run(struct analysis *a, const struct run *run) {
    struct text_engine *engine = a->engine;
    hb_buffer_t *buffer = engine->buffer;
    uint32_t start = a->clusters[run->start].unit, end = a->clusters[run->end].unit;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf16(buffer, a->units.u16, a->units.count, start, (int)(end - start));
    hb_buffer_set_script(buffer, run->script);
    hb_buffer_set_language(buffer, engine->languages[run->lang]);
    hb_buffer_set_direction(buffer, run->orientation == RUN_UPRIGHT ? HB_DIRECTION_TTB
                                    : run->level & 1                ? HB_DIRECTION_RTL
                                                                    : HB_DIRECTION_LTR);
    struct run_features features = features_of(a, run);
    struct plan_request request = {engine->fonts.faces[run->face].hb_font, run->face,
        features.choice, features.list, features.count};
    uint32_t n;
    plans_shape(&engine->plans, &request, run->lang, buffer);
    engine->counters.shape_calls++;
    engine->counters.units_shaped += end - start;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(buffer, &n);
    take_glyphs(a, run, info, pos, n);
}

/* Newlines, controls and soft hyphens draw nothing and take no room; a tab is a wide space. */
static void
hide_controls(struct analysis *a) {
    for (int32_t i = 0; i < a->count; i++) {
        struct cluster *c = &a->clusters[i];
        if (a->bases[i] == '\t') {
            for (uint32_t g = c->glyph; g < a->clusters[i + 1].glyph; g++) {
                a->glyphs[g] =
                    (struct shaped_glyph){.id = a->engine->fonts.faces[a->runs[c->run].face].space};
            }
            c->advance = 2 * FONT_EM;
            if (c->glyph < a->clusters[i + 1].glyph) {
                a->glyphs[c->glyph].advance = c->advance;
            }
        } else if (c->class == CHAR_NEWLINE ||
                   (c->class == CHAR_HIDDEN && (a->bases[i] < 0xA0 || a->bases[i] == 0xAD))) {
            for (uint32_t g = c->glyph; g < a->clusters[i + 1].glyph; g++) {
                a->glyphs[g] =
                    (struct shaped_glyph){.id = a->engine->fonts.faces[a->runs[c->run].face].space};
            }
            c->advance = 0;
        }
    }
}

/* Kana, Han and full-width marks are set solid (JLREQ 2.3): pairs of them that the font kerns, when
 * Latin letters in the run ask for kerning, would leave the grid, so their cells get back the em
 * they were designed on. */
static void
restore_cell(struct analysis *a, struct cluster *c) {
    const struct font_face *face = &a->engine->fonts.faces[a->runs[c->run].face];
    struct shaped_glyph *g = &a->glyphs[c->glyph];
    if (hb_font_get_glyph_h_advance(face->hb_font, g->id) == FONT_EM) {
        c->advance = g->advance = FONT_EM;
    }
}

/* Letters and digits, and what holds them together: 1,000, 1.47%, A-1. */
static bool
is_optical(const struct analysis *a, int32_t i) {
    const struct cluster *c = &a->clusters[i];
    if (a->runs[c->run].orientation != RUN_HORIZONTAL || c->flags & CLUSTER_FULL_EM) {
        return false;
    }
    if (c->class == CHAR_LATIN || c->class == CHAR_DIGIT) {
        return true;
    }
    bool follows = i > 0 && a->clusters[i - 1].flags & CLUSTER_OPTICAL;
    uint8_t next = i + 1 < a->count ? a->clusters[i + 1].class : CHAR_OTHER;
    bool is_ascii = a->bases[i] > ' ' && a->bases[i] < 0x7F;
    return follows && is_ascii && (next == CHAR_LATIN || next == CHAR_DIGIT || a->bases[i] == '%');
}

static void
enlarge(struct analysis *a, int32_t i) {
    struct cluster *c = &a->clusters[i];
    for (uint32_t g = c->glyph; g < c[1].glyph; g++) {
        struct shaped_glyph *glyph = &a->glyphs[g];
        glyph->advance = glyph->advance * SHAPED_OPTICAL / 1000;
        glyph->dx = glyph->dx * SHAPED_OPTICAL / 1000;
        glyph->dy = glyph->dy * SHAPED_OPTICAL / 1000;
    }
    c->advance = c->advance * SHAPED_OPTICAL / 1000;
    c->flags |= CLUSTER_OPTICAL;
}

static bool
is_cell(const struct cluster *c) {
    return c->class == CHAR_KANA || c->class == CHAR_HAN ||
           (c->class >= CHAR_OPEN && c->advance > FONT_EM * 3 / 4);
}

void
shape_runs(struct analysis *a) {
    a->glyph_cap = (size_t)a->units.count + 16;
    a->glyphs = ARENA_ARRAY(a->arena, a->glyph_cap, struct shaped_glyph);
    for (int32_t i = 0; i < a->run_count; i++) {
        shape_run(a, &a->runs[i]);
    }
    a->clusters[a->count].glyph = (uint32_t)a->glyph_count;
    hide_controls(a);
    for (int32_t i = 0; i < a->count; i++) {
        struct cluster *c = &a->clusters[i];
        if (a->clusters[i + 1].glyph != c->glyph + 1) {
            continue;
        }
        if (c->advance != FONT_EM && is_cell(c)) {
            restore_cell(a, c);
        }
        if (c->advance == FONT_EM) {
            c->flags |= CLUSTER_FULL_EM;
        }
    }
    bool is_latin = locale_script(a->request->lang) == LOCALE_LATIN;
    for (int32_t i = 0; a->request->optical && !is_latin && i < a->count; i++) {
        if (is_optical(a, i)) {
            enlarge(a, i);
        }
    }
}

static void
append_aside(struct analysis *a, hb_font_t *font, int32_t *width) {
    uint32_t n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(a->engine->buffer, &n);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(a->engine->buffer, &n);
    VEC_ROOM_IN(a->arena, a->ruby_glyphs, a->ruby_glyph_count, a->ruby_glyph_cap, n);
    for (uint32_t i = 0; i < n; i++) {
        struct shaped_glyph glyph = glyph_from(&info[i], &pos[i], a->request->vertical);
        bool solid = glyph.advance > FONT_EM * 9 / 10 && glyph.advance < FONT_EM &&
                     hb_font_get_glyph_h_advance(font, glyph.id) == FONT_EM;
        glyph.advance = solid ? FONT_EM : glyph.advance;
        a->ruby_glyphs[a->ruby_glyph_count] = glyph;
        *width += a->ruby_glyphs[a->ruby_glyph_count++].advance;
    }
}

int32_t
shape_aside(struct analysis *a, struct str text, enum locale_id lang, uint16_t *face) {
    struct units units;
    int32_t width = 0, length;
    text_decode(a->arena, text, &units);
    if (units.count == 0) {
        return 0;
    }
    uint32_t first = units_code_point(&units, 0, &length);
    *face = fontset_pick(&a->engine->fonts, lang, TEXT_REGULAR, &first, 1).face;
    hb_buffer_t *buffer = a->engine->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf16(buffer, units.u16, units.count, 0, units.count);
    hb_buffer_set_direction(buffer, a->request->vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_language(buffer, a->engine->languages[lang]);
    struct plan_request request = {.font = a->engine->fonts.faces[*face].hb_font, .face = *face};
    plans_shape(&a->engine->plans, &request, (uint8_t)lang, buffer);
    a->engine->counters.shape_calls++;
    a->engine->counters.units_shaped += (uint32_t)units.count;
    append_aside(a, a->engine->fonts.faces[*face].hb_font, &width);
    return width;
}
