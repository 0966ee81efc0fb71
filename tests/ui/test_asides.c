/* A note behind an i: closed at first, opened in place by finger or key, closed for the next
 * visitor; semantics say which. */
#include "ui_fixture.h"

#include "ui/semantics.h"

static const struct ui_aside first = {
    .key = STR_INIT("first"), .about = STR_INIT("인구"), .text = STR_INIT("어림한 값입니다.")};
static const struct ui_aside second = {
    .key = STR_INIT("second"), .text = STR_INIT("2012년 자료입니다.")};

static void
page(struct ui *ui) {
    ui_chrome_open(ui, (struct ui_chrome){.note_label = STR("참고")});
    ui_noted_open(ui, UI_ALIGN_END);
    ui_text(ui, STR("759,900명"), LOCALE_KO, (struct ui_text_spec){.key = STR("value")});
    ui_noted_close(ui, &first);
    ui_aside(ui, second);
    ui_text(ui, STR("다음"), LOCALE_KO, (struct ui_text_spec){.key = STR("next")});
    ui_chrome_close(ui);
}

static bool
says(struct fixture *f, const char *words) {
    struct str_buf json = {0};
    semantics_json(f->ui, &json);
    bool found = str_find(str_buf_str(&json), str_from(words)) != SIZE_MAX;
    str_buf_finish(&json);
    return found;
}

static void
test_asides__open_and_close_in_place(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, page);
    assert_false(says(f, "어림한 값입니다."));
    assert_true(says(f, "\"flags\":[\"collapsed\"],\"speech\":\"참고: 인구\""));
    float value = fixture_node(f, "value")->rect.y, next = fixture_node(f, "next")->rect.y;
    fixture_tap(f, "first");
    fixture_wait(f, 16);
    assert_true(says(f, "어림한 값입니다.") && !says(f, "2012년 자료입니다."));
    assert_true(says(f, "\"expanded\",\"focused\"],\"speech\":\"참고: 인구\""));
    assert_true(fixture_node(f, "value")->rect.y == value); /* what is read stays */
    assert_true(fixture_node(f, "next")->rect.y > next);    /* text flows below it */
    assert_string_equal(fixture_action(f), "");             /* nothing for the program to do */
    fixture_wait(f, 500);
    fixture_tap(f, "second");
    fixture_wait(f, 16);
    assert_true(says(f, "어림한 값입니다.") && says(f, "2012년 자료입니다."));
    fixture_wait(f, 500);
    fixture_tap(f, "first");
    fixture_wait(f, 16);
    assert_true(!says(f, "어림한 값입니다.") && says(f, "2012년 자료입니다."));
}

static void
test_asides__keys_reach_them(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, page);
    fixture_key(f, UI_KEY_TAB);
    fixture_key(f, UI_KEY_ENTER);
    assert_true(says(f, "어림한 값입니다."));
    assert_true(ui_focused(f->ui) == fixture_node(f, "first")->id);
}

static void
test_asides__the_next_visitor_finds_them_closed(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, page);
    fixture_tap(f, "first");
    ui_forget(f->ui);
    fixture_frame(f, page);
    assert_false(says(f, "어림한 값입니다."));
}

static void
test_asides__without_a_text_there_is_no_button(void **state) {
    struct fixture *f = *state;
    assert_false(ui_aside_button(f->ui, &(struct ui_aside){0}));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int
main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_asides__open_and_close_in_place),
        TEST(test_asides__keys_reach_them),
        TEST(test_asides__the_next_visitor_finds_them_closed),
        TEST(test_asides__without_a_text_there_is_no_button),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
