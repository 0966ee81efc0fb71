/* Headings of Korean and English read better when a line neither starts with a bound noun (할 수,
 * 것, 등) nor ends with an article or preposition (of, the). A Korean one breaks only where no
 * other on the line does; an English one when that saves a line. Japanese headings have
 * phrase_breaks.c.
 */
#include "base/check.h"
#include "text/breaks/around.h"
#include "text/breaks/breaks.h"
#include "text/engine_private.h"
#include "text/shape/languages.h"

#define LONGEST 6

/* Clusters of the word that starts, or (`before`) ends, at `at`; 0 when it is longer than any here.
 */
static int32_t
word_length(const struct analysis *a, int32_t at, bool before) {
    int32_t n = 0;
    for (; n <= LONGEST; n++) {
        int32_t i = before ? at - 1 - n : at + n;
        if (i < 0 || i >= a->count || a->clusters[i].class == CHAR_SPACE ||
            a->clusters[i].class == CHAR_NEWLINE) {
            return n;
        }
    }
    return 0;
}

/* 등 때 중, alone or with one syllable of particle. */
static bool
is_weak_noun(const struct analysis *a, int32_t at) {
    static const uint16_t particles[] = u"은는이가을를도만에의";
    uint32_t first = around_syllable(a, at), second = around_syllable(a, at + 1);
    int32_t n = word_length(a, at, false);
    if (first != u'등' && first != u'때' && first != u'중') {
        return false;
    }
    return n == 1 || (n == 2 && chars_is_one_of(particles, second));
}

/* 할 수 있다, 할 수 없다: the space after 수. */
static bool
is_ability(const struct analysis *a, int32_t at) {
    int32_t n = word_length(a, at - 1, true);
    bool su = (n == 1 || n == 2) && around_syllable(a, at - 1 - n) == u'수';
    uint32_t next = around_syllable(a, at);
    return su && (next == u'있' || next == u'없');
}

static bool
is_function_word(const struct analysis *a, int32_t end) {
    static const char *const words[] = {"a", "an", "the", "of", "in", "on", "at", "to", "by", "for",
        "and", "or", "with", "from", "as", "our", "your", "its", "their"};
    int32_t n = word_length(a, end, true);
    if (n > 1 && around_class(a, end - n) == CHAR_OPEN) {
        n--; /* of "The */
    }
    for (size_t i = 0; i < ARRAY_LEN(words) && n > 0; i++) {
        struct str word = str_from(words[i]);
        bool same = word.n == (size_t)n;
        for (int32_t k = 0; same && k < n; k++) {
            uint32_t c = a->bases[end - n + k];
            same = (c >= 'A' && c <= 'Z' ? c + 32 : c) == (uint32_t)word.p[k];
        }
        if (same) {
            return true;
        }
    }
    return false;
}

/* 참여할 수 있는 parts behind 수 rather than before it. */
static uint8_t
korean_space(const struct analysis *a, int32_t at) {
    if (bonds_is_bound_noun(a, at)) {
        return around_syllable(a, at) == u'수' ? BREAK_PART : BREAK_LOOSE;
    }
    return is_weak_noun(a, at) || is_ability(a, at) ? BREAK_LOOSE : BREAK_WORD;
}

/* A word too long for its line does not leave one syllable on the next, nor break 까지 부터 에서.
 */
static bool
parts_ending(const struct analysis *a, int32_t at) {
    uint32_t last = around_syllable(a, at - 1), next = around_syllable(a, at);
    bool two = (last == u'까' && next == u'지') || (last == u'부' && next == u'터') ||
               (last == u'에' && next == u'서') || (last == u'으' && next == u'로');
    return two || (a->clusters[at].class == CHAR_HANGUL && around_raw(a, at + 1) != CHAR_HANGUL);
}

void
heading_breaks(struct analysis *a) {
    for (int32_t i = 2; i < a->count; i++) {
        struct cluster *c = &a->clusters[i];
        bool space = c[-1].class == CHAR_SPACE;
        enum locale_script script = languages_script_before(a, i);
        bool korean = script == LOCALE_HANGUL;
        if (script == LOCALE_KANA) {
            continue; /* phrase_breaks.c */
        }
        if (korean && c->breaks == BREAK_CLUSTER && parts_ending(a, i)) {
            c->breaks = BREAK_SPLIT;
        } else if (korean && space && (c->breaks == BREAK_WORD || c->breaks == BREAK_LEAN)) {
            c->breaks = korean_space(a, i);
        } else if (!korean && space && c->breaks == BREAK_WORD && is_function_word(a, i - 1)) {
            c->breaks = BREAK_LEAN;
        }
    }
}
