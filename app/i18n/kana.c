#include "i18n/kana.h"

#include "base/check.h"
#include "base/utf8.h"

/* Rows of forms in the order a key goes through them; 0 ends a row. */
static const uint16_t voiced[][2] = {{0x3046, 0x3094}, {0x304B, 0x304C}, {0x304D, 0x304E},
    {0x304F, 0x3050}, {0x3051, 0x3052}, {0x3053, 0x3054}, {0x3055, 0x3056}, {0x3057, 0x3058},
    {0x3059, 0x305A}, {0x305B, 0x305C}, {0x305D, 0x305E}, {0x305F, 0x3060}, {0x3061, 0x3062},
    {0x3064, 0x3065}, {0x3066, 0x3067}, {0x3068, 0x3069}, {0x306F, 0x3070}, {0x3072, 0x3073},
    {0x3075, 0x3076}, {0x3078, 0x3079}, {0x307B, 0x307C}};
static const uint16_t semi_voiced[][2] = {
    {0x306F, 0x3071}, {0x3072, 0x3074}, {0x3075, 0x3077}, {0x3078, 0x307A}, {0x307B, 0x307D}};
static const uint16_t small[][2] = {{0x3042, 0x3041}, {0x3044, 0x3043}, {0x3046, 0x3045},
    {0x3048, 0x3047}, {0x304A, 0x3049}, {0x3064, 0x3063}, {0x3084, 0x3083}, {0x3086, 0x3085},
    {0x3088, 0x3087}, {0x308F, 0x308E}};

/* は goes to ば by one key and to ぱ by the other; either key also turns the other's form. */
static uint32_t
plain(uint32_t kana) {
    for (size_t i = 0; i < ARRAY_LEN(semi_voiced); i++) {
        bool is_form = kana == semi_voiced[i][1] || kana == semi_voiced[i][1] - 1u;
        if (is_form) {
            return semi_voiced[i][0];
        }
    }
    return kana;
}

static uint32_t
changed(uint32_t kana, const uint16_t (*table)[2], size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (kana == table[i][1]) {
            return table[i][0];
        }
        if (kana == table[i][0] || plain(kana) == table[i][0]) {
            return table[i][1];
        }
    }
    return kana;
}

static uint32_t
form_of(uint32_t kana, const uint16_t (*table)[2], size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (table[i][0] == kana) {
            return table[i][1];
        }
    }
    return 0;
}

static uint32_t
base_of(uint32_t kana, const uint16_t (*table)[2], size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (table[i][1] == kana) {
            return table[i][0];
        }
    }
    return 0;
}

/* Plain, small, voiced, semi-voiced, of those that there are. */
static uint32_t
next_form(uint32_t kana) {
    uint32_t of_small = base_of(kana, small, ARRAY_LEN(small)),
             of_voiced = base_of(kana, voiced, ARRAY_LEN(voiced)),
             of_semi = base_of(kana, semi_voiced, ARRAY_LEN(semi_voiced));
    uint32_t base = of_small ? of_small : of_voiced ? of_voiced : of_semi ? of_semi : kana;
    uint32_t forms[] = {base, form_of(base, small, ARRAY_LEN(small)),
        form_of(base, voiced, ARRAY_LEN(voiced)),
        form_of(base, semi_voiced, ARRAY_LEN(semi_voiced))};
    size_t at = of_semi ? 3 : of_voiced ? 2 : of_small ? 1 : 0;
    do {
        at = (at + 1) % ARRAY_LEN(forms);
    } while (forms[at] == 0);
    return forms[at];
}

void
kana_change_last(struct str_buf *buf, enum kana_change change) {
    if (buf->n == 0) {
        return;
    }
    size_t at = buf->n;
    uint32_t kana = utf8_prev(str_buf_str(buf), &at);
    switch (change) {
    case KANA_VOICED:
        kana = changed(kana, voiced, ARRAY_LEN(voiced));
        break;
    case KANA_SEMI_VOICED:
        kana = changed(kana, semi_voiced, ARRAY_LEN(semi_voiced));
        break;
    case KANA_SMALL:
        kana = changed(kana, small, ARRAY_LEN(small));
        break;
    case KANA_NEXT_FORM:
        kana = next_form(kana);
        break;
    }
    buf->n = at;
    str_buf_utf8(buf, kana);
}
