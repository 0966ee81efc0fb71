/* Databases that are not what they should be: a clear refusal or a working store, never a crash. */
#include "test.h"

#include "base/file.h"
#include "compiler/compile.h"
#include "content/search.h"
#include "content/store.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#define SOURCES NARU_SOURCE_DIR "/tests/content/small"
#define DATABASE NARU_BUILD_DIR "/test-damage.db"
#define BROKEN NARU_BUILD_DIR "/test-damage-broken.db"

struct fixture {
    struct arena arena;
    struct str bytes;
};

static int
build_small(void **state) {
    static struct fixture f;
    struct compile compile;
    struct err err;
    bool ok = compile_folder(&compile, SOURCES, DATABASE, NULL, &err);
    compile_finish(&compile);
    arena_init(&f.arena);
    *state = &f;
    return ok && file_read(DATABASE, FILE_LIMIT_DEFAULT, &f.arena, &f.bytes, &err) ? 0 : -1;
}

static int
drop_small(void **state) {
    struct fixture *f = *state;
    unlink(BROKEN);
    arena_finish(&f->arena);
    return 0;
}

/* Asks everything once; answers may be errors or nonsense, but they come. */
static void
ask_everything(struct store *store) {
    struct arena arena;
    struct err err;
    void *list;
    size_t count;
    struct store_info info;
    arena_init(&arena);
    store_info(store, &arena, &info, &err);
    store_sections(store, &arena, LOCALE_KO, STORE_ALL(STR("sections")),
        (struct store_section **)&list, &count, &err);
    store_cities(store, &arena, LOCALE_KO, STORE_ALL(STR("cities")), (struct store_city **)&list,
        &count, &err);
    store_events(store, &arena, LOCALE_JA, STORE_ALL(STR("events")), (struct store_event **)&list,
        &count, &err);
    store_listing_headings(
        store, &arena, STR("events"), (struct store_heading **)&list, &count, &err);
    store_kept_words(store, &arena, false, STR("한빛"), (struct str **)&list, &count, &err);
    store_figures(store, &arena, LOCALE_EN, STORE_ALL(STR("figures")),
        (struct store_figure **)&list, &count, &err);
    store_terms(store, &arena, LOCALE_EN, STORE_ALL(STR("glossary/institutions/en")),
        (struct store_term **)&list, &count, &err);
    store_checklist(store, &arena, LOCALE_EN, STORE_ALL(STR("checklists/visit")),
        (struct store_check **)&list, &count, &err);
    store_articles(store, &arena, LOCALE_EN, STORE_ALL(STR("articles/guides/en")),
        (struct store_article **)&list, &count, &err);
    struct store_block *blocks;
    if (store_blocks(
            store, &arena, LOCALE_JA, STR("guides"), STR("everything"), &blocks, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            for (size_t j = 0; j < blocks[i].mark_count; j++) {
                assert_true(blocks[i].marks[j].end <= blocks[i].text.n);
            }
        }
    }
    arena_finish(&arena);
}

/* Without file_replace()'s syncing: thousands of these files live for a moment only. */
static void
write_broken(struct str bytes) {
    FILE *file = fopen(BROKEN, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, file), bytes.n);
    assert_int_equal(fclose(file), 0);
}

/* Opening refuses it, or looking at every page does; ERR_NONE: nothing is wrong that can be seen.
 */
static enum err_code
open_broken(struct err *err) {
    bool is_done;
    *err = (struct err){0};
    struct store *store = store_open(BROKEN, err);
    if (store) {
        ask_everything(store);
        store_check(store, SIZE_MAX, &is_done, err);
        assert_true(is_done);
        store_close(store);
    }
    return err->code;
}

static enum err_code
open_bytes(struct str bytes) {
    struct err err;
    write_broken(bytes);
    enum err_code code = open_broken(&err);
    assert_true(code == ERR_NONE || err.message[0] != '\0');
    return code;
}

static void
test_damage__missing_file_names_the_remedy(void **state) {
    (void)state;
    struct err err = {0};
    assert_null(store_open("/nowhere/naru.db", &err));
    assert_int_equal(err.code, ERR_IO);
    assert_non_null(strstr(err.message, "naru-content build"));
    static const char *const others[][2] = {{"/", "is a folder"}, {"/dev/null", "is a device"},
        {BROKEN ".pipe", "is a pipe"}, {"/etc/passwd/x", "Not a directory"}};
    assert_int_equal(mkfifo(BROKEN ".pipe", 0600), 0);
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        assert_null(store_open(others[i][0], &err));
        assert_int_equal(err.code, ERR_IO);
        assert_non_null(strstr(err.message, others[i][0]));
        assert_non_null(strstr(err.message, others[i][1]));
    }
    unlink(BROKEN ".pipe");
}

