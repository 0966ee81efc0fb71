#include "tools/mutate.h"

#include "base/arena.h"
#include "base/check.h"
#include "base/file.h"

#include <sqlite3.h>
#include <string.h>

enum { PAGE = 4096, LONG_TEXT = 1 << 20, LONG_TEXTS = 32 << 20 /* of all rows together */ };

struct mutation {
    uint64_t state;
    struct arena arena;
    struct str_buf *what;
    sqlite3 *db;
};

/* xorshift64*: Vigna, "An experimental exploration of Marsaglia's xorshift generators" */
static uint64_t
next(struct mutation *m) {
    m->state ^= m->state >> 12;
    m->state ^= m->state << 25;
    m->state ^= m->state >> 27;
    return m->state * 0x2545F4914F6CDD1Du;
}

static size_t
below(struct mutation *m, size_t limit) {
    return limit ? (size_t)(next(m) >> 11) % limit : 0;
}

/* ------------------------------------------------------------------------------------- bytes */

static void
flip_bytes(struct mutation *m, char *bytes, size_t *size) {
    size_t count = 1 + below(m, 64);
    for (size_t i = 0; i < count && *size; i++) {
        bytes[below(m, *size)] = (char)next(m);
    }
    str_buf_printf(m->what, "%zu bytes flipped", count);
}

static void
flip_in_head(struct mutation *m, char *bytes, size_t *size) {
    size_t head = *size < 2 * PAGE ? *size : 2 * PAGE, count = 1 + below(m, 8);
    for (size_t i = 0; i < count && head; i++) {
        bytes[below(m, head)] ^= (char)(1u << below(m, 8));
    }
    str_buf_printf(m->what, "%zu bits of the header and the schema flipped", count);
}

static void
swap_pages(struct mutation *m, char *bytes, size_t *size) {
    size_t pages = *size / PAGE, a = below(m, pages), b = below(m, pages);
    for (size_t i = 0; i < PAGE && pages; i++) {
        char byte = bytes[a * PAGE + i];
        bytes[a * PAGE + i] = bytes[b * PAGE + i];
        bytes[b * PAGE + i] = byte;
    }
    str_buf_printf(m->what, "pages %zu and %zu swapped", a + 1, b + 1);
}

static void
zero_pages(struct mutation *m, char *bytes, size_t *size) {
    size_t pages = *size / PAGE, count = 1 + below(m, 4);
    for (size_t i = 0; i < count && pages; i++) {
        memset(bytes + below(m, pages) * PAGE, 0, PAGE);
    }
    str_buf_printf(m->what, "%zu pages zeroed", count);
}

static void
cut_off(struct mutation *m, char *bytes, size_t *size) {
    (void)bytes;
    *size = below(m, 2) ? below(m, *size) : below(m, *size / PAGE) * PAGE;
    str_buf_printf(m->what, "cut off after %zu bytes", *size);
}

/* --------------------------------------------------------------------------------------- SQL */

static bool
run(struct mutation *m, struct str sql) {
    return sqlite3_exec(m->db, sql.p, NULL, NULL, NULL) == SQLITE_OK;
}

/* One random answer of a question with one column; empty when there is none. */
static struct str
pick(struct mutation *m, const char *question) {
    sqlite3_stmt *statement = NULL;
    struct str chosen = {0};
    size_t seen = 0;
    if (sqlite3_prepare_v2(m->db, question, -1, &statement, NULL) == SQLITE_OK) {
        while (sqlite3_step(statement) == SQLITE_ROW) {
            if (below(m, ++seen) == 0) { /* each as likely as the others */
                chosen =
                    arena_str(&m->arena, str_from((const char *)sqlite3_column_text(statement, 0)));
            }
        }
    }
    sqlite3_finalize(statement);
    return chosen;
}

