#include "text/dump.h"

#include "text/engine_private.h"
#include "text/lines/para_emit.h"

static const char *const class_names[] = {"other", "space", "newline", "zwsp", "glue", "hidden",
    "latin", "digit", "hangul", "han", "kana", "open", "close", "comma", "stop", "middle",
    "question", "quote", "hyphen", "slash", "tilde", "dot"};
static const char *const break_names[] = {"never", "desperate", "split", "cluster", "joint",
    "inner", "part", "bond", "loose", "lean", "word", "line"};
static const char *const orientation_names[] = {"horizontal", "upright", "rotated", "combined"};

static void
dump_clusters(const struct shaped *shaped, struct str_buf *out) {
    for (size_t i = 0; i < shaped->cluster_count; i++) {
        const struct cluster *c = &shaped->clusters[i];
        struct str bytes = str_slice(shaped->text, c->byte, c[1].byte);
        str_buf_printf(out, "cluster %u \"%.*s\" %s advance %d", c->byte,
            c->class == CHAR_NEWLINE || c->class == CHAR_HIDDEN ? 0 : (int)bytes.n, bytes.p,
            class_names[c->class], c->advance);
        if (c->gap) {
            str_buf_printf(out, " gap %d", c->gap);
        }
        if (c->level) {
            str_buf_printf(out, " level %d", c->level);
        }
        str_buf_printf(out, " break %s%s%s%s\n", break_names[c->breaks],
            c->flags & CLUSTER_CUT_START ? " cut-start" : "",
            c->flags & CLUSTER_CUT_END ? " cut-end" : "",
            c->flags & CLUSTER_MISSING ? " missing" : "");
    }
}

static void
dump_runs(const struct text_engine *engine, const struct shaped *shaped, struct str_buf *out) {
    for (size_t i = 0; i < shaped->run_count; i++) {
        const struct run *run = &shaped->runs[i];
        char script[5] = {0};
        hb_tag_to_string((hb_tag_t)run->script, script);
        str_buf_printf(out, "run %d-%d %s %s %s level %d %s\n", run->start, run->end, script,
            locale_tag((enum locale_id)run->lang), engine->fonts.faces[run->face].name, run->level,
            orientation_names[run->orientation]);
    }
}

static void
dump_lines(const struct para *para, struct str_buf *out) {
    for (size_t i = 0; i < para->line_count; i++) {
        const struct text_line *line = &para->lines[i];
        struct str text = str_slice(para->text, line->start, line->end);
        str_buf_printf(out, "line \"%.*s\" x %d width %d baseline %d\n", STR_ARG(text), line->x,
            line->width, line->baseline);
        for (uint32_t g = 0; g < line->glyph_count; g++) {
            const struct text_glyph *glyph = &para->glyphs[line->glyph + g];
            str_buf_printf(out, "  glyph of %u at %d,%d advance %d%s%s\n", glyph->cluster, glyph->x,
                glyph->y, glyph->advance, glyph->flags & TEXT_GLYPH_ROTATED ? " rotated" : "",
                glyph->flags & TEXT_GLYPH_RUBY ? " ruby" : "");
        }
    }
}

void
text_dump(struct text_engine *engine, struct str text, const struct text_style *style,
    const struct text_span *spans, size_t span_count, float width_px, struct str_buf *out) {
    const struct para *para = para_layout(engine, text, style, spans, span_count, width_px);
    const struct shaped *shaped = ((const struct para_box *)para)->shaped;
    dump_clusters(shaped, out);
    dump_runs(engine, shaped, out);
    dump_lines(para, out);
}
