#include "compiler/check/dates.h"

#include "base/check.h"
#include "base/utf8.h"
#include "compiler/check/date_words.h"
#include "i18n/edtf.h"

#include <stdlib.h>

/* The parts of one date in the order they are written. */
enum { PARTS = 3, UNKNOWN = -1 };
struct parts {
    int number[PARTS], digits[PARTS];
    int count;
    int month; /* by name, or 0 */
    bool has_era;
    int era_year, era_years; /* the year before the era's first, and its length */
};

/* The year before its first, and how many it had. Dangun counts from 2333 before our era. */
static const struct {
    struct str name;
    char letter;
    int before, years;
} eras[] = {{STR_INIT("令和"), 'R', 2018, 99}, {STR_INIT("平成"), 'H', 1988, 31},
    {STR_INIT("昭和"), 'S', 1925, 64}, {STR_INIT("大正"), 'T', 1911, 15},
    {STR_INIT("明治"), 'M', 1867, 45}, {STR_INIT("中華民國"), 0, 1911, 200},
    {STR_INIT("中華民国"), 0, 1911, 200}, {STR_INIT("民國"), 0, 1911, 200},
    {STR_INIT("民国"), 0, 1911, 200}, {STR_INIT("단기"), 0, -2333, 4500},
    {STR_INIT("檀紀"), 0, -2333, 4500}, {STR_INIT("令"), 0, 2018, 99},
    {STR_INIT("平"), 0, 1988, 31}, {STR_INIT("昭"), 0, 1925, 64}, {STR_INIT("大"), 0, 1911, 15},
    {STR_INIT("明"), 0, 1867, 45}, {STR_INIT("서기"), 0, 0, 2100}, {STR_INIT("西暦"), 0, 0, 2100}};

/* An ASCII digit or its full-width form; UNKNOWN for others. */
static int
digit_of(uint32_t c) {
    return c >= '0' && c <= '9'         ? (int)(c - '0')
           : c >= 0xFF10 && c <= 0xFF19 ? (int)(c - 0xFF10)
                                        : UNKNOWN;
}

static bool
is_between(uint32_t c) {
    static const uint32_t signs[] = {' ', '_', '.', '/', '-', ',', '\'', 0x3000, 0xFF0E, 0xFF0F,
        0xFF0D, 0x2010, 0x2011, 0x2013, 0x2212, 0x30FB, 0x5E74, 0x6708, 0x65E5, 0xB144, 0xC6D4,
        0xC77C};
    for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
        if (c == signs[i]) {
            return true;
        }
    }
    return false;
}

static bool
take_number(struct parts *parts, struct str text, size_t *at) {
    int value = 0, digits = 0, digit;
    size_t next = *at;
    while (next < text.n && (digit = digit_of(utf8_next(text, &next))) != UNKNOWN) {
        value = value * 10 + digit;
        *at = next;
        if (++digits > 8) {
            return false;
        }
    }
    if (parts->count == PARTS) {
        return false;
    }
    parts->number[parts->count] = value;
    parts->digits[parts->count++] = digits;
    return true;
}

static void
set_era(struct parts *parts, size_t era) {
    parts->has_era = true;
    parts->era_year = eras[era].before;
    parts->era_years = eras[era].years;
}

/* `Nov`, `november`, or the letter of an era before its year. */
static bool
take_word(struct parts *parts, struct str text, size_t *at) {
    static const char months[] = "january  february march    april    may      june     july     "
                                 "august   septemberoctober  november december ";
    size_t start = *at, n = 0;
    while (*at < text.n && ((text.p[*at] | 32) >= 'a' && (text.p[*at] | 32) <= 'z')) {
        (*at)++;
    }
    n = *at - start;
    for (size_t i = 0; n == 1 && i < ARRAY_LEN(eras); i++) {
        if ((text.p[start] & ~32) == eras[i].letter && parts->count == 0) {
            set_era(parts, i);
            return true;
        }
    }
    for (int month = 0; n >= 3 && n <= 9 && month < 12; month++) {
        size_t i = 0;
        while (i < n && (text.p[start + i] | 32) == months[month * 9 + (int)i]) {
            i++;
        }
        if (i == n && parts->month == 0) {
            parts->month = month + 1;
            return true;
        }
    }
    return false;
}

static bool
take_era(struct parts *parts, struct str text, size_t *at) {
    struct str rest = str_slice(text, *at, text.n);
    for (size_t i = 0; i < ARRAY_LEN(eras); i++) {
        if (str_starts(rest, eras[i].name)) {
            set_era(parts, i);
            *at += eras[i].name.n;
            return true;
        }
    }
    if (str_starts(rest, STR("元")) && parts->has_era && parts->count == 0) {
        parts->number[0] = 1; /* the first year of an era */
        parts->digits[parts->count++] = 1;
        *at += 3;
        return true;
    }
    return false;
}

