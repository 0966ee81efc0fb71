/* What stands beside the text: readings and emphasis dots, at half its size. */
#include "base/check.h"
#include "text/lines/emitter.h"
#include "text/engine_private.h"
#include "text/lines/ruby.h"

static void
emit_aside(struct emitter *e, const struct shaped_glyph *g, uint16_t face, int64_t pen,
    const struct place *place, uint32_t byte) {
    int32_t half = e->size * RUBY_SCALE / 1000;
    struct text_glyph *out = emitter_glyph(e, g, face, half);
    if (e->style->vertical) {
        out->x = place->centre + emitter_26_6(e, FONT_EM * 3 / 4 + g->dx * RUBY_SCALE / 1000);
        out->y = place->inline_start + emitter_26_6(e, pen - (int64_t)g->dy * RUBY_SCALE / 1000);
    } else {
        out->x = place->inline_start + emitter_26_6(e, pen + (int64_t)g->dx * RUBY_SCALE / 1000);
        out->y = place->baseline - emitter_26_6(e, ASCENT + (FONT_EM - ASCENT) * RUBY_SCALE / 1000);
    }
    out->advance = (int32_t)((int64_t)g->advance * half / FONT_EM);
    out->cluster = byte;
    out->flags = TEXT_GLYPH_RUBY;
}

/* Where cluster `at` starts on its line, in units. */
static int64_t
start_of(const struct emitter *e, int32_t at, const struct place *place) {
    return (int64_t)(e->clusters[at].x - place->inline_start) * FONT_EM / e->size;
}

/* Centres a reading over its base and what it may stand over beside that; over several characters
 * it spreads, with half a share of the space at either end (JLREQ 3.3.5). */
static void
emit_ruby_group(struct emitter *e, const struct ruby_group *group, const struct place *place) {
    const struct cluster *first = &e->shaped->clusters[group->start];
    const struct cluster *last = &e->shaped->clusters[group->end - 1];
    int64_t start = start_of(e, group->start, place) - first->over_before;
    int64_t end = start_of(e, group->end - 1, place) + last->advance + last->over_after;
    int64_t base = end - start; /* without the gap behind it, which justification widens */
    int64_t spare = base > group->width ? base - group->width : 0;
    bool spread = group->end - group->start > 1 && group->glyph_count > 1;
    int64_t share = spread ? spare / group->glyph_count : 0;
    int64_t pen = start + (spread ? share / 2 : spare / 2);
    for (uint32_t i = 0; i < group->glyph_count; i++) {
        const struct shaped_glyph *g = &e->shaped->ruby_glyphs[group->glyph + i];
        emit_aside(e, g, group->face, pen, place, e->shaped->clusters[group->start].byte);
        pen += (int64_t)g->advance * RUBY_SCALE / 1000 + share;
    }
}

void
aside_ruby(struct emitter *e, const struct line_range *range, const struct place *place) {
    while (e->ruby_at < e->shaped->ruby_count && e->shaped->ruby[e->ruby_at].start < range->end) {
        const struct ruby_group *group = &e->shaped->ruby[e->ruby_at++];
        if (group->start >= range->start && group->end <= range->end) {
            emit_ruby_group(e, group, place);
        }
    }
}

/* One dot over each character that draws something and is no punctuation (JLREQ 3.3.9): sesame in
 * Japanese, round in Korean. */
void
aside_emphasis(struct emitter *e, const struct line_range *range, const struct place *place) {
    static const uint32_t round[] = {0x2022, 0x00B7, 0xFE45}, sesame[] = {0xFE45, 0x2022, 0x00B7};
    enum locale_script script = locale_script(e->shaped->lang);
    const uint32_t *preferred = script == LOCALE_KANA ? sesame : round;
    const struct font_face *face = &e->engine->fonts.faces[e->shaped->face];
    struct shaped_glyph dot = {.advance = FONT_EM};
    for (size_t i = 0; i < ARRAY_LEN(round) && dot.id == 0; i++) {
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(face->hb_font, preferred[i], &glyph)) {
            dot.id = glyph;
            dot.advance = hb_font_get_glyph_h_advance(face->hb_font, glyph);
        }
    }
    for (int32_t i = range->start; i < range->end; i++) {
        const struct cluster *c = &e->shaped->clusters[i];
        bool marked = c->span > 0 && e->spans[c->span - 1].emphasis;
        if (!marked || (c->class != CHAR_OTHER && c->class < CHAR_LATIN) || c->class > CHAR_KANA) {
            continue;
        }
        int64_t pen = start_of(e, i, place) + c->advance / 2 - dot.advance * RUBY_SCALE / 2000;
        struct shaped_glyph g = dot;
        if (e->style->vertical) {
            g.dx = -dot.advance / 2;
            g.dy = -ASCENT;
        }
        emit_aside(e, &g, e->shaped->face, pen, place, c->byte);
    }
}
