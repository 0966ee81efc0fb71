/* command.h - the verbs, one file each: here those that need no picture, in commands/ the others. A
 * verb gets the parsed options, says on standard output what it was asked for, on standard error
 * what is wrong, and returns the exit code: 0 done, 1 the input is wrong, 2 usage.
 *
 * Two programs have the same verbs, options and words: `naru` starts fast, for it links nothing
 * that draws; what needs a picture it hands over to `naru-app`, which lies beside it. verbs.def
 * says who runs what. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/options.h"

enum { EXIT_DONE = 0, EXIT_WRONG = 1, EXIT_USAGE = 2 };

struct command_list;

/* One of the three functions runs it; none: the other program does. */
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
    const struct command *items;
    size_t count;
    int (*open)(const struct options *options); /* without a verb; NULL: the other program does */
    /* The other program runs this; all of argv, of which only the words were looked at. */
    int (*elsewhere)(char **argv, const char *verb);
};

int command_find(const struct options *options);
int command_bench(int argc, char **argv, const char *verb);
int command_print(int argc, char **argv, const char *verb);
int command_config(const struct options *options);
int command_man(const struct command_list *commands);

/* All that main() does: the command line and the configuration file, then a verb, the app, or the
 * other program. */
int command_main(const struct command_list *commands, int argc, char **argv);

/* NULL when there is no such verb. */
const struct command *command_find_verb(const struct command_list *commands, const char *verb);
void command_print_help(const struct command_list *commands);

/* This process becomes the program of that name beside this one; `words` is its argv. Comes back
 * only when that cannot be started, after saying so, with `remedy` where there is none. */
int command_hand_over(const char *name, char **words, const char *remedy);

/* Prints "naru: message" and returns `code`. */
int command_fail(int code, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Writes what standard output still holds. `code`, or EXIT_WRONG after a word when the output did
 * not arrive whole (a full disk, a closed pipe): what nobody could read is not done. */
int command_flush(int code);

#endif
