/* The signs that exist in several widths, and the one that each language takes (docs/STYLE.md). */
#include "compiler/check/wording.h"

#include "base/check.h"
#include "base/utf8.h"

static const char *
range_sign(enum locale_id locale) {
    switch (locale_script(locale)) {
    case LOCALE_HANGUL:
        return "~";
    case LOCALE_KANA:
    case LOCALE_HAN:
        return "\u301C";
    case LOCALE_LATIN:
        return "\u2013";
    }
    return NULL;
}

/* What to write for `c`, or NULL when it is right as it is. */
static const char *
right_form(enum locale_id locale, uint32_t c) {
    static const struct {
        uint32_t c;
        const char *right; /* NULL: the language's sign for ranges */
    } forms[] = {{0xFF05, "%"}, {0x33A1, "m²"}, {0x33A2, "km²"}, {0x339E, "km"}, {0x338F, "kg"},
        {0x339D, "cm"}, {0x339C, "mm"}, {0x33A5, "m³"}, {0xFF5E, NULL}, {0x301C, NULL},
        {'~', NULL}};
    for (size_t i = 0; i < ARRAY_LEN(forms); i++) {
        if (forms[i].c == c) {
            const char *right = forms[i].right ? forms[i].right : range_sign(locale);
            size_t at = 0;
            return utf8_next(str_from(right), &at) == c ? NULL : right;
        }
    }
    return NULL;
}

/* The full-width digits from `at` on as ordinary ones; `*end` is where they end. */
static struct str
ordinary_digits(struct arena *arena, struct str s, size_t at, size_t *end) {
    struct str_buf digits = {0};
    for (*end = at; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (c < 0xFF10 || c > 0xFF19) {
            break;
        }
        str_buf_byte(&digits, (char)('0' + (c - 0xFF10)));
        *end = at;
    }
    struct str ordinary = arena_str(arena, str_buf_str(&digits));
    str_buf_finish(&digits);
    return ordinary;
}

static bool
may_be_wrong(uint32_t c) {
    return c == '~' || c == 0x301C || (c >= 0x338F && c <= 0x33A5) || (c >= 0xFF05 && c <= 0xFF5E);
}

void
wording_width(struct wording *wording) {
    struct arena *arena = wording->check->model->arena;
    for (size_t i = 0; i < wording->count; i++) {
        const struct wording_text *text = &wording->texts[i];
        for (size_t at = 0; at < text->plain.n;) {
            size_t start = at;
            uint32_t c = utf8_next(text->plain, &at);
            struct str right = STR("");
            if (c >= 0xFF10 && c <= 0xFF19) {
                right = ordinary_digits(arena, text->plain, start, &at);
            } else if (may_be_wrong(c)) {
                right = str_from(right_form(text->at.locale, c));
            }
            if (right.n > 0) {
                wording_report(wording, text, DIAG_WIDTH_FORM, start, at, right, STR(""));
            }
        }
    }
}
