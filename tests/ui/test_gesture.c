#include "test.h"

#include "ui/gesture.h"

#define SLOP 10.0f
#define TREMOR 30.0f

struct step {
    enum ui_event_type type;
    uint64_t t;
    float x, y;
    enum gesture_result expected;
};

static const struct gesture_target button = {.id = 7, .rect = {0, 0, 100, 50}};
static const struct gesture_target row = {.id = 8, .rect = {0, 0, 100, 50}, .scroller = 3};
static const struct gesture_target shelf = {
    .id = 9, .rect = {0, 0, 100, 50}, .scroller = 4, .scrolls_x = true};
static const struct gesture_target coasting = {
    .id = 8, .rect = {0, 0, 100, 50}, .scroller = 3, .is_moving = true};

static void
play(struct gesture *gesture, const struct gesture_target *under, const struct step *steps,
    size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct ui_event event = {.type = steps[i].type,
            .time_ms = steps[i].t,
            .pointer = 1,
            .at = {steps[i].x, steps[i].y}};
        enum gesture_result result = gesture_feed(gesture, &event, under, SLOP, TREMOR);
        if (result != steps[i].expected) {
            print_error("step %zu: %d, not %d\n", i, result, steps[i].expected);
        }
        assert_int_equal(result, steps[i].expected);
    }
}
#define PLAY(gesture, under, ...)                      \
    do {                                               \
        const struct step steps[] = {__VA_ARGS__};     \
        play(gesture, under, steps, ARRAY_LEN(steps)); \
    } while (0)

static void
test_gesture__tap_acts_on_release_only(void **state) {
    (void)state;
    struct gesture g = {0};
    PLAY(&g, &button, {UI_POINTER_DOWN, 1000, 50, 25, GESTURE_PRESS},
        {UI_POINTER_MOVE, 1020, 52, 26, GESTURE_NOTHING},
        {UI_POINTER_UP, 1080, 52, 26, GESTURE_TAP});
    assert_int_equal(g.state, GESTURE_IDLE);
}

static void
test_gesture__sliding_off_cancels_and_back_on_resumes(void **state) {
    (void)state;
    struct gesture g = {0};
    PLAY(&g, &button, {UI_POINTER_DOWN, 1000, 50, 25, GESTURE_PRESS},
        {UI_POINTER_MOVE, 1050, 50, 80, GESTURE_MOVED},
        {UI_POINTER_UP, 1100, 50, 80, GESTURE_CANCELLED});
    PLAY(&g, &button, {UI_POINTER_DOWN, 2000, 50, 25, GESTURE_PRESS},
        {UI_POINTER_MOVE, 2050, 50, 80, GESTURE_MOVED},
        {UI_POINTER_MOVE, 2080, 50, 30, GESTURE_MOVED}, {UI_POINTER_UP, 2100, 50, 30, GESTURE_TAP});
}

static void
test_gesture__drag_takes_the_tap_away(void **state) {
    (void)state;
    struct gesture g = {0};
    PLAY(&g, &row, {UI_POINTER_DOWN, 1000, 50, 45, GESTURE_PRESS},
        {UI_POINTER_MOVE, 1010, 50, 38, GESTURE_NOTHING}, /* within the slop */
        {UI_POINTER_MOVE, 1020, 50, 34, GESTURE_SCROLL});
    assert_true(g.delta == 0); /* no jump by the slop */
    PLAY(&g, &row, {UI_POINTER_MOVE, 1030, 50, 24, GESTURE_SCROLL});
    assert_true(g.delta == 10);
    PLAY(&g, &row, {UI_POINTER_MOVE, 1040, 50, 14, GESTURE_SCROLL},
        {UI_POINTER_UP, 1040, 50, 14, GESTURE_RELEASED});
    assert_true(g.velocity > 0.7f && g.velocity < 1.1f); /* 31 px in 40 ms at most */
}

static void
test_gesture__a_finger_that_rests_has_no_speed(void **state) {
    (void)state;
    struct gesture g = {0};
    PLAY(&g, &row, {UI_POINTER_DOWN, 1000, 50, 45, GESTURE_PRESS},
        {UI_POINTER_MOVE, 1020, 50, 10, GESTURE_SCROLL},
        {UI_POINTER_UP, 1400, 50, 10, GESTURE_RELEASED});
    assert_true(g.velocity == 0);
}

