#include "test.h"

#include "screens/recent.h"

#include <string.h>

static void
test_recent__the_last_comes_first_and_once(void **state) {
    (void)state;
    struct recent recent = {0};
    static const char *const asked[] = {"a", "b", "a", "c", "", "d", "e", "f"};
    for (size_t i = 0; i < ARRAY_LEN(asked); i++) {
        recent_add(&recent, str_from(asked[i]));
    }
    static const char *const kept[RECENT_MOST] = {"f", "e", "d", "c", "a"};
    assert_int_equal(recent.count, RECENT_MOST);
    for (size_t i = 0; i < RECENT_MOST; i++) {
        assert_true(str_eq(recent_at(&recent, i), str_from(kept[i])));
    }
    recent_add(&recent, STR("d"));
    assert_true(str_eq(recent_at(&recent, 0), STR("d")));
    assert_true(str_eq(recent_at(&recent, 2), STR("e")));
    assert_int_equal(recent.count, RECENT_MOST);
}

static void
test_recent__what_a_field_takes_is_kept_and_nothing_is_left_behind(void **state) {
    (void)state;
    struct recent recent = {0};
    char whole[UI_FIELD_BYTES + 1];
    memset(whole, 'x', sizeof(whole));
    recent_add(&recent, (struct str){whole, UI_FIELD_BYTES});
    assert_int_equal(recent_at(&recent, 0).n, UI_FIELD_BYTES);
    recent_add(&recent, (struct str){whole, UI_FIELD_BYTES + 1});
    assert_int_equal(recent.count, 1);
    recent_add(&recent, STR("y"));
    recent_add(&recent, (struct str){whole, UI_FIELD_BYTES});
    recent_add(&recent, STR("z"));
    assert_null(memchr(&recent.queries[0].text[1], 'x', UI_FIELD_BYTES - 1));
    recent_forget(&recent);
    for (size_t i = 0; i < sizeof(recent); i++) {
        assert_int_equal(((const unsigned char *)&recent)[i], 0);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_recent__the_last_comes_first_and_once),
        cmocka_unit_test(test_recent__what_a_field_takes_is_kept_and_nothing_is_left_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
