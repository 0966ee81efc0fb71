#include "fuzz/store_target.h"

#include "base/check.h"
#include "base/file.h"
#include "compiler/compile.h"
#include "content/store/store_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SOURCES NARU_SOURCE_DIR "/tests/content/small"

enum { TABLES_MAX = 64, COLUMNS_MAX = 20, KINDS = 5, REPEATED = 64, ALL_ROWS = 32 };

struct column {
    char name[32];
    sqlite3_stmt *set, *get; /* made when first wanted */
};

struct table {
    char name[32];
    int64_t rows;
    struct column columns[COLUMNS_MAX];
    size_t column_count;
};

static struct store_target target; /* kept between inputs: only what they change */
static struct table tables[TABLES_MAX];
static size_t table_count;

static void
must(sqlite3 *db, int code, const char *doing) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
        fprintf(stderr, "%s: %s\n", doing, sqlite3_errmsg(db));
        abort();
    }
}

static void
run(sqlite3 *db, const char *sql) {
    must(db, sqlite3_exec(db, sql, NULL, NULL, NULL), sql);
}

/* ------------------------------------------------------------- a file that is a piece of memory */

static int
memory_close(sqlite3_file *file) {
    (void)file;
    return SQLITE_OK;
}

static int
memory_read(sqlite3_file *file, void *out, int size, sqlite3_int64 offset) {
    (void)file;
    if ((size_t)offset + (size_t)size > target.size) {
        memset(out, 0, (size_t)size);
        return SQLITE_IOERR_SHORT_READ;
    }
    memcpy(out, target.bytes + offset, (size_t)size);
    return SQLITE_OK;
}

static int
memory_size(sqlite3_file *file, sqlite3_int64 *out) {
    (void)file;
    *out = (sqlite3_int64)target.size;
    return SQLITE_OK;
}

static int
memory_lock(sqlite3_file *file, int level) {
    (void)file, (void)level;
    return SQLITE_OK;
}

static int
memory_is_reserved(sqlite3_file *file, int *out) {
    (void)file;
    *out = 0;
    return SQLITE_OK;
}

static int
memory_control(sqlite3_file *file, int what, void *value) {
    (void)file, (void)what, (void)value;
    return SQLITE_NOTFOUND;
}

static int
memory_sector(sqlite3_file *file) {
    (void)file;
    return STORE_TARGET_PAGE;
}

static int
memory_is(sqlite3_file *file) {
    (void)file;
    return SQLITE_IOCAP_IMMUTABLE;
}

static const sqlite3_io_methods memory_methods = {
    .iVersion = 1,
    .xClose = memory_close,
    .xRead = memory_read,
    .xFileSize = memory_size,
    .xLock = memory_lock,
    .xUnlock = memory_lock,
    .xCheckReservedLock = memory_is_reserved,
    .xFileControl = memory_control,
    .xSectorSize = memory_sector,
    .xDeviceCharacteristics = memory_is,
};
static sqlite3_vfs memory_vfs; /* the machine's own, but for this one file */
static int (*open_other)(sqlite3_vfs *, const char *, sqlite3_file *, int, int *);
static bool was_opened;

static int
memory_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    if (!name || strcmp(name, target.path) != 0) {
        return open_other(vfs, name, file, flags, out);
    }
    file->pMethods = &memory_methods;
    was_opened = true;
    if (out) {
        *out = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
    }
    return SQLITE_OK;
}

/* ------------------------------------------------------------------------------- values that
 * change */

/* The schema without what keeps hostile values out. */
static char *
loose_schema(void) {
    static const char *const strict[] = {
        "STRICT, WITHOUT ROWID", "STRICT", " NOT NULL", "CHECK (locale <> '')"};
    char *schema = strdup(store_schema);
    for (size_t i = 0; i < ARRAY_LEN(strict); i++) {
        size_t length = strlen(strict[i]);
        for (char *at = schema; (at = strstr(at, strict[i])); at += length) {
            if (memcmp(at - 2, "IS", 2) != 0) { /* the condition of an index stays */
                memset(at, ' ', length);
            }
        }
    }
    return schema;
}

static void
describe_columns(sqlite3 *db, struct table *table) {
    sqlite3_stmt *rows;
    must(db, sqlite3_prepare_v2(db, "SELECT name FROM pragma_table_info(?1)", -1, &rows, NULL),
        "columns");
    sqlite3_bind_text(rows, 1, table->name, -1, SQLITE_STATIC);
    while (sqlite3_step(rows) == SQLITE_ROW && table->column_count < COLUMNS_MAX) {
        struct column *column = &table->columns[table->column_count++];
        snprintf(column->name, sizeof(column->name), "%s", sqlite3_column_text(rows, 0));
    }
    sqlite3_finalize(rows);
}

