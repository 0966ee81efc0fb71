#include "text/lines/para_emit.h"

#include <math.h>
#include <string.h>

#include "base/check.h"
#include "base/xalloc.h"
#include "text/shape/bidi.h"
#include "text/lines/emitter.h"
#include "text/engine_private.h"
#include "text/lines/justify.h"
#include "text/lines/ruby.h"
#include "text/lines/spacing.h"

#define DIGIT_HEIGHT 730
#define SIZE_MOST (1023 * 64)

int64_t
para_units(float px, int32_t size_26_6) {
    if (!(px > 0)) {
        return 0;
    }
    if (px > 1e7f) {
        px = 1e7f;
    }
    return (int64_t)floor((double)px * 64.0) * FONT_EM / size_26_6;
}

int32_t
para_size_26_6(const struct text_style *style) {
    float px = style->size_px;
    if (!(px >= 1)) {
        px = 1;
    }
    return (int32_t)lroundf((px > 1023 ? 1023 : px) * 64);
}

/* Widths round up, so that a box as wide as its text always holds it. */
static int32_t
width_26_6(const struct emitter *e, int64_t units) {
    int64_t width = -emitter_divide_down(-units * e->size, FONT_EM);
    return (int32_t)(width > INT32_MAX / 2 ? INT32_MAX / 2 : width);
}

/* Where line `index` begins across the lines. Absurdly many lines end up in one place rather than
 * beyond what 26.6 can say. */
static int32_t
block_position(const struct emitter *e, size_t index) {
    int64_t at = e->reserve + (int64_t)index * e->pitch;
    return (int32_t)(at > INT32_MAX / 2 ? INT32_MAX / 2 : at);
}

/* Turns a pen position on the line and an offset of the glyph into page space. */
static void
place_glyph(const struct emitter *e, struct text_glyph *out, const struct place *place,
    const struct run *run, int64_t pen, const struct shaped_glyph *g) {
    switch ((enum run_orientation)run->orientation) {
    case RUN_HORIZONTAL:
        out->x = place->inline_start + emitter_26_6(e, pen + g->dx);
        out->y = place->baseline - emitter_26_6(e, g->dy);
        break;
    case RUN_UPRIGHT:
        out->x = place->centre + emitter_26_6(e, g->dx);
        out->y = place->inline_start + emitter_26_6(e, pen - g->dy);
        break;
    case RUN_ROTATED:
        out->x = place->centre + emitter_26_6(e, g->dy - (ASCENT - FONT_EM / 2));
        out->y = place->inline_start + emitter_26_6(e, pen + g->dx);
        out->flags |= TEXT_GLYPH_ROTATED;
        break;
    case RUN_COMBINED: /* digits as tall as ever, centred in their cell */
        out->x = place->centre +
                 emitter_26_6(e, (int64_t)g->dx * fontset_narrowing(run->narrowing) / 1000);
        out->y =
            place->inline_start + emitter_26_6(e, pen - g->dy + FONT_EM / 2 + DIGIT_HEIGHT / 2);
        out->face = FACE_NARROWED(run->face, run->narrowing);
        break;
    }
}

/* Cells of East Asian text are drawn at whole pixels: their ink is far from their edges, and one
 * bitmap a character instead of four keeps the atlas small. */
static bool
is_cell(const struct cluster *c) {
    return c->flags & CLUSTER_FULL_EM || c->class == CHAR_HANGUL || c->class == CHAR_HAN ||
           c->class == CHAR_KANA;
}

/* Where a cluster stands on its line: in units, and its edges in 26.6. */
struct spot {
    int64_t pen, advance;
    int64_t shift; /* from pen to where its glyphs begin: a cell that lost space before its ink */
    int32_t start, end;
};

static void
emit_glyph(const struct emitter *e, struct text_glyph *out, const struct cluster *c) {
    out->cluster = c->byte;
    out->tag = c->span > 0 ? e->spans[c->span - 1].tag : 0;
    out->flags |= is_cell(c) ? TEXT_GLYPH_CELL : 0;
}

