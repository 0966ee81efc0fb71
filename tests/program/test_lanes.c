/* The timeline as a picture, on the whole program but the window. */
#include "visit_fixture.h"

#include "screens/timeline.h"

#include <math.h>

static const struct timeline *
timeline_of(struct visit *visit) {
    assert_string_equal(visit->session.screen.ops->name, "timeline");
    return visit->session.screen.model;
}

/* The target with this among the names of its events. */
static const struct ui_node *
target_with(struct visit *visit, const char *words) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 0; i < count; i++) {
        bool is_target = str_starts(nodes[i].box.key, STR("at-"));
        if (is_target && str_find(nodes[i].box.label, str_from(words)) != SIZE_MAX) {
            return &nodes[i];
        }
    }
    fail_msg("no target says %s", words);
    return NULL;
}

static void
tap_node(struct visit *visit, const struct ui_node *node) {
    assert_true(node->clip.w > 0 && node->clip.h > 0); /* it is in view */
    struct point at = {node->clip.x + node->clip.w / 2, node->clip.y + node->clip.h / 2};
    feed(visit, (struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = at});
    feed(visit, (struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = at});
    turn(visit, 400);
}

/* Language, history, the nineties, the mark: an event of 1995 is open. */
static void
test_lanes__1995_is_four_taps_away(void **state) {
    (void)state;
    static struct visit visit;
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        char start[40];
        struct arena arena;
        struct edtf date;
        arena_init(&arena);
        visit_open(&visit, "kiosk-portrait", "en", "language");
        snprintf(start, sizeof(start), "start %s", locale_tag((enum locale_id)locale));
        size_t count;
        const struct ui_node *nodes = ui_nodes(visit.session.ui, &count), *found = NULL;
        for (size_t i = 0; i < count; i++) {
            found = str_eq(nodes[i].box.action, str_from(start)) ? &nodes[i] : found;
        }
        assert_non_null(found);
        tap_node(&visit, found);
        tap_node(&visit, node_at(&visit, "doors/timeline"));
        tap_node(&visit, node_at(&visit, "decade-1990"));
        assert_true(edtf_parse(STR("1995-10-09"), &date, NULL));
        struct str words = i18n_date(
            visit.session.i18n, &arena, (enum locale_id)locale, &date, locale == LOCALE_JA);
        tap_node(&visit, target_with(&visit, words.p));
        assert_true(timeline_of(&visit)->has_event);
        assert_int_equal(timeline_of(&visit)->event.date.from.year, 1995);
        assert_true(ui_find(visit.session.ui, STR("card")) > 0);
        arena_finish(&arena);
        session_close(&visit.session);
    }
}

/* A link lands on the event: in view, marked, its card open; Previous and Next go through all. */
static void
test_lanes__a_link_lands_on_its_event(void **state) {
    (void)state;
    static const char *const paths[] = {"timeline/nagasaki-saint-paul-agreement",
        "timeline?event=nagasaki-saint-paul-agreement", "timeline/yantai-youth-2013"};
    static struct visit visit;
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
        visit_open(&visit, i % 2 ? "phone" : "kiosk-portrait", "ko", paths[i]);
        const struct timeline *timeline = timeline_of(&visit);
        assert_true(timeline->has_event && timeline->lane);
        assert_true(says(&visit.session, timeline->event.title.p));
        const struct ui_node *target = target_with(&visit, timeline->event.title.p);
        assert_true(target->box.selected && target->clip.w > 0 && target->clip.h > 0);
        session_close(&visit.session);
    }
    visit_open(&visit, "kiosk-portrait", "ko", "timeline/nobody-knows");
    assert_int_equal(visit.session.screen.ops->has_own_title, 0);
    assert_true(strcmp(visit.session.screen.ops->name, "timeline") != 0);
    session_close(&visit.session);
}

