#include "test.h"

#include "base/check.h"
#include "ui/looks.h"

static const struct theme *
light(void) {
    return theme_lookup((struct str){0});
}

static void
test_looks__words_change_one_thing_each(void **state) {
    (void)state;
    struct looks first = {.theme = light(), .text_scale = 1}, looks = first;
    assert_true(looks_apply(&looks, &first, STR("look text 1.5")));
    assert_true(looks.text_scale == 1.5f);
    assert_true(looks_apply(&looks, &first, STR("look theme yellow")));
    assert_string_equal(looks.theme->name, "yellow");
    assert_true(looks_apply(&looks, &first, STR("look calm on")) && looks.is_calm);
    assert_true(looks_apply(&looks, &first, STR("look low on")) && looks.low_position);
    assert_true(looks_apply(&looks, &first, STR("look still on")) && looks.reduced_motion);
    assert_true(looks_apply(&looks, &first, STR("look low off")) && !looks.low_position);
    assert_true(looks_apply(&looks, &first, STR("look pages on")) && looks.page_buttons);
    assert_false(looks_equal(&looks, &first));
    assert_true(looks_apply(&looks, &first, STR("look reset")));
    assert_true(looks_equal(&looks, &first));
}

/* As two keys do it: to the next size that is offered, and no further. */
static void
test_looks__text_goes_up_and_down_by_steps(void **state) {
    (void)state;
    static const float up[] = {1.5f, 2, 2}, down[] = {1.5f, 1, 1};
    struct looks first = {.theme = light(), .text_scale = 1}, looks = first;
    for (size_t i = 0; i < ARRAY_LEN(up); i++) {
        assert_true(looks_apply(&looks, &first, STR("look text larger")));
        assert_true(looks.text_scale == up[i]);
    }
    for (size_t i = 0; i < ARRAY_LEN(down); i++) {
        assert_true(looks_apply(&looks, &first, STR("look text smaller")));
        assert_true(looks.text_scale == down[i]);
    }
    looks.text_scale = 1.25f; /* from the command line */
    assert_true(looks_apply(&looks, &first, STR("look text smaller")) && looks.text_scale == 1);
}

static void
test_looks__what_is_no_such_word_changes_nothing(void **state) {
    (void)state;
    static const char *const words[] = {"", "look", "look text", "look text 3", "look text 0.5",
        "look text x", "look theme", "look theme neon", "look calm", "look calm maybe",
        "look reset now", "look other on", "open looks", "look low on off"};
    struct looks first = {.theme = light(), .text_scale = 1}, looks = first;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        assert_false(looks_apply(&looks, &first, str_from(words[i])));
        assert_true(looks_equal(&looks, &first));
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_looks__words_change_one_thing_each),
        cmocka_unit_test(test_looks__text_goes_up_and_down_by_steps),
        cmocka_unit_test(test_looks__what_is_no_such_word_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
