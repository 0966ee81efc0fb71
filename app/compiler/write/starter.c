#include "compiler/write/starter.h"

#include "base/arena.h"
#include "base/file.h"
#include "compiler/trouble.h"

#include <errno.h>

/* starter.txt, compiled in by CMake: files after lines `=== path`. */
extern const char starter_bundle[];

static bool
make_folder(const char *path, enum locale_id locale, struct err *err) {
    return file_make_directory(path, NULL) ||
           trouble_with_path(err, ERR_IO, locale, TROUBLE_MAKE_FOLDER, path, errno);
}

static bool
write_file(struct arena *arena, const char *folder, struct str path, struct str body,
    enum locale_id locale, struct err *err) {
    struct str full = arena_printf(arena, "%s/%.*s", folder, STR_ARG(path));
    size_t slash = str_find(path, STR("/"));
    if (slash != SIZE_MAX) {
        struct str sub = arena_printf(arena, "%s/%.*s", folder, (int)slash, path.p);
        if (!make_folder(sub.p, locale, err)) {
            return false;
        }
    }
    if (str_ends(path, STR(".csv"))) { /* or Excel takes it for the system's old encoding */
        body = arena_printf(arena, "\xEF\xBB\xBF%.*s", STR_ARG(body));
    }
    return file_replace(full.p, body, NULL) ||
           trouble_with_path(err, ERR_IO, locale, TROUBLE_WRITE, full.p, errno);
}

static bool
write_all(struct arena *arena, const char *folder, enum locale_id locale, struct err *err) {
    struct str rest = str_from(starter_bundle);
    const struct str mark = STR_INIT("=== ");
    while (str_starts(rest, mark)) {
        size_t end = str_find(rest, STR("\n"));
        struct str path = str_slice(rest, mark.n, end);
        rest = str_slice(rest, end + 1, rest.n);
        size_t next = str_find(rest, STR("\n=== "));
        struct str body = str_slice(rest, 0, next == SIZE_MAX ? rest.n : next + 1);
        if (!write_file(arena, folder, path, body, locale, err)) {
            return false;
        }
        rest = str_slice(rest, body.n, rest.n);
    }
    return true;
}

bool
starter_write(const char *folder, enum locale_id locale, struct err *err) {
    struct arena arena;
    struct str *names;
    size_t count = 0;
    arena_init(&arena);
    bool ok = make_folder(folder, locale, err);
    if (ok && !file_list(folder, &arena, &names, &count, NULL)) {
        ok = trouble_with_path(err, ERR_IO, locale, TROUBLE_OPEN_FOLDER, folder, errno);
    }
    if (ok && count > 0) {
        ok = trouble_with_path(err, ERR_USAGE, locale, TROUBLE_NOT_EMPTY, folder, 0);
    }
    ok = ok && write_all(&arena, folder, locale, err);
    arena_finish(&arena);
    return ok;
}
