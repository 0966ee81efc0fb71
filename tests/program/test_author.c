/* `naru --watch FOLDER` as its author lives it: built before anything is shown, followed while the
 * app runs, mistakes said on the glass and taken back. On the session, with a clock of ours. */
#define HOME NARU_BUILD_DIR "/test-author"
#include "author_fixture.h"

#include "session_content.h"

#define EVENTS SOURCES "/events.csv"

struct app {
    struct session session;
    struct watch *watch;
    struct options options;
    uint64_t now_ms;
};

static void
parse(struct app *app, const char *folder, const char *locale) {
    struct err err;
    const char *words[] = {
        "naru", "--watch", folder, "--posture", "handheld", "--locale", locale, NULL};
    char **argv = (char **)(uintptr_t)words; /* options_parse() writes to none of them */
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    *app = (struct app){.now_ms = 1000};
    if (!options_parse(ARRAY_LEN(words) - 1, argv, &app->options, &err)) {
        fail_msg("%s", err.message);
    }
}

static void
open_app(struct app *app) {
    struct err err;
    parse(app, SOURCES, "en");
    if (!session_content_build(&app->options, &app->watch, &err) ||
        session_open(&app->session, &app->options, "timeline", &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
    session_content_open(&app->session, app->watch, app->options.content);
    session_step(&app->session, app->now_ms);
}

static void
close_app(struct app *app) {
    session_content_close(&app->session);
    session_close(&app->session);
    watch_close(app->watch);
}

/* Turns until `is_there` holds; the compiler is another process, and has its own time. */
static void
turn_until(struct app *app, bool (*is_there)(struct app *app)) {
    for (int i = 0; i < 6000 && !is_there(app); i++) {
        app->now_ms += 250;
        session_step(&app->session, app->now_ms);
        poll(NULL, 0, 5);
    }
    assert_true(is_there(app));
}

static int64_t events_expected;

static bool
shows_expected(struct app *app) {
    return count_events(app->session.store) == events_expected;
}

static bool
shows_mistake(struct app *app) {
    struct str notice = str_buf_str(&app->session.notice);
    return notice.n > 0 && str_find(notice, STR("events.csv:")) != SIZE_MAX;
}

static bool
shows_no_notice(struct app *app) {
    return app->session.notice.n == 0;
}

static void
test_author__what_is_saved_is_shown_where_one_is(void **state) {
    (void)state;
    struct app app;
    open_app(&app);
    events_expected = count_events(app.session.store) - 1;
    assert_true(events_expected > 0);
    assert_true(session_content_deadline(&app.session, app.now_ms) <= app.now_ms + WATCH_POLL_MS);
    shell("sed -i '$d' " EVENTS);
    turn_until(&app, shows_expected);
    assert_str_equal(nav_path(&app.session.nav), "timeline");
    close_app(&app);
}

static void
test_author__a_mistake_is_on_the_glass_until_it_is_mended(void **state) {
    (void)state;
    struct app app;
    open_app(&app);
    events_expected = count_events(app.session.store);
    shell("cp " EVENTS " " HOME "/good.csv && echo nonsense,nonsense >> " EVENTS);
    turn_until(&app, shows_mistake);
    assert_true(shows_expected(&app)); /* the last good content stays */
    shell("cp " HOME "/good.csv " EVENTS);
    turn_until(&app, shows_no_notice);
    assert_true(shows_expected(&app));
    close_app(&app);
}

static void
check_refused(const char *folder, const char *locale, const char *expected) {
    struct app app;
    struct err err = {0};
    parse(&app, folder, locale);
    assert_false(session_content_build(&app.options, &app.watch, &err));
    if (!strstr(err.message, expected)) {
        fail_msg("\"%s\" is not in: %s", expected, err.message);
    }
    watch_close(app.watch);
}

static void
test_author__what_cannot_be_built_is_said_before_anything_is_shown(void **state) {
    (void)state;
    check_refused(HOME "/nowhere", "en", "cannot watch " HOME "/nowhere");
    shell("echo nonsense,nonsense >> " EVENTS);
    check_refused(SOURCES, "en", "events.csv:");
    check_refused(SOURCES, "ko", "events.csv:");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        ON_FRESH_SOURCES(test_author__what_is_saved_is_shown_where_one_is),
        ON_FRESH_SOURCES(test_author__a_mistake_is_on_the_glass_until_it_is_mended),
        ON_FRESH_SOURCES(test_author__what_cannot_be_built_is_said_before_anything_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