static void
test_damage__not_a_database(void **state) {
    (void)state;
    assert_int_equal(open_bytes(STR("")), ERR_FORMAT);
    assert_int_equal(open_bytes(STR("id,name\nansan,Ansan\n")), ERR_FORMAT);
    assert_int_equal(open_bytes(STR("SQLite format 3")), ERR_FORMAT);
}

static void
test_damage__truncated(void **state) {
    struct fixture *f = *state;
    for (size_t n = f->bytes.n - 1; n > 4096; n = n * 3 / 4) {
        struct err err;
        write_broken(str_slice(f->bytes, 0, n));
        assert_int_equal(open_broken(&err), ERR_FORMAT);
        assert_non_null(strstr(err.message, BROKEN));
        assert_non_null(strstr(err.message, "copy it again")); /* it is ours, but not whole */
    }
}

/* Opened unseen. Looked at in slices, it is found sound or damaged. */
static bool
sweep_bytes(struct str bytes, size_t rows, size_t *calls) {
    struct err err = {0};
    bool is_done = false, ok = true;
    write_broken(bytes);
    struct store *store = store_open(BROKEN, &err);
    if (!store) {
        return false;
    }
    for (*calls = 0; ok && !is_done; ++*calls) {
        ok = store_check(store, rows, &is_done, &err);
        struct store_info info;
        struct arena arena;
        arena_init(&arena);
        struct err other;
        store_info(store, &arena, &info, &other); /* questions in between are answered */
        arena_finish(&arena);
    }
    store_close(store);
    assert_true(ok || strstr(err.message, "damaged"));
    return ok;
}

static void
test_damage__is_found_in_slices(void **state) {
    struct fixture *f = *state;
    size_t calls, few;
    assert_true(sweep_bytes(f->bytes, SIZE_MAX, &few));
    assert_int_equal(few, 1);
    assert_true(sweep_bytes(f->bytes, 50, &calls));
    assert_true(calls > 20);
    char *copy = arena_alloc(&f->arena, f->bytes.n);
    size_t found = 0, pages = f->bytes.n / 4096;
    for (size_t page = 1; page < pages; page++) {
        memcpy(copy, f->bytes.p, f->bytes.n);
        memset(copy + page * 4096, 0xA5, 4096);
        struct str bytes = {copy, f->bytes.n};
        found += !sweep_bytes(bytes, 50, &calls);
    }
    assert_true(found >= pages - 2); /* only the tail of a long value may be anything */
}

/* A prime step meets headers, cell pointers and text alike. */
static void
test_damage__flipped_bytes(void **state) {
    struct fixture *f = *state;
    char *copy = arena_alloc(&f->arena, f->bytes.n);
    size_t refused = 0;
    memcpy(copy, f->bytes.p, f->bytes.n);
    for (size_t at = 0; at < f->bytes.n; at += at < 128 ? 1 : 1021) {
        copy[at] = (char)~copy[at];
        refused += open_bytes((struct str){copy, f->bytes.n}) != ERR_NONE;
        copy[at] = f->bytes.p[at];
    }
    assert_true(refused > 100); /* SQLite's own quick_check refuses a few more */
}

/* A sound page in the place of another one: the next, which may be of the same table, and one from
 * elsewhere. Rows out of order, of another shape, or that no index knows of. */
static void
test_damage__swapped_pages(void **state) {
    struct fixture *f = *state;
    char *copy = arena_alloc(&f->arena, f->bytes.n);
    size_t pages = f->bytes.n / 4096, shown = 0;
    for (size_t i = 1; i + 1 < pages; i += 2) {
        size_t others[] = {i + 1, i * 7 % (pages - 1) + 1};
        for (size_t j = 0; j < ARRAY_LEN(others); j++) {
            memcpy(copy, f->bytes.p, f->bytes.n);
            memcpy(copy + i * 4096, f->bytes.p + others[j] * 4096, 4096);
            bool differs = memcmp(copy, f->bytes.p, f->bytes.n) != 0;
            bool passes = differs && open_bytes((struct str){copy, f->bytes.n}) == ERR_NONE;
            shown += passes;
        }
    }
    /* Of an index over expressions only the order is known. Spellings are found nowhere else, and
     * texts of lists have their shape; they lead to words, which are looked up. */
    assert_true(shown <= 4);
}