/* The em that its glyphs are drawn at; 1023 px are the most. */
static int32_t
size_of(const struct emitter *e, const struct cluster *c) {
    int64_t larger = (int64_t)e->size * SHAPED_OPTICAL / 1000;
    int32_t optical = larger < SIZE_MOST ? (int32_t)larger : SIZE_MOST;
    return c->flags & CLUSTER_OPTICAL ? optical : e->size;
}

static void
emit_cluster(struct emitter *e, const struct cluster *c, const struct spot *spot,
    const struct place *place) {
    const struct run *run = &e->shaped->runs[c->run];
    const struct shaped_glyph *g = &e->shaped->glyphs[c->glyph];
    uint32_t count = c[1].glyph - c->glyph;
    if (count == 1 && run->orientation == RUN_HORIZONTAL && (g->dx | g->dy | spot->shift) == 0) {
        struct text_glyph *out =
            emitter_glyph(e, g, run->face, size_of(e, c)); /* nearly all clusters */
        out->x = place->inline_start + spot->start;
        out->y = place->baseline;
        out->advance = spot->end - spot->start;
        emit_glyph(e, out, c);
        return;
    }
    int64_t pen = spot->pen + spot->shift;
    int32_t start = spot->start;
    for (uint32_t i = 0; i < count; i++, g++) {
        struct text_glyph *out = emitter_glyph(e, g, run->face, size_of(e, c));
        place_glyph(e, out, place, run, pen, g);
        pen += g->advance;
        int32_t end = i + 1 == count ? spot->end : emitter_26_6(e, pen);
        out->advance = end - start;
        emit_glyph(e, out, c);
        start = end;
    }
}

static void
record_cluster(
    struct emitter *e, int32_t at, int32_t start, int32_t end, const struct place *place) {
    e->clusters[at] = (struct text_cluster){.byte = e->shaped->clusters[at].byte,
        .x = place->inline_start + start,
        .advance = end - start,
        .line = place->line,
        .is_rtl = e->shaped->clusters[at].level & 1};
}

/* The order in which a line's clusters are read from its left. NULL: as they are. */
static const int32_t *
visual_order(struct emitter *e, const struct line_range *range) {
    int32_t n = range->end - range->start;
    if (!e->shaped->has_rtl || n == 0) {
        return NULL;
    }
    struct arena *arena = &e->engine->scratch;
    uint8_t *levels = ARENA_ARRAY(arena, n, uint8_t);
    int32_t *visual = ARENA_ARRAY(arena, n, int32_t);
    for (int32_t i = 0; i < n; i++) {
        levels[i] = e->shaped->clusters[range->start + i].level;
    }
    bidi_visual_order(levels, n, visual);
    return visual;
}

/* Hanging spaces and the newline take room after the line, for the caret. */
static void
record_white(
    struct emitter *e, const struct line_range *range, int64_t pen, const struct place *place) {
    for (int32_t i = range->end; i < range->next; i++) {
        int64_t end = pen + e->shaped->clusters[i].advance;
        record_cluster(e, i, emitter_26_6(e, pen), emitter_26_6(e, end), place);
        pen = end;
    }
}

/* How a line is set: its width (a hanging mark left out), what its last cluster loses after its
 * ink, what justification changes. */
struct setting {
    int64_t width, end_cut;
    struct justify spread;
};

static int64_t
emit_clusters(struct emitter *e, const struct line_range *range, struct setting *setting,
    const struct place *place) {
    const int32_t *visual = visual_order(e, range);
    int32_t n = range->end - range->start;
    int64_t cut = n > 0 ? spacing_trim_start(&e->shaped->clusters[range->start]) : 0;
    struct spot spot = {.pen = -cut, .end = emitter_26_6(e, -cut)};
    for (int32_t i = 0; i < n; i++) {
        int32_t at = range->start + (visual ? visual[i] : i);
        const struct cluster *c = &e->shaped->clusters[at];
        bool is_last = at + 1 == range->end;
        spot.advance = c->advance + (is_last ? -setting->end_cut : c->gap);
        if (setting->spread.is_active) {
            struct justify_change change = justify_at(&setting->spread, e->shaped, at);
            spot.shift = change.before;
            spot.advance += change.before + change.after;
        }
        spot.start = spot.end;
        spot.end = emitter_26_6(e, spot.pen + spot.advance);
        bool trimmed = cut > 0 && at == range->start;
        record_cluster(
            e, at, trimmed ? emitter_26_6(e, spot.pen + cut) : spot.start, spot.end, place);
        emit_cluster(e, c, &spot, place);
        spot.pen += spot.advance;
    }
    record_white(e, range, spot.pen, place);
    return spot.pen;
}

