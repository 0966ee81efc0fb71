#include "personal/own_private.h"

#include "base/arena.h"
#include "base/check.h"
#include "base/file.h"
#include "base/log.h"
#include "base/xalloc.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define APPLICATION_ID 0x4E4F574E /* "NOWN" */
enum { DAMAGED_MOST = 99 };

/* Step N leads from user_version N to N + 1. A step that went out never changes. */
static const char *const steps[] = {
    "CREATE TABLE setting (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL)"
    " STRICT;"
    "CREATE TABLE bookmark (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, title TEXT NOT NULL)"
    " STRICT;",
    "CREATE TABLE note (id INTEGER PRIMARY KEY, path TEXT NOT NULL, text TEXT NOT NULL) STRICT;"
    "CREATE TABLE visit (id INTEGER PRIMARY KEY, partner TEXT NOT NULL UNIQUE, path TEXT NOT NULL)"
    " STRICT;"
    "CREATE TABLE tick (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;",
};

/* What SQLite's answer means for whoever owns the file. */
static bool
fail(struct own *own, int code) {
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        own->trouble = OWN_BUSY;
        return err_set(&own->why, ERR_IO,
            "%s is open in another program; what is kept here is written once that one ends",
            own->path);
    case SQLITE_FULL:
        own->trouble = OWN_UNSAVED;
        return err_set(&own->why, ERR_IO,
            "the disk is full: %s is as it was; make room, and it is written", own->path);
    default:
        own->trouble = OWN_UNSAVED;
        return err_set(&own->why, ERR_IO, "cannot write %s: %s; it is tried again", own->path,
            sqlite3_errstr(code));
    }
}

static bool
is_damage(int code) {
    return (code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB;
}

static int
ask(sqlite3 *db, const char *sql, int64_t *value) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        *value = sqlite3_column_int64(statement, 0);
        code = SQLITE_OK;
    }
    sqlite3_finalize(statement);
    return code;
}

/* Every page of a small file is looked at when it is opened. */
static int
check_pages(sqlite3 *db) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &statement, NULL);
    if (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *answer = (const char *)sqlite3_column_text(statement, 0);
        code = answer && strcmp(answer, "ok") == 0 ? SQLITE_OK : SQLITE_CORRUPT;
    }
    sqlite3_finalize(statement);
    return code;
}

static int
run(sqlite3 *db, const char *sql) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

/* From the version that the file has, all steps or none. */
static int
migrate(sqlite3 *db, int64_t version) {
    int code = version < (int64_t)ARRAY_LEN(steps) ? run(db, "BEGIN IMMEDIATE") : SQLITE_OK;
    char sql[96];
    for (size_t i = (size_t)version; code == SQLITE_OK && i < ARRAY_LEN(steps); i++) {
        code = run(db, steps[i]);
        if (code == SQLITE_OK && i + 1 == ARRAY_LEN(steps)) {
            snprintf(sql, sizeof(sql), "PRAGMA application_id = %d; PRAGMA user_version = %zu",
                APPLICATION_ID, ARRAY_LEN(steps));
            code = run(db, sql);
            code = code == SQLITE_OK ? run(db, "COMMIT") : code;
        }
    }
    if (code != SQLITE_OK) {
        run(db, "ROLLBACK");
    }
    return code;
}

static struct str
column(sqlite3_stmt *statement, int index) {
    const char *p = (const char *)sqlite3_column_text(statement, index);
    return (struct str){p ? p : "", (size_t)sqlite3_column_bytes(statement, index)};
}

