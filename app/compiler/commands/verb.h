/* verb.h - the verbs of naru-content, one file each, and what they share. */
#ifndef COMPILER_COMMANDS_VERB_H
#define COMPILER_COMMANDS_VERB_H

#include <stdint.h>
#include <stdio.h>

#include "base/option.h"
#include "compiler/compile.h"
#include "compiler/trouble.h"

enum { EXIT_DONE, EXIT_INPUT, EXIT_WORDS };

struct command_line {
    enum locale_id locale;
    const char *argument;    /* the folder or file the verb is about; NULL: none */
    const char *const *more; /* words after it */
    size_t more_count;
    const char *out_path;          /* NULL: not given */
    const char *words_folder;      /* NULL: not given */
    bool has_locale, has_original; /* said on the line */
    enum locale_id original;       /* of a new folder */
    bool all, undo;
    const char *against; /* NULL: not given */
    bool is_report;      /* what is found is what was asked for: it goes to standard output */
};

struct verb_list;
struct verb {
    const char *verb, *words;          /* build, DIR -o FILE */
    const char *summary[LOCALE_COUNT]; /* one line */
    int arguments;
    bool takes_more; /* any number of words after them */
    int (*run)(const struct command_line *line);
    int (*run_list)(const struct verb_list *verbs); /* instead: it is about the verbs */
};
struct verb_list {
    const struct verb *const *items;
    size_t count;
};

extern const struct verb verb_check, verb_build, verb_dump, verb_report, verb_accept, verb_new,
    verb_man;

extern const struct option_table verb_options;
struct verb_words {
    struct option_words words; /* the verb first */
    bool help;
    uint32_t given; /* the options: a bit each, in the order of options.def */
};
/* False, after saying what is wrong. `line->locale` is right as far as the line was read. */
bool verb_read_options(int argc, char **argv, struct command_line *line, struct verb_words *out);
/* Are all of them of use to this verb? False, after saying which is not. */
bool verb_suits(const struct verb_words *words, const char *verb, enum locale_id locale);
/* The page of --help. */
void verb_add_help(struct str_buf *out, const struct verb_list *verbs, enum locale_id locale);

/* Checks line->argument, builds where line->out_path says, prints the mistakes. */
int verb_compile(const struct command_line *line);
/* Prints `err` and returns EXIT_INPUT. */
int verb_fail(const struct err *err);
/* `code` once all output has arrived where it was sent; otherwise says so and is EXIT_INPUT. */
int verb_flush(int code, enum locale_id locale);
void verb_print(FILE *stream, const struct str_buf *buf);

#endif
