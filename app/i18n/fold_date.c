/* Dates in a fold. A small recursive-descent reader: at each unit the forms are tried from the most
 * telling to the least (era, eight digits, numbers with marks, Han or Hangul counters, month names,
 * a bare year), and the first that fits is taken. Impossible months and days fit nothing. */
#include "i18n/fold.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/english_number.h"

#include <string.h>

enum { YEAR_MIN = 1500, YEAR_MAX = 2100, DAY_MAX = 31, SPAN_MAX = 50 };

struct reader {
    const struct fold *fold;
    size_t at;
};

static uint32_t
peek(const struct reader *r) {
    return r->at < r->fold->count ? r->fold->units[r->at].code_point : 0;
}

static bool
take(struct reader *r, uint32_t c) {
    if (peek(r) == c) {
        r->at++;
        return true;
    }
    return false;
}

static void
skip_space(struct reader *r) {
    while (take(r, ' ')) {
    }
}

/* Up to four digits (eight with `long_form`); returns how many. */
static int
take_number(struct reader *r, int max_digits, int *value) {
    size_t start = r->at;
    *value = 0;
    while (fold_class(peek(r)) == FOLD_DIGIT && peek(r) != 0) {
        if ((int)(r->at - start) < max_digits) {
            *value = *value * 10 + (int)(peek(r) - '0');
        }
        r->at++;
    }
    int digits = (int)(r->at - start);
    return digits <= max_digits ? digits : 0;
}

/* `text` is folded already: letters, digits, syllables, Han. */
static bool
take_word(struct reader *r, const char *text) {
    size_t start = r->at, at = 0;
    struct str s = str_from(text);
    while (at < s.n) {
        if (!take(r, fold_han(utf8_next(s, &at)))) {
            r->at = start;
            return false;
        }
    }
    return true;
}

