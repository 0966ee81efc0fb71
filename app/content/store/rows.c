/* Running a prepared question and copying its answer into an arena. */
#include "content/store/store_private.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

static const char *
words_of(sqlite3 *db, int code) {
    return (sqlite3_errcode(db) & 0xFF) == (code & 0xFF) ? sqlite3_errmsg(db)
                                                         : sqlite3_errstr(code);
}

bool
store_fail(sqlite3 *db, int code, const char *doing, struct err *err) {
    const char *name = sqlite3_db_filename(db, "main"), *words = words_of(db, code);
    const char *path = name && *name ? name : "the content database";
    if (sqlite3_db_readonly(db, "main") != 1) {
        err_set(err, ERR_IO, "writing %s failed while %s: %s", path, doing, words);
    } else if (code == SQLITE_CANTOPEN || code == SQLITE_IOERR) {
        err_set(err, ERR_IO,
            "%s cannot be read (%s: %s); copy it again, or build it with naru-content build", path,
            doing, words);
    } else {
        err_set(err, ERR_FORMAT,
            "%s is damaged (%s: %s); copy it again, or build it with naru-content build", path,
            doing, words);
    }
    sqlite3_db_release_memory(db);
    return false;
}

sqlite3_stmt *
store_prepare(struct store *store, const char *sql, struct err *err) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
    if (code != SQLITE_OK) {
        store_fail(store->db, code, "preparing a question", err);
        return NULL;
    }
    return statement;
}

sqlite3_stmt *
store_statement(struct store *store, enum store_query query, struct err *err) {
    if (!store->statements[query]) {
        store->statements[query] = store_prepare(store, store_sql[query], err);
    }
    return store->statements[query];
}

void
store_begin(struct store_rows *rows, struct store *store, enum store_query query,
    struct arena *arena, struct err *err) {
    *rows = (struct store_rows){store, store_statement(store, query, err), arena, err, false};
    rows->has_failed = !rows->statement;
    if (rows->statement) {
        xassert(!sqlite3_stmt_busy(rows->statement));
        sqlite3_clear_bindings(rows->statement);
    }
}

/* Bound without a copy: the caller's text lives until store_end(). */
void
store_bind_str(struct store_rows *rows, int index, struct str value) {
    if (rows->statement) {
        sqlite3_bind_text64(
            rows->statement, index, value.p ? value.p : "", value.n, SQLITE_STATIC, SQLITE_UTF8);
    }
}

void
store_bind_locale(struct store_rows *rows, int index, enum locale_id locale) {
    store_bind_str(rows, index, str_from(locale_tag(locale)));
}

void
store_bind_int(struct store_rows *rows, int index, int64_t value) {
    if (rows->statement) {
        sqlite3_bind_int64(rows->statement, index, value);
    }
}

void
store_begin_window(struct store_rows *rows, struct store *store, enum store_query query,
    struct arena *arena, enum locale_id locale, const struct store_window *window,
    struct err *err) {
    size_t most = INT64_MAX / 4, first = window->first < most ? window->first : most;
    size_t count = window->count < most ? window->count : most;
    store_begin(rows, store, query, arena, err);
    store_bind_locale(rows, 1, locale);
    store_bind_str(rows, 2, window->listing);
    store_bind_int(rows, 3, (int64_t)first);
    store_bind_int(rows, 4, (int64_t)(first + count));
}

bool
store_step(struct store_rows *rows) {
    if (rows->has_failed) {
        return false;
    }
    int code = sqlite3_step(rows->statement);
    if (code == SQLITE_ROW) {
        rows->store->rows_read++;
        return true;
    }
    if (code != SQLITE_DONE) {
        rows->has_failed = true;
        store_fail(rows->store->db, code, "reading", rows->err);
    }
    return false;
}

bool
store_end(struct store_rows *rows) {
    if (rows->statement) {
        sqlite3_reset(rows->statement);
        sqlite3_clear_bindings(rows->statement);
    }
    return !rows->has_failed;
}

struct str
store_str(struct store_rows *rows, int column) {
    const char *text = (const char *)sqlite3_column_text(rows->statement, column);
    size_t n = (size_t)sqlite3_column_bytes(rows->statement, column);
    return text ? arena_str(
                      rows->arena, utf8_cut((struct str){text, strnlen(text, n)}, STORE_TEXT_BYTES))
                : (struct str){0};
}

int64_t
store_int(struct store_rows *rows, int column, int64_t if_null) {
    if (sqlite3_column_type(rows->statement, column) == SQLITE_NULL) {
        return if_null;
    }
    return sqlite3_column_int64(rows->statement, column);
}

/* The compiler wrote only dates that parse; a damaged one reads as no date. */
struct edtf
store_date(struct store_rows *rows, int column) {
    struct edtf date = {0};
    struct str text = store_str(rows, column);
    if (text.n == 0 || !edtf_parse(text, &date, NULL)) {
        return (struct edtf){0};
    }
    return date;
}

void
store_fill(struct store_rows *rows, void *item, const size_t *offsets, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct str value = store_str(rows, (int)i);
        memcpy((char *)item + offsets[i], &value, sizeof(value));
    }
}

struct store_list
store_list(struct arena *arena, size_t item_size) {
    return (struct store_list){arena, NULL, item_size, 0, 0};
}

void *
store_list_add(struct store_list *list) {
    list->items =
        vec_room_in(list->arena, list->items, list->count, 1, &list->cap, list->item_size);
    return (char *)list->items + list->item_size * list->count++;
}