/* The small content after some SQL. */
static void
write_changed(struct fixture *f, const char *sql) {
    sqlite3 *db = NULL;
    write_broken(f->bytes);
    assert_int_equal(sqlite3_open(BROKEN, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    }
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static struct store *
open_changed(struct fixture *f, const char *sql) {
    struct err err = {0};
    write_changed(f, sql);
    struct store *store = store_open(BROKEN, &err);
    assert_non_null(store);
    return store;
}

static enum err_code
open_after(struct fixture *f, const char *sql) {
    struct err err;
    write_changed(f, sql);
    return open_broken(&err);
}

/* Of a table that is gone the name is said, before anything is asked of it. */
static void
test_damage__what_is_missing_is_named_at_once(void **state) {
    struct fixture *f = *state;
    struct err err;
    struct store *store;
    open_after(f, "DROP TABLE search_docs");
    store = store_open(BROKEN, &err); /* search alone fails: the app goes on without */
    assert_non_null(store);
    store_close(store);
    open_after(f, "DROP TABLE events_text");
    assert_null(store_open(BROKEN, &err));
    assert_non_null(strstr(err.message, "events_text"));
    open_after(f, "ALTER TABLE cities DROP COLUMN written");
    assert_null(store_open(BROKEN, &err));
    assert_non_null(strstr(err.message, "table cities"));
    assert_non_null(strstr(err.message, "naru-content build"));
}

static void
test_damage__other_versions_and_shapes(void **state) {
    struct fixture *f = *state;
    assert_int_equal(open_after(f, "PRAGMA user_version = 999"), ERR_VERSION);
    assert_int_equal(open_after(f, "PRAGMA user_version = 0"), ERR_VERSION);
    assert_int_equal(open_after(f, "PRAGMA application_id = 1"), ERR_FORMAT);
    assert_int_equal(open_after(f, "DROP TABLE events_text"), ERR_FORMAT);
    assert_int_equal(open_after(f, "ALTER TABLE cities DROP COLUMN written"), ERR_FORMAT);
    assert_int_equal(open_after(f, "UPDATE events SET date = 'x'"), ERR_NONE);
    assert_int_equal(open_after(f, "UPDATE marks SET start = 5, \"end\" = 99999999"), ERR_NONE);
    assert_int_equal(open_after(f, "UPDATE marks SET kind = 'blink'"), ERR_NONE);
    assert_int_equal(open_after(f, "UPDATE blocks SET kind = 'x' WHERE position = 2"), ERR_NONE);
}

static void
test_damage__marks_never_go_back(void **state) {
    struct store *store = open_changed(*state, "UPDATE marks SET position = -position");
    struct arena arena;
    struct store_block *blocks;
    size_t count, seen = 0;
    struct err err;
    arena_init(&arena);
    assert_true(store_blocks(
        store, &arena, LOCALE_KO, STR("guides"), STR("everything"), &blocks, &count, &err));
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 1; j < blocks[i].mark_count; j++) {
            assert_true(blocks[i].marks[j - 1].start <= blocks[i].marks[j].start);
        }
        seen += blocks[i].mark_count;
    }
    assert_true(seen > 0);
    arena_finish(&arena);
    store_close(store);
}

static struct str
find_first(struct store *store, struct arena *arena, struct search_hit *hit, struct err *err) {
    struct search_hit *hits;
    size_t count;
    *hit = (struct search_hit){0};
    *err = (struct err){0};
    if (search_find(store, arena, LOCALE_KO, STR("미나토"), 5, &hits, &count, err) && count) {
        *hit = hits[0];
    }
    return hit->path;
}

static void
test_damage__a_text_ends_at_a_nul(void **state) {
    struct store *store = open_changed(
        *state, "UPDATE search_texts SET body = char(0) || body, title = 'a' || char(0) || title");
    struct arena arena;
    struct search_hit hit;
    struct err err;
    arena_init(&arena);
    assert_true(find_first(store, &arena, &hit, &err).n > 0);
    assert_true(hit.match_end <= hit.snippet.n);
    assert_null(memchr(hit.snippet.p, 0, hit.snippet.n));
    assert_string_equal(hit.title.p, "a");
    assert_int_equal(hit.title.n, 1);
    arena_finish(&arena);
    store_close(store);
}

/* Folding a text costs what it is long: 250 KB of one concept took two seconds. */
static void
test_damage__search_takes_no_text_of_any_length(void **state) {
    struct store *store = open_changed(
        *state, "UPDATE search_texts SET title = replace(hex(zeroblob(100000)), '00', '가')");
    struct arena arena;
    struct search_hit hit;
    struct err err;
    arena_init(&arena);
    assert_true(find_first(store, &arena, &hit, &err).n > 0);
    assert_in_range(hit.title.n, 1, 16 << 10);
    arena_finish(&arena);
    store_close(store);
}

