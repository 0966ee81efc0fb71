/* Runs a libFuzzer harness over the files of a corpus folder, so that every find stays a test. */
#include "base/file.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool
replay_file(const char *folder, struct str name, struct arena *arena) {
    struct err err;
    struct str path = arena_printf(arena, "%s/%.*s", folder, STR_ARG(name)), bytes;
    if (!file_read(path.p, FILE_LIMIT_DEFAULT, arena, &bytes, &err)) {
        fprintf(stderr, "%s\n", err.message);
        return false;
    }
    LLVMFuzzerTestOneInput((const uint8_t *)bytes.p, bytes.n);
    return true;
}

int
main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: %s CORPUS_FOLDER\n", argv[0]);
        return 2;
    }
    struct arena arena;
    struct err err;
    struct str *names;
    size_t count;
    arena_init(&arena);
    if (!file_list(argv[1], &arena, &names, &count, &err)) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    bool ok = count > 0;
    for (size_t i = 0; i < count; i++) {
        ok = replay_file(argv[1], names[i], &arena) && ok;
    }
    printf("%zu inputs replayed\n", count);
    arena_finish(&arena);
    return ok ? 0 : 1;
}
