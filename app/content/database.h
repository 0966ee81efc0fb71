/* database.h - the content database as such, for the program that writes it and lists it: its
 * schema, the words its rows use, and questions that store.h has no function for. */
#ifndef CONTENT_DATABASE_H
#define CONTENT_DATABASE_H

#include "content/store.h"

#include <sqlite3.h>

/* schema.sql, compiled in by CMake. Ends in NUL. */
extern const char store_schema[];

/* The words blocks and marks are stored under. */
struct str store_block_word(enum block_kind kind);
struct str store_mark_word(enum block_mark_kind kind);

/* A question of the caller's own to an open store; the caller finalizes. NULL with `err` set. */
sqlite3_stmt *store_prepare(struct store *store, const char *sql, struct err *err);
/* Says which file is damaged, or cannot be read, and what to do; returns false. `code` is what the
 * call that failed returned: by now others may have gone well. Pages that were read wrong are not
 * kept: the next question reads them again. */
bool store_fail(sqlite3 *db, int code, const char *doing, struct err *err);

#endif
