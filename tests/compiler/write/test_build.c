/* Building: the same bytes, whole or not at all, growing with the sources; dump; report. */
#include "compiler/kit.h"

#include "base/file.h"
#include "compiler/compile.h"
#include "compiler/write/dump.h"
#include "compiler/write/emit.h"
#include "compiler/generate.h"
#include "compiler/read/load.h"
#include "compiler/write/report.h"
#include "compiler/write/starter.h"
#include "content/listing_index.h"
#include "content/search.h"
#include "content/store.h"
#include "test.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define SMALL NARU_SOURCE_DIR "/tests/content/small"

static bool
build(const char *folder, const char *out, struct err *err) {
    struct compile compile;
    bool ok = compile_folder(&compile, folder, out, NULL, err);
    compile_finish(&compile);
    return ok;
}

static void
test_build__same_sources_same_bytes(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    struct str a, b;
    arena_init(&arena);
    const char *folder = kit_folder(&arena, "same");
    const char *first = arena_printf(&arena, "%s/a.db", folder).p;
    const char *second = arena_printf(&arena, "%s/b.db", folder).p;
    const char *copy = kit_folder(&arena, "same-elsewhere");
    kit_overlay(&arena, SMALL, copy);
    kit_write(&arena, copy, "README.txt", STR("not read"));
    assert_true(build(SMALL, first, &err));
    assert_true(build(copy, second, &err));
    kit_remove_tree(copy);
    assert_true(file_read(first, FILE_LIMIT_DEFAULT, &arena, &a, &err));
    assert_true(file_read(second, FILE_LIMIT_DEFAULT, &arena, &b, &err));
    assert_true(a.n > 0 && str_eq(a, b));
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
content_hash(struct arena *arena, const char *path, struct str *out) {
    struct err err;
    struct store_info info;
    struct store *store = store_open(path, &err);
    assert_non_null(store);
    assert_true(store_info(store, arena, &info, &err));
    *out = info.content_hash;
    store_close(store);
}

static void
test_build__the_hash_follows_the_sources(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    struct str before, after;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "hash");
    const char *path = arena_printf(&arena, "%s.db", folder).p;
    assert_true(build(folder, path, &err));
    content_hash(&arena, path, &before);
    kit_write(&arena, folder, "names.csv",
        STR("record,lang,kind,text,source\ncities/minato,ja,alias,港市,partners\n"));
    assert_true(build(folder, path, &err));
    content_hash(&arena, path, &after);
    assert_false(str_eq(before, after));
    unlink(path);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_build__a_mistake_leaves_the_old_file(void **state) {
    (void)state;
    struct arena arena;
    struct err err = {0};
    struct str old, now;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "mistake");
    const char *path = arena_printf(&arena, "%s.db", folder).p;
    assert_true(build(folder, path, &err));
    assert_true(file_read(path, FILE_LIMIT_DEFAULT, &arena, &old, &err));
    kit_write(&arena, folder, "facts.csv", STR("id\nx\n"));
    err.code = ERR_NONE;
    assert_false(build(folder, path, &err));
    assert_int_equal(err.code, ERR_NONE); /* the reasons are diagnostics */
    assert_true(file_read(path, FILE_LIMIT_DEFAULT, &arena, &now, &err));
    assert_true(str_eq(old, now));
    unlink(path);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* A limit on file size stands for a full disk: the write stops half-way with an error. */
static void
test_build__a_full_disk_leaves_the_old_file(void **state) {
    (void)state;
    struct arena arena;
    struct err err = {0};
    struct str old, now, *names;
    size_t count;
    struct rlimit before, small;
    arena_init(&arena);
    const char *folder = kit_folder(&arena, "full");
    const char *path = arena_printf(&arena, "%s/naru.db", folder).p;
    kit_write(&arena, folder, "naru.db", STR("the old file"));
    getrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, SIG_IGN);
    small = (struct rlimit){20000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    bool ok = build(SMALL, path, &err);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_false(ok);
    assert_int_equal(err.code, ERR_IO);
    assert_non_null(strstr(err.message, path));
    assert_true(file_read(path, FILE_LIMIT_DEFAULT, &arena, &now, &err));
    old = STR("the old file");
    assert_true(str_eq(old, now));
    assert_true(file_list(folder, &arena, &names, &count, &err));
    assert_int_equal(count, 1); /* no temporary neighbour stays */
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_build__unwritable_places_are_named(void **state) {
    (void)state;
    static const char *const places[] = {"/nowhere/at/all/naru.db", "/proc/naru.db", "/"};
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        struct err err = {0};
        assert_false(build(SMALL, places[i], &err));
        assert_int_equal(err.code, ERR_IO);
        assert_non_null(strstr(err.message, places[i]));
    }
    struct err err = {0};
    assert_false(build("/nowhere", NULL, &err));
    assert_int_equal(err.code, ERR_IO);
}

struct cost {
    size_t rows, memory, mistakes;
};

static struct cost
cost_of(struct arena *arena, size_t cities, size_t events) {
    struct err err = {0};
    struct arena work;
    struct sources sources = {.arena = &work};
    struct diag diag;
    struct model model;
    const char *folder = kit_folder(arena, "scale");
    assert_true(generate_folder(folder, cities, events, &err));
    arena_init(&work);
    diag_init(&diag, &work, &sources);
    model_init(&model, &work, &diag);
    assert_true(load_folder(&model, folder, LOCALE_EN, &err));
    struct cost cost = {emit_row_count(&model), work.used, diag.count};
    model_finish(&model);
    arena_finish(&work);
    assert_true(build(folder, arena_printf(arena, "%s/naru.db", folder).p, &err));
    kit_remove_tree(folder);
    return cost;
}

/* Rows written and memory used grow with the sources, not with their square. */
static void
test_build__grows_linearly(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct cost small = cost_of(&arena, 30, 300), large = cost_of(&arena, 240, 2400);
    assert_int_equal(small.mistakes + large.mistakes, 0);
    assert_true(large.rows > small.rows * 7 && large.rows < small.rows * 9);
    assert_true(large.memory < small.memory * 12);
    arena_finish(&arena);
}

/* What looks at long screens finds every list long, and no mistake. */
static void
test_generate__makes_every_list_long(void **state) {
    (void)state;
    struct arena arena, work;
    struct err err = {0};
    struct sources sources = {.arena = &work};
    struct diag diag;
    struct model model;
    struct generate_sizes sizes = generate_sizes_broad();
    arena_init(&arena);
    arena_init(&work);
    const char *folder = kit_folder(&arena, "broad");
    assert_true(generate_sized(folder, &sizes, &err));
    diag_init(&diag, &work, &sources);
    model_init(&model, &work, &diag);
    assert_true(load_folder(&model, folder, LOCALE_EN, &err));
    assert_int_equal(diag.count, 0);
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        bool is_list = i != TABLE_SOURCES && i != TABLE_COUNTRIES && i != TABLE_CHECKLISTS &&
                       i != TABLE_SYNONYMS && i != TABLE_LISTS && i != TABLE_HOLIDAYS &&
                       i != TABLE_EMERGENCY_NUMBERS && i != TABLE_PICTURES &&
                       i != TABLE_PICTURE_DISCS;
        size_t least = is_list ? LISTING_LONG + 1 : 0;
        assert_true(model.tables[i].count >= least);
    }
    model_finish(&model);
    kit_remove_tree(folder);
    arena_finish(&work);
    arena_finish(&arena);
}

