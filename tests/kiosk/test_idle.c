#include "test.h"

#include "kiosk/idle.h"

static void
test_idle__nobody_there_costs_nothing(void **state) {
    (void)state;
    struct idle idle = {0};
    assert_int_equal(idle_update(&idle, &idle_kiosk, 10000000), IDLE_AT_REST);
    assert_true(idle_deadline(&idle, &idle_kiosk, 10000000) == IDLE_NEVER);
}

static void
test_idle__warns_then_starts_over_once(void **state) {
    (void)state;
    struct idle idle = {0};
    idle_touch(&idle, 1000);
    assert_int_equal(idle_update(&idle, &idle_kiosk, 120999), IDLE_ACTIVE);
    assert_int_equal(idle_deadline(&idle, &idle_kiosk, 5000), 121000);
    assert_int_equal(idle_update(&idle, &idle_kiosk, 121000), IDLE_WARNING);
    assert_int_equal(idle_seconds_left(&idle, &idle_kiosk, 121000), 45);
    assert_int_equal(idle_deadline(&idle, &idle_kiosk, 121000), 122000);
    assert_int_equal(idle_deadline(&idle, &idle_kiosk, 121300), 122000);
    assert_int_equal(idle_seconds_left(&idle, &idle_kiosk, 165999), 1);
    assert_int_equal(idle_update(&idle, &idle_kiosk, 166000), IDLE_RESET);
    assert_int_equal(idle_update(&idle, &idle_kiosk, 166001), IDLE_AT_REST);
}

static void
test_idle__one_touch_answers_the_warning_as_often_as_needed(void **state) {
    (void)state;
    struct idle idle = {0};
    uint64_t now = 0;
    idle_touch(&idle, now);
    for (int i = 0; i < 12; i++) {
        now += 160000;
        assert_int_equal(idle_update(&idle, &idle_kiosk, now), IDLE_WARNING);
        idle_act(&idle, now);
        assert_int_equal(idle_update(&idle, &idle_kiosk, now), IDLE_ACTIVE);
    }
}

static void
test_idle__gives_at_least_the_time_accessibility_rules_ask_for(void **state) {
    (void)state;
    assert_true(idle_kiosk.warning_ms >= 20000);
    assert_true(idle_kiosk.warn_after_ms >= 120000 && idle_kiosk.warn_after_ms <= 300000);
}

static void
test_idle__a_personal_device_never_starts_over(void **state) {
    (void)state;
    struct idle idle = {0};
    idle_touch(&idle, 0);
    assert_int_equal(idle_update(&idle, &idle_off, 1u << 30), IDLE_ACTIVE);
    assert_true(idle_deadline(&idle, &idle_off, 1u << 30) == IDLE_NEVER);
}

/* A palm, a spot of dirt: signs of life every second, and nothing ever comes of them. */
static void
test_idle__signs_that_lead_to_nothing_hold_off_the_end_for_ten_minutes(void **state) {
    (void)state;
    struct idle idle = {0};
    enum idle_state state_now = IDLE_ACTIVE;
    uint64_t now = 5000, warned = 0;
    for (idle_touch(&idle, now); state_now != IDLE_RESET && now < 2000000; now += 1000) {
        idle_touch(&idle, now);
        state_now = idle_update(&idle, &idle_kiosk, now);
        warned = state_now == IDLE_WARNING && warned == 0 ? now : warned;
    }
    assert_int_equal(state_now, IDLE_RESET);
    assert_int_equal(warned, 605000);
    assert_int_equal(now, 651000);
    idle_touch(&idle, now); /* the next visitor has the whole time again */
    assert_int_equal(idle_update(&idle, &idle_kiosk, now), IDLE_ACTIVE);
    assert_int_equal(idle_deadline(&idle, &idle_kiosk, now), now + 120000);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_idle__nobody_there_costs_nothing),
        cmocka_unit_test(test_idle__warns_then_starts_over_once),
        cmocka_unit_test(test_idle__one_touch_answers_the_warning_as_often_as_needed),
        cmocka_unit_test(test_idle__gives_at_least_the_time_accessibility_rules_ask_for),
        cmocka_unit_test(test_idle__signs_that_lead_to_nothing_hold_off_the_end_for_ten_minutes),
        cmocka_unit_test(test_idle__a_personal_device_never_starts_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
