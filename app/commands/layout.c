/* layout - the text engine as a filter, for anyone's test suite. */
#include "commands/command.h"

#include "paths.h"
#include "text/layout_json.h"

#include <stdio.h>

enum { READ_BYTES = 65536 };

static bool
read_all(FILE *in, struct str_buf *out) {
    for (;;) {
        str_buf_reserve(out, READ_BYTES);
        size_t n = fread(out->p + out->n, 1, READ_BYTES, in);
        out->n += n;
        out->p[out->n] = '\0';
        if (n < READ_BYTES) {
            return !ferror(in);
        }
    }
}

static bool
lay_out(const struct layout_options *options, struct err *err) {
    struct arena arena;
    struct paths paths;
    struct str_buf input = {0}, output = {0};
    arena_init(&arena);
    struct text_engine *engine =
        paths_find(&arena, &paths, err) ? text_engine_open(paths.fonts, err) : NULL;
    bool ok =
        engine && (read_all(stdin, &input) || err_set(err, ERR_IO, "cannot read standard input"));
    if (ok) {
        ok = layout_json_run(engine, str_buf_str(&input), options, &output);
        fwrite(output.p, 1, output.n, stdout);
    }
    text_engine_close(engine);
    str_buf_finish(&input);
    str_buf_finish(&output);
    arena_finish(&arena);
    return ok;
}

int
command_layout(int argc, char **argv) {
    struct layout_options options;
    struct err err;
    if (!layout_options_parse(argc - 1, (const char *const *)argv + 1, &options, &err)) {
        command_fail(EXIT_USAGE, "%s", err.message);
        fputs(layout_usage, stderr);
        return EXIT_USAGE;
    }
    return lay_out(&options, &err) ? EXIT_DONE : command_fail(EXIT_WRONG, "%s", err.message);
}
