/* Headings of Korean and English read better when a line neither starts with a bound noun (할 수,
 * 것, 등) nor ends with an article or preposition (of, the). A Korean one breaks only where no
 * other on the line does; an English one when that saves a line. Japanese headings have phrase.c.
 */
#include "base/check.h"
#include "text/around.h"
#include "text/breaks.h"
#include "text/engine_impl.h"

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

/* Dependent nouns that lean on the word before them, alone or with one syllable of particle. */
static bool
is_bound_noun(const struct analysis *a, int32_t at) {
    static const uint16_t nouns[] = {0xC218 /* 수 */, 0xAC83 /* 것 */, 0xB4F1 /* 등 */,
        0xB54C /* 때 */, 0xC911 /* 중 */, 0xBFD0 /* 뿐 */, 0xB370 /* 데 */, 0xC904 /* 줄 */,
        0xBC14 /* 바 */, 0xCC44 /* 채 */, 0xC801 /* 적 */, 0xB9CC /* 만 */, 0xB4EF /* 듯 */,
        0xB9AC /* 리 */};
    int32_t n = word_length(a, at, false);
    uint32_t first = around_syllable(a, at);
    for (size_t i = 0; i < ARRAY_LEN(nouns) && n >= 1 && n <= 2; i++) {
        if (first == nouns[i]) {
            return true;
        }
    }
    return false;
}

/* 할 수 있다, 할 수 없다: the space after 수. */
static bool
is_ability(const struct analysis *a, int32_t at) {
    int32_t n = word_length(a, at - 1, true);
    bool su = (n == 1 || n == 2) && around_syllable(a, at - 1 - n) == 0xC218;
    uint32_t next = around_syllable(a, at);
    return su && (next == 0xC788 || next == 0xC5C6);
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

void
heading_breaks(struct analysis *a) {
    for (int32_t i = 2; i < a->count; i++) {
        struct cluster *c = &a->clusters[i];
        if (c->breaks != BREAK_WORD || c[-1].class != CHAR_SPACE) {
            continue;
        }
        bool korean = a->request->lang == LOCALE_KO;
        bool leans = korean ? is_bound_noun(a, i) || is_ability(a, i) : is_function_word(a, i - 1);
        if (leans) {
            c->breaks = korean ? BREAK_LOOSE : BREAK_LEAN;
        }
    }
}
