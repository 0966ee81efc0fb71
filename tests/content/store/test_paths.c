/* A database opens whatever its file is called. */
#include "content_fixture.h"

#include <stdlib.h>
#include <unistd.h>

#define DATABASE NARU_BUILD_DIR "/test-paths.db"

static void
test_paths__no_letter_of_a_path_has_a_meaning(void **state) {
    struct fixture *f = *state;
    static const char *const names[] = {"plain.db", "a b.db", "100%.db", "%41.db", "why?.db",
        "why?mode=rw", "#1.db", ":memory:", "-x.db", "한글.db", "\xFF\xFE.db", "a=b&c.db",
        "file:x.db", "a\\b.db", "\n.db"};
    char folder[] = "/tmp/naru-paths-XXXXXX", path[256], here[4096];
    assert_non_null(mkdtemp(folder));
    assert_non_null(getcwd(here, sizeof(here)));
    assert_int_equal(chdir(folder), 0);
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        static const char *const slashes[][2] = {{"/", "/"}, {"//", "/"}, {"///", "//"}};
        snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
        assert_int_equal(symlink(DATABASE, path), 0);
        for (size_t j = 0; j < ARRAY_LEN(slashes) + 1; j++) {
            struct err err = {0};
            struct store_info info;
            if (j < ARRAY_LEN(slashes)) {
                snprintf(path, sizeof(path), "%s%s%s%s", slashes[j][0], folder + 1, slashes[j][1],
                    names[i]);
            } else {
                snprintf(path, sizeof(path), "%s", names[i]);
            }
            struct store *store = store_open(path, &err);
            if (!store || !store_info(store, &f->arena, &info, &err)) {
                fail_msg("%s: %s", path, err.message);
            }
            store_close(store);
        }
        snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
        assert_int_equal(unlink(path), 0);
    }
    assert_int_equal(chdir(here), 0);
    rmdir(folder);
}

static int
open_small(void **state) {
    return fixture_open(state, NARU_SOURCE_DIR "/tests/content/small", DATABASE);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paths__no_letter_of_a_path_has_a_meaning),
    };
    return cmocka_run_group_tests(tests, open_small, fixture_close);
}
