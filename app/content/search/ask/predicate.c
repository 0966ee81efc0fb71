#include "content/search/ask/predicate.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/ask/function.h"
#include "content/search/ask/segments.h"
#include "i18n/stems.h"

static const char *const ends[] = {
#define ASK_PREDICATE_ENDS(endings) endings,
#define ASK_PREDICATE_BEHIND(words)
#define ASK_PREDICATE_WORDS(words)
#define ASK_COPULA_ENDS(endings)
#include "content/search/ask/predicate.def"
#undef ASK_PREDICATE_ENDS
#undef ASK_PREDICATE_BEHIND
#undef ASK_PREDICATE_WORDS
#undef ASK_COPULA_ENDS
};

static const char *const copulas[] = {
#define ASK_PREDICATE_ENDS(endings)
#define ASK_PREDICATE_BEHIND(words)
#define ASK_PREDICATE_WORDS(words)
#define ASK_COPULA_ENDS(endings) endings,
#include "content/search/ask/predicate.def"
#undef ASK_PREDICATE_ENDS
#undef ASK_PREDICATE_BEHIND
#undef ASK_PREDICATE_WORDS
#undef ASK_COPULA_ENDS
};

static const char *const behind[] = {
#define ASK_PREDICATE_ENDS(endings)
#define ASK_COPULA_ENDS(endings)
#define ASK_PREDICATE_BEHIND(words) words,
#define ASK_PREDICATE_WORDS(words)
#include "content/search/ask/predicate.def"
#undef ASK_PREDICATE_ENDS
#undef ASK_PREDICATE_BEHIND
#undef ASK_PREDICATE_WORDS
#undef ASK_COPULA_ENDS
};

static const char *const verbs[] = {
#define ASK_PREDICATE_ENDS(endings)
#define ASK_COPULA_ENDS(endings)
#define ASK_PREDICATE_BEHIND(words)
#define ASK_PREDICATE_WORDS(words) words,
#include "content/search/ask/predicate.def"
#undef ASK_PREDICATE_ENDS
#undef ASK_PREDICATE_BEHIND
#undef ASK_PREDICATE_WORDS
#undef ASK_COPULA_ENDS
};

/* 맺었, 열렸: the mark of the past closes the last syllable. */
static bool
is_past(struct str key) {
    enum { SYLLABLES = 0xAC00, CODAS = 28, DOUBLE_S = 20 };
    size_t at = key.n;
    uint32_t last = key.n > 0 ? utf8_prev(key, &at) : 0;
    return at > 0 && fold_class(last) == FOLD_HANGUL && (last - SYLLABLES) % CODAS == DOUBLE_S;
}

static bool
is_hangul_predicate(struct arena *arena, struct str key) {
    for (size_t i = 0; i < ARRAY_LEN(copulas); i++) {
        struct str rest = str_from(copulas[i]), ending;
        while (str_split(&rest, '|', &ending)) {
            if (str_ends(key, ending) && key.n > ending.n) {
                return true; // whoever 김철수 is
            }
        }
    }
    if (is_past(key)) {
        return true;
    }
    struct str stems[STEMS_MAX];
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        struct str rest = str_from(ends[i]), ending;
        while (str_split(&rest, '|', &ending)) {
            if (str_ends(key, ending) && key.n > ending.n) {
                return stems_of(arena, key, stems) > 0;
            }
        }
    }
    return false;
}

/* The word before unit `at`, of letters; empty where there is none. */
static struct str
word_before(struct arena *arena, const struct fold *fold, size_t at) {
    size_t to = at;
    while (to > 0 && fold_class(fold->units[to - 1].code_point) == FOLD_SEPARATOR) {
        to--;
    }
    size_t from = to;
    while (from > 0 && fold_class(fold->units[from - 1].code_point) == FOLD_LETTER) {
        from--;
    }
    return fold_units_key(arena, fold, from, to);
}

/* Han with kana behind them that are more than a particle, or hiragana alone. */
static bool
is_kana_predicate(
    struct arena *arena, const struct fold *fold, struct str line, size_t from, size_t to) {
    struct ask_segment segment;
    size_t at = from;
    if (!ask_segment_next(fold, line, to, &at, &segment) || segment.stem_to == segment.to) {
        return false;
    }
    struct str tail = fold_units_key(arena, fold, segment.stem_to, segment.to);
    return segment.stem_to == segment.from ||
           (fold_class(fold->units[segment.from].code_point) == FOLD_HAN &&
               !stems_are_function(tail));
}

bool
ask_is_predicate(
    struct arena *arena, const struct fold *fold, struct str line, size_t from, size_t to) {
    switch (fold_class(fold->units[from].code_point)) {
    case FOLD_HANGUL:
        return is_hangul_predicate(arena, fold_units_key(arena, fold, from, to));
    case FOLD_LETTER:
        return ask_lists_have(verbs, ARRAY_LEN(verbs), fold_units_key(arena, fold, from, to)) ||
               ask_lists_have(behind, ARRAY_LEN(behind), word_before(arena, fold, from));
    case FOLD_HAN:
    case FOLD_KANA:
        return is_kana_predicate(arena, fold, line, from, to);
    default:
        return false;
    }
}

/* Articles and what is said of the noun may stand between: in a Japanese city hall. */
static bool
is_behind_in(struct arena *arena, const struct fold *fold, size_t from) {
    static const char *const places[] = {"in|at|inside|within"};
    enum { WORDS_MOST = 3 };
    for (int i = 0; i < WORDS_MOST && from > 0; i++) {
        struct str word = word_before(arena, fold, from);
        if (word.n == 0 || ask_lists_have(places, ARRAY_LEN(places), word)) {
            return word.n > 0;
        }
        while (from > 0 && fold_class(fold->units[from - 1].code_point) == FOLD_SEPARATOR) {
            from--;
        }
        from -= word.n < from ? word.n : from;
    }
    return false;
}

bool
ask_is_setting(struct arena *arena, const struct fold *fold, size_t from, size_t to) {
    static const char *const hangul[] = {"에서", "에서는", "에선", "에서도"};
    static const char *const kana[] = {"では", "で", "においては", "における"};
    enum fold_class class = fold_class(fold->units[from].code_point);
    if (class == FOLD_LETTER) {
        return is_behind_in(arena, fold, from);
    }
    bool is_hangul = class == FOLD_HANGUL;
    struct str key = fold_units_key(arena, fold, from, to);
    size_t end = to + 2 < fold->count ? to + 2 : fold->count;
    struct str tail = fold_units_key(arena, fold, to, end);
    for (size_t i = 0; i < ARRAY_LEN(hangul); i++) {
        struct str ending = str_from(is_hangul ? hangul[i] : kana[i]);
        if (str_ends(key, ending) || (!is_hangul && i < 2 && str_starts(tail, ending))) {
            return true;
        }
    }
    return false;
}
