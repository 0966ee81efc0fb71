/* Whole frames: what people do, and what comes of it. */
#include "ui_fixture.h"

#include <math.h>

static const struct str ids[] = {STR_INIT("r0"), STR_INIT("r1"), STR_INIT("r2"), STR_INIT("r3"),
    STR_INIT("r4"), STR_INIT("r5"), STR_INIT("r6"), STR_INIT("r7"), STR_INIT("r8"), STR_INIT("r9"),
    STR_INIT("r10"), STR_INIT("r11"), STR_INIT("r12"), STR_INIT("r13"), STR_INIT("r14"),
    STR_INIT("r15"), STR_INIT("r16"), STR_INIT("r17"), STR_INIT("r18"), STR_INIT("r19")};

static bool returned; /* what the button said in its last declaration */

static void
two_buttons(struct ui *ui) {
    ui_open(ui, (struct ui_box){.padding = ui_pad(20), .gap = 2});
    returned = ui_button(
        ui, (struct ui_button){.key = STR("go"), .label = STR("가기"), .action = STR("open x")});
    ui_button(ui,
        (struct ui_button){
            .key = STR("off"), .label = STR("안 됨"), .action = STR("open y"), .disabled = true});
    ui_button(
        ui, (struct ui_button){.key = STR("home"), .label = STR("처음"), .action = STR("home")});
    ui_close(ui);
}

static void
long_page(struct ui *ui) {
    ui_open(ui, (struct ui_box){0});
    ui_open(ui, (struct ui_box){.key = STR("page"), .scroll = UI_SCROLL_Y, .grow = 1, .gap = 8});
    for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
        ui_link_row(
            ui, (struct ui_link_row){
                    .key = ids[i], .title = ids[i], .text = STR("안산시"), .action = ids[i]});
    }
    ui_close(ui);
    ui_button(ui,
        (struct ui_button){.key = STR("more"), .label = STR("더"), .action = STR("scroll page 1")});
    ui_close(ui);
}

static void
with_dialog(struct ui *ui) {
    two_buttons(ui);
    ui_dialog_open(
        ui, (struct ui_dialog){
                .key = STR("ask"), .title = STR("계속할까요?"), .dismiss = STR("dismiss")});
    ui_button(
        ui, (struct ui_button){.key = STR("yes"), .label = STR("계속"), .action = STR("continue")});
    ui_dialog_close(ui);
}

static void
with_field(struct ui *ui) {
    ui_open(ui, (struct ui_box){.padding = ui_pad(20)});
    returned = ui_search_field(ui, (struct ui_search_field){.key = STR("q"),
                                       .label = STR("찾기"),
                                       .placeholder = STR("도시 이름"),
                                       .action = STR("open search"),
                                       .clear_label = STR("지우기")});
    ui_close(ui);
}

static void
with_link(struct ui *ui) {
    static const struct ui_span spans[] = {
        {.start = 4, .end = 13, .action = STR_INIT("open cities/hamamatsu")}};
    ui_open(ui, (struct ui_box){.padding = ui_pad(20), .max_width = 300});
    ui_text(ui, STR("The Hamamatsu page says more than this line can hold"), LOCALE_EN,
        (struct ui_text_spec){.key = STR("text"), .spans = spans, .span_count = 1});
    ui_close(ui);
}

static void
test_ui__tap_gives_the_action_once(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, two_buttons);
    assert_false(returned);
    struct rect at = fixture_node(f, "go")->rect;
    fixture_pointer(f, UI_POINTER_DOWN, at.x + 5, at.y + 5);
    assert_string_equal(fixture_action(f), ""); /* nothing on touch-down */
    assert_true(ui_is_dirty(f->ui));            /* but it looks pressed */
    f->now_ms += 50;
    fixture_pointer(f, UI_POINTER_UP, at.x + 5, at.y + 5);
    assert_string_equal(fixture_action(f), "open x");
    assert_string_equal(fixture_action(f), "");
    fixture_wait(f, 10);
    assert_true(returned);
    fixture_wait(f, 10);
    assert_false(returned);
    assert_false(ui_is_dirty(f->ui));
}

static void
test_ui__disabled_and_empty_places_do_nothing(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, two_buttons);
    fixture_tap(f, "off");
    assert_string_equal(fixture_action(f), "");
    fixture_pointer(f, UI_POINTER_DOWN, 5, 1800);
    fixture_pointer(f, UI_POINTER_UP, 5, 1800);
    assert_string_equal(fixture_action(f), "");
}

