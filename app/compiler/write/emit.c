#include "compiler/write/emit.h"

#include "base/check.h"
#include "base/sort.h"
#include "compiler/write/replace.h"
#include "content/database.h"
#include "content/listing_index.h"
#include "content/search_index.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct emitter {
    struct model *model;
    sqlite3 *db;
    enum locale_id locale; /* of what `err` says */
    struct err *err;
};

static bool
fail(struct emitter *e, const char *doing) {
    struct arena *arena = e->model->arena;
    return TROUBLE_SET(e->err, ERR_FORMAT, e->locale, TROUBLE_DATABASE,
        .text = {arena_printf(arena, "%d", sqlite3_errcode(e->db)),
            arena_printf(arena, "%s: %s", doing, sqlite3_errmsg(e->db))});
}

static bool
run(struct emitter *e, const char *sql, const char *doing) {
    return sqlite3_exec(e->db, sql, NULL, NULL, NULL) == SQLITE_OK || fail(e, doing);
}

static sqlite3_stmt *
prepare(struct emitter *e, const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v3(e->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
        SQLITE_OK) {
        fail(e, "preparing to write");
    }
    return statement;
}

static bool
step(struct emitter *e, sqlite3_stmt *statement) {
    int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    return code == SQLITE_DONE || fail(e, "writing a row");
}

static void
bind_str(sqlite3_stmt *statement, int index, struct str value) {
    sqlite3_bind_text64(
        statement, index, value.p ? value.p : "", value.n, SQLITE_STATIC, SQLITE_UTF8);
}

/* INSERT for the base columns, the sort columns of dates last. */
static void
add_base_sql(struct str_buf *sql, const struct table *table) {
    size_t sorted = 0;
    str_buf_printf(sql, "INSERT INTO %s (", table->sql);
    for (size_t i = 0; i < table->base_count; i++) {
        str_buf_printf(sql, "%s\"%s\"", i ? ", " : "", table->columns[i].name);
    }
    for (size_t i = 0; i < table->base_count; i++) {
        const char *name = table->columns[i].name;
        if (table->columns[i].flags & COLUMN_SORTED) {
            str_buf_printf(sql, ", %s_sort, %s_from, %s_to", name, name, name);
            sorted++;
        }
    }
    str_buf_add(sql, STR(") VALUES (?"));
    for (size_t i = 1; i < table->base_count + 3 * sorted; i++) {
        str_buf_add(sql, STR(",?"));
    }
    str_buf_add(sql, STR(")"));
}

static void
add_text_sql(struct str_buf *sql, const struct table *table) {
    str_buf_printf(sql, "INSERT INTO %s_text (id, locale", table->sql);
    for (size_t i = 0; i < table->text_count; i++) {
        str_buf_printf(sql, ", \"%s\"", table->columns[table->base_count + i].name);
    }
    str_buf_add(sql, STR(") VALUES (?, ?"));
    for (size_t i = 0; i < table->text_count; i++) {
        str_buf_add(sql, STR(", ?"));
    }
    str_buf_add(sql, STR(")"));
}

static sqlite3_stmt *
prepare_insert(struct emitter *e, const struct table *table,
    void (*add_sql)(struct str_buf *, const struct table *)) {
    struct str_buf sql = {0};
    add_sql(&sql, table);
    sqlite3_stmt *statement = prepare(e, sql.p);
    str_buf_finish(&sql);
    return statement;
}

static void
bind_value(sqlite3_stmt *statement, int index, enum column_type type, struct str text) {
    int64_t integer;
    double real;
    if (text.n == 0) {
        sqlite3_bind_null(statement, index);
    } else if (type == COLUMN_INTEGER && str_to_i64(text, &integer)) {
        sqlite3_bind_int64(statement, index, integer);
    } else if (type == COLUMN_DEGREES && str_to_double(text, &real)) {
        sqlite3_bind_double(statement, index, real);
    } else {
        bind_str(statement, index, text);
    }
}

static int
bind_sort_columns(sqlite3_stmt *statement, int index, struct str text) {
    struct edtf date = {0};
    bool is_date = edtf_parse(text, &date, NULL);
    xassert(is_date); /* the rules let nothing else through */
    int last = date.is_open ? 9999 : date.is_range ? date.to.year : date.from.year;
    sqlite3_bind_int64(statement, index, edtf_sort_key(&date));
    sqlite3_bind_int(statement, index + 1, date.from.year);
    sqlite3_bind_int(statement, index + 2, last);
    return index + 3;
}

static bool
emit_base(struct emitter *e, const struct table *table, const struct model_row *row,
    sqlite3_stmt *statement) {
    int next = (int)table->base_count + 1;
    for (size_t i = 0; i < table->base_count; i++) {
        bind_value(statement, (int)i + 1, table->columns[i].type, row->cells[i].text);
        if (table->columns[i].flags & COLUMN_SORTED) {
            next = bind_sort_columns(statement, next, row->cells[i].text);
        }
    }
    return step(e, statement);
}

