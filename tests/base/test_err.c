#include "test.h"

#include "base/err.h"
#include "base/utf8.h"

static void
test_err__says_what_was_set(void **state) {
    (void)state;
    struct err err;
    assert_false(err_set(&err, ERR_FORMAT, "line %d is short", 7));
    assert_string_equal(err.message, "line 7 is short");
    assert_int_equal(err.code, ERR_FORMAT);
    assert_false(err_set(&err, ERR_IO, "again: %s", err.message)); /* its own words may go in */
    assert_string_equal(err.message, "again: line 7 is short");
}

static void
test_err__a_long_message_is_cut_between_characters(void **state) {
    (void)state;
    struct err err;
    struct str_buf text = {0};
    for (int lead = 0; lead < 4; lead++) {
        str_buf_clear(&text);
        for (int i = 0; i < lead; i++) {
            str_buf_byte(&text, 'x');
        }
        for (int i = 0; i < 300; i++) {
            str_buf_utf8(&text, 0xD55C);
        }
        err_set(&err, ERR_IO, "%s", text.p);
        assert_true(utf8_valid(str_from(err.message), NULL));
        assert_true(strlen(err.message) >= sizeof(err.message) - 4);
        assert_true(str_ends(str_from(err.message), STR("…")));
    }
    str_buf_finish(&text);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_err__says_what_was_set),
        cmocka_unit_test(test_err__a_long_message_is_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
