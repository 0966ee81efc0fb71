#include "test.h"

#include "base/utf8.h"
#include "compiler/check/chars.h"

static void
test_chars_script__tells_our_scripts_apart(void **state) {
    (void)state;
    static const struct {
        uint32_t c;
        enum chars_script script;
    } cases[] = {
        {'a', CHARS_LATIN},
        {0x101, CHARS_LATIN},
        {0x1EA1, CHARS_LATIN},
        {'1', CHARS_COMMON},
        {' ', CHARS_COMMON},
        {0xAC00, CHARS_HANGUL},
        {0xD7A3, CHARS_HANGUL},
        {0x3131, CHARS_HANGUL},
        {0x3042, CHARS_KANA},
        {0x30FC, CHARS_KANA},
        {0x30FB, CHARS_COMMON},
        {0x4E00, CHARS_HAN},
        {0x3005, CHARS_HAN},
        {0x9FFF, CHARS_HAN},
        {0x20BB7, CHARS_HAN},
        {0x410, CHARS_CYRILLIC},
        {0x3B1, CHARS_GREEK},
        {0x5D0, CHARS_OTHER},
        {0x3001, CHARS_COMMON},
        {0xFF0C, CHARS_COMMON},
        {0xFF76, CHARS_KANA},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (chars_script(cases[i].c) != cases[i].script) {
            fail_msg("U+%04X is %d", (unsigned)cases[i].c, chars_script(cases[i].c));
        }
    }
}

static void
test_chars_is_decomposed__what_nfc_never_has(void **state) {
    (void)state;
    static const struct {
        uint32_t before, c;
        bool is_decomposed;
    } cases[] = {
        {0, 0x1100, true},
        {0x1112, 0x1161, true},
        {0x304B, 0x3099, true},
        {0x3042, 0x41, false},
        {'e', 0x301, true},
        {'1', 0x301, false},
        {0, 0xF900, true},
        {0, 0xFA0E, false},
        {0, 0xFA19, true},
        {0, 0x212B, true},
        {0, 0xE9, false},
        {0, 0xAC01, false},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (chars_is_decomposed(cases[i].before, cases[i].c) != cases[i].is_decomposed) {
            fail_msg("U+%04X U+%04X", (unsigned)cases[i].before, (unsigned)cases[i].c);
        }
    }
}

/* A selector is the form of a name behind an ideograph, and invisible anywhere else. */
static void
test_chars_is_variant__only_behind_ideographs(void **state) {
    (void)state;
    assert_true(chars_is_variant(0x845B, 0xE0100));
    assert_true(chars_is_variant(0x8FBB, 0xE01EF));
    assert_true(chars_is_variant(0x20BB7, 0xE0101));
    assert_true(chars_is_variant(0x795E, 0xFE00));
    assert_false(chars_is_variant(0x845B, 0x200B));
    assert_false(chars_is_variant(0x845B, 0xFE0F)); /* asks for an emoji */
    assert_false(chars_is_variant('a', 0xE0100));
    assert_false(chars_is_variant(0xAC00, 0xFE00));
    assert_false(chars_is_variant(0, 0xE0100));
}

static void
test_chars_is_id__words_joined_by_hyphens(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool ok;
    } cases[] = {{"ansan", true}, {"ba-ria-vung-tau", true}, {"a1-2", true}, {"", false},
        {"-a", false}, {"a-", false}, {"a--b", false}, {"Ansan", false}, {"a_b", false},
        {"a b", false}, {"안산", false}, {"a/b", false}, {"..", false},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (chars_is_id(str_from(cases[i].text)) != cases[i].ok) {
            fail_msg("%s", cases[i].text);
        }
    }
}

static void
test_chars_cells__wide_characters_count_two(void **state) {
    (void)state;
    assert_int_equal(chars_cells(STR("Ansan")), 5);
    assert_int_equal(chars_cells(STR("안산시")), 6);
    assert_int_equal(chars_cells(STR("浜松（はままつ）")), 16);
    assert_int_equal(chars_cells(STR("e\xCC\x81")), 1);
    assert_int_equal(chars_cells(STR("")), 0);
}

/* No code point makes a class contradict another. */
static void
test_chars__classes_are_sound_for_all_of_unicode(void **state) {
    (void)state;
    for (uint32_t c = 0; c < 0x110000; c++) {
        int width = chars_width(c);
        assert_true(width >= 0 && width <= 2);
        assert_false(chars_is_control(c) && chars_is_private(c));
        assert_false(chars_looks_latin(c) && chars_script(c) != CHARS_CYRILLIC &&
                     chars_script(c) != CHARS_GREEK);
        assert_false(chars_is_katakana(c) && chars_script(c) != CHARS_KANA);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chars_script__tells_our_scripts_apart),
        cmocka_unit_test(test_chars_is_decomposed__what_nfc_never_has),
        cmocka_unit_test(test_chars_is_variant__only_behind_ideographs),
        cmocka_unit_test(test_chars_is_id__words_joined_by_hyphens),
        cmocka_unit_test(test_chars_cells__wide_characters_count_two),
        cmocka_unit_test(test_chars__classes_are_sound_for_all_of_unicode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
