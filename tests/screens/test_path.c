#include "test.h"

#include "base/utf8.h"
#include "screens/path.h"

#include <stdlib.h>
#include <string.h>

static void
test_path__parts_are_taken_apart(void **state) {
    (void)state;
    struct arena arena;
    struct screen_path path;
    arena_init(&arena);
    assert_true(screen_path_parse(&arena, STR("cities/las-vegas?event=a-1&x="), &path, NULL));
    assert_str_equal(path.name, "cities");
    assert_str_equal(path.id, "las-vegas");
    assert_str_equal(screen_path_value(&path, STR("event")), "a-1");
    assert_str_equal(screen_path_value(&path, STR("x")), "");
    assert_str_equal(screen_path_value(&path, STR("none")), "");
    assert_str_equal(path.whole, "cities/las-vegas?event=a-1&x=");
    assert_int_equal(path.part.n, 0);
    assert_true(screen_path_parse(&arena, STR("cities/las-vegas/history?event=a"), &path, NULL));
    assert_true(str_eq(path.name, STR("cities")) && str_eq(path.id, STR("las-vegas")));
    assert_true(str_eq(path.part, STR("history")));
    arena_finish(&arena);
}

static void
test_path__values_are_percent_decoded_and_plain_utf8_is_taken(void **state) {
    (void)state;
    static const struct {
        const char *path, *q;
    } cases[] = {
        {"search?q=%ED%95%9C", "한"},
        {"search?q=浜松", "浜松"},
        {"search?q=a+b", "a b"},
        {"search?q=a%20%26b", "a &b"},
        {"search?q=a=b", "a=b"},
        {"search?q=100%25", "100%"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct screen_path path;
        assert_true(screen_path_parse(&arena, str_from(cases[i].path), &path, NULL));
        assert_str_equal(screen_path_value(&path, STR("q")), cases[i].q);
    }
    arena_finish(&arena);
}

static void
test_path__what_is_no_address_is_refused(void **state) {
    (void)state;
    static const char *const wrong[] = {"", "/", "cities/", "/home", "cities/a/", "cities//b",
        "cities/a/b/c", "cities/a/b/", "Home", "cities/../etc", "home?", "home?=1", "home?q=%",
        "home?q=%4", "home?q=%FF", "home?a=1&b=1&c=1&d=1&e=1", "home#x", "ho me"};
    struct arena arena;
    arena_init(&arena);
    char *endless = memset(calloc(1, PATH_BYTES + 1), 'a', PATH_BYTES);
    struct screen_path too_long;
    assert_false(screen_path_parse(&arena, str_from(endless), &too_long, NULL));
    free(endless);
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        struct screen_path path;
        struct err err = {0};
        if (screen_path_parse(&arena, str_from(wrong[i]), &path, &err)) {
            fail_msg("\"%s\" was taken for a path", wrong[i]);
        }
        assert_int_equal(err.code, ERR_USAGE);
    }
    arena_finish(&arena);
}

static void
test_path__encoding_goes_round(void **state) {
    (void)state;
    struct arena arena;
    struct screen_path path;
    struct str words = STR("하마마쓰 & 浜松 100%?=+");
    arena_init(&arena);
    struct str whole = arena_printf(&arena, "search?q=%s", screen_path_encode(&arena, words).p);
    assert_true(screen_path_parse(&arena, whole, &path, NULL));
    assert_str_equal(screen_path_value(&path, STR("q")), words.p);
    arena_finish(&arena);
}

/* A query of any characters, as long as a field takes it. */
static void
test_path__every_query_goes_round(void **state) {
    (void)state;
    static const uint32_t firsts[] = {0, 0x20, 0x80, 0x3040, 0xAC00, 0x4E00, 0x1F300, 0x10FF00};
    static const uint32_t spans[] = {0x80, 0x5F, 0x700, 0xC0, 0x2BA4, 0x5000, 0x300, 0x100};
    struct arena arena;
    uint32_t seed = 7;
    arena_init(&arena);
    for (int round = 0; round < 2000; round++) {
        char words[4 * 120];
        size_t n = 0, length = round % 121;
        for (size_t i = 0; i < length; i++) {
            seed = seed * 1664525u + 1013904223u;
            uint32_t kind = (seed >> 8) % ARRAY_LEN(firsts);
            n += utf8_encode(firsts[kind] + (seed >> 12) % spans[kind], words + n);
        }
        struct screen_path path;
        struct str query = {words, n};
        struct str whole = arena_printf(&arena, "search?q=%s", screen_path_encode(&arena, query).p);
        assert_true(whole.n < PATH_BYTES);
        assert_true(screen_path_parse(&arena, whole, &path, NULL));
        assert_true(str_eq(screen_path_value(&path, STR("q")), query));
        arena_reset(&arena);
    }
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_path__parts_are_taken_apart),
        cmocka_unit_test(test_path__values_are_percent_decoded_and_plain_utf8_is_taken),
        cmocka_unit_test(test_path__what_is_no_address_is_refused),
        cmocka_unit_test(test_path__encoding_goes_round),
        cmocka_unit_test(test_path__every_query_goes_round),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
