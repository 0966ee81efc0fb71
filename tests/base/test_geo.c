#include "test.h"

#include "base/geo.h"

#include <math.h>

static void
test_geo__distances_are_those_of_tables(void **state) {
    (void)state;
    static const struct {
        struct geo_place from, to;
        double km;
    } cases[] = {
        {{0, 0}, {0, 0}, 0}, {{0, 0}, {0, 180}, 20015.1}, {{90, 0}, {-90, 77}, 20015.1},
        {{0, 0}, {0, 1}, 111.195}, {{60, 0}, {60, 1}, 55.597},
        {{37.32, 126.83}, {34.71, 137.73}, 1021.7}, {{37.32, 126.83}, {36.17, -115.15}, 9649.2},
        {{50, 179}, {50, -179}, 142.95}, /* across the line of dates */
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        double km = geo_km(cases[i].from, cases[i].to);
        assert_true(fabs(km - cases[i].km) < 0.5);
        assert_true(fabs(km - geo_km(cases[i].to, cases[i].from)) < 1e-9);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_geo__distances_are_those_of_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
