#include "test.h"

#include "ui/gesture.h"

#include <math.h>

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

static const struct gesture_target kana = {
    .id = 7, .rect = {0, 0, 100, 50}, .scroller = 3, .is_rapid = true, .flick_px = 20};

/* Where the finger is decides, off the key too; back in the middle there is no side. */
static void
test_gesture__a_key_that_takes_flicks_has_sides(void **state) {
    (void)state;
    static const struct {
        float x, y;
        enum ui_side side;
    } ends[] = {{50, 25, UI_SIDE_NONE}, {60, 40, UI_SIDE_NONE}, {20, 20, UI_SIDE_LEFT},
        {90, 60, UI_SIDE_RIGHT}, {60, 0, UI_SIDE_UP}, {45, 300, UI_SIDE_DOWN},
        {-400, 25, UI_SIDE_LEFT}};
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        struct gesture g = {0};
        bool has_side = ends[i].side != UI_SIDE_NONE;
        PLAY(&g, &kana, {UI_POINTER_DOWN, 1000, 50, 25, GESTURE_PRESS},
            {UI_POINTER_MOVE, 1900, ends[i].x, ends[i].y,
                has_side ? GESTURE_MOVED : GESTURE_NOTHING});
        assert_int_equal(g.side, ends[i].side);
        PLAY(&g, &kana, {UI_POINTER_UP, 1910, ends[i].x, ends[i].y, GESTURE_TAP});
        assert_int_equal(g.side, ends[i].side);
    }
    struct gesture g = {0};
    PLAY(&g, &kana, {UI_POINTER_DOWN, 1000, 50, 25, GESTURE_PRESS},
        {UI_POINTER_MOVE, 1100, 90, 25, GESTURE_MOVED},
        {UI_POINTER_MOVE, 1200, 55, 25, GESTURE_MOVED}, {UI_POINTER_UP, 1210, 55, 25, GESTURE_TAP});
    assert_int_equal(g.side, UI_SIDE_NONE);
    PLAY(&g, &kana, {UI_POINTER_DOWN, 2000, 50, 25, GESTURE_PRESS}); /* none of the one before */
    assert_int_equal(g.side, UI_SIDE_NONE);
}

/* From the edge inwards, more across than down, and far enough; then whatever began there does
 * not act. */
