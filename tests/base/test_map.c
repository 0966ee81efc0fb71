#include "test.h"

#include "base/map.h"

static void
test_map__agrees_with_a_plain_array(void **state) {
    (void)state;
    enum { KEYS = 997 };
    struct map map = {0};
    int32_t model[KEYS];
    memset(model, -1, sizeof(model));
    uint32_t seed = 1;
    for (uint32_t step = 0; step < 20000; step++) {
        seed = seed * 1664525u + 1013904223u;
        uint32_t key = (seed >> 8) % KEYS;
        if (seed >> 31) {
            assert_int_equal(map_remove(&map, (uint64_t)key << 40), model[key] >= 0);
            model[key] = -1;
        } else {
            map_put(&map, (uint64_t)key << 40, step);
            model[key] = (int32_t)step;
        }
    }
    size_t live = 0;
    for (uint32_t key = 0; key < KEYS; key++) {
        uint32_t value = 0;
        assert_int_equal(map_get(&map, (uint64_t)key << 40, &value), model[key] >= 0);
        if (model[key] >= 0) {
            assert_int_equal(value, model[key]);
            live++;
        }
    }
    assert_int_equal(map.used, live);
    map_clear(&map);
    assert_int_equal(map.used, 0);
    map_finish(&map);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_map__agrees_with_a_plain_array),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
