/* A session on the real content: what stays from frame to frame and from language to language. */
#include "test.h"

#include "session.h"
#include "ui/semantics.h"

#include <stdlib.h>

struct fixture {
    struct session session;
};

static int
open_session(void **state) {
    static struct fixture fixture;
    struct err err;
    struct options options;
    char name[] = "naru", *argv[] = {name, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    if (!options_parse(1, argv, &options, &err) ||
        session_open(&fixture.session, &options, "home", &err) != SESSION_OK) {
        print_error("%s\n", err.message);
        return -1;
    }
    *state = &fixture;
    return 0;
}

static int
close_session(void **state) {
    struct fixture *f = *state;
    session_close(&f->session);
    return 0;
}

static void
test_session__the_same_frame_twice_is_the_same_picture(void **state) {
    struct fixture *f = *state;
    struct err err;
    bool found;
    session_resize(&f->session, profile_lookup(STR("kiosk-portrait")));
    assert_true(session_show(&f->session, STR("cities/hamamatsu"), &found, &err));
    session_frame(&f->session, 0);
    session_frame(&f->session, 0);
    uint64_t hash = draw_list_hash(&f->session.list);
    session_frame(&f->session, 5000);
    assert_true(draw_list_hash(&f->session.list) == hash);
    assert_true(ui_frame_deadline(f->session.ui) == UI_NEVER);
    assert_false(ui_is_dirty(f->session.ui));
}

static void
test_session__switching_the_language_keeps_screen_and_scroll(void **state) {
    struct fixture *f = *state;
    struct err err;
    bool found;
    f->session.nav.locale = LOCALE_KO;
    session_resize(&f->session, profile_lookup(STR("kiosk-portrait")));
    assert_true(session_show(&f->session, STR("cities/las-vegas"), &found, &err));
    session_frame(&f->session, 0);
    session_scroll_to(&f->session, 200);
    session_frame(&f->session, 0);
    assert_int_equal(
        nav_apply(&f->session.nav, STR("locale ja"), session_scroll(&f->session)), NAV_SCREEN);
    assert_str_equal(nav_path(&f->session.nav), "cities/las-vegas");
    /* pages stand on whole pixels */
    assert_float_equal(nav_scroll(&f->session.nav), 200, 1 / f->session.metrics.dp_px);
}

/* 안산 and 鞍山 are one name in Hangul, not in the other languages. */
static void
test_session__cities_of_one_name_are_told_apart(void **state) {
    struct fixture *f = *state;
    struct err err;
    bool found;
    session_resize(&f->session, profile_lookup(STR("kiosk-portrait")));
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        struct str_buf json = {0};
        f->session.nav.locale = (enum locale_id)locale;
        assert_true(session_show(&f->session, STR("timeline"), &found, &err));
        session_frame(&f->session, 0);
        semantics_json(f->session.ui, &json);
        bool is_korean = locale == LOCALE_KO;
        assert_int_equal(strstr(json.p, "안산시(중국)") != NULL, is_korean);
        assert_int_equal(strstr(json.p, "안산시(대한민국)") != NULL, is_korean);
        str_buf_finish(&json);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_session__the_same_frame_twice_is_the_same_picture),
        cmocka_unit_test(test_session__switching_the_language_keeps_screen_and_scroll),
        cmocka_unit_test(test_session__cities_of_one_name_are_told_apart),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
