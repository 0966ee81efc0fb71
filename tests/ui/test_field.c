/* Text fields: caret, selection, compositions, and the one limit. */
#include "ui_fixture.h"

#include "base/utf8.h"
#include "ui/semantics.h"

#include <string.h>

static void
with_field(struct ui *ui) {
    ui_open(ui, (struct ui_box){.padding = ui_pad(20)});
    ui_search_field(ui, (struct ui_search_field){.key = STR("q"),
                            .label = STR("찾기"),
                            .placeholder = STR("도시 이름"),
                            .action = STR("open search"),
                            .clear_label = STR("지우기")});
    ui_close(ui);
}

static void
elsewhere(struct ui *ui) {
    ui_button(
        ui, (struct ui_button){.key = STR("go"), .label = STR("가기"), .action = STR("open x")});
}

static struct str
shown_text(struct fixture *f) { /* with what is being composed */
    size_t count;
    const struct ui_node *nodes = ui_nodes(f->ui, &count);
    for (size_t i = 1; i < count; i++) {
        if (nodes[i].edit) {
            return nodes[i].text;
        }
    }
    return (struct str){0};
}

static void
compose(struct fixture *f, const char *text) {
    struct ui_event event = {.type = UI_TEXT_EDITING, .time_ms = f->now_ms, .text = str_from(text)};
    ui_feed(f->ui, &event);
    fixture_wait(f, 16);
}

static void
open_field(struct fixture *f, const char *text) {
    fixture_frame(f, with_field);
    ui_field_set(f->ui, STR("q"), str_from(text));
    fixture_wait(f, 400);
    fixture_tap(f, "q");
    fixture_key(f, UI_KEY_END);
}

static void
test_field__the_caret_goes_by_what_a_person_sees_as_one(void **state) {
    struct fixture *f = *state;
    static const char *const texts[] = {
        "a\u0301b", "\u1112\u1161\u11AB가", "辻\U000E0100町", "👨\u200D👩\u200D👧x", "🇰🇷🇯🇵"};
    static const char *const lasts[] = {"b", "가", "町", "x", "🇯🇵"};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        size_t whole = strlen(texts[i]), last = strlen(lasts[i]);
        open_field(f, texts[i]);
        fixture_key(f, UI_KEY_BACKSPACE);
        assert_int_equal(ui_field_text(f->ui, STR("q")).n, whole - last);
        fixture_key(f, UI_KEY_BACKSPACE);
        assert_int_equal(ui_field_text(f->ui, STR("q")).n, 0);
        open_field(f, texts[i]);
        fixture_key(f, UI_KEY_HOME);
        fixture_key(f, UI_KEY_RIGHT);
        fixture_key(f, UI_KEY_DELETE);
        assert_int_equal(ui_field_text(f->ui, STR("q")).n, whole - last);
        fixture_key(f, UI_KEY_LEFT);
        fixture_key(f, UI_KEY_DELETE);
        assert_str_equal(ui_field_text(f->ui, STR("q")), "");
    }
    open_field(f, "한"); /* a finished syllable goes as one, an open one jamo by jamo */
    fixture_key(f, UI_KEY_BACKSPACE);
    assert_str_equal(ui_field_text(f->ui, STR("q")), "");
    compose(f, "한");
    fixture_key(f, UI_KEY_BACKSPACE);
    assert_str_equal(shown_text(f), "하");
    assert_str_equal(ui_field_text(f->ui, STR("q")), "");
}

static char board[64]; /* a clipboard */

static bool
board_copy(void *host, struct str text) {
    (void)host;
    snprintf(board, sizeof(board), "%.*s", STR_ARG(text));
    return true;
}

static bool
board_paste(void *host, struct str_buf *out) {
    (void)host;
    str_buf_add(out, str_from(board));
    return out->n > 0;
}

