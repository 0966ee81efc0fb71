/* A large database with damage deep inside. Opening looks at its tables alone, so it opens; the
 * pages are looked at in slices while nobody waits, the log says what was found, the screens that
 * meet the damage say so in its place, and the others go on. */
#include "visit_fixture.h"

#include "base/file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define BROKEN NARU_BUILD_DIR "/test-damaged.db"
#define LOG NARU_BUILD_DIR "/test-damaged.log"

enum { PAGE = 4096, PAGES_DAMAGED = 40 };

/* Every page in a stretch of the file, from `eighth` eighths of it on. */
static void
write_damaged(size_t eighth) {
    struct arena arena;
    struct err err;
    struct str bytes;
    arena_init(&arena);
    assert_true(
        file_read(NARU_BUILD_DIR "/tests/broad.db", FILE_LIMIT_DEFAULT, &arena, &bytes, &err));
    char *copy = arena_alloc(&arena, bytes.n);
    memcpy(copy, bytes.p, bytes.n);
    size_t from = bytes.n / 8 * eighth / PAGE * PAGE;
    memset(copy + from, 0xA5, (size_t)PAGES_DAMAGED * PAGE);
    assert_true(file_replace(BROKEN, (struct str){copy, bytes.n}, &err));
    arena_finish(&arena);
}

static void
open_session(struct session *session) {
    struct err err;
    struct options options;
    char words[5][200] = {"naru", "--locale=en", "--posture=kiosk", "--content=" BROKEN};
    char *argv[] = {words[0], words[1], words[2], words[3], NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    if (!options_parse(4, argv, &options, &err) ||
        session_open(session, &options, "home", &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
}

static bool
put_nothing(void *self, const struct para *para, bool light, size_t most, size_t *next) {
    (void)self;
    (void)para;
    (void)light;
    (void)most;
    (void)next;
    return false;
}

/* Standard error goes to a file; what was there before comes back. */
static int
log_begin(void) {
    int before = dup(STDERR_FILENO);
    int file = open(LOG, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    assert_true(before >= 0 && file >= 0 && dup2(file, STDERR_FILENO) >= 0);
    close(file);
    return before;
}

static struct str
log_end(int before, struct arena *arena) {
    struct err err;
    struct str text = {0};
    assert_true(dup2(before, STDERR_FILENO) >= 0);
    close(before);
    assert_true(file_read(LOG, FILE_LIMIT_DEFAULT, arena, &text, &err));
    return text;
}

static size_t
times(struct str text, struct str word) {
    size_t count = 0;
    for (size_t at; (at = str_find(text, word)) != SIZE_MAX; count++) {
        text = str_slice(text, at + word.n, text.n);
    }
    return count;
}

static void
test_damaged__is_found_while_nobody_waits(void **state) {
    (void)state;
    for (size_t eighth = 2; eighth < 8; eighth++) {
        static struct session session;
        struct arena arena;
        size_t turns = 0;
        uint64_t now_ms = 1000;
        arena_init(&arena);
        write_damaged(eighth);
        open_session(&session);
        session.prewarm.shelf = (struct prewarm_shelf){.put = put_nothing};
        int before = log_begin();
        while (turns < 2000 && session_step(&session, now_ms).sleep_until_ms <= now_ms + 1000) {
            now_ms += PREWARM_PAUSE_MS;
            turns++;
        }
        struct str log = log_end(before, &arena);
        assert_true(turns > 2); /* in slices */
        assert_int_equal(times(log, STR("is damaged (looking at every page")), 1);
        assert_int_equal(session.failure.code, ERR_NONE); /* the page that is shown stays */
        session_close(&session);
        arena_finish(&arena);
    }
}

/* A page that cannot be read is said so; with it fail few, and every one has its way out. */
static void
test_damaged__screens_say_what_they_cannot_show(void **state) {
    (void)state;
    static const char *const paths[] = {"home", "cities", "timeline", "timeline?view=list",
        "glossary", "phrases", "schools", "statistics", "about", "guides", "cases", "talks",
        "reports", "cities/city-1", "guides/made-0", "search?q=cultural", "language?then=back",
        "help"};
    size_t said = 0;
    int before = log_begin();
    for (size_t eighth = 2; eighth < 8; eighth++) {
        static struct session session;
        write_damaged(eighth);
        open_session(&session);
        for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
            struct err err;
            bool found, shown = session_show(&session, str_from(paths[i]), &found, &err);
            session_frame(&session, 0);
            bool is_partly = says(&session, "This entry cannot be read");
            assert_true(shown || err.message[0] != '\0');
            assert_true(ui_find(session.ui, STR("items/home")) != 0);
            said += !shown || is_partly;
            if (!shown) { /* a visitor gets a screen that says so, and the log why */
                char action[80];
                snprintf(action, sizeof(action), "open %s", paths[i]);
                nav_apply(&session.nav, str_from(action), 0);
                session_load_place(&session);
            }
        }
        struct err err;
        bool found, shown = session_show(&session, STR("language"), &found, &err);
        session_frame(&session, 0);
        assert_true(shown && ui_find(session.ui, STR("bar/languages/ja")) != 0);
        session_close(&session);
    }
    struct arena arena;
    arena_init(&arena);
    struct str log = log_end(before, &arena);
    assert_true(said > 0 && said < 6 * ARRAY_LEN(paths) / 2);
    assert_true(times(log, STR("cannot be read")) + times(log, STR("cannot be shown")) > 0);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_damaged__is_found_while_nobody_waits),
        cmocka_unit_test(test_damaged__screens_say_what_they_cannot_show),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(BROKEN);
    unlink(LOG);
    return failed;
}
