/* The screen of emergencies: the numbers of the country that a kiosk stands in come first and say
 * so, a handheld claims nothing, and sentences lead to a card to hold out. */
#include "visit_fixture.h"

#include <stdlib.h>

static struct visit visit;

static void
open_on(const char *profile, enum locale_id locale) {
    struct err err;
    struct options options;
    bool found = false;
    char name[] = "naru", option[] = "--profile", *argv[] = {name, option, (char *)profile, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    visit.now_ms = 1000;
    assert_true(options_parse(3, argv, &options, &err));
    assert_int_equal(session_open(&visit.session, &options, "home", &err), SESSION_OK);
    visit.session.nav.locale = locale;
    assert_true(session_show(&visit.session, STR("emergency"), &found, &err));
    assert_true(found);
    session_frame(&visit.session, visit.now_ms);
}

static void
test_emergency__a_kiosk_says_where_it_stands(void **state) {
    (void)state;
    static const char *const here[LOCALE_COUNT] = {
        [LOCALE_KO] = "지금 계신 곳", [LOCALE_JA] = "いま、ここ", [LOCALE_EN] = "You are here"};
    for (int l = 0; l < LOCALE_COUNT; l++) {
        open_on("kiosk-portrait", (enum locale_id)l);
        assert_true(says(&visit.session, here[l]));
        struct rect own = node_at(&visit, "countries/kr")->rect;
        struct rect other = node_at(&visit, "countries/jp")->rect;
        assert_true(own.x < other.x);
        assert_true(
            node_at(&visit, "kr/kr-police")->rect.h > node_at(&visit, "jp/jp-police")->rect.h);
        session_close(&visit.session);
    }
}

static void
test_emergency__a_handheld_does_not_know(void **state) {
    (void)state;
    open_on("phone", LOCALE_EN);
    assert_true(says(&visit.session, "119"));
    assert_false(says(&visit.session, "You are here"));
    session_close(&visit.session);
}

static void
test_emergency__a_sentence_opens_its_card(void **state) {
    (void)state;
    open_on("kiosk-portrait", LOCALE_JA);
    assert_true(says(&visit.session, "도와주세요!"));
    tap(&visit, "sentences/help");
    assert_str_equal(nav_path(&visit.session.nav), "face/phrases/help?to=ko");
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_emergency__a_kiosk_says_where_it_stands),
        cmocka_unit_test(test_emergency__a_handheld_does_not_know),
        cmocka_unit_test(test_emergency__a_sentence_opens_its_card),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
