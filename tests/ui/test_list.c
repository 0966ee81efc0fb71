/* A list of a hundred thousand rows costs what can be seen of it, and behaves as if all were there.
 */
#include "ui_fixture.h"

#include "ui/semantics.h"

#include <math.h>

/* Read by the views: they get nothing but the interface. */
static struct {
    size_t count, reveal, asked;
    float min_column;
    const char *content;
} rows;

/* Rows of one to five lines, so that every estimate is wrong for most. */
static void
row(struct ui *ui, void *self, size_t index) {
    (void)self;
    static const char words[] =
        "하마마쓰시 대표단이 시청을 방문하여 청소년 교류와 문화 공연을 함께 논의하였습니다. "
        "하마마쓰시 대표단이 시청을 방문하여 청소년 교류와 문화 공연을 함께 논의하였습니다. ";
    struct arena *arena = ui_arena(ui);
    rows.asked++;
    ui_open(ui, (struct ui_box){.key = arena_printf(arena, "row-%zu", index),
                    .padding = ui_pad(SPACE_M),
                    .role = ROLE_LINK,
                    .reveal = rows.reveal == index + 1,
                    .action = arena_printf(arena, "open rows/%zu", index)});
    struct str text = {words, (index * 7919 % 5) * (sizeof(words) - 1) / 5 / 3 * 3};
    while (text.n > 0 && ((unsigned char)words[text.n] & 0xC0) == 0x80) {
        text.n--;
    }
    ui_text(ui, arena_printf(arena, "%zu", index), LOCALE_KO, (struct ui_text_spec){0});
    ui_text(ui, text, LOCALE_KO, (struct ui_text_spec){.decorative = true});
    ui_close(ui);
}

static void
button(struct ui *ui, const char *key) {
    ui_button(ui,
        (struct ui_button){.key = str_from(key), .label = str_from(key), .action = str_from(key)});
}

static void
view(struct ui *ui) {
    ui_open(ui, (struct ui_box){.axis = UI_COLUMN});
    ui_open(ui, (struct ui_box){.key = STR("page"), .scroll = UI_SCROLL_Y, .grow = 1, .gap = 8});
    button(ui, "before");
    ui_list(ui, (struct ui_list){.key = STR("rows"),
                    .label = STR("줄"),
                    .content = str_from(rows.content),
                    .count = rows.count,
                    .min_column = rows.min_column,
                    .gap = SPACE_S,
                    .reveal = rows.reveal,
                    .row = row});
    button(ui, "after");
    ui_close(ui);
    button(ui, "bar");
    ui_close(ui);
}

static int
setup(void **state) {
    rows.count = 100000;
    rows.reveal = 0;
    rows.min_column = 0;
    rows.content = "all";
    return fixture_setup(state);
}

static float
offset(struct fixture *f) {
    return ui_scroll_offset(f->ui, STR("test"), STR("page"));
}

static void
go(struct fixture *f, float dp) {
    ui_scroll_set(f->ui, STR("test"), STR("page"), dp);
    fixture_frame(f, view);
}

/* Nothing in view is missing, nothing overlaps: rows follow each other by one gap. */
static void
check_view(struct fixture *f) {
    size_t count, seen = 0;
    const struct ui_node *nodes = ui_nodes(f->ui, &count), *last = NULL;
    assert_false(ui_is_incomplete(f->ui));
    for (size_t i = 1; i < count; i++) {
        if (nodes[i].position == 0 || rect_is_empty(nodes[i].clip)) {
            continue;
        }
        if (last) {
            float gap = nodes[i].rect.y - last->rect.y - last->rect.h;
            assert_int_equal(nodes[i].position, last->position + 1);
            assert_true(nodes[i].rect.y == last->rect.y ||
                        gap == metrics_px(&f->metrics, SPACE_S) || gap == f->metrics.gap_px);
        }
        last = &nodes[i];
        seen++;
    }
    assert_true(seen > 2);
}

static const struct ui_node *
first_in_view(struct fixture *f) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(f->ui, &count);
    float top = fixture_node(f, "page")->rect.y;
    for (size_t i = 1; i < count; i++) {
        if (nodes[i].position > 0 && nodes[i].rect.y >= top) {
            return &nodes[i];
        }
    }
    fail_msg("no row in view");
    return NULL;
}

