/* Steps that were done. */
#include "test.h"

#include "base/arena.h"
#include "screens/ticks.h"

static void
test_ticks__turn_on_and_off(void **state) {
    (void)state;
    struct ticks ticks = {0};
    assert_false(ticks_has(&ticks, STR("a")));
    ticks_turn(&ticks, STR("a"));
    ticks_turn(&ticks, STR("b"));
    ticks_turn(&ticks, STR("c"));
    assert_true(ticks_has(&ticks, STR("a")) && ticks_has(&ticks, STR("b")));
    ticks_turn(&ticks, STR("b"));
    assert_false(ticks_has(&ticks, STR("b")));
    assert_true(ticks_has(&ticks, STR("a")) && ticks_has(&ticks, STR("c")));
    assert_int_equal(ticks.count, 2);
}

static void
test_ticks__the_oldest_gives_way(void **state) {
    (void)state;
    static struct ticks ticks;
    struct arena arena;
    arena_init(&arena);
    for (int i = 0; i < TICKS_MOST + 3; i++) {
        ticks_turn(&ticks, arena_printf(&arena, "step-%d", i));
    }
    assert_int_equal(ticks.count, TICKS_MOST);
    assert_false(ticks_has(&ticks, STR("step-2")));
    assert_true(ticks_has(&ticks, STR("step-3")));
    assert_true(ticks_has(&ticks, arena_printf(&arena, "step-%d", TICKS_MOST + 2)));
    ticks_forget(&ticks);
    for (size_t i = 0; i < TICKS_MOST; i++) {
        assert_int_equal(ticks.done[i], 0);
    }
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ticks__turn_on_and_off),
        cmocka_unit_test(test_ticks__the_oldest_gives_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
