#include "test.h"

#include "base/vec.h"

#include <stdlib.h>

struct list {
    int *items;
    size_t count, cap;
};

static void
test_vec__grows_by_twice_and_keeps_what_is_there(void **state) {
    (void)state;
    struct list list = {0};
    size_t moves = 0, cap = 0;
    for (int i = 0; i < 1000; i++) {
        VEC_ROOM(list.items, list.count, list.cap, 1);
        moves += list.cap != cap;
        cap = list.cap;
        list.items[list.count++] = i;
    }
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(list.items[i], i);
    }
    assert_int_equal(moves, 7); /* 16, 32 … 1024 */
    free(list.items);
}

static void
test_vec__makes_room_for_many_at_once(void **state) {
    (void)state;
    struct list list = {0};
    VEC_ROOM(list.items, list.count, list.cap, 100);
    assert_int_equal(list.cap, 100);
    list.count = 99;
    int *before = list.items;
    VEC_ROOM(list.items, list.count, list.cap, 1);
    assert_ptr_equal(list.items, before);
    assert_int_equal(list.cap, 100);
    free(list.items);
}

static void
test_vec__in_an_arena_new_room_is_zeroed(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct list list = {0};
    for (int i = 1; i <= 40; i++) {
        VEC_ROOM_IN(&arena, list.items, list.count, list.cap, 1);
        assert_int_equal(list.items[list.count], 0);
        list.items[list.count++] = i;
    }
    assert_int_equal(list.items[0], 1);
    assert_int_equal(list.items[39], 40);
    assert_int_equal(list.cap, 64);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vec__grows_by_twice_and_keeps_what_is_there),
        cmocka_unit_test(test_vec__makes_room_for_many_at_once),
        cmocka_unit_test(test_vec__in_an_arena_new_room_is_zeroed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