static const char *const han_digits[] = {
    "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

static int
han_digit(uint32_t c) {
    for (int i = 0; i < 10; i++) {
        struct fold_unit unit = {.code_point = c};
        struct fold one = {.units = &unit, .count = 1};
        struct reader r = {.fold = &one};
        if (c != 0 && take_word(&r, han_digits[i])) {
            return i;
        }
    }
    return -1;
}

/* 二〇一二, 六十二, 十一: a year by its digits, smaller numbers with their ten. Returns the digits
 * that the number has in ASCII. */
static int
take_han_number(struct reader *r, int *value) {
    struct reader try = *r;
    int digits = 0, ones = 0, tens = 0;
    bool has_ten = false;
    for (;; try.at++) {
        int digit = han_digit(peek(&try));
        if (digit >= 0 && digits < 4) {
            ones = has_ten ? digit : ones * 10 + digit;
        } else if (!has_ten && ones < 10 && peek(&try) == 0x5341) {
            tens = digits ? ones : 1;
            ones = 0;
            has_ten = true;
        } else {
            break;
        }
        digits++;
    }
    *value = tens * 10 + ones;
    *r = try;
    return digits == 0 ? 0 : has_ten ? 2 : digits;
}

static const char *const sino_digits[] = {
    "영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};

static int
sino_digit(struct reader *r) {
    for (int i = 0; i < (int)ARRAY_LEN(sino_digits); i++) {
        if (take_word(r, sino_digits[i])) {
            return i;
        }
    }
    return -1;
}

/* 이천십일, 천구백구십칠, 칠, 유 and 시 of 유월 and 시월. Returns its digits in ASCII. A number
 * below fifty before 년 is a span of time. */
static int
take_sino_number(struct reader *r, int *value) {
    static const struct {
        const char *word;
        int factor;
    } powers[] = {{"천", 1000}, {"백", 100}, {"십", 10}};
    struct reader try = *r;
    int parts = 0, limit = 10000;
    *value = 0;
    while (parts < 8) {
        struct reader before = try;
        int digit = sino_digit(&try), factor = 1;
        for (size_t i = 0; i < ARRAY_LEN(powers); i++) {
            if (take_word(&try, powers[i].word)) {
                factor = powers[i].factor;
                break;
            }
        }
        if ((digit < 0 && factor == 1) || factor >= limit) {
            try = before;
            break;
        }
        *value += (digit < 0 ? 1 : digit) * factor;
        limit = factor;
        parts++;
    }
    if (parts == 0 && (peek(&try) == 0xC720 || peek(&try) == 0xC2DC)) { // 유월, 시월
        *value = peek(&try) == 0xC720 ? 6 : 10;
        try.at++;
        parts = peek(&try) == 0xC6D4;
    }
    if (parts == 0) {
        return 0;
    }
    *r = try;
    return *value >= 1000 ? 4 : *value >= 50 ? 4 : 2;
}

/* Digits, or Han numerals, which only count before a counter. */
static int
take_count(struct reader *r, int max_digits, int *value) {
    int digits = take_number(r, max_digits, value);
    digits = digits ? digits : take_han_number(r, value);
    return digits ? digits : take_sino_number(r, value);
}

static bool
is_month(int month) {
    return month >= 1 && month <= 12;
}

static bool
is_day(int month, int day) {
    static const int8_t days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return is_month(month) && day >= 1 && day <= days[month - 1];
}

static bool
is_year(int year) {
    return year >= YEAR_MIN && year <= YEAR_MAX;
}

static void
date_set(struct fold_date *out, int year, int month, int day) {
    out->year = out->year_to = (int16_t)year;
    out->month = (int8_t)month;
    out->day = (int8_t)day;
}

static bool
take_counter(struct reader *r, const char *han, const char *hangul) {
    size_t start = r->at;
    skip_space(r);
    if (take_word(r, han) || take_word(r, hangul)) {
        return true;
    }
    r->at = start;
    return false;
}

/* The month and day after a year that was read with its counter. */
static void
take_month_day(struct reader *r, struct fold_date *out) {
    size_t start = r->at;
    int month, day;
    skip_space(r);
    if (take_count(r, 2, &month) && is_month(month) && take_counter(r, "月", "월")) {
        out->month = (int8_t)month;
        start = r->at;
        skip_space(r);
        if (take_count(r, 2, &day) && is_day(month, day) && take_counter(r, "日", "일")) {
            out->day = (int8_t)day;
            start = r->at;
        }
    }
    r->at = start;
}

static const struct {
    const char *han, *hangul, *latin;
    char letter;
    int first, last;
} eras[] = {
    {"明治", "메이지", "meiji", 'm', 1868, 1912},
    {"大正", "다이쇼", "taisho", 't', 1912, 1926},
    {"昭和", "쇼와", "showa", 's', 1926, 1989},
    {"平成", "헤이세이", "heisei", 'h', 1989, 2019},
    {"令和", "레이와", "reiwa", 'r', 2019, YEAR_MAX},
};

/* 昭和62年, 쇼와 62년, Showa 62, S62年; 元年 is the first. */
static bool
read_era(struct reader *r, struct fold_date *out) {
    for (size_t i = 0; i < ARRAY_LEN(eras); i++) {
        struct reader try = *r;
        int number;
        bool is_letter = false;
        if (!take_word(&try, eras[i].han) && !take_word(&try, eras[i].hangul) &&
            !take_word(&try, eras[i].latin)) {
            is_letter = take(&try, (uint32_t)eras[i].letter);
            if (!is_letter) {
                continue;
            }
            take(&try, '.');
        }
        if (!is_letter) {
            skip_space(&try);
        }
        if (take_word(&try, "元") || (!is_letter && take_word(&try, "원"))) {
            number = 1;
        } else if (!take_count(&try, 2, &number) || number < 1 || number > 99) {
            continue;
        }
        int year = eras[i].first + number - 1;
        if (year > eras[i].last || fold_class(peek(&try)) == FOLD_LETTER) {
            continue;
        }
        date_set(out, year, 0, 0);
        if (take_counter(&try, "年", "년")) {
            take_month_day(&try, out);
        } else if (is_letter && fold_class(peek(&try)) != FOLD_SEPARATOR) {
            continue;
        }
        *r = try;
        return true;
    }
    return false;
}

static bool
is_mark(uint32_t c) {
    return c == '.' || c == '-' || c == '/' || c == 0x2013 || c == 0x2010 || c == 0x2011;
}

static int
full_year(int year, int digits) {
    return digits == 2 ? year + (year >= 50 ? 1900 : 2000) : year;
}

/* 5/2012: the year of a month that was read. */
static bool
read_month_year(struct reader *r, int month, struct fold_date *out) {
    struct reader try = *r;
    int year;
    bool is_there = take_number(&try, 4, &year) == 4 && is_year(year) && is_month(month);
    if (is_there && !is_mark(peek(&try))) {
        date_set(out, year, month, 0);
        *r = try;
        return true;
    }
    return false;
}

/* Three numbers, or two, with a mark between them; spaces only where all three are there. */
static bool
read_numbers(struct reader *r, struct fold_date *out, struct fold_date *other) {
    struct reader try = *r;
    int a, b, c = 0;
    int a_digits = take_number(&try, 4, &a);
    uint32_t mark = peek(&try);
    if (!a_digits || (!is_mark(mark) && mark != ' ')) {
        return false;
    }
    try.at++;
    if (a_digits <= 2 && (mark == '/' || mark == '-') && read_month_year(&try, a, out)) {
        *r = try;
        return true;
    }
    int b_digits = take_number(&try, 2, &b);
    struct reader two = try;
    bool has_third = b_digits && take(&try, mark);
    int c_digits = has_third ? take_number(&try, 4, &c) : 0;
    if (c_digits && (a_digits == 4 || (a_digits == 2 && c_digits <= 2)) && c_digits <= 2) {
        int year = full_year(a, a_digits);
        if (is_year(year) && is_day(b, c) && (a_digits == 4 || is_mark(mark))) {
            date_set(out, year, b, c);
            *r = try;
            return true;
        }
    }
    if (c_digits == 4 && is_year(c) && a_digits <= 2 && is_mark(mark)) {
        bool day_first = is_day(b, a), month_first = is_day(a, b);
        if (day_first || month_first) {
            date_set(out, c, day_first ? b : a, day_first ? a : b);
            if (day_first && month_first && a != b) {
                date_set(other, c, a, b);
            }
            *r = try;
            return true;
        }
    }
    if (a_digits == 4 && b_digits && is_mark(mark) && is_year(a) && is_month(b)) {
        date_set(out, a, b, 0);
        *r = two;
        return true;
    }
    return false;
}

/* No letter, syllable or Han stands before it: 昭和65年 is no 65年. */
static bool
stands_free(const struct reader *r) {
    enum fold_class class =
        r->at > 0 ? fold_class(r->fold->units[r->at - 1].code_point) : FOLD_SEPARATOR;
    return class == FOLD_SEPARATOR || class == FOLD_KANA;
}

/* 1987年11月9日, 87년 11월, 11月9日, 11월, 1990년대, 1990s, 19871109, and a bare 1987. */
static bool
read_counted(struct reader *r, struct fold_date *out) {
    struct reader try = *r;
    int value;
    int digits = take_count(&try, 8, &value);
    struct reader bare = try;
    bool is_ascii = fold_class(peek(r)) == FOLD_DIGIT;
    if (digits == 8 && is_year(value / 10000) && is_day(value / 100 % 100, value % 100)) {
        date_set(out, value / 10000, value / 100 % 100, value % 100);
        *r = try;
        return true;
    }
    bool is_short = digits == 4 && value < 100; // 구십년
    bool has_year = digits == 4 ? is_year(value) || is_short : digits == 2;
    if (has_year && (take_word(&try, "年代") || take_word(&try, "년대"))) {
        int year = full_year(value, is_short ? 2 : digits) / 10 * 10;
        date_set(out, year, 0, 0);
        out->year_to = (int16_t)(year + 9);
        *r = try;
        return true;
    }
    if (has_year && take_counter(&try, "年", "년")) {
        date_set(out, full_year(value, is_short ? 2 : digits), 0, 0);
        take_month_day(&try, out);
        bool is_past = digits == 2 && value > SPAN_MAX && stands_free(r); // 25년 is a span of time
        if (digits == 4 || out->month || is_past) {
            *r = try;
            return true;
        }
    }
    try = *r;
    date_set(out, 0, 0, 0);
    take_month_day(&try, out);
    if (out->month) {
        *r = try;
        return true;
    }
    if (is_ascii && digits == 4 && is_year(value)) {
        date_set(out, value, 0, 0);
        bool is_decade = value % 10 == 0 && take(&bare, 's');
        out->year_to = (int16_t)(value + (is_decade ? 9 : 0));
        *r = bare;
        return fold_class(peek(r)) != FOLD_LETTER;
    }
    return false;
}

static const char *const months[] = {"january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december"};

/* The whole name, or three or four letters of it, as a word. */
static bool
take_month_name(struct reader *r, int *month) {
    for (int i = 0; i < 12; i++) {
        size_t length = strlen(months[i]);
        for (size_t n = length; n >= 3; n = n == length && n > 4 ? 4 : n - 1) {
            struct reader try = *r;
            char name[12] = {0};
            memcpy(name, months[i], n);
            if (take_word(&try, name) && fold_class(peek(&try)) != FOLD_LETTER) {
                *month = i + 1;
                *r = try;
                return true;
            }
        }
    }
    return false;
}

static void
skip_marks(struct reader *r) {
    while (r->at < r->fold->count && fold_class(peek(r)) == FOLD_SEPARATOR) {
        r->at++;
    }
    if (take_word(r, "of")) {
        skip_marks(r);
    }
}

/* What stands before the reader; the first mark of a run counts. */
static uint32_t
before(const struct reader *r) {
    return r->at > 0 ? r->fold->units[r->at - 1].code_point : 0;
}

static bool
is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2018 || c == 0x2019;
}

static bool
take_day(struct reader *r, int month, int *day) {
    struct reader try = *r;
    int number;
    if (!take_number(&try, 2, &number) || !is_day(month ? month : 1, number)) {
        return false;
    }
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
        if (take_word(&try, endings[i])) {
            break;
        }
    }
    if (fold_class(peek(&try)) == FOLD_DIGIT || fold_class(peek(&try)) == FOLD_LETTER) {
        return false;
    }
    *day = number;
    *r = try;
    return true;
}

