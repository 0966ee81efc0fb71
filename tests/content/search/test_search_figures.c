/* A figure is found by its own value, as people write it in three languages: whatever its source
 * wrote beside it. */
#include "content_fixture.h"

#include "content/search.h"

#include <sqlite3.h>
#include <stdlib.h>

#define SOURCES NARU_SOURCE_DIR "/assets/content"
#define DATABASE NARU_BUILD_DIR "/test-search-figures.db"

enum { LEAST = 2201 }; /* smaller whole numbers may be years */

static int
open_content(void **state) {
    return fixture_open(state, SOURCES, DATABASE);
}

static bool
finds(struct fixture *f, struct str query, struct str path) {
    struct search_results *results;
    struct search_hit *hits;
    size_t count = 0;
    if (!search_open(f->store, &f->arena, LOCALE_KO, query, &results, &f->err) ||
        !search_hits(results, f->store, &f->arena, 0, 50, &hits, &count, &f->err)) {
        fail_msg("%s", f->err.message);
    }
    for (size_t i = 0; i < count; i++) {
        if (str_eq(hits[i].path, path)) {
            return true;
        }
    }
    return false;
}

/* 98,000: groups of three. */
static struct str
grouped(struct arena *arena, long long value) {
    return value < 1000 ? arena_printf(arena, "%lld", value)
                        : arena_printf(arena, "%.*s,%03lld", STR_ARG(grouped(arena, value / 1000)),
                              value % 1000);
}

static size_t
miss(struct fixture *f, struct str query, const char *id) {
    struct str path = arena_printf(&f->arena, "statistics?figure=%s", id);
    bool is_found = finds(f, query, path);
    if (!is_found) {
        print_error("%.*s does not find %s\n", STR_ARG(query), id);
    }
    return !is_found;
}

static void
test_search_figures__are_found_by_their_values(void **state) {
    struct fixture *f = *state;
    sqlite3 *db;
    sqlite3_stmt *statement;
    size_t tried = 0, missed = 0;
    assert_int_equal(sqlite3_open_v2(DATABASE, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db,
                         "SELECT id, value FROM figures WHERE value NOT LIKE '%.%'"
                         " AND CAST(value AS INTEGER) >= ?1",
                         -1, &statement, NULL),
        SQLITE_OK);
    sqlite3_bind_int(statement, 1, LEAST);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *id = (const char *)sqlite3_column_text(statement, 0);
        long long value = sqlite3_column_int64(statement, 1);
        struct arena *arena = &f->arena;
        missed += miss(f, arena_printf(arena, "%lld", value), id);
        missed += miss(f, grouped(arena, value), id);
        if (value >= 10000 && value % 10000 == 0) {
            missed += miss(f, arena_printf(arena, "%s만", grouped(arena, value / 10000).p), id);
        } else if (value >= 10000) {
            missed += miss(f, arena_printf(arena, "%lld만 %lld", value / 10000, value % 10000), id);
            missed += miss(f, arena_printf(arena, "%lld万%lld", value / 10000, value % 10000), id);
        }
        tried++;
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    assert_true(tried > 30);
    assert_int_equal(missed, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_search_figures__are_found_by_their_values),
    };
    return cmocka_run_group_tests(tests, open_content, fixture_close);
}
