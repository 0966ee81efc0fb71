/* option.h - the options of a program as one table.
 *
 * An entry says the name, type, limits, default, unit and text of an option; from it come the
 * reading of the command line and of a configuration file, the limits, `--help` and the man page.
 *
 * Command line: `--name VALUE`, `--name=VALUE`, any beginning of a name that only one has, `-o
 * VALUE`, `-oVALUE`; options and words in any order; after `--` there are only words. A flag may
 * say yes or no (`--fullscreen=no` takes back what a file said). File: ini lines `name = value`
 * under no section or under [PROGRAM]; `;` and `#` begin a comment, `;` also after a value and a
 * space. A line has at most OPTION_LINE_BYTES.
 *
 * What is wrong comes out as a struct option_fault, so that a program can word it in the language
 * it was asked for; option_fault_add() words it in English. */
#ifndef BASE_OPTION_H
#define BASE_OPTION_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum option_type {
    OPTION_FLAG,    /* nothing, or =yes, =no */
    OPTION_CHOICE,  /* one of a list of words */
    OPTION_NUMBER,  /* decimal, low to high */
    OPTION_INTEGER, /* whole, low to high */
    OPTION_SIZE,    /* WIDTHxHEIGHT, each whole, low to high */
    OPTION_PATH,    /* a file or folder, not empty */
    OPTION_ADDRESS, /* https://... or http://..., of a page: without ? and # */
};

enum {
    OPTION_IN_FILE = 1,  /* may stand in a configuration file */
    OPTION_REQUIRED = 2, /* the program says so when it is missing */
};

struct option_spec {
    const char *name; /* text-scale */
    char letter;      /* of -o; 0: none */
    enum option_type type;
    unsigned flags;
    double low, high;
    const char *otherwise; /* the default as one would write it; NULL: none */
    const char *unit;      /* px, dp, mm; "": none */
    const char *value;     /* what stands for the value: FILE; NULL: the list of choices */
    const char *(*choice)(size_t index);          /* NULL after the last */
    bool (*find)(struct str text, size_t *index); /* NULL: the words of `choice` alone */
    const char *text;                             /* what it is for, in English */
    const char *users; /* the verbs that use it, joined by ", "; NULL: every one */
};

struct option_table {
    const char *program; /* naru */
    const struct option_spec *specs;
    size_t count;
};

enum { OPTION_LINE_BYTES = 64 << 10, OPTION_ADDRESS_BYTES = 300 };

struct option_value {
    bool is_set, flag;
    int line; /* of the file; 0: the command line */
    struct str text;
    double number; /* also of OPTION_INTEGER */
    int width, height;
    size_t choice;
};

enum option_wrong {
    OPTION_UNKNOWN,
    OPTION_AMBIGUOUS,
    OPTION_NEEDS_VALUE,
    OPTION_WRONG_VALUE,
    OPTION_UNUSED, /* by the verb, which is the fault's `word` */
    /* of a file */
    OPTION_NOT_IN_FILE,
    OPTION_TWICE,
    OPTION_BAD_LINE,
    OPTION_LONG_LINE,
    OPTION_UNKNOWN_SECTION,
};

struct option_fault {
    enum option_wrong wrong;
    const struct option_spec *spec; /* NULL where no option was meant */
    struct str word;                /* as written: the whole word, or the value */
    int line;                       /* of the file; 0: the command line */
    int number;                     /* OPTION_TWICE: the earlier line; OPTION_LONG_LINE: bytes */
};

enum { OPTION_WORDS = 16 };
struct option_words {
    const char *words[OPTION_WORDS];
    int count;        /* all of them, also those that are not kept */
    const char **all; /* in: room for argc words, where every one is wanted; else NULL */
};

/* Reads argv[1, argc) into values[0, table->count), which must be zeroed. Texts are borrowed from
 * argv. False with `fault` filled at the first mistake. */
bool option_parse(const struct option_table *table, int argc, char *const *argv,
    struct option_value *values, struct option_words *words, struct option_fault *fault);

/* Reads the bytes of a file. Every mistake goes to `report`, and reading goes on; an option with a
 * mistake stays unset. Texts are copied into `arena`. */
void option_parse_file(const struct option_table *table, struct str bytes, struct arena *arena,
    struct option_value *values, void (*report)(void *self, const struct option_fault *fault),
    void *self);

/* The same look at a value alone; used by both. */
bool option_read_value(const struct option_spec *spec, struct str text, struct option_value *value);

/* Does a list joined by ", " have this word? */
bool option_list_has(const char *list, const char *word);
/* Is it of use to this verb? What a verb would pass over in silence is a mistake to say. */
bool option_is_for(const struct option_spec *spec, const char *verb);

/* "1 to 2 px", "ko, ja or en", "yes or no": what a value may be. `or_word`: " or ", ", ". */
void option_limits_add(struct str_buf *out, const struct option_spec *spec, const char *or_word);
/* A word as it can stand in a message: always valid UTF-8 on one line, cut when it is long. */
void option_word_add(struct str_buf *out, struct str word);
/* The names that begin with `word` (a word of the command line), joined by commas. */
void option_names_add(struct str_buf *out, const struct option_table *table, struct str word);
/* The sentence for a fault, in English, without a line end. */
void option_fault_add(
    struct str_buf *out, const struct option_table *table, const struct option_fault *fault);
/* That sentence as an error of usage. Always false. */
bool option_fail(
    const struct option_table *table, const struct option_fault *fault, struct err *err);

/* Two columns for --help; `text` of each option (NULL: the table's own). Another text than that
 * says limits and default itself. Options of the same users that stand together have a line with
 * them above; those of every verb have none. */
void option_help_add(
    struct str_buf *out, const struct option_table *table, const char *(*text)(size_t index));
/* .TP entries for a man page, under .SS headings with their users. */
void option_man_add(struct str_buf *out, const struct option_table *table);
/* `text` with what roff would take for its own escaped. */
void option_roff_add(struct str_buf *out, const char *text);

#endif
