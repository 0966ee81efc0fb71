/* options.h - the command line of naru and naru-app: one verb, its words, and options.
 *
 * options.def lists the options once, with the verbs that use each; the command line,
 * /etc/naru/naru.conf, `naru --help` and naru(1) come from it. What the command line says counts
 * before what the file says. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/clock.h"
#include "base/err.h"
#include "base/option.h"
#include "i18n/locale.h"
#include "ui/looks.h"
#include "ui/profile.h"

#include <stdint.h>

#define OPTIONS_FILE "/etc/naru/naru.conf"

struct options {
    const char *verb; /* NULL: open the app */
    const char *words[OPTION_WORDS];
    int word_count; /* all of them, even if there were too many to keep */

    bool has_locale;
    enum locale_id locale; /* the system's when not given */
    bool is_locale_open;   /* nobody named one: the language the content was written in */
    struct profile profile;
    struct looks looks;     /* theme, text size, position, motion */
    struct clock_day today; /* by options_load(); else unknown: zeroes */
    float scroll_dp;
    const char *content;          /* NULL: the bundled database */
    const char *watch;            /* a folder of sources, or NULL */
    const char *own;              /* where a handheld keeps its own things, or NULL */
    const char *out;              /* NULL: not given */
    const char *config;           /* NULL: not given */
    const char *ics, *vcf, *text; /* files to write; NULL: not given */
    const char *browser_address;  /* NULL: there is none */
    long limit;
    bool has_looks; /* some of them are given on the command line */
    bool help, version, software, fullscreen, explain;
    uint32_t given; /* on the command line: a bit each, in the order of options.def */
};

extern const struct option_table options_table;

/* Fills `out` from argv and no file. Strings are borrowed from argv. Fails with ERR_USAGE and a
 * message that names the word and what would be right. */
bool options_parse(int argc, char **argv, struct options *out, struct err *err);

/* Is everything that the command line gives of use to the verb ("app": without one)? Otherwise
 * false with ERR_USAGE, naming both. `taken`: the names of the options that a verb of another
 * program takes, joined by ", "; NULL: the table knows the verb. */
bool options_suit(
    const struct options *options, const char *verb, const char *taken, struct err *err);

/* The same with the configuration file beneath it: the one that --config names, else OPTIONS_FILE
 * where there is one. Its strings live in `arena`. Mistakes in the file are words for `warn`
 * ("FILE:LINE: ..."), once each; the rest of the file counts, so that a kiosk comes up. Fails on
 * a wrong command line, and when a file that --config names cannot be read. */
bool options_load(int argc, char **argv, struct arena *arena, struct options *out,
    void (*warn)(void *self, const char *message), void *self, struct err *err);

/* Every mistake of a configuration file goes to `warn`. `*set`: how many options it sets. False
 * only when it cannot be read. */
bool options_check_file(const char *path, struct arena *arena, size_t *set,
    void (*warn)(void *self, const char *message), void *self, struct err *err);

#endif
