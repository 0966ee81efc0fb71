#include "compiler/write/dump.h"

#include "base/file.h"
#include "compiler/trouble.h"
#include "content/database.h"
#include "content/tables.h"

#include <errno.h>
#include <unistd.h>

static void
add_value(struct str_buf *out, struct str value) {
    for (size_t i = 0; i < value.n; i++) {
        bool is_break = value.p[i] == '\n' || value.p[i] == '\r' || value.p[i] == '\t';
        str_buf_byte(out, is_break ? ' ' : value.p[i]);
    }
}

static struct str
column_text(sqlite3_stmt *statement, int column) {
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return (struct str){text, text ? (size_t)sqlite3_column_bytes(statement, column) : 0};
}

static void
add_row(struct str_buf *out, const char *kind, sqlite3_stmt *statement) {
    str_buf_add(out, str_from(kind));
    for (int i = 0; i < sqlite3_column_count(statement); i++) {
        str_buf_printf(out, "\t%s=", sqlite3_column_name(statement, i));
        add_value(out, column_text(statement, i));
    }
    str_buf_byte(out, '\n');
}

static bool
add_query(struct str_buf *out, struct store *store, const char *kind, const char *sql,
    enum locale_id locale, struct err *err) {
    sqlite3_stmt *statement = store_prepare(store, sql, err);
    int code;
    if (!statement) {
        return false;
    }
    sqlite3_bind_text(statement, 1, locale_tag(locale), -1, SQLITE_STATIC);
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        add_row(out, kind, statement);
    }
    bool ok = code == SQLITE_DONE || store_fail(sqlite3_db_handle(statement), code, "dumping", err);
    sqlite3_finalize(statement);
    return ok;
}

static void
add_select(struct str_buf *sql, const struct table *table) {
    for (size_t i = 0; i < table->base_count + table->text_count; i++) {
        str_buf_printf(sql, "%s%s.\"%s\" AS \"%s\"", i ? ", " : "SELECT ",
            i < table->base_count ? "b" : "t", table->columns[i].name, table->columns[i].name);
    }
    str_buf_printf(sql, " FROM %s b", table->sql);
    if (table->text_count > 0) {
        str_buf_printf(sql, " JOIN %s_text t ON t.id = b.id AND t.locale = ?1", table->sql);
    }
    str_buf_add(sql, STR(" ORDER BY b.rowid"));
}

static const char *const blocks_sql =
    "SELECT b.article, b.position, b.kind, b.level, b.number, b.text,"
    " (SELECT group_concat(m.kind || ' ' || m.start || '-' || m.\"end\" || ' ' || m.argument, '; ')"
    "  FROM marks m WHERE m.article = b.article AND m.locale = b.locale AND m.block = b.position)"
    " AS marks FROM blocks b JOIN articles a ON a.id = b.article WHERE b.locale = ?1"
    " ORDER BY a.rowid, b.position";

static bool
add_tables(struct str_buf *out, struct store *store, enum locale_id locale, struct err *err) {
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        struct str_buf sql = {0};
        add_select(&sql, &content_tables[i]);
        bool ok = add_query(out, store, content_tables[i].name, sql.p, locale, err);
        str_buf_finish(&sql);
        if (!ok) {
            return false;
        }
    }
    return add_query(out, store, "blocks", blocks_sql, locale, err) &&
           add_query(out, store, "info", "SELECT key, value FROM info ORDER BY key", locale, err);
}

/* The store's own words are English; what to do is the same for all of a kind. */
bool
dump_refuse(const char *path, enum locale_id locale, struct err *err) {
    enum file_kind kind = file_kind(path);
    int why = kind == FILE_NONE ? errno : access(path, R_OK) == 0 ? EIO : errno;
    if (kind > FILE_REGULAR) {
        return trouble_with_path(err, ERR_IO, locale, TROUBLE_DATABASE_NOT_A_FILE, path, 0);
    }
    enum trouble trouble = err->code == ERR_IO        ? TROUBLE_NO_DATABASE
                           : err->code == ERR_VERSION ? TROUBLE_OTHER_VERSION
                                                      : TROUBLE_BAD_DATABASE;
    return trouble_with_path(err, err->code, locale, trouble, path, why);
}

bool
dump_database(const char *path, enum locale_id locale, bool in_original, struct str_buf *out,
    struct err *err) {
    struct store *store = store_open(path, err);
    if (!store) {
        return dump_refuse(path, locale, err);
    }
    struct arena arena;
    struct store_info info;
    arena_init(&arena);
    bool ok = store_info(store, &arena, &info, err) &&
              add_tables(out, store, in_original ? info.original : locale, err);
    ok = ok || dump_refuse(path, locale, err);
    arena_finish(&arena);
    store_close(store);
    return ok;
}
