/* watch.h - `naru --watch FOLDER`: an author edits a source file, and the open app shows it.
 *
 * inotify says that something in the folder changed; once it is quiet for a moment naru-content
 * builds a database of it, beside the loop (watch_build.h). With a mistake the last good database
 * stays, and the first messages are there to be shown. The folder may go, come back, be mounted
 * over or get new folders: what is watched is compared with what is there. No thread. */
#ifndef WATCH_H
#define WATCH_H

#include "base/err.h"
#include "base/str.h"
#include "i18n/locale.h"

#define WATCH_POLL_MS 100

struct watch;

enum watch_result {
    WATCH_NOTHING,
    WATCH_READY,   /* a new database at watch_database(): open it, then watch_taken() */
    WATCH_MISTAKE, /* the sources are wrong: watch_message() says where */
    WATCH_TROUBLE, /* the system refused something (a full disk): watch_message() says what */
};

/* `compiler` is the program naru-content. Nothing is built before the first poll or wait. Fails
 * when there is no such folder, or it cannot be watched. */
struct watch *watch_open(const char *folder, const char *compiler, struct err *err);
void watch_close(struct watch *watch); /* leaves nothing on the disk */
/* One look, from the loop; never waits. */
enum watch_result watch_poll(struct watch *watch, enum locale_id locale, uint64_t now_ms);
/* Builds now and waits for the end of it: for the start, when there is nothing to show before. */
enum watch_result watch_wait(struct watch *watch, enum locale_id locale);
const char *watch_database(const struct watch *watch);
/* The database is open now (or could not be opened); its file goes. */
void watch_taken(struct watch *watch);
struct str watch_message(const struct watch *watch); /* borrowed until the next poll */

#endif
