/* One romanisation of one name.
 *
 * In the glossary a Japanese reading, a Korean term, has one romanisation. In English texts two
 * capitalised words that differ only in marks are one name: Ōsaka and Osaka, Wongok-dong and
 * Wongokdong. The decided form of wordings.csv, else the commoner, is named as right. */
#include "compiler/check/wording.h"

#include "base/check.h"
#include "base/utf8.h"
#include "compiler/check/chars.h"

/* Letters with a macron or circumflex to their base; hyphens and apostrophes to nothing. */
static uint32_t
base_letter(uint32_t c) {
    static const struct {
        uint32_t c;
        char base;
    } bases[] = {{0x0100, 'a'}, {0x0101, 'a'}, {0x0112, 'e'}, {0x0113, 'e'}, {0x012A, 'i'},
        {0x012B, 'i'}, {0x014C, 'o'}, {0x014D, 'o'}, {0x016A, 'u'}, {0x016B, 'u'}, {0x00D4, 'o'},
        {0x00F4, 'o'}, {0x014E, 'o'}, {0x014F, 'o'}, {0x016C, 'u'}, {0x016D, 'u'}};
    if (c < 0x80) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c == '-' || c == '\'' ? 0 : c;
    }
    for (size_t i = 0; i < ARRAY_LEN(bases); i++) {
        if (bases[i].c == c) {
            return (uint32_t)bases[i].base;
        }
    }
    return c == 0x2019 || c == 0x2010 || c == 0x2011 ? 0 : c;
}

struct roman {
    struct wording *wording;
    struct wording_forms forms;
    struct str_buf key, form;
    size_t text;
    bool is_counting;
};

enum { NAME_LETTERS = 4 }; /* shorter words meet by chance */

/* Case is no difference: a sentence begins with a capital. */
static void
take_name(
    struct roman *roman, const struct wording_text *text, size_t start, size_t end, size_t weight) {
    struct str word = str_slice(text->plain, start, end);
    str_buf_clear(&roman->key);
    str_buf_clear(&roman->form);
    for (size_t at = 0; at < word.n;) {
        uint32_t c = utf8_next(word, &at), base = base_letter(c);
        if (base) {
            str_buf_utf8(&roman->key, base);
        }
        str_buf_utf8(&roman->form, at > 1 && c < 0x80 && c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    struct str key = str_buf_str(&roman->key);
    if (key.n < NAME_LETTERS) {
        return;
    }
    if (roman->is_counting) {
        wording_forms_add(&roman->forms, key, str_buf_str(&roman->form), weight, roman->text);
        return;
    }
    const struct wording_form *other =
        wording_forms_other(&roman->forms, key, str_buf_str(&roman->form));
    if (other) {
        wording_report_form(roman->wording, text, DIAG_TWO_ROMANISATIONS, start, end, other);
    }
}

static bool
is_in_name(uint32_t c) {
    return (c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : chars_script(c) == CHARS_LATIN) ||
           c == '-' || c == '\'' || c == 0x2019 || c == 0x2010 || c == 0x2011;
}

static bool
is_capital(uint32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 0x100 && c <= 0x17F && c % 2 == 0);
}

static void
take_text(struct roman *roman, const struct wording_text *text, size_t weight) {
    struct str s = text->plain;
    size_t word = SIZE_MAX;
    bool is_name = false;
    for (size_t at = 0; at <= s.n;) {
        size_t here = at;
        uint32_t c = at < s.n ? utf8_next(s, &at) : 0;
        at += here == s.n;
        if (c && is_in_name(c)) {
            is_name = word == SIZE_MAX ? is_capital(c) : is_name;
            word = word == SIZE_MAX ? here : word;
            continue;
        }
        size_t end = here;
        if (word != SIZE_MAX && str_ends(str_slice(s, word, end), STR("’s"))) {
            end -= sizeof("’s") - 1;
        } else if (word != SIZE_MAX && str_ends(str_slice(s, word, end), STR("’"))) {
            end -= sizeof("’") - 1;
        }
        if (word != SIZE_MAX && is_name && end > word) {
            take_name(roman, text, word, end, weight);
        }
        word = SIZE_MAX;
    }
}

static void
check_texts(struct wording *wording) {
    struct model *model = wording->check->model;
    const struct model_table *decided = &model->desk[DESK_WORDINGS];
    struct roman roman = {
        .wording = wording, .forms = {.arena = model->arena}, .is_counting = true};
    for (size_t i = 0; i < decided->count; i++) {
        struct wording_text text = {.plain = model_value(decided, &decided->rows[i], "right")};
        take_text(&roman, &text, WORDING_DECIDED);
    }
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < wording->count; i++) {
            roman.text = i;
            if (wording->texts[i].at.locale == LOCALE_EN) {
                take_text(&roman, &wording->texts[i], 1);
            }
        }
        roman.is_counting = false;
    }
    wording_forms_finish(&roman.forms);
    str_buf_finish(&roman.key);
    str_buf_finish(&roman.form);
}

/* In the glossary: `by` (a reading, a term) and its romanisation in `column`. */
static void
check_glossary(struct wording *wording, size_t by, const char *column) {
    struct model *model = wording->check->model;
    const struct model_table *glossary = &model->tables[TABLE_GLOSSARY];
    size_t cell = tables_column(glossary->table, str_from(column));
    struct wording_forms forms = {.arena = model->arena};
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < glossary->count; i++) {
            const struct model_row *row = &glossary->rows[i];
            struct str key = row->cells[by].text, form = row->cells[cell].text;
            if (key.n == 0 || form.n == 0) {
                continue;
            }
            if (pass == 0) {
                wording_forms_add(&forms, key, form, 1, i);
                continue;
            }
            const struct wording_form *other = wording_forms_other(&forms, key, form);
            struct wording_text text = {
                .at = {.text = form, .locale = LOCALE_EN, .row = row, .cell = cell},
                .record = arena_printf(model->arena, "glossary/%.*s", STR_ARG(row->cells[0].text))};
            if (other) {
                wording_report(wording, &text, DIAG_TWO_ROMANISATIONS, 0, form.n, other->form,
                    model_place_name(model, &glossary->rows[other->first]));
            }
        }
    }
    wording_forms_finish(&forms);
}

void
wording_roman(struct wording *wording) {
    const struct table *table = &content_tables[TABLE_GLOSSARY];
    size_t term = tables_cell(table, tables_column(table, STR("term")), LOCALE_KO);
    check_glossary(wording, tables_column(table, STR("reading_ja")), "roman_ja");
    check_glossary(wording, term, "roman_ko");
    check_texts(wording);
}
