/* check.c - looking at every page of a database, some rows at a time, so that no turn of the loop
 * is held up. SQLite's own quick_check cannot be taken up where it was left; reading every row of
 * every table, and every entry of every index, with cell_size_check on, can: it meets what any
 * question could meet. A sound page in a wrong place shows by what it holds: its keys do not go on
 * from those before, its values are of other types than the columns', or its rows are not those
 * that the indexes of the table know. */
#include "content/store/store_private.h"

#include "base/vec.h"

#include <string.h>

/* For each tree of the file a question that goes along it, in its own order: how many of the first
 * columns are its keys, and in the last one whether the row is right.
 *
 * Of a table: its rowid, or what it has for keys; right when the values have the types of the
 * columns. NOT INDEXED, or SQLite would rather take an index that has all its columns. Of an index:
 * all that an entry holds; right when the table has that row. One that leaves rows out has the same
 * condition here; of one over expressions only its own order is looked at. What has no such
 * question is passed over: all that an index has, its table has. Keys that are not compared byte by
 * byte are none here. */
static const char trees_sql[] =
    "WITH keys AS (SELECT t.name AS tree, x.seqno, x.name,"
    "  x.desc OR x.coll <> 'BINARY' AS is_odd, 0 AS is_made"
    "  FROM pragma_table_list t, pragma_index_list(t.name) l, pragma_index_xinfo(l.name) x"
    "  WHERE t.schema = 'main' AND t.wr AND l.origin = 'pk' AND x.key"
    " UNION ALL SELECT s.name, x.seqno, coalesce(x.name, 'rowid'),"
    "  x.key AND (x.desc OR x.coll <> 'BINARY'), x.cid = -2"
    "  FROM sqlite_schema s, pragma_index_xinfo(s.name) x WHERE s.type = 'index'),"
    "sums AS (SELECT tree, sum(is_odd) AS odd, sum(is_made) AS made, count(*) AS count,"
    "  group_concat(format('x.\"%w\"', name), ', ') AS names,"
    "  group_concat(format('y.\"%w\" IS x.\"%w\"', name, name), ' AND ') AS same"
    "  FROM (SELECT * FROM keys ORDER BY tree, seqno) GROUP BY tree),"
    "types AS (SELECT t.name AS tree, group_concat(format("
    "  CASE WHEN c.\"notnull\" THEN 'typeof(x.\"%w\") = ''%s''' "
    "  ELSE 'typeof(x.\"%w\") IN (''null'', ''%s'')' END, c.name, lower(c.type)), ' AND ') AS good"
    "  FROM pragma_table_list t, pragma_table_info(t.name) c"
    "  WHERE t.schema = 'main' AND t.strict AND c.type <> 'ANY' GROUP BY t.name),"
    "parts AS (SELECT name AS tree, iif(instr(sql, ' WHERE '), substr(sql, instr(sql, ' WHERE ')),"
    "  '') AS part, substr(sql, instr(sql, '(') + 1,"
    "  iif(instr(sql, ' WHERE '), instr(sql, ' WHERE '), length(sql) + 1) - instr(sql, '(') - 2) "
    "AS list"
    "  FROM sqlite_schema WHERE type = 'index'),"
    "owns AS (SELECT t.name AS tree, format('INDEXED BY \"%w\"', l.name) AS own"
    "  FROM pragma_table_list t, pragma_index_list(t.name) l"
    "  WHERE t.schema = 'main' AND t.wr AND l.origin = 'pk')"
    "SELECT CASE"
    " WHEN s.type = 'table' AND k.names IS NOT NULL THEN"
    "  format('SELECT %s, x.*, %s FROM \"%w\" x NOT INDEXED ORDER BY %s', k.names,"
    "   coalesce(good, '1'), s.name, k.names)"
    " WHEN s.type = 'table' THEN format('SELECT x.rowid, x.*, %s FROM \"%w\" x NOT INDEXED',"
    "   coalesce(good, '1'), s.name)"
    " WHEN k.odd THEN format('SELECT \"%w\", 1 FROM \"%w\" INDEXED BY \"%w\"%s',"
    "   (SELECT i.name FROM pragma_index_info(s.name) i WHERE i.name IS NOT NULL LIMIT 1),"
    "   tbl_name, s.name, part)"
    " WHEN k.made THEN format('SELECT %s, rowid, 1 FROM \"%w\" INDEXED BY \"%w\"%s', list, "
    "tbl_name,"
    "   s.name, part)"
    " ELSE format('SELECT %s, (SELECT 1 FROM \"%w\" y %s WHERE %s) FROM \"%w\" x INDEXED "
    "BY \"%w\"%s',"
    "   k.names, tbl_name, coalesce(own, 'NOT INDEXED'), k.same, tbl_name, s.name, part) END,"
    " s.type = 'index', iif(k.odd, 0, coalesce(k.count, 1)), coalesce(part, '') = '', tbl_name"
    " FROM sqlite_schema s LEFT JOIN sums k ON k.tree = s.name"
    " LEFT JOIN types ON types.tree = s.name LEFT JOIN parts ON parts.tree = s.name"
    " LEFT JOIN owns ON owns.tree = s.tbl_name"
    " WHERE s.type IN ('table', 'index') ORDER BY s.rowid";

