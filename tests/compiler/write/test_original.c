/* A city that writes in Japanese first: everything that speaks of "the original" speaks of that. */
#include "compiler/kit.h"

#include "compiler/compile.h"
#include "compiler/write/dump.h"
#include "compiler/write/report.h"
#include "content/store.h"
#include "test.h"

#include <string.h>
#include <unistd.h>

static const char *
report(struct arena *arena, const char *folder) {
    static const struct compile_options options = {0};
    struct str_buf out = {0};
    struct err err;
    assert_true(report_folder(folder, LOCALE_EN, &options, &out, &err));
    const char *copy = arena_str(arena, str_buf_str(&out)).p;
    str_buf_finish(&out);
    return copy;
}

static void
test_original__staleness_follows_it(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    struct str_buf out = {0};
    arena_init(&arena);
    const char *folder = kit_starter_of(&arena, "original-stale", LOCALE_JA);
    assert_true(report_accept(&(struct report_accept){.folder = folder}, LOCALE_EN, &out, &err));
    assert_non_null(strstr(report(&arena, folder), "older than their original: 0"));
    /* the Japanese text changes, English follows, Korean does not */
    kit_write(&arena, folder, "facts.csv",
        STR("id,subject,kind,position,source,text_ko,text_ja,text_en,note_ko,note_ja,note_en\n"
            "hanbit-climate,cities/hanbit,climate,1,partners,여름은 덥고 겨울은 "
            "춥습니다.,夏は涼しいです。,Summers are cool.,,,\n"));
    const char *text = report(&arena, folder);
    assert_non_null(strstr(text, "older than their original: 1"));
    assert_non_null(strstr(text, "facts/hanbit-climate ko\n"));
    assert_null(strstr(text, "facts/hanbit-climate ja"));
    str_buf_finish(&out);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_original__a_change_of_a_translation_is_not_one_of_the_original(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    struct str_buf out = {0};
    arena_init(&arena);
    const char *folder = kit_starter_of(&arena, "original-translation", LOCALE_JA);
    assert_true(report_accept(&(struct report_accept){.folder = folder}, LOCALE_EN, &out, &err));
    kit_write(&arena, folder, "facts.csv",
        STR("id,subject,kind,position,source,text_ko,text_ja,text_en,note_ko,note_ja,note_en\n"
            "hanbit-climate,cities/hanbit,climate,1,partners,여름은 무척 "
            "덥습니다.,夏は暑く、冬は寒さが厳しいです。,"
            "Summers are hot and winters cold.,,,\n"));
    assert_non_null(strstr(report(&arena, folder), "older than their original: 0"));
    str_buf_finish(&out);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_original__the_database_says_which_it_is(void **state) {
    (void)state;
    struct arena arena;
    struct err err = {0};
    struct compile compile;
    struct store_info info;
    struct str_buf out = {0};
    arena_init(&arena);
    for (int i = 0; i < LOCALE_COUNT; i++) {
        const char *folder = kit_starter_of(&arena, "original-info", (enum locale_id)i);
        const char *path = arena_printf(&arena, "%s-%d.db", folder, i).p;
        assert_true(compile_folder(&compile, folder, path, NULL, &err));
        compile_finish(&compile);
        struct store *store = store_open(path, &err);
        assert_non_null(store);
        assert_true(store_info(store, &arena, &info, &err));
        assert_int_equal(info.original, i);
        assert_string_equal(info.home.p, i == LOCALE_JA ? "minato" : "hanbit");
        store_close(store);
        static const char *const names[] = {"name=한빛시\t", "name=ハンビッ市\t", "name=Hanbit\t"};
        str_buf_clear(&out);
        assert_true(dump_database(path, LOCALE_EN, true, &out, &err));
        assert_non_null(strstr(out.p, names[i]));
        kit_remove_tree(folder);
        assert_int_equal(unlink(path), 0);
    }
    str_buf_finish(&out);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_original__staleness_follows_it),
        cmocka_unit_test(test_original__a_change_of_a_translation_is_not_one_of_the_original),
        cmocka_unit_test(test_original__the_database_says_which_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
