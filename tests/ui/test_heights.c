#include "test.h"

#include "ui/heights.h"

/* What a plain array of all lines would say. */
static double
sum(const double *px, size_t line, size_t count, double gap) {
    double place = 0;
    for (size_t i = 0; i < line; i++) {
        place += px[i] + gap;
    }
    return line == count && line > 0 ? place - gap : place;
}

static void
test_heights__say_what_an_array_says(void **state) {
    (void)state;
    enum { COUNT = 1000 };
    double px[COUNT];
    struct heights h = {.mean = 50};
    uint32_t random = 7;
    heights_reset(&h, COUNT, 8);
    for (size_t i = 0; i < COUNT; i++) {
        px[i] = 50;
    }
    for (int round = 0; round < 300; round++) {
        random = random * 1664525 + 1013904223;
        size_t line = (random >> 8) % COUNT;
        px[line] = (double)((random >> 18) % 200);
        heights_set(&h, line, px[line]);
    }
    for (size_t line = 0; line <= COUNT; line++) {
        double place = sum(px, line, COUNT, 8);
        assert_true(heights_before(&h, line) == place);
        if (line < COUNT) {
            assert_int_equal(heights_at(&h, place), line);
            assert_int_equal(heights_at(&h, place + px[line] + 7), line); /* with its gap */
        }
    }
    assert_int_equal(heights_at(&h, 1e9), COUNT);
    heights_finish(&h);
}

static void
test_heights__take_the_mean_seldom(void **state) {
    (void)state;
    struct heights h = {.mean = 10};
    heights_reset(&h, 100000, 0);
    size_t changes = 0;
    for (size_t i = 0; i < 1000; i++) {
        heights_set(&h, i * 7, (double)(20 + i % 5));
        changes += heights_settle(&h);
    }
    assert_in_range(changes, 1, 11); /* 1, 2, 4, ... 512 */
    assert_true(h.mean == 22);
    heights_reset(&h, 5, 0);
    assert_true(heights_before(&h, 5) == 110); /* the best guess outlives the measures */
    heights_finish(&h);
}

static void
test_heights__of_nothing(void **state) {
    (void)state;
    struct heights h = {0};
    heights_reset(&h, 0, 4);
    assert_true(heights_before(&h, 0) == 0);
    assert_int_equal(heights_at(&h, 100), 0);
    heights_finish(&h);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heights__say_what_an_array_says),
        cmocka_unit_test(test_heights__take_the_mean_seldom),
        cmocka_unit_test(test_heights__of_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
