/* The benchmark of search at a small size, and what the index costs as content grows. */
#include "test.h"

#include "base/file.h"
#include "bench/contenders.h"
#include "bench/find_set.h"
#include "compiler/compile.h"
#include "content/search.h"
#include "content/store/store_private.h"

#include <unistd.h>

#define SMALL NARU_SOURCE_DIR "/tests/content/small"
#define DATABASE NARU_BUILD_DIR "/test-search-bench.db"
#define MADE NARU_BUILD_DIR "/test-search-made"

static struct str
make(struct arena *arena, const char *name, size_t cities, size_t events) {
    struct err err;
    struct str bytes = {0};
    uint64_t ns;
    const char *path = arena_printf(arena, "%s-%s.db", MADE, name).p;
    unlink(path);
    if (!bench_set_make_large(path, cities, events, &ns, &err) ||
        !file_read(path, FILE_LIMIT_DEFAULT, arena, &bytes, &err)) {
        fail_msg("%s", err.message);
    }
    return bytes;
}

static void
test_index__same_rows_same_bytes(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_true(str_eq(make(&arena, "a", 60, 600), make(&arena, "b", 60, 600)));
    arena_finish(&arena);
}

static void
test_index__grows_with_the_text(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct str once = make(&arena, "once", 200, 2000), twice = make(&arena, "twice", 400, 4000);
    assert_true(twice.n * 10 < once.n * 23); // twice the text, at most 2.3 times the bytes
    arena_finish(&arena);
}

static void
test_bench__finds_made_up_places(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    struct bench_set set;
    arena_init(&arena);
    make(&arena, "found", 300, 900);
    struct store *store = store_open(MADE "-found.db", &err);
    assert_non_null(store);
    bench_set_of_large(&arena, 300, &set);
    size_t found = 0;
    for (size_t i = 0; i < set.count; i++) {
        const struct bench_query *query = &set.queries[i];
        struct search_hit *hits;
        size_t count;
        assert_true(search_find(store, &arena, query->locale, query->text, 3, &hits, &count, &err));
        bool is_found = false;
        for (size_t h = 0; h < count; h++) {
            is_found = is_found || str_eq(hits[h].path, query->expected);
        }
        if (!is_found) {
            printf(
                "not among the first 3: %.*s (%.*s)\n", STR_ARG(query->text), STR_ARG(query->kind));
        }
        found += is_found;
    }
    assert_true(found * 100 >= set.count * 98);
    store_close(store);
    arena_finish(&arena);
}

static void
test_bench__reports_every_contender(void **state) {
    (void)state;
    struct compile compile;
    struct err err = {0};
    struct str_buf out = {0};
    assert_true(compile_folder(&compile, SMALL, DATABASE, NULL, &err));
    compile_finish(&compile);
    struct json json;
    struct contenders_options options = {.content = DATABASE, .cities = 20, .events = 40};
    json_init(&json, &out);
    json_object_begin(&json);
    assert_true(contenders_run(&options, &json, &err));
    json_object_end(&json);
    static const char *const keys[] = {"\"real\"", "\"large\"", "\"naru\"", "\"fts5_unicode61\"",
        "\"fts5_trigram\"", "\"p50_ms\"", "\"p99_ms\"", "\"top3_percent\"", "\"index_s\""};
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        assert_true(str_find(str_buf_str(&out), str_from(keys[i])) != SIZE_MAX);
    }
    str_buf_clear(&out);
    options.content = "/nonexistent/naru.db";
    json_init(&json, &out);
    json_object_begin(&json);
    assert_false(contenders_run(&options, &json, &err));
    assert_int_equal(err.code, ERR_IO);
    str_buf_finish(&out);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_index__same_rows_same_bytes),
        cmocka_unit_test(test_index__grows_with_the_text),
        cmocka_unit_test(test_bench__finds_made_up_places),
        cmocka_unit_test(test_bench__reports_every_contender),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