/* All the rows of a table into a list that may have some. */
static int
load(sqlite3 *db, const struct own_table *table, struct own_list *list) {
    sqlite3_stmt *statement = NULL;
    char sql[160];
    snprintf(sql, sizeof(sql), "SELECT id, %s, %s FROM %s ORDER BY id", table->key,
        table->text ? table->text : "''", table->name);
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        own_append(
            list, sqlite3_column_int64(statement, 0), column(statement, 1), column(statement, 2));
        code = SQLITE_OK;
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* What was done before the file could be read comes after what it has. */
static void
merge(struct own *own, struct own_list loaded[OWN_KINDS]) {
    for (int i = 0; i < OWN_KINDS; i++) {
        struct own_list made = own->lists[i];
        own->lists[i] = loaded[i];
        loaded[i] = (struct own_list){0};
        for (size_t k = 0; k < made.count; k++) {
            if (i == OWN_NOTE) {
                own_add(own, OWN_NOTE, made.items[k].key, made.items[k].text);
            } else {
                own_put(own, (enum own_kind)i, made.items[k].key, made.items[k].text);
            }
        }
        own_clear(&made);
    }
}

static int
load_all(struct own *own) {
    struct own_list loaded[OWN_KINDS] = {0};
    int code = SQLITE_OK;
    for (int i = 0; code == SQLITE_OK && i < OWN_KINDS; i++) {
        code = load(own->db, &own_tables[i], &loaded[i]);
    }
    if (code == SQLITE_OK) {
        merge(own, loaded);
        own->is_loaded = true;
    }
    for (int i = 0; i < OWN_KINDS; i++) {
        own_clear(&loaded[i]);
    }
    return code;
}

void
own_file_close(struct own *own) {
    sqlite3_close(own->db);
    own->db = NULL;
}

/* The folders above the file, for their owner alone. Whether they are there shows when it opens. */
static void
make_folders(const char *path) {
    char *folder = xstrdup(path);
    for (char *p = folder + 1; *p; p++) {
        if (*p == '/') {
            *p = '\0';
            mkdir(folder, 0700);
            *p = '/';
        }
    }
    xfree(folder);
}

/* With its journal, which belongs to it: without one it is another file. */
static bool
move_aside(struct arena *arena, const char *path, const char *name) {
    bool ok = rename(path, name) == 0;
    if (ok) {
        rename(
            arena_printf(arena, "%s-journal", path).p, arena_printf(arena, "%s-journal", name).p);
    }
    return ok;
}

static bool
set_aside(struct own *own) {
    struct arena arena;
    const char *name = NULL;
    own_file_close(own);
    arena_init(&arena);
    for (int i = 1; i <= DAMAGED_MOST && (!name || file_exists(name)); i++) {
        name = arena_printf(&arena, "%s.damaged-%d", own->path, i).p;
    }
    bool ok = !file_exists(name) && move_aside(&arena, own->path, name);
    if (ok) {
        own->trouble = OWN_SET_ASIDE;
        err_set(&own->why, ERR_FORMAT, "%s was damaged; it is kept as %s, and a new one begun",
            own->path, name);
        log_write(LOG_WARN, "own", "%s", own->why.message);
    } else {
        own->trouble = OWN_UNSAVED;
        err_set(&own->why, ERR_FORMAT,
            "%s is damaged and cannot be renamed; move it away, and a new one is begun", own->path);
    }
    arena_finish(&arena);
    return ok;
}

void
own_file_drop_damaged(const char *path) {
    struct arena arena;
    arena_init(&arena);
    for (int i = 1; i <= DAMAGED_MOST; i++) {
        struct str name = arena_printf(&arena, "%s.damaged-%d", path, i);
        unlink(name.p);
        unlink(arena_printf(&arena, "%s-journal", name.p).p);
    }
    arena_finish(&arena);
}

/* Everything that makes a change whole on the disk, and erased words gone from it. */
static int
set_up(sqlite3 *db) {
    sqlite3_extended_result_codes(db, 1);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    return run(db, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE;"
                   "PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;"
                   "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON");
}

/* A file of another program's, or of a later version's, is not touched. */
static bool
check_owner(struct own *own, int64_t id, int64_t version, int64_t tables) {
    if (id != APPLICATION_ID && tables > 0) {
        own->trouble = OWN_FOREIGN;
        return err_set(&own->why, ERR_FORMAT,
            "%s is a database of another program's; name another file with --own", own->path);
    }
    if (version > (int64_t)ARRAY_LEN(steps)) {
        own->trouble = OWN_FOREIGN;
        return err_set(&own->why, ERR_VERSION,
            "%s was written by a newer version of this program; it is left as it is", own->path);
    }
    return true;
}

/* False with SQLite's answer in `*code`, SQLITE_OK when `trouble` says it already. */
static bool
try_open(struct own *own, int *code) {
    int64_t id = 0, version = 0, tables = 0;
    own_file_close(own);
    make_folders(own->path);
    *code = sqlite3_open_v2(own->path, &own->db,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    *code = *code == SQLITE_OK ? set_up(own->db) : *code;
    *code = *code == SQLITE_OK ? ask(own->db, "PRAGMA application_id", &id) : *code;
    *code = *code == SQLITE_OK ? ask(own->db, "PRAGMA user_version", &version) : *code;
    *code =
        *code == SQLITE_OK ? ask(own->db, "SELECT count(*) FROM sqlite_schema", &tables) : *code;
    *code = *code == SQLITE_OK ? check_pages(own->db) : *code;
    if (*code != SQLITE_OK || !check_owner(own, id, version, tables)) {
        return false;
    }
    *code = migrate(own->db, version);
    if (*code == SQLITE_OK && !own->is_loaded) {
        *code = load_all(own);
    }
    return *code == SQLITE_OK;
}

bool
own_file_open(struct own *own) {
    int code;
    bool ok = try_open(own, &code);
    if (!ok && is_damage(code)) {
        ok = set_aside(own) && try_open(own, &code);
    } else if (ok && own->trouble != OWN_SET_ASIDE) {
        own->trouble = OWN_FINE;
    }
    if (!ok && code != SQLITE_OK && !is_damage(code)) {
        fail(own, code);
    }
    if (!ok) {
        own_file_close(own);
    }
    return ok;
}

static int
insert(sqlite3 *db, const struct own_table *table, const struct own_list *list) {
    sqlite3_stmt *statement = NULL;
    char sql[160];
    snprintf(sql, sizeof(sql),
        table->text ? "INSERT INTO %s (id, %s, %s) VALUES (?1, ?2, ?3)"
                    : "INSERT INTO %s (id, %s) VALUES (?1, ?2)",
        table->name, table->key, table->text);
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    for (size_t i = 0; code == SQLITE_OK && i < list->count; i++) {
        const struct own_entry *entry = &list->items[i];
        sqlite3_bind_int64(statement, 1, entry->id);
        sqlite3_bind_text(statement, 2, entry->key.p, (int)entry->key.n, SQLITE_STATIC);
        if (table->text) {
            sqlite3_bind_text(statement, 3, entry->text.p, (int)entry->text.n, SQLITE_STATIC);
        }
        code = sqlite3_step(statement);
        code = code == SQLITE_DONE ? sqlite3_reset(statement) : code;
    }
    sqlite3_finalize(statement);
    return code;
}

static int
replace(sqlite3 *db, const struct own_table *table, const struct own_list *list) {
    char sql[64];
    snprintf(sql, sizeof(sql), "DELETE FROM %s", table->name);
    int code = run(db, sql);
    return code == SQLITE_OK ? insert(db, table, list) : code;
}

static int
save(struct own *own) {
    int code = run(own->db, "BEGIN IMMEDIATE");
    for (int i = 0; code == SQLITE_OK && i < OWN_KINDS; i++) {
        if (own->lists[i].is_dirty) {
            code = replace(own->db, &own_tables[i], &own->lists[i]);
        }
    }
    code = code == SQLITE_OK ? run(own->db, "COMMIT") : code;
    if (code != SQLITE_OK) {
        run(own->db, "ROLLBACK");
    }
    return code;
}

static void
mark_all(struct own *own) {
    for (int i = 0; i < OWN_KINDS; i++) {
        own->lists[i].is_dirty = true;
    }
}

/* After a failure the file is opened anew: it may be another one, or a disk that came back. */
static bool
open_again(struct own *own) {
    bool was_loaded = own->is_loaded;
    if (!own_file_open(own)) {
        return false;
    }
    if (was_loaded) {
        mark_all(own);
    }
    return true;
}

bool
own_file_save(struct own *own) {
    if (own->trouble == OWN_FOREIGN || (!own->db && !open_again(own))) {
        return false;
    }
    int code = save(own);
    if (is_damage(code)) { /* the file; memory has all there is */
        mark_all(own);
        if (!set_aside(own) || !own_file_open(own)) {
            return false;
        }
        code = save(own);
    }
    if (code != SQLITE_OK) {
        fail(own, code);
        own_file_close(own);
        return false;
    }
    for (int i = 0; i < OWN_KINDS; i++) {
        own->lists[i].is_dirty = false;
    }
    own->is_erased = false;
    own->trouble = own->trouble == OWN_SET_ASIDE ? OWN_SET_ASIDE : OWN_FINE;
    return true;
}
