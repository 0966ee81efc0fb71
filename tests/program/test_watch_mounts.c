/* File systems that come and go under the author's folder and under the open database, and one that
 * is full: real ones, in a mount namespace of the test's own. Skipped where that is not allowed. */
#define _GNU_SOURCE /* unshare() */
#include "test.h"

#include "content/store.h"
#include "content_file.h"
#include "watch.h"

#include <poll.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <unistd.h>

#define HOME NARU_BUILD_DIR "/test-mounts"
#define SOURCES HOME "/sources"
#define RUNTIME HOME "/runtime"
#define COMPILER NARU_BUILD_DIR "/naru-content"
#define DATABASE HOME "/panel/naru.db"

static bool may_mount;

static void
shell(const char *command) {
    if (system(command) != 0) {
        fail_msg("%s", command);
    }
}

/* What is mounted from here on is seen by this process and its children alone. */
static int
leave_namespace(void **state) {
    (void)state;
    may_mount =
        unshare(CLONE_NEWNS) == 0 && mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
    return 0;
}

static int
make_home(void **state) {
    (void)state;
    shell("rm -rf " HOME " && mkdir -p " RUNTIME " " HOME "/panel && cp -r " NARU_SOURCE_DIR
          "/tests/content/small " SOURCES);
    setenv("XDG_RUNTIME_DIR", RUNTIME, 1);
    return 0;
}

static int
remove_home(void **state) {
    (void)state;
    return system("rm -rf " HOME);
}

/* Asked before a test opens anything: skip() leaves it at once. */
static void
skip_unless_root_may_mount(void) {
    if (!may_mount) {
        print_message("skipped: only root may mount\n");
        skip();
    }
}

static void
mount_over(const char *folder, const char *options) {
    assert_int_equal(mount("tmpfs", folder, "tmpfs", 0, options), 0);
}

struct author {
    struct watch *watch;
    uint64_t now_ms;
};

/* Looks every 50 ms of our clock until something is to be said. */
static enum watch_result
next_result(struct author *author, enum locale_id locale) {
    for (int i = 0; i < 6000; i++) {
        enum watch_result result = watch_poll(author->watch, locale, author->now_ms);
        if (result != WATCH_NOTHING) {
            return result;
        }
        author->now_ms += 50;
        poll(NULL, 0, 5);
    }
    return WATCH_NOTHING;
}

static int64_t
events_built(struct author *author) {
    struct err err;
    struct store_info info = {0};
    struct arena arena;
    struct store *store = store_open(watch_database(author->watch), &err);
    if (!store) {
        fail_msg("%s", err.message);
    }
    arena_init(&arena);
    assert_true(store_info(store, &arena, &info, &err));
    arena_finish(&arena);
    watch_taken(author->watch);
    store_close(store);
    return info.events;
}

/* inotify says nothing of a file system that was mounted over the folder. */
static void
test_mounts__what_is_mounted_over_the_folder_is_built_and_what_was_below_it_again(void **state) {
    (void)state;
    skip_unless_root_may_mount();
    struct err err;
    struct author author = {.watch = watch_open(SOURCES, COMPILER, &err)};
    assert_non_null(author.watch);
    assert_int_equal(next_result(&author, LOCALE_EN), WATCH_READY);
    int64_t below = events_built(&author);
    shell("cp -r " SOURCES " " HOME "/other && sed -i '$d' " HOME "/other/events.csv");
    mount_over(SOURCES, "size=16m");
    assert_int_equal(next_result(&author, LOCALE_EN), WATCH_MISTAKE); /* empty: no content */
    shell("cp -r " HOME "/other/. " SOURCES);
    assert_int_equal(next_result(&author, LOCALE_EN), WATCH_READY);
    assert_int_equal(events_built(&author), below - 1);
    shell("touch " SOURCES "/events.csv"); /* a change within */
    assert_int_equal(next_result(&author, LOCALE_EN), WATCH_READY);
    assert_int_equal(events_built(&author), below - 1);
    assert_int_equal(umount2(SOURCES, 0), 0); /* nothing of ours is open there */
    assert_int_equal(next_result(&author, LOCALE_EN), WATCH_READY);
    assert_int_equal(events_built(&author), below);
    watch_close(author.watch);
}

