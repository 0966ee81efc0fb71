/* arena_fixture.h - for a group of tests that need an arena and nothing else: `*state` is one. */
#ifndef TESTS_ARENA_FIXTURE_H
#define TESTS_ARENA_FIXTURE_H

#include "test.h"

#include "base/arena.h"

static inline int
arena_fixture_open(void **state) {
    static struct arena arena;
    arena_init(&arena);
    *state = &arena;
    return 0;
}

static inline int
arena_fixture_close(void **state) {
    arena_finish(*state);
    return 0;
}

#endif