static int64_t
box_units(const struct emitter *e) {
    return e->box * FONT_EM / e->size;
}

static int32_t
align_start(const struct emitter *e, int32_t width) {
    int64_t spare = e->box > width ? e->box - width : 0;
    switch (e->style->align) {
    case TEXT_ALIGN_CENTER:
        return (int32_t)(spare / 2);
    case TEXT_ALIGN_END:
        return (int32_t)spare;
    default:
        return 0;
    }
}

static const struct font_ellipsis *
ellipsis_of(const struct emitter *e) {
    bool is_latin = locale_script(e->shaped->lang) == LOCALE_LATIN;
    return font_ellipsis_of(&e->engine->fonts.faces[e->shaped->face], is_latin);
}

/* A mark that the text does not have, behind what a line shows of it. */
static void
emit_mark(struct emitter *e, const struct shaped_glyph *g, int64_t pen, const struct place *place,
    uint32_t byte) {
    struct run run = {.orientation = e->style->vertical ? RUN_ROTATED : RUN_HORIZONTAL};
    struct text_glyph *out = emitter_glyph(e, g, e->shaped->face, e->size);
    place_glyph(e, out, place, &run, pen, g);
    out->advance = emitter_26_6(e, pen + g->advance) - emitter_26_6(e, pen);
    out->cluster = byte;
}

static void
emit_ellipsis(struct emitter *e, int64_t pen, const struct place *place, uint32_t byte) {
    const struct font_ellipsis *ellipsis = ellipsis_of(e);
    struct shaped_glyph g = {.id = ellipsis->glyph, .advance = (int16_t)ellipsis->advance};
    emit_mark(e, &g, pen, place, byte);
}

/* A mark at a line end keeps its whole cell where a line to be justified has room for it (JLREQ
 * 3.1.9), gives up the half em behind it where it must, and hangs only where that does not fit
 * either (CSS Text, hanging-punctuation: allow-end, "prior to justification"). Where nothing is
 * justified the half em never counts: the ink stands at the edge, or in the middle. */
static void
set_end(const struct emitter *e, const struct line_range *range, bool fills, struct setting *out) {
    const struct shaped *shaped = e->shaped;
    int64_t box = box_units(e);
    out->width = line_width(shaped, range->start, range->end, false);
    if (range->start == range->end) {
        return;
    }
    out->end_cut = spacing_trim_end(&shaped->clusters[range->end - 1]);
    if (fills && out->end_cut > 0 && out->width + out->end_cut <= box) {
        out->width += out->end_cut;
        out->end_cut = 0;
    } else if (e->style->hang && out->width > box) {
        out->width = line_width(shaped, range->start, range->end, true);
    }
}

static void
set_line(
    const struct emitter *e, const struct line_range *range, bool ellipsis, struct setting *out) {
    bool justified = e->style->align == TEXT_ALIGN_JUSTIFY && e->box > 0;
    bool fills = justified && !range->is_last && !ellipsis;
    *out = (struct setting){.width = 0};
    set_end(e, range, fills, out);
    if (ellipsis) { /* instead of a hyphen */
        out->width += ellipsis_of(e)->advance - line_hyphen(e->shaped, range->end);
    }
    int64_t extra = justified ? box_units(e) - out->width : 0;
    if (extra < 0 || (extra > 0 && fills)) {
        out->width += justify_plan(&out->spread, e->shaped, range->start, range->end, extra);
    }
}