/* A full disk is no mistake of the author's, and is said in the language that is shown. */
static void
test_mounts__a_full_disk_is_said_in_the_language_of_the_screen(void **state) {
    (void)state;
    skip_unless_root_may_mount();
    static const char *const words[LOCALE_COUNT] = {
        [LOCALE_KO] = "빈 공간 없음",
        [LOCALE_JA] = "空き容量がありません",
        [LOCALE_EN] = "no space left",
    };
    struct err err;
    struct author author = {.now_ms = 1000};
    mount_over(RUNTIME, "size=64k");
    author.watch = watch_open(SOURCES, COMPILER, &err);
    assert_non_null(author.watch);
    for (enum locale_id locale = 0; locale < LOCALE_COUNT; locale++) {
        if (!words[locale]) {
            continue;
        }
        assert_int_equal(next_result(&author, locale), WATCH_TROUBLE);
        struct str message = watch_message(author.watch);
        if (str_find(message, str_from(words[locale])) == SIZE_MAX) {
            fail_msg("%.*s", STR_ARG(message));
        }
        author.now_ms += 5000;
        shell("touch " SOURCES "/cities.csv");
    }
    assert_int_equal(mount("tmpfs", RUNTIME, NULL, MS_REMOUNT, "size=32m"), 0);
    assert_int_equal(next_result(&author, LOCALE_EN), WATCH_READY); /* of the last touch */
    assert_true(events_built(&author) > 0);
    watch_close(author.watch);
    assert_int_equal(umount2(RUNTIME, 0), 0);
}

static enum content_change
next_change(struct content_file *file, uint64_t *now_ms) {
    for (int i = 0; i < 10; i++) {
        *now_ms += CONTENT_FILE_LOOK_MS;
        enum content_change change = content_file_look(file, *now_ms);
        if (change != CONTENT_SAME) {
            return change;
        }
    }
    return CONTENT_SAME;
}

/* A stick, or a share of the network, where the panel's database lies. */
static void
test_mounts__a_database_on_a_file_system_that_comes_and_goes(void **state) {
    (void)state;
    skip_unless_root_may_mount();
    struct content_file file;
    uint64_t now_ms = 1000;
    shell("echo below > " DATABASE);
    content_file_init(&file, DATABASE);
    assert_int_equal(next_change(&file, &now_ms), CONTENT_SAME);
    mount_over(HOME "/panel", "size=64k");
    assert_int_equal(next_change(&file, &now_ms), CONTENT_SAME); /* gone: the open one answers */
    shell("head -c 100000 /dev/zero > " DATABASE
          " 2>/dev/null || true"); /* the copy that broke off */
    assert_int_equal(next_change(&file, &now_ms), CONTENT_REPLACED);
    content_file_refuse(&file);
    assert_int_equal(next_change(&file, &now_ms), CONTENT_SAME);
    shell("echo above > " DATABASE);
    assert_int_equal(next_change(&file, &now_ms), CONTENT_REPLACED);
    content_file_opening(&file);
    assert_int_equal(umount2(HOME "/panel", 0), 0);
    assert_int_equal(next_change(&file, &now_ms), CONTENT_REPLACED); /* the one below is back */
    content_file_finish(&file);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_mounts__what_is_mounted_over_the_folder_is_built_and_what_was_below_it_again,
            make_home, remove_home),
        cmocka_unit_test_setup_teardown(
            test_mounts__a_full_disk_is_said_in_the_language_of_the_screen, make_home, remove_home),
        cmocka_unit_test_setup_teardown(
            test_mounts__a_database_on_a_file_system_that_comes_and_goes, make_home, remove_home),
    };
    return cmocka_run_group_tests(tests, leave_namespace, NULL);
}
