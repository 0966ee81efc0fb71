/* Content that changes under the running app, through its own turn of the loop and a clock of ours.
 */
#include "program_fixture.h"

#include "base/file.h"
#include "session_content.h"
#include "watch.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#define HOME NARU_BUILD_DIR "/test-swap"
#define DATABASE HOME "/naru.db"
#define BUNDLED NARU_BUILD_DIR "/naru.db"
#define SMALL NARU_BUILD_DIR "/tests/small.db"

struct app {
    struct session session;
    uint64_t now_ms;
};

static void
open_app(struct app *app, const char *posture) {
    struct err err;
    struct options options;
    const char *words[] = {
        "naru", "--content", DATABASE, "--locale", "en", "--posture", posture, NULL};
    char **argv = (char **)(uintptr_t)words; /* options_parse() writes to none of them */
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    shell("rm -rf " HOME " && mkdir -p " HOME " && cp " BUNDLED " " DATABASE);
    if (!options_parse(ARRAY_LEN(words) - 1, argv, &options, &err) ||
        session_open(&app->session, &options, "home", &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
    app->now_ms = 1000;
    session_content_open(&app->session, NULL, DATABASE);
    session_step(&app->session, app->now_ms);
}

static void
close_app(struct app *app) {
    session_content_close(&app->session);
    session_close(&app->session);
    shell("rm -rf " HOME);
}

/* A turn when the content asks for one, as the window does: how many it takes to look at a database
 * depends on its size. */
static void
pass(struct app *app, uint64_t ms) {
    for (uint64_t end = app->now_ms + ms; app->now_ms < end;) {
        uint64_t wanted = session_content_deadline(&app->session, app->now_ms);
        uint64_t latest = app->now_ms + 250;
        app->now_ms = wanted > app->now_ms && wanted < latest ? wanted : latest;
        session_step(&app->session, app->now_ms);
    }
}

/* A visitor opens the list of cities. */
static void
visit_cities(struct app *app) {
    struct ui_event press = {.type = UI_POINTER_DOWN, .pointer = 1, .time_ms = app->now_ms};
    uint32_t node = ui_find(app->session.ui, STR("doors/cities"));
    size_t count;
    assert_true(node != 0);
    struct rect at = ui_nodes(app->session.ui, &count)[node].rect;
    press.at = (struct point){at.x + at.w / 2, at.y + at.h / 2};
    session_feed(&app->session, &press);
    press.type = UI_POINTER_UP;
    press.time_ms += 60;
    session_feed(&app->session, &press);
    pass(app, 500);
    assert_str_equal(nav_path(&app->session.nav), "cities");
}

#define REPLACE(with) shell("cp " with " " HOME "/next && mv " HOME "/next " DATABASE)

static void
test_swap__a_panel_in_use_waits_until_its_visitor_is_gone(void **state) {
    (void)state;
    struct app app;
    open_app(&app, "kiosk");
    int64_t before = count_events(app.session.store);
    visit_cities(&app);
    REPLACE(SMALL);
    pass(&app, 20000);
    assert_int_equal(count_events(app.session.store), before);
    assert_str_equal(nav_path(&app.session.nav), "cities");
    pass(&app, 400000); /* nobody answers the warning */
    assert_true(count_events(app.session.store) != before);
    close_app(&app);
}

static void
test_swap__a_handheld_swaps_at_once_and_keeps_its_place(void **state) {
    (void)state;
    struct app app;
    open_app(&app, "handheld");
    int64_t before = count_events(app.session.store);
    visit_cities(&app);
    REPLACE(SMALL);
    pass(&app, 6000);
    assert_true(count_events(app.session.store) != before);
    assert_str_equal(nav_path(&app.session.nav), "cities");
    assert_int_equal(app.session.failure.code, ERR_NONE);
    close_app(&app);
}

static void
test_swap__a_bad_file_is_refused_and_a_good_one_taken_after_it(void **state) {
    (void)state;
    struct app app;
    open_app(&app, "kiosk");
    int64_t before = count_events(app.session.store);
    shell("head -c 100000 " BUNDLED " > " HOME "/next && mv " HOME "/next " DATABASE);
    pass(&app, 10000);
    assert_int_equal(count_events(app.session.store), before);
    REPLACE(SMALL);
    pass(&app, 6000);
    assert_true(count_events(app.session.store) != before);
    close_app(&app);
}

/* Opening meets none of the damage: every page is looked at before the place is given up. */
static void
test_swap__a_file_damaged_within_is_refused_after_a_look_at_every_page(void **state) {
    (void)state;
    struct app app;
    struct err err;
    open_app(&app, "kiosk");
    int64_t before = count_events(app.session.store);
    shell("cp " SMALL " " HOME "/next && chmod u+w " HOME "/next && head -c 16384 /dev/zero | "
          "tr '\\0' '\\245' | dd of=" HOME
          "/next bs=4096 seek=30 conv=notrunc status=none && mv " HOME "/next " DATABASE);
    struct store *store = store_open(DATABASE, &err);
    assert_non_null(store);
    store_close(store);
    pass(&app, 24000);
    assert_true(app.session.content.refused.is_there);
    assert_null(app.session.candidate);
    assert_int_equal(count_events(app.session.store), before);
    REPLACE(SMALL);
    pass(&app, 20000);
    assert_true(count_events(app.session.store) != before);
    close_app(&app);
}

static void
test_swap__a_file_written_in_place_is_opened_anew_at_once(void **state) {
    (void)state;
    struct app app;
    open_app(&app, "kiosk");
    int64_t before = count_events(app.session.store);
    visit_cities(&app);
    shell("cat " SMALL " > " DATABASE);
    pass(&app, 6000);
    assert_true(count_events(app.session.store) != before);
    assert_str_equal(nav_path(&app.session.nav), "cities");
    close_app(&app);
}

/* An author's mistake, by a compiler that finds one in everything. */
static void
check_mistake(const char *posture, bool is_on_the_glass) {
    struct app app;
    struct err err;
    open_app(&app, posture);
    shell("printf '#!/bin/sh\\necho cities.csv:3:1: error: no such country >&2; exit 1\\n' > " HOME
          "/strict && chmod +x " HOME "/strict && mkdir " HOME "/sources");
    struct watch *watch = watch_open(HOME "/sources", HOME "/strict", &err);
    assert_non_null(watch);
    session_content_close(&app.session);
    session_content_open(&app.session, watch, NULL);
    for (int i = 0; i < 6000 && watch_message(watch).n == 0; i++) {
        pass(&app, 250);
        poll(NULL, 0, 10); /* the child is another process */
    }
    assert_true(watch_message(watch).n > 0);
    pass(&app, 1000);
    assert_int_equal(app.session.notice.n > 0, is_on_the_glass);
    close_app(&app);
    watch_close(watch);
}

static void
test_swap__mistakes_are_for_authors_and_not_for_the_public(void **state) {
    (void)state;
    check_mistake("handheld", true);
    check_mistake("kiosk", false);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_swap__a_panel_in_use_waits_until_its_visitor_is_gone),
        cmocka_unit_test(test_swap__a_handheld_swaps_at_once_and_keeps_its_place),
        cmocka_unit_test(test_swap__a_bad_file_is_refused_and_a_good_one_taken_after_it),
        cmocka_unit_test(test_swap__a_file_damaged_within_is_refused_after_a_look_at_every_page),
        cmocka_unit_test(test_swap__a_file_written_in_place_is_opened_anew_at_once),
        cmocka_unit_test(test_swap__mistakes_are_for_authors_and_not_for_the_public),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
