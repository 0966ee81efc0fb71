/* Has the open database's file been replaced? Files that change under a clock of ours. */
#include "test.h"

#include "base/file.h"
#include "content_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_PATH NARU_BUILD_DIR "/test-content-file"

/* Written in place, at a time of our own: two writes within a tick of the disk's clock differ. */
static void
write_in_place(const char *text, int second) {
    int fd = open(FILE_PATH, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    struct timespec times[2] = {{.tv_sec = second}, {.tv_sec = second}};
    assert_int_equal(futimens(fd, times), 0);
    close(fd);
}

static void
replace(const char *text) {
    struct err err;
    if (!file_replace(FILE_PATH, str_from(text), &err)) {
        fail_msg("%s", err.message);
    }
}

struct looker {
    struct content_file file;
    uint64_t now_ms;
    int held; /* as the open database holds its file, so that no other gets its inode */
};

static struct looker
open_looker(void) {
    struct looker looker = {.now_ms = 0};
    unlink(FILE_PATH);
    write_in_place("one", 1000);
    looker.held = open(FILE_PATH, O_RDONLY);
    content_file_init(&looker.file, FILE_PATH);
    return looker;
}

static void
close_looker(struct looker *looker) {
    close(looker->held);
    content_file_finish(&looker->file);
}

static enum content_change
look(struct looker *looker) {
    looker->now_ms += CONTENT_FILE_LOOK_MS;
    return content_file_look(&looker->file, looker->now_ms);
}

static void
test_content_file__same_until_it_changes_and_settles(void **state) {
    (void)state;
    struct looker looker = open_looker();
    assert_int_equal(look(&looker), CONTENT_SAME);
    replace("two");
    assert_int_equal(look(&looker), CONTENT_SAME); /* it may still be on its way */
    assert_int_equal(look(&looker), CONTENT_REPLACED);
    assert_int_equal(look(&looker), CONTENT_REPLACED); /* until somebody does something about it */
    content_file_opening(&looker.file);
    assert_int_equal(look(&looker), CONTENT_SAME);
    close_looker(&looker);
}

static void
test_content_file__a_copy_in_progress_is_left_alone(void **state) {
    (void)state;
    struct looker looker = open_looker();
    for (int i = 1; i < 5; i++) {
        write_in_place(&"longer and longer"[17 - 3 * i], 1000 + i);
        assert_int_equal(look(&looker), CONTENT_SAME);
    }
    assert_int_equal(look(&looker), CONTENT_REWRITTEN);
    close_looker(&looker);
}

static void
test_content_file__same_length_and_another_time_is_another_content(void **state) {
    (void)state;
    struct looker looker = open_looker();
    write_in_place("uno", 1001);
    assert_int_equal(look(&looker), CONTENT_SAME);
    assert_int_equal(look(&looker), CONTENT_REWRITTEN);
    close_looker(&looker);
}

static void
test_content_file__a_refused_one_is_tried_once(void **state) {
    (void)state;
    struct looker looker = open_looker();
    replace("bad");
    look(&looker);
    assert_int_equal(look(&looker), CONTENT_REPLACED);
    content_file_refuse(&looker.file);
    assert_int_equal(look(&looker), CONTENT_SAME);
    replace("good");
    assert_int_equal(look(&looker), CONTENT_SAME);
    assert_int_equal(look(&looker), CONTENT_REPLACED);
    close_looker(&looker);
}

static void
test_content_file__gone_is_no_news_and_back_is(void **state) {
    (void)state;
    struct looker looker = open_looker();
    unlink(FILE_PATH);
    assert_int_equal(look(&looker), CONTENT_SAME);
    assert_int_equal(look(&looker), CONTENT_SAME);
    assert_int_equal(mkdir(FILE_PATH, 0755), 0); /* nor is a folder of that name */
    assert_int_equal(look(&looker), CONTENT_SAME);
    assert_int_equal(look(&looker), CONTENT_SAME);
    assert_int_equal(rmdir(FILE_PATH), 0);
    replace("two");
    assert_int_equal(look(&looker), CONTENT_SAME);
    assert_int_equal(look(&looker), CONTENT_REPLACED);
    close_looker(&looker);
}

static void
test_content_file__looks_seldom(void **state) {
    (void)state;
    struct looker looker = open_looker();
    look(&looker);
    replace("two");
    assert_int_equal(content_file_look(&looker.file, looker.now_ms + 1), CONTENT_SAME);
    assert_true(looker.file.next_ms == looker.now_ms + CONTENT_FILE_LOOK_MS);
    close_looker(&looker);
    assert_int_equal(content_file_look(&looker.file, 1 << 30), CONTENT_SAME); /* nobody looks */
}

static int
remove_file(void **state) {
    (void)state;
    unlink(FILE_PATH);
    return 0;
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_content_file__same_until_it_changes_and_settles),
        cmocka_unit_test(test_content_file__a_copy_in_progress_is_left_alone),
        cmocka_unit_test(test_content_file__same_length_and_another_time_is_another_content),
        cmocka_unit_test(test_content_file__a_refused_one_is_tried_once),
        cmocka_unit_test(test_content_file__gone_is_no_news_and_back_is),
        cmocka_unit_test(test_content_file__looks_seldom),
    };
    return cmocka_run_group_tests(tests, NULL, remove_file);
}
