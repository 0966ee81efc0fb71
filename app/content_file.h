/* content_file.h - whether the open database's file is still the one that was opened.
 *
 * A file replaced by rename leaves the open one alive: nothing hurries. One that was written in
 * place (cp over it) changes under the reader, so that answers may be wrong from now on. A file
 * that is still being written is left alone until two looks find the same; one that was refused is
 * not tried again until it changes. Looks with stat(2), which also sees what a network file system
 * brings. */
#ifndef CONTENT_FILE_H
#define CONTENT_FILE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

#define CONTENT_FILE_LOOK_MS 2000  /* between two looks */
#define CONTENT_FILE_SETTLE_MS 500 /* while the file changes */

struct content_stamp {
    bool is_there;
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec written;
};

struct content_file {
    char *path;                      /* NULL: nobody looks */
    struct content_stamp open, seen; /* of the open database, and at the last look */
    struct content_stamp refused;    /* a bad one */
    uint64_t next_ms;                /* when to look again */
};

enum content_change {
    CONTENT_SAME,
    CONTENT_REPLACED,  /* another file stands at the path; what is open is whole */
    CONTENT_REWRITTEN, /* the open file's bytes were changed */
};

void content_file_init(struct content_file *file, const char *path);
void content_file_finish(struct content_file *file);
/* To be called before the database is opened: what is written after this will be noticed. */
void content_file_opening(struct content_file *file);
/* `opened` is what was seen of `file` last. */
bool content_file_is_as(const struct content_file *opened, const struct content_file *file);
/* The database that stands there now cannot be used. */
void content_file_refuse(struct content_file *file);
enum content_change content_file_look(struct content_file *file, uint64_t now_ms);

#endif