static void
test_ui__targets_are_large_and_apart(void **state) {
    struct fixture *f = *state;
    static const char *const profiles[] = {"kiosk-portrait", "kiosk-landscape", "phone"};
    for (size_t i = 0; i < ARRAY_LEN(profiles); i++) {
        fixture_profile(f, profiles[i], 1);
        fixture_frame(f, two_buttons); /* asks for a gap of 2 dp */
        struct rect a = fixture_node(f, "go")->rect, b = fixture_node(f, "off")->rect;
        assert_true(a.h >= f->metrics.target_px && a.w >= f->metrics.target_px);
        assert_true(b.y - (a.y + a.h) >= f->metrics.gap_px);
    }
}

static void
test_ui__tab_walks_and_enter_activates(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, two_buttons);
    assert_false(ui_focus_visible(f->ui));
    fixture_key(f, UI_KEY_TAB);
    assert_true(ui_focus_visible(f->ui));
    assert_true(ui_focused(f->ui) == fixture_node(f, "go")->id);
    fixture_key(f, UI_KEY_TAB); /* the disabled one is skipped */
    assert_true(ui_focused(f->ui) == fixture_node(f, "home")->id);
    fixture_key(f, UI_KEY_TAB); /* round the end */
    assert_true(ui_focused(f->ui) == fixture_node(f, "go")->id);
    fixture_key(f, UI_KEY_BACKTAB);
    assert_true(ui_focused(f->ui) == fixture_node(f, "home")->id);
    fixture_key(f, UI_KEY_UP);
    assert_true(ui_focused(f->ui) == fixture_node(f, "go")->id);
    fixture_key(f, UI_KEY_ENTER);
    assert_string_equal(fixture_action(f), "open x");
    fixture_key(f, UI_KEY_ESCAPE);
    assert_string_equal(fixture_action(f), "back");
}

static void
test_ui__focus_ring_is_drawn_after_keys_not_after_taps(void **state) {
    struct fixture *f = *state;
    struct draw_list list;
    draw_list_init(&list);
    fixture_frame(f, two_buttons);
    ui_draw(f->ui, &list);
    size_t plain = list.count;
    fixture_key(f, UI_KEY_TAB);
    ui_draw(f->ui, &list);
    assert_int_equal(list.count, plain + 2); /* and a gap of paper round the key */
    bool has_ring = false;
    for (size_t i = 0; i < list.count; i++) {
        const struct draw_command *c = &list.commands[i];
        has_ring = has_ring || (c->kind == DRAW_RECT && c->fill.a == 0 && c->width >= 2);
    }
    assert_true(has_ring);
    fixture_tap(f, "go");
    fixture_wait(f, 10);
    ui_draw(f->ui, &list);
    assert_int_equal(list.count, plain);
    draw_list_finish(&list);
}

static void
test_ui__drag_scrolls_flings_and_does_not_tap(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, long_page);
    struct rect at = fixture_node(f, "r3")->rect;
    fixture_pointer(f, UI_POINTER_DOWN, at.x + 50, at.y + 20);
    for (int i = 1; i <= 8; i++) {
        f->now_ms += 10;
        fixture_pointer(f, UI_POINTER_MOVE, at.x + 50, at.y + 20 - 20.0f * (float)i);
    }
    fixture_pointer(f, UI_POINTER_UP, at.x + 50, at.y + 20 - 160);
    assert_string_equal(fixture_action(f), "");
    fixture_frame(f, long_page);
    float dragged = ui_scroll_offset(f->ui, STR("test"), STR("page"));
    assert_true(dragged > 0);
    assert_true(ui_frame_deadline(f->ui) == f->now_ms + 16); /* coasting */
    fixture_wait(f, 200);
    float later = ui_scroll_offset(f->ui, STR("test"), STR("page"));
    assert_true(later > dragged + 10);
    fixture_wait(f, 5000);
    fixture_wait(f, 16);
    assert_true(ui_frame_deadline(f->ui) == UI_NEVER); /* at rest: nothing to do */
}

static void
test_ui__page_buttons_turn_pages_and_know_the_end(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, long_page);
    assert_false(fixture_node(f, "more")->box.disabled);
    assert_false(ui_scroll_has_more(f->ui, STR("page"), false));
    for (int i = 0; i < 10 && !fixture_node(f, "more")->box.disabled; i++) {
        fixture_tap(f, "more");
        assert_string_equal(fixture_action(f), ""); /* carried out here */
        fixture_wait(f, 500);
        fixture_wait(f, 500);
    }
    assert_true(fixture_node(f, "more")->box.disabled);
    const struct ui_node *last = fixture_node(f, "r19");
    assert_true(last->clip.h == last->rect.h);
    assert_true(ui_scroll_has_more(f->ui, STR("page"), false));
}

