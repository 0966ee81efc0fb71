/* watch_build.h - the program naru-content as a child: a folder of sources into a database of its
 * own, beside the loop. Started, polled, and its messages read from a pipe; nothing here waits
 * unless it is told to.
 *
 * The database is in a folder that exists while it is built and until it was opened: what a killed
 * app leaves behind is at most that one, and the next start removes it. */
#ifndef WATCH_BUILD_H
#define WATCH_BUILD_H

#include "base/err.h"
#include "base/str.h"
#include "i18n/locale.h"

#include <sys/types.h>

struct watch_build {
    char *program; /* naru-content */
    char *place;   /* the folder of this build, or NULL */
    char *database;
    int place_fd; /* locked, so that others see that it is in use */
    int output;   /* of the child, non-blocking; -1: no child */
    pid_t child;
    struct str_buf messages;
};

enum watch_build_state {
    WATCH_BUILD_NONE, /* nothing runs */
    WATCH_BUILD_RUNS,
    WATCH_BUILD_DONE,    /* `database` can be opened */
    WATCH_BUILD_MISTAKE, /* the sources are wrong; `messages` says where */
    WATCH_BUILD_TROUBLE, /* the system refused something; `messages` says what */
};

/* Also removes what builds of ended processes left. */
void watch_build_init(struct watch_build *build, const char *program);
void watch_build_finish(struct watch_build *build); /* ends a running child */
/* False, with the reason, when the child cannot be started. */
bool watch_build_start(
    struct watch_build *build, const char *folder, enum locale_id locale, struct err *err);
/* Takes what the child has written. `wait`: until it ends. Reports each end once. */
enum watch_build_state watch_build_poll(struct watch_build *build, bool wait);
/* The database was opened, or will not be: nothing of the build stays on the disk. */
void watch_build_clear(struct watch_build *build);

#endif