static void
test_field__text_is_selected_copied_and_replaced(void **state) {
    struct fixture *f = *state;
    static const struct ui_clipboard clipboard = {.copy = board_copy, .paste = board_paste};
    open_field(f, "안산 浜松");
    fixture_key(f, UI_KEY_SELECT_LEFT);
    fixture_key(f, UI_KEY_SELECT_LEFT);
    fixture_key(f, UI_KEY_CUT); /* a shared panel has no clipboard: nothing is lost */
    assert_str_equal(ui_field_text(f->ui, STR("q")), "안산 浜松");
    ui_set_clipboard(f->ui, &clipboard);
    fixture_key(f, UI_KEY_COPY);
    assert_string_equal(board, "浜松");
    fixture_type(f, "x"); /* in the place of what was selected */
    assert_str_equal(ui_field_text(f->ui, STR("q")), "안산 x");
    fixture_key(f, UI_KEY_SELECT_ALL);
    fixture_key(f, UI_KEY_LEFT); /* lets go, at the start */
    fixture_key(f, UI_KEY_PASTE);
    assert_str_equal(ui_field_text(f->ui, STR("q")), "浜松안산 x");
    fixture_key(f, UI_KEY_SELECT_HOME);
    fixture_key(f, UI_KEY_CUT);
    assert_str_equal(ui_field_text(f->ui, STR("q")), "안산 x");
    fixture_key(f, UI_KEY_SELECT_END);
    fixture_key(f, UI_KEY_BACKSPACE);
    assert_str_equal(ui_field_text(f->ui, STR("q")), "");
    snprintf(board, sizeof(board), "a\nb\tc\x7f\xC2\x85");
    fixture_key(f, UI_KEY_PASTE); /* one line */
    assert_str_equal(ui_field_text(f->ui, STR("q")), "a b c  ");
}

static void
test_field__a_finger_places_the_caret_and_selects(void **state) {
    struct fixture *f = *state;
    open_field(f, "国国国国");
    size_t count;
    const struct ui_node *nodes = ui_nodes(f->ui, &count), *leaf = NULL;
    for (size_t i = 1; i < count; i++) {
        leaf = nodes[i].edit ? &nodes[i] : leaf;
    }
    struct rect at = leaf->rect;
    float em = leaf->style.size_px, y = at.y + at.h / 2;
    f->now_ms += 1000;
    fixture_pointer(f, UI_POINTER_DOWN, at.x + em * 2.1f, y);
    fixture_pointer(f, UI_POINTER_UP, at.x + em * 2.1f, y);
    fixture_wait(f, 1000);
    fixture_type(f, "|");
    assert_str_equal(ui_field_text(f->ui, STR("q")), "国国|国国");
    fixture_key(f, UI_KEY_BACKSPACE);
    fixture_wait(f, 1000);
    fixture_pointer(f, UI_POINTER_DOWN, at.x + em * 3.1f, y);
    fixture_pointer(f, UI_POINTER_MOVE, at.x + em * 2.2f, y);
    fixture_pointer(f, UI_POINTER_MOVE, at.x + em * 0.9f, y + 300); /* off the field is still x */
    fixture_pointer(f, UI_POINTER_UP, at.x + em * 0.9f, y + 300);
    fixture_wait(f, 16);
    assert_string_equal(fixture_action(f), "");
    fixture_type(f, "山");
    assert_str_equal(ui_field_text(f->ui, STR("q")), "国山国");
}

/* On a busy machine text and a touch come between two frames: the frame's bytes are not the text's.
 */
