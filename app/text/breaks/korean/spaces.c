/* Spaces a line would rather not end at: inside a date, before a unit, after the number of an item,
 * before the sign of a range. Shared by Korean and English; the words are in words.def. */
#include "base/check.h"
#include "text/breaks/around.h"
#include "text/breaks/breaks.h"
#include "text/breaks/korean/words.h"
#include "text/shape/languages.h"

static uint32_t
base_at(const struct analysis *a, int32_t at) {
    return at >= 0 && at < a->count ? a->bases[at] : 0;
}

/* `1987. 11. 9.`: is the space before `at` inside such a date? The part before it must be a year,
 * or a month with a year before it; the part after it one or two digits. */
static bool
is_date_space(const struct analysis *a, int32_t at) {
    int32_t dot = at - 2; /* before the space */
    if (around_raw(a, at - 1) != CHAR_SPACE || base_at(a, dot) != '.') {
        return false;
    }
    int32_t after = around_from(a, at, CHAR_DIGIT), before = around_before(a, dot, CHAR_DIGIT);
    if (after < 1 || after > 2 || before == 0) {
        return false;
    }
    if (before == 4 && !around_is_letter(around_raw(a, dot - 5))) {
        return true;
    }
    int32_t start = dot - before; /* of the number before the dot */
    if (before > 2) {
        return false;
    }
    uint32_t mark = base_at(a, start - 1);
    if (mark == '\'' || mark == 0x2018 || mark == 0x2019) {
        return true; /* '87. 11. */
    }
    enum char_class class = around_raw(a, start - 1);
    if (class == CHAR_TILDE || class == CHAR_HYPHEN) {
        enum char_class end = around_raw(a, start - 2);
        bool until = around_is_gap(end) || end == CHAR_OPEN;   /* (~4. 30.) */
        return end == CHAR_STOP || end == CHAR_CLOSE || until; /* 1.~5. 31. */
    }
    if (base_at(a, at + after) == '.') {
        return true; /* 5. 20. */
    }
    return class == CHAR_SPACE && is_date_space(a, start);
}

/* Signs that stand between two spaces and belong to the line of what precedes them. */
static bool
is_sign(const struct analysis *a, int32_t at) {
    enum char_class class = around_raw(a, at);
    uint32_t c = base_at(a, at);
    if (around_raw(a, at - 1) != CHAR_SPACE || around_raw(a, at + 1) != CHAR_SPACE) {
        return false;
    }
    return class == CHAR_TILDE || class == CHAR_HYPHEN || class == CHAR_SLASH || c == 0xB7 ||
           around_is_joint(c) || c == '=' || c == '+' || c == 0xD7;
}

/* 10:00 ~ 12:00: a range between numbers, the sign at `at`. */
static bool
is_number_range(const struct analysis *a, int32_t at) {
    return around_raw(a, at) == CHAR_TILDE && around_raw(a, at - 2) == CHAR_DIGIT &&
           around_raw(a, at + 2) == CHAR_DIGIT;
}

/* 28일 (화), 2. 28. (화): one syllable in brackets behind a date. */
static bool
is_weekday(const struct analysis *a, int32_t at) {
    bool one = around_raw(a, at) == CHAR_OPEN && around_raw(a, at + 1) == CHAR_HANGUL &&
               around_raw(a, at + 2) == CHAR_CLOSE;
    uint32_t last = around_syllable(a, at - 2);
    return one && around_raw(a, at - 3) == CHAR_DIGIT && (last == u'일' || last == '.');
}

/* Does a number end before `at`: 30, 3,000만, 2억? */
static bool
ends_number(const struct analysis *a, int32_t at) {
    int32_t i = at - 1;
    while (at - i < 5 && words_has(WORDS_POWERS, around_syllable(a, i))) {
        i--;
    }
    return around_raw(a, i) == CHAR_DIGIT;
}

/* A unit in Latin letters, km or kWh, or one of the square characters. */
static bool
is_latin_unit(const struct analysis *a, int32_t at) {
    uint32_t c = base_at(a, at);
    int32_t n = around_from(a, at, CHAR_LATIN);
    return (n > 0 && words_at(WORDS_UNITS, a, at) == n) || (c >= 0x3380 && c <= 0x33DF);
}

