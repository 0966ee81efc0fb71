/* layout - the text engine as a filter, for anyone's test suite. */
#include "commands/commands.h"

#include "base/utf8.h"
#include "cli/paths.h"
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

/* Any bytes lay out; that some were none of the text's is worth a word. */
static void
warn_of_bytes(struct str input) {
    size_t bad_at, line = 1;
    if (utf8_valid(input, &bad_at)) {
        return;
    }
    for (size_t i = 0; i < bad_at; i++) {
        line += input.p[i] == '\n';
    }
    command_fail(EXIT_DONE,
        "standard input is not UTF-8, in line %zu, from byte %zu on; U+FFFD stands for what is not",
        line, bad_at + 1);
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
        warn_of_bytes(str_buf_str(&input));
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
command_layout(int argc, char **argv, const char *verb) {
    struct layout_options options;
    struct err err;
    if (argv[1] != verb) {
        return command_fail(EXIT_USAGE,
            "naru layout has options of its own; write it first: naru layout --lang ...");
    }
    if (!layout_options_parse(argc - 1, argv + 1, &options, &err)) {
        return command_fail(EXIT_USAGE, "%s", err.message);
    }
    if (options.help) {
        struct str_buf text = {0};
        str_buf_add(&text, STR("usage: naru layout OPTIONS    paragraphs on standard input, a form "
                               "feed between them\n\n"));
        option_help_add(&text, &layout_options_table, NULL);
        fputs(text.p, stdout);
        str_buf_finish(&text);
        return EXIT_DONE;
    }
    return lay_out(&options, &err) ? EXIT_DONE : command_fail(EXIT_WRONG, "%s", err.message);
}
