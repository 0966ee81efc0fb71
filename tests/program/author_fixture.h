/* author_fixture.h - an author's folder, made anew for every test, and the loop that watches it.
 * The test defines HOME, a folder of its own, before it includes this. */
#ifndef TESTS_AUTHOR_FIXTURE_H
#define TESTS_AUTHOR_FIXTURE_H

#include "program_fixture.h"

#include "watch.h"

#include <poll.h>

#define SOURCES HOME "/sources"
#define RUNTIME HOME "/runtime"
#define COMPILER NARU_BUILD_DIR "/naru-content"

#define ON_FRESH_SOURCES(test) cmocka_unit_test_setup_teardown(test, make_home, remove_home)

static inline int
make_home(void **state) {
    (void)state;
    shell("rm -rf " HOME " && mkdir -p " RUNTIME " && cp -r " NARU_SOURCE_DIR
          "/tests/content/small " SOURCES);
    setenv("XDG_RUNTIME_DIR", RUNTIME, 1);
    return 0;
}

static inline int
remove_home(void **state) {
    (void)state;
    return system("rm -rf " HOME);
}

struct author {
    struct watch *watch;
    enum locale_id locale; /* in which mistakes are said */
    uint64_t now_ms;       /* our clock */
};

static inline struct author
open_author(const char *compiler) {
    struct err err;
    struct author author = {.watch = watch_open(SOURCES, compiler, &err), .locale = LOCALE_EN};
    if (!author.watch) {
        fail_msg("%s", err.message);
    }
    return author;
}

/* Looks every 50 ms of our clock until something is to be said. */
static inline enum watch_result
next_result(struct author *author) {
    for (int i = 0; i < 6000; i++) {
        enum watch_result result = watch_poll(author->watch, author->locale, author->now_ms);
        if (result != WATCH_NOTHING) {
            return result;
        }
        author->now_ms += 50;
        poll(NULL, 0, 5); /* the compiler is another process, and has its own time */
    }
    return WATCH_NOTHING;
}

/* Opens what was built, as the app does; how many events it has. */
static inline int64_t
take(struct author *author) {
    struct err err;
    struct store *store = store_open(watch_database(author->watch), &err);
    if (!store) {
        fail_msg("%s", err.message);
    }
    int64_t events = count_events(store);
    watch_taken(author->watch);
    store_close(store);
    return events;
}

#endif
