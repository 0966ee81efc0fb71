/* Korean line breaks. A line ends at a space, a zero-width space, or after a hyphen or slash, and
 * nowhere else while an eojeol (the word with its particles) fits on a line. That is what readers
 * of signs and screens expect (KLREQ, word-unit breaking); UAX #14 alone would break between any
 * two syllables, and CSS keep-all separates a particle from the bracket before it.
 *
 * What an eojeol longer than the line does is graded: BREAK_PART at the places a reader minds
 * least (before an opening bracket, after a comma or a closing bracket that no particle follows),
 * BREAK_CLUSTER between syllables, BREAK_DESPERATE inside numbers, before units and against
 * kinsoku. */
#include "text/breaks.h"
#include "text/engine_impl.h"

static enum char_class
class_at(const struct analysis *a, int32_t at) {
    return at >= 0 && at < a->count ? (enum char_class)a->clusters[at].class : CHAR_NEWLINE;
}

static bool
is_gap(enum char_class class) {
    return class == CHAR_SPACE || class == CHAR_NEWLINE || class == CHAR_ZWSP;
}

static bool
is_letter(enum char_class class) {
    return class == CHAR_LATIN || class == CHAR_HANGUL || class == CHAR_HAN || class == CHAR_KANA;
}

/* First syllables of the particles and endings that follow a quotation or a bracket. */
static bool
starts_particle(uint32_t c) {
    static const uint16_t syllables[] = {0xAC00, 0xACFC, 0xAC19, 0xAE4C, 0xAECF, 0xB098, 0xB0D0,
        0xB294, 0xB3C4, 0xB300, 0xB4E4, 0xB4F1, 0xB77C, 0xB791, 0xB85C, 0xB97C, 0xB9C8, 0xB9CC,
        0xBA70, 0xBC16, 0xBCF4, 0xBD80, 0xBFD0, 0xC11C, 0xC558, 0xC57C, 0xC5D0, 0xC600, 0xC640,
        0xC73C, 0xC740, 0xC744, 0xC758, 0xC774, 0xC778, 0xC785, 0xC870, 0xC801, 0xC815, 0xCC98,
        0xCE21, 0xD558, 0xD55C, 0xD588, 0xD638, 0xD615, 0xB418, 0xB41C, 0xB610, 0xB2D8, 0xC529,
        0xB2E4, 0xB4EF, 0xC6A9, 0xACC4, 0xD654, 0};
    for (const uint16_t *p = syllables; *p; p++) {
        if (*p == c) {
            return true;
        }
    }
    return false;
}

/* Digits that end before `at`: how many, and where they start. */
static int32_t
digits_before(const struct analysis *a, int32_t at) {
    int32_t n = 0;
    while (class_at(a, at - 1 - n) == CHAR_DIGIT && n < 8) {
        n++;
    }
    return n;
}

static int32_t
digits_from(const struct analysis *a, int32_t at) {
    int32_t n = 0;
    while (class_at(a, at + n) == CHAR_DIGIT && n < 8) {
        n++;
    }
    return n;
}

/* `1987. 11. 9.`: is the space before `at` inside such a date? The part before it must be a year,
 * or a month with a year before it; the part after it one or two digits. */
static bool
is_date_space(const struct analysis *a, int32_t at) {
    int32_t dot = at - 2; /* before the space */
    if (class_at(a, at - 1) != CHAR_SPACE || class_at(a, dot) != CHAR_STOP ||
        a->bases[dot] != '.') {
        return false;
    }
    int32_t after = digits_from(a, at), before = digits_before(a, dot);
    if (after < 1 || after > 2 || before == 0) {
        return false;
    }
    if (before == 4 && !is_letter(class_at(a, dot - 5))) {
        return true;
    }
    int32_t start = dot - before; /* of the number before the dot */
    enum char_class mark = class_at(a, start - 1);
    if (before > 2) {
        return false;
    }
    if (mark == CHAR_QUOTE || (mark == CHAR_CLOSE && a->bases[start - 1] == 0x2019)) {
        return true; /* '87. 11. */
    }
    if (mark == CHAR_TILDE || mark == CHAR_HYPHEN) {
        enum char_class end = class_at(a, start - 2);
        return end == CHAR_STOP || end == CHAR_CLOSE; /* 1.~5. 31. */
    }
    if (a->bases[at + after] == '.' && after <= 2) {
        return true; /* 5. 20. */
    }
    return mark == CHAR_SPACE && is_date_space(a, start);
}

/* 10:00 ~ 12:00, 2시 ~ 4시: the spaces round the sign of a range between numbers. */
static bool
is_range_space(const struct analysis *a, int32_t at) {
    enum char_class next = class_at(a, at), last = class_at(a, at - 2);
    if (next == CHAR_TILDE) {
        return class_at(a, at + 1) == CHAR_SPACE && class_at(a, at + 2) == CHAR_DIGIT;
    }
    return last == CHAR_TILDE && next == CHAR_DIGIT && class_at(a, at - 3) == CHAR_SPACE;
}

