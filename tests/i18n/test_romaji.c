#include "test.h"

#include "i18n/romaji.h"

static void
test_romaji__is_spelt_in_kana(void **state) {
    (void)state;
    static const struct {
        const char *word, *kana;
    } cases[] = {{"arigatou", "ありがとう"}, {"gozaimashita", "ございました"}, {"kippu", "きっぷ"},
        {"konnichiwa", "こんにちわ"}, {"kyuukyuusha", "きゅうきゅうしゃ"}, {"matcha", "まっちゃ"},
        {"shimbashi", "しんばし"}, {"tsunami", "つなみ"}, {"jisho", "じしょ"},
        {"syatyo", "しゃちょ"}, {"wo", "を"}, {"wa", "は"}, {"e", "へ"}, {"hon", "ほん"},
        {"kinen", "きねん"}};
    static const char *const none[] = {"please", "lol", "city", "thanks", "wet", "quay", "x"};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_str_equal(romaji_kana(&arena, str_from(cases[i].word)), cases[i].kana);
    }
    for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
        assert_str_equal(romaji_kana(&arena, str_from(none[i])), "");
    }
    assert_true(romaji_is_grammar(STR("kudasai")));
    assert_false(romaji_is_grammar(STR("sake")));
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_romaji__is_spelt_in_kana),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
