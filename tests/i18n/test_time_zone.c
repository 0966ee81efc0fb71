#include "test.h"

#include "base/check.h"
#include "i18n/time_zone.h"

static void
test_time_zone__what_is_none_is_refused(void **state) {
    (void)state;
    static const char *const none[] = {"", "Seoul", "Asia/Soul", "GMT+9", "UTC+09:00", "KST",
        "asia/seoul ", "Asia/서울", "Etc/Unknown/",
        "America/Argentina/a-name-that-is-far-longer-than-any-zone-there-is-has-one"};
    for (size_t i = 0; i < ARRAY_LEN(none); i++) {
        assert_false(time_zone_is_known(str_from(none[i])));
    }
    assert_true(time_zone_is_known(STR("Asia/Ho_Chi_Minh")));
    assert_true(time_zone_is_known(STR("America/Argentina/Buenos_Aires")));
}

static struct edtf_point
day_of(int year, int month, int day) {
    return (struct edtf_point){EDTF_DAY, (int16_t)year, (int8_t)month, (int8_t)day};
}

static void
test_time_zone__clocks_differ_as_they_do(void **state) {
    (void)state;
    static const struct {
        const char *here, *there;
        int year, month, day, minutes;
        enum time_zone_other other;
        int other_minutes;
    } cases[] = {
        {"Asia/Seoul", "Asia/Tokyo", 2026, 11, 29, 0, TIME_ZONE_ALWAYS, 0},
        {"Asia/Seoul", "Asia/Shanghai", 2026, 7, 1, -60, TIME_ZONE_ALWAYS, 0},
        {"Asia/Seoul", "Asia/Sakhalin", 2026, 7, 1, 120, TIME_ZONE_ALWAYS, 0},
        {"Asia/Seoul", "Asia/Ho_Chi_Minh", 2026, 1, 1, -120, TIME_ZONE_ALWAYS, 0},
        {"Asia/Seoul", "Asia/Kathmandu", 2026, 1, 1, -195, TIME_ZONE_ALWAYS, 0},
        /* summer time there, in both halves of the world */
        {"Asia/Seoul", "America/Los_Angeles", 2026, 1, 15, -1020, TIME_ZONE_SUMMER, -960},
        {"Asia/Seoul", "America/Los_Angeles", 2026, 7, 15, -960, TIME_ZONE_WINTER, -1020},
        {"Asia/Seoul", "Europe/Vienna", 2026, 11, 29, -480, TIME_ZONE_SUMMER, -420},
        {"Asia/Seoul", "Australia/Sydney", 2026, 7, 1, 60, TIME_ZONE_SUMMER, 120},
        /* the day on which it begins, and the one before */
        {"Asia/Seoul", "America/Los_Angeles", 2026, 3, 7, -1020, TIME_ZONE_SUMMER, -960},
        {"Asia/Seoul", "America/Los_Angeles", 2026, 3, 8, -960, TIME_ZONE_WINTER, -1020},
        /* it is changed here, or on both sides on other days, or alike */
        {"Europe/Vienna", "Asia/Seoul", 2026, 1, 15, 480, TIME_ZONE_SEASONS, 420},
        {"Europe/Vienna", "America/Detroit", 2026, 3, 20, -300, TIME_ZONE_WINTER, -360},
        {"Europe/Vienna", "Europe/Paris", 2026, 7, 1, 0, TIME_ZONE_ALWAYS, 0},
        /* beyond the date line */
        {"Asia/Seoul", "Pacific/Pago_Pago", 2026, 6, 1, -1200, TIME_ZONE_ALWAYS, 0},
        {"Pacific/Kiritimati", "Pacific/Pago_Pago", 2026, 6, 1, -1500, TIME_ZONE_ALWAYS, 0},
        {"Pacific/Honolulu", "Pacific/Auckland", 2026, 6, 15, 1320, TIME_ZONE_SUMMER, 1380},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct edtf_point day = day_of(cases[i].year, cases[i].month, cases[i].day);
        struct time_zone_difference d;
        assert_true(
            time_zone_difference(str_from(cases[i].here), str_from(cases[i].there), &day, &d));
        if (d.minutes != cases[i].minutes || d.other != cases[i].other ||
            (d.other != TIME_ZONE_ALWAYS && d.other_minutes != cases[i].other_minutes)) {
            fail_msg("%s from %s: %d, %d %d", cases[i].there, cases[i].here, d.minutes, d.other,
                d.other_minutes);
        }
    }
}

/* Nobody knows the day: the usual difference, and that of summer beside it. */
static void
test_time_zone__without_a_day_summer_is_the_other(void **state) {
    (void)state;
    struct edtf_point none = {0};
    struct time_zone_difference d;
    assert_true(time_zone_difference(STR("Asia/Seoul"), STR("America/Los_Angeles"), &none, &d));
    assert_int_equal(d.minutes, -1020);
    assert_int_equal(d.other, TIME_ZONE_SUMMER);
    assert_int_equal(d.other_minutes, -960);
    assert_true(time_zone_difference(STR("Asia/Seoul"), STR("Australia/Sydney"), &none, &d));
    assert_int_equal(d.minutes, 60);
    assert_int_equal(d.other, TIME_ZONE_SUMMER);
    assert_false(time_zone_difference(STR("Asia/Seoul"), STR(""), &none, &d));
    assert_false(time_zone_difference(STR("Asia/Soul"), STR("Asia/Tokyo"), &none, &d));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_time_zone__clocks_differ_as_they_do),
        cmocka_unit_test(test_time_zone__without_a_day_summer_is_the_other),
        cmocka_unit_test(test_time_zone__what_is_none_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
