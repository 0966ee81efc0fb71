/* One spacing for one Korean compound: 외국인 주민 and 외국인주민 in one content.
 *
 * Two words side by side, without the particle of the second, and a single word are the same
 * compound when their letters are. No list of compounds is needed: what is written both ways is
 * found, and the way of the glossary, else of wordings.csv, else the commoner is named as right.
 * Words of one syllable part and join freely in Korean (이 것, 할 수) and are left alone. */
#include "compiler/check/wording.h"

#include "base/check.h"
#include "base/utf8.h"

enum { SYLLABLE = 3 }; /* bytes in UTF-8 */
enum { GLOSSARY_WEIGHT = 1 << 20 };

struct spacing {
    struct wording *wording;
    struct wording_forms forms;
    struct str_buf key;
    bool is_counting;
    size_t weight; /* of what is counted */
    size_t text;   /* number of the text */
};

/* Longest first, so that the first that fits is the whole particle. */
static const struct str particles[] = {STR_INIT("입니다"), STR_INIT("이라고"), STR_INIT("에서는"),
    STR_INIT("에서도"), STR_INIT("으로서"), STR_INIT("으로"), STR_INIT("에서"), STR_INIT("에게"),
    STR_INIT("까지"), STR_INIT("부터"), STR_INIT("이나"), STR_INIT("라고"), STR_INIT("이며"),
    STR_INIT("이고"), STR_INIT("에는"), STR_INIT("에도"), STR_INIT("과의"), STR_INIT("와의"),
    STR_INIT("과는"), STR_INIT("와는"), STR_INIT("로서"), STR_INIT("보다"), STR_INIT("처럼"),
    STR_INIT("들이"), STR_INIT("들은"), STR_INIT("들의"), STR_INIT("들을"), STR_INIT("들과"),
    STR_INIT("은"), STR_INIT("는"), STR_INIT("이"), STR_INIT("가"), STR_INIT("을"), STR_INIT("를"),
    STR_INIT("의"), STR_INIT("에"), STR_INIT("와"), STR_INIT("과"), STR_INIT("도"), STR_INIT("로"),
    STR_INIT("만"), STR_INIT("나"), STR_INIT("들")};

/* What is left must be two syllables at least: 도로 is no 도 with a particle. */
static struct str
without_particle(struct str word) {
    for (size_t i = 0; i < ARRAY_LEN(particles); i++) {
        if (word.n >= particles[i].n + 2 * SYLLABLE && str_ends(word, particles[i])) {
            return str_slice(word, 0, word.n - particles[i].n);
        }
    }
    return word;
}

/* One written form: `form` is a piece of the text, with or without a space in it. */
static void
take(struct spacing *spacing, const struct wording_text *text, size_t start, size_t end) {
    struct str form = str_slice(text->plain, start, end);
    str_buf_clear(&spacing->key);
    for (size_t i = 0; i < form.n; i++) {
        if (form.p[i] != ' ') {
            str_buf_byte(&spacing->key, form.p[i]);
        }
    }
    struct str key = str_buf_str(&spacing->key);
    if (spacing->is_counting) {
        wording_forms_add(&spacing->forms, key, form, spacing->weight, spacing->text);
        return;
    }
    const struct wording_form *other = wording_forms_other(&spacing->forms, key, form);
    if (other) {
        wording_report_form(spacing->wording, text, DIAG_COMPOUND_SPACING, start, end, other);
    }
}

/* The word [start, end), and with the one before it from `before` on; SIZE_MAX: none. */
static void
take_word(struct spacing *spacing, const struct wording_text *text, size_t before, size_t start,
    size_t end) {
    size_t stem = start + without_particle(str_slice(text->plain, start, end)).n;
    bool is_long = end - start >= 2 * SYLLABLE;
    if (!is_long) {
        return;
    }
    if (end - start >= 4 * SYLLABLE || stem - start >= 4 * SYLLABLE) {
        take(spacing, text, start, stem);
        if (stem != end) {
            take(spacing, text, start, end);
        }
    }
    if (before != SIZE_MAX) {
        take(spacing, text, before, stem);
    }
}

static bool
is_hangul(uint32_t c) {
    return c >= 0xAC00 && c <= 0xD7A3;
}

static void
take_text(struct spacing *spacing, const struct wording_text *text) {
    struct str s = text->plain;
    size_t word = SIZE_MAX, before = SIZE_MAX;
    for (size_t at = 0; at <= s.n;) {
        size_t here = at;
        uint32_t c = at < s.n ? utf8_next(s, &at) : 0;
        at += here == s.n;
        if (is_hangul(c)) {
            word = word == SIZE_MAX ? here : word;
            continue;
        }
        if (word != SIZE_MAX) {
            take_word(spacing, text, before, word, here);
        }
        bool is_long = word != SIZE_MAX && here - word >= 2 * SYLLABLE;
        before = c == ' ' && is_long ? word : SIZE_MAX;
        word = SIZE_MAX;
    }
}

/* The forms of wordings.csv and of the glossary outweigh all use. */
static void
take_decided(struct spacing *spacing) {
    struct model *model = spacing->wording->check->model;
    const struct model_table *decided = &model->desk[DESK_WORDINGS];
    const struct model_table *glossary = &model->tables[TABLE_GLOSSARY];
    spacing->weight = WORDING_DECIDED;
    for (size_t i = 0; i < decided->count; i++) {
        struct wording_text text = {.plain = model_value(decided, &decided->rows[i], "right")};
        take_text(spacing, &text);
    }
    spacing->weight = GLOSSARY_WEIGHT;
    for (size_t i = 0; i < glossary->count; i++) {
        const struct model_row *row = &glossary->rows[i];
        struct wording_text text = {.plain = model_text(glossary, row, "term", LOCALE_KO)};
        take_text(spacing, &text);
    }
}

void
wording_spacing(struct wording *wording) {
    struct spacing spacing = {.wording = wording,
        .forms = {.arena = wording->check->model->arena},
        .is_counting = true,
        .weight = 1};
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < wording->count; i++) {
            spacing.text = i;
            if (wording->texts[i].at.locale == LOCALE_KO) {
                take_text(&spacing, &wording->texts[i]);
            }
        }
        if (pass == 0) {
            take_decided(&spacing);
        }
        spacing.is_counting = false;
    }
    wording_forms_finish(&spacing.forms);
    str_buf_finish(&spacing.key);
}
