/* check.c - looking at every page of a database, some rows at a time, so that no turn of the loop
 * is held up. SQLite's own quick_check cannot be taken up where it was left; reading every row of
 * every table, and every entry of every index, with cell_size_check on, can: it meets what any
 * question could meet. */
#include "content/store/store_private.h"

#include "base/vec.h"

/* For each tree of the file the question that goes along it: a table without rowids in its order,
 * or SQLite would rather take an index that has all its columns. Of an index that leaves rows out
 * it has the same condition; one that no question can go along is passed over: it has nothing that
 * its table has not. */
static const char trees_sql[] =
    "SELECT CASE type WHEN 'table' THEN format('SELECT * FROM \"%w\" NOT INDEXED%s', name,"
    " (SELECT ' ORDER BY ' || group_concat(format('\"%w\"', c.name))"
    " FROM (SELECT name FROM pragma_table_info(s.name) WHERE pk > 0 ORDER BY pk) c"
    " WHERE (SELECT wr FROM pragma_table_list(s.name) WHERE schema = 'main')))"
    " ELSE format('SELECT \"%w\" FROM \"%w\" INDEXED BY \"%w\"%s', (SELECT i.name FROM"
    " pragma_index_info(s.name) i WHERE i.name IS NOT NULL LIMIT 1), tbl_name, name,"
    " CASE WHEN instr(sql, ' WHERE ') THEN substr(sql, instr(sql, ' WHERE ')) ELSE '' END) END,"
    " type = 'index' FROM sqlite_schema s WHERE type IN ('table', 'index') ORDER BY rowid";

static int
list_trees(struct store *store, struct store_sweep *sweep) {
    sqlite3_stmt *rows = NULL;
    size_t cap = 0;
    store_allow_pragmas(store, true); /* our own, and not the content's */
    int code = sqlite3_prepare_v2(store->db, trees_sql, -1, &rows, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        const char *sql = (const char *)sqlite3_column_text(rows, 0);
        VEC_ROOM_IN(&sweep->arena, sweep->trees, sweep->tree_count, cap, 1);
        sweep->trees[sweep->tree_count++] = (struct store_tree){
            arena_printf(&sweep->arena, "%s", sql ? sql : "").p, sqlite3_column_int(rows, 1) != 0};
        code = SQLITE_OK;
    }
    sqlite3_finalize(rows);
    sweep->most = store_file_bytes(store);
    store_allow_pragmas(store, false);
    sweep->has_begun = true;
    return code == SQLITE_DONE ? SQLITE_ROW : SQLITE_CORRUPT;
}

/* Long values lie on pages of their own, which only their reader meets. */
static bool
read_row(sqlite3_stmt *rows) {
    for (int i = 0; i < sqlite3_column_count(rows); i++) {
        int type = sqlite3_column_type(rows, i);
        bool is_long = type == SQLITE_TEXT || type == SQLITE_BLOB;
        if (is_long && !sqlite3_column_blob(rows, i) && sqlite3_column_bytes(rows, i) > 0) {
            return false;
        }
    }
    return true;
}

static int
next_tree(struct store *store, struct store_sweep *sweep) {
    if (sweep->tree == sweep->tree_count) {
        return SQLITE_DONE;
    }
    const struct store_tree *tree = &sweep->trees[sweep->tree++];
    int code = sqlite3_prepare_v2(store->db, tree->sql, -1, &sweep->rows, NULL);
    return code == SQLITE_OK || tree->is_index ? SQLITE_ROW : SQLITE_CORRUPT;
}

/* Every question can be asked. */
static int
next_query(struct store *store, struct store_sweep *sweep) {
    struct err err;
    enum store_query query = (enum store_query)sweep->query++;
    return store_statement(store, query, &err) ? SQLITE_ROW : SQLITE_CORRUPT;
}

/* One question, row or tree on; SQLITE_ROW while there is more, SQLITE_DONE at the end. */
static int
sweep_on(struct store *store, struct store_sweep *sweep) {
    if (sweep->query < QUERY_COUNT) {
        return next_query(store, sweep);
    }
    if (!sweep->rows) {
        return next_tree(store, sweep);
    }
    int code = sqlite3_step(sweep->rows);
    if (code == SQLITE_DONE) {
        sqlite3_finalize(sweep->rows);
        sweep->rows = NULL;
        return SQLITE_ROW;
    }
    if (code != SQLITE_ROW || !read_row(sweep->rows)) {
        return SQLITE_CORRUPT;
    }
    /* a row takes more than a byte: trees that share pages would have more rows than that */
    return sweep->done++ > sweep->most ? SQLITE_CORRUPT : SQLITE_ROW;
}

bool
store_check(struct store *store, size_t rows, bool *is_done, struct err *err) {
    *is_done = store->is_checked;
    if (store->is_checked) {
        return true;
    }
    int code = store->sweep.has_begun ? SQLITE_ROW : list_trees(store, &store->sweep);
    for (size_t i = 0; code == SQLITE_ROW && i < rows; i++) {
        code = sweep_on(store, &store->sweep);
    }
    if (code == SQLITE_ROW) {
        return true;
    }
    store_sweep_finish(&store->sweep);
    *is_done = store->is_checked = true;
    return code == SQLITE_DONE ||
           err_set(err, ERR_FORMAT,
               "the content database is damaged; copy it again, or build it with "
               "naru-content build");
}