static void
several(struct ui *ui) {
    enum { LISTS = 12 };
    ui_open(ui, (struct ui_box){.key = STR("page"), .scroll = UI_SCROLL_Y, .grow = 1, .gap = 8});
    for (size_t i = 0; i < LISTS; i++) {
        struct str name = arena_printf(ui_arena(ui), "list-%zu", i);
        ui_list(ui, (struct ui_list){.key = name,
                        .label = name,
                        .content = name,
                        .count = rows.count,
                        .gap = SPACE_S,
                        .row = row});
    }
    ui_close(ui);
}

/* Of lists that no frame has laid out only the first ones can be in view: the others declare their
 * ends, and not a panel full each. */
static void
test_list__several_new_ones_share_the_panel(void **state) {
    struct fixture *f = *state;
    rows.count = 200;
    rows.asked = 0;
    fixture_frame(f, several);
    assert_false(ui_is_incomplete(f->ui));
    assert_in_range(rows.asked, 12 * 4, (12 * 4 + 30) * f->passes);
}

static void
test_list__costs_what_can_be_seen(void **state) {
    struct fixture *f = *state;
    static const size_t counts[] = {1000, 100000, 5000000};
    size_t nodes[3][3], asked[3][3];
    for (size_t c = 0; c < 3; c++) {
        rows.count = counts[c];
        static const float places[] = {0, 20000, 70000};
        for (size_t p = 0; p < 3; p++) {
            go(f, places[p]);
            rows.asked = 0;
            fixture_frame(f, view);
            assert_int_equal(f->passes, 1);
            ui_nodes(f->ui, &nodes[c][p]);
            asked[c][p] = rows.asked;
            check_view(f);
        }
    }
    for (size_t p = 0; p < 3; p++) {
        assert_in_range(asked[0][p], 5, 60);
        assert_in_range(asked[2][p], asked[0][p] / 2, asked[0][p] * 2);
        assert_in_range(nodes[1][p], 20, 400);
        assert_in_range(nodes[2][p], nodes[0][p] / 2, nodes[0][p] * 2);
    }
}

static void
test_list__short_ones_are_declared_whole(void **state) {
    struct fixture *f = *state;
    rows.count = UI_LIST_WHOLE;
    rows.asked = 0;
    fixture_frame(f, view);
    assert_int_equal(rows.asked, UI_LIST_WHOLE);
    assert_int_equal(f->passes, 1);
}

/* A finger drags through wrong estimates: every row moves by what the finger moved, to the pixel.
 */
static void
test_list__follows_the_finger_to_the_pixel(void **state) {
    struct fixture *f = *state;
    static const float starts[] = {0, 3000, 900000, 5000000};
    for (size_t s = 0; s < ARRAY_LEN(starts); s++) {
        go(f, starts[s]);
        for (int by = -90; by <= 90; by += 180) {
            float y = by < 0 ? 1500.0f : 100.0f;
            fixture_pointer(f, UI_POINTER_DOWN, 300, y);
            fixture_frame(f, view);
            for (int i = 0; i < 14; i++) {
                uint32_t id = first_in_view(f)->position;
                float before = first_in_view(f)->rect.y;
                f->now_ms += 16;
                y += (float)by;
                fixture_pointer(f, UI_POINTER_MOVE, 300, y);
                bool at_start = offset(f) <= 0;
                fixture_frame(f, view);
                check_view(f);
                char key[32];
                snprintf(key, sizeof(key), "row-%u", id - 1);
                float moved = fixture_node(f, key)->rect.y - before;
                if (i > 0 && !at_start && fabsf(moved - (float)by) > 1) {
                    fail_msg("from %.0f: row %u moved %.0f, the finger %d", (double)starts[s], id,
                        (double)moved, by);
                }
            }
            f->now_ms += 500;
            fixture_pointer(f, UI_POINTER_MOVE, 300, y);
            fixture_pointer(f, UI_POINTER_UP, 300, y);
            fixture_frame(f, view);
        }
    }
}

