/* Days by number, against a calendar that counts one by one, and months that end early. */
#include "test.h"

#include "i18n/civil.h"

static void
test_civil__every_day_of_the_years_counts_on(void **state) {
    (void)state;
    struct edtf_point day = {EDTF_DAY, 1, 1, 1};
    int64_t number = civil_number(&day);
    assert_int_equal(number, -719162);
    assert_int_equal(civil_weekday(number), 1); /* a Monday, in this calendar */
    int weekday = 1;
    while (day.year <= 9999) {
        struct edtf_point back = civil_day(number);
        assert_memory_equal(&back, &day, sizeof(day));
        assert_int_equal(civil_number(&day), number);
        assert_int_equal(civil_weekday(number), weekday);
        number++;
        weekday = weekday == 6 ? 0 : weekday + 1;
        if (day.day < civil_month_length(day.year, day.month)) {
            day.day++;
        } else {
            day.day = 1;
            day.year += day.month == 12;
            day.month = day.month == 12 ? 1 : (int8_t)(day.month + 1);
        }
    }
    assert_int_equal(civil_day(number).precision, EDTF_NONE);
    assert_int_equal(civil_day(-719163).precision, EDTF_NONE);
    assert_int_equal(civil_day(INT64_MAX / 2).precision, EDTF_NONE);
    assert_int_equal(civil_day(INT64_MIN / 2).precision, EDTF_NONE);
}

static void
test_civil__leap_years(void **state) {
    (void)state;
    assert_int_equal(civil_month_length(2024, 2), 29);
    assert_int_equal(civil_month_length(2026, 2), 28);
    assert_int_equal(civil_month_length(2000, 2), 29);
    assert_int_equal(civil_month_length(2100, 2), 28);
    struct edtf_point day = {EDTF_DAY, 2028, 2, 29};
    assert_int_equal(civil_weekday(civil_number(&day)), 2);
}

static void
test_civil__a_shorter_month_ends_earlier(void **state) {
    (void)state;
    static const struct {
        struct edtf_point from;
        int64_t months;
        struct edtf_point to;
    } cases[] = {
        {{EDTF_DAY, 2026, 8, 19}, -1, {EDTF_DAY, 2026, 7, 19}},
        {{EDTF_DAY, 2026, 3, 31}, -1, {EDTF_DAY, 2026, 2, 28}},
        {{EDTF_DAY, 2028, 3, 31}, -1, {EDTF_DAY, 2028, 2, 29}},
        {{EDTF_DAY, 2026, 1, 15}, -2, {EDTF_DAY, 2025, 11, 15}},
        {{EDTF_DAY, 2026, 12, 31}, 2, {EDTF_DAY, 2027, 2, 28}},
        {{EDTF_DAY, 2024, 2, 29}, -12, {EDTF_DAY, 2023, 2, 28}},
        {{EDTF_DAY, 1, 1, 5}, -1, {0}},
        {{EDTF_DAY, 9999, 12, 5}, 1, {0}},
        {{EDTF_DAY, 2026, 1, 1}, INT64_MIN, {0}},
        {{EDTF_DAY, 2026, 1, 1}, INT64_MAX, {0}},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct edtf_point to = civil_add_months(&cases[i].from, cases[i].months);
        assert_memory_equal(&to, &cases[i].to, sizeof(to));
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_civil__every_day_of_the_years_counts_on),
        cmocka_unit_test(test_civil__leap_years),
        cmocka_unit_test(test_civil__a_shorter_month_ends_earlier),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
