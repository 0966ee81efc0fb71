/* paths.h - where the program's own files are: beside it in a build tree, in share/naru when it is
 * installed, or where NARU_DATA says. */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include "base/arena.h"
#include "base/err.h"

struct paths {
    const char *database; /* naru.db */
    const char *bundles;  /* locales/naru */
    const char *fonts;    /* fonts/fonts.ini */
    const char *icons;    /* the folder of *.svg */
    const char *compiler; /* the program naru-content, beside this one */
};

/* Where the running program lies. */
struct str paths_program_folder(struct arena *arena);
/* Fails, saying where it looked, when there is no such folder. Strings live in `arena`. */
bool paths_find(struct arena *arena, struct paths *out, struct err *err);

#endif
