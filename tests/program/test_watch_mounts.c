/* File systems that come and go under the author's folder and under the open database, and one that
 * is full: real ones, in a mount namespace of the test's own. Skipped where that is not allowed. */
#define _GNU_SOURCE /* unshare() */
#define HOME NARU_BUILD_DIR "/test-mounts"
#include "author_fixture.h"

#include "content_file.h"

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#define DATABASE HOME "/panel/naru.db"

static bool may_mount;

/* What is mounted from here on is seen by this process and its children alone. */
static int
leave_namespace(void **state) {
    (void)state;
    may_mount =
        unshare(CLONE_NEWNS) == 0 && mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
    return 0;
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

/* inotify says nothing of a file system that was mounted over the folder. */
static void
test_mounts__what_is_mounted_over_the_folder_is_built_and_what_was_below_it_again(void **state) {
    (void)state;
    skip_unless_root_may_mount();
    struct author author = open_author(COMPILER);
    assert_int_equal(next_result(&author), WATCH_READY);
    int64_t below = take(&author);
    shell("cp -r " SOURCES " " HOME "/other && sed -i '$d' " HOME "/other/events.csv");
    mount_over(SOURCES, "size=16m");
    assert_int_equal(next_result(&author), WATCH_MISTAKE); /* empty: no content */
    shell("cp -r " HOME "/other/. " SOURCES);
    assert_int_equal(next_result(&author), WATCH_READY);
    assert_int_equal(take(&author), below - 1);
    shell("touch " SOURCES "/events.csv"); /* a change within */
    assert_int_equal(next_result(&author), WATCH_READY);
    assert_int_equal(take(&author), below - 1);
    assert_int_equal(umount2(SOURCES, 0), 0); /* nothing of ours is open there */
    assert_int_equal(next_result(&author), WATCH_READY);
    assert_int_equal(take(&author), below);
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
        [LOCALE_EN] = "No space left on device",
    };
    mount_over(RUNTIME, "size=64k");
    struct author author = open_author(COMPILER);
    author.now_ms = 1000;
    for (enum locale_id locale = 0; locale < LOCALE_COUNT; locale++) {
        if (!words[locale]) {
            continue;
        }
        author.locale = locale;
        assert_int_equal(next_result(&author), WATCH_TROUBLE);
        struct str message = watch_message(author.watch);
        if (str_find(message, str_from(words[locale])) == SIZE_MAX) {
            fail_msg("%.*s", STR_ARG(message));
        }
        author.now_ms += 5000;
        shell("touch " SOURCES "/cities.csv");
    }
    assert_int_equal(mount("tmpfs", RUNTIME, NULL, MS_REMOUNT, "size=32m"), 0);
    assert_int_equal(next_result(&author), WATCH_READY); /* of the last touch */
    assert_true(take(&author) > 0);
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
    shell("mkdir " HOME "/panel && echo below > " DATABASE);
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
        ON_FRESH_SOURCES(
            test_mounts__what_is_mounted_over_the_folder_is_built_and_what_was_below_it_again),
        ON_FRESH_SOURCES(test_mounts__a_full_disk_is_said_in_the_language_of_the_screen),
        ON_FRESH_SOURCES(test_mounts__a_database_on_a_file_system_that_comes_and_goes),
    };
    return cmocka_run_group_tests(tests, leave_namespace, NULL);
}