static void
test_field__a_finger_never_points_into_a_character(void **state) {
    struct fixture *f = *state;
    for (float x = 0; x < 400; x += 9) {
        size_t count;
        open_field(f, "aaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        struct rect field = ui_nodes(f->ui, &count)[ui_find(f->ui, STR("q"))].rect;
        ui_field_set(f->ui, STR("q"), STR("葛\U000E0100辻\U000E0100葛\U000E0100"));
        struct ui_event event = {.type = UI_POINTER_DOWN,
            .pointer = 1,
            .time_ms = f->now_ms,
            .at = {field.x + x, field.y + field.h / 2}};
        ui_feed(f->ui, &event);
        event.type = UI_POINTER_UP;
        ui_feed(f->ui, &event);
        ui_feed(f->ui,
            &(struct ui_event){.type = UI_TEXT_INPUT, .time_ms = f->now_ms, .text = STR("청")});
        struct str text = ui_field_text(f->ui, STR("q"));
        assert_true(utf8_valid(text, NULL));
        assert_true(str_find(text, STR("葛\U000E0100")) != SIZE_MAX ||
                    str_find(text, STR("辻\U000E0100")) != SIZE_MAX);
    }
}

static void
test_field__long_text_keeps_the_caret_in_view(void **state) {
    struct fixture *f = *state;
    fixture_profile(f, "kiosk-portrait", 2.0f);
    static const char *const words[] = {"하마마쓰 ", "שלום ", "ab "};
    for (size_t w = 0; w < ARRAY_LEN(words); w++) {
        open_field(f, "");
        for (int i = 0; i < 20; i++) {
            fixture_type(f, words[w]);
        }
        static const enum ui_key keys[] = {
            UI_KEY_HOME, UI_KEY_END, UI_KEY_LEFT, UI_KEY_LEFT, UI_KEY_HOME, UI_KEY_RIGHT};
        for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
            fixture_key(f, keys[k]);
            fixture_wait(f, 16);
            struct draw_list list;
            struct rect view = fixture_node(f, "q-text")->clip;
            draw_list_init(&list);
            ui_draw(f->ui, &list);
            bool is_seen = false;
            for (size_t i = 0; i < list.count; i++) {
                const struct draw_command *c = &list.commands[i];
                bool is_caret =
                    c->kind == DRAW_RECT && c->rect.w < 10 && c->rect.h > 20 &&
                    memcmp(&c->fill, &f->frame.theme->colors[COLOR_INDIGO], sizeof(c->fill)) == 0;
                is_seen = is_seen || (is_caret && c->rect.x >= view.x - 1 &&
                                         c->rect.x + c->rect.w <= view.x + view.w + 1);
            }
            assert_true(is_seen);
            draw_list_finish(&list);
        }
    }
}

/* Committed before the focus goes, in order, once. */
static void
test_field__a_composition_is_never_lost_and_never_a_ghost(void **state) {
    struct fixture *f = *state;
    open_field(f, "가");
    assert_int_equal(ui_take_duty(f->ui), UI_DUTY_NONE);
    compose(f, "나");
    assert_str_equal(shown_text(f), "가나");
    fixture_key(f, UI_KEY_TAB); /* leaves the field */
    assert_str_equal(ui_field_text(f->ui, STR("q")), "가나");
    assert_int_equal(ui_take_duty(f->ui), UI_DUTY_END_COMPOSITION);
    f->now_ms += 1000;
    fixture_tap(f, "q");
    fixture_wait(f, 16);
    assert_str_equal(shown_text(f), "가나"); /* not a second time */
    fixture_key(f, UI_KEY_END);
    compose(f, "다");
    fixture_key(f, UI_KEY_LEFT); /* a key that the method did not take */
    assert_str_equal(ui_field_text(f->ui, STR("q")), "가나다");
    fixture_type(f, "다"); /* the method ends it late */
    assert_str_equal(ui_field_text(f->ui, STR("q")), "가나다");
    fixture_type(f, "x");
    assert_str_equal(ui_field_text(f->ui, STR("q")), "가나x다");
    compose(f, "라");
    f->now_ms += 1000;
    fixture_tap(f, "clear"); /* what is cleared is cleared */
    fixture_wait(f, 1000);
    assert_str_equal(shown_text(f), "");
    compose(f, "마");
    fixture_key(f, UI_KEY_ESCAPE); /* drops it, and goes nowhere */
    assert_string_equal(fixture_action(f), "");
    assert_str_equal(shown_text(f), "");
    compose(f, "바");
    fixture_key(f, UI_KEY_ENTER); /* says that it is meant, and does nothing else */
    assert_string_equal(fixture_action(f), "");
    assert_str_equal(ui_field_text(f->ui, STR("q")), "바");
    fixture_key(f, UI_KEY_ENTER);
    assert_string_equal(fixture_action(f), "open search 바");
    compose(f, "사");
    fixture_frame(f, elsewhere); /* another screen, by whatever way */
    f->now_ms += 1000;
    fixture_frame(f, with_field);
    assert_str_equal(ui_field_text(f->ui, STR("q")), "바사");
    f->now_ms += 1000;
    fixture_tap(f, "q");
    compose(f, "아");
    ui_forget(f->ui); /* the visitor left */
    assert_int_equal(ui_take_duty(f->ui), UI_DUTY_FORGET);
    fixture_frame(f, with_field);
    assert_str_equal(ui_field_text(f->ui, STR("q")), "");
    assert_str_equal(shown_text(f), "");
}

