/* The author's loop: a folder of sources, the program naru-content as a child, a database. The
 * clock is ours; what the child needs of real time is waited for. */
#define HOME NARU_BUILD_DIR "/test-watch"
#include "author_fixture.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define CITIES SOURCES "/cities.csv"

/* Long enough that a change, were there one, would have been seen and built. */
static void
assert_quiet(struct author *author) {
    for (int i = 0; i < 60; i++) {
        enum watch_result result = watch_poll(author->watch, author->locale, author->now_ms);
        assert_int_equal(result, WATCH_NOTHING);
        author->now_ms += 50;
    }
}

static int
count_in(const char *folder) {
    DIR *directory = opendir(folder);
    int count = 0;
    while (readdir(directory)) {
        count++;
    }
    closedir(directory);
    return count - 2;
}

static void
test_watch__a_saved_file_becomes_a_database_that_leaves_no_trace(void **state) {
    (void)state;
    struct author author = open_author(COMPILER);
    assert_int_equal(next_result(&author), WATCH_READY);
    take(&author);
    assert_int_equal(count_in(RUNTIME), 0); /* a killed app has nothing to leave behind */
    assert_quiet(&author);
    shell("touch " CITIES);
    assert_int_equal(next_result(&author), WATCH_READY);
    take(&author);
    watch_close(author.watch);
    assert_int_equal(count_in(RUNTIME), 0);
}

static void
test_watch__a_mistake_is_named_and_mended(void **state) {
    (void)state;
    struct author author = open_author(COMPILER);
    assert_int_equal(next_result(&author), WATCH_READY);
    take(&author);
    shell("cp " CITIES " " HOME "/good.csv && echo 'nonsense,nonsense' >> " CITIES);
    assert_int_equal(next_result(&author), WATCH_MISTAKE);
    assert_true(str_find(watch_message(author.watch), STR("cities.csv:")) != SIZE_MAX);
    assert_int_equal(count_in(RUNTIME), 0);
    shell("cp " HOME "/good.csv " CITIES);
    assert_int_equal(next_result(&author), WATCH_READY);
    watch_close(author.watch);
    assert_int_equal(count_in(RUNTIME), 0);
}

static void
test_watch__started_with_a_mistake_says_so_before_anything_is_shown(void **state) {
    (void)state;
    shell("cp " CITIES " " HOME "/good.csv && echo 'nonsense,nonsense' >> " CITIES);
    struct author author = open_author(COMPILER);
    assert_int_equal(watch_wait(author.watch, LOCALE_EN), WATCH_MISTAKE);
    assert_true(str_find(watch_message(author.watch), STR("cities.csv:")) != SIZE_MAX);
    shell("cp " HOME "/good.csv " CITIES);
    assert_int_equal(watch_wait(author.watch, LOCALE_EN), WATCH_READY);
    watch_close(author.watch);
}

static void
check_noticed(struct author *author, const char *command) {
    shell(command);
    if (next_result(author) != WATCH_READY) {
        fail_msg("not noticed: %s", command);
    }
    take(author);
    assert_quiet(author);
}

static void
test_watch__a_folder_that_is_another_one_now_is_followed(void **state) {
    (void)state;
    struct author author = open_author(COMPILER);
    assert_int_equal(next_result(&author), WATCH_READY);
    take(&author);
    check_noticed(&author, "mv " SOURCES " " HOME "/old && cp -r " HOME "/old " SOURCES);
    check_noticed(&author, "touch " CITIES);
    check_noticed(&author, "rm -rf " SOURCES "/guides && cp -r " HOME "/old/guides " SOURCES);
    check_noticed(&author, "touch " SOURCES "/guides/*");
    shell("mkdir " SOURCES "/drafts"); /* which the compiler does not know */
    assert_int_equal(next_result(&author), WATCH_MISTAKE);
    assert_quiet(&author);
    shell("echo x > " SOURCES "/drafts/x.md");
    assert_int_equal(next_result(&author), WATCH_MISTAKE);
    check_noticed(&author, "rm -r " SOURCES "/drafts");
    watch_close(author.watch);
}

