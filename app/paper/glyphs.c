#include "paper/glyphs.h"

#include <cairo-ft.h>

#include "base/check.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "paper/flow.h"

#define UNITS (64.0 * FLOW_PX) /* of 26.6 pixels in a point */

enum { FACES = 64 };

struct glyphs {
    struct text_embed *embed;
    struct {
        void *ft;
        cairo_font_face_t *face;
    } faces[FACES];
    size_t face_count;
    cairo_glyph_t *glyphs;
    cairo_text_cluster_t *clusters;
    size_t glyph_count, glyph_cap, cluster_count, cluster_cap;
};

struct glyphs *
glyphs_create(struct text_engine *engine) {
    struct glyphs *glyphs = xcalloc(1, sizeof(*glyphs));
    glyphs->embed = text_embed_create(engine);
    return glyphs;
}

void
glyphs_note(struct glyphs *glyphs, const struct para *para) {
    text_embed_note(glyphs->embed, para->glyphs, para->glyph_count);
}

bool
glyphs_make(struct glyphs *glyphs, struct err *err) {
    return text_embed_make(glyphs->embed, err);
}

void
glyphs_destroy(struct glyphs *glyphs) {
    if (!glyphs) {
        return;
    }
    for (size_t i = 0; i < glyphs->face_count; i++) {
        cairo_font_face_destroy(glyphs->faces[i].face);
    }
    xfree(glyphs->glyphs);
    xfree(glyphs->clusters);
    text_embed_destroy(glyphs->embed);
    xfree(glyphs);
}

static cairo_font_face_t *
face_of(struct glyphs *glyphs, const struct text_glyph *glyph) {
    void *ft = text_embed_face(glyphs->embed, glyph);
    for (size_t i = 0; i < glyphs->face_count; i++) {
        if (glyphs->faces[i].ft == ft) {
            return glyphs->faces[i].face;
        }
    }
    xassert(ft && glyphs->face_count < FACES);
    cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face(ft, FT_LOAD_NO_HINTING);
    glyphs->faces[glyphs->face_count].ft = ft;
    glyphs->faces[glyphs->face_count++].face = face;
    return face;
}

/* Glyphs that go into one call: of one face and size, in the order of the text. A reading stands
 * for no bytes: it is beside the text, and is not to come out between its lines. */
static bool
are_one_run(const struct glyphs *glyphs, const struct text_glyph *a, const struct text_glyph *b) {
    return text_embed_face(glyphs->embed, a) == text_embed_face(glyphs->embed, b) &&
           a->size_26_6 == b->size_26_6 &&
           (a->flags & TEXT_GLYPH_RUBY) == (b->flags & TEXT_GLYPH_RUBY) &&
           a->cluster <= b->cluster && (a->tag == SHEET_RAISED) == (b->tag == SHEET_RAISED);
}

/* Where the text of the glyph at `at` ends: where that of another glyph of its line begins. */
static uint32_t
end_of_text(const struct text_line *line, const struct text_glyph *glyphs, uint32_t at) {
    uint32_t start = glyphs[at].cluster, end = (uint32_t)line->end;
    for (uint32_t i = 0; i < line->glyph_count; i++) {
        bool is_text = !(glyphs[i].flags & TEXT_GLYPH_RUBY);
        if (is_text && glyphs[i].cluster > start && glyphs[i].cluster < end) {
            end = glyphs[i].cluster;
            if (i > at) {
                break; /* from left to right, the next one is the nearest */
            }
        }
    }
    return end > start ? end : start;
}

static void
add_cluster(struct glyphs *out, uint32_t bytes, bool is_new) {
    if (is_new) {
        VEC_ROOM(out->clusters, out->cluster_count, out->cluster_cap, 1);
        out->clusters[out->cluster_count++] =
            (cairo_text_cluster_t){.num_bytes = (int)bytes, .num_glyphs = 1};
    } else {
        out->clusters[out->cluster_count - 1].num_glyphs++;
    }
}

/* How a run is drawn: raised ones smaller, from where they begin. */
struct drawn {
    double x, y, start, scale;
};

static struct drawn
drawn_at(const struct text_glyph *first, double x, double y) {
    bool is_raised = first->tag == SHEET_RAISED;
    double start = x + first->x / UNITS;
    return (struct drawn){.x = x,
        .y = y - (is_raised ? 0.36 * first->size_26_6 / UNITS : 0),
        .start = start,
        .scale = is_raised ? 0.66 : 1};
}

/* Shows the glyphs [at, …) of a line that go into one call; returns where the next begin. */
static uint32_t
show_run(struct glyphs *out, cairo_t *cr, const struct para *para, const struct text_line *line,
    uint32_t at, double x, double y) {
    const struct text_glyph *glyphs = &para->glyphs[line->glyph];
    uint32_t start = glyphs[at].cluster, end = start, first = at;
    bool is_reading = glyphs[at].flags & TEXT_GLYPH_RUBY;
    struct drawn how = drawn_at(&glyphs[at], x, y);
    out->glyph_count = out->cluster_count = 0;
    for (; at < line->glyph_count; at++) {
        const struct text_glyph *g = &glyphs[at];
        if (at > first && (!are_one_run(out, &glyphs[first], g) || g->cluster < g[-1].cluster)) {
            break;
        }
        bool is_new = at == first || (!is_reading && g->cluster != g[-1].cluster);
        uint32_t to = is_reading ? start : end_of_text(line, glyphs, at);
        add_cluster(out, is_new && to > end ? to - end : 0, is_new);
        end = is_new && to > end ? to : end;
        VEC_ROOM(out->glyphs, out->glyph_count, out->glyph_cap, 1);
        out->glyphs[out->glyph_count++] = (cairo_glyph_t){.index = g->id,
            .x = how.start + (how.x + g->x / UNITS - how.start) * how.scale,
            .y = how.y + g->y / UNITS};
    }
    cairo_set_font_face(cr, face_of(out, &glyphs[first]));
    cairo_set_font_size(cr, glyphs[first].size_26_6 / UNITS * how.scale);
    cairo_show_text_glyphs(cr, para->text.p + start, (int)(end - start), out->glyphs,
        (int)out->glyph_count, out->clusters, (int)out->cluster_count,
        (cairo_text_cluster_flags_t)0);
    return at;
}

/* A field to be filled in: a line below all of its glyphs. */
static void
rule_blanks(
    cairo_t *cr, const struct para *para, const struct text_line *line, double x, double y) {
    const struct text_glyph *g = &para->glyphs[line->glyph], *end = g + line->glyph_count;
    for (; g < end; g++) {
        if (g->tag == SHEET_BLANK && !(g->flags & TEXT_GLYPH_RUBY)) {
            double base = y + line->baseline / UNITS + 2.4, from = x + g->x / UNITS;
            cairo_move_to(cr, from, base);
            cairo_line_to(cr, from + g->advance / UNITS, base);
        }
    }
    cairo_set_line_width(cr, 0.5);
    cairo_stroke(cr);
}

void
glyphs_show(
    struct glyphs *glyphs, cairo_t *cr, const struct para *para, const struct glyphs_place *place) {
    double pitch = para->pitch_px / FLOW_PX;
    double y = place->y - (double)place->first * pitch;
    for (size_t i = place->first; i < place->end && i < para->line_count; i++) {
        const struct text_line *line = &para->lines[i];
        for (uint32_t at = 0; at < line->glyph_count;) {
            at = show_run(glyphs, cr, para, line, at, place->x, y);
        }
        rule_blanks(cr, para, line, place->x, y);
    }
}
