/* Korean words a line would rather not part: a numeral or determiner and its noun (세 번, 그 도시),
 * the parts of one amount (10월 19일, 5만 2천), an amount and what places it (15분 만에). And the
 * bound nouns (할 수, 아는 것), which no line starts with unless that saves one.
 *
 * The words are in words.def; here is how they are asked for. Nearly every space of Korean text
 * comes by, so each question begins with one syllable. */
#include "text/breaks/breaks.h"
#include "text/breaks/korean/words.h"

#define HANGUL_FIRST 0xAC00u
#define HANGUL_LAST 0xD7A3u
#define TAILS 28u
#define JAMO_TAIL_N 4u /* ㄴ */
#define JAMO_TAIL_L 8u /* ㄹ */

static bool
is_digit(const struct analysis *a, int32_t at) {
    return around_raw(a, at) == CHAR_DIGIT;
}

/* 참가를 한 사람: behind an object it is the verb; before another determiner the end of a clause
 * (하는 한 그 효력은). 19 세 이상: behind a number, a counter. */
static bool
is_numeral_word(const struct analysis *a, int32_t at) {
    uint32_t c = around_syllable(a, at), before = around_syllable(a, at - 2);
    bool verb = before == u'을' || before == u'를' ||
                (around_raw(a, at + 3) == CHAR_SPACE &&
                    (around_syllable(a, at + 2) == u'그' || around_syllable(a, at + 2) == u'이'));
    return words_has(WORDS_COUNTING, c) && !is_digit(a, at - 2) && (c != u'한' || !verb);
}

/* A word of one syllable before the space before `at`: 약 66분, 각 호, 첫 인연, 세 번. */
static bool
is_determiner(const struct analysis *a, int32_t at) {
    const struct words_determiner *determiner = words_determiner_of(around_syllable(a, at - 2));
    bool number = is_digit(a, at);
    if (!determiner) {
        return is_numeral_word(a, at - 2);
    }
    switch (determiner->what) {
    case DETERMINES_AMOUNT:
        return number || (words_has(WORDS_COUNTING, around_syllable(a, at)) &&
                             around_is_gap(around_raw(a, at + 1)));
    case DETERMINES_NUMBER:
        return number;
    case DETERMINES_WHOLE:
        return words_at(WORDS_WHOLE, a, at) > 0;
    case DETERMINES_ANY:
        break;
    }
    return true;
}

/* 오후 3시, 새벽 5:30 */
static bool
is_hour_of_day(const struct analysis *a, int32_t at) {
    int32_t n = around_from(a, at, CHAR_DIGIT);
    bool hour = around_syllable(a, at + n) == u'시' || a->bases[at + n] == ':';
    return hour && words_end(WORDS_DAY_PARTS, a, at - 1);
}

/* Does `unit` end before the space before `at`, behind a digit: 10월, 2시간? A power of ten may
 * stand behind another: 5천만. */
static bool
ends_part(const struct analysis *a, int32_t at, const uint16_t *unit) {
    int32_t n = unit[1] ? 2 : 1, start = at - 1 - n;
    bool power = words_has(WORDS_POWERS, unit[0]);
    return words_reads(unit, a, start) == n &&
           (is_digit(a, start - 1) || (power && is_digit(a, start - 2)));
}

/* 2012년 10월, 10월 19일, 3박 4일, 2시간 30분, 5만 2천: how the space before the next part of the
 * same amount holds; BREAK_WORD where it is none. */
static enum break_kind
kind_in_amount(const struct analysis *a, int32_t at) {
    int32_t n = around_from(a, at, CHAR_DIGIT);
    uint32_t last = around_syllable(a, at - 2);
    const struct words_part *part;
    for (size_t i = 0; (part = words_part_at(i)); i++) {
        bool ends = part->unit[part->unit[1] ? 1 : 0] == last && ends_part(a, at, part->unit);
        if (ends && n <= part->digits && (!*part->next || words_reads(part->next, a, at + n))) {
            return part->kind;
        }
    }
    return BREAK_WORD;
}

/* A number in the word before the space before `at`, with three letters or signs behind it at
 * most: 15분 5kg 20% */
static bool
follows_amount(const struct analysis *a, int32_t at) {
    for (int32_t i = at - 2; i >= at - 5; i--) {
        enum char_class class = around_raw(a, i);
        if (class != CHAR_CLOSE && class != CHAR_OTHER && !around_is_letter(class)) {
            return class == CHAR_DIGIT;
        }
    }
    return false;
}

/* 만에 전 후 동안 이상 …: words that place the amount before them. */
static bool
places_amount(const struct analysis *a, int32_t at) {
    bool alone = around_raw(a, at + 1) != CHAR_HANGUL;
    if (words_at(WORDS_PLACING_ANY, a, at)) {
        return true;
    }
    bool places = alone ? words_has(WORDS_PLACING_ALONE, around_syllable(a, at))
                        : words_at(WORDS_PLACING, a, at) > 0;
    return places && follows_amount(a, at);
}

