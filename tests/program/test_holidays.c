/* The days off of the bundled content: which year opens, how sure a date is said to be, and the
 * ways that lead there. */
#include "visit_fixture.h"

#include "content/search.h"

#include <stdlib.h>

static int
open_visit(void **state) {
    static struct visit visit;
    struct err err;
    struct options options;
    char name[] = "naru", *argv[] = {name, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    visit.now_ms = 1000;
    if (!options_parse(1, argv, &options, &err) ||
        session_open(&visit.session, &options, "home", &err) != SESSION_OK) {
        print_error("%s\n", err.message);
        return -1;
    }
    *state = &visit;
    return 0;
}

static int
close_visit(void **state) {
    struct visit *visit = *state;
    session_close(&visit->session);
    return 0;
}

static void
show(struct visit *visit, const char *path, enum locale_id locale) {
    struct err err;
    bool found = false;
    visit->session.nav.locale = locale;
    assert_true(session_show(&visit->session, str_from(path), &found, &err));
    assert_true(found);
    session_frame(&visit->session, visit->now_ms);
}

static void
test_holidays__open_with_the_year_that_the_clock_says(void **state) {
    static const struct {
        int year;
        const char *title;
    } cases[] = {
        {2026, "2026년"}, {2029, "2029년"}, {1970, "2026년"}, {2050, "2035년"}, {0, "2026년"}};
    struct visit *visit = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        session_set_today(&visit->session, (struct clock_day){cases[i].year, 3, 1});
        show(visit, "holidays", LOCALE_KO);
        assert_true(str_find(visit->session.screen.title, str_from(cases[i].title)) != SIZE_MAX);
        assert_true(says(&visit->session, cases[i].title));
    }
    session_set_today(&visit->session, (struct clock_day){2026, 3, 1});
    show(visit, "holidays", LOCALE_KO);
    tap(visit, "years/2027");
    assert_str_equal(nav_path(&visit->session.nav), "holidays?year=2027");
    assert_true(says(&visit->session, "2월 7일 (일)")); /* 설날 */
    show(visit, "holidays?year=nineteen", LOCALE_KO);
    assert_true(says(&visit->session, "1월 1일 (목)")); /* of 2026 */
}

/* Both countries, and in words whether a date is announced, computed or a forecast. */
static void
test_holidays__say_how_sure_they_are(void **state) {
    static const struct {
        enum locale_id locale;
        const char *countries[2], *announced, *computed, *forecast, *closed;
    } cases[] = {
        {LOCALE_KO, {"대한민국", "일본"}, "정부가 공표한 날", "달력 계산으로 구한 날",
            "예상(아직 공표 전)", "관공서 휴무"},
        {LOCALE_JA, {"韓国", "日本"}, "政府が公表した日", "暦の計算による日", "予想（公表前）",
            "役所の休み"},
        {LOCALE_EN, {"Republic of Korea", "Japan"}, "Announced by the government",
            "Computed from the calendar", "Forecast, not yet announced", "Offices closed"},
    };
    struct visit *visit = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        show(visit, "holidays?year=2026", cases[i].locale);
        assert_true(says(&visit->session, cases[i].countries[0]));
        assert_true(says(&visit->session, cases[i].countries[1]));
        assert_true(says(&visit->session, cases[i].announced));
        assert_true(says(&visit->session, cases[i].computed));
        assert_true(says(&visit->session, cases[i].closed));
        assert_false(says(&visit->session, cases[i].forecast));
        show(visit, "holidays?year=2033", cases[i].locale);
        assert_true(says(&visit->session, cases[i].forecast));
    }
}

static void
test_holidays__one_is_shown_through_the_years(void **state) {
    struct visit *visit = *state;
    struct err err;
    bool found = true;
    session_set_today(&visit->session, (struct clock_day){2028, 1, 1});
    show(visit, "holidays/kr-2026-chuseok", LOCALE_JA);
    assert_str_equal(visit->session.screen.title, "秋夕");
    assert_true(says(&visit->session, "9月25日(金)")); /* 2026 */
    assert_true(says(&visit->session, "10月3日(火)")); /* 2028 */
    session_frame(&visit->session, visit->now_ms);
    assert_true(session_scroll(&visit->session) > 0);   /* this year is in view */
    show(visit, "holidays/kr-2029-chuseok", LOCALE_JA); /* any of its days leads there */
    assert_true(says(&visit->session, "9月25日(金)"));
    show(visit, "holidays?year=2026", LOCALE_JA);
    tap(visit, "days/jp-2026-showa");
    assert_str_equal(visit->session.screen.title, "昭和の日");
    assert_true(session_show(&visit->session, STR("holidays/nowhere"), &found, &err));
    assert_false(found);
}

static void
test_holidays__are_found_and_linked(void **state) {
    static const struct {
        enum locale_id locale;
        const char *query, *path;
    } cases[] = {{LOCALE_KO, "공휴일", "holidays"}, {LOCALE_JA, "祝日", "holidays"},
        {LOCALE_EN, "holidays", "holidays"}, {LOCALE_KO, "대체공휴일", "holidays"},
        {LOCALE_JA, "敬老の日", "holidays"}, {LOCALE_KO, "헌법기념일", "holidays"},
        {LOCALE_KO, "현충일", "holidays"}};
    struct visit *visit = *state;
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct search_hit *hits;
        size_t count;
        struct err err;
        assert_true(search_find(visit->session.store, &arena, cases[i].locale,
            str_from(cases[i].query), 3, &hits, &count, &err));
        assert_true(count > 0);
        assert_str_equal(hits[0].path, cases[i].path);
    }
    arena_finish(&arena);
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        size_t count, links = 0;
        show(visit, "guides/city-hall-calendar", (enum locale_id)locale);
        const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
        for (size_t i = 0; i < count; i++) {
            links += str_eq(nodes[i].box.action, STR("open holidays"));
        }
        assert_int_equal(links, 1);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_holidays__open_with_the_year_that_the_clock_says),
        cmocka_unit_test(test_holidays__say_how_sure_they_are),
        cmocka_unit_test(test_holidays__one_is_shown_through_the_years),
        cmocka_unit_test(test_holidays__are_found_and_linked),
    };
    return cmocka_run_group_tests(tests, open_visit, close_visit);
}
