#include "text/layout_json.h"

#include "base/check.h"
#include "base/json.h"
#include "text/fonts/fontset.h"

/* Decimal with at most two places and without trailing zeros; printf is too slow for a million. */
static void
add_px(struct str_buf *out, int32_t px_26_6) {
    char digits[16];
    int n = 0;
    int64_t hundredths = ((int64_t)px_26_6 * 100 + (px_26_6 < 0 ? -32 : 32)) / 64;
    if (hundredths < 0) {
        str_buf_byte(out, '-');
        hundredths = -hundredths;
    }
    int64_t whole = hundredths / 100, rest = hundredths % 100;
    do {
        digits[n++] = (char)('0' + whole % 10);
        whole /= 10;
    } while (whole > 0);
    while (n > 0) {
        str_buf_byte(out, digits[--n]);
    }
    if (rest > 0) {
        str_buf_byte(out, '.');
        str_buf_byte(out, (char)('0' + rest / 10));
        if (rest % 10 > 0) {
            str_buf_byte(out, (char)('0' + rest % 10));
        }
    }
}

static void
add_number(struct str_buf *out, const char *key, uint32_t value) {
    char digits[12];
    int n = 0;
    str_buf_add(out, str_from(key));
    do {
        digits[n++] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    while (n > 0) {
        str_buf_byte(out, digits[--n]);
    }
}

static void
add_glyph(struct str_buf *out, const struct text_glyph *glyph) {
    add_number(out, "{\"face\":", FACE_INDEX(glyph->face));
    add_number(out, ",\"id\":", glyph->id);
    str_buf_add(out, STR(",\"x\":"));
    add_px(out, glyph->x);
    str_buf_add(out, STR(",\"y\":"));
    add_px(out, glyph->y);
    str_buf_add(out, STR(",\"advance\":"));
    add_px(out, glyph->advance);
    add_number(out, ",\"cluster\":", glyph->cluster);
    if (glyph->flags & TEXT_GLYPH_ROTATED) {
        str_buf_add(out, STR(",\"rotated\":true"));
    }
    if (glyph->flags & TEXT_GLYPH_RUBY) {
        str_buf_add(out, STR(",\"ruby\":true"));
    }
    str_buf_byte(out, '}');
}

static void
add_line(struct str_buf *out, const struct para *para, const struct text_line *line) {
    struct json json;
    add_number(out, "{\"start\":", (uint32_t)line->start);
    add_number(out, ",\"end\":", (uint32_t)line->end);
    str_buf_add(out, STR(",\"text\":"));
    json_init(&json, out);
    json_str(&json, str_slice(para->text, line->start, line->end));
    str_buf_add(out, STR(",\"width\":"));
    add_px(out, line->width);
    str_buf_add(out, STR(",\"x\":"));
    add_px(out, line->x);
    str_buf_add(out, STR(",\"glyphs\":["));
    for (uint32_t i = 0; i < line->glyph_count; i++) {
        if (i > 0) {
            str_buf_byte(out, ',');
        }
        add_glyph(out, &para->glyphs[line->glyph + i]);
    }
    str_buf_add(out, STR("]}"));
}

bool
layout_json_run(struct text_engine *engine, struct str input, const struct layout_options *options,
    struct str_buf *out) {
    struct str rest = input, paragraph;
    if (str_ends(rest, STR("\n"))) {
        rest.n--; /* the shell's, not the paragraph's */
    }
    bool more = true;
    while (more) {
        size_t at = str_find(rest, STR("\f"));
        more = at != SIZE_MAX;
        paragraph = str_slice(rest, 0, more ? at : rest.n);
        rest = str_slice(rest, more ? at + 1 : rest.n, rest.n);
        const struct para *para =
            para_layout(engine, paragraph, &options->style, NULL, 0, options->width_px);
        str_buf_add(out, STR("{\"lines\":["));
        for (size_t i = 0; i < para->line_count; i++) {
            if (i > 0) {
                str_buf_byte(out, ',');
            }
            add_line(out, para, &para->lines[i]);
        }
        str_buf_add(out, STR("]"));
        add_number(out, ",\"missing\":", para->missing);
        str_buf_add(out, STR("}\n"));
        text_engine_end_frame(engine);
    }
    return true;
}