static void
test_ui__scroll_is_kept_by_screen_and_settable(void **state) {
    struct fixture *f = *state;
    ui_scroll_set(f->ui, STR("other"), STR("page"), 120); /* before it was ever shown */
    fixture_frame(f, long_page);
    assert_true(ui_scroll_offset(f->ui, STR("test"), STR("page")) == 0);
    f->frame.screen = STR("other");
    fixture_frame(f, long_page);
    assert_true(fabsf(ui_scroll_offset(f->ui, STR("other"), STR("page")) - 120) < 1);
    f->frame.screen = STR("test");
    fixture_frame(f, long_page);
    f->frame.screen = STR("other");
    fixture_frame(f, long_page);
    assert_true(fabsf(ui_scroll_offset(f->ui, STR("other"), STR("page")) - 120) < 1);
    ui_forget(f->ui);
    fixture_frame(f, long_page);
    assert_true(ui_scroll_offset(f->ui, STR("other"), STR("page")) == 0);
}

static void
test_ui__another_text_size_keeps_the_place(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, long_page);
    ui_reveal(f->ui, ui_find(f->ui, STR("r12")));
    fixture_wait(f, 16);
    struct rect before = {0};
    const char *first = NULL;
    for (size_t i = 0; i < ARRAY_LEN(ids) && !first; i++) {
        const struct ui_node *node = fixture_node(f, ids[i].p);
        if (node->rect.y >= 0) {
            first = ids[i].p;
            before = node->rect;
        }
    }
    fixture_profile(f, "kiosk-portrait", 1.6f);
    fixture_frame(f, long_page);
    assert_true(fabsf(fixture_node(f, first)->rect.y - before.y) <= 1);
}

static void
test_ui__wheel_and_keys_scroll(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, long_page);
    struct ui_event wheel = {.type = UI_WHEEL, .at = {300, 300}, .wheel = {0, -2}};
    assert_true(ui_feed(f->ui, &wheel));
    fixture_wait(f, 16);
    float after = ui_scroll_offset(f->ui, STR("test"), STR("page"));
    assert_true(after > 0);
    fixture_key(f, UI_KEY_END);
    fixture_wait(f, 1000);
    assert_false(ui_scroll_has_more(f->ui, STR("page"), true));
    fixture_key(f, UI_KEY_HOME);
    fixture_wait(f, 1000);
    assert_false(ui_scroll_has_more(f->ui, STR("page"), false));
    f->frame.reduced_motion = true;
    fixture_frame(f, long_page);
    fixture_key(f, UI_KEY_PAGE_DOWN); /* jumps: nothing moves afterwards */
    assert_true(ui_scroll_offset(f->ui, STR("test"), STR("page")) > after);
    assert_true(ui_frame_deadline(f->ui) == UI_NEVER);
}

static void
test_ui__focus_brings_rows_into_view(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, long_page);
    for (int i = 0; i < 15; i++) {
        fixture_key(f, UI_KEY_TAB);
    }
    const struct ui_node *row = fixture_node(f, "r14");
    assert_true(ui_focused(f->ui) == row->id);
    assert_true(row->clip.h == row->rect.h);
}

static bool
feed(struct fixture *f, enum ui_event_type type, uint64_t pointer, float x, float y) {
    struct ui_event event = {
        .type = type, .time_ms = f->now_ms, .pointer = pointer, .at = {x, y}, .wheel = {0, -2}};
    return ui_feed(f->ui, &event);
}

