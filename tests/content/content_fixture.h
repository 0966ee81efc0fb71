/* content_fixture.h - a store of a content folder, compiled when a group of tests begins. */
#ifndef TESTS_CONTENT_FIXTURE_H
#define TESTS_CONTENT_FIXTURE_H

#include "test.h"

#include "compiler/compile.h"
#include "content/store.h"

struct fixture {
    struct arena arena;
    struct store *store;
    struct err err;
};

/* Group set-up: compiles `sources` into `database` and opens it, or says what is wrong. */
static inline int
fixture_open(void **state, const char *sources, const char *database) {
    static struct fixture f;
    struct compile compile;
    bool ok = compile_folder(&compile, sources, database, NULL, &f.err);
    if (!ok) {
        struct str_buf out = {0};
        diag_print(&compile.diag, LOCALE_EN, str_from(sources), &out);
        print_error("%s\n%s\n", out.p ? out.p : "", f.err.message);
        str_buf_finish(&out);
    }
    compile_finish(&compile);
    if (!ok) {
        return -1;
    }
    arena_init(&f.arena);
    f.store = store_open(database, &f.err);
    *state = &f;
    return f.store ? 0 : -1;
}

static inline int
fixture_close(void **state) {
    struct fixture *f = *state;
    store_close(f->store);
    arena_finish(&f->arena);
    return 0;
}

#endif