static void
test_gesture__a_swipe_from_the_edge(void **state) {
    (void)state;
    struct gesture_target edge = row;
    edge.edge_px = 60;
    struct gesture g = {0};
    PLAY(&g, &edge, {UI_POINTER_DOWN, 1000, 5, 25, GESTURE_PRESS},
        {UI_POINTER_MOVE, 1050, 30, 30, GESTURE_MOVED},
        {UI_POINTER_MOVE, 1100, 70, 60, GESTURE_MOVED},
        {UI_POINTER_UP, 1120, 70, 60, GESTURE_EDGED});
    PLAY(&g, &edge, {UI_POINTER_DOWN, 2000, 5, 25, GESTURE_PRESS},
        {UI_POINTER_MOVE, 2050, 80, 30, GESTURE_MOVED},
        {UI_POINTER_MOVE, 2100, 20, 30, GESTURE_MOVED}, /* thought better of it */
        {UI_POINTER_UP, 2120, 20, 30, GESTURE_CANCELLED});
    PLAY(&g, &edge, {UI_POINTER_DOWN, 3000, 5, 25, GESTURE_PRESS},
        {UI_POINTER_MOVE, 3050, 15, 60, GESTURE_SCROLL},
        {UI_POINTER_MOVE, 3100, 90, 70, GESTURE_SCROLL},
        {UI_POINTER_UP, 3120, 90, 70, GESTURE_RELEASED});
    PLAY(&g, &edge, {UI_POINTER_DOWN, 4000, 5, 25, GESTURE_PRESS},
        {UI_POINTER_UP, 4050, 8, 25, GESTURE_TAP}); /* what stands there can be touched */
    PLAY(&g, &row, {UI_POINTER_DOWN, 5000, 5, 25, GESTURE_PRESS},
        {UI_POINTER_MOVE, 5050, 90, 30, GESTURE_NOTHING},
        {UI_POINTER_UP, 5100, 90, 30, GESTURE_TAP});
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

/* ---- Who is followed ---- */

/* One event of a pointer of its own, with what lies under it. */
static enum gesture_result
feed(struct gesture *g, enum ui_event_type type, uint64_t pointer, uint64_t t, float x, float y,
    const struct gesture_target *under) {
    struct ui_event event = {.type = type, .time_ms = t, .pointer = pointer, .at = {x, y}};
    return gesture_feed(g, &event, under, SLOP, TREMOR);
}

static const struct gesture_target nothing = {0};
static const struct gesture_target edge = {
    .id = 6, .rect = {0, 0, 100, 50}, .scroller = 3, .is_at_edge = true};

/* Everything that can come down on the glass. */
static const struct {
    const char *name;
    uint64_t pointer;
    const struct gesture_target *under;
    bool is_weak; /* gives way at once */
} kinds[] = {
    {"touch", 1, &button, false},
    {"second touch", 2, &row, false},
    {"touch at the edge", 3, &edge, true},
    {"pen", (7ull << 32) + 1, &button, false},
    {"mouse", UI_POINTER_MOUSE, &button, false},
    {"palm", 9, &nothing, true},
};

static void
check(const char *first, const char *second, enum gesture_result actual,
    enum gesture_result expected) {
    if (actual != expected) {
        fail_msg("%s, then %s: %d, not %d", first, second, actual, expected);
    }
}

/* For every pair: the second waits while the first is fresh, whatever it does leaves the first
 * alone, and the first acts when it leaves. What is weak gives way at once. */
static void
test_gesture__a_second_press_waits_for_a_fresh_one(void **state) {
    (void)state;
    for (size_t a = 0; a < ARRAY_LEN(kinds); a++) {
        for (size_t b = 0; b < ARRAY_LEN(kinds); b++) {
            struct gesture g = {0};
            const char *first = kinds[a].name, *second = kinds[b].name;
            if (a == b) {
                continue;
            }
            feed(&g, UI_POINTER_DOWN, kinds[a].pointer, 1000, 20, 20, kinds[a].under);
            enum gesture_result result =
                feed(&g, UI_POINTER_DOWN, kinds[b].pointer, 1900, 60, 30, kinds[b].under);
            check(first, second, result, kinds[a].is_weak ? GESTURE_PRESS : GESTURE_NOTHING);
            if (kinds[a].is_weak) {
                continue;
            }
            result = feed(&g, UI_POINTER_MOVE, kinds[b].pointer, 1910, 90, 40, NULL);
            check(first, second, result, GESTURE_NOTHING);
            result = feed(&g, UI_POINTER_UP, kinds[b].pointer, 1920, 90, 40, NULL);
            check(first, second, result, GESTURE_NOTHING);
            result = feed(&g, UI_POINTER_UP, kinds[a].pointer, 1950, 20, 20, NULL);
            check(first, second, result, GESTURE_TAP);
        }
    }
}

/* For every pair: a second after the first came to rest, the second has the glass; and what the
 * first still does means nothing, as often as one likes. */
static void
test_gesture__a_press_that_rests_gives_way_after_a_second(void **state) {
    (void)state;
    for (size_t a = 0; a < ARRAY_LEN(kinds); a++) {
        struct gesture g = {0};
        uint64_t t = 1000;
        feed(&g, UI_POINTER_DOWN, kinds[a].pointer, t, 20, 20, kinds[a].under);
        for (int round = 0; round < 50; round++) {
            for (size_t b = 0; b < 2; b++) {
                t += 1000;
                if (b == a) {
                    continue;
                }
                feed(&g, UI_POINTER_MOVE, kinds[a].pointer, t - 5, 20 + (float)(round & 1), 20,
                    NULL); /* it trembles */
                enum gesture_result result =
                    feed(&g, UI_POINTER_DOWN, kinds[b].pointer, t, 60, 30, kinds[b].under);
                check(kinds[a].name, kinds[b].name, result, GESTURE_PRESS);
                result = feed(&g, UI_POINTER_MOVE, kinds[a].pointer, t + 20, 90, 90, NULL);
                check(kinds[a].name, kinds[b].name, result, GESTURE_NOTHING);
                result = feed(&g, UI_POINTER_UP, kinds[b].pointer, t + 60, 60, 30, NULL);
                check(kinds[a].name, kinds[b].name, result, GESTURE_TAP);
                t += 1000;
            }
        }
    }
}

/* Ten spots that never leave, one after the other, and one that comes and goes. */
static void
test_gesture__no_number_of_spots_deadens_the_glass(void **state) {
    (void)state;
    struct gesture g = {0};
    uint64_t t = 1000;
    for (uint64_t spot = 10; spot < 20; spot++, t += 3000) {
        feed(&g, UI_POINTER_DOWN, spot, t, 20, 20, &row);
        feed(&g, UI_POINTER_DOWN, 1, t + 1500, 60, 30, &button);
        assert_int_equal(feed(&g, UI_POINTER_UP, 1, t + 1560, 60, 30, NULL), GESTURE_TAP);
    }
    static const struct gesture_target page = {.scroller = 3};
    for (uint64_t phase = 0; phase < 50; phase += 7, t += 3000) {
        /* down for 50 ms, away for 10: the finger falls into either */
        for (uint64_t k = 0; k < 20; k++) {
            uint64_t from = t + k * 60;
            if (k == 10 && phase < 25) {
                feed(&g, UI_POINTER_DOWN, 1, from - 5, 60, 30, &button);
            }
            feed(&g, UI_POINTER_DOWN, 30 + k, from, 90, 20, &page);
            if (k == 10 && phase >= 25) {
                feed(&g, UI_POINTER_DOWN, 1, from + phase, 60, 30, &button);
            }
            feed(&g, UI_POINTER_UP, 30 + k, from + 50, 90, 20, NULL);
            if (k == 11) {
                enum gesture_result result = feed(&g, UI_POINTER_UP, 1, from + 55, 60, 30, NULL);
                assert_int_equal(result, GESTURE_TAP);
            }
        }
    }
}

/* A drop of water that runs: always on the move, never gone. */
static void
test_gesture__what_never_rests_gives_way_in_the_end(void **state) {
    (void)state;
    struct gesture g = {0};
    feed(&g, UI_POINTER_DOWN, 5, 1000, 20, 20, &row);
    for (uint64_t t = 1050; t < 12000; t += 50) {
        feed(&g, UI_POINTER_MOVE, 5, t, 20, t % 100 ? 20 : 80, NULL);
    }
    assert_int_equal(g.state, GESTURE_DRAG);
    assert_int_equal(feed(&g, UI_POINTER_DOWN, 1, 12000, 60, 30, &button), GESTURE_PRESS);
    assert_int_equal(feed(&g, UI_POINTER_MOVE, 5, 12010, 20, 80, NULL), GESTURE_NOTHING);
    assert_int_equal(feed(&g, UI_POINTER_UP, 1, 12050, 60, 30, NULL), GESTURE_TAP);
}

static void
test_gesture__a_drag_under_way_is_not_taken_over(void **state) {
    (void)state;
    for (size_t b = 1; b < ARRAY_LEN(kinds); b++) {
        struct gesture g = {0};
        feed(&g, UI_POINTER_DOWN, 50, 1000, 50, 45, &edge);
        feed(&g, UI_POINTER_MOVE, 50, 1050, 50, 25, NULL);
        feed(&g, UI_POINTER_MOVE, 50, 1500, 50, 5, NULL);
        enum gesture_result result =
            feed(&g, UI_POINTER_DOWN, kinds[b].pointer, 2000, 60, 30, kinds[b].under);
        check("a drag", kinds[b].name, result, GESTURE_NOTHING);
        assert_int_equal(feed(&g, UI_POINTER_MOVE, 50, 2010, 50, 0, NULL), GESTURE_SCROLL);
        assert_int_equal(feed(&g, UI_POINTER_UP, 50, 2020, 50, 0, NULL), GESTURE_RELEASED);
        result = feed(&g, UI_POINTER_UP, kinds[b].pointer, 2100, 60, 30, NULL);
        check("after a drag", kinds[b].name, result, GESTURE_NOTHING);
    }
}

static void
test_gesture__the_press_that_waited_has_its_turn(void **state) {
    (void)state;
    struct gesture g = {0};
    feed(&g, UI_POINTER_DOWN, 1, 1000, 20, 20, &button);
    feed(&g, UI_POINTER_DOWN, 2, 1100, 60, 30, &row);
    assert_int_equal(feed(&g, UI_POINTER_MOVE, 2, 1110, 63, 30, NULL), GESTURE_NOTHING);
    assert_int_equal(feed(&g, UI_POINTER_MOVE, 1, 1150, 20, 300, NULL), GESTURE_MOVED);
    assert_int_equal(feed(&g, UI_POINTER_UP, 1, 1200, 20, 300, NULL), GESTURE_PRESS);
    assert_int_equal(feed(&g, UI_POINTER_UP, 2, 1300, 63, 30, NULL), GESTURE_TAP);
    /* not when it slid away meanwhile, nor when it left */
    feed(&g, UI_POINTER_DOWN, 1, 3000, 20, 20, &button);
    feed(&g, UI_POINTER_DOWN, 2, 3100, 60, 30, &row);
    feed(&g, UI_POINTER_MOVE, 2, 3110, 90, 30, NULL);
    feed(&g, UI_POINTER_MOVE, 1, 3150, 20, 300, NULL);
    assert_int_equal(feed(&g, UI_POINTER_UP, 1, 3200, 20, 300, NULL), GESTURE_CANCELLED);
    assert_int_equal(feed(&g, UI_POINTER_UP, 2, 3300, 60, 30, NULL), GESTURE_NOTHING);
}

static void
test_gesture__strange_orders_mean_nothing_and_break_nothing(void **state) {
    (void)state;
    struct gesture g = {0};
    assert_int_equal(feed(&g, UI_POINTER_UP, 4, 1000, 20, 20, NULL), GESTURE_NOTHING);
    assert_int_equal(feed(&g, UI_POINTER_MOVE, 4, 1010, 20, 20, NULL), GESTURE_NOTHING);
    assert_int_equal(feed(&g, UI_POINTER_CANCEL, 4, 1020, 20, 20, NULL), GESTURE_NOTHING);
    /* down twice: the release between them was lost */
    feed(&g, UI_POINTER_DOWN, 4, 2000, 20, 20, &row);
    assert_int_equal(feed(&g, UI_POINTER_DOWN, 4, 2100, 60, 30, &button), GESTURE_PRESS);
    assert_int_equal(feed(&g, UI_POINTER_UP, 4, 2150, 60, 30, NULL), GESTURE_TAP);
    assert_int_equal(feed(&g, UI_POINTER_UP, 4, 2160, 60, 30, NULL), GESTURE_NOTHING);
    /* the number of a finger that was taken over is used again */
    feed(&g, UI_POINTER_DOWN, 4, 4000, 20, 20, &row);
    feed(&g, UI_POINTER_DOWN, 5, 5000, 60, 30, &button);
    assert_int_equal(feed(&g, UI_POINTER_UP, 4, 5010, 20, 20, NULL), GESTURE_NOTHING);
    assert_int_equal(feed(&g, UI_POINTER_DOWN, 4, 5020, 20, 20, &row), GESTURE_NOTHING);
    assert_int_equal(feed(&g, UI_POINTER_UP, 5, 5060, 60, 30, NULL), GESTURE_TAP);
    /* times out of order, a clock that jumps back: no endless tremor, no endless press */
    feed(&g, UI_POINTER_DOWN, 1, 9000, 20, 20, &button);
    assert_int_equal(feed(&g, UI_POINTER_MOVE, 1, 8990, 21, 20, NULL), GESTURE_NOTHING);
    assert_int_equal(feed(&g, UI_POINTER_UP, 1, 8995, 21, 20, NULL), GESTURE_TAP);
    feed(&g, UI_POINTER_DOWN, 1, 100, 20, 20, &button);
    assert_int_equal(feed(&g, UI_POINTER_DOWN, 2, 1100, 60, 30, &button), GESTURE_PRESS);
    assert_int_equal(feed(&g, UI_POINTER_UP, 2, 1150, 60, 30, NULL), GESTURE_TAP);
    feed(&g, UI_POINTER_DOWN, 1, UINT64_MAX - 5, 50, 45, &row);
    feed(&g, UI_POINTER_MOVE, 1, 3, 50, 20, NULL);
    assert_int_equal(feed(&g, UI_POINTER_UP, 1, 4, 50, 10, NULL), GESTURE_RELEASED);
    assert_true(isfinite(g.velocity));
}

static void
test_gesture__one_cancel_lets_go_of_everything(void **state) {
    (void)state;
    struct gesture g = {0};
    feed(&g, UI_POINTER_DOWN, 1, 1000, 20, 20, &button);
    feed(&g, UI_POINTER_DOWN, 2, 1010, 60, 30, &button);
    assert_int_equal(
        feed(&g, UI_POINTER_CANCEL, UI_POINTER_ALL, 1020, 0, 0, NULL), GESTURE_CANCELLED);
    assert_int_equal(feed(&g, UI_POINTER_UP, 1, 1030, 20, 20, NULL), GESTURE_NOTHING);
    assert_int_equal(feed(&g, UI_POINTER_UP, 2, 1040, 60, 30, NULL), GESTURE_NOTHING);
    assert_int_equal(
        feed(&g, UI_POINTER_CANCEL, UI_POINTER_ALL, 1050, 0, 0, NULL), GESTURE_NOTHING);
}

static void
test_gesture__text_is_selected_along_and_scrolled_across(void **state) {
    (void)state;
    static const struct gesture_target field = {
        .id = 7, .rect = {0, 0, 100, 50}, .scroller = 3, .takes_slides = true};
    struct gesture g = {0};
    feed(&g, UI_POINTER_DOWN, 1, 1000, 20, 20, &field);
    assert_int_equal(feed(&g, UI_POINTER_MOVE, 1, 1050, 25, 20, NULL), GESTURE_NOTHING);
    assert_int_equal(feed(&g, UI_POINTER_MOVE, 1, 1100, 60, 25, NULL), GESTURE_SLIDES);
    assert_int_equal(feed(&g, UI_POINTER_MOVE, 1, 1150, 60, 300, NULL), GESTURE_SLIDES);
    assert_int_equal(feed(&g, UI_POINTER_UP, 1, 1200, 60, 300, NULL), GESTURE_SLID);
    feed(&g, UI_POINTER_DOWN, 1, 3000, 20, 20, &field);
    assert_int_equal(feed(&g, UI_POINTER_MOVE, 1, 3100, 22, 60, NULL), GESTURE_SCROLL);
}

struct touch {
    enum ui_event_type type;
    uint64_t pointer, t;
    float x, y;
    enum gesture_result expected;
};

static void
touch(struct gesture *gesture, const struct gesture_target *under, const struct touch *touches,
    size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct ui_event event = {.type = touches[i].type,
            .time_ms = touches[i].t,
            .pointer = touches[i].pointer,
            .at = {touches[i].x, touches[i].y}};
        enum gesture_result result = gesture_feed(gesture, &event, under, SLOP, TREMOR);
        if (result != touches[i].expected) {
            fail_msg("touch %zu: %d, not %d", i, (int)result, (int)touches[i].expected);
        }
    }
}
#define TOUCH(gesture, under, ...)                          \
    do {                                                    \
        const struct touch touches[] = {__VA_ARGS__};       \
        touch(gesture, under, touches, ARRAY_LEN(touches)); \
    } while (0)

