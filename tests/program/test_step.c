/* One turn of the loop: events in order, prewarming, what the glass holds. */
#include "test.h"

#include "session.h"

#include <stdlib.h>

static bool
open_with(struct session *session, const char *option) {
    struct err err;
    struct options options;
    const char *words[] = {"naru", "--locale", "ko", option, NULL};
    char **argv = (char **)(uintptr_t)words; /* options_parse() writes to none of them */
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    if (!options_parse(option ? 4 : 3, argv, &options, &err) ||
        session_open(session, &options, "home", &err) != SESSION_OK) {
        print_error("%s\n", err.message);
        return false;
    }
    return true;
}

static int
open_session(void **state) {
    static struct session session;
    *state = &session;
    return open_with(&session, NULL) ? 0 : -1;
}

static int
close_session(void **state) {
    session_close(*state);
    return 0;
}

static void
go_home(struct session *session, uint64_t now_ms) {
    session_start_over(session);
    session->now_ms = 0;
    session_step(session, now_ms);
}

static struct point
middle_of(const struct session *session, const char *path) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(session->ui, &count);
    uint32_t node = ui_find(session->ui, str_from(path));
    assert_true(node != 0);
    struct rect clip = nodes[node].clip;
    return (struct point){clip.x + clip.w / 2, clip.y + clip.h / 2};
}

static void
feed_tap(struct session *session, struct point at, uint64_t now_ms) {
    struct ui_event event = {.type = UI_POINTER_DOWN, .pointer = 1, .at = at, .time_ms = now_ms};
    session_feed(session, &event);
    event.type = UI_POINTER_UP;
    event.time_ms += 50;
    session_feed(session, &event);
}

/* Two taps while the loop was busy: the second was aimed at what the first one left. */
static void
test_step__a_tap_behind_one_that_leads_away_acts_on_nothing(void **state) {
    struct session *session = *state;
    go_home(session, 1000);
    feed_tap(session, middle_of(session, "doors/cities"), 2000);
    feed_tap(session, middle_of(session, "doors/timeline"), 3000);
    assert_true(session_step(session, 4000).draw);
    assert_str_equal(nav_path(&session->nav), "cities");
    feed_tap(session, middle_of(session, "items/home"), 5000);
    session_step(session, 5100);
    assert_str_equal(nav_path(&session->nav), "home");
}

/* Keys of the keyboard on the screen, touched faster than the loop turns: none is lost. */
static void
test_step__keys_of_one_turn_are_all_typed(void **state) {
    struct session *session = *state;
    struct err err;
    bool found;
    go_home(session, 1000);
    assert_true(session_show(session, STR("search"), &found, &err));
    session_step(session, 1100);
    feed_tap(session, middle_of(session, "row-2/key ㅁ"), 2000);
    feed_tap(session, middle_of(session, "row-1/key ㅕ"), 2100);
    feed_tap(session, middle_of(session, "row-2/key ㅇ"), 2200);
    session_step(session, 2300);
    assert_str_equal(ui_field_text(session->ui, STR("q")), "명");
    assert_str_equal(nav_path(&session->nav), "search?q=%EB%AA%85");
}

static void
test_step__the_same_picture_is_not_drawn_again_until_the_glass_lost_it(void **state) {
    struct session *session = *state;
    static const enum ui_event_type losing[] = {UI_SHOWN, UI_DEVICE_RESET, UI_FOCUS_GAINED};
    go_home(session, 1000);
    assert_false(session_step(session, 1100).draw);
    for (size_t i = 0; i < ARRAY_LEN(losing); i++) {
        session_feed(session, &(struct ui_event){.type = losing[i], .time_ms = 1200});
        assert_true(session_step(session, 1200).draw);
        assert_false(session_step(session, 1200).draw);
    }
    session_feed(session, &(struct ui_event){.type = UI_HIDDEN, .time_ms = 1300});
    session_set_display(session, &(struct ui_display){.width_px = 800, .height_px = 1200});
    assert_false(session_step(session, 1300).draw);
    session_feed(session, &(struct ui_event){.type = UI_SHOWN, .time_ms = 1400});
    assert_true(session_step(session, 1400).draw);
    session_set_display(session, &(struct ui_display){0});
}

static void
test_step__time_that_goes_back_is_held(void **state) {
    struct session *session = *state;
    go_home(session, 5000);
    struct session_turn turn = session_step(session, 10);
    assert_true(turn.sleep_until_ms >= 5000);
    assert_int_equal(session->now_ms, 5000);
}

struct shelf {
    size_t helpings;
};

/* Takes what it is given, as a host with room does. */
static bool
put(void *self, const struct para *para, bool light, size_t most, size_t *next) {
    struct shelf *shelf = self;
    assert_false(light);
    shelf->helpings++;
    *next += most;
    return *next < para->glyph_count;
}

static size_t
warm_until_done(struct session *session, struct shelf *shelf, uint64_t *now_ms) {
    size_t before = shelf->helpings;
    for (int i = 0; i < 2000; i++) {
        struct session_turn turn = session_step(session, *now_ms);
        if (turn.sleep_until_ms == UI_NEVER) {
            return shelf->helpings - before;
        }
        assert_true(turn.sleep_until_ms <= *now_ms + PREWARM_PAUSE_MS);
        *now_ms += PREWARM_PAUSE_MS;
    }
    fail_msg("preparing never ends");
    return 0;
}

