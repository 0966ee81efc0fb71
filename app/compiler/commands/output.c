/* What the verbs share: compiling, and words that must arrive. */
#include "compiler/commands/verb.h"

#include "base/file.h"
#include "compiler/check/coverage.h"
#include "compiler/write/dump.h"
#include "content/store.h"

#include <errno.h>

int
verb_fail(const struct err *err) {
    fprintf(stderr, "naru-content: %s\n", err->message);
    return EXIT_INPUT;
}

void
verb_print(FILE *stream, const struct str_buf *buf) {
    if (buf->n > 0) {
        fwrite(buf->p, 1, buf->n, stream);
    }
}

int
verb_flush(int code, enum locale_id locale) {
    if (!file_flush(stdout)) {
        struct err err;
        TROUBLE_SET(&err, ERR_IO, locale, TROUBLE_NO_OUTPUT, .why = {errno});
        verb_fail(&err);
        code = code == EXIT_DONE ? EXIT_INPUT : code;
    }
    bool is_told = fflush(stderr) == 0 && !ferror(stderr);
    return code == EXIT_DONE && !is_told ? EXIT_INPUT : code;
}

/* The last good build: named, or beside the folder (my-city.db), or what is about to be replaced.
 * It must open; one that was not named and does not is none. */
static bool
find_against(
    const struct command_line *line, struct arena *arena, const char **path, struct err *err) {
    struct str folder = str_from(line->argument);
    while (folder.n > 1 && folder.p[folder.n - 1] == '/') {
        folder.n--;
    }
    *path = line->against    ? line->against
            : line->out_path ? line->out_path
                             : arena_printf(arena, "%.*s.db", STR_ARG(folder)).p;
    struct err why = {0};
    struct store *store = store_open(*path, &why);
    bool is_there = store != NULL;
    store_close(store);
    if (!is_there && line->against) {
        *err = why;
        return dump_refuse(*path, line->locale, err);
    }
    *path = is_there ? *path : NULL;
    return true;
}

int
verb_compile(const struct command_line *line) {
    struct arena arena;
    struct compile compile;
    struct compile_options options = {.words_folder = line->words_folder, .locale = line->locale};
    struct err err = {0};
    struct str_buf out = {0};
    arena_init(&arena);
    if (!find_against(line, &arena, &options.against, &err)) {
        arena_finish(&arena);
        return verb_fail(&err);
    }
    struct coverage *coverage = coverage_open(&options);
    bool ok = compile_folder(&compile, line->argument, line->out_path, &options, &err);
    if (err.code == ERR_NONE) {
        compile.diag.shows_all = line->all;
        diag_print(&compile.diag, line->locale, str_from(line->argument), &out);
        verb_print(line->is_report ? stdout : stderr, &out);
    }
    int code = ok ? EXIT_DONE : err.code == ERR_NONE ? EXIT_INPUT : verb_fail(&err);
    str_buf_finish(&out);
    compile_finish(&compile);
    coverage_close(coverage);
    arena_finish(&arena);
    return code;
}