static enum break_kind
kind_after_space(const struct analysis *a, int32_t at) {
    enum char_class next = class_at(a, at), last = class_at(a, at - 2);
    if (next == CHAR_CLOSE || next == CHAR_COMMA || next == CHAR_STOP || next == CHAR_QUESTION ||
        last == CHAR_OPEN) {
        return BREAK_LOOSE; /* sources put spaces there: `있고 ,` `( 가` */
    }
    return is_date_space(a, at) || is_range_space(a, at) ? BREAK_LOOSE : BREAK_WORD;
}

/* A hyphen or slash ends a line when it joins two words. Not in numbers (2010-2013, 24/7), after a
 * sign (-5), in a unit (60km/h), after a single letter (K-POP), in `//`. */
static bool
joins_words(const struct analysis *a, int32_t at) {
    enum char_class last = class_at(a, at - 2), next = class_at(a, at);
    bool word_before = is_letter(last) || last == CHAR_DIGIT || last == CHAR_CLOSE;
    bool word_after = is_letter(next) || next == CHAR_DIGIT || next == CHAR_OPEN;
    if (!word_before || !word_after || (last == CHAR_DIGIT && next == CHAR_DIGIT)) {
        return false;
    }
    int32_t start = at - 2;
    while (class_at(a, start - 1) == CHAR_LATIN) {
        start--;
    }
    if (last == CHAR_LATIN && start == at - 2 && !is_letter(class_at(a, start - 1))) {
        return false;
    }
    return !(last == CHAR_LATIN && next == CHAR_LATIN && class_at(a, start - 1) == CHAR_DIGIT);
}

/* Inside an eojeol that is too long for its line. */
static enum break_kind
kind_inside(const struct analysis *a, int32_t at) {
    enum char_class last = class_at(a, at - 1), next = class_at(a, at);
    if (last == CHAR_GLUE || next == CHAR_GLUE || chars_never_ends(last) ||
        chars_never_starts(a->bases[at], next)) {
        return BREAK_DESPERATE;
    }
    if (last == CHAR_DIGIT || (last == CHAR_TILDE && next == CHAR_DIGIT) ||
        (last == CHAR_STOP && next == CHAR_DIGIT) || (last == CHAR_COMMA && next == CHAR_DIGIT)) {
        return BREAK_DESPERATE; /* 14일(금), 2시~4시, 1,500 */
    }
    if (next == CHAR_OPEN) {
        return is_letter(last) && class_at(a, at - 2) == CHAR_DIGIT ? BREAK_DESPERATE : BREAK_PART;
    }
    if (last == CHAR_CLOSE || last == CHAR_QUOTE) {
        return next == CHAR_HANGUL && starts_particle(a->bases[at]) ? BREAK_DESPERATE : BREAK_PART;
    }
    bool joined = last == CHAR_LATIN || last == CHAR_HYPHEN || last == CHAR_SLASH;
    if (joined && next == CHAR_LATIN) {
        return BREAK_DESPERATE; /* K-POP, km/h */
    }
    if (last == CHAR_DOT || last == CHAR_COMMA || last == CHAR_STOP || last == CHAR_MIDDLE ||
        last == CHAR_HYPHEN || last == CHAR_SLASH || last == CHAR_QUESTION) {
        return BREAK_PART;
    }
    bool han = last == CHAR_HAN || last == CHAR_KANA;
    return han && (next == CHAR_HAN || next == CHAR_KANA) ? BREAK_PART : BREAK_CLUSTER;
}

enum break_kind
eojeol_kind(const struct analysis *a, int32_t at) {
    enum char_class last = class_at(a, at - 1), next = class_at(a, at);
    if (is_gap(next)) {
        return BREAK_NEVER;
    }
    if (last == CHAR_SPACE) {
        return kind_after_space(a, at);
    }
    if (last == CHAR_ZWSP) {
        return BREAK_WORD;
    }
    if ((last == CHAR_HYPHEN || last == CHAR_SLASH) && joins_words(a, at)) {
        return BREAK_WORD;
    }
    return kind_inside(a, at);
}

void
eojeol_breaks(struct analysis *a) {
    for (int32_t i = 1; i < a->count; i++) {
        enum char_class last = (enum char_class)a->clusters[i - 1].class;
        enum char_class next = (enum char_class)a->clusters[i].class;
        bool syllables = last == CHAR_HANGUL && next == CHAR_HANGUL;
        a->clusters[i].breaks = (uint8_t)(syllables ? BREAK_CLUSTER : eojeol_kind(a, i));
    }
}
