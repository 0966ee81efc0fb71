#include "test.h"

#include "ui/zoom.h"

#include <math.h>

static const struct zoom_range whole = {0, 1000}, usual = {400, 900};

static struct zoom
fresh(void) {
    struct zoom zoom = {0};
    zoom_extent(&zoom, whole, usual, 10);
    return zoom;
}

static bool
shows(const struct zoom *zoom, double from, double to) {
    return fabs(zoom->shown.from - from) < 0.01 && fabs(zoom->shown.to - to) < 0.01;
}

/* The usual stretch, until somebody zoomed; then what they chose, whatever is declared. */
static void
test_zoom__shows_the_usual_until_it_is_moved(void **state) {
    (void)state;
    struct zoom zoom = fresh();
    assert_true(shows(&zoom, 400, 900));
    zoom_extent(&zoom, whole, (struct zoom_range){0, 100}, 10);
    assert_true(shows(&zoom, 0, 100));
    zoom_set(&zoom, (struct zoom_range){500, 700});
    zoom_extent(&zoom, whole, usual, 10);
    assert_true(shows(&zoom, 500, 700));
    zoom_extent(&zoom, (struct zoom_range){0, 600}, usual, 10); /* less of it than before */
    assert_true(shows(&zoom, 400, 600));
}

static void
test_zoom__stays_inside_and_never_closer_than_the_least(void **state) {
    (void)state;
    struct zoom zoom = fresh();
    zoom_by(&zoom, 2, 0.5);
    assert_true(shows(&zoom, 525, 775));
    zoom_by(&zoom, 5, 0); /* what lies at the point stays there */
    assert_true(shows(&zoom, 525, 575));
    zoom_by(&zoom, 1000, 1);
    assert_true(shows(&zoom, 565, 575));
    zoom_by(&zoom, 2, 0.5); /* at its closest it does not wander */
    assert_true(shows(&zoom, 565, 575));
    zoom_by(&zoom, 1e-6, 0.3);
    assert_true(shows(&zoom, 0, 1000));
    zoom_set(&zoom, (struct zoom_range){900, 1100});
    assert_true(shows(&zoom, 800, 1000));
    zoom_pan(&zoom, -100);
    assert_true(shows(&zoom, 0, 200));
    zoom_set(&zoom, (struct zoom_range){NAN, NAN});
    assert_true(zoom.shown.to - zoom.shown.from >= 10);
}

/* By time alone, and it comes to rest where it was told. */
static void
test_zoom__glides_to_where_it_was_told(void **state) {
    (void)state;
    struct zoom zoom = fresh();
    zoom_glide(&zoom, (struct zoom_range){100, 120}, 5000);
    double before = 500;
    for (uint64_t now = 5016; zoom_step(&zoom, now); now += 16) {
        double span = zoom.shown.to - zoom.shown.from;
        assert_true(span < before && now < 5400);
        before = span;
    }
    assert_true(shows(&zoom, 100, 120));
    zoom_glide(&zoom, (struct zoom_range){0, 1000}, 6000);
    zoom_step(&zoom, 5000); /* a clock that goes back */
    assert_true(shows(&zoom, 100, 120));
    zoom_step(&zoom, 9000);
    assert_true(shows(&zoom, 0, 1000));
}

static void
test_zoom__coasts_and_stops_at_the_end(void **state) {
    (void)state;
    struct zoom zoom = fresh();
    zoom_fling(&zoom, 0.00005, 1000); /* a finger that has stopped */
    assert_false(zoom_step(&zoom, 1016));
    zoom_fling(&zoom, 0.004, 2000);
    assert_true(zoom_step(&zoom, 2016));
    assert_true(zoom.shown.from > 400);
    uint64_t now = 2032;
    while (zoom_step(&zoom, now)) {
        now += 16;
        assert_true(now < 8000);
    }
    assert_true(shows(&zoom, 500, 1000));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_zoom__shows_the_usual_until_it_is_moved),
        cmocka_unit_test(test_zoom__stays_inside_and_never_closer_than_the_least),
        cmocka_unit_test(test_zoom__glides_to_where_it_was_told),
        cmocka_unit_test(test_zoom__coasts_and_stops_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
