/* Without touching what one means: eight keys beside the panel, the keys of the system, a swipe
 * from the edge, buttons that turn pages. Every function of every kind of screen is reached by the
 * eight keys alone. */
#include "visit_fixture.h"

#include "screens/registry.h"

enum { STEPS_MOST = 4000 };

static void
open_visit(struct visit *visit, const char *profile, const char *path) {
    const char *const words[] = {"--profile", profile, NULL};
    visit_open_words(visit, words, path);
    visit->session.nav.locale = LOCALE_KO;
    turn(visit, 16);
}

static void
key(struct visit *visit, enum ui_key key) {
    feed(visit, (struct ui_event){.type = UI_KEY, .key = key});
}

struct ids {
    uint64_t ids[STEPS_MOST];
    size_t count;
};

static bool
holds(const struct ids *set, uint64_t id) {
    for (size_t i = 0; i < set->count; i++) {
        if (set->ids[i] == id) {
            return true;
        }
    }
    return false;
}

static void
put(struct ids *set, uint64_t id) {
    if (!holds(set, id)) {
        assert_true(set->count < STEPS_MOST);
        set->ids[set->count++] = id;
    }
}

static void
note_targets(struct visit *visit, struct ids *seen) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 1; i < count; i++) {
        if (nodes[i].focus != 0) {
            put(seen, nodes[i].id);
        }
    }
}

static const struct ui_node *
focused_node(struct visit *visit) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 1; i < count; i++) {
        if (nodes[i].id == ui_focused(visit->session.ui)) {
            return &nodes[i];
        }
    }
    return NULL;
}

/* Once round by the one key; what has the focus is in view, and follows the one before it. */
static void
walk_round(
    struct visit *visit, struct str path, enum ui_key by, struct ids *seen, struct ids *reached) {
    note_targets(visit, seen);
    for (size_t step = 0; step < STEPS_MOST; step++) {
        key(visit, by);
        turn(visit, 300);
        const struct ui_node *node = focused_node(visit);
        if (!node) {
            fail_msg("%.*s: step %zu has no focus", STR_ARG(path), step);
        }
        if (holds(reached, node->id)) {
            assert_true(node->id == reached->ids[0]); /* round the end */
            return;
        }
        if (rect_is_empty(node->clip)) {
            fail_msg("%.*s: step %zu, \"%.*s\", is not in view", STR_ARG(path), step,
                STR_ARG(node->box.action));
        }
        put(reached, node->id);
        note_targets(visit, seen);
    }
    fail_msg("%.*s has no end", STR_ARG(path));
}

/* The one way or the other: what turns pages or leads to the next station of a long list comes and
 * goes as the page moves with the focus. */
static void
check_reached(struct visit *visit, struct str path, const struct ids *seen, const struct ids *on,
    const struct ids *back) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 0; i < seen->count; i++) {
        if (holds(on, seen->ids[i]) || holds(back, seen->ids[i])) {
            continue;
        }
        for (size_t n = 1; n < count; n++) {
            if (nodes[n].id == seen->ids[i]) {
                print_error("\"%.*s\"\n", STR_ARG(nodes[n].box.action));
            }
        }
        fail_msg("%.*s: %zu of %zu were reached", STR_ARG(path), on->count, seen->count);
    }
}

static bool
is_new_kind(const struct str *kinds, size_t kind_count, struct str path) {
    struct str rest = path, name;
    str_split(&rest, '?', &name);
    bool has_id = str_find(name, STR("/")) != SIZE_MAX;
    rest = name;
    str_split(&rest, '/', &name);
    for (size_t i = 0; i < kind_count; i++) {
        bool other_has_id = str_find(kinds[i], STR("/")) != SIZE_MAX;
        if (str_starts(kinds[i], name) && other_has_id == has_id) {
            return false;
        }
    }
    return true;
}

static void
test_hands__eight_keys_reach_every_function(void **state) {
    (void)state;
    static struct visit visit;
    static struct ids seen, on, back;
    struct arena arena;
    struct err err;
    bool found;
    arena_init(&arena);
    open_visit(&visit, "kiosk-portrait", "home");
    struct path_list paths = {.arena = &arena};
    struct screen_env env = session_env(&visit.session);
    assert_true(registry_paths(&env, &paths, &err));
    struct str *kinds = ARENA_ARRAY(&arena, paths.count + 1, struct str);
    size_t count = 0;
    for (size_t i = 0; i < paths.count; i++) {
        if (is_new_kind(kinds, count, paths.paths[i])) {
            kinds[count++] = paths.paths[i];
        }
    }
    kinds[count++] = STR("search?q=%EB%AA%85%ED%95%A8");
    assert_true(count > 20);
    for (size_t i = 0; i < count; i++) {
        seen.count = on.count = back.count = 0;
        assert_true(session_show(&visit.session, kinds[i], &found, &err));
        turn(&visit, 16);
        turn(&visit, 16);
        walk_round(&visit, kinds[i], UI_KEY_BACKTAB, &seen, &back);
        assert_true(session_show(&visit.session, kinds[i], &found, &err));
        turn(&visit, 16);
        walk_round(&visit, kinds[i], UI_KEY_TAB, &seen, &on);
        check_reached(&visit, kinds[i], &seen, &on, &back);
    }
    /* the sheet over a page, in the largest text, and the page behind it */
    assert_true(session_show(&visit.session, STR("cities"), &found, &err));
    turn(&visit, 16);
    tap(&visit, "items/display");
    tap(&visit, "look text 2.0");
    seen.count = on.count = back.count = 0;
    walk_round(&visit, STR("cities with the sheet"), UI_KEY_BACKTAB, &seen, &back);
    walk_round(&visit, STR("cities with the sheet"), UI_KEY_TAB, &seen, &on);
    check_reached(&visit, STR("cities with the sheet"), &seen, &on, &back);
    assert_true(visit.session.shows_display);
    arena_finish(&arena);
    session_close(&visit.session);
}

