/* command.h - the verbs of the program, one file each. A verb gets the parsed options, says on
 * standard output what it was asked for, on standard error what is wrong, and returns the exit
 * code: 0 done, 1 the input is wrong, 2 usage. */
#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include "options.h"

enum { EXIT_DONE = 0, EXIT_WRONG = 1, EXIT_USAGE = 2 };

struct command {
    const char *verb;
    const char *words;   /* for the help text */
    const char *summary; /* one line */
    int least, most;     /* how many words it takes */
    int (*run)(const struct options *options);
};

extern const struct command command_screens, command_snapshot, command_semantics, command_find,
    command_replay, command_tour;

/* `naru layout` has options of its own, so it reads argv itself. */
int command_layout(int argc, char **argv);
/* `naru bench` runs naru-bench with all of argv but `verb`, the element that says "bench". Returns
 * only when that program cannot be started. */
int command_bench(int argc, char **argv, const char *verb);

struct session;
/* Opens a session, shows the screen `options->words[0]` names and runs `act` on it. Says what went
 * wrong; a path that leads nowhere is EXIT_WRONG. */
int command_on_screen(const struct options *options,
    bool (*act)(struct session *session, const struct options *options, struct err *err));

/* Prints "naru: message" and returns `code`. */
int command_fail(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