static void
test_lanes__previous_and_next_go_through_all(void **state) {
    (void)state;
    static struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ja", "timeline?event=nagasaki-saint-paul-agreement");
    size_t all = timeline_of(&visit)->events->count;
    assert_int_equal(timeline_of(&visit)->place, 0);
    assert_true(node_at(&visit, "event-back")->box.disabled);
    for (size_t i = 1; i < all; i++) {
        turn(&visit, 400);
        tap_node(&visit, node_at(&visit, "event-on"));
        assert_int_equal(timeline_of(&visit)->place, i);
        const struct ui_node *target = target_with(&visit, timeline_of(&visit)->event.title.p);
        assert_true(target->box.selected);
    }
    assert_true(node_at(&visit, "event-on")->box.disabled);
    tap_node(&visit, node_at(&visit, "event-close"));
    assert_false(timeline_of(&visit)->has_event);
    session_close(&visit.session);
}

static double
span_of(struct visit *visit) {
    const struct lane_set *set = &timeline_of(visit)->lanes;
    struct zoom_range range = ui_zoom(visit->session.ui, STR("years"), set->whole, set->usual, 31);
    return range.to - range.from;
}

static void
finger(struct visit *visit, enum ui_event_type type, uint64_t id, float x, float y) {
    feed(visit, (struct ui_event){.type = type, .pointer = id, .at = {x, y}});
}

/* Two fingers that part show less of it, more closely; buttons, keys and the wheel, too. */
static void
test_lanes__the_axis_zooms_by_fingers_keys_and_wheel(void **state) {
    (void)state;
    static struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ko", "timeline");
    double span = span_of(&visit), before = span;
    finger(&visit, UI_POINTER_DOWN, 1, 500, 700);
    finger(&visit, UI_POINTER_DOWN, 2, 600, 900);
    for (int i = 1; i <= 10; i++) {
        finger(&visit, UI_POINTER_MOVE, 1, 500 - 10 * (float)i, 700);
        finger(&visit, UI_POINTER_MOVE, 2, 600 + 10 * (float)i, 900);
    }
    finger(&visit, UI_POINTER_UP, 2, 700, 900);
    finger(&visit, UI_POINTER_UP, 1, 400, 700);
    assert_true(span_of(&visit) < before / 1.5);
    assert_str_equal(nav_path(&visit.session.nav), "timeline"); /* and nothing was chosen */
    before = span_of(&visit);
    feed(&visit, (struct ui_event){.type = UI_WHEEL, .at = {500, 700}, .wheel = {0, 2}});
    assert_true(span_of(&visit) < before);
    before = span_of(&visit);
    feed(&visit, (struct ui_event){.type = UI_KEY, .key = UI_KEY_ZOOM_OUT});
    turn(&visit, 400);
    assert_true(span_of(&visit) > before * 1.9);
    before = span_of(&visit);
    tap_node(&visit, node_at(&visit, "zoom-in"));
    assert_true(fabs(span_of(&visit) * 2 - before) < 1);
    tap_node(&visit, node_at(&visit, "zoom-all"));
    assert_true(span_of(&visit) > span);
    assert_true(node_at(&visit, "zoom-all")->box.disabled);
    session_close(&visit.session);
}

/* Whoever cannot see the picture has the list, and finds back. */
static void
test_lanes__the_list_is_a_key_away(void **state) {
    (void)state;
    static struct visit visit;
    visit_open(&visit, "kiosk-portrait", "en", "timeline?city=las-vegas");
    assert_int_equal(timeline_of(&visit)->lanes.count, 1);
    tap_node(&visit, node_at(&visit, "keys/list"));
    assert_true(timeline_of(&visit)->is_list);
    assert_int_equal(timeline_of(&visit)->events->count, 7);
    tap(&visit, "picture");
    assert_false(timeline_of(&visit)->is_list);
    session_close(&visit.session);
    visit_open(&visit, "phone", "en", "timeline");
    assert_true(timeline_of(&visit)->is_list);
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lanes__1995_is_four_taps_away),
        cmocka_unit_test(test_lanes__a_link_lands_on_its_event),
        cmocka_unit_test(test_lanes__previous_and_next_go_through_all),
        cmocka_unit_test(test_lanes__the_axis_zooms_by_fingers_keys_and_wheel),
        cmocka_unit_test(test_lanes__the_list_is_a_key_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