/* From the one end to the other, and the keyboard of the screen as well. */
static void
test_hands__previous_goes_the_way_back(void **state) {
    (void)state;
    static struct visit visit;
    static struct ids seen, on, back;
    open_visit(&visit, "kiosk-portrait", "search");
    seen.count = on.count = back.count = 0;
    walk_round(&visit, STR("search"), UI_KEY_TAB, &seen, &on);
    key(&visit, UI_KEY_HOME); /* of the page: the top */
    walk_round(&visit, STR("search"), UI_KEY_BACKTAB, &seen, &back);
    check_reached(&visit, STR("search"), &seen, &back, &back);
    session_close(&visit.session);
}

/* Back on a page, the next key goes on from what is in view, not from the top. */
static void
test_hands__the_focus_goes_on_where_the_page_stands(void **state) {
    (void)state;
    static struct visit visit;
    open_visit(&visit, "kiosk-portrait", "phrases");
    for (int i = 0; i < 40; i++) {
        key(&visit, UI_KEY_TAB);
        turn(&visit, 300);
    }
    float before = session_scroll(&visit.session);
    assert_true(before > 0);
    key(&visit, UI_KEY_HELP);
    key(&visit, UI_KEY_ESCAPE);
    turn(&visit, 300);
    assert_true(session_scroll(&visit.session) == before);
    key(&visit, UI_KEY_TAB);
    turn(&visit, 300);
    assert_non_null(focused_node(&visit));
    assert_true(session_scroll(&visit.session) > before / 2);
    session_close(&visit.session);
}

static void
test_hands__a_word_is_typed_with_eight_keys(void **state) {
    (void)state;
    static struct visit visit;
    static const struct {
        enum ui_key by;
        const char *action;
    } keys[] = {{UI_KEY_TAB, "key ㅁ"}, {UI_KEY_BACKTAB, "key ㅕ"}, {UI_KEY_TAB, "key ㅇ"}};
    open_visit(&visit, "kiosk-portrait", "search");
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        size_t steps = 0;
        do {
            key(&visit, keys[i].by);
            assert_true(++steps < 200 && focused_node(&visit));
        } while (!str_eq(focused_node(&visit)->box.action, str_from(keys[i].action)));
        key(&visit, UI_KEY_ENTER);
        assert_str_equal(
            focused_node(&visit)->box.action, keys[i].action); /* one stays on the key */
    }
    assert_str_equal(ui_field_text(visit.session.ui, STR("q")), "명");
    session_close(&visit.session);
}

static void
test_hands__home_help_back_and_the_size_of_text(void **state) {
    (void)state;
    static struct visit visit;
    open_visit(&visit, "kiosk-portrait", "home");
    key(&visit, UI_KEY_HELP);
    assert_str_equal(nav_path(&visit.session.nav), "help");
    key(&visit, UI_KEY_LARGER);
    assert_true(visit.session.looks.text_scale == 1.5f);
    key(&visit, UI_KEY_LARGER);
    key(&visit, UI_KEY_LARGER);
    assert_true(visit.session.looks.text_scale == 2);
    key(&visit, UI_KEY_SMALLER);
    assert_true(visit.session.looks.text_scale == 1.5f);
    assert_str_equal(nav_path(&visit.session.nav), "help");
    key(&visit, UI_KEY_ESCAPE);
    assert_str_equal(nav_path(&visit.session.nav), "home");
    tap(&visit, "items/search");
    tap(&visit, "q");
    feed(&visit, (struct ui_event){.type = UI_TEXT_EDITING, .text = STR("안산")});
    key(&visit, UI_KEY_GO_HOME); /* from a field too, and what was composed is kept */
    assert_str_equal(nav_path(&visit.session.nav), "home");
    session_close(&visit.session);
}

/* A finger from (x, y) dp to the right, in steps. */
static void
swipe(struct visit *visit, float x, float y, float dx, float dy) {
    const struct metrics *m = &visit->session.metrics;
    float dp = m->size_px / m->text_scale;
    struct point at = {x * dp, y * dp};
    feed(visit, (struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = at});
    for (int i = 1; i <= 4; i++) {
        struct point now = {at.x + dx * dp * (float)i / 4, at.y + dy * dp * (float)i / 4};
        feed(visit, (struct ui_event){.type = UI_POINTER_MOVE, .pointer = 1, .at = now});
    }
    struct point end = {at.x + dx * dp, at.y + dy * dp};
    feed(visit, (struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = end});
    turn(visit, 400);
}

