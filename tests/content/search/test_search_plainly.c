#include "arena_fixture.h"

#include "content/search/ask/plainly.h"

static bool
says(struct arena *arena, const char *typed, const char *plainly) {
    struct str out[ASK_PLAINLY_MAX];
    size_t count = ask_plainly(arena, str_from(typed), out);
    for (size_t i = 0; i < count; i++) {
        if (str_eq(out[i], str_from(plainly))) {
            return true;
        }
    }
    return false;
}

static void
test_search_plainly__is_without_degree_and_short_forms(void **state) {
    struct arena *arena = *state;
    assert_true(says(arena, "youre very welcome", "you are welcome"));
    assert_true(says(arena, "youre very welcome", "youre welcome"));
    assert_true(says(arena, "i am terribly sorry", "im sorry"));
    assert_true(says(arena, "i do not understand", "i dont understand"));
    assert_true(says(arena, "it is really delicious", "it is delicious"));
}

static void
test_search_plainly__leaves_what_is_plain(void **state) {
    struct arena *arena = *state;
    struct str out[ASK_PLAINLY_MAX];
    assert_int_equal(ask_plainly(arena, STR("business card"), out), 0);
    assert_int_equal(ask_plainly(arena, STR("very"), out), 0);
    assert_int_equal(ask_plainly(arena, STR("very good"), out), 0);
    assert_int_equal(ask_plainly(arena, STR(""), out), 0);
    assert_int_equal(ask_plainly(arena, STR("  "), out), 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_search_plainly__is_without_degree_and_short_forms),
        cmocka_unit_test(test_search_plainly__leaves_what_is_plain),
    };
    return cmocka_run_group_tests(tests, arena_fixture_open, arena_fixture_close);
}
