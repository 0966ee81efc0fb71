/* Korean line breaks. A line ends at a space, a zero-width space, or after a hyphen or slash that
 * joins two words, and nowhere else while an eojeol (the word with its particles) fits on a line.
 * That is what readers of signs and screens expect (KLREQ, word-unit breaking); UAX #14 alone would
 * break between any two syllables, and CSS keep-all separates a particle from the bracket before
 * it.
 *
 * What an eojeol longer than the line does is graded: BREAK_PART at the places a reader minds least
 * (before an opening bracket, after a comma, a range or a closing bracket that no particle
 * follows), BREAK_JOINT at the marks inside a date, a telephone number, a code or an address,
 * BREAK_CLUSTER between syllables, BREAK_SPLIT inside numbers and Latin words, before units and
 * particles, and BREAK_DESPERATE against kinsoku. */
#include "text/breaks/around.h"
#include "text/breaks/breaks.h"
#include "text/breaks/korean/words.h"
#include "text/shape/languages.h"

/* (금) (주) (州): one character in brackets belongs to what it stands beside. */
static bool
is_small_bracket(const struct analysis *a, int32_t open) {
    return around_class(a, open) == CHAR_OPEN && around_raw(a, open + 2) == CHAR_CLOSE;
}

/* Does a bracket of up to three characters end before `at` that begins the eojeol: (주) (가칭)? */
static bool
ends_prefix(const struct analysis *a, int32_t at) {
    for (int32_t open = at - 3; open >= at - 5 && open >= 0; open--) {
        if (around_raw(a, open) == CHAR_OPEN) {
            return around_is_gap(around_raw(a, open - 1));
        }
    }
    return false;
}

static enum break_kind
before_particle(const struct analysis *a, int32_t at, enum break_kind otherwise) {
    bool particle =
        around_raw(a, at) == CHAR_HANGUL && words_has(WORDS_ENDINGS, around_syllable(a, at));
    return particle ? BREAK_SPLIT : otherwise;
}

static enum break_kind
after_close(const struct analysis *a, int32_t at) {
    int32_t syllables = around_from(a, at, CHAR_HANGUL);
    if (at >= 3 && is_small_bracket(a, at - 3) && ends_prefix(a, at)) {
        return BREAK_SPLIT; /* (주)하나로 is one name */
    }
    if (syllables > 0 && syllables < 3) {
        return BREAK_SPLIT; /* 《논어》편에: no particle, but no word either */
    }
    if (ends_prefix(a, at)) {
        return before_particle(a, at, BREAK_CLUSTER);
    }
    /* 통보(문자)합니다: rather before the bracket than behind it */
    return before_particle(a, at, syllables > 0 ? BREAK_INNER : BREAK_PART);
}

/* What no line starts with. The dot of an address is no stop: `example` ⏎ `.or.kr`. */
static enum break_kind
before_mark(const struct analysis *a, int32_t at) {
    uint32_t last = at > 0 ? a->bases[at - 1] : 0;
    bool dot = a->bases[at] == '.' && around_from(a, at + 1, CHAR_LATIN) >= 2 &&
               around_before(a, at, CHAR_LATIN) + around_before(a, at, CHAR_DIGIT) >= 2;
    return dot && last != 'w' ? BREAK_JOINT : BREAK_DESPERATE;
}

static enum break_kind
after_hyphen(const struct analysis *a, int32_t at) {
    enum char_class last = around_class(a, at - 2), next = around_class(a, at);
    if (around_is_gap(last)) {
        return BREAK_SPLIT; /* a sign: -5 */
    }
    if (last == CHAR_DIGIT && next == CHAR_DIGIT) {
        return a->bases[at - 1] == 0x2013 ? BREAK_PART : BREAK_JOINT; /* 1990–2000, 044-203 */
    }
    if (around_joins_words(a, at, 3)) {
        return BREAK_WORD;
    }
    bool address = last == CHAR_LATIN && next == CHAR_LATIN && around_in_address(a, at);
    if (last == CHAR_DIGIT || next == CHAR_DIGIT || address) {
        return BREAK_JOINT; /* GPT-4, 2025-서울 */
    }
    bool letter = (last == CHAR_LATIN && around_before(a, at - 1, CHAR_LATIN) == 1) ||
                  (next == CHAR_LATIN && around_from(a, at, CHAR_LATIN) == 1);
    if (letter) {
        return BREAK_SPLIT; /* K-POP, 비타민-C */
    }
    return last == CHAR_LATIN && next == CHAR_LATIN ? BREAK_JOINT : BREAK_PART;
}

/* Letters before the slash that follow a digit are a unit, and so is what comes after: 원/kg. */
static bool
is_unit_slash(const struct analysis *a, int32_t at) {
    int32_t i = at - 2;
    while (around_is_letter(around_raw(a, i)) && at - i < 8) {
        i--;
    }
    enum char_class before = around_raw(a, i);
    return before == CHAR_DIGIT || before == CHAR_OTHER;
}

