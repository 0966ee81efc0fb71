#include "text/layout_json.h"

#include <string.h>

#include "base/check.h"
#include "base/json.h"
#include "text/fonts/fontset.h"

const char layout_usage[] =
    "naru layout --lang ko|ja|en --width PX --size PX [--style body|heading]\n"
    "            [--kinsoku strict|normal|loose] [--weight regular|bold]\n"
    "            [--justify] [--hang] [--vertical]   paragraphs on stdin, a form feed between "
    "them\n";

struct word {
    const char *name;
    int value;
};

static bool
choose(const struct word *words, const char *option, const char *value, int *out, struct err *err) {
    for (const struct word *word = words; word->name; word++) {
        if (strcmp(word->name, value) == 0) {
            *out = word->value;
            return true;
        }
    }
    return err_set(err, ERR_USAGE, "%s: `%.60s` is not one of its words", option, value);
}

static bool
read_px(
    const char *option, const char *value, float least, float most, float *out, struct err *err) {
    double number;
    if (!str_to_double(str_from(value), &number) || !(number >= least) || !(number <= most)) {
        return err_set(err, ERR_USAGE, "%s: `%.60s` is not a number of pixels from %g to %g",
            option, value, (double)least, (double)most);
    }
    *out = (float)number;
    return true;
}

static bool
set_option(struct layout_options *out, const char *option, const char *value, struct err *err) {
    static const struct word styles[] = {{"body", 0}, {"heading", 1}, {0}};
    static const struct word kinsoku[] = {{"strict", TEXT_KINSOKU_STRICT},
        {"normal", TEXT_KINSOKU_NORMAL}, {"loose", TEXT_KINSOKU_LOOSE}, {0}};
    static const struct word weights[] = {{"regular", TEXT_REGULAR}, {"bold", TEXT_BOLD}, {0}};
    int word = 0;
    if (strcmp(option, "--lang") == 0) {
        return locale_from_tag(str_from(value), &out->style.lang) ||
               err_set(err, ERR_USAGE, "--lang: `%.60s` is not ko, ja or en", value);
    }
    if (strcmp(option, "--width") == 0) {
        return read_px(option, value, 0, 1e6f, &out->width_px, err);
    }
    if (strcmp(option, "--size") == 0) {
        return read_px(option, value, 1, 1023, &out->style.size_px, err);
    }
    if (strcmp(option, "--style") == 0) {
        bool ok = choose(styles, option, value, &word, err);
        out->style.breaking = word ? TEXT_BREAK_PHRASE : TEXT_BREAK_BODY;
        out->style.balance = word;
        return ok;
    }
    if (strcmp(option, "--kinsoku") == 0) {
        bool ok = choose(kinsoku, option, value, &word, err);
        out->style.kinsoku = (enum text_kinsoku)word;
        return ok;
    }
    if (strcmp(option, "--weight") == 0) {
        bool ok = choose(weights, option, value, &word, err);
        out->style.weight = (enum text_weight)word;
        return ok;
    }
    return err_set(err, ERR_USAGE, "naru layout does not know `%.60s`", option);
}

bool
layout_options_parse(
    int argc, const char *const *argv, struct layout_options *out, struct err *err) {
    *out = (struct layout_options){.style = {.lang = LOCALE_COUNT, .size_px = 0}, .width_px = -1};
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--justify") == 0) {
            out->style.align = TEXT_ALIGN_JUSTIFY;
        } else if (strcmp(argv[i], "--hang") == 0) {
            out->style.hang = true;
        } else if (strcmp(argv[i], "--vertical") == 0) {
            out->style.vertical = true;
        } else if (i + 1 == argc) {
            return err_set(
                err, ERR_USAGE, "naru layout: `%.60s` is unknown or lacks its value", argv[i]);
        } else if (!set_option(out, argv[i], argv[i + 1], err)) {
            return false;
        } else {
            i++;
        }
    }
    if (out->style.lang == LOCALE_COUNT || out->width_px < 0 || out->style.size_px <= 0) {
        return err_set(err, ERR_USAGE, "naru layout needs --lang, --width and --size");
    }
    return true;
}

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