static void
test_gesture__drags_only_along_the_scroller(void **state) {
    (void)state;
    struct gesture g = {0};
    PLAY(&g, &row, {UI_POINTER_DOWN, 1000, 50, 25, GESTURE_PRESS},
        {UI_POINTER_MOVE, 1020, 80, 27, GESTURE_NOTHING},
        {UI_POINTER_UP, 1040, 80, 27, GESTURE_TAP});
    PLAY(&g, &shelf, {UI_POINTER_DOWN, 2000, 50, 25, GESTURE_PRESS},
        {UI_POINTER_MOVE, 2020, 80, 27, GESTURE_SCROLL},
        {UI_POINTER_MOVE, 2040, 90, 27, GESTURE_SCROLL});
    assert_true(g.delta == -10);
}

static void
test_gesture__tremor_and_other_fingers_are_ignored(void **state) {
    (void)state;
    struct gesture g = {0};
    PLAY(&g, &button, {UI_POINTER_DOWN, 1000, 50, 25, GESTURE_PRESS},
        {UI_POINTER_UP, 1050, 50, 25, GESTURE_TAP}, {UI_POINTER_DOWN, 1150, 55, 25, GESTURE_PRESS},
        {UI_POINTER_UP, 1200, 55, 25, GESTURE_CANCELLED}, /* 150 ms later, 5 px off */
        {UI_POINTER_DOWN, 1210, 95, 25, GESTURE_PRESS},
        {UI_POINTER_UP, 1240, 95, 25, GESTURE_TAP}, /* far enough: meant */
        {UI_POINTER_DOWN, 1600, 95, 25, GESTURE_PRESS},
        {UI_POINTER_UP, 1650, 95, 25, GESTURE_TAP}); /* late enough: meant */
    struct ui_event first = {.type = UI_POINTER_DOWN, .time_ms = 3000, .pointer = 1, .at = {5, 5}};
    struct ui_event second = {.type = UI_POINTER_DOWN, .time_ms = 3010, .pointer = 2, .at = {9, 5}};
    assert_int_equal(gesture_feed(&g, &first, &button, SLOP, TREMOR), GESTURE_PRESS);
    assert_int_equal(gesture_feed(&g, &second, &button, SLOP, TREMOR), GESTURE_NOTHING);
    second.type = UI_POINTER_UP;
    assert_int_equal(gesture_feed(&g, &second, &button, SLOP, TREMOR), GESTURE_NOTHING);
    first.type = UI_POINTER_UP;
    assert_int_equal(gesture_feed(&g, &first, &button, SLOP, TREMOR), GESTURE_TAP);
}

static void
test_gesture__catching_a_coasting_page_is_no_tap(void **state) {
    (void)state;
    struct gesture g = {0};
    PLAY(&g, &coasting, {UI_POINTER_DOWN, 1000, 50, 25, GESTURE_PRESS},
        {UI_POINTER_UP, 1050, 50, 25, GESTURE_CANCELLED});
    PLAY(&g, &coasting, {UI_POINTER_DOWN, 2000, 50, 45, GESTURE_PRESS},
        {UI_POINTER_MOVE, 2020, 50, 20, GESTURE_SCROLL}); /* but it can be dragged on */
    struct ui_event cancel = {.type = UI_POINTER_CANCEL, .pointer = 1};
    assert_int_equal(gesture_feed(&g, &cancel, &row, SLOP, TREMOR), GESTURE_CANCELLED);
    assert_int_equal(g.state, GESTURE_IDLE);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gesture__tap_acts_on_release_only),
        cmocka_unit_test(test_gesture__sliding_off_cancels_and_back_on_resumes),
        cmocka_unit_test(test_gesture__drag_takes_the_tap_away),
        cmocka_unit_test(test_gesture__a_finger_that_rests_has_no_speed),
        cmocka_unit_test(test_gesture__drags_only_along_the_scroller),
        cmocka_unit_test(test_gesture__tremor_and_other_fingers_are_ignored),
        cmocka_unit_test(test_gesture__catching_a_coasting_page_is_no_tap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
