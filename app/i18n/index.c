#include "i18n/index.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "i18n/i18n_private.h"
#include "i18n/utf16.h"

#include <stdlib.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>

struct index_order {
    UCollator *collators[LOCALE_COUNT];
};

struct index_order *
index_order_open(void) {
    struct index_order *order = xcalloc(1, sizeof(*order));
    for (int i = 0; i < LOCALE_COUNT; i++) {
        UErrorCode status = U_ZERO_ERROR;
        order->collators[i] = ucol_open(i18n_icu_locale((enum locale_id)i), &status);
    }
    return order;
}

void
index_order_close(struct index_order *order) {
    for (int i = 0; order && i < LOCALE_COUNT; i++) {
        ucol_close(order->collators[i]);
    }
    free(order);
}

struct str
index_sort_key(
    struct index_order *order, struct arena *arena, enum locale_id locale, struct str word) {
    struct utf16 text = utf16_from(arena, word);
    if (!order->collators[locale]) {
        return word; /* without ICU's data: by code point */
    }
    int32_t n = ucol_getSortKey(order->collators[locale], text.p, text.n, NULL, 0);
    uint8_t *bytes = arena_alloc(arena, (size_t)n + 1);
    ucol_getSortKey(order->collators[locale], text.p, text.n, bytes, n);
    return (struct str){(const char *)bytes, n > 0 ? (size_t)n - 1 : 0};
}

/* Unicode 15, section 3.12: a syllable is lead x 588 + vowel x 28 + tail. */
static struct str
heading_of_syllable(uint32_t c) {
    static const struct str leads[] = {STR_INIT("ㄱ"), STR_INIT("ㄱ"), STR_INIT("ㄴ"),
        STR_INIT("ㄷ"), STR_INIT("ㄷ"), STR_INIT("ㄹ"), STR_INIT("ㅁ"), STR_INIT("ㅂ"),
        STR_INIT("ㅂ"), STR_INIT("ㅅ"), STR_INIT("ㅅ"), STR_INIT("ㅇ"), STR_INIT("ㅈ"),
        STR_INIT("ㅈ"), STR_INIT("ㅊ"), STR_INIT("ㅋ"), STR_INIT("ㅌ"), STR_INIT("ㅍ"),
        STR_INIT("ㅎ")};
    return leads[(c - 0xAC00) / 588];
}

/* The last kana of each row of the syllabary in the order of Unicode, hiragana. */
static struct str
heading_of_kana(uint32_t c) {
    static const struct {
        uint32_t last;
        struct str heading;
    } kana_rows[] = {{0x304A, STR_INIT("あ")}, {0x3054, STR_INIT("か")}, {0x305E, STR_INIT("さ")},
        {0x3069, STR_INIT("た")}, {0x306E, STR_INIT("な")}, {0x307D, STR_INIT("は")},
        {0x3082, STR_INIT("ま")}, {0x3088, STR_INIT("や")}, {0x308D, STR_INIT("ら")},
        {0x3093, STR_INIT("わ")}, {0x3094, STR_INIT("あ")}, {0x3096, STR_INIT("か")}};
    for (size_t i = 0; i < ARRAY_LEN(kana_rows); i++) {
        if (c <= kana_rows[i].last) {
            return kana_rows[i].heading;
        }
    }
    return STR("#");
}

static uint32_t
without_accent(uint32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status);
    UChar parts[32];
    int32_t n = U_FAILURE(status) ? 0
                                  : unorm2_getRawDecomposition(
                                        nfkd, (UChar32)c, parts, ARRAY_LEN(parts), &status);
    return n > 0 && U_SUCCESS(status) ? parts[0] : c;
}

struct str
index_heading(struct str word) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t at = 0;
    uint32_t c = word.n > 0 ? utf8_next(word, &at) : 0;
    if (c >= 0xAC00 && c <= 0xD7A3) {
        return heading_of_syllable(c);
    }
    if (c >= 0x30A1 && c <= 0x30F6) {
        c -= 0x60; /* katakana as hiragana */
    }
    if (c >= 0x3041 && c <= 0x3096) {
        return heading_of_kana(c);
    }
    c = c < 0x80 ? c : without_accent(c);
    c = c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
    return c >= 'A' && c <= 'Z' ? (struct str){&letters[c - 'A'], 1} : STR("#");
}
