/* Links inside running text. */
#include "ui_fixture.h"

#include "ui/semantics.h"

static size_t boxes_before;

static void
boxes_then_link(struct ui *ui) {
    static struct ui_span spans[3];
    struct str text = STR("浜松市をご覧ください。");
    spans[0] = (struct ui_span){.end = 6, .action = STR("open x"), .ruby = STR("はままつ")};
    spans[1] = (struct ui_span){.start = 6, .end = 9, .action = STR("open x")};
    spans[2] = (struct ui_span){.start = 12, .end = 15, .action = STR("open y")};
    ui_open(ui, (struct ui_box){.padding = ui_pad(20)});
    for (size_t i = 0; i < boxes_before; i++) {
        ui_open(ui, (struct ui_box){0});
        ui_close(ui);
    }
    ui_text(ui, text, LOCALE_JA, (struct ui_text_spec){.spans = spans, .span_count = 3});
    ui_close(ui);
}

static size_t
count_links(struct ui *ui, struct str action) {
    size_t count, links = 0;
    const struct ui_node *nodes = ui_nodes(ui, &count);
    for (size_t i = 0; i < count; i++) {
        links += nodes[i].kind == NODE_LINK && nodes[i].box.role == ROLE_LINK &&
                 str_eq(nodes[i].box.action, action);
    }
    return links;
}

/* The array of nodes grows while links are added: 256 nodes at first, then twice as many. */
static void
test_links__are_added_whatever_room_is_left(void **state) {
    struct fixture *f = *state;
    for (boxes_before = 245; boxes_before < 260; boxes_before++) {
        fixture_frame(f, boxes_then_link);
        assert_int_equal(count_links(f->ui, STR("open x")), 1);
        assert_int_equal(count_links(f->ui, STR("open y")), 1);
    }
}

static void
test_links__a_reading_inside_does_not_cut_a_link_in_two(void **state) {
    struct fixture *f = *state;
    size_t count;
    boxes_before = 0;
    fixture_frame(f, boxes_then_link);
    const struct ui_node *nodes = ui_nodes(f->ui, &count);
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].kind == NODE_LINK && str_eq(nodes[i].box.action, STR("open x"))) {
            assert_str_equal(nodes[i].text, "浜松市");
        }
    }
    assert_int_equal(count_links(f->ui, STR("open x")), 1);
}

/* Screen readers are told the readings, and over which characters they stand. */
static void
test_links__readings_are_in_the_semantics(void **state) {
    struct fixture *f = *state;
    struct str_buf json = {0};
    boxes_before = 0;
    fixture_frame(f, boxes_then_link);
    semantics_json(f->ui, &json);
    assert_true(str_find(str_buf_str(&json), STR("\"ruby\":[[0,2,\"はままつ\"]]")) != SIZE_MAX);
    str_buf_finish(&json);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_links__are_added_whatever_room_is_left, fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(test_links__a_reading_inside_does_not_cut_a_link_in_two,
            fixture_setup, fixture_teardown),
        cmocka_unit_test_setup_teardown(
            test_links__readings_are_in_the_semantics, fixture_setup, fixture_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
