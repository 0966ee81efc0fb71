/* options.h - the command line of naru-print: `naru print` with the same words. */
#ifndef PAPER_OPTIONS_H
#define PAPER_OPTIONS_H

#include "base/err.h"
#include "base/option.h"
#include "i18n/locale.h"
#include "paper/sheet.h"

struct print_options {
    const char *path; /* what to print */
    enum locale_id langs[SHEET_LANGUAGES];
    int lang_count;            /* 0: none was named */
    const char *out, *content; /* content NULL: the bundled one */
    bool help;                 /* was asked for; nothing else counts */
};

extern const struct option_table print_options_table; /* options.def */

/* Reads argv[1, argc). ERR_USAGE names the word that is wrong. */
bool print_options_parse(int argc, char *const *argv, struct print_options *out, struct err *err);

#endif