static void
test_watch__a_folder_that_is_gone_is_said_and_may_come_back(void **state) {
    (void)state;
    struct author author = open_author(COMPILER);
    assert_int_equal(next_result(&author), WATCH_READY);
    take(&author);
    shell("mv " SOURCES " " HOME "/away");
    assert_int_equal(next_result(&author), WATCH_TROUBLE);
    assert_quiet(&author);
    check_noticed(&author, "mv " HOME "/away " SOURCES);
    check_noticed(&author, "touch " CITIES);
    watch_close(author.watch);
}

static void
test_watch__what_the_system_refuses_is_no_mistake_of_the_author(void **state) {
    (void)state;
    struct rlimit before, small;
    struct author author = open_author(COMPILER);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = (struct rlimit){.rlim_cur = 4096, .rlim_max = before.rlim_max};
    for (int ignored = 0; ignored < 2; ignored++) { /* the child is told, or killed */
        signal(SIGXFSZ, ignored ? SIG_IGN : SIG_DFL);
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
        enum watch_result result = watch_wait(author.watch, LOCALE_EN);
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
        assert_int_equal(result, WATCH_TROUBLE);
        assert_true(watch_message(author.watch).n > 0);
    }
    watch_close(author.watch);
    author = open_author(HOME "/no-such-program");
    assert_int_equal(next_result(&author), WATCH_TROUBLE);
    watch_close(author.watch);
    assert_int_equal(count_in(RUNTIME), 0);
}

/* Stands in for a compiler that never ends. */
static const char *
endless_compiler(void) {
    shell("printf '#!/bin/sh\\nexec sleep 300\\n' > " HOME "/endless && chmod +x " HOME "/endless");
    return HOME "/endless";
}

static void
test_watch__a_slow_build_never_holds_the_loop(void **state) {
    (void)state;
    struct author author = open_author(endless_compiler());
    assert_quiet(&author);
    assert_int_equal(count_in(RUNTIME), 1);
    watch_close(author.watch);
    assert_int_equal(count_in(RUNTIME), 0);
}

static void
test_watch__the_next_start_removes_what_a_killed_one_left(void **state) {
    (void)state;
    const char *endless = endless_compiler();
    pid_t child = fork();
    if (child == 0) {
        struct err err;
        struct watch *watch = watch_open(SOURCES, endless, &err);
        watch_poll(watch, LOCALE_EN, 1000);
        raise(SIGKILL);
    }
    waitpid(child, NULL, 0);
    assert_int_equal(count_in(RUNTIME), 1);
    shell(
        "touch -d '1 hour ago' " RUNTIME "/naru-watch-*; mkdir " RUNTIME "/naru-watch-held " RUNTIME
        "/another; touch -d '1 hour ago' " RUNTIME "/naru-watch-held");
    int held = open(RUNTIME "/naru-watch-held", O_RDONLY | O_DIRECTORY);
    assert_int_equal(flock(held, LOCK_EX), 0);
    watch_close(open_author(endless).watch);
    assert_int_equal(count_in(RUNTIME), 2); /* what is in use, and what is not ours, stays */
    close(held);
    watch_close(open_author(endless).watch);
    assert_int_equal(count_in(RUNTIME), 1);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        ON_FRESH_SOURCES(test_watch__a_saved_file_becomes_a_database_that_leaves_no_trace),
        ON_FRESH_SOURCES(test_watch__a_mistake_is_named_and_mended),
        ON_FRESH_SOURCES(test_watch__started_with_a_mistake_says_so_before_anything_is_shown),
        ON_FRESH_SOURCES(test_watch__a_folder_that_is_another_one_now_is_followed),
        ON_FRESH_SOURCES(test_watch__a_folder_that_is_gone_is_said_and_may_come_back),
        ON_FRESH_SOURCES(test_watch__what_the_system_refuses_is_no_mistake_of_the_author),
        ON_FRESH_SOURCES(test_watch__a_slow_build_never_holds_the_loop),
        ON_FRESH_SOURCES(test_watch__the_next_start_removes_what_a_killed_one_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
