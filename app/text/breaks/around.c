#include "text/breaks/around.h"

#define HANGUL_BASE 0xAC00u
#define LEAD_BASE 0x1100u
#define VOWEL_BASE 0x1161u
#define TAIL_BASE 0x11A7u
#define LEADS 19
#define VOWELS 21
#define TAILS 28
#define RUN_MOST 8

static bool
is_apostrophe(const struct analysis *a, int32_t at) {
    return around_raw(a, at - 1) == CHAR_LATIN && around_raw(a, at + 1) == CHAR_LATIN;
}

/* How many such quotes stand before `at` in its line of text: after an odd number it closes. */
static bool
is_odd_quote(const struct analysis *a, int32_t at) {
    bool odd = false;
    for (int32_t i = at - 1; around_raw(a, i) != CHAR_NEWLINE && at - i < AROUND_FAR; i--) {
        odd ^= a->bases[i] == a->bases[at] && !is_apostrophe(a, i);
    }
    return odd;
}

static enum char_class
quote_class(const struct analysis *a, int32_t at) {
    if (a->bases[at] == '\'' && is_apostrophe(a, at)) {
        return CHAR_LATIN;
    }
    int32_t start = at, end = at + 1;
    while (around_raw(a, start - 1) == CHAR_QUOTE && at - start < RUN_MOST) {
        start--;
    }
    while (around_raw(a, end) == CHAR_QUOTE && end - at < RUN_MOST) {
        end++;
    }
    enum char_class last = around_raw(a, start - 1), next = around_raw(a, end);
    bool opens = around_is_gap(last) || last == CHAR_OPEN;
    bool closes = around_is_gap(next) || next == CHAR_CLOSE || next == CHAR_COMMA ||
                  next == CHAR_STOP || next == CHAR_QUESTION;
    if (opens != closes) {
        return opens ? CHAR_OPEN : CHAR_CLOSE;
    }
    return is_odd_quote(a, at) ? CHAR_CLOSE : CHAR_OPEN;
}

/* ’24. 12. 31., (’88: the apostrophe before the two digits of a year. */
static bool
opens_year(const struct analysis *a, int32_t at) {
    enum char_class before = around_raw(a, at - 1), after = around_raw(a, at + 3);
    bool starts = around_is_gap(before) || before == CHAR_OPEN || before == CHAR_TILDE;
    return starts && around_from(a, at + 1, CHAR_DIGIT) == 2 && after != CHAR_CLOSE;
}

enum char_class
around_mark_class(const struct analysis *a, int32_t at, enum char_class class) {
    if (class == CHAR_QUOTE) {
        return quote_class(a, at);
    }
    if (class != CHAR_CLOSE || a->bases[at] != 0x2019) {
        return class;
    }
    return is_apostrophe(a, at) ? CHAR_LATIN : opens_year(a, at) ? CHAR_OPEN : class;
}

uint32_t
around_composed(const struct analysis *a, int32_t at) {
    uint32_t lead = a->bases[at] - LEAD_BASE;
    int32_t unit = (int32_t)a->clusters[at].unit, n = (int32_t)a->clusters[at + 1].unit - unit;
    if (lead >= LEADS || n < 2) {
        return a->bases[at];
    }
    uint32_t vowel = (uint32_t)a->units.u16[unit + 1] - VOWEL_BASE;
    uint32_t tail = n > 2 ? (uint32_t)a->units.u16[unit + 2] - TAIL_BASE : 0;
    if (vowel >= VOWELS) {
        return a->bases[at]; /* an old syllable */
    }
    return HANGUL_BASE + (lead * VOWELS + vowel) * TAILS + (tail < TAILS ? tail : 0);
}

bool
around_reads_one(const struct analysis *a, int32_t at, const uint16_t (*words)[3], size_t count) {
    uint32_t first = around_syllable(a, at), second = around_syllable(a, at + 1);
    for (size_t i = 0; i < count; i++) {
        if (words[i][0] == first && words[i][1] == second) {
            return true;
        }
    }
    return false;
}

int32_t
around_before(const struct analysis *a, int32_t at, enum char_class class) {
    int32_t n = 0;
    while (n < RUN_MOST && around_raw(a, at - 1 - n) == class) {
        n++;
    }
    return n;
}

int32_t
around_from(const struct analysis *a, int32_t at, enum char_class class) {
    int32_t n = 0;
    while (n < RUN_MOST && around_raw(a, at + n) == class) {
        n++;
    }
    return n;
}

static bool
is_of_address(const struct analysis *a, int32_t at) {
    uint32_t c = at >= 0 && at < a->count ? a->bases[at] : 0;
    return c > ' ' && c < 0x7F && c != '(' && c != ')' && c != '<' && c != '>' && c != '"';
}

/* The @ of an e-mail address, the :// or www. or a dot between letters of a web address. */
static bool
marks_address(const struct analysis *a, int32_t at) {
    const uint32_t *c = a->bases + at;
    if (c[0] == '@') {
        return is_of_address(a, at - 1) && is_of_address(a, at + 1);
    }
    if (at + 3 >= a->count) {
        return false;
    }
    return (c[0] == '.' && around_before(a, at, CHAR_LATIN) >= 2 &&
               around_from(a, at + 1, CHAR_LATIN) >= 2) ||
           (c[0] == ':' && c[1] == '/' && c[2] == '/') ||
           (c[0] == 'w' && c[1] == 'w' && c[2] == 'w' && c[3] == '.');
}

bool
around_in_address(const struct analysis *a, int32_t at) {
    for (int32_t i = at - 1; is_of_address(a, i) && at - i < AROUND_FAR; i--) {
        if (marks_address(a, i)) {
            return true;
        }
    }
    for (int32_t i = at; is_of_address(a, i) && i - at < AROUND_FAR; i++) {
        if (a->bases[i] == '@' && marks_address(a, i)) {
            return true;
        }
    }
    return false;
}

/* Letters that run up to `at` (`step` -1) or on from it (1), up to `most`; none when a digit is
 * part of them. */
static int32_t
letters_of_word(const struct analysis *a, int32_t at, int32_t step, int32_t most) {
    int32_t i = step < 0 ? at - 1 : at, n = 0;
    for (; around_is_letter(around_raw(a, i)) && n < RUN_MOST; i += step) {
        n++;
    }
    if (around_raw(a, i) == CHAR_DIGIT) {
        return 0;
    }
    return n < most ? n : most;
}

static bool
is_word_side(const struct analysis *a, int32_t at, int32_t step, int32_t latin) {
    enum char_class class = around_class(a, step < 0 ? at - 1 : at);
    if (class == (step < 0 ? CHAR_CLOSE : CHAR_OPEN)) {
        return true;
    }
    int32_t enough = class == CHAR_LATIN ? latin : 2;
    return around_is_letter(class) && letters_of_word(a, at, step, enough) == enough;
}

bool
around_joins_words(const struct analysis *a, int32_t at, int32_t latin) {
    return is_word_side(a, at - 1, -1, latin) && is_word_side(a, at, 1, latin) &&
           !around_in_address(a, at);
}

bool
around_is_joint(uint32_t c) {
    return c == 0x2014 || c == 0x2015 || (c >= 0x2190 && c <= 0x2199) || c == 0x21D2 ||
           c == 0x21D4 || c == 0x2500 || c == 0x27A1 || c == 0x2794;
}
