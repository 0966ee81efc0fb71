#include "content/search/sql.h"

#include "base/utf8.h"
#include "content/database.h"

#include <string.h>

enum { TEXT_BYTES = 16 << 10 }; /* as STORE_TEXT_BYTES; the longest body there is has 4 KiB */

static void
note(struct search_sql *sql, int code) {
    bool is_failure = code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE;
    sql->failure = sql->failure == SQLITE_OK && is_failure ? code : sql->failure;
    if (sql->first && *sql->first == SQLITE_OK) {
        *sql->first = sql->failure;
    }
}

void
search_sql_open(struct search_sql *sql, sqlite3 *db, const char *text) {
    *sql = (struct search_sql){.db = db};
    note(sql, sqlite3_prepare_v3(db, text, -1, SQLITE_PREPARE_PERSISTENT, &sql->statement, NULL));
}

void
search_sql_bind_str(struct search_sql *sql, int index, struct str value) {
    if (sql->failure == SQLITE_OK) {
        note(sql, sqlite3_bind_text64(sql->statement, index, value.p ? value.p : "", value.n,
                      SQLITE_TRANSIENT, SQLITE_UTF8));
    }
}

void
search_sql_bind_blob(struct search_sql *sql, int index, struct str value) {
    if (sql->failure == SQLITE_OK) {
        note(sql, sqlite3_bind_blob64(
                      sql->statement, index, value.p ? value.p : "", value.n, SQLITE_TRANSIENT));
    }
}

void
search_sql_bind_int(struct search_sql *sql, int index, int64_t value) {
    if (sql->failure == SQLITE_OK) {
        note(sql, sqlite3_bind_int64(sql->statement, index, value));
    }
}

bool
search_sql_step(struct search_sql *sql) {
    if (sql->failure != SQLITE_OK) {
        return false;
    }
    if (sql->work) {
        *sql->work += SEARCH_WORK_STEP;
    }
    int code = sqlite3_step(sql->statement);
    note(sql, code);
    return code == SQLITE_ROW;
}

struct str
search_sql_str(struct search_sql *sql, int column) {
    const char *p = sqlite3_column_blob(sql->statement, column);
    return (struct str){p, p ? (size_t)sqlite3_column_bytes(sql->statement, column) : 0};
}

struct str
search_sql_text(struct search_sql *sql, int column) {
    struct str text = search_sql_str(sql, column);
    size_t n = text.p ? strnlen(text.p, text.n) : 0;
    return utf8_cut((struct str){text.p, n}, TEXT_BYTES);
}

int64_t
search_sql_int(struct search_sql *sql, int column) {
    return sqlite3_column_int64(sql->statement, column);
}

void
search_sql_reset(struct search_sql *sql) {
    if (sql->statement) {
        note(sql, sqlite3_reset(sql->statement));
        sqlite3_clear_bindings(sql->statement); /* copies of what was asked */
    }
}

void
search_sql_run(struct search_sql *sql) {
    while (search_sql_step(sql)) {
    }
    search_sql_reset(sql);
}

bool
search_sql_end(struct search_sql *sql, const char *doing, struct err *err) {
    bool ok = sql->failure == SQLITE_OK || store_fail(sql->db, sql->failure, doing, err);
    sqlite3_finalize(sql->statement);
    sql->statement = NULL;
    return ok;
}
