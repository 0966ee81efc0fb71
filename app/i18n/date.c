/* Dates and ranges through ICU's interval formats: they know each language's dash, and that
 * 1 and 5 August are "1–5 August". Days are formatted at noon UTC, so no zone can move them. */
#include "i18n/i18n_private.h"

#include "base/check.h"
#include "i18n/civil.h"
#include "i18n/utf16.h"

#include <unicode/ucal.h>
#include <unicode/udatpg.h>

#define UTC u"UTC"
#define FIRST_GREGORIAN_YEAR_IN_JAPAN 1873

static UDate
noon(const struct edtf_point *point) {
    return ((double)civil_number(point) + 0.5) * 86400000.0;
}

static UDateIntervalFormat *
format_for(struct i18n *i18n, enum locale_id locale, enum edtf_precision precision) {
    static const UChar *const skeletons[] = {u"y", u"yMMMM", u"yMMMMd"};
    UDateIntervalFormat **slot = &i18n->dates[locale][precision - 1];
    if (!*slot) {
        UErrorCode status = U_ZERO_ERROR;
        *slot =
            udtitvfmt_open(i18n_icu_locale(locale), skeletons[precision - 1], -1, UTC, -1, &status);
    }
    return *slot;
}

/* How each language writes a range; `tilde` replaces the one that CLDR puts into an interval. */
struct range_words {
    const char *open_before, *open_after, *dash;
    UChar tilde; /* 0: CLDR's own dash stays */
};

static const struct range_words *
range_words_of(enum locale_id locale) {
    static const struct range_words plain = {"", " –", " – ", 0},
                                    known[LOCALE_COUNT] = {
                                        [LOCALE_KO] = {"", "~", "~", u'~'},
                                        [LOCALE_JA] = {"", "〜", "〜", u'〜'},
                                        [LOCALE_EN] = {"from ", "", " – ", 0},
                                    };
    return known[locale].dash ? &known[locale] : &plain;
}

/* CLDR parts some Korean ranges with " ~ " and others with "~", and Japanese ones with the
 * full-width ～; the house writes ~ and 〜 without spaces (docs/STYLE.md). Returns the length. */
static int32_t
set_tilde(UChar *text, int32_t n, UChar tilde) {
    int32_t kept = 0;
    for (int32_t i = 0; i < n; i++) {
        if (text[i] != u'~' && text[i] != u'～' && text[i] != u'〜') {
            text[kept++] = text[i];
            continue;
        }
        while (kept > 0 && text[kept - 1] == u' ') {
            kept--;
        }
        text[kept++] = tilde;
        while (i + 1 < n && text[i + 1] == u' ') {
            i++;
        }
    }
    return kept;
}

static struct str
format_interval(struct i18n *i18n, struct arena *arena, enum locale_id locale,
    const struct edtf_point *from, const struct edtf_point *to) {
    UErrorCode status = U_ZERO_ERROR;
    UChar out[128];
    UDateIntervalFormat *format = format_for(i18n, locale, from->precision);
    int32_t n =
        format ? udtitvfmt_format(format, noon(from), noon(to), out, 128, NULL, &status) : 0;
    if (!format || U_FAILURE(status) || n > 128) {
        return arena_printf(arena, "%04d", from->year);
    }
    UChar tilde = range_words_of(locale)->tilde;
    return utf16_to_str(arena, out, tilde ? set_tilde(out, n, tilde) : n);
}

static struct str
format_era(struct i18n *i18n, struct arena *arena, const struct edtf_point *point) {
    UErrorCode status = U_ZERO_ERROR;
    if (!i18n->era) {
        i18n->era = udat_open(
            UDAT_PATTERN, UDAT_PATTERN, "ja@calendar=japanese", UTC, -1, u"Gy年", -1, &status);
    }
    UChar out[64];
    int32_t n = U_SUCCESS(status) ? udat_format(i18n->era, noon(point), out, 64, NULL, &status) : 0;
    return U_SUCCESS(status) && n <= 64 ? utf16_to_str(arena, out, n) : (struct str){0};
}

struct str
i18n_era(struct i18n *i18n, struct arena *arena, const struct edtf_point *point) {
    if (point->precision == EDTF_NONE || point->year < FIRST_GREGORIAN_YEAR_IN_JAPAN) {
        return (struct str){0};
    }
    struct edtf_point first = *point, last = *point;
    if (point->precision < EDTF_DAY) {
        first.precision = last.precision = EDTF_DAY;
        first.month = point->precision == EDTF_MONTH ? point->month : 1;
        last.month = point->precision == EDTF_MONTH ? point->month : 12;
        first.day = 1;
        last.day = 28; /* no era began after the 28th of December */
        if (point->precision == EDTF_MONTH && point->month != 2) {
            last.day = 30;
        }
    }
    struct str a = format_era(i18n, arena, &first), b = format_era(i18n, arena, &last);
    if (str_eq(a, b)) {
        return a;
    }
    return arena_printf(arena, "%.*s・%.*s", STR_ARG(a), STR_ARG(b));
}

