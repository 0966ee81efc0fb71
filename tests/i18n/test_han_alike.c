#include "test.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/fold.h"
#include "i18n/han_alike.h"

static bool
leads_to(struct arena *arena, struct str typed, struct str meant) {
    struct str out[HAN_ALIKE_MAX];
    size_t count = han_alike(arena, fold_key(arena, typed), out);
    for (size_t i = 0; i < count; i++) {
        if (str_eq(out[i], fold_key(arena, meant))) {
            return true;
        }
    }
    return false;
}

static void
test_han_alike__is_the_word_that_was_meant(void **state) {
    (void)state;
    struct arena arena;
    struct str out[HAN_ALIKE_MAX];
    arena_init(&arena);
    assert_true(leads_to(&arena, STR("名剌"), STR("名刺")));
    assert_true(leads_to(&arena, STR("議事緑"), STR("議事録")));
    assert_true(leads_to(&arena, STR("表敬訪門"), STR("表敬訪問")));
    assert_true(leads_to(&arena, STR("判りません"), STR("分かりません")) ||
                leads_to(&arena, STR("判りません"), STR("分りません")));
    assert_false(leads_to(&arena, STR("名刺"), STR("名札")));
    assert_int_equal(han_alike(&arena, STR("hamamatsu"), out), 0);
    assert_int_equal(han_alike(&arena, STR(""), out), 0);
    arena_finish(&arena);
}

/* Each two of a group, both ways, as long as a fold does not make one of them. */
static void
test_han_alike__every_group_goes_both_ways(void **state) {
    (void)state;
    static const char *const groups[] = {
#define HAN_ALIKE(characters) characters,
#include "i18n/han_alike.def"
#undef HAN_ALIKE
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t g = 0; g < ARRAY_LEN(groups); g++) {
        struct str group = str_from(groups[g]);
        size_t first = 0;
        utf8_next(group, &first);
        struct str a = str_slice(group, 0, first);
        for (size_t at = first, from = first; at < group.n; from = at) {
            utf8_next(group, &at);
            struct str b = str_slice(group, from, at);
            bool is_one = str_eq(fold_key(&arena, a), fold_key(&arena, b));
            if (!is_one && (!leads_to(&arena, a, b) || !leads_to(&arena, b, a))) {
                fail_msg("%.*s and %.*s are not alike", STR_ARG(a), STR_ARG(b));
            }
        }
    }
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_han_alike__is_the_word_that_was_meant),
        cmocka_unit_test(test_han_alike__every_group_goes_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
