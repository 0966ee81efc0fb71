/* The visit planner, by finger and keys, on a day of ours. */
#include "visit_fixture.h"

#include <stdlib.h>

static struct visit visit;

static void
open_visit(const char *profile, const char *locale, const char *path) {
    struct err err;
    struct options options;
    char name[] = "naru", option[] = "--profile", value[32], in[] = "--locale", tag[8];
    snprintf(value, sizeof(value), "%s", profile);
    snprintf(tag, sizeof(tag), "%s", locale);
    char *argv[] = {name, option, value, in, tag, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    visit.now_ms = 1000;
    if (!options_parse(5, argv, &options, &err)) {
        fail_msg("%s", err.message);
    }
    options.today = (struct clock_day){2026, 7, 25};
    if (session_open(&visit.session, &options, path, &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
    turn(&visit, 0);
}

static void
close_visit(void) {
    session_close(&visit.session);
}

static bool
has(const char *path) {
    return ui_find(visit.session.ui, str_from(path)) != 0;
}

static struct str
shown_path(void) {
    return nav_path(&visit.session.nav);
}

/* From the first screen to a plan, by touch: three taps after home. */
static void
test_plan__a_city_and_a_day_make_one(void **state) {
    (void)state;
    static const char *const locales[] = {"ko", "ja", "en"};
    static const char *const late[] = {"6일 늦었습니다", "6日遅れています", "6 days late"};
    for (size_t i = 0; i < ARRAY_LEN(locales); i++) {
        open_visit("kiosk-portrait", locales[i], "home");
        tap(&visit, "doors/plan");
        tap(&visit, "partners/list/hamamatsu");
        assert_str_equal(shown_path(), "plan?partner=hamamatsu");
        tap(&visit, "month/after");
        assert_str_equal(shown_path(), "plan?partner=hamamatsu&choose=2026-08");
        tap(&visit, "calendar/week-20681/2026-08-19");
        assert_str_equal(shown_path(), "plan?partner=hamamatsu&date=2026-08-19");
        assert_true(says(&visit.session, late[i]));
        tap(&visit, "change");
        tap(&visit, "way/in");
        assert_str_equal(
            shown_path(), "plan?partner=hamamatsu&date=2026-08-19&way=in&choose=2026-08");
        tap(&visit, "calendar/week-20681/2026-08-20");
        assert_true(has("korea-request"));
        close_visit();
    }
}

/* Every step is counted back from the day of the visit, or on from it; the latest comes first, and
 * what was done is late no more. */
static void
test_plan__steps_are_counted_from_the_day(void **state) {
    (void)state;
    open_visit("kiosk-portrait", "ko", "plan?partner=hamamatsu&date=2026-08-19");
    assert_true(says(&visit.session, "7월 19일 (일)까지")); /* a month before */
    assert_true(says(&visit.session, "7월 29일 (수)까지")); /* three weeks, the app's word */
    assert_true(says(&visit.session, "8월 18일 (화)까지")); /* a day */
    assert_true(says(&visit.session, "8월 26일 (수)까지")); /* a week after */
    assert_true(says(&visit.session, "앱 제안"));
    assert_true(says(&visit.session, "15가지 중 0가지를 마쳤습니다"));
    assert_true(node_at(&visit, "visit-request")->rect.y < node_at(&visit, "today")->rect.y);
    assert_true(node_at(&visit, "today")->rect.y < node_at(&visit, "visit-confirm")->rect.y);
    assert_true(node_at(&visit, "visit-confirm")->rect.y < node_at(&visit, "visit-listen")->rect.y);
    assert_true(
        node_at(&visit, "visit-listen")->rect.y < node_at(&visit, "visit-thank-you")->rect.y);
    static const char *const due[] = {"visit-request/tick", "visit-visitors/tick",
        "visit-representative/tick", "visit-vehicle/tick", "visit-interpreter/tick"};
    for (size_t i = 0; i < ARRAY_LEN(due); i++) {
        assert_true(says(&visit.session, "6일 늦었습니다"));
        assert_str_equal(node_at(&visit, due[i])->box.value, "off");
        tap(&visit, due[i]);
        assert_str_equal(node_at(&visit, due[i])->box.value, "on");
    }
    assert_false(says(&visit.session, "늦었습니다"));
    assert_true(says(&visit.session, "15가지 중 5가지를 마쳤습니다"));
    tap(&visit, due[0]);
    assert_true(says(&visit.session, "6일 늦었습니다"));
    close_visit();
}

/* A month that is shorter ends earlier, a leap day counts. */
static void
test_plan__short_months_and_leap_years(void **state) {
    (void)state;
    open_visit("kiosk-portrait", "en", "plan?partner=hamamatsu&date=2027-03-31");
    assert_true(says(&visit.session, "By Sun, 28 February"));
    close_visit();
    open_visit("kiosk-portrait", "en", "plan?partner=hamamatsu&date=2028-03-31");
    assert_true(says(&visit.session, "By Tue, 29 February"));
    assert_true(says(&visit.session, "By Fri, 17 March"));
    close_visit();
}

/* Weekends and the holidays of both countries are marked; a visit on one of them is warned of. */
static void
test_plan__days_on_which_offices_are_closed(void **state) {
    (void)state;
    open_visit("kiosk-portrait", "ko", "plan?partner=hamamatsu&date=2026-08-19");
    assert_true(says(&visit.session, "대한민국 휴일: 대체공휴일(광복절)"));
    assert_true(says(&visit.session, "일본 휴일: 산의 날"));
    assert_false(has("closed"));
    close_visit();
    open_visit("kiosk-portrait", "ko", "plan?partner=hamamatsu&date=2026-08-11");
    assert_true(says(&visit.session, "쉬는 날입니다: 일본 휴일: 산의 날"));
    close_visit();
    open_visit("kiosk-portrait", "en", "plan?partner=hamamatsu&date=2026-08-15");
    assert_true(says(&visit.session, "closed: Weekend · Holiday in Republic of Korea"));
    close_visit();
}

/* What the content does not know is said. */
static void
test_plan__what_nobody_knows_is_said(void **state) {
    (void)state;
    open_visit("kiosk-portrait", "en", "plan?partner=las-vegas&date=2026-08-19");
    assert_true(says(&visit.session, "no table of holidays for United States"));
    assert_true(has("abroad-request"));
    close_visit();
    open_visit("kiosk-portrait", "en", "plan?partner=hamamatsu&date=2040-08-19");
    assert_true(says(&visit.session, "is for 2026 to 2035"));
    close_visit();
    open_visit("kiosk-portrait", "en", "plan?partner=hamamatsu&date=2026-08-19");
    session_set_today(&visit.session, (struct clock_day){0});
    session_load_place(&visit.session);
    turn(&visit, 16);
    assert_true(says(&visit.session, "Nobody knows what day it is"));
    assert_false(says(&visit.session, "days late"));
    close_visit();
}

/* Hostile addresses: a page that asks again, or says that it is not there. */
static void
test_plan__wrong_addresses(void **state) {
    (void)state;
    static const struct {
        const char *path;
        bool is_found, asks_day;
    } cases[] = {
        {"plan?partner=nobody", false, false},
        {"plan?partner=ansan&date=2026-08-19", false, false},
        {"plan?partner=hamamatsu&date=2026-02-30", true, true},
        {"plan?partner=hamamatsu&date=2026-08", true, true},
        {"plan?partner=hamamatsu&date=2026-08-01/2026-08-05", true, true},
        {"plan?partner=hamamatsu&date=0001-01-01", true, false},
        {"plan?partner=hamamatsu&date=9999-12-31", true, false},
        {"plan?partner=hamamatsu&date=9999-12-31&choose=9999-12", true, true},
        {"plan?partner=hamamatsu&choose=0001-01", true, true},
        {"plan?partner=hamamatsu&choose=x", true, true},
        {"plan?date=2026-08-19", true, false},
    };
    open_visit("kiosk-portrait", "en", "home");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct err err;
        bool found = false;
        assert_true(session_show(&visit.session, str_from(cases[i].path), &found, &err));
        turn(&visit, 16);
        if (found != cases[i].is_found || has("calendar") != cases[i].asks_day) {
            fail_msg("%s", cases[i].path);
        }
    }
    close_visit();
}

/* The days that have been are not for choosing, nor the months. */
static void
test_plan__a_day_by_keys(void **state) {
    (void)state;
    open_visit("kiosk-portrait", "ko", "plan?partner=hamamatsu");
    assert_true(node_at(&visit, "month/before")->box.disabled);
    assert_true(node_at(&visit, "2026-07-24")->box.disabled);
    assert_false(node_at(&visit, "2026-07-25")->box.disabled);
    for (int i = 0; i < 60; i++) {
        uint64_t id = node_at(&visit, "2026-07-25")->id;
        if (ui_focused(visit.session.ui) == id) {
            break;
        }
        feed(&visit, (struct ui_event){.type = UI_KEY, .key = UI_KEY_TAB});
    }
    feed(&visit, (struct ui_event){.type = UI_KEY, .key = UI_KEY_DOWN});
    feed(&visit, (struct ui_event){.type = UI_KEY, .key = UI_KEY_ENTER});
    turn(&visit, 400);
    assert_str_equal(shown_path(), "plan?partner=hamamatsu&date=2026-07-31");
    close_visit();
}

/* Where seven keys have no room beside each other, a week opens first. */
static void
test_plan__weeks_on_a_phone(void **state) {
    (void)state;
    open_visit("phone", "ja", "plan?partner=hamamatsu&choose=2026-08");
    assert_false(has("2026-08-19"));
    tap(&visit, "week-20681");
    assert_str_equal(shown_path(), "plan?partner=hamamatsu&choose=2026-08-16");
    tap(&visit, "2026-08-19");
    assert_str_equal(shown_path(), "plan?partner=hamamatsu&date=2026-08-19");
    assert_true(has("week-20653")); /* of 19 July, above what is due in it */
    close_visit();
}

/* Who comes next finds nothing ticked. */
static void
test_plan__gone_with_the_visitor(void **state) {
    (void)state;
    open_visit("kiosk-portrait", "ko", "plan?partner=hamamatsu&date=2026-08-19");
    tap(&visit, "visit-request/tick");
    assert_int_equal(visit.session.ticks.count, 1);
    session_start_over(&visit.session);
    assert_int_equal(visit.session.ticks.count, 0);
    assert_int_equal(visit.session.ticks.done[0], 0);
    close_visit();
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plan__a_city_and_a_day_make_one),
        cmocka_unit_test(test_plan__steps_are_counted_from_the_day),
        cmocka_unit_test(test_plan__short_months_and_leap_years),
        cmocka_unit_test(test_plan__days_on_which_offices_are_closed),
        cmocka_unit_test(test_plan__what_nobody_knows_is_said),
        cmocka_unit_test(test_plan__wrong_addresses),
        cmocka_unit_test(test_plan__a_day_by_keys),
        cmocka_unit_test(test_plan__weeks_on_a_phone),
        cmocka_unit_test(test_plan__gone_with_the_visitor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
