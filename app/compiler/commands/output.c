/* What the verbs share: compiling, and words that must arrive. */
#include "compiler/commands/verb.h"

#include "base/file.h"
#include "compiler/check/coverage.h"

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

int
verb_compile(const struct command_line *line) {
    struct compile compile;
    struct compile_options options = {.words_folder = line->words_folder, .locale = line->locale};
    struct err err = {0};
    struct str_buf out = {0};
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
    return code;
}