/* Four digits; two behind an apostrophe, or where they are no day. */
static bool
take_year(struct reader *r, int *year, bool has_day) {
    struct reader try = *r;
    int digits = take_number(&try, 4, year);
    bool is_short = digits == 2 && (has_day || *year > DAY_MAX || is_apostrophe(before(r)));
    bool is_one = is_short || (digits == 4 && is_year(*year));
    if (!is_one || fold_class(peek(&try)) == FOLD_LETTER) {
        return false;
    }
    *year = full_year(*year, digits);
    *r = try;
    return true;
}

/* 9 Nov 1987, November 9, 1987, Nov 1987, 9 November. A month alone is a word, not a date. */
static bool
read_named(struct reader *r, struct fold_date *out) {
    struct reader try = *r;
    int day = 0, month, year = 0;
    if (take_day(&try, 0, &day)) {
        skip_marks(&try);
    }
    if (!take_month_name(&try, &month) || (day && !is_day(month, day))) {
        return false;
    }
    struct reader after = try;
    skip_marks(&try);
    if (!day && !is_apostrophe(before(&try)) && take_day(&try, month, &day)) {
        after = try;
        skip_marks(&try);
    }
    if (take_year(&try, &year, day > 0)) {
        after = try;
    }
    if (!day && !year) {
        return false;
    }
    date_set(out, year, month, day);
    *r = after;
    return true;
}