static const struct gesture_target axis = {
    .id = 9, .rect = {0, 0, 900, 900}, .scroller = 3, .zoomer = 5};

/* On an axis that zooms: along it a drag is the axis's, across it the page's. */
static void
test_gesture__an_axis_moves_along_itself(void **state) {
    (void)state;
    struct gesture g = {0};
    TOUCH(&g, &axis, {UI_POINTER_DOWN, 1, 1000, 500, 500, GESTURE_PRESS},
        {UI_POINTER_MOVE, 1, 1010, 480, 502, GESTURE_SCROLL},
        {UI_POINTER_MOVE, 1, 1020, 460, 504, GESTURE_SCROLL});
    assert_true(g.pans && g.delta == 20);
    TOUCH(&g, &axis, {UI_POINTER_UP, 1, 1025, 460, 504, GESTURE_RELEASED});
    assert_true(g.velocity > 1);
    TOUCH(&g, &axis, {UI_POINTER_DOWN, 1, 3000, 500, 500, GESTURE_PRESS},
        {UI_POINTER_MOVE, 1, 3010, 502, 480, GESTURE_SCROLL});
    assert_false(g.pans);
}

/* Both move: they zoom, whoever lifts first ends it, and the other one then does nothing. */
static void
test_gesture__two_fingers_on_an_axis_are_a_pair(void **state) {
    (void)state;
    struct gesture g = {0};
    TOUCH(&g, &axis, {UI_POINTER_DOWN, 1, 1000, 400, 500, GESTURE_PRESS},
        {UI_POINTER_DOWN, 2, 1020, 500, 500, GESTURE_NOTHING},
        {UI_POINTER_MOVE, 1, 1030, 380, 500, GESTURE_SCROLL},
        {UI_POINTER_MOVE, 2, 1040, 520, 500, GESTURE_NOTHING},
        {UI_POINTER_MOVE, 2, 1050, 660, 500, GESTURE_PINCHES});
    assert_true(fabsf(g.factor - 2) < 0.01f && g.middle == 520);
    assert_true(g.delta == -70); /* what lay in the middle goes along */
    TOUCH(&g, &axis, {UI_POINTER_UP, 1, 1060, 380, 500, GESTURE_PINCHED},
        {UI_POINTER_MOVE, 2, 1070, 800, 500, GESTURE_NOTHING},
        {UI_POINTER_UP, 2, 1080, 800, 500, GESTURE_CANCELLED},
        {UI_POINTER_DOWN, 1, 1400, 100, 500, GESTURE_PRESS},
        {UI_POINTER_UP, 1, 1450, 100, 500, GESTURE_TAP});
}

