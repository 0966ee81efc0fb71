#include "arena_fixture.h"

#include "i18n/fold.h"
#include "i18n/kana_words.h"

static bool
reads(struct arena *arena, const char *typed, const char *meant) {
    struct str out[KANA_WORDS_MAX];
    size_t count = kana_words(arena, fold_key(arena, str_from(typed)), out);
    for (size_t i = 0; i < count; i++) {
        if (str_eq(out[i], fold_key(arena, str_from(meant)))) {
            return true;
        }
    }
    return false;
}

static void
test_kana_words__are_greetings_and_grammar_in_han(void **state) {
    struct arena *arena = *state;
    assert_true(reads(arena, "御馳走様でした", "ごちそうさまでした"));
    assert_true(reads(arena, "有難う御座います", "ありがとうございます"));
    assert_true(reads(arena, "御早う", "おはよう"));
    assert_true(reads(arena, "左様なら", "さようなら"));
    assert_true(reads(arena, "御免なさい", "ごめんなさい"));
    assert_true(reads(arena, "駅は何処", "駅はどこ"));
}

/* 御 is お or ご before any word; a stretch of Han of which a part is another word stays. */
static void
test_kana_words__leave_other_words_alone(void **state) {
    struct arena *arena = *state;
    struct str out[KANA_WORDS_MAX];
    assert_true(reads(arena, "御名刺", "お名刺"));
    assert_true(reads(arena, "御案内", "ご案内"));
    assert_int_equal(kana_words(arena, fold_key(arena, STR("有料")), out), 0);
    assert_int_equal(kana_words(arena, fold_key(arena, STR("高等学校")), out), 0);
    assert_int_equal(kana_words(arena, fold_key(arena, STR("御")), out), 0);
    assert_int_equal(kana_words(arena, STR("hamamatsu"), out), 0);
    assert_int_equal(kana_words(arena, STR(""), out), 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kana_words__are_greetings_and_grammar_in_han),
        cmocka_unit_test(test_kana_words__leave_other_words_alone),
    };
    return cmocka_run_group_tests(tests, arena_fixture_open, arena_fixture_close);
}
