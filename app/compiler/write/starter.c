#include "compiler/write/starter.h"

#include "base/arena.h"
#include "base/file.h"
#include "compiler/trouble.h"

#include <errno.h>

/* starter.txt, compiled in by CMake: files after lines `=== path`, or `=== ja:path` for what a home
 * city has that writes in Japanese first. `base` is no file: its lines stand in the header of the
 * original of each article, where {base} is. */
extern const char starter_bundle[];

struct starter {
    struct arena arena;
    const char *folder;
    enum locale_id original, locale; /* of the city's texts; of what `err` says */
    struct err *err;
};

static bool
make_folder(const char *path, enum locale_id locale, struct err *err) {
    return file_make_directory(path, NULL) ||
           trouble_with_path(err, ERR_IO, locale, TROUBLE_MAKE_FOLDER, path, errno);
}

/* Takes the next section off the rest of the bundle. */
static bool
next_section(struct str *rest, struct str *name, struct str *body) {
    const struct str mark = STR_INIT("=== ");
    size_t end = str_find(*rest, STR("\n"));
    if (!str_starts(*rest, mark)) {
        return false;
    }
    *name = str_slice(*rest, mark.n, end);
    *rest = str_slice(*rest, end + 1, rest->n);
    size_t next = str_find(*rest, STR("\n=== "));
    *body = str_slice(*rest, 0, next == SIZE_MAX ? rest->n : next + 1);
    *rest = str_slice(*rest, body->n, rest->n);
    return true;
}

/* `p` NULL where there is no such section. */
static struct str
find_section(struct str wanted) {
    struct str rest = str_from(starter_bundle), name, body;
    while (next_section(&rest, &name, &body)) {
        if (str_eq(name, wanted)) {
            return body;
        }
    }
    return (struct str){0};
}

/* As the original language has it. */
static struct str
section_of(struct starter *starter, struct str name, struct str otherwise) {
    struct str own = find_section(
        arena_printf(&starter->arena, "%s:%.*s", locale_tag(starter->original), STR_ARG(name)));
    return own.p ? own : otherwise;
}

static struct str
put(struct arena *arena, struct str text, struct str sign, struct str value) {
    size_t at = str_find(text, sign);
    return at == SIZE_MAX ? text
                          : arena_printf(arena, "%.*s%.*s%.*s", (int)at, text.p, STR_ARG(value),
                                STR_ARG(str_slice(text, at + sign.n, text.n)));
}

static struct str
fill_in(struct starter *starter, struct str path, struct str body) {
    struct arena *arena = &starter->arena;
    const char *tag = locale_tag(starter->original);
    bool is_original = str_ends(path, arena_printf(arena, ".%s.md", tag));
    struct str base = section_of(starter, STR("base"), find_section(STR("base")));
    body = put(arena, body, STR("{base}"), is_original ? base : STR(""));
    body = put(arena, body, STR("{original}"), str_from(tag));
    /* or Excel takes it for the system's old encoding */
    return str_ends(path, STR(".csv")) ? arena_printf(arena, "\xEF\xBB\xBF%.*s", STR_ARG(body))
                                       : body;
}

static bool
write_file(struct starter *starter, struct str path, struct str body) {
    struct str full = arena_printf(&starter->arena, "%s/%.*s", starter->folder, STR_ARG(path));
    size_t slash = str_find(path, STR("/"));
    bool is_variant = str_find(path, STR(":")) != SIZE_MAX;
    if (is_variant || str_eq(path, STR("base"))) {
        return true;
    }
    if (slash != SIZE_MAX) {
        struct str sub =
            arena_printf(&starter->arena, "%s/%.*s", starter->folder, (int)slash, path.p);
        if (!make_folder(sub.p, starter->locale, starter->err)) {
            return false;
        }
    }
    body = fill_in(starter, path, section_of(starter, path, body));
    return file_replace(full.p, body, NULL) ||
           trouble_with_path(starter->err, ERR_IO, starter->locale, TROUBLE_WRITE, full.p, errno);
}

bool
starter_write(const char *folder, enum locale_id original, enum locale_id locale, struct err *err) {
    struct starter starter = {.folder = folder, .original = original, .locale = locale, .err = err};
    struct str *names;
    size_t count = 0;
    arena_init(&starter.arena);
    bool ok = make_folder(folder, locale, err);
    if (ok && !file_list(folder, &starter.arena, &names, &count, NULL)) {
        ok = trouble_with_path(err, ERR_IO, locale, TROUBLE_OPEN_FOLDER, folder, errno);
    }
    if (ok && count > 0) {
        ok = trouble_with_path(err, ERR_USAGE, locale, TROUBLE_NOT_EMPTY, folder, 0);
    }
    struct str rest = str_from(starter_bundle), name, body;
    while (ok && next_section(&rest, &name, &body)) {
        ok = write_file(&starter, name, body);
    }
    arena_finish(&starter.arena);
    return ok;
}