static void
test_list__flings_and_glides_without_a_hole(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, view);
    float y = 1500;
    fixture_pointer(f, UI_POINTER_DOWN, 300, y);
    for (int i = 0; i < 6; i++) {
        f->now_ms += 16;
        fixture_pointer(f, UI_POINTER_MOVE, 300, y -= 120);
        fixture_frame(f, view);
    }
    fixture_pointer(f, UI_POINTER_UP, 300, y);
    float last = offset(f);
    for (int i = 0; ui_frame_deadline(f->ui) != UI_NEVER && i < 400; i++) {
        fixture_wait(f, 16);
        check_view(f);
        assert_true(offset(f) >= last);
        last = offset(f);
    }
    assert_true(last > 700);
    ui_scroll_pages(f->ui, STR("page"), 3);
    for (int i = 0; ui_frame_deadline(f->ui) != UI_NEVER && i < 100; i++) {
        fixture_wait(f, 16);
        check_view(f);
    }
    assert_true(offset(f) > last);
}

static void
press(struct fixture *f, enum ui_key key) {
    fixture_key(f, key);
    for (int i = 0; ui_frame_deadline(f->ui) != UI_NEVER && i < 100; i++) {
        fixture_wait(f, 16);
    }
    assert_int_equal(ui_frame_deadline(f->ui), UI_NEVER);
}

static void
test_list__end_and_home_reach_the_ends(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, view);
    press(f, UI_KEY_END);
    const struct ui_node *after = fixture_node(f, "after"), *page = fixture_node(f, "page");
    assert_false(rect_is_empty(after->clip));
    assert_true(after->rect.y + after->rect.h <= page->rect.y + page->rect.h);
    assert_true(after->rect.y + after->rect.h >= page->rect.y + page->rect.h - 1);
    assert_false(rect_is_empty(fixture_node(f, "row-99999")->clip));
    check_view(f);
    assert_false(ui_scroll_has_more(f->ui, STR("page"), true));
    press(f, UI_KEY_PAGE_UP);
    check_view(f);
    press(f, UI_KEY_HOME);
    assert_true(offset(f) == 0);
    check_view(f);
}

static uint32_t
focused_row(struct fixture *f) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(f->ui, &count);
    for (size_t i = 1; i < count; i++) {
        if (nodes[i].id == ui_focused(f->ui)) {
            return nodes[i].position;
        }
    }
    return 0;
}

static void
test_list__tab_walks_every_row_in_order(void **state) {
    struct fixture *f = *state;
    for (int columns = 1; columns <= 2; columns++) {
        rows.count = 300;
        rows.min_column = columns == 2 ? 180 : 0;
        rows.content = columns == 2 ? "two" : "one";
        fixture_frame(f, view);
        go(f, 0);
        fixture_key(f, UI_KEY_TAB); /* before */
        while (ui_focused(f->ui) != fixture_node(f, "before")->id) {
            fixture_key(f, UI_KEY_TAB);
        }
        for (uint32_t i = 1; i <= rows.count; i++) {
            fixture_key(f, UI_KEY_TAB);
            assert_int_equal(focused_row(f), i);
            check_view(f);
        }
        fixture_key(f, UI_KEY_TAB);
        assert_true(ui_focused(f->ui) == fixture_node(f, "after")->id);
        for (uint32_t i = (uint32_t)rows.count; i >= 1; i--) { /* and back, from below */
            fixture_key(f, UI_KEY_BACKTAB);
            assert_int_equal(focused_row(f), i);
        }
    }
}

/* Who scrolled away from the focused row goes on from there with the next Tab. */
static void
test_list__keeps_the_focus_out_of_view(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, view);
    fixture_key(f, UI_KEY_TAB);
    for (int i = 0; i < 5; i++) {
        fixture_key(f, UI_KEY_TAB);
    }
    uint32_t row_before = focused_row(f);
    go(f, 400000);
    assert_true(rect_is_empty(fixture_node(f, "row-4")->clip));
    assert_int_equal(focused_row(f), row_before);
    fixture_key(f, UI_KEY_TAB);
    assert_int_equal(focused_row(f), row_before + 1);
    check_view(f);
    go(f, 400000);
    fixture_key(f, UI_KEY_BACKTAB);
    fixture_key(f, UI_KEY_BACKTAB);
    assert_int_equal(focused_row(f), row_before - 1);
}

