/* verb.h - the verbs of naru-bench, one file each; main.c has the table. Each prints one JSON
 * object on standard output and returns the exit code of commands/command.h. */
#ifndef BENCH_VERB_H
#define BENCH_VERB_H

#include "base/err.h"
#include "base/json.h"
#include "options.h"

struct bench_verb {
    const char *name;
    const char *words;   /* for the help text */
    const char *summary; /* one line */
    /* With the whole command line, so that a verb may have options that `naru` does not know. */
    int (*run)(int argc, char **argv);
};

extern const struct bench_verb bench_text, bench_frame, bench_start, bench_scale, bench_find,
    bench_monkey;

/* For a verb that takes the options of `naru`: parses them (the words after the verb are
 * `options->words`), lets `measure` write the members of one object and prints that. */
int bench_json(int argc, char **argv,
    bool (*measure)(const struct options *options, struct json *json, struct err *err));

/* Prints "naru-bench: message" and returns `code`. */
int bench_fail(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
