/* A page comes from the side, in less than 200 ms, drawn only: what can be touched stands still. */
#include "ui_fixture.h"

#include <math.h>

static void
page(struct ui *ui) {
    ui_chrome_open(ui, (struct ui_chrome){0});
    ui_button(
        ui, (struct ui_button){.key = STR("go"), .label = STR("가"), .action = STR("open x")});
    ui_chrome_close(ui);
}

/* Where the key's words are drawn, against where the key stands. */
static float
drawn_beside(struct fixture *f) {
    struct draw_list list;
    float x = 0;
    draw_list_init(&list);
    ui_draw(f->ui, &list);
    for (size_t i = 0; i < list.count; i++) {
        if (list.commands[i].kind == DRAW_TEXT) {
            x = list.commands[i].rect.x;
            break;
        }
    }
    draw_list_finish(&list);
    return x - fixture_node(f, "go")->rect.x;
}

static void
test_turn__comes_from_the_side_and_stops(void **state) {
    struct fixture *f = *state;
    static const struct {
        enum ui_turn turn;
        float sign;
    } cases[] = {{UI_TURN_ON, 1}, {UI_TURN_BACK, -1}};
    fixture_frame(f, page);
    float at_rest = drawn_beside(f);
    for (size_t i = 0; i < 2; i++) {
        ui_turn(f->ui, cases[i].turn);
        fixture_wait(f, 16);
        float x = fixture_node(f, "go")->rect.x, before = drawn_beside(f) - at_rest;
        assert_in_range((int)(cases[i].sign * before), 40, 56);
        assert_true(ui_frame_deadline(f->ui) == f->now_ms + 16);
        for (int ms = 16; ms < 160; ms += 16) {
            fixture_wait(f, 16);
            float now = drawn_beside(f) - at_rest;
            assert_true(fabsf(now) <= fabsf(before) && fixture_node(f, "go")->rect.x == x);
            before = now;
        }
        fixture_wait(f, 32);
        assert_true(drawn_beside(f) == at_rest);
        assert_true(ui_frame_deadline(f->ui) == UI_NEVER); /* and sleeps */
    }
}

static void
test_turn__is_none_with_reduced_motion(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, page);
    float at_rest = drawn_beside(f);
    f->frame.reduced_motion = true;
    ui_turn(f->ui, UI_TURN_ON);
    fixture_wait(f, 16);
    assert_true(drawn_beside(f) == at_rest && ui_frame_deadline(f->ui) == UI_NEVER);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int
main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_turn__comes_from_the_side_and_stops),
        TEST(test_turn__is_none_with_reduced_motion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
