#include "content/store/store_private.h"

#include "base/check.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "content/tables.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The app reads; nothing else is allowed. */
static int
authorise(void *self, int action, const char *a, const char *b, const char *c, const char *d) {
    (void)self, (void)a, (void)b, (void)c, (void)d;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    default:
        return SQLITE_DENY;
    }
}

/* One value of a one-row statement; `if_failed` when the database cannot even answer that. */
static int64_t
ask_int(sqlite3 *db, const char *sql, int64_t if_failed) {
    sqlite3_stmt *statement = NULL;
    int64_t value = if_failed;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        value = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    return value;
}

uint64_t
store_file_bytes(struct store *store) {
    int64_t pages = ask_int(store->db, "PRAGMA page_count", 0);
    return (uint64_t)(pages * ask_int(store->db, "PRAGMA page_size", 0));
}

static bool
fail_damaged(const char *path, struct err *err) {
    return err_set(
        err, ERR_FORMAT, "%s is damaged; copy it again, or build it with naru-content build", path);
}

static bool
check_version(sqlite3 *db, const char *path, struct err *err) {
    int64_t id = ask_int(db, "PRAGMA application_id", -1);
    if (sqlite3_errcode(db) == SQLITE_CORRUPT) { /* a database, but not all of it */
        return fail_damaged(path, err);
    }
    if (sqlite3_errcode(db) == SQLITE_NOTADB || id != TABLES_APPLICATION_ID) {
        return err_set(err, ERR_FORMAT,
            "%s is not a content database of this program; build one with "
            "naru-content build assets/content -o %s",
            path, path);
    }
    int64_t version = ask_int(db, "PRAGMA user_version", -1);
    if (version != TABLES_SCHEMA_VERSION) {
        return err_set(err, ERR_VERSION,
            "%s has schema version %lld, this program reads %d; build it again with the "
            "naru-content of this version",
            path, (long long)version, TABLES_SCHEMA_VERSION);
    }
    return true;
}

/* A copy that broke off: SQLite reads what is missing as zeros and may find nothing wrong. */
static bool
check_length(struct store *store, const char *path, struct err *err) {
    struct stat info;
    uint64_t bytes = store_file_bytes(store);
    return (stat(path, &info) == 0 && bytes > 0 && bytes == (uint64_t)info.st_size) ||
           fail_damaged(path, err);
}

/* file: URI of any path: an empty authority, so that //x is no host, and every byte that has or
 * could have a meaning in a URI escaped. A name such as ":memory:" stays a name. */
static struct str
uri_of(struct str_buf *buf, const char *path) {
    str_buf_add(buf, *path == '/' ? STR("file://") : STR("file:./"));
    for (const char *p = path; *p; p++) {
        unsigned char c = (unsigned char)*p;
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                        (c >= '0' && c <= '9') || strchr("/-_.~", c);
        if (is_plain) {
            str_buf_byte(buf, *p);
        } else {
            str_buf_printf(buf, "%%%02X", c);
        }
    }
    str_buf_add(buf, STR("?mode=ro&immutable=1"));
    return str_buf_str(buf);
}

static bool
open_database(struct store *store, const char *path, struct err *err) {
    struct str_buf uri = {0};
    store_wipe_memory();
    int code = sqlite3_open_v2(uri_of(&uri, path).p, &store->db,
        SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
    str_buf_finish(&uri);
    if (code != SQLITE_OK) {
        return err_set(err, ERR_IO, "cannot open the content database %s: %s", path,
            store->db ? sqlite3_errmsg(store->db) : "out of memory");
    }
    sqlite3_extended_result_codes(store->db, 0);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    sqlite3_exec(store->db, "PRAGMA cell_size_check = ON", NULL, NULL, NULL);
    /* 32 MiB: search reads scattered pages, and the default of 2 MiB makes it read them again */
    sqlite3_exec(store->db, "PRAGMA cache_size = -32768", NULL, NULL, NULL);
    return check_version(store->db, path, err) && check_length(store, path, err) &&
           store_check_schema(store->db, path, err);
}

void
store_sweep_forget_keys(struct store_sweep *sweep) {
    for (int i = 0; i < STORE_TREE_KEYS; i++) {
        sqlite3_value_free(sweep->last[i]);
        sweep->last[i] = NULL;
    }
}

void
store_sweep_finish(struct store_sweep *sweep) {
    sqlite3_finalize(sweep->rows);
    store_sweep_forget_keys(sweep);
    arena_finish(&sweep->arena);
    *sweep = (struct store_sweep){0};
}

static bool
check_is_file(const char *path, struct err *err) {
    enum file_kind kind = file_kind(path);
    int why = errno;
    if (kind == FILE_REGULAR) {
        return true;
    }
    if (kind != FILE_NONE) {
        return err_set(err, ERR_IO,
            "%s is %s, not a content database; name the file with --content", path,
            file_kind_name(kind));
    }
    if (why != ENOENT) {
        return err_set(err, ERR_IO, "cannot open the content database %s: %s", path, strerror(why));
    }
    return err_set(err, ERR_IO,
        "there is no content database at %s; make it with naru-content build assets/content "
        "-o %s, or name another with --content",
        path, path);
}

struct store *
store_open(const char *path, struct err *err) {
    if (!check_is_file(path, err)) {
        return NULL;
    }
    struct store *store = xcalloc(1, sizeof(*store));
    if (!open_database(store, path, err)) {
        store_close(store);
        return NULL;
    }
    sqlite3_set_authorizer(store->db, authorise, NULL);
    return store;
}

void
store_close(struct store *store) {
    if (!store) {
        return;
    }
    if (store->search_close) {
        store->search_close(store->search);
    }
    store_sweep_finish(&store->sweep);
    for (int i = 0; i < STORE_WORD_LISTS; i++) {
        arena_finish(&store->words[i].arena);
    }
    for (int i = 0; i < QUERY_COUNT; i++) {
        sqlite3_finalize(store->statements[i]);
    }
    int code = sqlite3_close(store->db);
    xassert(code == SQLITE_OK); /* a statement was left open */
    free(store);
}

void
store_allow_pragmas(struct store *store, bool is_allowed) {
    sqlite3_set_authorizer(store->db, is_allowed ? NULL : authorise, NULL);
}

bool
store_info(struct store *store, struct arena *arena, struct store_info *out, struct err *err) {
    struct store_rows rows;
    *out = (struct store_info){0};
    store_begin(&rows, store, QUERY_INFO, arena, err);
    store_bind_locale(&rows, 1, (enum locale_id)0); /* every language has them all */
    while (store_step(&rows)) {
        out->home = store_str(&rows, 0);
        out->content_hash = store_str(&rows, 1);
        out->cities = store_int(&rows, 2, 0);
        out->events = store_int(&rows, 3, 0);
        out->articles = store_int(&rows, 4, 0);
        out->terms = store_int(&rows, 5, 0);
        out->phrases = store_int(&rows, 6, 0);
        locale_from_tag(store_str(&rows, 7), &out->original); /* none: the first of the table */
    }
    return store_end(&rows);
}
