/* The search as a visitor meets it: with fingers on the keyboard of the screen, with keys and input
 * methods at a desk. What is found follows every stroke and does not jump; Enter opens the first.
 */
#include "visit_fixture.h"

static void
show(struct visit *visit, const char *query) {
    struct arena arena;
    struct err err;
    bool found;
    arena_init(&arena);
    struct str path =
        arena_printf(&arena, "search?q=%s", screen_path_encode(&arena, str_from(query)).p);
    assert_true(session_show(&visit->session, path, &found, &err));
    arena_finish(&arena);
    turn(visit, 16);
    turn(visit, 16);
}

static void
key(struct visit *visit, enum ui_key key) {
    feed(visit, (struct ui_event){.type = UI_KEY, .key = key});
}

static void
type(struct visit *visit, const char *text) {
    feed(visit, (struct ui_event){.type = UI_TEXT_INPUT, .text = str_from(text)});
}

static void
compose(struct visit *visit, const char *text) {
    feed(visit, (struct ui_event){.type = UI_TEXT_EDITING, .text = str_from(text)});
}

static bool
has(struct visit *visit, const char *path) {
    return ui_find(visit->session.ui, str_from(path)) > 0;
}

static bool
is_whole(struct visit *visit, const char *path) {
    const struct ui_node *node = node_at(visit, path);
    return node->clip.h >= node->rect.h - 1 && node->clip.w >= node->rect.w - 1;
}

/* The action of the first row, and with what it is asked whether it changes. */
static struct str
first_row(struct visit *visit) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].position == 1) {
            return str_slice(nodes[i].box.action, 5, nodes[i].box.action.n); /* after "open " */
        }
    }
    return (struct str){0};
}

static void
test_search_screen__the_field_stays_in_view(void **state) {
    (void)state;
    static struct visit visit;
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t i = 0; i < 2 * count; i++) {
        visit_open(&visit, profiles[i / 2].name, "ko", "search?q=%EC%95%88%EC%82%B0");
        visit.session.looks.text_scale = i % 2 ? 2 : 1;
        session_resize(&visit.session, &profiles[i / 2]);
        turn(&visit, 16);
        struct rect before = node_at(&visit, "q")->rect;
        key(&visit, UI_KEY_PAGE_DOWN);
        turn(&visit, 1000);
        turn(&visit, 1000);
        assert_true(session_scroll(&visit.session) > 0);
        struct rect after = node_at(&visit, "q")->rect;
        if (!is_whole(&visit, "q") || before.y != after.y) {
            fail_msg("%s at %.0f: the field goes away", profiles[i / 2].name,
                (double)visit.session.looks.text_scale);
        }
        session_close(&visit.session);
    }
}

static void
test_search_screen__enter_opens_what_stands_first(void **state) {
    (void)state;
    static struct visit visit;
    char first[200];
    visit_open(&visit, "tablet-landscape", "ko", "search");
    key(&visit, UI_KEY_ENTER); /* nothing is there to open */
    assert_str_equal(nav_path(&visit.session.nav), "search");
    type(&visit, "하마마쓰");
    snprintf(first, sizeof(first), "%.*s", STR_ARG(first_row(&visit)));
    assert_true(strlen(first) > 0);
    key(&visit, UI_KEY_ENTER);
    assert_str_equal(nav_path(&visit.session.nav), first);
    tap(&visit, "items/back");
    assert_str_equal(ui_field_text(visit.session.ui, STR("q")), "하마마쓰");
    session_close(&visit.session);

    /* words and Enter in one turn: what the words find, not what was there before */
    visit_open(&visit, "tablet-landscape", "ko", "search");
    type(&visit, "명함");
    for (int i = 0; i < 2; i++) {
        key(&visit, UI_KEY_BACKSPACE);
    }
    struct ui_event text = {.type = UI_TEXT_INPUT, .text = STR("하마마쓰")};
    struct ui_event enter = {.type = UI_KEY, .key = UI_KEY_ENTER};
    text.time_ms = enter.time_ms = visit.now_ms;
    session_feed(&visit.session, &text);
    session_feed(&visit.session, &enter);
    turn(&visit, 16);
    assert_str_equal(nav_path(&visit.session.nav), first);
    session_close(&visit.session);

    /* the answer, where there is one */
    visit_open(&visit, "tablet-landscape", "ko", "search");
    type(&visit, "안산 인구");
    key(&visit, UI_KEY_ENTER);
    assert_str_equal(visit.session.screen.path.name, "statistics");
    session_close(&visit.session);

    /* what finds nothing leads nowhere */
    visit_open(&visit, "tablet-landscape", "en", "search");
    type(&visit, "zzzzzz");
    key(&visit, UI_KEY_ENTER);
    assert_str_equal(nav_path(&visit.session.nav), "search?q=zzzzzz");
    session_close(&visit.session);
}

