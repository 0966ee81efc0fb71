#include "bench/verb.h"

#include "base/file.h"
#include "cli/command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int
bench_fail(int code, const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("naru-bench: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return code;
}

int
bench_flush(int code) {
    if (!file_flush(stdout)) {
        bench_fail(code, "cannot write to standard output: %s", strerror(errno));
        return code == EXIT_DONE ? EXIT_WRONG : code;
    }
    return code;
}

bool
bench_read(
    const struct bench_verb *verb, int argc, char **argv, struct options *options, int *code) {
    struct err err;
    *code = EXIT_DONE;
    if (!options_parse(argc, argv, options, &err)) {
        *code = bench_fail(EXIT_USAGE, "%s", err.message);
    } else if (options->help) {
        bench_print_help();
        return false;
    } else if (options->version) {
        puts("naru-bench " NARU_VERSION);
        return false;
    } else if (!options_suit(options, verb->name, verb->options, &err)) {
        *code = bench_fail(EXIT_USAGE, "%s", err.message);
    } else if (options->word_count < verb->least || options->word_count > verb->most) {
        *code = bench_fail(EXIT_USAGE, "usage: naru-bench %s %s", verb->name, verb->words);
    }
    return *code == EXIT_DONE;
}

int
bench_json(const struct bench_verb *verb, int argc, char **argv,
    bool (*measure)(const struct options *options, struct json *json, struct err *err)) {
    struct options options;
    struct err err;
    int code;
    if (!bench_read(verb, argc, argv, &options, &code)) {
        return code;
    }
    struct str_buf out = {0};
    struct json json;
    json_init(&json, &out);
    json_object_begin(&json);
    bool ok = measure(&options, &json, &err);
    json_object_end(&json);
    if (ok) {
        str_buf_byte(&out, '\n');
        fwrite(out.p, 1, out.n, stdout);
    }
    str_buf_finish(&out);
    return ok ? EXIT_DONE : bench_fail(EXIT_WRONG, "%s", err.message);
}