static struct str
pick_table(struct mutation *m) {
    return pick(m, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
}

static struct str
pick_column(struct mutation *m, struct str table) {
    return pick(
        m, arena_printf(&m->arena, "SELECT name FROM pragma_table_info('%.*s')", STR_ARG(table)).p);
}

/* Characters of a long text that `table` gets in each row. */
static int
long_length(struct mutation *m, struct str table) {
    struct str count =
        pick(m, arena_printf(&m->arena, "SELECT count(*) FROM \"%.*s\"", STR_ARG(table)).p);
    int64_t rows = 1, most;
    most = str_to_i64(count, &rows) && rows > 0 ? LONG_TEXTS / rows : LONG_TEXT;
    return (int)(most < LONG_TEXT ? most : LONG_TEXT) / 3;
}

/* Values as SQL expressions; some need another type than STRICT allows. */
static struct str
hostile(struct mutation *m, struct str table) {
    static const char *const values[] = {"NULL", "''", "-1", "0", "1", "9223372036854775807",
        "-9223372036854775807 - 1", "1e308", "-1e308", "9e999", "0.1", "' '", "char(0)", "char(10)",
        "char(0x202E) || 'abc' || char(0x2066)", "'../../../etc/passwd'", "'cities/nowhere'",
        "'search?q=%'", "'home?x=%00%ff'", "'%s%n%d'", "'zz-ZZ'", "'ko'", "'../ko'", "'9999-99-99'",
        "'0000'", "'1995/1990'", "'-1995'", "'1995-02-30'", "'../1995'", "'1995-06/..'", "'-P30D'",
        "'999999999999999999999'", "'1,2,3,,,,'", "'NaN'", "'1e400'", "x'FF'", "x'EDA080'",
        "x'C0AF'", "x'00'", "CAST(x'F09F92' AS TEXT)", "CAST(x'FFFE' AS TEXT)",
        "CAST(x'E18080E2' AS TEXT)", "char(0x1F468, 0x200D, 0x1F469)", "char(0x10FFFF)",
        "char(0xFEFF)", "'<b>&amp;'", "'a' || char(9) || 'b'"};
    static const char *const long_values[] = {"replace(hex(zeroblob(%d)), '00', 'ab ')",
        "replace(hex(zeroblob(%d)), '00', '가나')", "replace(hex(zeroblob(%d)), '00', '漢字、')",
        "'e' || replace(hex(zeroblob(%d)), '00', char(0x301))",
        "replace(hex(zeroblob(%d)), '00', char(0x202E))", "replace(hex(zeroblob(%d)), '00', ',')",
        "replace(hex(zeroblob(%d)), '00', char(10))", "zeroblob(%d)",
        "replace(hex(zeroblob(%d)), '00', char(0x1F1E6))",
        "replace(hex(zeroblob(%d)), '00', char(0x0E33))"};
    if (below(m, 4)) {
        return str_from(values[below(m, ARRAY_LEN(values))]);
    }
    struct str format = str_from(long_values[below(m, ARRAY_LEN(long_values))]), before;
    int longest = long_length(m, table);
    int length = below(m, 2) ? longest : 1000 + (int)below(m, 50000);
    length = length < longest ? length : longest;
    str_split(&format, '%', &before);
    return arena_printf(
        &m->arena, "%.*s%d%.*s", STR_ARG(before), length, (int)format.n - 1, format.p + 1);
}

/* Without STRICT, NOT NULL, CHECK and keys, as somebody else's tool would write it. */
static void
loosen(struct mutation *m, struct str table) {
    run(m, arena_printf(&m->arena,
               "CREATE TABLE loose AS SELECT * FROM \"%.*s\";"
               "DROP TABLE \"%.*s\"; ALTER TABLE loose RENAME TO \"%.*s\"",
               STR_ARG(table), STR_ARG(table), STR_ARG(table)));
    str_buf_printf(m->what, "%.*s loosened; ", STR_ARG(table));
}

static void
update(struct mutation *m) {
    struct str table = pick_table(m), column = pick_column(m, table), value = hostile(m, table);
    if (below(m, 2)) {
        loosen(m, table);
    }
    struct str sql = arena_printf(&m->arena, "UPDATE OR REPLACE \"%.*s\" SET \"%.*s\" = %.*s",
        STR_ARG(table), STR_ARG(column), STR_ARG(value));
    struct str some = arena_printf(&m->arena, "%.*s WHERE rowid %% 7 = 3", STR_ARG(sql));
    if (below(m, 3) == 0 && run(m, some)) { /* not every table has a rowid */
        str_buf_printf(m->what, "%.*s", STR_ARG(some));
        return;
    }
    bool ok = run(m, sql);
    str_buf_printf(m->what, "%.*s%s", STR_ARG(sql), ok ? "" : " (refused)");
}

static void
drop(struct mutation *m) {
    struct str table = pick_table(m), sql;
    switch (below(m, 4)) {
    case 0:
        sql = arena_printf(&m->arena, "DROP TABLE \"%.*s\"", STR_ARG(table));
        break;
    case 1:
        loosen(m, table);
        sql = arena_printf(&m->arena, "ALTER TABLE \"%.*s\" DROP COLUMN \"%.*s\"", STR_ARG(table),
            STR_ARG(pick_column(m, table)));
        break;
    case 2:
        sql = arena_printf(&m->arena, "DELETE FROM \"%.*s\"", STR_ARG(table));
        break;
    default:
        sql = arena_printf(&m->arena, "DROP INDEX \"%.*s\"",
            STR_ARG(pick(m, "SELECT name FROM sqlite_schema WHERE type = 'index'"
                            " AND sql IS NOT NULL ORDER BY name")));
    }
    str_buf_printf(m->what, "%.*s%s", STR_ARG(sql), run(m, sql) ? "" : " (refused)");
}

/* Rows twice, columns that hold each other's values, a view in a table's place, endless questions.
 */
static void
rearrange(struct mutation *m) {
    struct str table = pick_table(m), a = pick_column(m, table), b = pick_column(m, table), sql;
    loosen(m, table);
    switch (below(m, 5)) {
    case 0:
        sql = arena_printf(&m->arena, "INSERT INTO \"%.*s\" SELECT * FROM \"%.*s\"", STR_ARG(table),
            STR_ARG(table));
        break;
    case 1:
        sql = arena_printf(&m->arena, "UPDATE \"%.*s\" SET \"%.*s\" = \"%.*s\"", STR_ARG(table),
            STR_ARG(a), STR_ARG(b));
        break;
    case 2:
        sql = arena_printf(&m->arena,
            "ALTER TABLE \"%.*s\" RENAME TO hidden; CREATE VIEW \"%.*s\" AS WITH RECURSIVE"
            " endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless)"
            " SELECT hidden.* FROM hidden, endless",
            STR_ARG(table), STR_ARG(table));
        break;
    case 3:
        sql = arena_printf(&m->arena,
            "UPDATE \"%.*s\" SET \"%.*s\" = (SELECT \"%.*s\" FROM \"%.*s\" LIMIT 1)",
            STR_ARG(table), STR_ARG(a), STR_ARG(a), STR_ARG(table));
        break;
    default:
        sql = arena_printf(&m->arena, "PRAGMA user_version = %d", (int)below(m, 5) - 2);
    }
    str_buf_printf(m->what, "%.*s%s", STR_ARG(sql), run(m, sql) ? "" : " (refused)");
}

/* Marks beyond their text, and links that lead anywhere: what an article reads for each paragraph.
 */
static void
bend_marks(struct mutation *m) {
    static const char *const sets[] = {"start = -1", "\"end\" = 9223372036854775807",
        "start = 1, \"end\" = 0", "start = start + 1", "\"end\" = \"end\" + 1",
        "argument = '../../../etc/passwd'", "argument = ''", "argument = 'guides/' || argument",
        "kind = 'ruby'", "kind = 'lang', argument = 'zz'", "block = block - 1", "block = -5",
        "argument = replace(hex(zeroblob(100000)), '00', 'x')", "kind = 'link', argument = 'home'"};
    struct str sql =
        arena_printf(&m->arena, "UPDATE marks SET %s", sets[below(m, ARRAY_LEN(sets))]);
    loosen(m, STR("marks"));
    str_buf_printf(m->what, "%.*s%s", STR_ARG(sql), run(m, sql) ? "" : " (refused)");
}

typedef void byte_mutation(struct mutation *m, char *bytes, size_t *size);
static byte_mutation *const byte_mutations[] = {
    flip_bytes, flip_in_head, swap_pages, zero_pages, cut_off};
typedef void sql_mutation(struct mutation *m);
static sql_mutation *const sql_mutations[] = {
    update, update, update, update, drop, rearrange, bend_marks};

static bool
mutate_by_sql(struct mutation *m, const char *path, size_t which, struct err *err) {
    if (sqlite3_open(path, &m->db) != SQLITE_OK) {
        sqlite3_close(m->db);
        return err_set(err, ERR_IO, "cannot open %s", path);
    }
    sqlite3_exec(m->db,
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF",
        NULL, NULL, NULL);
    sql_mutations[which](m);
    return sqlite3_close(m->db) == SQLITE_OK || err_set(err, ERR_IO, "cannot close %s", path);
}

bool
mutate_database(
    const char *from, const char *to, uint64_t seed, struct str_buf *what, struct err *err) {
    struct mutation m = {.state = (seed + 1) * 0x9E3779B97F4A7C15u, .what = what};
    struct str sound;
    arena_init(&m.arena);
    bool ok = file_read(from, FILE_LIMIT_DEFAULT, &m.arena, &sound, err);
    size_t which = below(&m, ARRAY_LEN(byte_mutations) + ARRAY_LEN(sql_mutations));
    if (ok && which < ARRAY_LEN(byte_mutations)) {
        char *bytes = arena_alloc(&m.arena, sound.n + 1);
        size_t size = sound.n;
        memcpy(bytes, sound.p, sound.n);
        byte_mutations[which](&m, bytes, &size);
        ok = file_replace(to, (struct str){bytes, size}, err);
    } else if (ok) {
        ok = file_replace(to, sound, err) &&
             mutate_by_sql(&m, to, which - ARRAY_LEN(byte_mutations), err);
    }
    arena_finish(&m.arena);
    return ok;
}