/* nineteen eighty-seven. */
static bool
read_words(struct reader *r, struct fold_date *out) {
    int year;
    size_t to;
    if (!english_number_year(r->fold, r->at, &year, &to) || !is_year(year)) {
        return false;
    }
    date_set(out, year, 0, 0);
    r->at = to;
    return true;
}

/* '87 */
static bool
read_apostrophe(struct reader *r, struct fold_date *out) {
    struct reader try = *r;
    int year;
    if (!is_apostrophe(before(r)) || !take_year(&try, &year, true)) {
        return false;
    }
    date_set(out, year, 0, 0);
    *r = try;
    return true;
}

/* A quick no: most characters start no date. Han as fold_han() gives it. */
static bool
is_first(uint32_t c) {
    if (c < 0x80) {
        return strchr("jfmasondthr0123456789", (int)c) != NULL && c != 0;
    }
    static const uint32_t others[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D,
        0x4E03, 0x516B, 0x4E5D, 0x5341,         /* numerals */
        0x660E, 0x5927, 0x662D, 0x5E73, 0x4EE4, /* eras in Han */
        0xC774, 0xCC9C, 0xC77C, 0xC0BC, 0xC0AC, 0xC624, 0xC721, 0xCE60, 0xD314, 0xAD6C, 0xC2ED,
        0xC720, 0xC2DC,                          /* numerals in Hangul */
        0xBA54, 0xB2E4, 0xC1FC, 0xD5E4, 0xB808}; /* and in Hangul */
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        if (others[i] == c) {
            return true;
        }
    }
    return false;
}

static bool
may_start(const struct fold *fold, size_t at) {
    uint32_t c = fold->units[at].code_point;
    if (!is_first(c)) {
        return false;
    }
    enum fold_class class = fold_class(c);
    enum fold_class before = at > 0 ? fold_class(fold->units[at - 1].code_point) : FOLD_SEPARATOR;
    if (class == FOLD_DIGIT) {
        bool is_decimal = at > 1 && fold->units[at - 1].code_point == '.' &&
                          fold_class(fold->units[at - 2].code_point) == FOLD_DIGIT;
        return before != FOLD_DIGIT && before != FOLD_LETTER && !is_decimal;
    }
    if (class == FOLD_HANGUL) {
        return before != FOLD_HANGUL;
    }
    return class != FOLD_LETTER || (before != FOLD_LETTER && before != FOLD_DIGIT);
}

bool
fold_date_next(const struct fold *fold, size_t at, struct fold_date *out, struct fold_date *other) {
    for (; at < fold->count; at++) {
        struct reader r = {.fold = fold, .at = at};
        *out = *other = (struct fold_date){0};
        bool is_digit = fold_class(fold->units[at].code_point) == FOLD_DIGIT;
        if (may_start(fold, at) && ((!is_digit && read_era(&r, out)) || read_named(&r, out) ||
                                       read_words(&r, out) || read_numbers(&r, out, other) ||
                                       read_counted(&r, out) || read_apostrophe(&r, out))) {
            out->from = other->from = at;
            out->to = other->to = r.at;
            return true;
        }
    }
    return false;
}
