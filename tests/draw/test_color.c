#include "test.h"

#include "draw/color.h"

#include <math.h>

static void
test_color__contrast_of_known_pairs(void **state) {
    (void)state;
    static const struct {
        uint32_t a, b;
        double contrast;
    } cases[] = {
        {0x000000, 0xffffff, 21.0},
        {0xffffff, 0x000000, 21.0},
        {0x777777, 0xffffff, 4.478},
        {0x256ef4, 0xffffff, 4.55}, /* KRDS's primary button */
        {0x1e2124, 0x1e2124, 1.0},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        double contrast = color_contrast(COLOR_RGB(cases[i].a), COLOR_RGB(cases[i].b));
        assert_true(fabs(contrast - cases[i].contrast) < 0.01);
    }
}

static void
test_color__over_blends_and_is_opaque(void **state) {
    (void)state;
    struct color half = color_over(COLOR_RGBA(0x000000, 128), COLOR_RGB(0xffffff));
    assert_int_equal(half.r, 127);
    assert_int_equal(half.a, 255);
    struct color same = color_over(COLOR_RGBA(0x123456, 0), COLOR_RGB(0xabcdef));
    assert_int_equal(same.r, 0xab);
    assert_int_equal(same.b, 0xef);
}

static void
test_color__hex(void **state) {
    char hex[8];
    (void)state;
    color_hex(COLOR_RGB(0x1e2124), hex);
    assert_string_equal(hex, "#1e2124");
    assert_true(color_is_light(COLOR_RGB(0xf4f5f6)));
    assert_false(color_is_light(COLOR_RGB(0x083891)));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_color__contrast_of_known_pairs),
        cmocka_unit_test(test_color__over_blends_and_is_opaque),
        cmocka_unit_test(test_color__hex),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