/* To an input method Enter says "this is what I mean". */
static void
test_search_screen__enter_ends_a_composition_first(void **state) {
    (void)state;
    static struct visit visit;
    visit_open(&visit, "tablet-landscape", "ja", "search");
    compose(&visit, "はままつ");
    assert_true(first_row(&visit).n > 0); /* found while it is composed */
    key(&visit, UI_KEY_ENTER);
    assert_str_equal(visit.session.screen.path.name, "search");
    assert_str_equal(ui_field_text(visit.session.ui, STR("q")), "はままつ");
    key(&visit, UI_KEY_ENTER);
    assert_false(str_eq(visit.session.screen.path.name, STR("search")));
    session_close(&visit.session);
}

static void
test_search_screen__arrows_lead_from_the_field_to_the_rows_and_back(void **state) {
    (void)state;
    static struct visit visit;
    size_t count;
    visit_open(&visit, "tablet-landscape", "ko", "search");
    type(&visit, "명함");
    for (size_t row = 1; row <= 3; row++) {
        key(&visit, UI_KEY_DOWN);
        const struct ui_node *nodes = ui_nodes(visit.session.ui, &count);
        size_t focused = 0;
        for (size_t i = 0; i < count; i++) {
            focused = nodes[i].id == ui_focused(visit.session.ui) ? nodes[i].position : focused;
        }
        assert_int_equal(focused, row);
        turn(&visit, 500);
    }
    for (size_t row = 0; row < 3; row++) {
        key(&visit, UI_KEY_UP);
        turn(&visit, 500);
    }
    if (ui_focused(visit.session.ui) != node_at(&visit, "q")->id) {
        const struct ui_node *nodes = ui_nodes(visit.session.ui, &count);
        for (size_t i = 0; i < count; i++) {
            if (nodes[i].id == ui_focused(visit.session.ui)) {
                fail_msg("the focus is on \"%.*s\"", STR_ARG(nodes[i].box.action));
            }
        }
    }
    key(&visit, UI_KEY_DOWN);
    key(&visit, UI_KEY_ENTER);
    assert_false(str_eq(visit.session.screen.path.name, STR("search")));
    session_close(&visit.session);
}

static void
test_search_screen__the_keyboard_of_the_screen_has_enter(void **state) {
    (void)state;
    static struct visit visit;
    char first[200];
    visit_open(&visit, "kiosk-portrait", "ko", "search");
    assert_true(node_at(&visit, "bottom/enter")->box.disabled);
    tap(&visit, "row-2/key ㅁ");
    tap(&visit, "row-1/key ㅕ");
    tap(&visit, "row-2/key ㅇ");
    snprintf(first, sizeof(first), "%.*s", STR_ARG(first_row(&visit)));
    assert_true(strlen(first) > 0);
    tap(&visit, "bottom/enter");
    assert_str_equal(nav_path(&visit.session.nav), first);
    session_close(&visit.session);
}