static bool
emit_texts(struct emitter *e, const struct table *table, const struct model_row *row,
    sqlite3_stmt *statement) {
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        bind_str(statement, 1, row->cells[0].text);
        bind_str(statement, 2, str_from(locale_tag((enum locale_id)locale)));
        for (size_t i = 0; i < table->text_count; i++) {
            size_t cell = tables_cell(table, table->base_count + i, (enum locale_id)locale);
            bind_str(statement, (int)i + 3, row->cells[cell].text);
        }
        if (!step(e, statement)) {
            return false;
        }
    }
    return true;
}

static bool
emit_table(struct emitter *e, const struct model_table *rows) {
    const struct table *table = rows->table;
    sqlite3_stmt *base = prepare_insert(e, table, add_base_sql), *texts = NULL;
    bool ok = base != NULL;
    if (ok && table->text_count > 0) {
        texts = prepare_insert(e, table, add_text_sql);
        ok = texts != NULL;
    }
    for (size_t i = 0; ok && i < rows->count; i++) {
        ok = emit_base(e, table, &rows->rows[i], base) &&
             (!texts || emit_texts(e, table, &rows->rows[i], texts));
    }
    sqlite3_finalize(base);
    sqlite3_finalize(texts);
    return ok;
}

struct block_statements {
    sqlite3_stmt *block, *mark;
};

static bool
emit_block(struct emitter *e, const struct block_statements *s, struct str article, struct str tag,
    size_t position, const struct store_block *block) {
    bind_str(s->block, 1, article);
    bind_str(s->block, 2, tag);
    sqlite3_bind_int64(s->block, 3, (int64_t)position);
    bind_str(s->block, 4, store_block_word(block->kind));
    sqlite3_bind_int(s->block, 5, block->level);
    sqlite3_bind_int(s->block, 6, block->number);
    bind_str(s->block, 7, block->text);
    if (!step(e, s->block)) {
        return false;
    }
    for (size_t i = 0; i < block->mark_count; i++) {
        const struct store_mark *mark = &block->marks[i];
        bind_str(s->mark, 1, article);
        bind_str(s->mark, 2, tag);
        sqlite3_bind_int64(s->mark, 3, (int64_t)position);
        sqlite3_bind_int64(s->mark, 4, (int64_t)i + 1);
        bind_str(s->mark, 5, store_mark_word(mark->kind));
        sqlite3_bind_int64(s->mark, 6, (int64_t)mark->start);
        sqlite3_bind_int64(s->mark, 7, (int64_t)mark->end);
        bind_str(s->mark, 8, mark->argument);
        if (!step(e, s->mark)) {
            return false;
        }
    }
    return true;
}

static bool
emit_bodies(struct emitter *e, const struct block_statements *s) {
    for (size_t i = 0; i < e->model->article_count; i++) {
        const struct model_article *article = &e->model->articles[i];
        struct str id = e->model->tables[TABLE_ARTICLES].rows[article->row].cells[0].text;
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            const struct model_body *body = &article->bodies[locale];
            struct str tag = str_from(locale_tag((enum locale_id)locale));
            for (size_t j = 0; j < body->count; j++) {
                if (!emit_block(e, s, id, tag, j + 1, &body->blocks[j])) {
                    return false;
                }
            }
        }
    }
    return true;
}

