/* Paragraphs of two languages side by side: by sections, like beside like, nothing lost. */
#include "test.h"

#include "base/check.h"
#include "screens/beside/align.h"

enum { H = ALIGN_HEADING, P, B, N };

/* "0-0 1-1 2-. .-3": own and other, a dot where nothing stands. */
static void
check(const int *own, size_t own_count, const int *other, size_t other_count, const char *wanted) {
    struct arena arena;
    struct str_buf out = {0};
    size_t count;
    arena_init(&arena);
    struct align_pair *pairs = align_kinds(&arena, own, own_count, other, other_count, &count);
    for (size_t i = 0; i < count; i++) {
        str_buf_add(&out, i > 0 ? STR(" ") : STR(""));
        if (pairs[i].own >= 0) {
            str_buf_printf(&out, "%d-", pairs[i].own);
        } else {
            str_buf_add(&out, STR(".-"));
        }
        if (pairs[i].other >= 0) {
            str_buf_printf(&out, "%d", pairs[i].other);
        } else {
            str_buf_byte(&out, '.');
        }
    }
    assert_str_equal(str_buf_str(&out), wanted);
    str_buf_finish(&out);
    arena_finish(&arena);
}

static void
test_align__pairs_equal_texts_one_by_one(void **state) {
    (void)state;
    int both[] = {P, H, P, B, B};
    check(both, ARRAY_LEN(both), both, ARRAY_LEN(both), "0-0 1-1 2-2 3-3 4-4");
    check(both, 0, both, 0, "");
}

/* A note that only one of them has stands alone, and what follows is not shifted. */
static void
test_align__leaves_alone_what_one_language_has_more(void **state) {
    (void)state;
    int own[] = {H, P, N, P, H, B}, other[] = {H, P, P, H, B, B};
    check(own, ARRAY_LEN(own), other, ARRAY_LEN(other), "0-0 1-1 2-. 3-2 4-3 5-4 .-5");
    int longer[] = {H, P, P, P}, shorter[] = {H, P};
    check(longer, 4, shorter, 2, "0-0 1-1 2-. 3-.");
    check(shorter, 2, longer, 4, "0-0 1-1 .-2 .-3");
}

/* A section stays a section: a paragraph never moves under another heading. */
static void
test_align__keeps_sections_together(void **state) {
    (void)state;
    int own[] = {H, P, H, P, P}, other[] = {H, P, P, H, P};
    check(own, ARRAY_LEN(own), other, ARRAY_LEN(other), "0-0 1-1 .-2 2-3 3-4 4-.");
    int none[] = {H, B}, more[] = {H, B, H, P};
    check(none, 2, more, 4, "0-0 1-1 .-2 .-3");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_align__pairs_equal_texts_one_by_one),
        cmocka_unit_test(test_align__leaves_alone_what_one_language_has_more),
        cmocka_unit_test(test_align__keeps_sections_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
