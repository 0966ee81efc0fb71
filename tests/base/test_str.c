#include "test.h"

static void
test_str_split__gives_every_piece_even_empty_ones(void **state) {
    (void)state;
    static const char *const expected[] = {"a", "", "b", ""};
    struct str rest = STR("a,,b,"), piece;
    for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
        assert_true(str_split(&rest, ',', &piece));
        assert_str_equal(piece, expected[i]);
    }
    assert_false(str_split(&rest, ',', &piece));
}

static void
test_str_find__finds_the_first_or_nothing(void **state) {
    (void)state;
    assert_int_equal(str_find(STR("ababc"), STR("abc")), 2);
    assert_int_equal(str_find(STR("abc"), STR("abcd")), SIZE_MAX);
    assert_int_equal(str_find(STR("abc"), STR("")), 0);
    assert_int_equal(str_find((struct str){0}, STR("a")), SIZE_MAX);
}

static void
test_str_trim__takes_ascii_space_only(void **state) {
    (void)state;
    assert_str_equal(str_trim(STR(" \t a b \r\n")), "a b");
    assert_str_equal(str_trim(STR("\u3000a")), "\u3000a");
    assert_str_equal(str_trim(STR("   ")), "");
}

static void
test_str_to_double__reads_plain_decimals_only(void **state) {
    (void)state;
    double value;
    assert_true(str_to_double(STR("149.12"), &value));
    assert_true(value > 149.119999 && value < 149.120001);
    assert_true(str_to_double(STR("-0.5"), &value) && value < 0);
    static const char *const wrong[] = {"", ".", "1.", ".5", "1e3", "1,5", "1.-5", "0x10", "nan"};
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_false(str_to_double(str_from(wrong[i]), &value));
    }
}

static void
test_str_buf__keeps_a_nul_behind_what_was_added(void **state) {
    (void)state;
    struct str_buf buf = {0};
    for (int i = 0; i < 1000; i++) {
        str_buf_printf(&buf, "%d,", i);
    }
    str_buf_utf8(&buf, 0xAC00);
    assert_int_equal(strlen(buf.p), buf.n);
    assert_true(str_ends(str_buf_str(&buf), STR("999,가")));
    str_buf_clear(&buf);
    assert_int_equal(str_buf_str(&buf).n, 0);
    str_buf_finish(&buf);
    assert_null(buf.p);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_str_split__gives_every_piece_even_empty_ones),
        cmocka_unit_test(test_str_find__finds_the_first_or_nothing),
        cmocka_unit_test(test_str_trim__takes_ascii_space_only),
        cmocka_unit_test(test_str_to_double__reads_plain_decimals_only),
        cmocka_unit_test(test_str_buf__keeps_a_nul_behind_what_was_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
