/* naru-content as people and scripts meet it: verbs, exit codes, where words go. */
#include "compiler/kit.h"

#include "base/file.h"
#include "test.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM NARU_BUILD_DIR "/naru-content"

struct result {
    int code;
    struct str out, error;
};

/* Runs in `folder`; arguments are put into a shell line as they are. */
static struct result
run(struct arena *arena, const char *folder, const char *arguments) {
    struct result result = {0};
    struct err err;
    struct str line = arena_printf(
        arena, "cd '%s' && LC_ALL=C.UTF-8 '%s' %s >.out 2>.err", folder, PROGRAM, arguments);
    int status = system(line.p);
    assert_true(status != -1 && WIFEXITED(status));
    result.code = WEXITSTATUS(status);
    assert_true(file_read(
        arena_printf(arena, "%s/.out", folder).p, FILE_LIMIT_DEFAULT, arena, &result.out, &err));
    assert_true(file_read(
        arena_printf(arena, "%s/.err", folder).p, FILE_LIMIT_DEFAULT, arena, &result.error, &err));
    return result;
}

static bool
has(struct str text, const char *part) {
    return str_find(text, str_from(part)) != SIZE_MAX;
}

static void
test_program__exit_codes(void **state) {
    (void)state;
    static const struct {
        const char *arguments;
        int code;
        const char *error;
    } cases[] = {
        {"--help", 0, NULL},
        {"new fresh", 0, NULL},
        {"check fresh", 0, "error: 0, warning: 0"},
        {"check fresh --locale ko", 0, "오류: 0, 경고: 0"},
        {"build fresh -o naru.db", 0, NULL},
        {"build fresh --out=naru2.db", 0, NULL},
        {"dump naru.db --locale ja", 0, NULL},
        {"report fresh", 0, NULL},
        {"accept fresh", 0, NULL},
        {"new fresh", 1, "is not empty"},
        {"check nowhere", 1, "nowhere"},
        {"build nowhere -o x.db", 1, "nowhere"},
        {"build fresh -o /nowhere/x.db", 1, "/nowhere/x.db"},
        {"dump nowhere.db", 1, "nowhere.db"},
        {"dump fresh/cities.csv", 1, "naru-content build"},
        {"report nowhere", 1, "nowhere"},
        {"", 2, "usage"},
        {"check", 2, "usage"},
        {"check a b", 2, "usage"},
        {"juggle fresh", 2, "juggle"},
        {"build fresh", 2, "-o FILE"},
        {"check fresh --locale xx", 2, "xx"},
        {"check fresh --colour", 2, "usage"},
    };
    struct arena arena;
    arena_init(&arena);
    const char *folder = kit_folder(&arena, "program");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct result result = run(&arena, folder, cases[i].arguments);
        if (result.code != cases[i].code ||
            (cases[i].error && !has(result.error, cases[i].error))) {
            fail_msg("%s: %d, %.*s", cases[i].arguments, result.code, STR_ARG(result.error));
        }
    }
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_program__names_mistakes_by_their_place(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const char *folder = kit_folder(&arena, "places");
    assert_int_equal(run(&arena, folder, "new here").code, 0);
    kit_write(&arena, folder, "here/names.csv",
        STR("record,lang,kind,text,source\ncities/nagoya,ja,alias,x,partners\n"));
    struct result result = run(&arena, folder, "build here/ -o naru.db --locale ja");
    assert_int_equal(result.code, 1);
    assert_true(has(result.error, "here/names.csv:2:1: エラー: 記録「cities/nagoya」がありません"));
    assert_int_equal(result.out.n, 0);
    assert_false(file_exists(arena_printf(&arena, "%s/naru.db", folder).p));
    /* warnings alone do not stop a build */
    kit_write(&arena, folder, "here/names.csv",
        STR("record,lang,kind,text,source\ncities/minato,ja,alias,ｶﾅ,partners\n"));
    result = run(&arena, folder, "build here -o naru.db");
    assert_int_equal(result.code, 0);
    assert_true(has(result.error, "here/names.csv:2:25: warning: "));
    assert_true(file_exists(arena_printf(&arena, "%s/naru.db", folder).p));
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_program__output_that_cannot_be_written(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const char *folder = kit_folder(&arena, "output");
    assert_int_equal(run(&arena, folder, "new here").code, 0);
    assert_int_equal(run(&arena, folder, "build here -o naru.db").code, 0);
    if (file_exists("/proc/self/status") && access("/dev/full", W_OK) == 0) {
        int status = system(
            arena_printf(&arena, "'%s' dump '%s/naru.db' >/dev/full 2>/dev/null", PROGRAM, folder)
                .p);
        assert_int_equal(WEXITSTATUS(status), 1);
    }
    kit_remove_tree(folder);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_program__exit_codes),
        cmocka_unit_test(test_program__names_mistakes_by_their_place),
        cmocka_unit_test(test_program__output_that_cannot_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
