/* Any bytes lay out, and what comes out keeps its promises. The first bytes choose the style; the
 * rest is the text. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "text/caret.h"
#include "text/engine_private.h"
#include "text/lines/para_emit.h"

#define HEADER 8

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct text_engine *
engine_once(void) {
    static struct text_engine *engine;
    struct err err;
    if (!engine) {
        engine = text_engine_open(NARU_SOURCE_DIR "/fonts/fonts.ini", &err);
        if (!engine) {
            fprintf(stderr, "%s\n", err.message);
            abort();
        }
        static const struct str names[] = {STR_INIT("浜松市"), STR_INIT("국제교류 재단")};
        static const struct str terms[] = {STR_INIT("国際交流協会")};
        text_engine_add_names(engine, LOCALE_JA, names, 1);
        text_engine_add_names(engine, LOCALE_KO, names + 1, 1);
        text_engine_add_terms(engine, LOCALE_JA, terms, 1);
    }
    return engine;
}

static struct text_style
style_from(const uint8_t *h) {
    return (struct text_style){.lang = (enum locale_id)(h[0] % LOCALE_COUNT),
        .size_px = 4 + (float)h[1] / 3,
        .weight = h[0] & 64 ? TEXT_BOLD : TEXT_REGULAR,
        .breaking = h[2] & 1 ? TEXT_BREAK_PHRASE : TEXT_BREAK_BODY,
        .kinsoku = (enum text_kinsoku)(h[2] / 2 % 3),
        .align = (enum text_align)(h[3] % 4),
        .balance = h[3] & 4,
        .hang = h[3] & 8,
        .tabular_digits = h[3] & 16,
        .vertical = h[3] & 32,
        .max_lines = h[4] & 128 ? h[4] % 5 : 0};
}

static const struct shaped *
shaped_of_para(const struct para *para) {
    return ((const struct para_box *)para)->shaped;
}

/* Clusters cover every byte once, in order, and every glyph belongs to one of them. */
static void
check_clusters(const struct para *para) {
    size_t at = 0;
    for (size_t i = 0; i < para->cluster_count; i++) {
        xassert(para->clusters[i].byte == at);
        at = i + 1 < para->cluster_count ? para->clusters[i + 1].byte : para->text.n;
        xassert(at > para->clusters[i].byte);
        xassert(para->clusters[i].line < para->line_count);
        xassert(i == 0 || para->clusters[i].line >= para->clusters[i - 1].line);
    }
    xassert(para->truncated || para->text.n == 0 || at == para->text.n);
    for (size_t i = 0; i < para->glyph_count; i++) {
        xassert(para->glyphs[i].cluster <= para->text.n);
    }
}

/* A line is wider than its box only where nothing in it may break. */
static void
check_lines(const struct para *para, const struct text_style *style, float width) {
    const struct shaped *shaped = shaped_of_para(para);
    size_t cluster = 0;
    uint32_t glyph = 0;
    for (size_t i = 0; i < para->line_count; i++) {
        const struct text_line *line = &para->lines[i];
        xassert(line->start <= line->end && line->end <= para->text.n);
        xassert(i == 0 || line->start >= para->lines[i - 1].end);
        xassert(line->glyph == glyph);
        glyph += line->glyph_count;
        int breaks = 0;
        for (; cluster < shaped->cluster_count && shaped->clusters[cluster].byte < line->end;
             cluster++) {
            const struct cluster *c = &shaped->clusters[cluster];
            breaks += c->byte > line->start && c->breaks > BREAK_NEVER;
        }
        bool fits = (double)line->width <= floor((double)width * 64);
        xassert(fits || breaks == 0 || (para->truncated && i + 1 == para->line_count));
    }
    xassert(glyph == para->glyph_count);
    xassert(style->max_lines == 0 || para->line_count <= (size_t)style->max_lines);
}

/* A hit on a caret gives that caret; where text of both directions meets, two carets stand at one
 * place, and the hit may name either. At most 40 carets, spread over the text: each costs a walk
 * along its line. */