static void
emit_line(struct emitter *e, const struct line_range *range, uint32_t index, bool ellipsis) {
    const struct shaped *shaped = e->shaped;
    struct text_line *line = &e->lines[index];
    struct setting setting;
    set_line(e, range, ellipsis, &setting);
    *line = (struct text_line){.start = shaped->clusters[range->start].byte,
        .end = shaped->clusters[range->end].byte,
        .glyph = (uint32_t)e->glyph_count,
        .width = width_26_6(e, setting.width)};
    line->x = align_start(e, line->width);
    struct place place = {.inline_start = line->x, .line = index};
    int32_t top = block_position(e, index);
    place.baseline = top + (e->pitch - e->size) / 2 + emitter_26_6(e, ASCENT);
    place.centre = e->extent - top - e->pitch / 2;
    line->baseline = e->style->vertical ? place.centre : place.baseline;
    int64_t pen = emit_clusters(e, range, &setting, &place);
    if (ellipsis) {
        emit_ellipsis(e, pen, &place, shaped->clusters[range->end].byte);
    }
    if (!ellipsis && range->end > range->start && line_hyphen(shaped, range->end) > 0) {
        emit_mark(e, &shaped->hyphen, pen, &place, shaped->clusters[range->end - 1].byte);
    }
    aside_ruby(e, range, &place);
    if (shaped->has_emphasis) {
        aside_emphasis(e, range, &place);
    }
    line->glyph_count = (uint32_t)e->glyph_count - line->glyph;
}

/* A bracket whose partner was cut goes too, with what it holds, when enough is left: two clusters
 * and half of what fitted. */
static int32_t
before_open_bracket(const struct shaped *shaped, int32_t start, int32_t end) {
    int32_t depth = 0;
    for (int32_t i = end - 1; i >= start; i--) {
        uint8_t class = shaped->clusters[i].class;
        depth += class == CHAR_CLOSE;
        if (class == CHAR_OPEN && depth-- == 0) {
            while (i > start && shaped->clusters[i - 1].class == CHAR_SPACE) {
                i--;
            }
            return i - start >= 2 && i - start >= (end - start) / 2 ? i : end;
        }
        depth = depth < 0 ? 0 : depth;
    }
    return end;
}

/* The last line that may show, cut at a grapheme boundary so that the ellipsis fits; no space,
 * comma or opening bracket stands before it. */
static void
cut_for_ellipsis(struct emitter *e, struct line_range *range, int64_t measure) {
    const struct shaped *shaped = e->shaped;
    int64_t room = measure - ellipsis_of(e)->advance;
    int32_t n = (int32_t)shaped->cluster_count, end = range->start;
    int64_t pen = -spacing_trim_start(&shaped->clusters[range->start]);
    for (int32_t i = range->start; i < n && shaped->clusters[i].class != CHAR_NEWLINE; i++) {
        pen += shaped->clusters[i].advance;
        if (pen + shaped->clusters[i].over_after > room) {
            break;
        }
        pen += shaped->clusters[i].gap;
        end = shaped->clusters[i + 1].flags & (CLUSTER_CONTINUES | CLUSTER_GROUP) ? end : i + 1;
    }
    while (end > range->start + 1) {
        enum char_class class = (enum char_class)shaped->clusters[end - 1].class;
        bool white = shaped->clusters[end - 1].flags & CLUSTER_SEPARATOR;
        if (!white && class != CHAR_SPACE && class != CHAR_COMMA && class != CHAR_OPEN &&
            class != CHAR_ZWSP) {
            break;
        }
        end--;
    }
    range->end = before_open_bracket(shaped, range->start, end);
    range->next = n;
    range->is_last = true;
}

static void
set_metrics(struct emitter *e) {
    const struct text_style *style = e->style;
    float height = style->line_height_px > 0 ? style->line_height_px : style->size_px * 1.5f;
    e->pitch = (int32_t)lroundf((height > 4096 ? 4096 : height) * 64);
    if (e->shaped->ruby_count > 0 || e->shaped->has_emphasis) {
        int32_t ruby = e->size * RUBY_SCALE / 1000;
        e->pitch = e->pitch > e->size + ruby ? e->pitch : e->size + ruby;
        int32_t above = (e->pitch - e->size) / 2;
        e->reserve = ruby > above ? ruby - above : 0;
    }
}