/* Any script, any way of typing: at the limit it stops, between two clusters. */
static void
test_field__typing_stops_at_one_limit(void **state) {
    struct fixture *f = *state;
    static const char *const letters[] = {"한", "浜", "x", "𠮷", "👨\u200D👩\u200D👧"};
    static const size_t counts[] = {120, 120, 120, 120, 24};
    for (size_t i = 0; i < ARRAY_LEN(letters); i++) {
        open_field(f, "");
        for (int k = 0; k < 130; k++) {
            fixture_type(f, letters[i]);
        }
        struct str text = ui_field_text(f->ui, STR("q"));
        assert_int_equal(text.n, counts[i] * strlen(letters[i]));
        assert_true(ui_find(f->ui, STR("q")) != 0);
        size_t count, seen = 0;
        const struct ui_node *nodes = ui_nodes(f->ui, &count);
        for (size_t n = 1; n < count; n++) {
            seen += str_eq(nodes[n].text, STR("120/120"));
        }
        assert_int_equal(seen, 1); /* and one sees why */
        compose(f, "가");
        assert_str_equal(ui_field_text(f->ui, STR("q")), text.p);
        char whole[2000] = "";
        for (int k = 0; k < 130 && strlen(whole) + 40 < sizeof(whole); k++) {
            strcat(whole, letters[i]);
        }
        ui_field_set(f->ui, STR("q"), str_from(whole)); /* all at once: the same */
        assert_true(ui_field_text(f->ui, STR("q")).n <= UI_FIELD_BYTES);
        assert_int_equal(ui_field_text(f->ui, STR("q")).n % strlen(letters[i]), 0);
    }
}

static void
with_autofocus(struct ui *ui) {
    ui_search_field(ui, (struct ui_search_field){.key = STR("q"),
                            .label = STR("찾기"),
                            .placeholder = STR("도시"),
                            .action = STR("find"),
                            .clear_label = STR("지우기"),
                            .autofocus = true});
}

static void
test_field__a_screen_may_open_with_the_caret_in_its_field(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, elsewhere);
    f->frame.screen = STR("search");
    fixture_frame(f, with_autofocus);
    fixture_type(f, "안산");
    assert_str_equal(ui_field_text(f->ui, STR("q")), "안산");
    assert_false(ui_focus_visible(f->ui));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int
main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_field__the_caret_goes_by_what_a_person_sees_as_one),
        TEST(test_field__text_is_selected_copied_and_replaced),
        TEST(test_field__a_finger_places_the_caret_and_selects),
        TEST(test_field__a_finger_never_points_into_a_character),
        TEST(test_field__long_text_keeps_the_caret_in_view),
        TEST(test_field__a_composition_is_never_lost_and_never_a_ghost),
        TEST(test_field__typing_stops_at_one_limit),
        TEST(test_field__a_screen_may_open_with_the_caret_in_its_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
