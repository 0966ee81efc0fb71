/* own.h - what the owner of a handheld keeps: pages, notes, visits that are planned, what of a
 * checklist is done, how the screen was set and where one was. A shared panel has none.
 *
 * All of it is small, so it is all in memory, and that is what is shown; own_turn() brings the file
 * up to it, a whole change at a time. The file is SQLite with a rollback journal, written through
 * to the disk: whoever is killed, or loses power, finds the state before a change or after it. A
 * file that cannot be written is no end: own_trouble() says so, and it is tried again. */
#ifndef PERSONAL_OWN_H
#define PERSONAL_OWN_H

#include "base/err.h"
#include "base/str.h"

enum own_kind {
    OWN_SETTING,  /* name, value */
    OWN_BOOKMARK, /* screen path, title when it was kept */
    OWN_NOTE,     /* screen path, or '' for none; text */
    OWN_VISIT,    /* partner and way ("hamamatsu in"), screen path of its plan */
    OWN_TICK,     /* name of a step; nothing */
    OWN_KINDS
};

struct own_entry {
    int64_t id; /* of its kind, in the order they came; 0: none */
    struct str key, text;
};

enum own_trouble {
    OWN_FINE,
    OWN_SET_ASIDE, /* the file was damaged, lies beside under another name, and a new one is used */
    OWN_UNSAVED,   /* the disk is full, the folder read-only ...; tried again */
    OWN_BUSY,      /* another program has it open; tried again */
    OWN_FOREIGN,   /* not a file of this program's, or a newer one's: left alone */
};

enum {
    OWN_MOST = 1000,       /* entries of a kind; the oldest settings and ticks give way */
    OWN_TEXT_BYTES = 2048, /* of a key, and of a text: longer ones are not taken */
    OWN_RETRY_MS = 5000,
    OWN_DELAY_MS = 400, /* what is typed or scrolled is written so much later */
};
#define OWN_NEVER UINT64_MAX

struct own;

/* `path` is copied. Folders above it are made. Whatever is wrong with it, there is an answer. */
struct own *own_open(const char *path);
void own_close(struct own *own); /* written first, if it can be; NULL is fine */

/* In the order they came. Borrowed until the next change. */
size_t own_count(const struct own *own, enum own_kind kind);
const struct own_entry *own_at(const struct own *own, enum own_kind kind, size_t index);
/* NULL: there is none. */
const struct own_entry *own_by_key(const struct own *own, enum own_kind kind, struct str key);
const struct own_entry *own_by_id(const struct own *own, enum own_kind kind, int64_t id);

/* A new text for what has that key, or one more. False when it is too long or there are OWN_MOST.
 */
bool own_put(struct own *own, enum own_kind kind, struct str key, struct str text);
/* One more, whatever its key is; its id, or 0. */
int64_t own_add(struct own *own, enum own_kind kind, struct str key, struct str text);
bool own_write(struct own *own, enum own_kind kind, int64_t id, struct str text);
/* False when there is none. What was removed last can come back, in its place, until the next one
 * is; settings and ticks are not such things. */
bool own_remove(struct own *own, enum own_kind kind, int64_t id);
bool own_undo(struct own *own);
/* What own_undo() would bring back, or NULL. */
const struct own_entry *own_removed(const struct own *own, enum own_kind *kind);
/* Everything, for good: also what is in the file's unused pages, and files that were set aside. */
void own_erase(struct own *own);

/* Writes what is due. False when that failed; it is tried again later. */
bool own_turn(struct own *own, uint64_t now_ms);
/* When there is something to do; OWN_NEVER: nothing. */
uint64_t own_deadline(const struct own *own, uint64_t now_ms);
bool own_is_saved(const struct own *own);

/* What is wrong, and in words for a log or a terminal. */
enum own_trouble own_trouble(const struct own *own, struct str *words);

/* All of it as plain text: a heading a kind, a line an entry. `names`: the headings. */
void own_write_text(const struct own *own, const struct str names[OWN_KINDS], struct str_buf *out);

/* XDG_DATA_HOME/naru/own.db, else ~/.local/share/naru/own.db. False without a home. */
bool own_default_path(struct str_buf *out);

#endif