static struct para_box *
box_create(struct emitter *e, size_t line_count) {
    const struct shaped *shaped = e->shaped;
    size_t glyph_most = shaped->glyph_count + shaped->ruby_glyph_count + 1 + line_count +
                        (shaped->has_emphasis ? shaped->cluster_count : 0);
    size_t lines_at = (sizeof(struct para_box) + 15) & ~(size_t)15;
    size_t glyphs_at = lines_at + line_count * sizeof(*e->lines);
    size_t clusters_at = glyphs_at + glyph_most * sizeof(*e->glyphs);
    size_t bytes = clusters_at + (shaped->cluster_count + 1) * sizeof(*e->clusters);
    char *block = xmalloc(bytes);
    struct para_box *box = (struct para_box *)block;
    *box = (struct para_box){.bytes = bytes};
    e->para = &box->para;
    e->lines = (struct text_line *)(block + lines_at);
    e->glyphs = (struct text_glyph *)(block + glyphs_at);
    e->clusters = (struct text_cluster *)(block + clusters_at);
    return box;
}

static void
finish_para(struct emitter *e, size_t line_count, bool truncated) {
    const struct shaped *shaped = e->shaped;
    int32_t widest = 0;
    for (size_t i = 0; i < line_count; i++) {
        widest = e->lines[i].width > widest ? e->lines[i].width : widest;
    }
    float inline_px = (float)widest / 64, block_px = (float)e->extent / 64;
    *e->para = (struct para){.text = shaped->text,
        .lines = e->lines,
        .line_count = line_count,
        .glyphs = e->glyphs,
        .glyph_count = e->glyph_count,
        .width_px = e->style->vertical ? block_px : inline_px,
        .height_px = e->style->vertical ? inline_px : block_px,
        .ink_px = (float)((double)shaped->ink * e->size / (FONT_EM * 64)),
        .truncated = truncated,
        .missing = shaped->missing,
        .missing_variants = shaped->missing_variants,
        .clusters = e->clusters,
        .cluster_count = e->cluster_count,
        .is_vertical = e->style->vertical,
        .pitch_px = (float)e->pitch / 64};
}

struct para_box *
para_emit(struct text_engine *engine, struct shaped *shaped, const struct text_style *style,
    const struct text_span *spans, float width_px) {
    struct emitter e = {.engine = engine, .shaped = shaped, .style = style, .spans = spans};
    e.size = para_size_26_6(style);
    e.box = width_px > 0 && width_px < 1e7f ? (int64_t)floor((double)width_px * 64) : 0;
    arena_reset(&engine->scratch);
    struct line_list list = {.arena = &engine->scratch};
    struct line_rules rules = {.measure = para_units(width_px, e.size),
        .hang = style->hang,
        .balance = style->balance,
        .justify = style->align == TEXT_ALIGN_JUSTIFY,
        .avoid_short_last = !style->balance};
    lines_find(shaped, &rules, &list);
    size_t count = list.count;
    bool too_many = style->max_lines > 0 && count > (size_t)style->max_lines;
    bool truncated = too_many || shaped->is_cut;
    count = too_many ? (size_t)style->max_lines : count;
    if (truncated) {
        cut_for_ellipsis(&e, &list.lines[count - 1], rules.measure);
    }
    set_metrics(&e);
    e.extent = block_position(&e, count);
    struct para_box *box = box_create(&e, count);
    for (size_t i = 0; i < count; i++) {
        emit_line(&e, &list.lines[i], (uint32_t)i, truncated && i + 1 == count);
    }
    e.cluster_count = truncated ? (size_t)list.lines[count - 1].end : shaped->cluster_count;
    finish_para(&e, count, truncated);
    box->shaped = shaped_ref(shaped);
    return box;
}

void
para_box_destroy(struct para_box *box) {
    if (box) {
        shaped_unref(box->shaped);
        xfree(box);
    }
}
