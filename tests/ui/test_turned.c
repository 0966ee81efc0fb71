/* What is turned by 180 degrees for whoever stands opposite, and texts as large as their box. */
#include "ui_fixture.h"

#include "ui/semantics.h"

static const char *words;
static float box_height;

static void
two_sides(struct ui *ui) {
    ui_open(ui, (struct ui_box){.key = STR("all")});
    ui_open(ui, (struct ui_box){.key = STR("far"), .height = 200, .turned = true});
    ui_open(ui, (struct ui_box){.key = STR("first"),
                    .height = 60,
                    .width = 100,
                    .self = UI_SELF_START,
                    .role = ROLE_BUTTON,
                    .label = STR("one"),
                    .action = STR("open first")});
    ui_close(ui);
    ui_close(ui);
    ui_open(ui, (struct ui_box){.key = STR("near"), .height = 200});
    ui_close(ui);
    ui_close(ui);
}

/* It is laid out at the top and at the start; it is seen, and touched, at the bottom and the end.
 */
static void
test_turned__is_touched_where_it_is_seen(void **state) {
    struct fixture *f = *state;
    size_t count;
    fixture_frame(f, two_sides);
    const struct ui_node *nodes = ui_nodes(f->ui, &count), *far = fixture_node(f, "far");
    const struct ui_node *first = fixture_node(f, "first");
    struct rect seen = ui_on_glass(f->ui, (uint32_t)(first - nodes), first->rect);
    assert_true(first->rect.y == far->rect.y);
    assert_true(seen.y + seen.h == far->rect.y + far->rect.h);
    assert_true(seen.x + seen.w == far->rect.x + far->rect.w);
    fixture_pointer(f, UI_POINTER_DOWN, first->rect.x + 5, first->rect.y + 5);
    f->now_ms += 60;
    fixture_pointer(f, UI_POINTER_UP, first->rect.x + 5, first->rect.y + 5);
    assert_string_equal(fixture_action(f), "");
    fixture_wait(f, 600);
    fixture_pointer(f, UI_POINTER_DOWN, seen.x + 5, seen.y + 5);
    f->now_ms += 60;
    fixture_pointer(f, UI_POINTER_UP, seen.x + 5, seen.y + 5);
    assert_string_equal(fixture_action(f), "open first");
}

/* Semantics say where it is seen, and that it is turned. */
static void
test_turned__semantics_say_where_it_is(void **state) {
    struct fixture *f = *state;
    size_t count;
    struct str_buf json = {0};
    char shown[128];
    fixture_frame(f, two_sides);
    const struct ui_node *nodes = ui_nodes(f->ui, &count), *first = fixture_node(f, "first");
    struct rect seen = ui_on_glass(f->ui, (uint32_t)(first - nodes), first->rect);
    semantics_json(f->ui, &json);
    snprintf(shown, sizeof(shown), "\"shown\":[%g,%g,%g,%g]", (double)seen.x, (double)seen.y,
        (double)seen.w, (double)seen.h);
    assert_true(str_find(str_buf_str(&json), str_from(shown)) != SIZE_MAX);
    assert_true(str_find(str_buf_str(&json), STR("\"flags\":[\"turned\"]")) != SIZE_MAX);
    str_buf_finish(&json);
}

static void
one_text(struct ui *ui) {
    ui_open(ui, (struct ui_box){.key = STR("room"), .height = box_height, .width = 300});
    ui_text(ui, str_from(words), LOCALE_JA,
        (struct ui_text_spec){.key = STR("text"),
            .style = TYPE_FIGURE,
            .by_phrase = true,
            .zoom = 6,
            .fits = true,
            .grow = 1});
    ui_close(ui);
}

static float
fitted_px(struct fixture *f, const char *text, float height) {
    words = text;
    box_height = height;
    fixture_frame(f, one_text);
    const struct ui_node *node = fixture_node(f, "text"), *room = fixture_node(f, "room");
    assert_true(node->rect.h <= room->rect.h + 1);
    assert_true(node->para->width_px <= room->rect.w + 1);
    assert_false(node->para->truncated);
    return node->style.size_px;
}

static void
test_turned__text_is_as_large_as_its_box_holds(void **state) {
    struct fixture *f = *state;
    float body = f->metrics.type[TYPE_BODY][LOCALE_JA].size_px;
    float high = fitted_px(f, "こんにちは。", 300), low = fitted_px(f, "こんにちは。", 40);
    float whole = fitted_px(f, "どうぞよろしくお願いいたします。", 300);
    float cut = fitted_px(f, "どうぞよろしくお願いいたします。", 80);
    assert_true(high > low && low > body);
    assert_true(whole > cut && cut > body);
    assert_true(high * 6 > 0.8f * f->metrics.size_px * 300); /* its width is used */
    assert_true(fitted_px(f, "はい", 2000) <= 6 * f->metrics.type[TYPE_FIGURE][LOCALE_JA].size_px);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_turned__is_touched_where_it_is_seen, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(
            test_turned__semantics_say_where_it_is, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(
            test_turned__text_is_as_large_as_its_box_holds, fixture_setup, fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