static bool
split(struct parts *parts, struct str text) {
    *parts = (struct parts){0};
    for (size_t at = 0; at < text.n;) {
        size_t next = at;
        uint32_t c = utf8_next(text, &next);
        bool is_letter = c < 0x80 && (c | 32) >= 'a' && (c | 32) <= 'z';
        if (digit_of(c) != UNKNOWN) {
            if (!take_number(parts, text, &at)) {
                return false;
            }
        } else if (is_letter) {
            if (!take_word(parts, text, &at)) {
                return false;
            }
        } else if (is_between(c)) {
            at = next;
        } else if (!take_era(parts, text, &at)) {
            return false;
        }
    }
    return parts->count > 0;
}

/* `month` and `day` 0: not said. */
static enum dates_reading
put(struct arena *arena, int year, int month, int day, struct str *iso) {
    struct edtf date;
    *iso = month == UNKNOWN || month == 0 ? arena_printf(arena, "%04d", year)
           : day == 0                     ? arena_printf(arena, "%04d-%02d", year, month)
                                          : arena_printf(arena, "%04d-%02d-%02d", year, month, day);
    return edtf_parse(*iso, &date, NULL) ? DATES_CLEAR : DATES_IMPOSSIBLE;
}

/* Year, month, day: a part that is written must not be 0. */
static enum dates_reading
put_in_order(struct arena *arena, const struct parts *parts, int before, struct str *iso) {
    for (int i = 0; i < parts->count; i++) {
        if (parts->number[i] == 0) {
            return DATES_IMPOSSIBLE;
        }
    }
    return put(arena, before + parts->number[0], parts->count > 1 ? parts->number[1] : 0,
        parts->count > 2 ? parts->number[2] : 0, iso);
}

/* 9-Nov-87, November 9, 1987, Nov 1987, Nov-87. Years of two digits as spreadsheets read them. */
static enum dates_reading
put_named(struct arena *arena, const struct parts *parts, struct str *iso) {
    int year_at = parts->digits[0] == 4 ? 0 : parts->count - 1;
    int year = parts->number[year_at];
    if (parts->count > 2 || (parts->count == 1 && parts->digits[0] < 4 && year <= 31)) {
        return DATES_AMBIGUOUS;
    }
    if (parts->digits[year_at] == 2) {
        year += year < 30 ? 2000 : 1900;
    } else if (parts->digits[year_at] != 4) {
        return DATES_NONE;
    }
    return put(arena, year, parts->month, parts->count == 2 ? parts->number[1 - year_at] : 0, iso);
}

/* 31.12.2011: clear where only one of the two can be a month. */
static enum dates_reading
put_backwards(struct arena *arena, const struct parts *parts, struct str *iso) {
    int first = parts->number[0], second = parts->number[1], last = parts->count - 1;
    int year = parts->number[last];
    if (parts->digits[last] != 4) {
        return DATES_AMBIGUOUS;
    }
    if (parts->count == 2) {
        return put(arena, year, first, 0, iso);
    }
    if (first <= 12 && second <= 12 && first != second) {
        return DATES_AMBIGUOUS;
    }
    return first > 12 ? put(arena, year, second, first, iso) : put(arena, year, first, second, iso);
}

/* Days since 1899-12-30, as spreadsheets count from March 1900 on. Civil date after H. Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms", days_from_civil() the other way round. */
static enum dates_reading
put_serial(struct arena *arena, int serial, struct str *iso) {
    int days = serial - 25569 + 719468, era = days / 146097, of_era = days % 146097;
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100), shifted = (5 * of_year + 2) / 153;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    put(arena, year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1, iso);
    return DATES_SERIAL;
}