static void
check_carets(const struct para *para, float size) {
    size_t step = para->cluster_count / 40 + 1;
    for (size_t i = 0; i <= para->cluster_count; i += step) {
        size_t byte = i < para->cluster_count ? para->clusters[i].byte : para->text.n;
        struct text_caret caret = para_caret(para, size, byte);
        xassert(caret.byte >= byte || byte == para->text.n);
        struct point at = {caret.box.x + caret.box.w / 2, caret.box.y + caret.box.h / 2};
        size_t hit = para_hit(para, at);
        if (hit != caret.byte) {
            struct text_caret twin = para_caret(para, size, hit);
            xassert(shaped_of_para(para)->has_rtl);
            xassert(memcmp(&twin.box, &caret.box, sizeof(twin.box)) == 0);
        }
        xassert(para_next_stop(para, byte) >= caret.byte);
        xassert(para_previous_stop(para, byte) <= byte);
    }
    struct rect boxes[4];
    xassert(para_selection(para, 0, para->text.n, boxes, 4) <= 4);
}

static void
check_same(const struct para *a, const struct para *b) {
    xassert(a->line_count == b->line_count && a->glyph_count == b->glyph_count);
    for (size_t i = 0; i < a->line_count; i++) {
        const struct text_line *x = &a->lines[i], *y = &b->lines[i];
        xassert(x->start == y->start && x->end == y->end && x->glyph == y->glyph);
        xassert(x->x == y->x && x->width == y->width && x->baseline == y->baseline);
    }
    xassert(memcmp(a->glyphs, b->glyphs, a->glyph_count * sizeof(*a->glyphs)) == 0);
}

static size_t
spans_from(const uint8_t *h, struct str text, struct text_span spans[2]) {
    if (!(h[5] & 1) || text.n < 4) {
        return 0;
    }
    size_t third = text.n / 3;
    spans[0] = (struct text_span){.start = h[6] % (third + 1),
        .end = third,
        .lang = (enum locale_id)(h[5] / 2 % LOCALE_COUNT),
        .tag = 7,
        .emphasis = h[5] & 16,
        .ruby = h[5] & 32 ? STR("よみ") : STR("はま|まつ")};
    spans[1] = (struct text_span){.start = third,
        .end = text.n - 1,
        .lang = LOCALE_JA,
        .weight = TEXT_BOLD,
        .ruby = h[5] & 64 ? str_slice(text, 0, 9) : STR("")};
    return 2;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < HEADER || size > 4096) {
        return 0;
    }
    struct text_engine *engine = engine_once();
    struct text_style style = style_from(data);
    struct str text = {(const char *)data + HEADER, size - HEADER};
    struct text_span spans[2];
    size_t span_count = spans_from(data, text, spans);
    float width = (float)data[7] * style.size_px / 8;
    const struct para *para = para_layout(engine, text, &style, spans, span_count, width);
    check_clusters(para);
    check_lines(para, &style, width);
    if (span_count == 0) {
        check_carets(para, style.size_px);
    }
    const struct para *wider =
        para_layout(engine, text, &style, spans, span_count, width * 1.25f + 1);
    check_lines(wider, &style, width * 1.25f + 1);
    xassert(wider->line_count <= para->line_count);
    engine->cache.generation++; /* forget what was shaped */
    check_same(wider, para_layout(engine, text, &style, spans, span_count, width * 1.25f + 1));
    struct para_widths widths = para_measure(engine, text, &style, spans, span_count);
    xassert(widths.min_px <= widths.max_px);
    uint32_t rest;
    xassert(text.n == 0 || text_delete_before(engine, text, text.n, data[5] & 1, &rest) < text.n);
    engine->cache.budget = 0; /* leaves nothing behind, so that leaks are seen and runs are alike */
    text_engine_end_frame(engine);
    text_engine_end_frame(engine);
    xassert(engine->cache.count == 0);
    return 0;
}