/* 한글날(10. 9.)·|개천절(10. 3.): a mark between two words each with its gloss. */
static bool
joins_glosses(const struct analysis *a, int32_t at) {
    enum char_class mark = around_raw(a, at - 1);
    bool joins = mark == CHAR_DOT || mark == CHAR_SLASH || mark == CHAR_TILDE;
    return joins && around_raw(a, at - 2) == CHAR_CLOSE;
}

static enum break_kind
after_slash(const struct analysis *a, int32_t at) {
    enum char_class last = around_class(a, at - 2), next = around_class(a, at);
    if (around_is_gap(last)) {
        return BREAK_SPLIT;
    }
    if (last == CHAR_SLASH || is_unit_slash(a, at) || next == CHAR_OTHER) {
        return BREAK_JOINT;
    }
    if (around_joins_words(a, at, 3)) {
        return BREAK_WORD;
    }
    if (joins_glosses(a, at)) {
        return BREAK_PART;
    }
    return last == CHAR_LATIN || next == CHAR_LATIN ? BREAK_JOINT : BREAK_PART;
}

static enum break_kind
after_dot(const struct analysis *a, int32_t at) {
    bool digits = around_raw(a, at) == CHAR_DIGIT && around_raw(a, at - 2) == CHAR_DIGIT;
    return digits ? BREAK_JOINT : BREAK_PART;
}

static enum break_kind
after_tilde(const struct analysis *a, int32_t at) {
    enum char_class last = around_raw(a, at - 2);
    if (around_is_gap(last) || last == CHAR_OPEN) {
        return BREAK_SPLIT; /* (~4. 30.) */
    }
    return BREAK_PART;
}

/* After a comma, colon, full stop or question mark. */
static enum break_kind
after_stop(const struct analysis *a, int32_t at) {
    enum char_class before = around_class(a, at - 2), mark = around_raw(a, at - 1),
                    next = around_class(a, at);
    bool latin_before = before == CHAR_LATIN || before == CHAR_DIGIT;
    bool latin_next = next == CHAR_LATIN || next == CHAR_DIGIT;
    if (around_is_gap(before) || (before == CHAR_DIGIT && next == CHAR_DIGIT)) {
        return BREAK_SPLIT; /* .5, 1,500, 10:00 */
    }
    if (mark == CHAR_STOP && latin_before && latin_next) {
        return BREAK_SPLIT; /* U.S., example.kr */
    }
    if (mark == CHAR_QUESTION && latin_next && around_in_address(a, at)) {
        return BREAK_JOINT;
    }
    if (mark == CHAR_QUESTION || a->bases[at - 1] != '.' || latin_before) {
        bool ends = mark == CHAR_STOP || mark == CHAR_QUESTION;
        return ends ? before_particle(a, at, BREAK_PART) : BREAK_PART; /* 28.로, …라고 */
    }
    return BREAK_PART;
}

/* 이다 입니다 에서 까지 부터 으로: what a number or a Latin word parts from more easily than its
 * own syllables do; an address has better joints. */
static bool
starts_ending(const struct analysis *a, int32_t at) {
    return words_at(WORDS_PARTING, a, at) > 0 && !around_in_address(a, at - 1);
}

/* 25.4MW×|10, 2020=|100, Ctrl+|Shift, naru_|team: marks between the parts of a formula or a name,
 * if they are no sign (+82) and no letter stands alone beside them (R&D). */
static bool
is_operator(const struct analysis *a, int32_t at) {
    uint32_t c = a->bases[at];
    enum char_class last = around_raw(a, at - 1), next = around_raw(a, at + 1);
    if (c != 0xD7 && c != '=' && c != '&' && c != '+' && c != '_') {
        return false;
    }
    bool between = (around_is_letter(last) || last == CHAR_DIGIT || last == CHAR_CLOSE) &&
                   (around_is_letter(next) || next == CHAR_DIGIT || next == CHAR_OPEN);
    bool letter = (last == CHAR_LATIN && around_before(a, at, CHAR_LATIN) == 1) ||
                  (next == CHAR_LATIN && around_from(a, at + 1, CHAR_LATIN) == 1 &&
                      around_raw(a, at + 2) != CHAR_DIGIT);
    return between && (c != '&' || !letter);
}

/* Between characters that carry no punctuation. */
static enum break_kind
between_letters(const struct analysis *a, int32_t at, enum char_class last, enum char_class next) {
    bool latin = last == CHAR_LATIN || last == CHAR_OTHER;
    uint32_t mark = a->bases[at - 1];
    enum char_class before = around_raw(a, at - 2);
    if (mark == '\\' || (mark == '@' && (before == CHAR_LATIN || before == CHAR_DIGIT))) {
        return BREAK_JOINT;
    }
    if (is_operator(a, at - 1)) { /* an address has better joints: / ? & */
        return mark == '&' || !around_in_address(a, at) ? BREAK_JOINT : BREAK_CLUSTER;
    }
    if (latin && (next == CHAR_LATIN || next == CHAR_OTHER || next == CHAR_DIGIT)) {
        return BREAK_SPLIT; /* KBS, US$100 */
    }
    if (last == CHAR_HAN && next == CHAR_DIGIT && before == CHAR_HAN) {
        return BREAK_PART; /* 元城町|103-2 */
    }
    if (latin && starts_ending(a, at)) {
        return BREAK_JOINT;
    }
    if (next == CHAR_DIGIT) { /* 코로나19, 제1항; but 2025년 6월 without its space */
        return around_raw(a, at - 2) == CHAR_DIGIT ? BREAK_CLUSTER : BREAK_SPLIT;
    }
    return last == CHAR_HANGUL ? BREAK_CLUSTER : before_particle(a, at, BREAK_CLUSTER);
}

