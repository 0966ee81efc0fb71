/* The first screen and the home behind it: what a panel shows that waits, and that all of the home
 * can be seen at once on every panel there is. */
#include "visit_fixture.h"

#include "base/check.h"

static void
until(struct visit *visit, uint64_t now_ms) {
    turn(visit, now_ms - visit->now_ms);
}

static void
test_first__a_greeting_takes_turns(void **state) {
    (void)state;
    struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ko", "language");
    const struct ui *ui = visit.session.ui;
    assert_true(says(&visit.session, "어서 오십시오") && says(&visit.session, "安山市"));
    assert_int_equal(ui_frame_deadline(ui), 8000); /* nothing to do before */
    until(&visit, 8100);
    assert_true(says(&visit.session, "ようこそ") && !says(&visit.session, "어서"));
    assert_true(node_at(&visit, "greeting")->faded > 0.5f);
    assert_int_equal(ui_frame_deadline(ui), 8116);
    until(&visit, 8500);
    assert_true(node_at(&visit, "greeting")->faded == 0);
    assert_int_equal(ui_frame_deadline(ui), 16000);
    until(&visit, 16500);
    assert_true(says(&visit.session, "Welcome"));
    session_close(&visit.session);
}

static void
test_first__stands_still_with_reduced_motion(void **state) {
    (void)state;
    static const char *const words[] = {
        "--profile=kiosk-portrait", "--locale=en", "--reduced-motion", NULL};
    struct visit visit;
    visit_open_words(&visit, words, "language");
    until(&visit, 20000);
    assert_true(says(&visit.session, "Welcome"));
    assert_true(ui_frame_deadline(visit.session.ui) == UI_NEVER);
    session_close(&visit.session);
}

static void
test_first__a_language_and_one_is_at_home(void **state) {
    (void)state;
    struct visit visit;
    visit_open(&visit, "phone", "ko", "language");
    assert_int_equal(ui_find(visit.session.ui, STR("bar/items/back")), 0); /* no bar */
    tap(&visit, "bar/languages/ja");
    assert_string_equal(nav_path(&visit.session.nav).p, "home");
    assert_int_equal(visit.session.nav.locale, LOCALE_JA);
    session_close(&visit.session);
}

/* 21.5", 32", 43" and 55", upright and across. */
static const struct {
    const char *profile, *size, *px_per_mm;
} panels[] = {
    {"kiosk-portrait", "1080x1920", "4.03"},
    {"kiosk-portrait", "1080x1920", "2.71"},
    {"kiosk-portrait", "2160x3840", "4.03"},
    {"kiosk-portrait", "2160x3840", "3.15"},
    {"kiosk-landscape", "1920x1080", "4.03"},
    {"kiosk-landscape", "1920x1080", "3.21"},
    {"kiosk-landscape", "3840x2160", "4.03"},
    {"kiosk-landscape", "3840x2160", "3.15"},
};

static void
check_home(size_t panel, enum locale_id locale, const char *content) {
    struct visit visit;
    const char *const words[] = {"--profile", panels[panel].profile, "--size", panels[panel].size,
        "--px-per-mm", panels[panel].px_per_mm, "--locale", locale_tag(locale),
        content ? "--content" : NULL, content, NULL};
    visit_open_words(&visit, words, "home");
    turn(&visit, 500);
    if (ui_scroll_has_more(visit.session.ui, STR("page"), true)) {
        fail_msg("home on %s at %s px/mm in %s goes on below its panel", panels[panel].size,
            panels[panel].px_per_mm, locale_tag(locale));
    }
    assert_true(ui_find(visit.session.ui, STR("map")) != 0);
    session_close(&visit.session);
}

static void
test_first__home_is_seen_at_once_on_every_panel(void **state) {
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(panels); i++) {
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            check_home(i, (enum locale_id)locale, NULL);
        }
        check_home(i, LOCALE_EN, NARU_BUILD_DIR "/tests/second-city.db");
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first__a_greeting_takes_turns),
        cmocka_unit_test(test_first__stands_still_with_reduced_motion),
        cmocka_unit_test(test_first__a_language_and_one_is_at_home),
        cmocka_unit_test(test_first__home_is_seen_at_once_on_every_panel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
