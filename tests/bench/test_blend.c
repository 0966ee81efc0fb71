/* Blending in memory: exact at both ends, within one level between, and nothing beyond its box. */
#include "test.h"

#include "bench/blend.h"

#include <string.h>

enum { SIDE = 24 };

static int
channel(uint32_t pixel, int index) {
    return (int)(pixel >> (8 * index) & 0xFF);
}

/* What a patient person would compute. */
static int
mixed(int below, int color, int coverage, int alpha) {
    double weight = coverage / 255.0 * alpha / 255.0;
    return (int)(color * weight + below * (1 - weight) + 0.5);
}

static void
check_pixel(uint32_t got, uint32_t below, uint32_t color, int coverage, int alpha) {
    for (int i = 0; i < 4; i++) {
        int want = mixed(channel(below, i), channel(color, i), coverage, alpha);
        int off = channel(got, i) - want;
        assert_in_range(off + 2, 0, 4); /* two roundings: weight and mixture */
    }
}

static void
test_blend__every_coverage_and_width(void **state) {
    (void)state;
    static const uint32_t grounds[] = {0xFF000000, 0xFFFFFFFF, 0xFF3366CC};
    static const uint8_t alphas[] = {0, 1, 128, 254, 255};
    const uint32_t color = 0xFFE09010;
    uint8_t coverage[256];
    for (int i = 0; i < 256; i++) {
        coverage[i] = (uint8_t)i;
    }
    for (size_t g = 0; g < ARRAY_LEN(grounds); g++) {
        for (size_t a = 0; a < ARRAY_LEN(alphas); a++) {
            for (int width = 1; width <= 256; width += width < 9 ? 1 : 247) {
                uint32_t pixels[257];
                for (int i = 0; i < 257; i++) {
                    pixels[i] = grounds[g];
                }
                struct blend_source source = {coverage + 256 - width, 1, 0, width, 1};
                blend_coverage(pixels, 257, &source, color, alphas[a]);
                for (int i = 0; i < width; i++) {
                    check_pixel(pixels[i], grounds[g], color, coverage[256 - width + i], alphas[a]);
                }
                assert_int_equal(pixels[width], grounds[g]);
                if (alphas[a] == 255) {
                    assert_int_equal(pixels[width - 1], color); /* full coverage replaces */
                }
            }
        }
    }
}

static void
test_blend__stretches_a_row_a_column_and_a_pixel(void **state) {
    (void)state;
    static const uint8_t ramp[4] = {0, 80, 160, 255};
    static const struct { size_t step_x, step_y; } cases[] = {{0, 1}, {1, 0}, {0, 0}};
    for (size_t c = 0; c < ARRAY_LEN(cases); c++) {
        uint32_t pixels[SIDE * SIDE] = {0};
        int width = cases[c].step_x ? 4 : 13, height = cases[c].step_y ? 4 : 11;
        struct blend_source source = {ramp, cases[c].step_x, cases[c].step_y, width, height};
        blend_coverage(pixels, SIDE, &source, 0x00FFFFFF, 255);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                bool inside = x < width && y < height;
                size_t at = (size_t)x * cases[c].step_x + (size_t)y * cases[c].step_y;
                int want = inside ? ramp[at] : 0;
                assert_in_range(channel(pixels[y * SIDE + x], 0) - want + 1, 0, 2);
            }
        }
    }
}

static void
test_blend__fills(void **state) {
    (void)state;
    uint32_t pixels[SIDE * SIDE];
    memset(pixels, 0, sizeof(pixels));
    blend_fill(pixels + SIDE + 1, SIDE, 7, 3, 0x00C08040, 255);
    blend_fill(pixels + 10 * SIDE, SIDE, SIDE, 2, 0x00C08040, 128);
    assert_int_equal(pixels[SIDE + 1], 0x00C08040);
    assert_int_equal(pixels[3 * SIDE + 7], 0x00C08040);
    assert_int_equal(pixels[SIDE + 8], 0);
    assert_int_equal(pixels[4 * SIDE + 1], 0);
    check_pixel(pixels[10 * SIDE], 0, 0x00C08040, 255, 128);
    check_pixel(pixels[12 * SIDE - 1], 0, 0x00C08040, 255, 128);
    assert_int_equal(pixels[12 * SIDE], 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blend__every_coverage_and_width),
        cmocka_unit_test(test_blend__stretches_a_row_a_column_and_a_pixel),
        cmocka_unit_test(test_blend__fills),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