static enum dates_reading
read_one(struct arena *arena, struct str text, struct str *iso) {
    struct parts parts;
    if (!split(&parts, date_words_bare(arena, text)) || parts.count == 0) {
        return DATES_NONE;
    }
    int number = parts.number[0];
    if (parts.has_era) {
        return parts.month ? DATES_NONE
               : parts.number[0] > parts.era_years
                   ? DATES_IMPOSSIBLE
                   : put_in_order(arena, &parts, parts.era_year, iso);
    }
    if (parts.month) {
        return put_named(arena, &parts, iso);
    }
    if (parts.count == 1 && parts.digits[0] == 8) {
        return put(arena, number / 10000, number / 100 % 100 ? number / 100 % 100 : 99,
            number % 100 ? number % 100 : 99, iso);
    }
    if (parts.count == 1 && parts.digits[0] == 6) {
        bool is_day = number / 100 % 100 <= 12 && number / 100 % 100 > 0 && number % 100 <= 31;
        enum dates_reading reading = put(arena, number / 100, number % 100, 0, iso);
        bool is_month = number >= 150000 && number < 210000 && reading == DATES_CLEAR;
        return is_month && !is_day  ? DATES_CLEAR
               : is_month || is_day ? DATES_AMBIGUOUS
                                    : DATES_NONE;
    }
    if (parts.count == 2 && parts.digits[0] == 4 && parts.digits[1] == 4) { /* 1985-1990 */
        *iso = arena_printf(arena, "%04d/%04d", number, parts.number[1]);
        return number < parts.number[1] ? DATES_CLEAR : DATES_IMPOSSIBLE;
    }
    if (parts.count == 1 && parts.digits[0] == 5 && number >= 14611 && number < 73051) {
        return put_serial(arena, number, iso); /* 1940 to 2099 */
    }
    if (parts.digits[0] == 4) {
        return put_in_order(arena, &parts, 0, iso);
    }
    return parts.count > 1 ? put_backwards(arena, &parts, iso) : DATES_NONE;
}

/* Of a span: where its first date ends and its second begins. The second is empty for one that goes
 * on. */
static bool
split_span(struct str text, struct str *first, struct str *second) {
    static const struct str joins[] = {STR_INIT("~"), STR_INIT("〜"), STR_INIT("～"), STR_INIT("/"),
        STR_INIT("から"), STR_INIT("부터"), STR_INIT(" - "), STR_INIT(" – "), STR_INIT("–")};
    for (size_t i = 0; i < ARRAY_LEN(joins); i++) {
        size_t at = str_find(text, joins[i]);
        if (at != SIZE_MAX) {
            *first = str_trim(str_slice(text, 0, at));
            *second = date_words_end(str_trim(str_slice(text, at + joins[i].n, text.n)));
            bool is_last = str_find(*second, joins[i]) == SIZE_MAX;
            bool is_slash = str_eq(joins[i], STR("/"));
            return first->n >= 4 && (second->n >= 4 || !is_slash) && is_last;
        }
    }
    return false;
}

/* The second date of 1985.6.1~6.5 has the year of the first, that of 1985.6.1~5 its month, too. */
static enum dates_reading
read_end(struct arena *arena, struct str text, struct str from, struct str *iso) {
    struct parts parts;
    bool is_short = split(&parts, date_words_bare(arena, text)) && !parts.month && !parts.has_era &&
                    parts.count > 0 && parts.digits[0] <= 2;
    int year = (int)strtol(from.p, NULL, 10);
    int month = from.n >= 7 ? (int)strtol(from.p + 5, NULL, 10) : 0;
    if (is_short && parts.count == 2 && from.n == 10) {
        return put(arena, year, parts.number[0], parts.number[1], iso);
    }
    if (is_short && parts.count == 1 && from.n == 10) {
        return put(arena, year, month, parts.number[0], iso);
    }
    if (is_short && parts.count == 1 && from.n == 7) {
        return put(arena, year, parts.number[0], 0, iso);
    }
    return read_one(arena, text, iso);
}

static enum dates_reading
read_span(struct arena *arena, struct str first, struct str second, struct str *iso) {
    struct str from = {0}, to = {0};
    struct edtf span;
    enum dates_reading a = read_one(arena, first, &from), b = DATES_CLEAR;
    if (a == DATES_CLEAR && second.n > 0) {
        b = read_end(arena, second, from, &to);
    }
    if (a != DATES_CLEAR || b != DATES_CLEAR) {
        return a != DATES_CLEAR ? a : b;
    }
    *iso = arena_printf(arena, "%.*s/%.*s", STR_ARG(from), STR_ARG(second.n > 0 ? to : STR("..")));
    return edtf_parse(*iso, &span, NULL) ? DATES_CLEAR : DATES_IMPOSSIBLE;
}

enum dates_reading
dates_read(struct arena *arena, struct str text, struct str *iso) {
    struct str first, second, exact;
    enum dates_about about = date_words_about(text, &exact);
    if (about != DATES_EXACT) {
        enum dates_reading reading = read_one(arena, exact, iso);
        bool is_decade = about == DATES_DECADE && reading == DATES_CLEAR && iso->n == 4;
        if (is_decade) {
            int year = (int)strtol(iso->p, NULL, 10);
            *iso = arena_printf(arena, "%04d/%04d", year, year + 9);
        }
        return reading == DATES_CLEAR ? DATES_ABOUT : reading;
    }
    return split_span(text, &first, &second) ? read_span(arena, first, second, iso)
                                             : read_one(arena, text, iso);
}
