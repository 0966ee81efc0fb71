/* Every ending of the tables, and the edges between grammar and nouns. */
#include "test.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/fold.h"
#include "i18n/hangul.h"
#include "i18n/stems.h"

#include <string.h>

static bool
has(struct arena *arena, const struct str *stems, size_t count, const char *text) {
    struct str key = fold_spelling(arena, FOLD_KEYSTROKES, str_from(text));
    for (size_t i = 0; i < count; i++) {
        if (str_eq(stems[i], key) || str_eq(stems[i], fold_key(arena, str_from(text)))) {
            return true;
        }
    }
    return false;
}

static bool
shares(struct arena *arena, const char *a, const char *b) {
    struct str of_a[STEMS_MAX], of_b[STEMS_MAX];
    size_t a_count = stems_of(arena, fold_key(arena, str_from(a)), of_a);
    size_t b_count = stems_of(arena, fold_key(arena, str_from(b)), of_b);
    for (size_t i = 0; i < a_count; i++) {
        for (size_t j = 0; j < b_count; j++) {
            if (str_eq(of_a[i], of_b[j])) {
                return true;
            }
        }
    }
    return false;
}

static void
test_stems__forms_of_a_word_share_one(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        /* Hangul: as it is, with 으, ㅂ that becomes 우, ㄹ that falls out, 하여, 르, ㄷ, 오+아 */
        {"고맙습니다", "고마워요"},
        {"고마워", "고맙네요"},
        {"감사합니다", "감사해요"},
        {"감사드립니다", "감사드려요"},
        {"기다려", "기다립니다"},
        {"기다리세요", "기다려주세요"},
        {"잃어버렸습니다", "잃어버렸어요"},
        {"도와주세요", "도와줘요"},
        {"모르겠습니다", "몰라요"},
        {"만들었습니다", "만듭니다"},
        {"배우고싶어요", "배웁니다"},
        {"찍었어요", "찍으면"},
        {"이해했어요", "이해합니다"},
        /* honorifics and auxiliaries, one behind the other */
        {"앉으셔도", "앉아요"},
        {"앉으시죠", "앉으십시오"},
        {"알아듣겠는데요", "알아들었어요"},
        {"물어보고", "묻습니다"},
        {"기다려주셨으면", "기다리세요"},
        {"찾고있는데요", "찾습니다"},
        {"입고", "입습니다"},
        /* kana: five rows, one row, the melted forms, adjectives, する */
        {"分かりません", "分からない"},
        {"分かりました", "分かった"},
        {"書きます", "書いてください"},
        {"書けば", "書こう"},
        {"飲みません", "飲んで"},
        {"取ります", "取った"},
        {"話します", "話して"},
        {"食べます", "食べました"},
        {"食べない", "食べる"},
        {"寒いです", "寒くない"},
        {"痛い", "痛くて"},
        {"訪問します", "訪問したい"},
        {"泳ぎます", "泳いで"},
        {"痛いんですけど", "痛いです"},
        {"分りません", "分かりません"},
        {"捕える", "捕らえます"},
        {"迷っちゃった", "迷いました"},
        {"書けるかな", "書けます"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        if (!shares(&arena, pairs[i][0], pairs[i][1])) {
            fail_msg("%s and %s share no stem", pairs[i][0], pairs[i][1]);
        }
    }
    arena_finish(&arena);
}

/* Other words that look like a form: none of them may meet. */
static void
test_stems__other_words_do_not(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"감기", "감습니다"}, /* a cold, to wind */
        {"고장", "고마워요"}, /* a place, thanks */
        {"선물", "선을"},     /* a gift, a line */
        {"名刺", "名乗る"},   /* a card, to call oneself */
        {"浜松", "松"},       /* no kana: no form */
        {"書きます", "話します"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        if (shares(&arena, pairs[i][0], pairs[i][1])) {
            fail_msg("%s and %s share a stem", pairs[i][0], pairs[i][1]);
        }
    }
    arena_finish(&arena);
}

/* One kind of ending of the tables, as one string each row. */
#define STEMS_ENDINGS(kind, words) {#kind, words},
static const struct row {
    const char *kind, *words;
} hangul_rows[] =
    {
#include "i18n/stems_hangul.def"
},
  kana_rows[] = {
#include "i18n/stems_kana.def"
};
#undef STEMS_ENDINGS

/* The word with each key of the ending typed behind it. */
static struct str
typed(struct arena *arena, const char *word, struct str ending) {
    struct str_buf buf = {0};
    struct str strokes = fold_spelling(arena, FOLD_KEYSTROKES, ending);
    str_buf_add(&buf, str_from(word));
    for (size_t at = 0; at < strokes.n;) {
        hangul_type(&buf, utf8_next(strokes, &at));
    }
    struct str out = arena_str(arena, str_buf_str(&buf));
    str_buf_finish(&buf);
    return out;
}

/* A word for every ending of a kind must have `stem` among its stems; 기다려 stands for how 기다리
 * meets 아 and 어. Returns how many endings there were. */
