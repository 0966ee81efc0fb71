/* A database that opens and fails later: a bad link, a table that search misses, a page that cannot
 * be read. The screen that fails says so, the others go on, and nothing ends. */
#include "visit_fixture.h"

#include "base/file.h"
#include "text/engine_private.h"
#include "ui/ui_private.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#define COPY NARU_BUILD_DIR "/test-failing.db"
#define OTHER NARU_BUILD_DIR "/test-failing-other.db"

static void
copy_database(const char *to, const char *sql) {
    struct arena arena;
    struct err err;
    struct str bytes;
    sqlite3 *db;
    char *why = NULL;
    arena_init(&arena);
    if (!file_read(NARU_BUILD_DIR "/naru.db", FILE_LIMIT_DEFAULT, &arena, &bytes, &err) ||
        !file_replace(to, bytes, &err)) {
        fail_msg("%s", err.message);
    }
    arena_finish(&arena);
    assert_int_equal(sqlite3_open(to, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK) {
        fail_msg("%s: %s", sql, why);
    }
    sqlite3_close(db);
}

static void
open_session(struct session *session, const char *posture) {
    struct err err;
    struct options options;
    const char *words[] = {"naru", "--content", COPY, "--locale", "en", "--posture", posture, NULL};
    char **argv = (char **)(uintptr_t)words; /* options_parse() writes to none of them */
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    if (!options_parse(ARRAY_LEN(words) - 1, argv, &options, &err) ||
        session_open(session, &options, "home", &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
}

static bool
shows(struct session *session, const char *text) {
    session_frame(session, 0);
    return says(session, text);
}

/* As a touch of the link does it. */
static void
follow(struct session *session, const char *action) {
    struct ui_node node = {.id = 1, .box = {.action = str_from(action)}};
    session_frame(session, 0);
    ui_activate(session->ui, &node);
    assert_true(session_step(session, 0).draw);
}

static void
check_refused_and_home(struct session *session, const char *words) {
    assert_true(shows(session, words));
    assert_true(ui_find(session->ui, STR("items/home")) != 0);
    follow(session, "home");
    assert_int_equal(session->failure.code, ERR_NONE);
    assert_false(shows(session, words));
}

static void
test_failing__a_link_out_of_the_house_is_no_page(void **state) {
    (void)state;
    struct session session;
    copy_database(COPY, "UPDATE marks SET argument = '../../../etc/passwd' WHERE kind = 'link'");
    open_session(&session, "kiosk");
    follow(&session, "open ../../../etc/passwd");
    assert_int_equal(session.failure.code, ERR_USAGE);
    check_refused_and_home(&session, "There is no such page");
    session_close(&session);
}

static void
test_failing__search_without_its_tables_says_so(void **state) {
    (void)state;
    struct session session;
    copy_database(COPY, "DROP TABLE search_docs");
    open_session(&session, "kiosk");
    follow(&session, "find hamamatsu");
    check_refused_and_home(&session, "This page cannot be shown right now");
    follow(&session, "open cities");
    assert_int_equal(session.failure.code, ERR_NONE);
    session_close(&session);
}

/* The details are the operator's. */
static void
test_failing__the_glass_never_shows_a_path_or_a_table(void **state) {
    (void)state;
    struct session session;
    copy_database(COPY, "DROP TABLE search_docs");
    open_session(&session, "kiosk");
    follow(&session, "find hamamatsu");
    assert_true(shows(&session, "Please ask the staff"));
    assert_false(shows(&session, "search_docs"));
    assert_false(shows(&session, "naru"));
    session_close(&session);
}

static size_t
words_known(const struct session *session) {
    size_t count = 0;
    for (int i = 0; i < LOCALE_COUNT; i++) {
        count += session->engine->names[i].count + session->engine->terms[i].count;
    }
    return count;
}

static void
test_failing__sixty_swaps_leave_as_many_names_as_one(void **state) {
    (void)state;
    struct session session;
    struct err err;
    copy_database(COPY, "SELECT 1");
    copy_database(OTHER, "SELECT 1");
    open_session(&session, "handheld");
    follow(&session, "open timeline");
    session_frame(&session, 0);
    assert_true(session_swap_content(&session, OTHER, &err)); /* lets go of what home had */
    session_frame(&session, 0);
    size_t before = words_known(&session); /* those that the screen has */
    assert_true(before > 0);
    for (int i = 0; i < 60; i++) {
        if (!session_swap_content(&session, i % 2 ? COPY : OTHER, &err)) {
            fail_msg("%s", err.message);
        }
        session_frame(&session, 0);
    }
    assert_int_equal(words_known(&session), before);
    assert_str_equal(nav_path(&session.nav), "timeline");
    session_close(&session);
}

static void
test_failing__a_swap_to_nothing_keeps_what_is_there(void **state) {
    (void)state;
    struct session session;
    struct err err = {0};
    copy_database(COPY, "SELECT 1");
    open_session(&session, "handheld");
    assert_false(session_swap_content(&session, NARU_SOURCE_DIR "/README.md", &err));
    assert_int_equal(err.code, ERR_FORMAT);
    follow(&session, "open cities/hamamatsu");
    assert_int_equal(session.failure.code, ERR_NONE);
    session_close(&session);
}

static int
remove_copies(void **state) {
    (void)state;
    unlink(COPY);
    unlink(OTHER);
    return 0;
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_failing__a_link_out_of_the_house_is_no_page),
        cmocka_unit_test(test_failing__search_without_its_tables_says_so),
        cmocka_unit_test(test_failing__the_glass_never_shows_a_path_or_a_table),
        cmocka_unit_test(test_failing__sixty_swaps_leave_as_many_names_as_one),
        cmocka_unit_test(test_failing__a_swap_to_nothing_keeps_what_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, remove_copies);
}
