#include "test.h"

#include "i18n/locale.h"

static void
test_locale__tags_are_read_with_region_and_encoding(void **state) {
    (void)state;
    static const struct {
        const char *tag;
        bool known;
        enum locale_id locale;
    } cases[] = {
        {"ko", true, LOCALE_KO},
        {"ja_JP.UTF-8", true, LOCALE_JA},
        {"en-GB", true, LOCALE_EN},
        {"C", false, LOCALE_KO},
        {"kok", false, LOCALE_KO},
        {"", false, LOCALE_KO},
        {"fr", false, LOCALE_KO},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        enum locale_id locale = LOCALE_COUNT;
        assert_int_equal(locale_from_tag(str_from(cases[i].tag), &locale), cases[i].known);
        if (cases[i].known) {
            assert_int_equal(locale, cases[i].locale);
        }
    }
}

static void
test_locale__own_names_are_in_their_own_script(void **state) {
    (void)state;
    assert_str_equal(locale_own_name(LOCALE_KO), "한국어");
    assert_str_equal(locale_own_name(LOCALE_JA), "日本語");
    assert_str_equal(locale_own_name(LOCALE_EN), "English");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_locale__tags_are_read_with_region_and_encoding),
        cmocka_unit_test(test_locale__own_names_are_in_their_own_script),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
