#include "test.h"

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

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_time_zone__what_is_none_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
