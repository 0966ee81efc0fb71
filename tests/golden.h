/* golden.h - text that must stay as it is until somebody means to change it. GOLDEN=update rewrites
 * the file; a mismatch leaves what came out beside it, as FILE.actual. */
#ifndef TESTS_GOLDEN_H
#define TESTS_GOLDEN_H

#include "test.h"

#include "base/file.h"

#include <stdlib.h>

static inline bool
golden_is_update(void) {
    const char *golden = getenv("GOLDEN");
    return golden && strcmp(golden, "update") == 0;
}

static inline void
golden_check(const char *path, struct str actual) {
    struct arena arena;
    struct err err;
    struct str expected = {0};
    arena_init(&arena);
    if (golden_is_update()) {
        if (!file_replace(path, actual, &err)) {
            fail_msg("%s", err.message);
        }
    } else if (!file_read(path, FILE_LIMIT_DEFAULT, &arena, &expected, &err)) {
        fail_msg("%s; GOLDEN=update writes it", err.message);
    } else if (!str_eq(actual, expected)) {
        const char *beside = arena_printf(&arena, "%s.actual", path).p;
        file_replace(beside, actual, NULL);
        fail_msg("%s is not what came out; compare it with %s", path, beside);
    }
    arena_finish(&arena);
}

#endif