/* While nobody is there; again after the textures were lost, the language or the size changed. */
static void
test_step__prepares_characters_between_events(void **state) {
    struct session *session = *state;
    struct shelf shelf = {0};
    uint64_t now_ms = 2000;
    go_home(session, 1000);
    session->idle = (struct idle){0};
    session->prewarm.shelf = (struct prewarm_shelf){.put = put, .self = &shelf};
    size_t first = warm_until_done(session, &shelf, &now_ms);
    assert_true(first > 10);
    assert_int_equal(warm_until_done(session, &shelf, &now_ms), 0);
    session_feed(session, &(struct ui_event){.type = UI_DEVICE_RESET, .time_ms = now_ms});
    assert_int_equal(warm_until_done(session, &shelf, &now_ms), first);
    session->nav.locale = LOCALE_JA;
    session_load_place(session);
    assert_true(warm_until_done(session, &shelf, &now_ms) > 10);
    session_set_display(session, &(struct ui_display){.width_px = 540, .height_px = 960});
    assert_true(warm_until_done(session, &shelf, &now_ms) > 10);
    session_set_display(session, &(struct ui_display){0});
    session->prewarm.shelf = (struct prewarm_shelf){0};
}

/* Any order and any number of changes: what is shown is what the last one asks for. */
static void
test_step__the_last_display_decides(void **state) {
    struct session *session = *state;
    struct metrics fresh, now;
    go_home(session, 1000);
    unsigned seed = 7;
    for (int round = 0; round < 50; round++) {
        struct ui_display display;
        for (int i = 0; i < 5; i++) {
            seed = seed * 1103515245u + 12345u;
            display = (struct ui_display){.width_px = 320 + (int)(seed >> 8) % 3000,
                .height_px = 320 + (int)(seed >> 12) % 3000,
                .density = 1 + (float)((seed >> 6) % 3) / 2,
                .is_panel = (seed >> 5) % 2 == 0};
            session_feed(session,
                &(struct ui_event){.type = UI_DISPLAY, .display = display, .time_ms = 1100});
        }
        session_step(session, 1100);
        now = session->metrics;
        struct profile shown = profile_on_display(&session->wanted, &display);
        metrics_resolve(&fresh, &shown, &session->ink, session->looks.text_scale);
        assert_int_equal(now.width_px, fresh.width_px);
        assert_true(now.px_per_mm == fresh.px_per_mm && now.target_px == fresh.target_px);
    }
    session_set_display(session, &(struct ui_display){0});
}

/* A finger slides 240 px up in 60 ms and lets go; the answer is where the page stands then and how
 * far it goes on by itself. */
static void throw(struct session * session, uint64_t now_ms, float *left_at, float *went_on) {
    struct ui_event event = {
        .type = UI_POINTER_DOWN, .pointer = 1, .at = {500, 1000}, .time_ms = now_ms};
    session_feed(session, &event);
    event.type = UI_POINTER_MOVE;
    for (int i = 0; i < 6; i++) {
        event.time_ms += 10;
        event.at.y -= 40;
        session_feed(session, &event);
    }
    event.type = UI_POINTER_UP;
    session_feed(session, &event);
    session_step(session, event.time_ms);
    *left_at = session_scroll(session);
    session_step(session, event.time_ms + 100);
    *went_on = session_scroll(session) - *left_at;
}

static void
press(struct session *session, enum ui_key key, uint64_t now_ms) {
    session_feed(session, &(struct ui_event){.type = UI_KEY, .key = key, .time_ms = now_ms});
    session_step(session, now_ms);
}

static void
test_step__reduced_motion_moves_nothing_by_itself(void **state) {
    static struct session sessions[2];
    static const char *const option[2] = {NULL, "--reduced-motion"};
    (void)state;
    for (int i = 0; i < 2; i++) {
        struct session *session = &sessions[i];
        struct err err;
        bool found, is_still = i == 1;
        float left_at, went_on;
        assert_true(open_with(session, option[i]));
        assert_true(session_show(session, STR("timeline?view=list"), &found, &err));
        session_step(session, 1000);
        throw(session, 2000, &left_at, &went_on);
        assert_true(left_at > 0);
        assert_true(is_still ? went_on == 0 : went_on > 0);
        session_step(session, 9000); /* at rest */
        press(session, UI_KEY_PAGE_DOWN, 9100);
        float at_once = session_scroll(session);
        session_step(session, 9200);
        assert_true(
            is_still ? session_scroll(session) == at_once : session_scroll(session) > at_once);
        session_close(session);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_step__a_tap_behind_one_that_leads_away_acts_on_nothing),
        cmocka_unit_test(test_step__keys_of_one_turn_are_all_typed),
        cmocka_unit_test(test_step__the_same_picture_is_not_drawn_again_until_the_glass_lost_it),
        cmocka_unit_test(test_step__time_that_goes_back_is_held),
        cmocka_unit_test(test_step__prepares_characters_between_events),
        cmocka_unit_test(test_step__the_last_display_decides),
        cmocka_unit_test(test_step__reduced_motion_moves_nothing_by_itself),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