static void
test_ui__a_stuck_finger_deadens_nothing(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, two_buttons);
    struct rect go = fixture_node(f, "go")->rect, home = fixture_node(f, "home")->rect;
    feed(f, UI_POINTER_DOWN, 5, go.x + 9, go.y + 9); /* its release never comes */
    for (int i = 0; i < 20; i++) {
        f->now_ms += 1500;
        feed(f, UI_POINTER_MOVE, 5, go.x + 9 + (float)(i & 1), go.y + 9);
        assert_int_equal(ui_life(f->ui), UI_LIFE_NONE); /* it trembles: nobody is there */
        fixture_tap(f, "home");
        assert_int_equal(ui_life(f->ui), UI_LIFE_ACT);
        assert_string_equal(fixture_action(f), "home");
        fixture_wait(f, 16);
    }
    feed(f, UI_POINTER_DOWN, 5, go.x + 9, go.y + 9);
    assert_int_equal(ui_life(f->ui), UI_LIFE_SIGN);
    feed(f, UI_POINTER_DOWN, 6, home.x + 9, home.y + 9); /* a vain tap */
    assert_int_equal(ui_life(f->ui), UI_LIFE_NONE);
    feed(f, UI_POINTER_UP, 6, home.x + 9, home.y + 9);
    assert_int_equal(ui_life(f->ui), UI_LIFE_NONE);
    assert_string_equal(fixture_action(f), "");
}

/* A palm on nothing, a hand on the frame: neither holds up a finger that comes right after. */
static void
test_ui__palms_and_edges_give_way_at_once(void **state) {
    struct fixture *f = *state;
    static const struct point rests[] = {{3, 900}, {1077, 900}, {500, 2}};
    for (size_t i = 0; i < ARRAY_LEN(rests); i++) {
        fixture_frame(f, long_page);
        feed(f, UI_POINTER_DOWN, 5, rests[i].x, rests[i].y);
        f->now_ms += 20;
        fixture_tap(f, "r3");
        assert_string_equal(fixture_action(f), "r3");
        f->now_ms += 2000;
        feed(f, UI_POINTER_UP, 5, rests[i].x, rests[i].y);
        assert_string_equal(fixture_action(f), "");
        f->now_ms += 2000;
    }
    fixture_frame(f, two_buttons);
    feed(f, UI_POINTER_DOWN, 5, 300, 1800); /* where there is nothing */
    fixture_tap(f, "go");
    assert_string_equal(fixture_action(f), "open x");
    fixture_frame(f, long_page);
    f->now_ms += 2000;
    fixture_pointer(f, UI_POINTER_DOWN, 2, fixture_node(f, "r2")->rect.y + 9); /* alone it acts */
    fixture_pointer(f, UI_POINTER_UP, 2, fixture_node(f, "r2")->rect.y + 9);
    assert_string_equal(fixture_action(f), "r2");
}

/* Keys and the wheel act beside a press; it acts only on what still lies under it. */
static void
test_ui__a_press_acts_on_what_still_lies_under_it(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, long_page);
    struct rect at = fixture_node(f, "r4")->rect;
    feed(f, UI_POINTER_DOWN, 1, at.x + 9, at.y + 9);
    assert_true(feed(f, UI_WHEEL, 0, at.x + 9, at.y + 9));
    assert_int_equal(ui_life(f->ui), UI_LIFE_ACT);
    fixture_wait(f, 16);
    feed(f, UI_POINTER_UP, 1, at.x + 9, at.y + 9);
    assert_string_equal(fixture_action(f), "");
    at = fixture_node(f, "r4")->clip;
    f->now_ms += 1000;
    feed(f, UI_POINTER_DOWN, 1, at.x + 9, at.y + 9);
    fixture_key(f, UI_KEY_PAGE_DOWN);
    fixture_wait(f, 1000);
    feed(f, UI_POINTER_UP, 1, at.x + 9, at.y + 9);
    assert_string_equal(fixture_action(f), "");
    fixture_key(f, UI_KEY_HOME);
    fixture_wait(f, 1000);
    at = fixture_node(f, "r1")->rect;
    feed(f, UI_POINTER_DOWN, 1, at.x + 9, at.y + 9);
    fixture_key(f, UI_KEY_TAB); /* moves nothing */
    feed(f, UI_POINTER_UP, 1, at.x + 9, at.y + 9);
    assert_string_equal(fixture_action(f), "r1");
    f->now_ms += 1000;
    fixture_frame(f, two_buttons);
    at = fixture_node(f, "go")->rect;
    feed(f, UI_POINTER_DOWN, 1, at.x + 5, at.y + 5);
    fixture_frame(f, with_dialog); /* comes between finger and button */
    feed(f, UI_POINTER_UP, 1, at.x + 5, at.y + 5);
    assert_string_equal(fixture_action(f), "");
}