static bool
emit_articles(struct emitter *e) {
    struct block_statements s = {
        prepare(e, "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?)"),
        prepare(e, "INSERT INTO marks VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
    };
    bool ok = s.block && s.mark && emit_bodies(e, &s);
    sqlite3_finalize(s.block);
    sqlite3_finalize(s.mark);
    return ok;
}

static bool
emit_pictures(struct emitter *e) {
    const struct model *model = e->model;
    sqlite3_stmt *insert = prepare(e, "INSERT INTO picture_files VALUES (?, ?, ?, ?)");
    bool ok = insert != NULL;
    for (size_t i = 0; ok && i < model->picture_count; i++) {
        const struct model_picture *picture = &model->pictures[i];
        bind_str(insert, 1, picture->name);
        sqlite3_bind_blob64(insert, 2, picture->bytes.p, picture->bytes.n, SQLITE_STATIC);
        sqlite3_bind_double(insert, 3, (double)picture->size.w);
        sqlite3_bind_double(insert, 4, (double)picture->size.h);
        ok = step(e, insert);
    }
    sqlite3_finalize(insert);
    return ok;
}

static int
compare_paths(const void *a, const void *b) {
    const struct source *const *x = a, *const *y = b;
    return str_cmp((*x)->path, (*y)->path);
}

struct str
emit_content_hash(struct model *model) {
    struct sources *sources = model->diag->sources;
    const struct source **order =
        ARENA_ARRAY(model->arena, sources->count + 1, const struct source *);
    uint64_t low = 1, high = 2;
    for (size_t i = 0; i < sources->count; i++) {
        order[i] = &sources->items[i];
    }
    sort_items(order, sources->count, sizeof(*order), compare_paths);
    for (size_t i = 0; i < sources->count; i++) {
        low = str_hash(order[i]->bytes, str_hash(order[i]->path, low));
        high = str_hash(order[i]->bytes, ~str_hash(order[i]->path, high));
    }
    return arena_printf(
        model->arena, "%016llx%016llx", (unsigned long long)high, (unsigned long long)low);
}

static bool
emit_info(struct emitter *e) {
    const struct model_table *cities = &e->model->tables[TABLE_CITIES];
    struct str home = {0};
    for (size_t i = 0; i < cities->count; i++) {
        if (str_eq(model_value(cities, &cities->rows[i], "role"), STR("home"))) {
            home = cities->rows[i].cells[0].text;
        }
    }
    sqlite3_stmt *statement =
        prepare(e, "INSERT INTO info VALUES ('content_hash', ?), ('home', ?), ('original', ?)");
    if (!statement) {
        return false;
    }
    bind_str(statement, 1, emit_content_hash(e->model));
    bind_str(statement, 2, home);
    bind_str(statement, 3, str_from(locale_tag(e->model->original)));
    bool ok = step(e, statement);
    sqlite3_finalize(statement);
    return ok;
}

size_t
emit_row_count(const struct model *model) {
    size_t count = 3 + model->picture_count;
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        size_t each = model->tables[i].table->text_count > 0 ? 1 + LOCALE_COUNT : 1;
        if (i == TABLE_LISTS) {
            continue; /* the same of every city */
        }
        count += model->tables[i].count * each;
    }
    for (size_t i = 0; i < model->article_count; i++) {
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            const struct model_body *body = &model->articles[i].bodies[locale];
            count += body->count;
            for (size_t j = 0; j < body->count; j++) {
                count += body->blocks[j].mark_count;
            }
        }
    }
    return count;
}

/* Foreign keys are checked once at the end, which is faster and allows circles (a section names
 * its speaker, a person the section they are from). */
static bool
check_foreign_keys(struct emitter *e) {
    sqlite3_stmt *statement = prepare(e, "PRAGMA foreign_key_check");
    if (!statement) {
        return false;
    }
    int code = sqlite3_step(statement);
    bool is_sound = code == SQLITE_DONE;
    if (!is_sound && code != SQLITE_ROW) {
        fail(e, "comparing the tables");
    } else if (!is_sound) {
        TROUBLE_SET(e->err, ERR_FORMAT, e->locale, TROUBLE_DATABASE_LINK,
            .text = {str_from((const char *)sqlite3_column_text(statement, 0)),
                str_from((const char *)sqlite3_column_text(statement, 2))});
    }
    sqlite3_finalize(statement);
    return is_sound;
}

static bool
fill(struct emitter *e) {
    if (!run(e, "PRAGMA foreign_keys = OFF", "setting up") ||
        !run(e, store_schema, "making the tables") || !run(e, "BEGIN", "beginning") ||
        !emit_info(e)) {
        return false;
    }
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (!emit_table(e, &e->model->tables[i])) {
            return false;
        }
    }
    return emit_articles(e) && emit_pictures(e) && run(e, "COMMIT", "committing") &&
           check_foreign_keys(e) &&
           ((listing_index_build(e->db, e->err) && search_index_build(e->db, e->err)) ||
               fail(e, "indexing")) &&
           run(e, "VACUUM", "packing");
}

static bool
write_out(struct emitter *e, const char *path) {
    sqlite3_int64 size = 0;
    unsigned char *bytes = sqlite3_serialize(e->db, "main", &size, 0);
    if (!bytes) {
        return trouble_with_path(e->err, ERR_LIMIT, e->locale, TROUBLE_WRITE, path, ENOMEM);
    }
    struct str database = {(const char *)bytes, (size_t)size};
    bool ok = replace_database(path, database, e->locale, e->err);
    sqlite3_free(bytes);
    return ok;
}

bool
emit_database(struct model *model, const char *path, enum locale_id locale, struct err *err) {
    struct emitter e = {.model = model, .locale = locale, .err = err};
    if (sqlite3_open_v2(":memory:", &e.db,
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        sqlite3_close(e.db);
        return trouble_with_path(err, ERR_LIMIT, locale, TROUBLE_WRITE, path, ENOMEM);
    }
    bool ok = fill(&e) && write_out(&e, path);
    sqlite3_close(e.db);
    return ok;
}