/* Inside an eojeol that is too long for its line. */
static enum break_kind
kind_inside(const struct analysis *a, int32_t at) {
    enum char_class last = around_class(a, at - 1), next = around_class(a, at);
    if (chars_never_ends(last) || next == CHAR_GLUE) {
        return BREAK_DESPERATE;
    }
    if (chars_never_starts(a->bases[at], next)) {
        return before_mark(a, at);
    }
    if (around_is_joint(a->bases[at])) {
        return BREAK_DESPERATE;
    }
    if (next == CHAR_OPEN) {
        return is_small_bracket(a, at) ? BREAK_CLUSTER : BREAK_PART;
    }
    switch (last) {
    case CHAR_DIGIT:
        return starts_ending(a, at) ? BREAK_JOINT : BREAK_SPLIT; /* 14일, 60km */
    case CHAR_TILDE:
        return after_tilde(a, at);
    case CHAR_HYPHEN:
        return after_hyphen(a, at);
    case CHAR_SLASH:
        return after_slash(a, at);
    case CHAR_DOT:
        return after_dot(a, at);
    case CHAR_COMMA:
    case CHAR_STOP:
    case CHAR_MIDDLE:
    case CHAR_QUESTION:
        return after_stop(a, at);
    case CHAR_CLOSE:
        return after_close(a, at);
    case CHAR_HIDDEN:
        return a->bases[at - 1] == 0xAD ? BREAK_PART : BREAK_CLUSTER; /* a soft hyphen */
    default:
        return around_is_joint(a->bases[at - 1]) ? BREAK_PART : between_letters(a, at, last, next);
    }
}

enum break_kind
eojeol_kind(const struct analysis *a, int32_t at) {
    enum char_class last = around_raw(a, at - 1), next = around_raw(a, at);
    if (around_is_gap(next)) {
        return BREAK_NEVER;
    }
    if (last == CHAR_SPACE) {
        return spaces_kind(a, at);
    }
    return last == CHAR_ZWSP ? BREAK_WORD : kind_inside(a, at);
}

/* What stands before a boundary in its eojeol. */
struct eojeol {
    int32_t depth; /* brackets opened inside it: they break before rather than in them */
    bool glossed;  /* a mark between two words each with its gloss */
};

/* `손흥민(33·LAFC)` breaks before its brackets rather than in them; `한글날(10. 9.)·개천절(10. 3.)`
 * behind its dot rather than before the second. */
static enum break_kind
lower_inside(const struct analysis *a, int32_t at, enum break_kind kind, struct eojeol *eojeol) {
    enum char_class last = around_raw(a, at - 1);
    bool joins = last == CHAR_HYPHEN || last == CHAR_SLASH;
    if (last == CHAR_SPACE && kind >= BREAK_LEAN) {
        *eojeol = (struct eojeol){0}; /* nearly always */
        return kind;
    }
    if (last == CHAR_OPEN) {
        eojeol->depth += eojeol->depth > 0 || !around_is_gap(around_raw(a, at - 2));
    } else if (last == CHAR_CLOSE && eojeol->depth > 0) {
        eojeol->depth -= around_class(a, at - 1) == CHAR_CLOSE;
    } else if (kind == BREAK_LOOSE && eojeol->depth > 0) {
        return BREAK_INNER; /* 쿠폰|(5천 원권) */
    } else if (kind >= BREAK_LOOSE && !joins) {
        *eojeol = (struct eojeol){0}; /* a line may well begin here */
    } else if (kind == BREAK_PART && eojeol->depth == 0 && joins_glosses(a, at)) {
        eojeol->glossed = true;
        return kind;
    }
    bool inner = eojeol->depth > 0 || (eojeol->glossed && around_raw(a, at) == CHAR_OPEN);
    return inner && (kind == BREAK_PART || joins) && kind > BREAK_INNER ? BREAK_INNER : kind;
}

void
eojeol_breaks(struct analysis *a, enum locale_id lang) {
    struct eojeol eojeol = {0};
    for (int32_t i = 1; i < a->count; i++) {
        enum char_class last = (enum char_class)a->clusters[i - 1].class;
        enum char_class next = (enum char_class)a->clusters[i].class;
        enum break_kind kind = BREAK_CLUSTER;
        if (last == CHAR_SPACE && next == CHAR_HANGUL) {
            kind = lower_inside(a, i, spaces_kind(a, i), &eojeol);
        } else if (last != CHAR_HANGUL || next != CHAR_HANGUL) {
            kind = lower_inside(a, i, eojeol_kind(a, i), &eojeol);
        }
        if (languages_before(a, i) == lang) {
            a->clusters[i].breaks = (uint8_t)kind;
        }
    }
}
