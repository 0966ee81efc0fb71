#include "test.h"

#include "i18n/isolate.h"

static void
test_isolate__lets_nothing_out(void **state) {
    (void)state;
    static const struct {
        const char *value, *isolated;
    } cases[] = {{"Kim", "\u2068Kim\u2069"}, {"", "\u2068\u2069"}, {"a\u2069b", "\u2068ab\u2069"},
        {"\u2067x", "\u2068\u2067x\u2069\u2069"}, {"\u202Ex", "\u2068x\u2069"},
        {"a\nb", "\u2068a b\u2069"}, {"\xFF", "\u2068\uFFFD\u2069"}};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_string_equal(i18n_isolate(&arena, str_from(cases[i].value)).p, cases[i].isolated);
    }
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_isolate__lets_nothing_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
