#include "text/lines/ruby.h"

#include "text/shape/shape.h"

static bool
has_reading(const struct analysis *a, int32_t at) {
    uint16_t span = a->clusters[at].span;
    return span > 0 && a->request->spans[span - 1].ruby.n > 0;
}

/* How far a reading may stand over cluster `at`: over kana, half an em of it in all, so that two
 * readings never meet there. */
static int32_t
room_over(const struct analysis *a, int32_t at) {
    if (at < 0 || at >= a->count || a->units.has_rtl) {
        return 0;
    }
    const struct cluster *c = &a->clusters[at];
    if (c->class != CHAR_KANA || has_reading(a, at) || c->gap > 0) {
        return 0;
    }
    int32_t taken = at > 0 ? c[-1].over_after : 0;
    int32_t room = c->advance < FONT_EM ? c->advance / 2 : FONT_EM / 2;
    return room > taken ? room - taken : 0;
}

static int32_t
lesser(int32_t x, int32_t y) {
    return x < y ? x : y;
}

/* Puts as much as may be of a reading's `extra` width over the neighbours, alike on both sides;
 * returns the rest. */
static int32_t
stand_over(struct analysis *a, int32_t start, int32_t end, int32_t extra) {
    struct cluster *first = &a->clusters[start], *last = &a->clusters[end - 1];
    first->over_before = (int16_t)lesser(extra / 2, room_over(a, start - 1));
    last->over_after = (int16_t)lesser(extra - extra / 2, room_over(a, end));
    return extra - first->over_before - last->over_after;
}

/* Makes each base character wider by its share of `extra`, and keeps it in the middle. */
static void
spread_base(struct analysis *a, int32_t start, int32_t end, int32_t extra) {
    for (int32_t i = start; i < end && extra > 0; i++) {
        int32_t share = extra / (end - i);
        struct cluster *c = &a->clusters[i];
        c->advance += share;
        extra -= share;
        if (c->glyph < a->clusters[i + 1].glyph) {
            a->glyphs[c->glyph].dx += a->request->vertical ? 0 : share / 2;
            a->glyphs[c->glyph].dy -= a->request->vertical ? share / 2 : 0;
            a->glyphs[a->clusters[i + 1].glyph - 1].advance += share;
        }
    }
}

/* Adds one reading over clusters [start, end) and makes room for it. */
static void
add_group(struct analysis *a, int32_t start, int32_t end, struct str reading, enum locale_id lang) {
    struct ruby_group *group = &a->ruby[a->ruby_count];
    *group =
        (struct ruby_group){.start = start, .end = end, .glyph = (uint32_t)a->ruby_glyph_count};
    group->width = shape_aside(a, reading, lang, &group->face) * RUBY_SCALE / 1000;
    group->glyph_count = (uint32_t)(a->ruby_glyph_count - group->glyph);
    if (group->glyph_count == 0) {
        return;
    }
    a->ruby_count++;
    int32_t base = 0;
    for (int32_t i = start; i < end; i++) {
        base += a->clusters[i].advance + (i + 1 < end ? a->clusters[i].gap : 0);
        a->clusters[i].flags |= i > start ? CLUSTER_GROUP : 0;
    }
    if (group->width > base) {
        spread_base(a, start, end, stand_over(a, start, end, group->width - base));
    }
}

static size_t
count_parts(struct str reading) {
    size_t n = 1;
    for (size_t i = 0; i < reading.n; i++) {
        n += reading.p[i] == '|';
    }
    return n;
}

static struct str
without_bars(struct arena *arena, struct str reading) {
    char *p = arena_alloc(arena, reading.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < reading.n; i++) {
        p[n] = reading.p[i];
        n += reading.p[i] != '|';
    }
    return (struct str){p, n};
}

/* Some part is wider than its own character, yet all of them fit over the whole base: then they
 * are set as one reading (simple-ruby, jukugo). Measured on a copy of the state, thrown away. */
static bool
parts_fit_together(
    const struct analysis *a, int32_t start, int32_t end, const struct text_span *span) {
    struct analysis trial = *a;
    struct str rest = span->ruby, part;
    int32_t total = 0, base = 0;
    bool each_fits = true;
    trial.ruby_glyphs = NULL;
    trial.ruby_glyph_count = trial.ruby_glyph_cap = 0;
    for (int32_t i = start; i < end && str_split(&rest, '|', &part); i++) {
        uint16_t face;
        int32_t width = shape_aside(&trial, part, span->lang, &face) * RUBY_SCALE / 1000;
        total += width;
        base += a->clusters[i].advance;
        each_fits = each_fits && width <= a->clusters[i].advance;
    }
    return !each_fits && total <= base;
}

static void
attach(struct analysis *a, int32_t start, int32_t end, const struct text_span *span) {
    if (count_parts(span->ruby) != (size_t)(end - start)) {
        add_group(a, start, end, without_bars(a->arena, span->ruby), span->lang);
        return;
    }
    if (parts_fit_together(a, start, end, span)) {
        add_group(a, start, end, without_bars(a->arena, span->ruby), span->lang);
        return;
    }
    struct str rest = span->ruby, part;
    for (int32_t i = start; i < end && str_split(&rest, '|', &part); i++) {
        add_group(a, i, i + 1, part, span->lang);
    }
}

void
ruby_attach(struct analysis *a) {
    size_t most = 0;
    for (size_t i = 0; i < a->request->span_count; i++) {
        most += a->request->spans[i].ruby.n > 0 ? count_parts(a->request->spans[i].ruby) : 0;
    }
    if (most == 0) {
        return;
    }
    a->ruby = ARENA_ARRAY(a->arena, most, struct ruby_group);
    for (int32_t i = 0, end; i < a->count; i = end) {
        uint16_t span = a->clusters[i].span;
        end = i + 1;
        while (end < a->count && a->clusters[end].span == span) {
            end++;
        }
        if (span > 0 && a->request->spans[span - 1].ruby.n > 0) {
            attach(a, i, end, &a->request->spans[span - 1]);
        }
    }
}