/* 1,637만 명으로: a counter, alone or with a particle. */
static bool
is_counter_word(const struct analysis *a, int32_t at) {
    if (is_latin_unit(a, at)) {
        return true;
    }
    if (!words_has(WORDS_COUNTERS, around_syllable(a, at))) {
        return false;
    }
    int32_t n = around_from(a, at, CHAR_HANGUL);
    uint32_t second = around_syllable(a, at + 1);
    return n == 1 || (n <= 3 && words_has(WORDS_ENDINGS, second)) ||
           (n <= 4 && words_has(WORDS_COUNTER_SUFFIXES, second)) ||
           words_at(WORDS_PARTING, a, at + 1) > 0; /* 명입니다, 원이었습니다 */
}

/* (031) 481-2743, 031 481 2743: the space before `at` inside a telephone number. The groups beside
 * it have two to four digits, and four end it. */
static bool
is_phone_space(const struct analysis *a, int32_t at) {
    int32_t end = at - 1 - (around_raw(a, at - 2) == CHAR_CLOSE);
    int32_t before = around_before(a, end, CHAR_DIGIT), after = around_from(a, at, CHAR_DIGIT);
    if (before < 2 || before > 4 || after < 3 || after > 4) {
        return false;
    }
    if (end < at - 1) {
        return around_raw(a, end - before - 1) == CHAR_OPEN;
    }
    enum char_class next = around_raw(a, at + after), first = around_raw(a, end - before - 1);
    if (next == CHAR_SPACE || next == CHAR_HYPHEN) {
        return around_from(a, at + after + 1, CHAR_DIGIT) == 4;
    }
    bool grouped = first == CHAR_SPACE || first == CHAR_HYPHEN || first == CHAR_CLOSE;
    int32_t earlier = around_before(a, end - before - 1, CHAR_DIGIT);
    return after == 4 && before >= 3 && grouped && earlier >= 2 && earlier <= 4;
}

/* Signs that say what follows: ☎ 031, ✉ a@b, ≈ 9.3. */
static bool
is_leading_sign(const struct analysis *a, int32_t at) {
    enum char_class before = around_raw(a, at - 1);
    uint32_t c = base_at(a, at);
    bool is_emoji = c >= 0x1F4DE && c <= 0x1F4E8; /* telephones, letters */
    return (is_emoji || words_has(WORDS_LEADING_SIGNS, c)) &&
           (around_is_gap(before) || before == CHAR_OPEN);
}

static bool
is_bullet(uint32_t c) {
    return c == 0x2022 || c == 0x203B || (c >= 0x2460 && c <= 0x24FF) ||
           (c >= 0x25A0 && c <= 0x25FF) || (c >= 0x2776 && c <= 0x2793) ||
           (c >= 0x3200 && c <= 0x32B0) || c == 0x2605 || c == 0x2606 || c == 0x261E;
}

/* The bracket that `close` ends, or 0. */
static uint32_t
partner_of(uint32_t close) {
    return close == ')' ? '(' : close == ']' ? '[' : close == 0xFF09 ? 0xFF08 : 0;
}

/* Does the bracket at `at` end what another opened before it: 한새봄(호동초 5)? */
static bool
has_partner(const struct analysis *a, int32_t at) {
    uint32_t close = a->bases[at], open = partner_of(close);
    int32_t depth = 0;
    for (int32_t i = at - 1; i >= 0 && at - i < AROUND_FAR && a->clusters[i].class != CHAR_NEWLINE;
         i--) {
        if (a->bases[i] == open && depth-- == 0) {
            return true;
        }
        depth += a->bases[i] == close;
    }
    return false;
}

/* The number or letter of an item, [start, end): 3 Ⅲ 가. Digits after another number and its dot
 * are the day of a date; a Korean letter may be a word (안 가.) unless a sentence ended before. */