/* Puts （昭和62年） after the year, which the Japanese format writes first. */
static struct str
add_era(struct i18n *i18n, struct arena *arena, struct str date, const struct edtf_point *point) {
    struct str era = i18n_era(i18n, arena, point), year_mark = STR("年");
    size_t at = str_find(date, year_mark);
    if (era.n == 0 || at == SIZE_MAX) {
        return date;
    }
    at += year_mark.n;
    return arena_printf(
        arena, "%.*s（%.*s）%.*s", (int)at, date.p, STR_ARG(era), (int)(date.n - at), date.p + at);
}

static struct str
format_point(struct i18n *i18n, struct arena *arena, enum locale_id locale,
    const struct edtf_point *point, bool with_era) {
    struct str date = format_interval(i18n, arena, locale, point, point);
    return with_era && locale == LOCALE_JA ? add_era(i18n, arena, date, point) : date;
}

struct str
i18n_date(struct i18n *i18n, struct arena *arena, enum locale_id locale, const struct edtf *date,
    bool with_era) {
    const struct range_words *words = range_words_of(locale);
    if (date->from.precision == EDTF_NONE) {
        return (struct str){0};
    }
    with_era = with_era && locale == LOCALE_JA;
    if (date->is_range && !date->is_open && !with_era &&
        date->from.precision == date->to.precision) {
        return format_interval(i18n, arena, locale, &date->from, &date->to);
    }
    struct str from = format_point(i18n, arena, locale, &date->from, with_era);
    if (!date->is_range) {
        return from;
    }
    if (date->is_open) {
        return arena_printf(
            arena, "%s%.*s%s", words->open_before, STR_ARG(from), words->open_after);
    }
    struct str to = format_point(i18n, arena, locale, &date->to, with_era);
    return arena_printf(arena, "%.*s%s%.*s", STR_ARG(from), words->dash, STR_ARG(to));
}

/* The language's own pattern for the parts that are wanted. */
static UDateFormat *
open_days(enum locale_id locale, bool with_year) {
    UErrorCode status = U_ZERO_ERROR;
    UChar pattern[64];
    const UChar *skeleton = with_year ? u"yMMMMEEEd" : u"MMMMEEEd";
    UDateTimePatternGenerator *generator = udatpg_open(i18n_icu_locale(locale), &status);
    int32_t n = udatpg_getBestPattern(generator, skeleton, -1, pattern, 64, &status);
    UDateFormat *format = udat_open(
        UDAT_PATTERN, UDAT_PATTERN, i18n_icu_locale(locale), UTC, -1, pattern, n, &status);
    udatpg_close(generator);
    return format;
}

struct str
i18n_day(struct i18n *i18n, struct arena *arena, enum locale_id locale,
    const struct edtf_point *day, bool with_year) {
    UDateFormat **format = &i18n->days[locale][with_year];
    UErrorCode status = U_ZERO_ERROR;
    UChar out[64];
    if (day->precision != EDTF_DAY) {
        return (struct str){0};
    }
    *format = *format ? *format : open_days(locale, with_year);
    int32_t n = *format ? udat_format(*format, noon(day), out, 64, NULL, &status) : 0;
    return *format && U_SUCCESS(status) && n <= 64 ? utf16_to_str(arena, out, n)
                                                   : format_interval(i18n, arena, locale, day, day);
}

struct str
i18n_weekday(struct i18n *i18n, struct arena *arena, enum locale_id locale, int weekday) {
    UDateFormat **format = &i18n->weekdays[locale];
    UErrorCode status = U_ZERO_ERROR;
    UChar out[64];
    struct edtf_point sunday = {EDTF_DAY, 1970, 1, 4};
    *format = *format ? *format
                      : udat_open(UDAT_PATTERN, UDAT_PATTERN, i18n_icu_locale(locale), UTC, -1,
                            u"cccccc", -1, &status);
    int32_t n =
        *format ? udat_format(*format, noon(&sunday) + weekday * 86400000.0, out, 64, NULL, &status)
                : 0;
    return *format && U_SUCCESS(status) && n <= 64 ? utf16_to_str(arena, out, n) : (struct str){0};
}
