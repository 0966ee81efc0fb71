#include "i18n/i18n_private.h"

#include "base/check.h"
#include "i18n/utf16.h"

#include <math.h>

static UNumberFormat *
format_for(struct i18n *i18n, enum locale_id locale, int decimals) {
    UNumberFormat **slot = &i18n->numbers[locale][decimals];
    if (!*slot) {
        UErrorCode status = U_ZERO_ERROR;
        *slot = unum_open(UNUM_DECIMAL, NULL, 0, i18n_icu_locale(locale), NULL, &status);
        if (U_SUCCESS(status)) {
            unum_setAttribute(*slot, UNUM_MIN_FRACTION_DIGITS, decimals);
            unum_setAttribute(*slot, UNUM_MAX_FRACTION_DIGITS, decimals);
        }
    }
    return *slot;
}

struct str
i18n_number(
    struct i18n *i18n, struct arena *arena, enum locale_id locale, double value, int decimals) {
    xassert(decimals >= 0 && decimals < 8);
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format = format_for(i18n, locale, decimals);
    UChar out[64];
    int32_t n = format ? unum_formatDouble(format, value, out, 64, NULL, &status) : 0;
    if (!format || U_FAILURE(status) || n > 64) {
        return arena_printf(arena, "%.*f", decimals, value);
    }
    return utf16_to_str(arena, out, n);
}

static const struct {
    double step;
    struct str ko, ja;
} myriads[] = {
    {1e12, STR_INIT("조"), STR_INIT("兆")},
    {1e8, STR_INIT("억"), STR_INIT("億")},
    {1e4, STR_INIT("만"), STR_INIT("万")},
};

/* 10,864억 is read 1조 864억: the myriad steps with the rest grouped in thousands. */
static struct str
in_myriads(struct i18n *i18n, struct arena *arena, enum locale_id locale, double value) {
    struct str_buf out = {0};
    for (size_t i = 0; i < ARRAY_LEN(myriads); i++) {
        double count = floor(value / myriads[i].step);
        if (count < 1) {
            continue;
        }
        value -= count * myriads[i].step;
        if (out.n && locale == LOCALE_KO) {
            str_buf_byte(&out, ' ');
        }
        str_buf_add(&out, i18n_number(i18n, arena, locale, count, 0));
        str_buf_add(&out, locale == LOCALE_KO ? myriads[i].ko : myriads[i].ja);
    }
    if (value >= 1 || !out.n) {
        if (out.n && locale == LOCALE_KO) {
            str_buf_byte(&out, ' ');
        }
        str_buf_add(&out, i18n_number(i18n, arena, locale, value, 0));
    }
    struct str copy = arena_str(arena, str_buf_str(&out));
    str_buf_finish(&out);
    return copy;
}

static struct str
in_thousands(struct i18n *i18n, struct arena *arena, double value) {
    static const struct {
        double step;
        const char *word;
    } steps[] = {{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}};
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        double scaled = value / steps[i].step;
        for (int decimals = 0; scaled >= 1 && decimals <= 4; decimals++) {
            double shifted = scaled * pow(10, decimals);
            if (fabs(shifted - nearbyint(shifted)) < 1e-9) {
                struct str number = i18n_number(i18n, arena, LOCALE_EN, scaled, decimals);
                return arena_printf(arena, "%.*s %s", STR_ARG(number), steps[i].word);
            }
        }
    }
    return i18n_number(i18n, arena, LOCALE_EN, value, 0);
}

struct str
i18n_large_number(struct i18n *i18n, struct arena *arena, enum locale_id locale, double value) {
    if (value < 1e4 || value >= 1e15 || value != floor(value)) {
        return i18n_number(i18n, arena, locale, value, value == floor(value) ? 0 : 2);
    }
    switch (locale) {
    case LOCALE_KO:
    case LOCALE_JA:
        return in_myriads(i18n, arena, locale, value);
    case LOCALE_EN:
        return in_thousands(i18n, arena, value);
    default: /* a language whose words for these steps nobody wrote down yet */
        return i18n_number(i18n, arena, locale, value, 0);
    }
}
