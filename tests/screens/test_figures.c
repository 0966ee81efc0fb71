/* Numbers and their units apart, and the scales that two cities have in common. */
#include "test.h"

#include "screens/compare/model.h"
#include "screens/parts/large_figures.h"

static void
test_figures__a_unit_stands_apart_from_its_number(void **state) {
    (void)state;
    static const struct {
        const char *text, *number, *unit;
    } cases[] = {
        {"1,022 km", "1,022", "km"},
        {"149.12km²", "149.12", "km²"},
        {"759,900명", "759,900", "명"},
        {"−17時間", "−17", "時間"},
        {"+2 h", "+2", "h"},
        {"0 h", "0", "h"},
        {"2012", "2012", ""},
        /* more numbers than one stay together */
        {"−3시간 15분", "−3시간 15분", ""},
        {"1조 864억 원", "1조 864억 원", ""},
        /* and what has none */
        {"우리 도시", "우리 도시", ""},
        {"", "", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct str number, unit;
        large_figure_split(str_from(cases[i].text), &number, &unit);
        assert_str_equal(number, cases[i].number);
        assert_str_equal(unit, cases[i].unit);
    }
}

static void
test_figures__dots_are_a_power_of_ten(void **state) {
    (void)state;
    static const double cases[][2] = {{0, 1}, {1, 1}, {100, 1}, {101, 10}, {250000, 10000},
        {6460000, 100000}, {1e7, 1e5}, {10000001, 1e6}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_true(compare_people_a_dot(cases[i][0]) == cases[i][1]);
        assert_true(cases[i][0] / compare_people_a_dot(cases[i][0]) <= COMPARE_DOTS);
    }
}

static void
test_figures__areas_have_one_unit(void **state) {
    (void)state;
    assert_true(compare_km2(STR("km2"), 340) == 340);
    assert_true(compare_km2(STR("ha"), 8732) == 87.32);
    assert_true(compare_km2(STR("people"), 5) == 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures__a_unit_stands_apart_from_its_number),
        cmocka_unit_test(test_figures__dots_are_a_power_of_ten),
        cmocka_unit_test(test_figures__areas_have_one_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