static void
test_dump__one_line_a_record(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    struct str_buf out = {0};
    arena_init(&arena);
    const char *folder = kit_folder(&arena, "dump");
    const char *path = arena_printf(&arena, "%s/naru.db", folder).p;
    assert_true(build(SMALL, path, &err));
    assert_true(dump_database(path, LOCALE_KO, false, &out, &err));
    static const char *const lines[] = {
        "cities\tid=minato\tcountry=jp\tkind=city\trole=sister\tposition=2\tlatitude=\tlongitude="
        "\ttime_zone="
        "\twritten=\treading_ja=みなとし\tsource=profile\tname=미나토시\tregion=\tlead=\tnote=\n",
        "detail=첫 줄 둘째 줄\t",
        "figures\tid=hanbit-area\tsubject=cities/"
        "hanbit\tgroup=partner-profile\tposition=1\tvalue=149.10\t",
        "names\trecord=cities/minato\tlang=ja\tkind=alias\ttext=港市\tsource=profile\n",
        "articles\tid=guides/welcome\tkind=guides\tslug=welcome\tsource=app\tposition=1\t",
        "blocks\tarticle=guides/everything\tposition=4\tkind=bullet\tlevel=1\tnumber=0\t"
        "text=강한 말\tmarks=strong 0-10 ; link 0-6 cities/minato\n",
        "info\tkey=home\tvalue=hanbit\n",
    };
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        if (!strstr(out.p, lines[i])) {
            fail_msg("%s is not in\n%s", lines[i], out.p);
        }
    }
    str_buf_finish(&out);
    assert_false(dump_database(SMALL "/cities.csv", LOCALE_KO, false, &out, &err));
    assert_int_equal(err.code, ERR_FORMAT);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static char *
