/* schema.c - does a database hold what the questions ask for? Its tables are compared with those of
 * schema.sql, which both programs carry. One question tells; preparing all of them to see which
 * fails takes longer than answering one. */
#include "content/store/store_private.h"

#include "base/check.h"

#include <string.h>

#define TABLE "CREATETABLE"
#define SEARCH TABLE "search_" /* search fails by itself, and the rest of the app goes on */

/* Adds what means something: neither comments nor spaces. */
static void
squeeze(const char *sql, struct str_buf *out) {
    for (const char *p = sql; *p; p++) {
        if (p[0] == '-' && p[1] == '-') {
            p = strchr(p, '\n');
            if (!p) {
                return;
            }
        } else if (!strchr(" \t\r\n", *p)) {
            str_buf_byte(out, *p);
        }
    }
}

static bool
read_tables(sqlite3 *db, struct str_buf *out) {
    sqlite3_stmt *rows = NULL;
    int code = sqlite3_prepare_v2(
        db, "SELECT sql FROM sqlite_schema WHERE type = 'table'", -1, &rows, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        const char *sql = (const char *)sqlite3_column_text(rows, 0);
        squeeze(sql ? sql : "", out);
        str_buf_byte(out, ';');
        code = SQLITE_OK;
    }
    sqlite3_finalize(rows);
    return code == SQLITE_DONE;
}

/* The first of our tables that is not among theirs; empty: all are. */
static struct str
missing_table(struct str ours, struct str theirs) {
    struct str rest = ours, statement, name = {0};
    while (rest.n > 0 && name.n == 0) {
        bool is_ended = str_split(&rest, ';', &statement) && rest.n > 0;
        struct str whole = {statement.p, statement.n + is_ended};
        if (str_starts(statement, STR(TABLE)) && !str_starts(statement, STR(SEARCH)) &&
            str_find(theirs, whole) == SIZE_MAX) {
            statement = str_slice(statement, strlen(TABLE), statement.n);
            str_split(&statement, '(', &name);
        }
    }
    return name;
}

bool
store_check_schema(sqlite3 *db, const char *path, struct err *err) {
    struct str_buf ours = {0}, theirs = {0};
    squeeze(store_schema, &ours);
    bool ok = read_tables(db, &theirs);
    struct str missing = {0};
    if (ok) {
        missing = missing_table(str_buf_str(&ours), str_buf_str(&theirs));
    }
    if (!ok) {
        err_set(err, ERR_FORMAT,
            "%s is damaged (%s); copy it again, or build it with naru-content build", path,
            sqlite3_errmsg(db));
    } else if (missing.n > 0) {
        ok = err_set(err, ERR_FORMAT,
            "%s lacks the table %.*s, or a column of it, that this program reads; build it again "
            "with naru-content build",
            path, STR_ARG(missing));
    }
    str_buf_finish(&ours);
    str_buf_finish(&theirs);
    return ok;
}