/* The consonant that closes a syllable; 0 for none, and for what is no syllable. */
static uint32_t
tail_of(uint32_t c) {
    return c >= HANGUL_FIRST && c <= HANGUL_LAST ? (c - HANGUL_FIRST) % TAILS : 0;
}

/* ㄴ ㄹ end what stands before a bound noun (하는 것, 할 수). */
static bool
follows_tail(const struct analysis *a, int32_t at, unsigned tails) {
    uint32_t tail = tail_of(around_syllable(a, at - 2));
    return (tails & TAIL_N && tail == JAMO_TAIL_N) || (tails & TAIL_L && tail == JAMO_TAIL_L);
}

/* Nothing of the word follows at `at`, or one syllable of particle: 은 는 이 가 을 를 도 만 에 */
static bool
ends_noun(const struct analysis *a, int32_t at) {
    if (words_has(WORDS_PARTICLES, around_syllable(a, at))) {
        return around_raw(a, at + 1) != CHAR_HANGUL;
    }
    return around_raw(a, at) != CHAR_HANGUL;
}

static bool
is_one_of(const uint16_t *words, uint32_t c) {
    return c != ' ' && chars_is_one_of(words, c);
}

/* Does a particle end the word before the space before `at`? 을 and 은 are one behind a closed
 * syllable only: 책을, but 마을. */
static bool
follows_particle(const struct analysis *a, int32_t at) {
    uint32_t last = around_syllable(a, at - 2);
    if (last == u'을' || last == u'은') {
        return tail_of(around_syllable(a, at - 3)) != 0;
    }
    return last == u'를' || last == u'는' || last == u'에';
}

/* One to four syllables that stand alone, as a person's name or surname does: 김 과장. */
static bool
follows_name(const struct analysis *a, int32_t at) {
    int32_t n = around_before(a, at - 1, CHAR_HANGUL);
    return n >= 1 && n <= 4 && words_starts(a, at - 1 - n);
}

/* 배판열 씨가, 김수미 양의, 도시 간, 20명 등: does a noun that belongs to the word before stand
 * here? */
static bool
belongs_to_word_before(const struct analysis *a, int32_t at) {
    const struct words_behind *behind;
    for (size_t i = 0; (behind = words_behind_at(i)); i++) {
        int32_t n = words_longest(behind->nouns, a, at);
        if (n > 0) {
            bool ends = is_one_of(behind->also, around_syllable(a, at + n)) || ends_noun(a, at + n);
            bool verb = is_one_of(behind->not_after, around_syllable(a, at - 2));
            bool name = behind->before != BEHIND_NAME || follows_name(a, at);
            return ends && !verb && name && !follows_particle(a, at);
        }
    }
    return false;
}

/* 할 수, 아는 것: does a bound noun that stands behind a verb stand here? */
static bool
follows_verb_form(const struct analysis *a, int32_t at) {
    const struct words_bound *bound;
    for (size_t i = 0; (bound = words_bound_at(i)); i++) {
        int32_t n = words_reads(bound->noun, a, at);
        if (n > 0) {
            uint32_t next = around_syllable(a, at + n);
            bool ends = !bound->ends || is_one_of(bound->also, next) || ends_noun(a, at + n);
            return ends && !is_one_of(bound->never, next) && follows_tail(a, at, bound->tails);
        }
    }
    return false;
}

bool
bonds_is_bound_noun(const struct analysis *a, int32_t at) {
    return follows_verb_form(a, at) || belongs_to_word_before(a, at);
}

/* The questions that begin with a digit behind the space, or with a word of one syllable before. */
static enum break_kind
special_kind(const struct analysis *a, int32_t at, enum char_class next) {
    enum break_kind kind = next == CHAR_DIGIT ? kind_in_amount(a, at) : BREAK_WORD;
    if (kind != BREAK_WORD) {
        return kind;
    }
    bool holds = words_starts(a, at - 2) ? is_determiner(a, at)
                                         : next == CHAR_DIGIT && is_hour_of_day(a, at);
    return holds ? BREAK_LOOSE : BREAK_WORD;
}

enum break_kind
bonds_kind(const struct analysis *a, int32_t at) {
    enum char_class next = around_raw(a, at);
    if (next != CHAR_DIGIT && !around_is_letter(next)) {
        return BREAK_WORD;
    }
    if (around_raw(a, at - 2) == CHAR_HANGUL) {
        if (next == CHAR_DIGIT || words_starts(a, at - 2)) {
            enum break_kind kind = special_kind(a, at, next);
            if (kind != BREAK_WORD) {
                return kind;
            }
        }
        if (next != CHAR_DIGIT && words_has(WORDS_NUMERALS_LAST, around_syllable(a, at - 2)) &&
            words_end(WORDS_NUMERALS, a, at - 1)) {
            return BREAK_LOOSE;
        }
    }
    if (next != CHAR_HANGUL || !words_has(WORDS_FOLLOWERS, around_syllable(a, at))) {
        return BREAK_WORD;
    }
    return places_amount(a, at)         ? BREAK_LOOSE
           : bonds_is_bound_noun(a, at) ? BREAK_LEAN
                                        : BREAK_WORD;
}