report(struct arena *arena, const char *folder) {
    static const struct compile_options options = {0};
    struct str_buf out = {0};
    struct err err;
    assert_true(report_folder(folder, LOCALE_EN, &options, &out, &err));
    char *copy = (char *)(uintptr_t)arena_str(arena, str_buf_str(&out)).p;
    str_buf_finish(&out);
    return copy;
}

static bool
accept(const char *folder, const char *name) {
    struct err err;
    struct str_buf out = {0};
    struct report_accept request = {.folder = folder, .names = &name, .name_count = name != NULL};
    bool ok = report_accept(&request, LOCALE_EN, &out, &err);
    str_buf_finish(&out);
    return ok;
}

static void
test_report__finds_what_is_left_to_do(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "report");
    assert_null(strstr(report(&arena, folder), "not accepted yet (naru-content accept): 0"));
    assert_true(accept(folder, NULL));
    assert_non_null(strstr(report(&arena, folder), "not accepted yet (naru-content accept): 0"));
    assert_non_null(strstr(report(&arena, folder), "older than their original: 0"));
    /* the Korean text changes, Japanese follows, English does not */
    kit_write(&arena, folder, "facts.csv",
        STR("id,subject,kind,position,source,text_ko,text_ja,text_en,note_ko,note_ja,note_en\n"
            "minato-climate,cities/minato,climate,1,partners,여름은 시원합니다.,夏は涼しいです。,"
            "Summers are hot and winters mild.,,,\n"));
    char *text = report(&arena, folder);
    assert_non_null(strstr(text, "older than their original: 1"));
    assert_non_null(strstr(text, "facts.csv:2:1 facts/minato-climate en\n"));
    assert_null(strstr(text, "facts/minato-climate ja"));
    /* an article, and a missing translation */
    kit_write(&arena, folder, "guides/welcome.ko.md",
        STR("---\ntitle: 첫 방문 안내\nsummary: 바뀐 요약입니다.\nsource: app\nposition: 1\n---\n\n"
            "바뀐 글입니다.\n"));
    kit_write(&arena, folder, "synonyms.csv", STR("id,terms_ko,terms_ja,terms_en\na,가|나,,\n"));
    text = report(&arena, folder);
    assert_non_null(strstr(text, "older than their original: 3"));
    assert_non_null(strstr(text, "guides/welcome ja\n"));
    assert_non_null(strstr(text, "Missing translations: 2"));
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_starter__overwrites_nothing(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "starter");
    assert_false(starter_write(folder, LOCALE_KO, LOCALE_EN, &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_non_null(strstr(err.message, folder));
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static bool
finds(const char *database, const char *query, const char *path) {
    struct arena arena;
    struct err err;
    struct search_hit *hits;
    size_t count = 0;
    bool found = false;
    arena_init(&arena);
    struct store *store = store_open(database, &err);
    assert_non_null(store);
    assert_true(search_find(store, &arena, LOCALE_EN, str_from(query), 20, &hits, &count, &err));
    for (size_t i = 0; i < count; i++) {
        found = found || str_eq(hits[i].path, str_from(path));
    }
    store_close(store);
    arena_finish(&arena);
    return found;
}

/* Words for what a column says, and for kinds of places, are content: an office may have others. */
static void
test_build__keywords_of_search_are_rows_of_the_synonyms(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "keywords");
    const char *database = arena_printf(&arena, "%s.db", folder).p;
    assert_true(build(folder, database, &err));
    assert_true(finds(database, "twin town", "cities/minato"));
    assert_false(finds(database, "jumelage", "cities/minato"));
    kit_write(&arena, folder, "synonyms.csv",
        STR("id,use,terms_ko,terms_ja,terms_en\n"
            "a,relation-sister,짝꿍도시,仲良し都市,jumelage\n"));
    assert_true(build(folder, database, &err));
    assert_true(finds(database, "jumelage", "cities/minato"));
    assert_true(finds(database, "짝꿍도시", "cities/minato"));
    assert_false(finds(database, "twin town", "cities/minato"));
    unlink(database);
    unlink(arena_printf(&arena, "%s.previous", database).p);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_build__same_sources_same_bytes),
        cmocka_unit_test(test_build__the_hash_follows_the_sources),
        cmocka_unit_test(test_build__a_mistake_leaves_the_old_file),
        cmocka_unit_test(test_build__a_full_disk_leaves_the_old_file),
        cmocka_unit_test(test_build__unwritable_places_are_named),
        cmocka_unit_test(test_build__grows_linearly),
        cmocka_unit_test(test_generate__makes_every_list_long),
        cmocka_unit_test(test_dump__one_line_a_record),
        cmocka_unit_test(test_report__finds_what_is_left_to_do),
        cmocka_unit_test(test_starter__overwrites_nothing),
        cmocka_unit_test(test_build__keywords_of_search_are_rows_of_the_synonyms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
