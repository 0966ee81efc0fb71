#include "compiler/kit.h"

#include "base/file.h"
#include "compiler/write/starter.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void
remove_below(struct arena *arena, const char *folder) {
    struct str *names;
    size_t count = 0;
    file_list(folder, arena, &names, &count, NULL);
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(arena, "%s/%s", folder, names[i].p).p;
        if (unlink(path) != 0) {
            remove_below(arena, path);
        }
    }
    rmdir(folder);
}

void
kit_remove_tree(const char *folder) {
    struct arena arena;
    arena_init(&arena);
    remove_below(&arena, folder);
    arena_finish(&arena);
}

const char *
kit_folder(struct arena *arena, const char *name) {
    struct err err;
    const char *parent = NARU_BUILD_DIR "/tests-compiler";
    const char *path = arena_printf(arena, "%s/%s-%ld", parent, name, (long)getpid()).p;
    assert_true(file_make_directory(parent, &err));
    kit_remove_tree(path);
    assert_true(file_make_directory(path, &err));
    return path;
}

const char *
kit_starter(struct arena *arena, const char *name) {
    return kit_starter_of(arena, name, LOCALE_KO);
}

const char *
kit_starter_of(struct arena *arena, const char *name, enum locale_id original) {
    struct err err = {0};
    const char *path = kit_folder(arena, name);
    if (!starter_write(path, original, LOCALE_EN, &err)) {
        fail_msg("%s", err.message);
    }
    return path;
}

void
kit_write(struct arena *arena, const char *folder, const char *path, struct str bytes) {
    struct err err = {0};
    struct str full = arena_printf(arena, "%s/%s", folder, path);
    const char *slash = strrchr(path, '/');
    if (slash) {
        file_make_directory(
            arena_printf(arena, "%s/%.*s", folder, (int)(slash - path), path).p, &err);
    }
    if (!file_replace(full.p, bytes, &err)) {
        fail_msg("%s", err.message);
    }
}

static void
remove_listed(struct arena *arena, const char *folder, struct str list) {
    struct str line;
    while (str_split(&list, '\n', &line)) {
        if (line.n > 0) {
            assert_int_equal(unlink(arena_printf(arena, "%s/%.*s", folder, STR_ARG(line)).p), 0);
        }
    }
}

static void
overlay_at(struct arena *arena, const char *from, const char *folder, const char *sub) {
    struct err err = {0};
    struct str *names, bytes;
    size_t count;
    assert_true(file_list(arena_printf(arena, "%s/%s", from, sub).p, arena, &names, &count, &err));
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(arena, "%s%s%s", sub, *sub ? "/" : "", names[i].p).p;
        const char *full = arena_printf(arena, "%s/%s", from, path).p;
        if (file_is_directory(full)) {
            overlay_at(arena, from, folder, path);
            continue;
        }
        assert_true(file_read(full, FILE_LIMIT_DEFAULT, arena, &bytes, &err));
        if (str_eq(names[i], STR(".remove"))) {
            remove_listed(arena, folder, bytes);
        } else {
            kit_write(arena, folder, path, bytes);
        }
    }
}

void
kit_overlay(struct arena *arena, const char *from, const char *folder) {
    overlay_at(arena, from, folder, "");
}

size_t
kit_count(const struct diag *diag, enum diag_kind kind) {
    size_t count = 0;
    for (size_t i = 0; i < diag->count; i++) {
        count += diag->items[i].kind == kind;
    }
    return count;
}
