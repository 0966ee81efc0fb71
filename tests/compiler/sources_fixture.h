/* sources_fixture.h - the content that comes with the program, as it is read before it is checked.
 */
#ifndef TESTS_SOURCES_FIXTURE_H
#define TESTS_SOURCES_FIXTURE_H

#include "test.h"

#include "compiler/read/load.h"

struct sources_fixture {
    struct arena arena;
    struct sources sources;
    struct diag diag;
    struct model model;
};

/* Group set-up and tear-down; *state is a struct sources_fixture. */
static inline int
sources_fixture_load(void **state) {
    static struct sources_fixture f;
    struct err err = {0};
    arena_init(&f.arena);
    f.sources = (struct sources){.arena = &f.arena};
    diag_init(&f.diag, &f.arena, &f.sources);
    model_init(&f.model, &f.arena, &f.diag);
    *state = &f;
    return load_folder(&f.model, NARU_SOURCE_DIR "/assets/content", LOCALE_EN, &err) ? 0 : -1;
}

static inline int
sources_fixture_drop(void **state) {
    struct sources_fixture *f = *state;
    model_finish(&f->model);
    arena_finish(&f->arena);
    return 0;
}

#endif
