/* The words of grammar are data, and data can be dead: a query is folded, so a word that is written
 * as no fold writes it is never met. Each word of each table is typed, folded, and must be met. */
#include "test.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/ask/frames.h"
#include "content/search/ask/function.h"
#include "i18n/fold.h"

#include <string.h>

static const struct row {
    const char *table, *words;
} rows[] = {
#define ASK_CLASS(name, words) {"ASK_CLASS", words},
#define ASK_FRAME(kind, text) {"ASK_FRAME", text},
#define ASK_PLEA(text) {"ASK_FRAME", text},
#define ASK_WORD(kind, words) {"ASK_WORD", words},
#include "content/search/ask/frames_hangul.def"
#include "content/search/ask/frames_kana.def"
#include "content/search/ask/frames_latin.def"
#undef ASK_CLASS
#undef ASK_FRAME
#undef ASK_PLEA
#undef ASK_WORD
#define ASK_FUNCTION(words) {"ASK_FUNCTION", words},
#include "content/search/ask/function.def"
#undef ASK_FUNCTION
#define ASK_ITSELF(words) {"ASK_ITSELF", words},
#include "content/search/ask/itself.def"
#undef ASK_ITSELF
#define ASK_DEGREE(words) {"ASK_DEGREE", words},
#define ASK_SHORT(form, words) {"ASK_SHORT", form},
#include "content/search/ask/plainly.def"
#undef ASK_DEGREE
#undef ASK_SHORT
#define KANA_WORD(spellings, kana) {"KANA_WORD", spellings}, {"KANA_WORD", kana},
#include "i18n/kana_words.def"
#undef KANA_WORD
#define ASK_LANGUAGE(script, names) {"ASK_LANGUAGE", names},
#include "content/search/ask/languages.def"
#undef ASK_LANGUAGE
#define ASK_SAID(words) {"ASK_SAID", words},
#include "content/search/ask/said.def"
#undef ASK_SAID
#define ASK_PREDICATE_ENDS(endings) {"ASK_PREDICATE_ENDS", endings},
#define ASK_COPULA_ENDS(endings) {"ASK_COPULA_ENDS", endings},
#define ASK_PREDICATE_BEHIND(words) {"ASK_PREDICATE_BEHIND", words},
#define ASK_PREDICATE_WORDS(words) {"ASK_PREDICATE_WORDS", words},
#include "content/search/ask/predicate.def"
#undef ASK_PREDICATE_ENDS
#undef ASK_PREDICATE_BEHIND
#undef ASK_COPULA_ENDS
#undef ASK_PREDICATE_WORDS
#define ASK_DISTANCE(words) {"ASK_DISTANCE", words},
#include "content/search/ask/distance.def"
#undef ASK_DISTANCE
#define ASK_TIE(words) {"ASK_TIE", words},
#define ASK_END(words) {"ASK_END", words},
#define ASK_SIGN(words) {"ASK_SIGN", words},
#include "content/search/ask/tie.def"
#undef ASK_TIE
#undef ASK_END
#undef ASK_SIGN
#define ASK_MEASURE(labels, asked, beside) {"ASK_MEASURE", asked}, {"ASK_MEASURE", beside},
#include "content/search/ask/measures.def"
#undef ASK_MEASURE
#define ASK_COUNTER(units, words) {"ASK_COUNTER", words},
#include "content/search/ask/counters.def"
#undef ASK_COUNTER
#define AMOUNT_DIGIT(words, value) {"AMOUNT_DIGIT", words},
#define AMOUNT_POWER(words, zeros) {"AMOUNT_POWER", words},
#define AMOUNT_BIG(words, zeros) {"AMOUNT_BIG", words},
#define AMOUNT_UNIT(words) {"AMOUNT_UNIT", words},
#include "i18n/amounts.def"
#undef AMOUNT_DIGIT
#undef AMOUNT_POWER
#undef AMOUNT_BIG
#undef AMOUNT_UNIT
#define STEMS_ENDINGS(kind, words) {"STEMS_ENDINGS", words},
#include "i18n/stems_hangul.def"
#include "i18n/stems_kana.def"
#undef STEMS_ENDINGS
};

/* As frames.c, function.c, fold_amount.c and stems.c compare: character by character, without
 * spaces. A first consonant alone is part of a syllable when it is typed. */
static bool
is_met(struct arena *arena, struct str word) {
    struct fold fold = fold_text(arena, word);
    size_t unit = 0;
    for (size_t at = 0; at < word.n;) {
        uint32_t c = utf8_next(word, &at);
        if (c == ' ') {
            continue;
        }
        while (unit < fold.count && fold.units[unit].code_point == ' ') {
            unit++;
        }
        if (unit >= fold.count || !fold_is_same(fold.units[unit].code_point, c)) {
            return false;
        }
        unit++;
    }
    return unit == fold.count;
}

static void
test_data__every_word_can_be_met(void **state) {
    (void)state;
    struct arena arena;
    size_t tried = 0, dead = 0;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct str rest = str_from(rows[i].words), token;
        bool is_frame = strcmp(rows[i].table, "ASK_FRAME") == 0;
        while (str_split(&rest, is_frame ? ' ' : '|', &token)) {
            struct str words = token, word;
            while (str_split(&words, '|', &word)) {
                bool is_mark = word.n > 0 && (word.p[0] == '<' || strchr("X_$", word.p[0]));
                if (is_frame && word.n > 0 && word.p[word.n - 1] == '?') {
                    word = str_slice(word, 0, word.n - 1);
                }
                if (word.n == 0 || (is_frame && is_mark)) {
                    continue;
                }
                tried++;
                if (!is_met(&arena, word)) {
                    print_error("%s: no query has \"%.*s\"\n", rows[i].table, STR_ARG(word));
                    dead++;
                }
            }
        }
    }
    arena_finish(&arena);
    assert_true(tried > 1500);
    assert_int_equal(dead, 0);
}

/* The sets that are sorted when the program is built have each word of their data, however its Han
 * are folded, and no others. */
static void
test_data__sorted_sets_have_every_word(void **state) {
    (void)state;
    struct arena arena;
    size_t functions = 0, itself = 0, asking = 0;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct str rest = str_from(rows[i].words), word;
        bool is_function = strcmp(rows[i].table, "ASK_FUNCTION") == 0;
        bool is_itself = strcmp(rows[i].table, "ASK_ITSELF") == 0;
        bool is_asking = strcmp(rows[i].table, "ASK_WORD") == 0;
        while ((is_function || is_itself || is_asking) && str_split(&rest, '|', &word)) {
            struct str key = fold_key(&arena, word);
            bool is_there = word.n == 0 || (is_function && ask_is_function(key)) ||
                            (is_itself && ask_is_itself(key)) ||
                            (is_asking && ask_word_kind(key) != ASK_NONE);
            if (!is_there) {
                fail_msg("%s has no \"%.*s\"", rows[i].table, STR_ARG(word));
            }
            functions += is_function;
            itself += is_itself;
            asking += is_asking;
        }
    }
    assert_true(functions > 300 && itself > 500 && asking > 50);
    assert_false(ask_is_function(STR("hamamatsu")) || ask_is_function(STR("")));
    assert_false(ask_is_itself(STR("catalogue")) || ask_is_itself(STR("ca")));
    assert_int_equal(ask_word_kind(fold_key(&arena, STR("명함"))), ASK_NONE);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_data__sorted_sets_have_every_word),
        cmocka_unit_test(test_data__every_word_can_be_met),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