static void
test_ui__only_what_a_person_does_is_a_sign_of_life(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, long_page);
    struct rect at = fixture_node(f, "r3")->rect;
    static const struct {
        struct ui_event event;
        enum ui_life life;
    } keys[] = {
        {{.type = UI_KEY, .key = UI_KEY_DOWN}, UI_LIFE_ACT},
        {{.type = UI_KEY, .key = UI_KEY_DOWN, .is_repeat = true}, UI_LIFE_NONE},
        {{.type = UI_KEY, .key = UI_KEY_DELETE}, UI_LIFE_SIGN},
        {{.type = UI_TEXT_INPUT, .text = STR_INIT("a")}, UI_LIFE_SIGN}, /* into nothing */
        {{.type = UI_TEXT_EDITING, .text = STR_INIT("a")}, UI_LIFE_SIGN},
        {{.type = UI_TEXT_EDITING}, UI_LIFE_NONE},
        {{.type = UI_POINTER_CANCEL, .pointer = UI_POINTER_ALL}, UI_LIFE_NONE},
        {{.type = UI_POINTER_UP, .pointer = 9}, UI_LIFE_NONE},
        {{.type = UI_POINTER_MOVE, .pointer = 9, .at = {50, 700}}, UI_LIFE_NONE},
    };
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        ui_feed(f->ui, &keys[i].event);
        assert_int_equal(ui_life(f->ui), keys[i].life);
    }
    feed(f, UI_POINTER_DOWN, 1, at.x + 9, at.y + 9);
    assert_int_equal(ui_life(f->ui), UI_LIFE_SIGN);
    float slop = f->metrics.slop_px;
    for (int i = 1; i <= 3; i++) { /* three drags beyond the slop, with a jitter between them */
        feed(f, UI_POINTER_MOVE, 1, at.x + 9, at.y + 9 + (slop + 2) * (float)i);
        assert_int_equal(ui_life(f->ui), UI_LIFE_SIGN);
        for (int k = 0; k < 10; k++) {
            feed(
                f, UI_POINTER_MOVE, 1, at.x + 9, at.y + 9 + (slop + 2) * (float)i + (float)(k & 1));
            assert_int_equal(ui_life(f->ui), UI_LIFE_NONE);
        }
    }
    feed(f, UI_POINTER_UP, 1, at.x + 9, at.y + 9);
    assert_int_equal(ui_life(f->ui), UI_LIFE_ACT); /* it scrolled */
}

static void
test_ui__dialog_holds_touch_and_focus(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, with_dialog);
    struct rect below = fixture_node(f, "go")->rect; /* behind the scrim */
    fixture_pointer(f, UI_POINTER_DOWN, below.x + 5, below.y + 5);
    fixture_pointer(f, UI_POINTER_UP, below.x + 5, below.y + 5);
    assert_string_equal(fixture_action(f), "dismiss");
    f->now_ms += 1000;
    struct rect panel = fixture_node(f, "ask")->rect; /* its paper is not its outside */
    fixture_pointer(f, UI_POINTER_DOWN, panel.x + 4, panel.y + 4);
    fixture_pointer(f, UI_POINTER_UP, panel.x + 4, panel.y + 4);
    assert_string_equal(fixture_action(f), "");
    f->now_ms += 1000;
    fixture_tap(f, "yes");
    assert_string_equal(fixture_action(f), "continue");
    assert_int_equal(fixture_node(f, "go")->focus, 0);
    assert_int_equal(fixture_node(f, "yes")->focus, 1);
    fixture_key(f, UI_KEY_ESCAPE);
    assert_string_equal(fixture_action(f), "dismiss");
}

