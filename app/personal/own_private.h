/* own_private.h - the lists in memory, and the file they are written to. Inside personal/ only. */
#ifndef PERSONAL_OWN_PRIVATE_H
#define PERSONAL_OWN_PRIVATE_H

#include "personal/own.h"

#include <sqlite3.h>

struct own_list {
    struct own_entry *items; /* their strings are on the heap */
    size_t count, cap;
    int64_t last_id;
    bool is_dirty; /* the file does not have it as it is */
};

struct own {
    char *path;
    sqlite3 *db;    /* NULL: not open */
    bool is_loaded; /* what the file had is in the lists */
    bool is_erased; /* and the file does not know it yet */
    struct own_list lists[OWN_KINDS];
    struct own_entry removed; /* id 0: none */
    enum own_kind removed_kind;
    size_t removed_from; /* its place */
    uint64_t since_ms;   /* of the first change that is not written; OWN_NEVER: none was seen */
    uint64_t retry_ms;
    enum own_trouble trouble;
    struct err why;
};

struct own_table {
    const char *name, *key, *text; /* text NULL: there is none */
};
extern const struct own_table own_tables[OWN_KINDS];

/* Copies, as an entry of that id behind all others. */
void own_append(struct own_list *list, int64_t id, struct str key, struct str text);
void own_drop(struct own_entry *entry);
void own_clear(struct own_list *list);

/* Opens the file, makes it what this version writes, and reads it. What the lists have already is
 * kept besides. False: `trouble` and `why` say what is wrong. */
bool own_file_open(struct own *own);
void own_file_close(struct own *own);
/* Every list that is dirty, in one transaction. */
bool own_file_save(struct own *own);
void own_file_drop_damaged(const char *path);

#endif
