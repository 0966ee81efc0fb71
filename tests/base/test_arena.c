#include "test.h"

#include "base/arena.h"

static void
test_arena__memory_is_zeroed_and_aligned_after_every_reset(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 200000; size = size * 3 + 1) {
            unsigned char *p = arena_alloc(&arena, size);
            assert_int_equal((uintptr_t)p % 16, 0);
            for (size_t i = 0; i < size; i++) {
                assert_int_equal(p[i], 0);
                p[i] = 0xAA;
            }
        }
        arena_reset(&arena);
        assert_int_equal(arena.used, 0);
    }
    arena_finish(&arena);
    assert_null(arena.blocks);
}

static void
test_arena_str__copies_end_in_nul(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct str copy = arena_str(&arena, str_slice(STR("narumi"), 0, 4));
    assert_string_equal(copy.p, "naru");
    assert_string_equal(arena_str(&arena, (struct str){0}).p, "");
    assert_str_equal(arena_printf(&arena, "%s-%d", "a", 7), "a-7");
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena__memory_is_zeroed_and_aligned_after_every_reset),
        cmocka_unit_test(test_arena_str__copies_end_in_nul),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
