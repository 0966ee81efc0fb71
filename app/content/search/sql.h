/* sql.h - a statement with a memory: the first failure is kept, later steps do nothing, and
 * search_sql_end() tells. Texts are borrowed until the next step. */
#ifndef CONTENT_SEARCH_SQL_H
#define CONTENT_SEARCH_SQL_H

#include "base/err.h"
#include "base/str.h"

#include <sqlite3.h>

struct search_sql {
    sqlite3 *db;
    sqlite3_stmt *statement;
    int failure;  /* SQLite's code of the first failure; SQLITE_OK: none */
    size_t *work; /* what its steps cost is added here, or NULL */
    int *first;   /* takes the failure where it has none yet, or NULL */
};
enum { SEARCH_WORK_STEP = 40 }; /* in postings read */

void search_sql_open(struct search_sql *sql, sqlite3 *db, const char *text);
void search_sql_bind_str(struct search_sql *sql, int index, struct str value);
void search_sql_bind_blob(struct search_sql *sql, int index, struct str value);
void search_sql_bind_int(struct search_sql *sql, int index, int64_t value);
bool search_sql_step(struct search_sql *sql); /* false at the end and after a failure */
struct str search_sql_str(struct search_sql *sql, int column); /* every byte of a blob */
/* To the first NUL, and of a text that no compiler wrote no more than can be searched in time. */
struct str search_sql_text(struct search_sql *sql, int column);
int64_t search_sql_int(struct search_sql *sql, int column);
void search_sql_reset(struct search_sql *sql); /* ready for the next binding */
void search_sql_run(struct search_sql *sql);   /* steps to the end and resets: for INSERT */
/* Finalizes; false with `err` set when anything failed since it was opened. */
bool search_sql_end(struct search_sql *sql, const char *doing, struct err *err);

#endif
