/* How far, and in which direction. */
#include "test.h"

#include "base/geo.h"

#include <math.h>

static const struct geo_place ansan = {37.32, 126.83};

static void
test_geo__known_distances(void **state) {
    (void)state;
    static const struct {
        const char *name;
        struct geo_place place;
        double km, bearing;
    } known[] = {
        /* by the angle between two vectors, not by the formula under test */
        {"Yantai", {37.46, 121.45}, 475, 273.5},
        {"Anshan", {41.11, 122.99}, 536, 323.1},
        {"Hamamatsu", {34.71, 137.73}, 1022, 103.2},
        {"Kholmsk", {47.04, 142.04}, 1650, 44.3},
        {"Yuzhno-Sakhalinsk", {46.96, 142.74}, 1688, 45.6},
        {"San Fernando", {16.62, 120.32}, 2389, 197.3},
        {"Ba Ria-Vung Tau", {10.58, 107.25}, 3561, 218.4},
        {"Zwettl", {48.60, 15.17}, 8328, 320.5},
        {"Las Vegas", {36.17, -115.15}, 9649, 45.5},
    };
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        double km = geo_km(ansan, known[i].place), bearing = geo_bearing(ansan, known[i].place);
        if (fabs(km - known[i].km) > 0.5 || fabs(bearing - known[i].bearing) > 0.1) {
            fail_msg("%s: %.1f km, %.1f degrees", known[i].name, km, bearing);
        }
        double back = geo_km(known[i].place, ansan);
        assert_true(fabs(back - km) < 1e-6);
    }
}

static void
test_geo__quarters_of_the_earth(void **state) {
    (void)state;
    struct geo_place zero = {0, 0};
    double quarter = M_PI / 2 * 6371;
    assert_true(fabs(geo_km(zero, (struct geo_place){90, 0}) - quarter) < 1e-6);
    assert_true(fabs(geo_km(zero, (struct geo_place){0, 180}) - 2 * quarter) < 1e-6);
    assert_true(fabs(geo_bearing(zero, (struct geo_place){0, 10}) - 90) < 1e-9);
    assert_true(fabs(geo_bearing(zero, (struct geo_place){0, -10}) - 270) < 1e-9);
    assert_true(fabs(geo_bearing(zero, (struct geo_place){-10, 0}) - 180) < 1e-9);
    assert_true(geo_bearing(zero, zero) < 1e-9 && geo_km(zero, zero) < 1e-9);
    assert_true(geo_bearing(zero, (struct geo_place){10, -1e-18}) < 360);
    /* across the line where days change */
    double across = geo_km((struct geo_place){0, 179}, (struct geo_place){0, -179});
    assert_true(fabs(across - quarter / 45) < 1e-6);
}

/* What an eye sees is what distance and bearing say, from any place to any other. */
static void
test_geo__an_eye_sees_distance_and_bearing(void **state) {
    (void)state;
    for (int i = 0; i < 5000; i++) {
        struct geo_place from = {(i * 37 % 179) - 89, (i * 101 % 359) - 179};
        struct geo_place to = {(i * 53 % 179) - 89, (i * 211 % 359) - 179};
        struct geo_eye eye = geo_eye(from);
        struct geo_seen seen = geo_see(&eye, to);
        double km = geo_km(from, to), bearing = geo_bearing(from, to) * M_PI / 180;
        if (km < 1 || km > 20000) {
            continue;
        }
        assert_true(fabs(hypot(seen.east_km, seen.north_km) - km) < 1e-3);
        assert_true(fabs(seen.east_km - km * sin(bearing)) < 0.1);
        assert_true(fabs(seen.north_km - km * cos(bearing)) < 0.1);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_geo__known_distances),
        cmocka_unit_test(test_geo__quarters_of_the_earth),
        cmocka_unit_test(test_geo__an_eye_sees_distance_and_bearing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
