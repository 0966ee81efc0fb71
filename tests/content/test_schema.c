/* schema.sql and tables.c say the same. */
#include "test.h"

#include "content/store/store_private.h"
#include "content/tables.h"

static sqlite3 *
open_schema(void) {
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    if (sqlite3_exec(db, store_schema, NULL, NULL, NULL) != SQLITE_OK) {
        fail_msg("%s", sqlite3_errmsg(db));
    }
    return db;
}

static int64_t
ask(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

struct found {
    bool exists, not_null;
    char type[16];
};

static struct found
find_column(sqlite3 *db, const char *table, const char *column) {
    struct found found = {0};
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db, "SELECT type, \"notnull\" FROM pragma_table_info(?) WHERE name = ?", -1,
        &statement, NULL);
    sqlite3_bind_text(statement, 1, table, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, column, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW) {
        found.exists = true;
        found.not_null = sqlite3_column_int(statement, 1) != 0;
        snprintf(found.type, sizeof(found.type), "%s", sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    return found;
}

static size_t
count_columns(sqlite3 *db, const char *table) {
    char sql[128];
    snprintf(sql, sizeof(sql), "SELECT count(*) FROM pragma_table_info('%s')", table);
    return (size_t)ask(db, sql);
}

static const char *
type_of(enum column_type type) {
    return type == COLUMN_INTEGER ? "INTEGER" : type == COLUMN_DEGREES ? "REAL" : "TEXT";
}

static void
check_table(sqlite3 *db, const struct table *table) {
    char texts[64];
    size_t derived = 0;
    snprintf(texts, sizeof(texts), "%s_text", table->sql);
    for (size_t i = 0; i < table->base_count + table->text_count; i++) {
        const struct table_column *column = &table->columns[i];
        bool is_text = i >= table->base_count;
        struct found found = find_column(db, is_text ? texts : table->sql, column->name);
        bool is_required = is_text || (column->flags & COLUMN_REQUIRED);
        if (!found.exists || strcmp(found.type, type_of(column->type)) != 0 ||
            found.not_null != is_required) {
            fail_msg("%s.%s: type %s, not null %d", table->sql, column->name, found.type,
                found.not_null);
        }
        assert_int_equal(column->type == COLUMN_TEXT, is_text);
        derived += column->flags & COLUMN_SORTED ? 3 : 0;
    }
    assert_int_equal(count_columns(db, table->sql), table->base_count + derived);
    if (table->text_count > 0) {
        assert_int_equal(count_columns(db, texts), table->text_count + 2);
    }
}

static void
test_schema__has_the_columns_of_the_descriptor(void **state) {
    (void)state;
    sqlite3 *db = open_schema();
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        check_table(db, &content_tables[i]);
    }
    sqlite3_close(db);
}

static void
test_schema__carries_its_version(void **state) {
    (void)state;
    sqlite3 *db = open_schema();
    assert_int_equal(ask(db, "PRAGMA application_id"), TABLES_APPLICATION_ID);
    assert_int_equal(ask(db, "PRAGMA user_version"), TABLES_SCHEMA_VERSION);
    sqlite3_close(db);
}

static void
test_schema__tables_are_strict(void **state) {
    (void)state;
    sqlite3 *db = open_schema();
    assert_int_equal(ask(db, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND "
                             "strict = 0 AND name NOT LIKE 'sqlite_%'"),
        0);
    sqlite3_close(db);
}

static void
test_schema__every_reference_is_a_foreign_key(void **state) {
    (void)state;
    sqlite3 *db = open_schema();
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        const struct table *table = &content_tables[i];
        for (size_t j = 0; j < table->base_count; j++) {
            char sql[256];
            const struct table_column *column = &table->columns[j];
            if (column->type != COLUMN_REFERENCE) {
                continue;
            }
            snprintf(sql, sizeof(sql),
                "SELECT count(*) FROM pragma_foreign_key_list('%s') WHERE \"from\" = '%s' AND "
                "\"table\" = '%s'",
                table->sql, column->name, tables_find(str_from(column->of))->sql);
            if (ask(db, sql) != 1) {
                fail_msg("%s.%s is no foreign key", table->sql, column->name);
            }
        }
    }
    sqlite3_close(db);
}

static void
test_tables__cells_map_to_columns_and_back(void **state) {
    (void)state;
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        const struct table *table = &content_tables[i];
        for (size_t j = 0; j < table->base_count + table->text_count; j++) {
            for (int l = 0; l < LOCALE_COUNT; l++) {
                enum locale_id locale;
                size_t cell = tables_cell(table, j, (enum locale_id)l);
                assert_ptr_equal(tables_of_cell(table, cell, &locale), &table->columns[j]);
                assert_int_equal(locale, j < table->base_count ? LOCALE_COUNT : l);
            }
        }
    }
    assert_null(tables_find(STR("nothing")));
    assert_true(tables_has_word("ko ja en", STR("ja")));
    assert_false(tables_has_word("ko ja en", STR("j")));
    assert_false(tables_has_word("ko ja en", STR("")));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_schema__has_the_columns_of_the_descriptor),
        cmocka_unit_test(test_schema__carries_its_version),
        cmocka_unit_test(test_schema__tables_are_strict),
        cmocka_unit_test(test_schema__every_reference_is_a_foreign_key),
        cmocka_unit_test(test_tables__cells_map_to_columns_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
