/* command.h - the verbs of the program, one file each. A verb gets the parsed options, says on
 * standard output what it was asked for, on standard error what is wrong, and returns the exit
 * code: 0 done, 1 the input is wrong, 2 usage. */
#ifndef COMMANDS_COMMAND_H
#define COMMANDS_COMMAND_H

#include "options.h"

enum { EXIT_DONE = 0, EXIT_WRONG = 1, EXIT_USAGE = 2 };

struct command_list;

/* One of the three functions runs it. */
struct command {
    const char *verb;
    const char *words;   /* for the help text */
    const char *summary; /* one line */
    int least, most;     /* how many words it takes */
    unsigned files; /* those that name files and may be any bytes, a bit each; others are text */
    int (*run)(const struct options *options);
    /* It has options of its own, and gets all of argv; `verb` is the element that names it. */
    int (*run_words)(int argc, char **argv, const char *verb);
    int (*run_list)(const struct command_list *commands); /* it is about the verbs themselves */
};

struct command_list {
    const struct command *const *items;
    size_t count;
};

extern const struct command command_screens, command_snapshot, command_semantics, command_find,
    command_bench, command_replay, command_tour, command_layout, command_config, command_man;

/* NULL when there is no such verb. */
const struct command *command_find_verb(const struct command_list *commands, const char *verb);
void command_print_help(const struct command_list *commands);

struct session;
/* Shows the screen of a path. EXIT_WRONG, after saying so, for a path that leads nowhere and for a
 * screen that cannot be shown. */
int command_show(struct session *session, const char *path);
/* Opens a session, shows the screen `options->words[0]` names and runs `act` on it. Says what went
 * wrong; a path that leads nowhere is EXIT_WRONG. */
int command_on_screen(const struct options *options,
    bool (*act)(struct session *session, const struct options *options, struct err *err));

/* Writes what standard output still holds. `code`, or EXIT_WRONG after a word when the output did
 * not arrive whole (a full disk, a closed pipe): what nobody could read is not done. */
int command_flush(int code);

/* Prints "naru: message" and returns `code`. */
int command_fail(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
