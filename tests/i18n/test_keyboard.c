/* A line typed with the keyboard in the other layout. */
#include "test.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/fold.h"
#include "i18n/keyboard.h"

#include <string.h>

static const struct key {
    const char *letter, *hangul, *kana;
} keys[] = {
#define KEYBOARD_KEY(letter, hangul, kana) {letter, hangul, kana},
#include "i18n/keyboard.def"
#undef KEYBOARD_KEY
};

/* Each key alone, in every direction: it writes what the table says, or stays where a layout has
 * nothing. */
static void
test_keyboard__each_key_writes_what_the_table_says(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        struct str letter = str_from(keys[i].letter);
        struct str hangul = keyboard_slip(&arena, KEYBOARD_LETTERS_TO_HANGUL, letter);
        struct str kana = keyboard_slip(&arena, KEYBOARD_LETTERS_TO_KANA, letter);
        if (!str_eq(hangul, str_from(keys[i].hangul))) {
            fail_msg("%s writes %.*s in Hangul", keys[i].letter, STR_ARG(hangul));
        }
        bool is_mark = strcmp(keys[i].kana, "゛") == 0 || strcmp(keys[i].kana, "゜") == 0;
        if (!is_mark && !str_eq(kana, str_from(keys[i].kana))) {
            fail_msg("%s writes %.*s in kana", keys[i].letter, STR_ARG(kana));
        }
    }
    arena_finish(&arena);
}

static void
test_keyboard__lines_come_out_as_meant(void **state) {
    (void)state;
    static const struct {
        enum keyboard_slip slip;
        const char *typed, *meant;
    } cases[] = {
        {KEYBOARD_LETTERS_TO_HANGUL, "gkakakTm", "하마마쓰"},
        {KEYBOARD_LETTERS_TO_HANGUL, "GKAKAKTm", "하마마쓰"}, /* capitals that no key shifts */
        {KEYBOARD_LETTERS_TO_HANGUL, "audgka", "명함"},
        {KEYBOARD_LETTERS_TO_HANGUL, "dkssud gktpdy", "안녕 하세요"},
        {KEYBOARD_LETTERS_TO_HANGUL, "dhk", "와"},
        {KEYBOARD_LETTERS_TO_HANGUL, "ekfr", "닭"},
        {KEYBOARD_LETTERS_TO_HANGUL, "", ""},
        {KEYBOARD_LETTERS_TO_HANGUL, "2012", ""}, /* nothing changes */
        {KEYBOARD_HANGUL_TO_LETTERS, "ㅗ디ㅔ", "help"},
        {KEYBOARD_HANGUL_TO_LETTERS, "햜", "gift"},
        {KEYBOARD_HANGUL_TO_LETTERS, "help", ""},
        {KEYBOARD_LETTERS_TO_KANA, "fjjz", "はままつ"},
        {KEYBOARD_KANA_TO_LETTERS, "くいりせ", "help"},
        {KEYBOARD_KANA_TO_LETTERS, "浜", ""},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str out = keyboard_slip(&arena, cases[i].slip, str_from(cases[i].typed));
        if (!str_eq(out, str_from(cases[i].meant))) {
            fail_msg("%s: %.*s, not %s", cases[i].typed, STR_ARG(out), cases[i].meant);
        }
    }
    arena_finish(&arena);
}

/* Every common syllable goes to letters and comes back. */
static void
test_keyboard__syllables_go_there_and_back(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (uint32_t c = 0xAC00; c <= 0xD7A3; c += 7) {
        char text[8] = {0};
        utf8_encode(c, text);
        struct str letters = keyboard_slip(&arena, KEYBOARD_HANGUL_TO_LETTERS, str_from(text));
        struct str back = keyboard_slip(&arena, KEYBOARD_LETTERS_TO_HANGUL, letters);
        if (!str_eq(back, str_from(text))) {
            fail_msg("%s: %.*s: %.*s", text, STR_ARG(letters), STR_ARG(back));
        }
        arena_reset(&arena);
    }
    arena_finish(&arena);
}

static void
test_keyboard__what_nobody_writes_is_odd(void **state) {
    (void)state;
    assert_true(keyboard_is_odd_hangul(STR("햜")));
    assert_true(keyboard_is_odd_hangul(STR("ㅗ디ㅔ")));
    assert_false(keyboard_is_odd_hangul(STR("하마마쓰")));
    assert_false(keyboard_is_odd_hangul(STR("명함 교환")));
    assert_false(keyboard_is_odd_hangul(STR("hello")));
    assert_false(keyboard_is_odd_hangul(STR("")));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keyboard__each_key_writes_what_the_table_says),
        cmocka_unit_test(test_keyboard__lines_come_out_as_meant),
        cmocka_unit_test(test_keyboard__syllables_go_there_and_back),
        cmocka_unit_test(test_keyboard__what_nobody_writes_is_odd),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
