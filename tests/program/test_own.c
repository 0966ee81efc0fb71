/* A handheld's own things, by finger: kept pages, where one was, how the screen was set. */
#include "visit_fixture.h"

#include "session_own.h"

#include <stdlib.h>
#include <unistd.h>

static struct visit visit;
static char folder[64], path[128];

static int
open_folder(void **state) {
    (void)state;
    snprintf(folder, sizeof(folder), "/tmp/naru-own-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof(path), "%s/own.db", folder);
    return 0;
}

static int
close_folder(void **state) {
    (void)state;
    char command[96];
    snprintf(command, sizeof(command), "rm -rf %s", folder);
    return system(command);
}

/* As the app starts; `first` is where it would begin. */
static void
open_visit(const char *profile, const char *first) {
    struct err err;
    struct options options;
    char name[] = "naru", option[] = "--profile", value[32], own[] = "--own";
    snprintf(value, sizeof(value), "%s", profile);
    char *argv[] = {name, option, value, own, path, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    setenv("LC_ALL", "en_GB.UTF-8", 1);
    visit.now_ms = 1000;
    if (!options_parse(5, argv, &options, &err)) {
        fail_msg("%s", err.message);
    }
    options.today = (struct clock_day){2026, 7, 25};
    if (session_open(&visit.session, &options, first, &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
    session_own_resume(&visit.session);
    turn(&visit, 0);
}

static bool
has(const char *key) {
    return ui_find(visit.session.ui, str_from(key)) != 0;
}

static struct str
shown_path(void) {
    return nav_path(&visit.session.nav);
}

/* Without a word to it: the process is gone, what was written is there. */
static void
kill_visit(void) {
    turn(&visit, OWN_DELAY_MS);
    char copy[160], command[400];
    snprintf(copy, sizeof(copy), "%s/killed.db", folder);
    snprintf(command, sizeof(command), "cp %s %s", path, copy);
    assert_int_equal(system(command), 0);
    session_close(&visit.session);
    assert_int_equal(rename(copy, path), 0);
}

static void
test_own__a_page_is_kept_and_found_again(void **state) {
    (void)state;
    open_visit("phone", "cities/hamamatsu");
    tap(&visit, "own/keep");
    kill_visit();
    open_visit("phone", "home");
    assert_str_equal(shown_path(), "cities/hamamatsu"); /* where one was */
    tap(&visit, "items/home");
    tap(&visit, "last/kept");
    assert_str_equal(shown_path(), "kept");
    assert_true(says(&visit.session, "Hamamatsu"));
    tap(&visit, "page-1/open");
    assert_str_equal(shown_path(), "cities/hamamatsu");
    tap(&visit, "own/keep"); /* no longer */
    tap(&visit, "items/back");
    assert_false(has("page-1/open"));
    tap(&visit, "removed/undo");
    assert_true(has("page-1/open"));
    tap(&visit, "page-1/remove");
    assert_false(has("page-1/open"));
    session_close(&visit.session);
}

/* In the language one reads now, whatever it was when the page was kept. */
static void
test_own__pages_are_named_in_the_language_of_now(void **state) {
    (void)state;
    open_visit("tablet-landscape", "cities/hamamatsu");
    tap(&visit, "own/keep");
    tap(&visit, "languages/ko");
    tap(&visit, "items/home");
    tap(&visit, "last/more");
    tap(&visit, "tiles/kept");
    assert_true(says(&visit.session, "하마마쓰"));
    assert_false(says(&visit.session, "Hamamatsu"));
    kill_visit();
    open_visit("tablet-landscape", "home");
    assert_str_equal(shown_path(), "kept");
    assert_int_equal(visit.session.nav.locale, LOCALE_KO);
    session_close(&visit.session);
}

static void
test_own__the_screen_stays_as_it_was_set(void **state) {
    (void)state;
    open_visit("phone", "display");
    struct looks set = visit.session.looks;
    set.theme = theme_lookup(STR("dark"));
    set.text_scale = 1.5f;
    set.reduced_motion = true;
    session_set_looks(&visit.session, &set);
    kill_visit();
    open_visit("phone", "home");
    assert_true(looks_equal(&visit.session.looks, &set));
    assert_string_equal(visit.session.theme->name, "dark");
    session_close(&visit.session);
}

/* A visit with its day, and what of it is done. */
static void
test_own__a_plan_goes_on(void **state) {
    (void)state;
    open_visit("phone", "plan?partner=hamamatsu&date=2026-08-19");
    size_t before = own_count(visit.session.own, OWN_TICK);
    tap(&visit, "visit-request/tick");
    assert_int_equal(own_count(visit.session.own, OWN_TICK), before + 1);
    kill_visit();
    open_visit("phone", "home");
    assert_int_equal(visit.session.ticks.count, 1);
    bool found;
    struct err err;
    assert_true(
        session_show(&visit.session, STR("plan?partner=hamamatsu&date=2026-08-20"), &found, &err));
    turn(&visit, 400); /* another day for the same visit */
    assert_true(session_show(&visit.session, STR("kept"), &found, &err));
    turn(&visit, 400);
    assert_int_equal(own_count(visit.session.own, OWN_VISIT), 1);
    tap(&visit, "visit-1/open");
    assert_str_equal(shown_path(), "plan?partner=hamamatsu&date=2026-08-20");
    session_close(&visit.session);
}

/* A search is in nobody's file. */
static void
test_own__what_was_searched_for_is_not_kept(void **state) {
    (void)state;
    open_visit("phone", "search?q=hamamatsu");
    kill_visit();
    open_visit("phone", "home");
    assert_str_equal(shown_path(), "search");
    session_close(&visit.session);
}

static void
test_own__all_of_it_can_be_erased(void **state) {
    (void)state;
    open_visit("phone", "cities/hamamatsu");
    tap(&visit, "own/keep");
    tap(&visit, "items/home");
    tap(&visit, "last/kept");
    tap(&visit, "erase-all");
    tap(&visit, "erase/cancel"); /* it is asked */
    assert_true(has("page-1/open"));
    tap(&visit, "erase-all");
    tap(&visit, "erase/yes");
    assert_str_equal(shown_path(), "kept");
    assert_false(has("page-1/open"));
    kill_visit();
    open_visit("phone", "kept");
    assert_int_equal(own_count(visit.session.own, OWN_BOOKMARK), 0);
    session_close(&visit.session);
}

/* On a shared panel none of it exists, even where a file is named. */
static void
test_own__a_kiosk_keeps_nothing(void **state) {
    (void)state;
    open_visit("kiosk-portrait", "cities/hamamatsu");
    assert_false(has("own/keep"));
    tap(&visit, "items/home");
    assert_false(has("last/kept"));
    tap(&visit, "last/more");
    assert_false(has("tiles/kept"));
    bool found;
    struct err err;
    assert_true(session_show(&visit.session, STR("kept"), &found, &err));
    assert_false(found);
    turn(&visit, 1000);
    session_close(&visit.session);
    assert_int_equal(access(path, F_OK), -1);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_folder, close_folder)
        TEST(test_own__a_page_is_kept_and_found_again),
        TEST(test_own__pages_are_named_in_the_language_of_now),
        TEST(test_own__the_screen_stays_as_it_was_set),
        TEST(test_own__a_plan_goes_on),
        TEST(test_own__what_was_searched_for_is_not_kept),
        TEST(test_own__all_of_it_can_be_erased),
        TEST(test_own__a_kiosk_keeps_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