static void
write_pages_from(struct fixture *f, long first, bool are_zero) {
    enum { PAGE = 4096 };
    static const char zeros[PAGE];
    FILE *file = fopen(BROKEN, "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, first * PAGE, SEEK_SET), 0);
    for (size_t at = (size_t)first * PAGE; at < f->bytes.n; at += PAGE) {
        assert_int_equal(fwrite(are_zero ? zeros : f->bytes.p + at, PAGE, 1, file), 1);
    }
    assert_int_equal(fclose(file), 0);
}

/* A disk that fails for a moment: the question that met it fails, the next one does not. */
static void
test_damage__search_answers_again_when_the_pages_do(void **state) {
    struct fixture *f = *state;
    struct arena arena;
    struct search_hit hit;
    struct err err = {0};
    arena_init(&arena);
    write_broken(f->bytes);
    struct store *store = store_open(BROKEN, &err); /* its pages are not in memory yet */
    assert_non_null(store);
    write_pages_from(f, 8, true); /* the first ones have the schema */
    assert_int_equal(find_first(store, &arena, &hit, &err).n, 0);
    assert_true(err.message[0] != '\0');
    write_pages_from(f, 8, false);
    assert_true(find_first(store, &arena, &hit, &err).n > 0);
    assert_string_equal(hit.path.p, "cities/minato");
    arena_finish(&arena);
    store_close(store);
}

/* 1: it failed, and said which file is damaged and what to do about it. */
static size_t
check_said(bool ok, const struct err *err) {
    if (!ok) {
        assert_non_null(strstr(err->message, BROKEN));
        assert_non_null(strstr(err->message, "is damaged"));
        assert_non_null(strstr(err->message, "naru-content build"));
        assert_null(strstr(err->message, "another row available"));
        assert_null(strstr(err->message, "not an error"));
    }
    return !ok;
}

static size_t
ask_damaged(struct store *store) {
    static const char *const queries[] = {
        "미나토", "minato population", "港", "thank you", "xyzzyq"};
    struct arena arena;
    struct err err = {0};
    void *list;
    size_t count, failed = 0;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(queries); i++) {
        struct search_results *results;
        struct search_answer answer;
        struct str query = str_from(queries[i]);
        bool ok =
            search_open(store, &arena, LOCALE_EN, query, &results, &err) &&
            search_hits(results, store, &arena, 0, 20, (struct search_hit **)&list, &count, &err) &&
            search_answer(results, store, &arena, &answer, &err);
        failed += check_said(ok, &err);
    }
    failed += check_said(store_cities(store, &arena, LOCALE_KO, STORE_ALL(STR("cities")),
                             (struct store_city **)&list, &count, &err),
        &err);
    failed += check_said(store_events(store, &arena, LOCALE_JA, STORE_ALL(STR("events")),
                             (struct store_event **)&list, &count, &err),
        &err);
    arena_finish(&arena);
    return failed;
}

/* Whatever page it is, and whatever went well after it failed. */
static void
test_damage__questions_name_the_file_and_the_remedy(void **state) {
    enum { PAGE = 4096 };
    struct fixture *f = *state;
    char *copy = arena_alloc(&f->arena, f->bytes.n);
    size_t failed = 0;
    for (size_t page = 1; page < f->bytes.n / PAGE; page++) {
        struct err err = {0};
        memcpy(copy, f->bytes.p, f->bytes.n);
        memset(copy + page * PAGE, 0xA5, PAGE / 2);
        write_broken((struct str){copy, f->bytes.n});
        struct store *store = store_open(BROKEN, &err);
        failed += store ? ask_damaged(store) : check_said(false, &err);
        store_close(store);
    }
    assert_true(failed > 60);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_damage__missing_file_names_the_remedy),
        cmocka_unit_test(test_damage__not_a_database),
        cmocka_unit_test(test_damage__truncated),
        cmocka_unit_test(test_damage__is_found_in_slices),
        cmocka_unit_test(test_damage__flipped_bytes),
        cmocka_unit_test(test_damage__swapped_pages),
        cmocka_unit_test(test_damage__other_versions_and_shapes),
        cmocka_unit_test(test_damage__what_is_missing_is_named_at_once),
        cmocka_unit_test(test_damage__marks_never_go_back),
        cmocka_unit_test(test_damage__a_text_ends_at_a_nul),
        cmocka_unit_test(test_damage__search_takes_no_text_of_any_length),
        cmocka_unit_test(test_damage__search_answers_again_when_the_pages_do),
        cmocka_unit_test(test_damage__questions_name_the_file_and_the_remedy),
    };
    return cmocka_run_group_tests(tests, build_small, drop_small);
}