static bool
is_item_number(const struct analysis *a, int32_t start, int32_t end, bool begins) {
    uint32_t first = base_at(a, start);
    if (end - start > 2 || end <= start) {
        return false;
    }
    if (around_raw(a, start) == CHAR_DIGIT) {
        bool date = base_at(a, start - 2) == '.' && around_raw(a, start - 3) == CHAR_DIGIT;
        bool likely = begins || languages_script_before(a, end) ==
                                    LOCALE_HANGUL; /* English ends sentences so */
        return around_from(a, start, CHAR_DIGIT) == end - start && !date && likely;
    }
    if (first >= 0x2160 && first <= 0x217F) {
        return true;
    }
    return begins && end - start == 1 && words_has(WORDS_ITEMS, around_syllable(a, start));
}

/* Does the word before the space before `at` only number what follows: ② 3. (1) 가. Ⅲ. - ? */
static bool
ends_enumerator(const struct analysis *a, int32_t at) {
    int32_t end = at - 1, start = end - 1;
    while (end - start < 5 && !around_is_gap(around_raw(a, start - 1))) {
        start--;
    }
    enum char_class mark = around_raw(a, end - 1), earlier = around_raw(a, start - 2);
    bool first = around_raw(a, start - 1) == CHAR_NEWLINE;
    if (end - start > 4 || end <= start) {
        return false;
    }
    if (end - start == 1) {
        return is_bullet(base_at(a, start)) || (first && mark == CHAR_HYPHEN) ||
               (first && base_at(a, start) == '*');
    }
    if (base_at(a, end - 1) != '.' && mark != CHAR_CLOSE) {
        return false;
    }
    bool begins = first || earlier == CHAR_STOP || earlier == CHAR_QUESTION ||
                  earlier == CHAR_CLOSE || earlier == CHAR_COMMA;
    bool opens = around_raw(a, start) == CHAR_OPEN;
    if (mark == CHAR_CLOSE && !opens && has_partner(a, end - 1)) {
        return false;
    }
    return is_item_number(a, start + opens, end - 1, begins);
}

/* A space between two words, nearly all of them. */
static bool
is_plain_space(const struct analysis *a, int32_t at, enum char_class last, enum char_class next) {
    if (!around_is_letter(last) || !around_is_letter(next)) {
        return false;
    }
    return last != CHAR_HANGUL || !words_has(WORDS_POWERS, around_syllable(a, at - 2)) ||
           !ends_number(a, at - 1);
}

/* 원, 원을, 명이: surely a counter, not the beginning of another word (회의실). Then rather between
 * the parts of its number: 1억 ⏎ 5천만 원. */
static bool
is_bare_counter(const struct analysis *a, int32_t at) {
    int32_t n = around_from(a, at, CHAR_HANGUL);
    return n == 1 || (n == 2 && words_has(WORDS_BARE_SUFFIXES, around_syllable(a, at + 1)));
}

enum break_kind
spaces_kind(const struct analysis *a, int32_t at) {
    enum char_class next = around_class(a, at), last = around_raw(a, at - 2);
    if (is_plain_space(a, at, last, next)) {
        return next == CHAR_HANGUL || last == CHAR_HANGUL ? bonds_kind(a, at) : BREAK_WORD;
    }
    if (next == CHAR_CLOSE || next == CHAR_COMMA || next == CHAR_STOP || next == CHAR_QUESTION ||
        last == CHAR_OPEN || is_sign(a, at)) {
        return is_number_range(a, at) ? BREAK_JOINT : BREAK_LOOSE; /* also `있고 ,` `( 가` */
    }
    if (last == CHAR_STOP && next == CHAR_DIGIT && is_date_space(a, at)) {
        return BREAK_JOINT;
    }
    if ((last == CHAR_TILDE && is_number_range(a, at - 2)) || is_weekday(a, at)) {
        return BREAK_LOOSE;
    }
    if (last == CHAR_OTHER && is_leading_sign(a, at - 2)) {
        return BREAK_LOOSE;
    }
    if (next != CHAR_DIGIT && ends_number(a, at - 1) && is_counter_word(a, at)) {
        return is_bare_counter(a, at) ? BREAK_JOINT : BREAK_LOOSE;
    }
    if ((!around_is_letter(last) && ends_enumerator(a, at)) ||
        (next == CHAR_DIGIT && is_phone_space(a, at))) {
        return BREAK_LOOSE;
    }
    return bonds_kind(a, at);
}