static void
test_list__keeps_the_place_when_set_otherwise(void **state) {
    struct fixture *f = *state;
    static const float starts[] = {2000, 800000};
    for (size_t s = 0; s < 2; s++) {
        go(f, starts[s]);
        uint32_t row_before = first_in_view(f)->position;
        float y = first_in_view(f)->rect.y;
        for (int i = 0; i < 4; i++) {
            static const float scales[] = {2, 1, 1.3f, 1};
            fixture_profile(f, "kiosk-portrait", scales[i]);
            f->frame.locale = i % 2 ? LOCALE_JA : LOCALE_EN;
            ui_scroll_set(
                f->ui, STR("test"), STR("page"), offset(f)); /* as loading a screen does */
            fixture_frame(f, view);
            check_view(f);
            assert_int_equal(first_in_view(f)->position, row_before);
            assert_true(fabsf(first_in_view(f)->rect.y - y) <= 2);
        }
        f->frame.locale = LOCALE_KO;
    }
}

static void
test_list__reveals_a_row_once(void **state) {
    struct fixture *f = *state;
    static const size_t which[] = {1, 50, 77777, 100000};
    for (size_t i = 0; i < ARRAY_LEN(which); i++) {
        rows.reveal = which[i];
        go(f, 0);
        char key[32];
        snprintf(key, sizeof(key), "row-%zu", which[i] - 1);
        const struct ui_node *node = fixture_node(f, key);
        assert_true(node->clip.h == node->rect.h && node->rect.h > 0);
        check_view(f);
        float at = offset(f);
        ui_scroll_pages(f->ui, STR("page"), which[i] > 99000 ? -2 : 2);
        fixture_wait(f, 1000);
        fixture_wait(f, 1000);
        if (fabsf(offset(f) - at) < 100) { /* the reader may leave it */
            fail_msg("row %zu: %.0f, then %.0f", which[i], (double)at, (double)offset(f));
        }
    }
    rows.reveal = 500;
    go(f, 9000); /* coming back to where one was, not to what the link meant */
    assert_true(fabsf(offset(f) - 9000) < 2);
}

static void
test_list__other_rows_begin_anew(void **state) {
    struct fixture *f = *state;
    go(f, 100000);
    rows.content = "others";
    rows.count = 70;
    go(f, 0);
    check_view(f);
    assert_int_equal(first_in_view(f)->position, 1);
    rows.count = 3;
    fixture_frame(f, view);
    fixture_node(f, "row-2");
    rows.count = 0;
    fixture_frame(f, view);
}

static void
test_list__semantics_say_place_and_number(void **state) {
    struct fixture *f = *state;
    struct str_buf json = {0};
    go(f, 500000);
    semantics_json(f->ui, &json);
    const struct ui_node *row_node = first_in_view(f);
    char words[96];
    snprintf(words, sizeof(words), "\"position\":%u,\"set_size\":100000", row_node->position);
    if (str_find(str_buf_str(&json), str_from(words)) == SIZE_MAX) {
        fail_msg("%s is not said", words);
    }
    assert_true(semantics_content_height(f->ui) > 5e6f);
    str_buf_finish(&json);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)

int
main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_list__several_new_ones_share_the_panel),
        TEST(test_list__costs_what_can_be_seen),
        TEST(test_list__short_ones_are_declared_whole),
        TEST(test_list__follows_the_finger_to_the_pixel),
        TEST(test_list__flings_and_glides_without_a_hole),
        TEST(test_list__end_and_home_reach_the_ends),
        TEST(test_list__tab_walks_every_row_in_order),
        TEST(test_list__keeps_the_focus_out_of_view),
        TEST(test_list__keeps_the_place_when_set_otherwise),
        TEST(test_list__reveals_a_row_once),
        TEST(test_list__other_rows_begin_anew),
        TEST(test_list__semantics_say_place_and_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
