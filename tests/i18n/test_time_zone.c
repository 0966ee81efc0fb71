#include "test.h"

#include "i18n/time_zone.h"

static int
minutes(const char *zone, const char *day) {
    struct edtf date = {0};
    int out = 0;
    assert_true(day[0] == '\0' || edtf_parse(str_from(day), &date, NULL));
    assert_true(time_zone_offset(str_from(zone), &date.from, &out));
    return out;
}

static void
test_time_zone__summer_counts_where_there_is_one(void **state) {
    (void)state;
    assert_int_equal(minutes("Asia/Seoul", "2026-08-01"), 9 * 60);
    assert_int_equal(minutes("Asia/Seoul", "1988-08-01"), 10 * 60); /* Korea had one, too */
    assert_int_equal(minutes("America/Los_Angeles", "2026-08-01"), -7 * 60);
    assert_int_equal(minutes("America/Los_Angeles", "2026-01-15"), -8 * 60);
    assert_int_equal(minutes("Europe/Vienna", "2026-03-28"), 60);
    assert_int_equal(minutes("Europe/Vienna", "2026-03-29"), 120);
    assert_int_equal(minutes("Asia/Kathmandu", "2026-08-01"), 5 * 60 + 45);
}

/* The host does not know the day: what holds in winter. */
static void
test_time_zone__of_no_day_is_standard_time(void **state) {
    (void)state;
    assert_int_equal(minutes("America/Los_Angeles", ""), -8 * 60);
    assert_int_equal(minutes("Asia/Sakhalin", ""), 11 * 60);
    assert_int_equal(minutes("America/Los_Angeles", "2026-08"), -8 * 60);
}

static void
test_time_zone__what_is_none_is_refused(void **state) {
    (void)state;
    static const char *const none[] = {"", "Seoul", "Asia/Soul", "GMT+9", "UTC+09:00", "KST",
        "asia/seoul ", "Asia/서울", "Etc/Unknown/",
        "America/Argentina/a-name-that-is-far-longer-than-any-zone-there-is-has-one"};
    struct edtf_point day = {0};
    for (size_t i = 0; i < ARRAY_LEN(none); i++) {
        int ignored;
        assert_false(time_zone_is_known(str_from(none[i])));
        assert_false(time_zone_offset(str_from(none[i]), &day, &ignored));
    }
    assert_true(time_zone_is_known(STR("Asia/Ho_Chi_Minh")));
    assert_true(time_zone_is_known(STR("America/Argentina/Buenos_Aires")));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_time_zone__summer_counts_where_there_is_one),
        cmocka_unit_test(test_time_zone__of_no_day_is_standard_time),
        cmocka_unit_test(test_time_zone__what_is_none_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