/* A palm on the axis never zooms: it does not move, and a second later it gives way. */
static void
test_gesture__a_palm_on_an_axis_is_no_finger(void **state) {
    (void)state;
    struct gesture g = {0};
    TOUCH(&g, &axis, {UI_POINTER_DOWN, 1, 1000, 400, 800, GESTURE_PRESS},
        {UI_POINTER_DOWN, 2, 1200, 500, 500, GESTURE_NOTHING},
        {UI_POINTER_MOVE, 2, 1210, 560, 500, GESTURE_NOTHING},
        {UI_POINTER_MOVE, 1, 1220, 403, 802, GESTURE_NOTHING}, /* within the slop */
        {UI_POINTER_MOVE, 2, 1230, 700, 500, GESTURE_NOTHING},
        {UI_POINTER_UP, 2, 1240, 700, 500, GESTURE_NOTHING},
        {UI_POINTER_DOWN, 2, 2300, 500, 500, GESTURE_PRESS},
        {UI_POINTER_UP, 2, 2350, 500, 500, GESTURE_TAP});
    g = (struct gesture){0}; /* a palm that rests, and comes after the finger */
    TOUCH(&g, &axis, {UI_POINTER_DOWN, 1, 5000, 400, 500, GESTURE_PRESS},
        {UI_POINTER_DOWN, 2, 5010, 800, 800, GESTURE_NOTHING},
        {UI_POINTER_MOVE, 1, 5020, 370, 500, GESTURE_SCROLL},
        {UI_POINTER_MOVE, 2, 5025, 803, 800, GESTURE_NOTHING},
        {UI_POINTER_MOVE, 1, 5030, 340, 500, GESTURE_SCROLL},
        {UI_POINTER_UP, 1, 5100, 340, 500, GESTURE_RELEASED});
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gesture__tap_acts_on_release_only),
        cmocka_unit_test(test_gesture__sliding_off_cancels_and_back_on_resumes),
        cmocka_unit_test(test_gesture__drag_takes_the_tap_away),
        cmocka_unit_test(test_gesture__a_finger_that_rests_has_no_speed),
        cmocka_unit_test(test_gesture__drags_only_along_the_scroller),
        cmocka_unit_test(test_gesture__a_key_that_takes_flicks_has_sides),
        cmocka_unit_test(test_gesture__a_swipe_from_the_edge),
        cmocka_unit_test(test_gesture__tremor_and_other_fingers_are_ignored),
        cmocka_unit_test(test_gesture__catching_a_coasting_page_is_no_tap),
        cmocka_unit_test(test_gesture__a_second_press_waits_for_a_fresh_one),
        cmocka_unit_test(test_gesture__a_press_that_rests_gives_way_after_a_second),
        cmocka_unit_test(test_gesture__no_number_of_spots_deadens_the_glass),
        cmocka_unit_test(test_gesture__what_never_rests_gives_way_in_the_end),
        cmocka_unit_test(test_gesture__a_drag_under_way_is_not_taken_over),
        cmocka_unit_test(test_gesture__the_press_that_waited_has_its_turn),
        cmocka_unit_test(test_gesture__strange_orders_mean_nothing_and_break_nothing),
        cmocka_unit_test(test_gesture__one_cancel_lets_go_of_everything),
        cmocka_unit_test(test_gesture__text_is_selected_along_and_scrolled_across),
        cmocka_unit_test(test_gesture__an_axis_moves_along_itself),
        cmocka_unit_test(test_gesture__two_fingers_on_an_axis_are_a_pair),
        cmocka_unit_test(test_gesture__a_palm_on_an_axis_is_no_finger),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
