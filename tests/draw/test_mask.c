#include "test.h"

#include "draw/mask.h"

static struct arena arena;

static void
test_mask__disc_is_round_and_symmetric(void **state) {
    (void)state;
    struct mask disc = mask_disc(&arena, 10, 0);
    assert_int_equal(disc.width, 20);
    assert_int_equal(disc.coverage[10 * 20 + 10], 255);
    assert_int_equal(disc.coverage[0], 0);
    long sum = 0;
    for (int y = 0; y < 20; y++) {
        for (int x = 0; x < 20; x++) {
            int value = disc.coverage[y * 20 + x];
            assert_int_equal(value, disc.coverage[y * 20 + 19 - x]);
            assert_int_equal(value, disc.coverage[x * 20 + y]);
            sum += value;
        }
    }
    assert_in_range(sum / 255, 310, 318); /* pi r^2 = 314 */
}

static void
test_mask__ring_is_hollow(void **state) {
    (void)state;
    struct mask ring = mask_disc(&arena, 12, 3);
    assert_int_equal(ring.coverage[12 * 24 + 12], 0);
    assert_int_equal(ring.coverage[12 * 24 + 1], 255);
    assert_int_equal(ring.coverage[0], 0);
}

static void
test_mask__shadow_falls_off_outwards(void **state) {
    (void)state;
    struct mask shadow = mask_shadow(&arena, 8, 6);
    int side = shadow.width, middle = side / 2;
    assert_int_equal(side, 2 * mask_shadow_corner(8, 6) + 1);
    assert_in_range(shadow.coverage[middle * side + 6], 96, 160); /* half on the edge */
    assert_in_range(shadow.coverage[middle * side], 0, 12);
    assert_true(shadow.coverage[middle * side + middle] > 240);
    for (int x = 1; x <= middle; x++) {
        assert_true(shadow.coverage[middle * side + x] >= shadow.coverage[middle * side + x - 1]);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mask__disc_is_round_and_symmetric),
        cmocka_unit_test(test_mask__ring_is_hollow),
        cmocka_unit_test(test_mask__shadow_falls_off_outwards),
    };
    arena_init(&arena);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}
