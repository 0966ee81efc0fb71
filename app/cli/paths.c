#include "cli/paths.h"

#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct str
paths_program_folder(struct arena *arena) {
    char path[4096];
    ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
    if (n <= 0) {
        return STR(".");
    }
    path[n] = '\0';
    char *slash = strrchr(path, '/');
    return arena_str(arena, (struct str){path, slash ? (size_t)(slash - path) : 0});
}

static bool
is_data_folder(struct arena *arena, struct str folder) {
    return file_exists(arena_printf(arena, "%.*s/fonts/fonts.ini", STR_ARG(folder)).p);
}

static void
fill(struct arena *arena, struct str folder, struct paths *out) {
    out->database = arena_printf(arena, "%.*s/naru.db", STR_ARG(folder)).p;
    out->bundles = arena_printf(arena, "%.*s/locales/naru", STR_ARG(folder)).p;
    out->fonts = arena_printf(arena, "%.*s/fonts/fonts.ini", STR_ARG(folder)).p;
    out->icons = arena_printf(arena, "%.*s/icons", STR_ARG(folder)).p;
}

bool
paths_find(struct arena *arena, struct paths *out, struct err *err) {
    const char *chosen = getenv("NARU_DATA");
    struct str program = paths_program_folder(arena);
    out->compiler = arena_printf(arena, "%.*s/naru-content", STR_ARG(program)).p;
    if (chosen && *chosen) {
        fill(arena, str_from(chosen), out);
        if (is_data_folder(arena, str_from(chosen))) {
            return true;
        }
        return err_set(
            err, ERR_MISSING, "NARU_DATA is %s, but there is no fonts/fonts.ini in it", chosen);
    }
    struct str installed = arena_printf(arena, "%.*s/../share/naru", STR_ARG(program));
    struct str folder = is_data_folder(arena, program) ? program : installed;
    fill(arena, folder, out);
    if (is_data_folder(arena, folder)) {
        return true;
    }
    return err_set(err, ERR_MISSING,
        "the program's own files are neither in %.*s nor in %.*s; install it with cmake --install, "
        "or set NARU_DATA",
        STR_ARG(program), STR_ARG(installed));
}