/* Stroke by stroke: once something was found, half a syllable does not empty the page. */
static void
test_search_screen__half_a_word_does_not_empty_the_page(void **state) {
    (void)state;
    static const char *const strokes[] = {"row-2/key ㅎ", "row-2/key ㅏ", "row-2/key ㅁ",
        "row-2/key ㅏ", "row-2/key ㅁ", "row-2/key ㅏ", "row-1/key ㅅ", "row-3/key ㅡ"};
    static struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ko", "search");
    for (size_t i = 0; i < ARRAY_LEN(strokes); i++) {
        tap(&visit, strokes[i]);
        if (first_row(&visit).n == 0) {
            fail_msg("nothing after \"%s\"", strokes[i]);
        }
    }
    /* what nobody looks for: the rows stay while it may become something, and then that is said */
    tap(&visit, "row-1/key ㅔ");
    session_close(&visit.session);

    visit_open(&visit, "tablet-landscape", "ko", "search");
    type(&visit, "명함");
    key(&visit, UI_KEY_SELECT_ALL);
    compose(&visit, "뷁");
    assert_true(first_row(&visit).n > 0);
    assert_true(visit.session.screen.first.n == 0); /* nothing to open by mistake */
    assert_int_equal(
        session_step(&visit.session, visit.now_ms).sleep_until_ms, visit.session.settle_at_ms);
    turn(&visit, 2000);
    assert_true(first_row(&visit).n == 0);
    assert_true(says(&visit.session, "‘뷁’"));
    compose(&visit, "");
    assert_true(has(&visit, "examples"));
    type(&visit, "명함");
    key(&visit, UI_KEY_SELECT_ALL);
    type(&visit, "뷁"); /* whole: said at once */
    assert_true(first_row(&visit).n == 0);
    session_close(&visit.session);
}

/* What one was reading is still there after the next letter, at the same height; and when it is
 * gone, the best stands at the top. */
static void
test_search_screen__a_stroke_does_not_move_what_one_reads(void **state) {
    (void)state;
    static struct visit visit;
    visit_open(&visit, "tablet-landscape", "ko", "search");
    type(&visit, "하마");
    key(&visit, UI_KEY_PAGE_DOWN);
    turn(&visit, 1000);
    turn(&visit, 1000);
    assert_true(session_scroll(&visit.session) > 0);
    size_t count, kept = 0;
    const struct ui_node *nodes = ui_nodes(visit.session.ui, &count);
    struct rect page = node_at(&visit, "page")->rect;
    for (size_t i = 0; i < count && !kept; i++) {
        kept = nodes[i].position > 1 && nodes[i].rect.y >= page.y ? i : 0;
    }
    assert_true(kept > 0);
    uint64_t id = nodes[kept].id;
    float y = nodes[kept].rect.y;
    type(&visit, "마");
    nodes = ui_nodes(visit.session.ui, &count);
    for (kept = 1; kept < count && nodes[kept].id != id; kept++) {
    }
    assert_true(kept < count);
    assert_true(nodes[kept].rect.y == y);
    key(&visit, UI_KEY_SELECT_ALL);
    type(&visit, "명함");
    assert_true(session_scroll(&visit.session) == 0);
    session_close(&visit.session);
}

static void
test_search_screen__what_one_found_is_offered_until_one_leaves(void **state) {
    (void)state;
    static struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ko", "home");
    tap(&visit, "items/search");
    assert_false(has(&visit, "recent"));
    show(&visit, "명함");
    tap(&visit, "bottom/enter");
    tap(&visit, "items/search");
    assert_true(has(&visit, "recent/words/명함"));
    tap(&visit, "recent/words/명함");
    assert_str_equal(nav_path(&visit.session.nav), "search?q=%EB%AA%85%ED%95%A8");
    tap(&visit, "items/help"); /* no thing that was found */
    tap(&visit, "items/search");
    tap(&visit, "recent/words/forget");
    assert_false(has(&visit, "recent"));
    show(&visit, "명함");
    tap(&visit, "bottom/enter");
    session_start_over(&visit.session);
    turn(&visit, 16);
    tap(&visit, "items/search");
    assert_false(has(&visit, "recent"));
    session_close(&visit.session);
}

/* Examples come from the loaded content, and each finds something. */
static void
test_search_screen__every_example_finds_something(void **state) {
    (void)state;
    static struct visit visit;
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        size_t count, examples = 0;
        visit_open(&visit, "tablet-landscape", locale_tag((enum locale_id)locale), "search");
        for (size_t i = 0;; i++) {
            show(&visit, "");
            const struct ui_node *nodes = ui_nodes(visit.session.ui, &count);
            uint32_t node = nodes[ui_find(visit.session.ui, STR("examples/words"))].first_child;
            for (size_t skip = 0; skip < i && node; skip++) {
                node = nodes[node].next;
            }
            if (node == 0) {
                break;
            }
            char label[200];
            snprintf(label, sizeof(label), "%.*s", STR_ARG(nodes[node].box.label));
            show(&visit, label);
            if (first_row(&visit).n == 0) {
                fail_msg("\"%s\" finds nothing", label);
            }
            examples++;
        }
        assert_true(examples >= 5);
        session_close(&visit.session);
    }
}

