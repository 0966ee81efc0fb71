#include "test.h"

#include "base/pixels.h"

#include <string.h>

static void
test_pixels__a_mean_weighs_what_is_seen(void **state) {
    (void)state;
    uint32_t from[] = {0xff000000, 0xffffffff, 0x00ffffff, 0xff204060}, to[2];
    struct pixels line = {4, 1, from}, half = {2, 1, to};
    pixels_shrink(&line, &half);
    assert_int_equal(to[0], 0xff808080);
    assert_int_equal(to[1], 0x80204060); /* what is clear has no colour */
    struct pixels two = {2, 2, from}, one = {1, 1, to};
    pixels_shrink(&two, &one);
    assert_int_equal(to[0] >> 24, 191);
    memset(from, 0, sizeof(from));
    pixels_shrink(&two, &one);
    assert_int_equal(to[0], 0);
}

/* Shares of pixels: three on two are one and a half each. The whole is as light as before. */
static void
test_pixels__shares_add_up(void **state) {
    (void)state;
    uint32_t from[] = {0xff000000, 0xff00005a, 0xff0000b4}, to[2];
    struct pixels three = {3, 1, from}, two = {2, 1, to};
    pixels_shrink(&three, &two);
    assert_int_equal(to[0], 0xff00001e); /* (0 + 90 / 2) / 1.5 */
    assert_int_equal(to[1], 0xff000096); /* (90 / 2 + 180) / 1.5 */
}

static void
test_pixels__the_same_size_is_the_same_picture(void **state) {
    (void)state;
    uint32_t from[35], to[35];
    for (size_t i = 0; i < 35; i++) {
        from[i] = 0xff000000u | (uint32_t)(i * 2654435761u >> 8);
    }
    struct pixels a = {5, 7, from}, b = {5, 7, to};
    pixels_shrink(&a, &b);
    assert_memory_equal(from, to, sizeof(from));
}

/* 0 1 2
 * 3 4 5, turned as each of Exif's eight says. */
static void
test_pixels__turn_the_eight_ways(void **state) {
    (void)state;
    static const uint32_t turned[8][6] = {
        {0, 1, 2, 3, 4, 5},
        {2, 1, 0, 5, 4, 3},
        {5, 4, 3, 2, 1, 0},
        {3, 4, 5, 0, 1, 2},
        {0, 3, 1, 4, 2, 5},
        {3, 0, 4, 1, 5, 2},
        {5, 2, 4, 1, 3, 0},
        {2, 5, 1, 4, 0, 3},
    };
    uint32_t from[] = {0, 1, 2, 3, 4, 5}, to[6];
    for (int turn = 1; turn <= 8; turn++) {
        struct pixels a = {3, 2, from}, b = {turn < 5 ? 3 : 2, turn < 5 ? 2 : 3, to};
        pixels_turn(&a, &b, turn);
        assert_memory_equal(to, turned[turn - 1], sizeof(to));
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pixels__a_mean_weighs_what_is_seen),
        cmocka_unit_test(test_pixels__shares_add_up),
        cmocka_unit_test(test_pixels__the_same_size_is_the_same_picture),
        cmocka_unit_test(test_pixels__turn_the_eight_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