static void
test_ui__text_field_edits_utf8(void **state) {
    struct fixture *f = *state;
    struct rect at;
    fixture_frame(f, with_field);
    assert_false(ui_wants_text(f->ui, &at));
    fixture_tap(f, "q");
    fixture_wait(f, 16);
    assert_true(ui_wants_text(f->ui, &at));
    assert_true(at.w > 100);
    struct ui_event editing = {.type = UI_TEXT_EDITING, .text = STR_INIT("안ㅅ")};
    ui_feed(f->ui, &editing);
    fixture_wait(f, 16);
    assert_false(returned); /* still being composed */
    assert_str_equal(ui_field_text(f->ui, STR("q")), "");
    fixture_type(f, "안산");
    assert_true(returned); /* the text changed */
    fixture_type(f, "시");
    assert_str_equal(ui_field_text(f->ui, STR("q")), "안산시");
    fixture_key(f, UI_KEY_BACKSPACE);
    fixture_key(f, UI_KEY_LEFT);
    fixture_type(f, "新");
    assert_str_equal(ui_field_text(f->ui, STR("q")), "안新산");
    fixture_key(f, UI_KEY_END);
    fixture_type(f, "\xff"); /* not UTF-8: refused */
    assert_str_equal(ui_field_text(f->ui, STR("q")), "안新산");
    fixture_key(f, UI_KEY_ENTER);
    assert_string_equal(fixture_action(f), "open search 안新산");
    fixture_tap(f, "clear");
    fixture_wait(f, 400);
    assert_str_equal(ui_field_text(f->ui, STR("q")), "");
    ui_field_set(f->ui, STR("q"), STR("煙台"));
    fixture_wait(f, 16);
    assert_str_equal(fixture_node(f, "q")->box.value, "煙台");
    for (int i = 0; i < 12; i++) {
        fixture_type(f, "하마마쓰");
    }
    const struct ui_node *inner = fixture_node(f, "q-text"); /* too long: its end stays in view */
    struct rect field = fixture_node(f, "q")->rect;
    assert_true(inner->content > inner->rect.w);
    assert_true(inner->rect.x + inner->rect.w <= field.x + field.w);
    assert_false(ui_scroll_has_more(f->ui, STR("q-text"), true));
    ui_forget(f->ui);
    assert_str_equal(ui_field_text(f->ui, STR("q")), "");
}

static void
test_ui__links_in_text_can_be_touched_and_focused(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, with_link);
    size_t count;
    const struct ui_node *nodes = ui_nodes(f->ui, &count);
    uint32_t link = 0;
    for (uint32_t i = 1; i < count; i++) {
        link = nodes[i].box.role == ROLE_LINK ? i : link;
    }
    assert_true(link != 0);
    assert_str_equal(nodes[link].text, "Hamamatsu");
    assert_int_equal(nodes[link].focus, 1);
    struct rect at = nodes[link].rect;
    assert_true(at.w >= f->metrics.target_px && at.h >= f->metrics.target_px);
    assert_true(rect_contains(
        fixture_node(f, "text")->rect, (struct point){at.x + at.w / 2, at.y + at.h / 2}));
    fixture_pointer(f, UI_POINTER_DOWN, at.x + at.w / 2, at.y + at.h / 2);
    fixture_pointer(f, UI_POINTER_UP, at.x + at.w / 2, at.y + at.h / 2);
    assert_string_equal(fixture_action(f), "open cities/hamamatsu");
}

static void
test_ui__equal_frames_draw_equal_lists(void **state) {
    struct fixture *f = *state;
    struct draw_list list;
    draw_list_init(&list);
    fixture_frame(f, long_page);
    ui_draw(f->ui, &list);
    uint64_t first = draw_list_hash(&list);
    fixture_wait(f, 1000);
    ui_draw(f->ui, &list);
    assert_true(draw_list_hash(&list) == first);
    struct rect at = fixture_node(f, "r1")->rect;
    fixture_pointer(f, UI_POINTER_DOWN, at.x + 9, at.y + 9);
    fixture_wait(f, 1);
    ui_draw(f->ui, &list);
    assert_true(draw_list_hash(&list) != first); /* pressed */
    draw_list_finish(&list);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int
main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_ui__tap_gives_the_action_once),
        TEST(test_ui__disabled_and_empty_places_do_nothing),
        TEST(test_ui__targets_are_large_and_apart),
        TEST(test_ui__tab_walks_and_enter_activates),
        TEST(test_ui__focus_ring_is_drawn_after_keys_not_after_taps),
        TEST(test_ui__drag_scrolls_flings_and_does_not_tap),
        TEST(test_ui__page_buttons_turn_pages_and_know_the_end),
        TEST(test_ui__scroll_is_kept_by_screen_and_settable),
        TEST(test_ui__another_text_size_keeps_the_place),
        TEST(test_ui__wheel_and_keys_scroll),
        TEST(test_ui__focus_brings_rows_into_view),
        TEST(test_ui__a_stuck_finger_deadens_nothing),
        TEST(test_ui__palms_and_edges_give_way_at_once),
        TEST(test_ui__a_press_acts_on_what_still_lies_under_it),
        TEST(test_ui__only_what_a_person_does_is_a_sign_of_life),
        TEST(test_ui__dialog_holds_touch_and_focus),
        TEST(test_ui__text_field_edits_utf8),
        TEST(test_ui__links_in_text_can_be_touched_and_focused),
        TEST(test_ui__equal_frames_draw_equal_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