/* Copies the rows of one table of `sound`, which is attached. */
static void
fill(sqlite3 *db, struct table *table) {
    char sql[160];
    snprintf(sql, sizeof(sql), "INSERT INTO main.\"%s\" SELECT * FROM sound.\"%s\"", table->name,
        table->name);
    run(db, sql);
    table->rows = sqlite3_changes(db);
    describe_columns(db, table);
}

static sqlite3 *
copy_loosely(void) {
    sqlite3 *db;
    sqlite3_stmt *rows;
    char sql[160], *schema = loose_schema();
    must(NULL, sqlite3_open(":memory:", &db), "a database in memory");
    run(db, schema);
    free(schema);
    snprintf(sql, sizeof(sql), "ATTACH 'file://%s?mode=ro&immutable=1' AS sound", target.path);
    run(db, sql);
    const char *names = "SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name";
    must(db, sqlite3_prepare_v2(db, names, -1, &rows, NULL), names);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        xassert(table_count < TABLES_MAX);
        struct table *table = &tables[table_count++];
        snprintf(table->name, sizeof(table->name), "%s", sqlite3_column_text(rows, 0));
    }
    sqlite3_finalize(rows);
    for (size_t i = 0; i < table_count; i++) {
        fill(db, &tables[i]);
    }
    run(db, "DETACH sound");
    return db;
}

/* Opened sound, as always; then loose bytes take the place of the file, where they can change. */
static void
open_values(void) {
    struct err err;
    sqlite3_int64 size;
    sqlite3 *loose = copy_loosely();
    unsigned char *bytes = sqlite3_serialize(loose, "main", &size, 0);
    target.values = store_open(target.path, &err);
    xassert(bytes && target.values);
    sqlite3 *db = target.values->db;
    store_allow_pragmas(target.values, true);
    must(db,
        sqlite3_deserialize(db, "main", bytes, size, size,
            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE),
        "taking the bytes into memory");
    run(db, "PRAGMA ignore_check_constraints = ON");
    sqlite3_close(loose);
}

/* ------------------------------------------------------------------------------------- once, first
 */

static void
remove_file(void) {
    unlink(target.path);
}

static void
read_bytes(void) {
    struct arena arena;
    struct str bytes;
    struct err err;
    arena_init(&arena);
    if (!file_read(target.path, FILE_LIMIT_DEFAULT, &arena, &bytes, &err)) {
        BUG("the database just written cannot be read");
    }
    target.size = bytes.n;
    target.bytes = malloc(bytes.n);
    target.sound = malloc(bytes.n);
    memcpy(target.bytes, bytes.p, bytes.n);
    memcpy(target.sound, bytes.p, bytes.n);
    arena_finish(&arena);
}

static void
take_files_from_memory(void) {
    sqlite3_vfs *own = sqlite3_vfs_find(NULL);
    memory_vfs = *own;
    memory_vfs.zName = "memory";
    memory_vfs.xOpen = memory_open;
    memory_vfs.pNext = NULL;
    open_other = own->xOpen;
    sqlite3_vfs_register(&memory_vfs, 1);
}

struct store_target *
store_target(void) {
    struct compile compile;
    struct err err = {0};
    if (target.late) {
        return &target;
    }
    /* for ATTACH; the store opens by URI whatever this says */
    sqlite3_config(SQLITE_CONFIG_URI, 1);
    const char *folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(target.path, sizeof(target.path), "%s/naru-fuzz-store-%d.db", folder, (int)getpid());
    bool ok = compile_folder(&compile, SOURCES, target.path, NULL, &err);
    compile_finish(&compile);
    if (!ok) {
        fprintf(stderr, "cannot compile %s: %s\n", SOURCES, err.message);
        abort();
    }
    atexit(remove_file);
    read_bytes();
    take_files_from_memory();
    target.late = store_open(target.path, &err);
    xassert(target.late && was_opened); /* by the name it was given, and not another */
    open_values();
    return &target;
}

/* ----------------------------------------------------------------------------------- each input */

void
store_target_patch(const uint8_t *data, size_t size, bool back) {
    for (size_t at = 0; at + 4 <= size;) {
        size_t offset =
            ((size_t)data[at] | (size_t)data[at + 1] << 8 | (size_t)data[at + 2] << 16) %
            target.size;
        size_t length = data[at + 3];
        at += 4;
        length = length < size - at ? length : size - at;
        length = length < target.size - offset ? length : target.size - offset;
        memcpy(target.bytes + offset, back ? target.sound + offset : data + at, length);
        at += length;
    }
}

/* Each change of what is allowed makes SQLite prepare every statement again, so of the store whose
 * values change everything stays allowed; only store_check() takes that back. */
