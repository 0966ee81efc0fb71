/* verb.h - the verbs of naru-bench, one file each; main.c has the table. Each prints one JSON
 * object on standard output and returns the exit code of cli/command.h. */
#ifndef BENCH_VERB_H
#define BENCH_VERB_H

#include "base/err.h"
#include "base/json.h"
#include "cli/options.h"

struct bench_verb {
    const char *name;
    const char *words;   /* for the help text */
    int least, most;     /* how many of them it takes */
    const char *options; /* of naru's, those that it takes beside those of every verb */
    const char *summary; /* one line */
    /* With the whole command line, so that a verb may have options that `naru` does not know. */
    int (*run)(int argc, char **argv);
};

extern const struct bench_verb bench_text, bench_frame, bench_start, bench_scale, bench_find,
    bench_monkey, bench_zoom;

/* The options of what opens a session. */
#define BENCH_SESSION \
    "content, profile, posture, size, px-per-mm, text-scale, theme, low-position, reduced-motion"

/* Reads the words and options after a verb, as it declares them. False when there is nothing left
 * to do: the answer is `*code` then. */
bool bench_read(
    const struct bench_verb *verb, int argc, char **argv, struct options *options, int *code);
void bench_print_help(void); /* main.c */
/* Reads them, lets `measure` write the members of one object and prints that. */
int bench_json(const struct bench_verb *verb, int argc, char **argv,
    bool (*measure)(const struct options *options, struct json *json, struct err *err));

/* `code` once standard output has arrived; otherwise says so and is EXIT_WRONG. */
int bench_flush(int code);
/* Prints "naru-bench: message" and returns `code`. */
int bench_fail(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