static void
test_search_screen__nothing_found_says_what_there_is(void **state) {
    (void)state;
    static struct visit visit;
    size_t profile_count;
    const struct profile *profiles = profile_table(&profile_count);
    for (size_t i = 0; i < profile_count; i++) {
        visit_open(&visit, profiles[i].name, "en", "search?q=zzzzzz");
        assert_true(says(&visit.session, "“zzzzzz”"));
        tap(&visit, "parts/words/glossary");
        assert_str_equal(nav_path(&visit.session.nav), "glossary");
        session_close(&visit.session);
    }
}

/* The marks of the first rows, as text. */
static bool
is_marked(struct visit *visit, const char *words) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 0; i < count; i++) {
        for (size_t s = 0; nodes[i].ui_spans && s < nodes[i].span_count; s++) {
            struct str marked =
                str_slice(nodes[i].text, nodes[i].ui_spans[s].start, nodes[i].ui_spans[s].end);
            if (str_eq(marked, str_from(words))) {
                return true;
            }
        }
    }
    return false;
}

static bool
first_has_why(struct visit *visit) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    bool is_in_first = false;
    for (size_t i = 0; i < count; i++) {
        is_in_first = nodes[i].position > 0 ? nodes[i].position == 1 : is_in_first;
        if (is_in_first && str_eq(nodes[i].box.key, STR("why"))) {
            return true;
        }
    }
    return false;
}

static void
test_search_screen__rows_say_what_matched_and_why(void **state) {
    (void)state;
    static const struct {
        const char *locale, *query, *marked, *why;
    } cases[] = {
        {"ko", "명함", "명함", ""},
        {"ja", "浜松", "浜松", ""},
        {"en", "hamamatsu", "Hamamatsu", ""},
        {"ko", "매너", "예절", "비슷한 말로 찾음: "},
        {"ja", "めいし", "めいし", "別の名前・読みで検索：めいし"},
        {"en", "etiquette", "manners", "Found by a word of like meaning: manners"},
    };
    static struct visit visit;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        visit_open(&visit, "kiosk-portrait", cases[i].locale, "search");
        show(&visit, cases[i].query);
        if (!is_marked(&visit, cases[i].marked)) {
            fail_msg("%s: \"%s\" is not marked", cases[i].query, cases[i].marked);
        }
        if (cases[i].why[0] ? !says(&visit.session, cases[i].why) : first_has_why(&visit)) {
            fail_msg("%s: \"%s\" is not said", cases[i].query, cases[i].why);
        }
        session_close(&visit.session);
    }
}

/* A link to a figure lands on it. */
static void
test_search_screen__a_figure_has_an_address(void **state) {
    (void)state;
    static struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ko", "statistics?figure=ansan-population");
    turn(&visit, 16);
    const struct ui_node *row = node_at(&visit, "ansan-population");
    assert_true(row->box.selected && row->clip.h >= row->rect.h - 1);
    session_close(&visit.session);
    visit_open(&visit, "kiosk-portrait", "ko", "statistics?figure=nothing");
    assert_true(session_scroll(&visit.session) == 0);
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_search_screen__the_field_stays_in_view),
        cmocka_unit_test(test_search_screen__enter_opens_what_stands_first),
        cmocka_unit_test(test_search_screen__enter_ends_a_composition_first),
        cmocka_unit_test(test_search_screen__arrows_lead_from_the_field_to_the_rows_and_back),
        cmocka_unit_test(test_search_screen__the_keyboard_of_the_screen_has_enter),
        cmocka_unit_test(test_search_screen__half_a_word_does_not_empty_the_page),
        cmocka_unit_test(test_search_screen__a_stroke_does_not_move_what_one_reads),
        cmocka_unit_test(test_search_screen__what_one_found_is_offered_until_one_leaves),
        cmocka_unit_test(test_search_screen__every_example_finds_something),
        cmocka_unit_test(test_search_screen__nothing_found_says_what_there_is),
        cmocka_unit_test(test_search_screen__rows_say_what_matched_and_why),
        cmocka_unit_test(test_search_screen__a_figure_has_an_address),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