void
store_target_forget(struct store *store) {
    if (store == target.values && (store->sweep.has_begun || store->is_checked)) {
        store_allow_pragmas(store, true);
    }
    if (store->search_close) {
        store->search_close(store->search);
    }
    store->search = NULL;
    store->search_close = NULL;
    store_sweep_finish(&store->sweep);
    store->is_checked = false;
    store->has_kept_filter = false;
    memset(store->kept_filter, 0, sizeof(store->kept_filter));
    if (store != target.values) {
        sqlite3_db_release_memory(store->db);
    }
}

static sqlite3_stmt *
statement(sqlite3_stmt **made, const char *format, const char *first, const char *second) {
    sqlite3 *db = target.values->db;
    if (!*made) {
        char *sql = sqlite3_mprintf(format, first, second);
        must(db, sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, made, NULL), sql);
        sqlite3_free(sql);
    }
    sqlite3_reset(*made);
    return *made;
}

/* An integer or a real from up to 8 bytes, the least first. */
static uint64_t
number(const uint8_t *bytes, size_t length) {
    uint64_t value = 0;
    for (size_t i = 0; i < length && i < 8; i++) {
        value |= (uint64_t)bytes[i] << 8 * i;
    }
    return value;
}

static void
bind_long(sqlite3_stmt *set, bool is_text, const uint8_t *bytes, size_t length, size_t times) {
    char buffer[REPEATED * 256];
    for (size_t i = 0; i < times; i++) {
        memcpy(buffer + i * length, bytes, length);
    }
    if (is_text) {
        sqlite3_bind_text64(set, 1, buffer, length * times, SQLITE_TRANSIENT, SQLITE_UTF8);
    } else {
        sqlite3_bind_blob64(set, 1, buffer, length * times, SQLITE_TRANSIENT);
    }
}

static void
bind_value(sqlite3_stmt *set, uint8_t kind, const uint8_t *bytes, size_t length) {
    uint64_t bits = number(bytes, length);
    double real;
    switch (kind % 128 % KINDS) {
    case 0:
        sqlite3_bind_null(set, 1);
        return;
    case 1:
        sqlite3_bind_int64(set, 1, (int64_t)bits);
        return;
    case 2:
        memcpy(&real, &bits, sizeof(real));
        sqlite3_bind_double(set, 1, real);
        return;
    default:
        bind_long(set, kind % 128 % KINDS == 3, bytes, length, kind >= 128 ? REPEATED : 1);
    }
}

/* 0 for all; the others spread over the table. */
static int64_t
row_of(const struct table *table, uint8_t row) {
    return row ? 1 + (row - 1) * table->rows / 255 : 0;
}

static void
set_one(const uint8_t *head, const uint8_t *bytes, size_t length) {
    struct table *table = &tables[head[0] % table_count];
    struct column *column = &table->columns[head[1] % table->column_count];
    sqlite3_stmt *set = statement(&column->set,
        "UPDATE OR REPLACE \"%w\" SET \"%w\" = ?1 WHERE rowid BETWEEN ?2 AND ?3", table->name,
        column->name);
    bind_value(set, head[3], bytes, length);
    int64_t row = row_of(table, head[2]);
    sqlite3_bind_int64(set, 2, row ? row : 1);
    sqlite3_bind_int64(set, 3, row ? row : ALL_ROWS);
    sqlite3_step(set); /* some cannot be: no rowid is a text */
    sqlite3_reset(set);
    sqlite3_clear_bindings(set);
}

void
store_target_set(const uint8_t *data, size_t size) {
    run(target.values->db, "BEGIN");
    for (size_t at = 0; at + 5 <= size;) {
        const uint8_t *head = data + at;
        size_t length = head[4];
        at += 5;
        length = length < size - at ? length : size - at;
        set_one(head, data + at, length);
        at += length;
    }
}

void
store_target_set_back(void) {
    store_target_forget(target.values);
    run(target.values->db, "ROLLBACK");
}

/* ------------------------------------------------------------------------------- for the mutator
 */

size_t
store_target_tables(void) {
    return table_count;
}

struct str
store_target_table(size_t table) {
    return str_from(tables[table].name);
}

size_t
store_target_columns(size_t table) {
    return tables[table].column_count;
}

size_t
store_target_value(size_t which, size_t at, uint8_t row, uint8_t *out, size_t most) {
    struct table *table = &tables[which];
    struct column *column = &table->columns[at];
    int64_t rowid = row_of(table, row);
    sqlite3_stmt *get = statement(
        &column->get, "SELECT \"%w\" FROM \"%w\" WHERE rowid = ?1", column->name, table->name);
    sqlite3_bind_int64(get, 1, rowid ? rowid : 1);
    size_t size = 0;
    if (sqlite3_step(get) == SQLITE_ROW) {
        const void *bytes = sqlite3_column_blob(get, 0);
        size = bytes ? (size_t)sqlite3_column_bytes(get, 0) : 0;
        size = size < most ? size : most;
        memcpy(out, bytes ? bytes : "", size);
    }
    sqlite3_reset(get);
    return size;
}
