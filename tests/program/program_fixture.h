/* program_fixture.h - what several tests of the program need. */
#ifndef TESTS_PROGRAM_FIXTURE_H
#define TESTS_PROGRAM_FIXTURE_H

#include "test.h"

#include "content/store.h"

#include <stdlib.h>

static inline void
shell(const char *command) {
    if (system(command) != 0) {
        fail_msg("%s", command);
    }
}

/* So that one can tell one content from another. */
static inline int64_t
count_events(struct store *store) {
    struct arena arena;
    struct store_info info = {0};
    struct err err;
    arena_init(&arena);
    assert_true(store_info(store, &arena, &info, &err));
    arena_finish(&arena);
    return info.events;
}

#endif
