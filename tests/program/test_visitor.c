/* What one visitor does with fingers and keys, on the whole program but the window. */
#include "visit_fixture.h"

#include "base/utf8.h"

#include <stdlib.h>

static void
open_visit(struct visit *visit, const char *profile, const char *path) {
    struct err err;
    struct options options;
    char name[] = "naru", option[] = "--profile", value[32];
    snprintf(value, sizeof(value), "%s", profile);
    char *argv[] = {name, option, value, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    visit->now_ms = 1000;
    if (!options_parse(3, argv, &options, &err) ||
        session_open(&visit->session, &options, path, &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
}

static void
type(struct visit *visit, const char *text) {
    feed(visit, (struct ui_event){.type = UI_TEXT_INPUT, .text = str_from(text)});
}

static struct str
query(struct visit *visit) {
    return screen_path_value(&visit->session.screen.path, STR("q"));
}

/* The value that was asked for stands above what was found, and leads to its record; where
 * something else was searched for than what was typed, that is said. */
static void
test_visitor__an_answer_stands_above_what_was_found(void **state) {
    (void)state;
    static struct visit visit;
    open_visit(&visit, "kiosk-portrait", "search?q=%EC%95%88%EC%82%B0%20%EC%9D%B8%EA%B5%AC");
    turn(&visit, 0);
    assert_true(says(&visit.session, "759,900명"));
    assert_true(says(&visit.session, "2011년 12월 31일"));
    assert_true(says(&visit.session, "44,314명"));
    assert_true(node_at(&visit, "answer")->rect.y < node_at(&visit, "hits")->rect.y);
    tap(&visit, "answer");
    assert_str_equal(visit.session.screen.path.name, "statistics");
    session_close(&visit.session);

    open_visit(&visit, "kiosk-portrait", "search?q=gkakakTm");
    turn(&visit, 0);
    assert_true(says(&visit.session, "‘하마마쓰’ 검색 결과입니다"));
    session_close(&visit.session);

    open_visit(&visit, "kiosk-portrait", "search?q=hamamatsu");
    turn(&visit, 0);
    assert_false(says(&visit.session, "검색 결과입니다"));
    session_close(&visit.session);
}

static void
test_visitor__whatever_a_field_takes_a_path_holds(void **state) {
    (void)state;
    static struct visit visit;
    static const char *const letters[] = {"한", "𠮷", "%"};
    open_visit(&visit, "kiosk-portrait", "home");
    turn(&visit, 0);
    for (size_t i = 0; i < ARRAY_LEN(letters); i++) {
        char whole[UI_FIELD_BYTES + 1] = "";
        tap(&visit, "items/search");
        tap(&visit, "q");
        for (int k = 0; k < UI_FIELD_CHARACTERS + 5; k++) {
            type(&visit, letters[i]);
            if (k < UI_FIELD_CHARACTERS) {
                strcat(whole, letters[i]);
            }
            assert_str_equal(visit.session.screen.path.name, "search"); /* not thrown home */
        }
        assert_str_equal(query(&visit), whole);
        tap(&visit, "items/help");
        assert_str_equal(nav_path(&visit.session.nav), "help");
        tap(&visit, "items/back");
        assert_str_equal(query(&visit), whole);
        assert_str_equal(ui_field_text(visit.session.ui, STR("q")), whole);
        tap(&visit, "items/home");
    }
    session_close(&visit.session);
}

static void
test_visitor__typing_starts_at_once_on_a_desk(void **state) {
    (void)state;
    static struct visit visit;
    open_visit(&visit, "tablet-landscape", "home");
    turn(&visit, 0);
    tap(&visit, "items/search");
    type(&visit, "안산");
    assert_str_equal(nav_path(&visit.session.nav), "search?q=%EC%95%88%EC%82%B0");
    session_close(&visit.session);
}

static void
compose(struct visit *visit, const char *text) {
    feed(visit, (struct ui_event){.type = UI_TEXT_EDITING, .text = str_from(text)});
}

static void
test_visitor__what_is_composed_belongs_to_the_place_that_is_left(void **state) {
    (void)state;
    static struct visit visit;
    static const char *const ways[] = {"items/help", "languages/ja"};
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        open_visit(&visit, "tablet-landscape", "search");
        turn(&visit, 0);
        type(&visit, "안");
        compose(&visit, "산");
        assert_str_equal(query(&visit), "안산"); /* searched for while it is composed */
        tap(&visit, ways[i]);
        if (i == 0) {
            tap(&visit, "items/back");
        }
        assert_str_equal(query(&visit), "안산");
        assert_str_equal(ui_field_text(visit.session.ui, STR("q")), "안산");
        session_close(&visit.session);
    }
    open_visit(&visit, "tablet-landscape", "search");
    turn(&visit, 0);
    compose(&visit, "산");
    feed(&visit, (struct ui_event){.type = UI_KEY, .key = UI_KEY_ENTER});
    assert_str_equal(query(&visit), "산");
    session_close(&visit.session);
}

/* Keys on the screen type where the caret is, after what an input method composes. */
static void
test_visitor__keys_on_the_screen_type_at_the_caret(void **state) {
    (void)state;
    static struct visit visit;
    open_visit(&visit, "kiosk-portrait", "search");
    turn(&visit, 0);
    tap(&visit, "row-2/key ㅁ");
    tap(&visit, "row-1/key ㅕ");
    tap(&visit, "row-2/key ㅇ");
    assert_str_equal(query(&visit), "명");
    tap(&visit, "bottom/key delete"); /* it is being typed: a jamo */
    assert_str_equal(query(&visit), "며");
    feed(&visit, (struct ui_event){.type = UI_KEY, .key = UI_KEY_HOME});
    tap(&visit, "row-2/key ㅎ");
    tap(&visit, "row-2/key ㅏ");
    assert_str_equal(query(&visit), "하며");
    feed(&visit, (struct ui_event){.type = UI_KEY, .key = UI_KEY_END});
    tap(&visit, "row-2/key ㅇ"); /* 며 was finished when the caret left it */
    assert_str_equal(query(&visit), "하며ㅇ");
    tap(&visit, "bottom/key delete");
    tap(&visit, "bottom/key delete"); /* so it goes as one */
    assert_str_equal(query(&visit), "하");
    compose(&visit, "나");
    tap(&visit, "row-2/key ㄴ");
    assert_str_equal(query(&visit), "하나ㄴ");
    type(&visit, "나"); /* the method's own, late: not a second time */
    feed(&visit, (struct ui_event){.type = UI_KEY, .key = UI_KEY_SELECT_ALL});
    tap(&visit, "row-2/key ㅁ");
    assert_str_equal(query(&visit), "ㅁ");
    tap(&visit, "bottom/keyboard ja");
    tap(&visit, "row-0/key か");
    tap(&visit, "row-3/key ゛");
    assert_str_equal(query(&visit), "ㅁが");
    session_close(&visit.session);
}

/* A finger that lies there and trembles holds off nothing. */
static void
test_visitor__a_trembling_finger_does_not_hold_off_the_end(void **state) {
    (void)state;
    static struct visit visit;
    open_visit(&visit, "kiosk-portrait", "home");
    turn(&visit, 0);
    tap(&visit, "items/help");
    struct ui_event finger = {.type = UI_POINTER_DOWN, .pointer = 5, .at = {500, 700}};
    feed(&visit, finger);
    finger.type = UI_POINTER_MOVE;
    uint64_t start = visit.now_ms;
    while (visit.session.idle.state != IDLE_AT_REST && visit.now_ms < start + 6000000) {
        finger.at.x = finger.at.x == 500 ? 501 : 500;
        feed(&visit, finger);
        turn(&visit, 1000);
    }
    assert_true(visit.now_ms - start < 170000);
    assert_str_equal(nav_path(&visit.session.nav), "home");
    session_close(&visit.session);
}

static void
test_visitor__the_buttons_of_the_warning_stay_under_the_finger(void **state) {
    (void)state;
    static struct visit visit;
    open_visit(&visit, "kiosk-portrait", "home");
    turn(&visit, 0);
    tap(&visit, "items/help");
    turn(&visit, 125000);
    tap(&visit, "idle/restart");
    assert_str_equal(nav_path(&visit.session.nav), "home");
    assert_int_equal(visit.session.idle.state, IDLE_AT_REST);
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_visitor__an_answer_stands_above_what_was_found),
        cmocka_unit_test(test_visitor__whatever_a_field_takes_a_path_holds),
        cmocka_unit_test(test_visitor__typing_starts_at_once_on_a_desk),
        cmocka_unit_test(test_visitor__what_is_composed_belongs_to_the_place_that_is_left),
        cmocka_unit_test(test_visitor__keys_on_the_screen_type_at_the_caret),
        cmocka_unit_test(test_visitor__a_trembling_finger_does_not_hold_off_the_end),
        cmocka_unit_test(test_visitor__the_buttons_of_the_warning_stay_under_the_finger),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
