#include "test.h"

#include "ui/scroll.h"

static struct scroll
long_page(void) {
    struct scroll scroll = {.id = 1, .pending_dp = -1};
    scroll_extent(&scroll, 100, 2000);
    return scroll;
}

static void
test_scroll__stays_inside(void **state) {
    (void)state;
    struct scroll s = long_page();
    assert_true(s.max == 1900);
    scroll_by(&s, -50);
    assert_true(s.offset == 0);
    scroll_by(&s, 5000);
    assert_true(s.offset == 1900);
    scroll_extent(&s, 100, 300); /* the page became shorter */
    assert_true(s.offset == 200);
    scroll_extent(&s, 400, 300);
    assert_true(s.offset == 0 && s.max == 0);
}

static void
test_scroll__fling_slows_down_and_rests(void **state) {
    (void)state;
    struct scroll s = long_page();
    scroll_fling(&s, 2.0f, 1000);
    float last = 0, step = 1e9f;
    uint64_t now = 1000;
    while (scroll_step(&s, now += 50)) {
        assert_true(s.offset >= last);
        assert_true(s.offset - last <= step + 1); /* slower and slower */
        step = s.offset - last;
        last = s.offset;
        assert_true(now < 6000);
    }
    assert_true(s.offset == 650); /* 2 px/ms x 325 ms */
    assert_int_equal(s.mode, SCROLL_REST);
}

static void
test_scroll__path_depends_on_time_alone(void **state) {
    (void)state;
    struct scroll slow = long_page(), fast = long_page();
    scroll_fling(&slow, 1.5f, 0);
    scroll_fling(&fast, 1.5f, 0);
    for (uint64_t t = 16; t <= 480; t += 16) {
        scroll_step(&fast, t);
    }
    scroll_step(&slow, 480);
    assert_true(slow.offset == fast.offset);
}

static void
test_scroll__fling_stops_at_the_end_and_ignores_stillness(void **state) {
    (void)state;
    struct scroll s = long_page();
    scroll_set(&s, 1800);
    scroll_fling(&s, 4.0f, 1000);
    assert_false(scroll_step(&s, 1500));
    assert_true(s.offset == 1900);
    scroll_fling(&s, 0.01f, 2000);
    assert_int_equal(s.mode, SCROLL_REST);
}

static void
test_scroll__glide_arrives(void **state) {
    (void)state;
    struct scroll s = long_page();
    scroll_glide(&s, 450, 1000);
    assert_true(scroll_step(&s, 1100));
    assert_true(s.offset > 100 && s.offset < 450);
    assert_false(scroll_step(&s, 1300));
    assert_true(s.offset == 450);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scroll__stays_inside),
        cmocka_unit_test(test_scroll__fling_slows_down_and_rests),
        cmocka_unit_test(test_scroll__path_depends_on_time_alone),
        cmocka_unit_test(test_scroll__fling_stops_at_the_end_and_ignores_stillness),
        cmocka_unit_test(test_scroll__glide_arrives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
