#include "test.h"

#include "i18n/index.h"

#include <string.h>

static int
compare(struct index_order *order, enum locale_id locale, const char *a, const char *b) {
    struct arena arena;
    arena_init(&arena);
    struct str x = index_sort_key(order, &arena, locale, str_from(a));
    struct str y = index_sort_key(order, &arena, locale, str_from(b));
    int result = memcmp(x.p, y.p, x.n < y.n ? x.n : y.n);
    result = result != 0 ? result : (x.n > y.n) - (x.n < y.n);
    arena_finish(&arena);
    return result;
}

static void
test_index__orders_names_as_an_index_does(void **state) {
    (void)state;
    struct index_order *order = index_order_open();
    assert_true(compare(order, LOCALE_KO, "라스베이거스", "하마마쓰") < 0);
    assert_true(compare(order, LOCALE_JA, "あんざん", "はままつ") < 0);
    assert_true(compare(order, LOCALE_JA, "ハバロフスク", "はままつ") < 0);
    assert_true(compare(order, LOCALE_EN, "ba ria", "Kholmsk") < 0);
    assert_int_equal(compare(order, LOCALE_EN, "same", "same"), 0);
    index_order_close(order);
}

static void
test_index__files_words_under_headings(void **state) {
    (void)state;
    static const struct {
        const char *word, *heading;
    } cases[] = {{"가람", "ㄱ"}, {"까치", "ㄱ"}, {"힣", "ㅎ"}, {"쌍둥이", "ㅅ"}, {"あかし", "あ"},
        {"がまごおり", "か"}, {"パリ", "は"}, {"ゃ", "や"}, {"んん", "わ"}, {"ヴェネツィア", "あ"},
        {"ヶ原", "か"}, {"Ansan", "A"}, {"ångström", "A"}, {"Éire", "E"}, {"Ｑ", "Q"},
        {"浜松", "#"}, {"1월", "#"}, {"", "#"}, {"\xF0\x9F\x98\x80", "#"}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_str_equal(index_heading(str_from(cases[i].word)), cases[i].heading);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_index__orders_names_as_an_index_does),
        cmocka_unit_test(test_index__files_words_under_headings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
