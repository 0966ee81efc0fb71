#include "i18n/keyboard.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/fold.h"
#include "i18n/hangul.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>

static const struct key {
    const char *letter, *hangul, *kana;
} keys[] = {
#define KEYBOARD_KEY(letter, hangul, kana) {letter, hangul, kana},
#include "i18n/keyboard.def"
#undef KEYBOARD_KEY
};

enum { VOICED = 0x309B, SEMI_VOICED = 0x309C }; /* as keys write them, behind the kana */

static const struct key *
key_of_letter(uint32_t c) {
    for (size_t i = 0; c < 0x80 && i < ARRAY_LEN(keys); i++) {
        if (keys[i].letter[0] == (char)c) {
            return &keys[i];
        }
    }
    return NULL;
}

/* A capital is its small letter on a layout that does not shift it. */
static const struct key *
key_pressed(uint32_t c) {
    const struct key *key = key_of_letter(c);
    return key || c < 'A' || c > 'Z' ? key : key_of_letter(c | 0x20);
}

static uint32_t
only(const char *text) {
    size_t at = 0;
    struct str s = str_from(text);
    return s.n > 0 ? utf8_next(s, &at) : 0;
}

static void
type_hangul(struct str_buf *out, uint32_t c) {
    const struct key *key = key_pressed(c);
    uint32_t jamo = key ? only(key->hangul) : 0;
    hangul_type(out, jamo ? jamo : c);
}

/* A mark of voice joins the kana before it, as an input method shows it. */
static void
type_kana(struct str_buf *out, uint32_t c) {
    const struct key *key = key_pressed(c);
    uint32_t kana = key ? only(key->kana) : 0;
    UErrorCode status = U_ZERO_ERROR;
    bool is_mark = kana == VOICED || kana == SEMI_VOICED;
    if (is_mark && out->n > 0) {
        size_t at = out->n;
        uint32_t before = utf8_prev(str_buf_str(out), &at);
        const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
        UChar32 whole = U_SUCCESS(status) ? unorm2_composePair(nfc, (UChar32)before,
                                                (UChar32)(kana == VOICED ? 0x3099 : 0x309A))
                                          : -1;
        if (whole > 0) {
            out->n = at;
            kana = (uint32_t)whole;
        }
    }
    str_buf_utf8(out, kana ? kana : c);
}

static void
untype(struct str_buf *out, uint32_t c, bool is_kana) {
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        if (only(is_kana ? keys[i].kana : keys[i].hangul) == c) {
            str_buf_add(out, str_from(keys[i].letter));
            return;
        }
    }
    str_buf_utf8(out, c);
}

/* Voiced kana are two keys. */
static void
untype_kana(struct str_buf *out, uint32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    UChar parts[4];
    int32_t n = U_SUCCESS(status)
                    ? unorm2_getRawDecomposition(nfd, (UChar32)c, parts, ARRAY_LEN(parts), &status)
                    : 0;
    if (n == 2 && (parts[1] == 0x3099 || parts[1] == 0x309A)) {
        untype(out, parts[0], true);
        untype(out, parts[1] == 0x3099 ? VOICED : SEMI_VOICED, true);
    } else {
        untype(out, c, true);
    }
}

static void
slip_character(struct str_buf *out, enum keyboard_slip slip, uint32_t c) {
    switch (slip) {
    case KEYBOARD_LETTERS_TO_HANGUL:
        type_hangul(out, c);
        break;
    case KEYBOARD_LETTERS_TO_KANA:
        type_kana(out, c);
        break;
    case KEYBOARD_HANGUL_TO_LETTERS:
        untype(out, c, false);
        break;
    case KEYBOARD_KANA_TO_LETTERS:
        untype_kana(out, c);
        break;
    case KEYBOARD_SLIP_COUNT:
        break;
    }
}

struct str
keyboard_slip(struct arena *arena, enum keyboard_slip slip, struct str line) {
    struct str_buf out = {0};
    bool is_hangul = slip == KEYBOARD_HANGUL_TO_LETTERS;
    struct str source = line;
    if (is_hangul) { // one key a jamo
        struct str_buf strokes = {0};
        for (size_t at = 0; at < line.n;) {
            size_t start = at;
            uint32_t c = utf8_next(line, &at);
            struct str one = str_slice(line, start, at);
            bool is_syllable = fold_class(c) == FOLD_HANGUL || fold_class(c) == FOLD_JAMO;
            str_buf_add(&strokes, is_syllable ? fold_spelling(arena, FOLD_KEYSTROKES, one) : one);
        }
        source = arena_str(arena, str_buf_str(&strokes));
        str_buf_finish(&strokes);
    }
    for (size_t at = 0; at < source.n;) {
        slip_character(&out, slip, utf8_next(source, &at));
    }
    struct str read = arena_str(arena, str_buf_str(&out));
    str_buf_finish(&out);
    return str_eq(read, line) ? (struct str){0} : read;
}

/* KS X 1001 as ICU has it. A system without that table finds no syllable odd. */
bool
keyboard_is_odd_hangul(struct str line) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *table = ucnv_open("ibm-970", &status);
    bool is_odd = false;
    if (U_SUCCESS(status)) {
        ucnv_setFromUCallBack(table, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    }
    for (size_t at = 0; at < line.n && !is_odd;) {
        uint32_t c = utf8_next(line, &at);
        is_odd = fold_class(c) == FOLD_JAMO;
        if (U_SUCCESS(status) && fold_class(c) == FOLD_HANGUL) {
            UErrorCode one = U_ZERO_ERROR;
            UChar unit = (UChar)c;
            char bytes[16];
            ucnv_fromUChars(table, bytes, sizeof(bytes), &unit, 1, &one);
            is_odd = U_FAILURE(one);
        }
    }
    ucnv_close(table);
    return is_odd;
}
