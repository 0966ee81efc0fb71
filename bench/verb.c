#include "bench/verb.h"

#include "commands/command.h"

#include <stdarg.h>
#include <stdio.h>

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
bench_json(int argc, char **argv,
    bool (*measure)(const struct options *options, struct json *json, struct err *err)) {
    struct options options;
    struct err err;
    if (!options_parse(argc, argv, &options, &err)) {
        return bench_fail(EXIT_USAGE, "%s", err.message);
    }
    struct str_buf out = {0};
    struct json json;
    json_init(&json, &out);
    json_object_begin(&json);
    bool ok = measure(&options, &json, &err);
    json_object_end(&json);
    if (ok) {
        str_buf_byte(&out, '\n');
        ok = fwrite(out.p, 1, out.n, stdout) == out.n && fflush(stdout) == 0;
        if (!ok) {
            err_set(&err, ERR_IO, "the figures cannot be written");
        }
    }
    str_buf_finish(&out);
    return ok ? EXIT_DONE : bench_fail(EXIT_WRONG, "%s", err.message);
}
