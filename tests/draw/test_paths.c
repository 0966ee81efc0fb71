/* Polygons and lines as pixels: areas are exact, holes and common edges leave no seam. */
#include "test.h"

#include "draw/polygons.h"
#include "draw/paths.h"

#include <math.h>

enum { SIDE = 64 };

static double
covered(const struct point *points, size_t count, int x, int y, int width, int height) {
    struct polygons polygons;
    uint8_t row[SIDE];
    double sum = 0;
    polygons_open(&polygons, x, y, width, height);
    for (size_t i = 0; i < count; i++) {
        polygons_side(&polygons, points[i], points[(i + 1) % count]);
    }
    for (int r = 0; r < height; r++) {
        polygons_row(&polygons, r, row);
        for (int i = 0; i < width; i++) {
            sum += row[i] / 255.0;
        }
    }
    polygons_close(&polygons);
    return sum;
}

static double
area(const struct point *points, size_t count) {
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        const struct point *a = &points[i], *b = &points[(i + 1) % count];
        sum += (double)a->x * b->y - (double)b->x * a->y;
    }
    return fabs(sum) / 2;
}

static void
test_paths__what_is_covered_is_the_area(void **state) {
    (void)state;
    for (int i = 0; i < 500; i++) {
        struct point triangle[3];
        for (int p = 0; p < 3; p++) {
            triangle[p] = (struct point){(float)((i * 37 + p * 101 + i * p * 7) % 640) / 10,
                (float)((i * 53 + p * 211 + i * p * 3) % 640) / 10};
        }
        double wanted = area(triangle, 3);
        if (fabs(covered(triangle, 3, 0, 0, SIDE, SIDE) - wanted) > 0.5 + wanted / 400) {
            fail_msg("triangle %d: %f, not %f", i, covered(triangle, 3, 0, 0, SIDE, SIDE), wanted);
        }
    }
}

static void
test_paths__a_window_shows_its_part(void **state) {
    (void)state;
    struct point square[] = {{-100, -100}, {200, -100}, {200, 200}, {-100, 200}};
    struct point half[] = {{-100, -100}, {20.5f, -100}, {20.5f, 200}, {-100, 200}};
    struct point away[] = {{100, 10}, {200, 10}, {200, 20}, {100, 20}};
    assert_true(fabs(covered(square, 4, 10, 20, 8, 8) - 64) < 0.01);
    assert_true(fabs(covered(half, 4, 16, 20, 8, 8) - 36) < 0.2);
    assert_true(covered(away, 4, 0, 0, 32, 32) < 0.01);
}

static uint32_t pixels[SIDE * SIDE];
static struct paths_image image = {pixels, SIDE, SIDE, SIDE};

static unsigned
red(int x, int y) {
    return pixels[y * SIDE + x] >> 16 & 255;
}

static void
test_paths__holes_and_common_edges(void **state) {
    (void)state;
    /* two halves of a square that meet along a slanted edge, and a hole that runs the other way */
    struct point points[] = {{4, 4}, {30, 4}, {41, 60}, {4, 60}, {30, 4}, {60, 4}, {60, 60},
        {41, 60}, {10, 10}, {10, 20}, {20, 20}, {20, 10}};
    size_t ends[] = {4, 8, 12};
    struct draw_path path = {
        .color = COLOR_RGB(0xffffff), .points = points, .ends = ends, .contours = 3};
    paths_draw(&image, COLOR_RGB(0), &path, 1);
    for (int y = 4; y < 60; y++) {
        for (int x = 22; x < 60; x++) {
            assert_int_equal(red(x, y), 255); /* no seam */
        }
    }
    assert_int_equal(red(15, 15), 0);
    assert_int_equal(red(2, 2), 0);
}

/* How much of a row of pixels is drawn. */
static double
inked(int y) {
    double sum = 0;
    for (int x = 0; x < SIDE; x++) {
        sum += red(x, y) / 255.0;
    }
    return sum;
}

static void
test_paths__lines_are_solid_broken_or_dotted(void **state) {
    (void)state;
    struct point points[] = {{2, 32}, {62, 32}};
    size_t ends[] = {2};
    struct draw_path line = {
        .color = COLOR_RGB(0xffffff), .points = points, .ends = ends, .contours = 1, .width = 4};
    paths_draw(&image, COLOR_RGB(0), &line, 1);
    assert_true(fabs(inked(32) - 60) < 0.1);
    assert_true(inked(29) < 0.1 && inked(34) < 0.1 && inked(30) > 59);
    line.dash = 10;
    line.gap = 5;
    paths_draw(&image, COLOR_RGB(0), &line, 1);
    assert_true(fabs(inked(32) - 40) < 0.5);
    line.dash = 0;
    line.gap = 6; /* six dots of 4 px */
    points[0].x = 5;
    paths_draw(&image, COLOR_RGB(0), &line, 1);
    int dots = 0;
    for (int x = 1; x < SIDE; x++) {
        dots += red(x, 32) > 128 && red(x - 1, 32) <= 128;
    }
    assert_int_equal(dots, 6);
}

static void
test_paths__colours_lie_over_each_other(void **state) {
    (void)state;
    struct point points[] = {{0, 0}, {64, 0}, {64, 64}, {0, 64}};
    size_t ends[] = {4};
    struct draw_path paths[] = {
        {.color = COLOR_RGB(0x204060), .points = points, .ends = ends, .contours = 1},
        {.color = COLOR_RGBA(0xffffff, 128), .points = points, .ends = ends, .contours = 1},
    };
    paths_draw(&image, (struct color){0}, paths, 2);
    assert_in_range(red(10, 10), 0x8e, 0x91);
    assert_int_equal(pixels[0] >> 24, 255);
    paths_draw(&image, (struct color){0}, paths + 1, 1); /* on nothing: its own colour, thin */
    assert_int_equal(pixels[0], 0x80ffffff);
    paths_draw(&image, (struct color){0}, paths, 0);
    assert_int_equal(pixels[0], 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paths__what_is_covered_is_the_area),
        cmocka_unit_test(test_paths__a_window_shows_its_part),
        cmocka_unit_test(test_paths__holes_and_common_edges),
        cmocka_unit_test(test_paths__lines_are_solid_broken_or_dotted),
        cmocka_unit_test(test_paths__colours_lie_over_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
