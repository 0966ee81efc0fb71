/* What one sets to see and reach, with a finger: two taps from any screen, changed at once, kept
 * until the visitor leaves. */
#include "visit_fixture.h"

#include "base/check.h"
#include "ui/semantics.h"

/* Where it stands, without any scrolling before. */
static void
tap_as_seen(struct visit *visit, const char *path) {
    const struct ui_node *node = node_at(visit, path);
    struct rect at = node->clip;
    if (at.h < node->rect.h - 1) {
        fail_msg("%s %s: \"%s\" is not whole on the glass", visit->session.metrics.profile_name,
            nav_path(&visit->session.nav).p, path);
    }
    struct point middle = {at.x + at.w / 2, at.y + at.h / 2};
    feed(visit, (struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = middle});
    feed(visit, (struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = middle});
    turn(visit, 400);
}

static const char *const paths[] = {
    "language", "home", "cities/hamamatsu", "timeline", "search?q=city", "phrases", "nowhere"};

static void
test_display__two_taps_from_any_screen(void **state) {
    (void)state;
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t p = 0; p < count; p++) {
        for (size_t i = 0; i < ARRAY_LEN(paths) * LOCALE_COUNT; i++) {
            struct visit visit;
            struct looks *looks = &visit.session.looks;
            visit_open(&visit, profiles[p].name, locale_tag((enum locale_id)(i % LOCALE_COUNT)),
                paths[i / LOCALE_COUNT]);
            tap_as_seen(&visit, "bar/items/display");
            tap_as_seen(&visit, "look theme high-contrast");
            assert_string_equal(looks->theme->name, "high-contrast");
            tap_as_seen(&visit, "look text 1.5");
            assert_true(looks->text_scale == 1.5f);
            tap(&visit, "reset");
            assert_true(looks_equal(looks, &visit.session.first_looks));
            if (profiles[p].posture == POSTURE_KIOSK) {
                tap_as_seen(&visit, "look low on");
                assert_true(looks->low_position);
                tap_as_seen(&visit, "look low off");
            }
            session_close(&visit.session);
        }
    }
}

static void
test_display__the_page_stays_and_is_changed_at_once(void **state) {
    (void)state;
    struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ko", "cities/hamamatsu");
    session_scroll_to(&visit.session, 300);
    turn(&visit, 100);
    tap(&visit, "display");
    assert_string_equal(nav_path(&visit.session.nav).p, "cities/hamamatsu");
    assert_true(node_at(&visit, "page")->clip.h > 300 && says(&visit.session, "하마마쓰시"));
    assert_true(node_at(&visit, "sheet")->rect.y >
                node_at(&visit, "page")->rect.y + node_at(&visit, "page")->rect.h - 1);
    tap(&visit, "look theme yellow");
    assert_string_equal(visit.session.theme->name, "yellow");
    tap(&visit, "look calm on");
    assert_true(visit.session.theme->is_calm);
    tap(&visit, "close");
    assert_true(ui_find(visit.session.ui, STR("sheet")) == 0);
    assert_true(session_scroll(&visit.session) > 299 && session_scroll(&visit.session) < 301);
    assert_string_equal(visit.session.looks.theme->name, "yellow");
    session_close(&visit.session);
}

static void
test_display__back_and_what_leads_on_close_the_sheet(void **state) {
    (void)state;
    struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ko", "home");
    tap(&visit, "display");
    assert_false(node_at(&visit, "bar/items/back")->box.disabled);
    tap(&visit, "bar/languages/ja"); /* another language does not */
    assert_true(visit.session.shows_display);
    tap(&visit, "bar/items/back");
    assert_false(visit.session.shows_display);
    assert_string_equal(nav_path(&visit.session.nav).p, "home");
    tap(&visit, "display");
    tap(&visit, "display");
    assert_false(visit.session.shows_display);
    tap(&visit, "display");
    tap(&visit, "bar/items/help");
    assert_false(visit.session.shows_display);
    assert_string_equal(nav_path(&visit.session.nav).p, "help");
    session_close(&visit.session);
}

static void
test_display__is_a_screen_of_its_own_too(void **state) {
    (void)state;
    struct visit visit;
    visit_open(&visit, "phone", "en", "display");
    assert_true(node_at(&visit, "bar/items/display")->box.selected);
    tap(&visit, "look theme dark");
    assert_string_equal(visit.session.theme->name, "dark");
    assert_true(node_at(&visit, "look theme dark")->box.selected);
    tap(&visit, "look still on");
    assert_true(visit.session.looks.reduced_motion);
    tap(&visit, "bar/items/display"); /* already there */
    assert_false(visit.session.shows_display);
    assert_true(ui_find(visit.session.ui, STR("look low on")) == 0);
    session_close(&visit.session);
}

static void
test_display__the_next_visitor_finds_everything_as_it_was(void **state) {
    (void)state;
    struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ko", "home");
    tap(&visit, "display");
    tap(&visit, "look text 2.0");
    tap(&visit, "look theme yellow");
    tap(&visit, "look low on");
    session_start_over(&visit.session);
    turn(&visit, 16);
    assert_true(looks_equal(&visit.session.looks, &visit.session.first_looks));
    assert_false(visit.session.shows_display);
    assert_string_equal(visit.session.theme->name, "light");
    assert_true(visit.session.metrics.text_scale == 1);
    session_close(&visit.session);
}

/* A finger that was queued behind one that changed the layout had aimed at the old one. */
static void
test_display__a_second_finger_hits_nothing_that_has_moved(void **state) {
    (void)state;
    struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ko", "home");
    tap(&visit, "display");
    struct rect at = node_at(&visit, "look text 2.0")->clip;
    struct rect dark = node_at(&visit, "look theme dark")->clip;
    const struct rect both[] = {at, dark};
    for (size_t i = 0; i < 2; i++) {
        struct point middle = {both[i].x + both[i].w / 2, both[i].y + both[i].h / 2};
        struct ui_event event = {
            .type = UI_POINTER_DOWN, .pointer = 1, .at = middle, .time_ms = visit.now_ms + i};
        session_feed(&visit.session, &event);
        event.type = UI_POINTER_UP;
        session_feed(&visit.session, &event);
    }
    turn(&visit, 100);
    assert_true(visit.session.looks.text_scale == 2);
    assert_string_equal(visit.session.looks.theme->name, "light");
    session_close(&visit.session);
}

static void
test_display__switches_say_their_state(void **state) {
    (void)state;
    struct visit visit;
    visit_open(&visit, "kiosk-landscape", "ja", "home");
    tap(&visit, "display");
    tap(&visit, "look calm on");
    const struct ui_node *calm = node_at(&visit, "look calm off");
    assert_int_equal(calm->box.role, ROLE_SWITCH);
    assert_true(str_eq(calm->box.value, STR("on")) && calm->box.selected);
    assert_true(str_eq(node_at(&visit, "look still on")->box.value, STR("off")));
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_display__two_taps_from_any_screen),
        cmocka_unit_test(test_display__the_page_stays_and_is_changed_at_once),
        cmocka_unit_test(test_display__back_and_what_leads_on_close_the_sheet),
        cmocka_unit_test(test_display__is_a_screen_of_its_own_too),
        cmocka_unit_test(test_display__the_next_visitor_finds_everything_as_it_was),
        cmocka_unit_test(test_display__a_second_finger_hits_nothing_that_has_moved),
        cmocka_unit_test(test_display__switches_say_their_state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
