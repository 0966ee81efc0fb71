/* watch.h - `naru --watch FOLDER`: an author edits a source file, and the open app shows it.
 *
 * inotify says that something in the folder changed; once it is quiet for a moment the folder is
 * compiled into a database of its own. With a mistake the last good database stays, and the first
 * messages of the check are there to be shown. Polled from the loop; no thread. */
#ifndef WATCH_H
#define WATCH_H

#include "base/err.h"
#include "base/str.h"
#include "i18n/locale.h"

#define WATCH_POLL_MS 100

struct watch;

enum watch_result {
    WATCH_NOTHING,
    WATCH_READY,   /* a new database at watch_database() */
    WATCH_MISTAKE, /* watch_message() says what is wrong */
};

/* Compiles once at the first poll. Fails when the folder cannot be watched. */
struct watch *watch_open(const char *folder, struct err *err);
void watch_close(struct watch *watch); /* removes the databases it made */
enum watch_result watch_poll(struct watch *watch, enum locale_id locale, uint64_t now_ms);
const char *watch_database(const struct watch *watch);
struct str watch_message(const struct watch *watch); /* borrowed until the next poll */

#endif
