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
/* Sets `err` from SQLite's own words; returns false. */
bool store_fail(sqlite3 *db, const char *doing, struct err *err);

#endif
