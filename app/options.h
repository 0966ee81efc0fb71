/* options.h - the command line: one verb, its words, and the options that serve every verb. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "base/err.h"
#include "base/str.h"
#include "i18n/locale.h"
#include "ui/metrics.h"

struct options {
    const char *verb; /* NULL: open the app */
    const char *const *words;
    int word_count;

    bool has_locale;
    enum locale_id locale; /* the system's, or Korean, when not given */
    struct profile profile;
    float text_scale;
    struct str theme;
    bool low_position;
    float scroll_dp;
    const char *content; /* NULL: the bundled database */
    const char *watch;   /* a folder of sources, or NULL */
    const char *out;     /* NULL: not given */
    long limit;
    bool help, version, software, fullscreen;
};

/* Fills `out` from argv. Strings are borrowed from argv. Fails with ERR_USAGE and a message that
 * names the word and what would be right. */
bool options_parse(int argc, char **argv, struct options *out, struct err *err);

#endif