/* Lists are found through these alone: were a page of them an empty one, all would seem well. */
static const char sizes_sql[] =
    "SELECT size, size = 0 OR EXISTS (SELECT 1 FROM listings y WHERE y.name = x.name"
    " AND y.place = size - 1) FROM listing_sizes x";
static const char headings_sql[] = "SELECT EXISTS (SELECT 1 FROM listings y WHERE y.name = x.name"
                                   " AND y.place = x.place) FROM listing_headings x";

static int
list_trees(struct store *store, struct store_sweep *sweep) {
    sqlite3_stmt *rows = NULL;
    size_t cap = 0;
    store_allow_pragmas(store, true); /* our own, and not the content's */
    int code = sqlite3_prepare_v2(store->db, trees_sql, -1, &rows, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        const char *sql = (const char *)sqlite3_column_text(rows, 0);
        const char *table = (const char *)sqlite3_column_text(rows, 4);
        VEC_ROOM_IN(&sweep->arena, sweep->trees, sweep->tree_count, cap, 1);
        int keys = sqlite3_column_int(rows, 2);
        sweep->trees[sweep->tree_count++] = (struct store_tree){
            .sql = arena_printf(&sweep->arena, "%s", sql ? sql : "").p,
            .is_index = sqlite3_column_int(rows, 1) != 0,
            .key_count = keys <= STORE_TREE_KEYS ? keys : 0,
            .has_all_rows = sqlite3_column_int(rows, 3) != 0,
            .table = arena_printf(&sweep->arena, "%s", table ? table : "").p,
        };
        code = SQLITE_OK;
    }
    VEC_ROOM_IN(&sweep->arena, sweep->trees, sweep->tree_count, cap, 2);
    sweep->trees[sweep->tree_count++] =
        (struct store_tree){.sql = sizes_sql, .table = "", .has_sizes = true};
    sweep->trees[sweep->tree_count++] = (struct store_tree){.sql = headings_sql, .table = ""};
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

/* Of SQLite's own order of values: NULL, numbers, texts, bytes. */
static int
rank_of(int type) {
    return type == SQLITE_NULL ? 0 : type == SQLITE_TEXT ? 2 : type == SQLITE_BLOB ? 3 : 1;
}

static int
compare_numbers(sqlite3_value *a, sqlite3_stmt *rows, int column) {
    if (sqlite3_value_type(a) == SQLITE_FLOAT ||
        sqlite3_column_type(rows, column) == SQLITE_FLOAT) {
        double x = sqlite3_value_double(a), y = sqlite3_column_double(rows, column);
        return (x > y) - (x < y);
    }
    int64_t x = sqlite3_value_int64(a), y = sqlite3_column_int64(rows, column);
    return (x > y) - (x < y);
}

static int
compare_bytes(sqlite3_value *a, sqlite3_stmt *rows, int column) {
    const void *x = sqlite3_value_blob(a), *y = sqlite3_column_blob(rows, column);
    int m = sqlite3_value_bytes(a), n = sqlite3_column_bytes(rows, column);
    int least = m < n ? m : n, order = least > 0 && x && y ? memcmp(x, y, (size_t)least) : 0;
    return order ? order : (m > n) - (m < n);
}

static int
compare_key(sqlite3_value *a, sqlite3_stmt *rows, int column) {
    int x = rank_of(sqlite3_value_type(a)), y = rank_of(sqlite3_column_type(rows, column));
    if (x != y || x == 0) {
        return x - y;
    }
    return x == 1 ? compare_numbers(a, rows, column) : compare_bytes(a, rows, column);
}

/* Its keys come after those of the row before. */
static bool
goes_on(struct store_sweep *sweep, const struct store_tree *tree) {
    int order = tree->key_count > 0 && sweep->last[0] ? 0 : -1;
    for (int i = 0; order == 0 && i < tree->key_count; i++) {
        order = compare_key(sweep->last[i], sweep->rows, i);
    }
    store_sweep_forget_keys(sweep);
    for (int i = 0; i < tree->key_count; i++) {
        sweep->last[i] = sqlite3_value_dup(sqlite3_column_value(sweep->rows, i));
    }
    return order < 0;
}

/* NULL: there is none, as of a name that is no table's. */
static const struct store_tree *
find_table(const struct store_sweep *sweep, struct str name) {
    for (size_t i = 0; i < sweep->tree_count; i++) {
        if (!sweep->trees[i].is_index && str_eq(str_from(sweep->trees[i].table), name)) {
            return &sweep->trees[i];
        }
    }
    return NULL;
}

/* An index has as many entries as its table has rows, each of which was found there; texts come in
 * as many languages in each table; all rows of the listings are counted in their sizes. */
static bool
is_complete(struct store_sweep *sweep, const struct store_tree *tree) {
    struct str name = str_from(tree->table);
    if (tree->has_sizes) {
        const struct store_tree *listings = find_table(sweep, STR("listings"));
        return listings && sweep->listed == listings->rows;
    }
    if (tree->is_index) {
        const struct store_tree *table = find_table(sweep, name);
        return !tree->has_all_rows || !table || table->rows == tree->rows;
    }
    struct str of = str_eq(name, STR("search_texts")) ? STR("search_docs")
                    : str_ends(name, STR("_text"))    ? str_slice(name, 0, name.n - 5)
                                                      : STR("");
    const struct store_tree *base = of.n > 0 ? find_table(sweep, of) : NULL;
    if (!base || (base->rows == 0 && tree->rows == 0)) {
        return true;
    }
    if (sweep->languages == 0 && base->rows > 0) {
        sweep->languages = tree->rows / base->rows;
    }
    return tree->rows == base->rows * sweep->languages;
}

static int
end_tree(struct store_sweep *sweep) {
    const struct store_tree *tree = &sweep->trees[sweep->tree - 1];
    sqlite3_finalize(sweep->rows);
    sweep->rows = NULL;
    store_sweep_forget_keys(sweep);
    return is_complete(sweep, tree) ? SQLITE_ROW : SQLITE_CORRUPT;
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
        return end_tree(sweep);
    }
    struct store_tree *tree = &sweep->trees[sweep->tree - 1];
    if (code != SQLITE_ROW || !read_row(sweep->rows) || !goes_on(sweep, tree) ||
        sqlite3_column_int(sweep->rows, sqlite3_column_count(sweep->rows) - 1) != 1) {
        return SQLITE_CORRUPT;
    }
    tree->rows++;
    sweep->listed += tree->has_sizes ? (uint64_t)sqlite3_column_int64(sweep->rows, 0) : 0;
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
           store_fail(store->db, SQLITE_CORRUPT, "looking at every page", err);
}