static void
test_hands__a_swipe_from_the_edge_leads_back_on_handhelds(void **state) {
    (void)state;
    static struct visit visit;
    static const struct {
        float x, dx, dy;
        bool leads_back;
    } swipes[] = {{4, 90, 10, true}, {23, 60, -20, true}, {4, 40, 0, false}, {26, 120, 0, false},
        {4, 60, 120, false}, {4, 0, 0, false}};
    static const char *const profiles[] = {"phone", "tablet-landscape", "kiosk-portrait"};
    for (size_t p = 0; p < ARRAY_LEN(profiles); p++) {
        bool is_kiosk = str_eq(str_from(profiles[p]), STR("kiosk-portrait"));
        for (size_t i = 0; i < ARRAY_LEN(swipes); i++) {
            open_visit(&visit, profiles[p], "home");
            tap(&visit, "items/help");
            assert_str_equal(nav_path(&visit.session.nav), "help");
            swipe(&visit, swipes[i].x, 300, swipes[i].dx, swipes[i].dy);
            bool is_back = str_eq(nav_path(&visit.session.nav), STR("home"));
            if (is_back != (swipes[i].leads_back && !is_kiosk)) {
                fail_msg("%s, swipe %zu: %s", profiles[p], i, nav_path(&visit.session.nav).p);
            }
            session_close(&visit.session);
        }
    }
    /* what lies over the page goes first, like with the key of the system */
    static const enum ui_key none = UI_KEY_NONE;
    const enum ui_key ways[] = {none, UI_KEY_ESCAPE};
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        open_visit(&visit, "phone", "home");
        tap(&visit, "items/help");
        tap(&visit, "items/display");
        assert_true(visit.session.shows_display);
        for (int twice = 0; twice < 2; twice++) {
            assert_str_equal(nav_path(&visit.session.nav), "help");
            if (ways[i] == none) {
                swipe(&visit, 4, 300, 90, 0);
            } else {
                key(&visit, ways[i]);
            }
            assert_false(visit.session.shows_display);
        }
        assert_str_equal(nav_path(&visit.session.nav), "home");
        session_close(&visit.session);
    }
}

/* A hand that holds the device lies on its edge: whoever taps beside it is heard, and nothing goes
 * back. */
static void
test_hands__a_palm_on_the_edge_is_no_swipe(void **state) {
    (void)state;
    static struct visit visit;
    open_visit(&visit, "phone", "home");
    tap(&visit, "items/help");
    struct ui_event palm = {.type = UI_POINTER_DOWN, .pointer = 9, .at = {2, 700}};
    feed(&visit, palm);
    palm.type = UI_POINTER_MOVE;
    for (int i = 0; i < 20; i++) {
        palm.at.x = i % 2 ? 2 : 9;
        palm.at.y += 0.5f;
        feed(&visit, palm);
    }
    assert_str_equal(nav_path(&visit.session.nav), "help");
    tap(&visit, "items/search");
    assert_str_equal(visit.session.screen.path.name, "search");
    palm.type = UI_POINTER_UP;
    feed(&visit, palm);
    assert_str_equal(visit.session.screen.path.name, "search");
    session_close(&visit.session);
}

static void
test_hands__page_buttons_are_a_setting_of_handhelds(void **state) {
    (void)state;
    static struct visit visit;
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t i = 0; i < count; i++) {
        open_visit(&visit, profiles[i].name, "help");
        bool is_kiosk = profiles[i].posture == POSTURE_KIOSK;
        assert_int_equal(ui_find(visit.session.ui, STR("more")) > 0, is_kiosk);
        tap(&visit, "items/display");
        if (is_kiosk) { /* they are there anyhow */
            assert_int_equal(ui_find(visit.session.ui, STR("look pages on")), 0);
        } else {
            tap(&visit, "look pages on");
            assert_true(visit.session.looks.page_buttons);
            tap(&visit, "items/display");
            assert_true(node_at(&visit, "up")->box.disabled);
            if (!node_at(&visit, "more")->box.disabled) {
                tap(&visit, "more");
                assert_true(session_scroll(&visit.session) > 0);
            }
            tap(&visit, "items/display");
            tap(&visit, "fresh/reset");
            assert_false(visit.session.looks.page_buttons);
        }
        session_close(&visit.session);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hands__eight_keys_reach_every_function),
        cmocka_unit_test(test_hands__previous_goes_the_way_back),
        cmocka_unit_test(test_hands__the_focus_goes_on_where_the_page_stands),
        cmocka_unit_test(test_hands__a_word_is_typed_with_eight_keys),
        cmocka_unit_test(test_hands__home_help_back_and_the_size_of_text),
        cmocka_unit_test(test_hands__a_swipe_from_the_edge_leads_back_on_handhelds),
        cmocka_unit_test(test_hands__a_palm_on_the_edge_is_no_swipe),
        cmocka_unit_test(test_hands__page_buttons_are_a_setting_of_handhelds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