static size_t
check_hangul(struct arena *arena, const char *kind, const char *word, const char *stem) {
    size_t tried = 0;
    for (size_t i = 0; i < ARRAY_LEN(hangul_rows); i++) {
        struct str rest = str_from(hangul_rows[i].words), ending, stems[STEMS_MAX];
        while (strcmp(hangul_rows[i].kind, kind) == 0 && str_split(&rest, '|', &ending)) {
            struct str form = fold_key(arena, typed(arena, word, ending));
            if (strncmp(kind, "AUX", 3) == 0) { // what ends it
                form = fold_key(arena, typed(arena, form.p, STR("고")));
            }
            bool is_noun = strcmp(kind, "NOUN") == 0;
            size_t count = is_noun ? stems_nouns(arena, form, stems) : stems_of(arena, form, stems);
            if (ending.n > 0 && !has(arena, stems, count, stem)) {
                fail_msg("%.*s is no form of %s", STR_ARG(form), stem);
            }
            tried++;
        }
    }
    return tried;
}

static void
test_stems__every_ending_of_hangul_comes_off(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_true(check_hangul(&arena, "NOUN", "하마마쓰", "하마마쓰") > 100);
    assert_true(check_hangul(&arena, "BARE", "기다리", "기다리") > 100);
    assert_true(check_hangul(&arena, "VOWEL", "기다려", "기다리") > 100);
    assert_true(check_hangul(&arena, "SURE", "기다리", "기다리") > 5);
    assert_true(check_hangul(&arena, "AUX_BARE", "기다리", "기다리") > 10);
    assert_true(check_hangul(&arena, "AUX_VOWEL", "기다려", "기다리") > 10);
    arena_finish(&arena);
}

static size_t
check_kana(struct arena *arena, const char *kind, const char *word, const char *stem) {
    size_t tried = 0;
    for (size_t i = 0; i < ARRAY_LEN(kana_rows); i++) {
        struct str rest = str_from(kana_rows[i].words), ending, stems[STEMS_MAX];
        while (strcmp(kana_rows[i].kind, kind) == 0 && str_split(&rest, '|', &ending)) {
            struct str form = fold_key(arena, arena_printf(arena, "%s%.*s", word, STR_ARG(ending)));
            size_t count = stems_of(arena, form, stems);
            if (ending.n > 0 && !has(arena, stems, count, stem)) {
                fail_msg("%.*s is no form of %s", STR_ARG(form), stem);
            }
            tried++;
        }
    }
    return tried;
}

static void
test_stems__every_ending_of_kana_comes_off(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    static const struct {
        const char *kind, *word, *stem;
    } cases[] = {{"NOUN", "お礼", "お礼"}, {"ROW_I", "書き", "書k"}, {"ROW_A", "書か", "書k"},
        {"ROW_E", "書け", "書k"}, {"ROW_O", "書こ", "書k"}, {"ROW_U", "書く", "書k"},
        {"ONBIN", "書い", "書k"}, {"ONBIN", "取っ", "取r"}, {"ONBIN", "話し", "話s"},
        {"TAIL", "痛い", "痛"}, {"TAIL", "書きます", "書k"}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_true(check_kana(&arena, cases[i].kind, cases[i].word, cases[i].stem) > 2);
    }
    arena_finish(&arena);
}

static void
test_stems__what_says_nothing_is_told(void **state) {
    (void)state;
    static const char *const empty[] = {"있어요", "있습니다", "없나요", "않기", "되나요", "싶어요"};
    static const char *const full[] = {"감사해요", "기다려요", "명함", "방문"};
    static const char *const function[] = {
        "について", "するには", "とは", "でしたら", "もらえますか"};
    static const char *const content[] = {"めいし", "とりくみ", "ありがとう", ""};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(empty); i++) {
        assert_true(stems_are_empty(&arena, str_from(empty[i])));
    }
    for (size_t i = 0; i < ARRAY_LEN(full); i++) {
        assert_false(stems_are_empty(&arena, str_from(full[i])));
    }
    for (size_t i = 0; i < ARRAY_LEN(function); i++) {
        if (!stems_are_function(str_from(function[i]))) {
            fail_msg("%s joins words", function[i]);
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(content); i++) {
        assert_false(stems_are_function(str_from(content[i])));
    }
    arena_finish(&arena);
}

static void
test_stems__syllables_and_edges(void **state) {
    (void)state;
    struct arena arena;
    struct str stems[STEMS_MAX];
    arena_init(&arena);
    assert_true(str_eq(stems_syllable(&arena, STR("술을")), STR("술")));
    assert_true(str_eq(stems_syllable(&arena, STR("옷")), STR("옷")));
    assert_true(stems_syllable(&arena, STR("하마마쓰")).n == 0);
    assert_true(stems_syllable(&arena, STR("card")).n == 0);
    assert_int_equal(stems_of(&arena, STR(""), stems), 0);
    assert_int_equal(stems_of(&arena, STR("hamamatsu"), stems), 0);
    assert_int_equal(stems_of(&arena, STR("浜松"), stems), 0);
    assert_int_equal(stems_nouns(&arena, STR("은"), stems), 0);
    assert_int_equal(stems_nouns(&arena, STR("날씨"), stems), 0);
    struct str_buf flood = {0};
    for (int i = 0; i < 5000; i++) {
        str_buf_add(&flood, STR("요"));
    }
    assert_int_equal(stems_of(&arena, str_buf_str(&flood), stems), 0);
    str_buf_finish(&flood);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stems__forms_of_a_word_share_one),
        cmocka_unit_test(test_stems__other_words_do_not),
        cmocka_unit_test(test_stems__every_ending_of_hangul_comes_off),
        cmocka_unit_test(test_stems__every_ending_of_kana_comes_off),
        cmocka_unit_test(test_stems__what_says_nothing_is_told),
        cmocka_unit_test(test_stems__syllables_and_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
