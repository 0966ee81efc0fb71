/* A city's page in its parts, how far it is, and two cities compared: on the whole program but the
 * window, with a finger. */
#include "visit_fixture.h"

static void
open_visit(struct visit *visit, const char *profile, enum locale_id locale, const char *path) {
    visit_open(visit, profile, locale_tag(locale), path);
    session_set_today(&visit->session, (struct clock_day){2026, 11, 29});
    turn(visit, 0);
}

static void
go(struct visit *visit, const char *path) {
    struct err err;
    bool found;
    if (!session_show(&visit->session, str_from(path), &found, &err)) {
        fail_msg("%s: %s", path, err.message);
    }
    assert_true(found);
    turn(visit, 16);
}

static const struct ui_node *
marked(struct visit *visit) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count), *found = NULL;
    const struct ui_node *parts = node_at(visit, "parts");
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].box.selected && &nodes[nodes[i].parent] != parts &&
            nodes[i].box.role != ROLE_BUTTON) {
            found = &nodes[i];
        }
    }
    return found;
}

static void
test_city__a_key_leads_to_each_part(void **state) {
    (void)state;
    static struct visit visit;
    static const char *const parts[] = {"history", "people", "names", "now"};
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        open_visit(&visit, "kiosk-portrait", (enum locale_id)locale, "home");
        tap(&visit, "doors/cities");
        tap(&visit, "list/las-vegas");
        assert_true(node_at(&visit, "parts/now")->box.selected);
        for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
            char key[40], path[60];
            snprintf(key, sizeof(key), "parts/%s", parts[i]);
            snprintf(path, sizeof(path), "cities/las-vegas/%s", parts[i]);
            tap(&visit, key);
            assert_str_equal(nav_path(&visit.session.nav), path);
            assert_true(node_at(&visit, key)->box.selected);
        }
        tap(&visit, "items/back"); /* the parts are one page */
        assert_str_equal(nav_path(&visit.session.nav), "cities");
        session_close(&visit.session);
    }
}

/* What was a link to the page before it had parts leads to the thing in its part. */
static void
test_city__a_link_lands_on_its_thing(void **state) {
    (void)state;
    static struct visit visit;
    static const struct {
        const char *path, *part, *thing;
    } links[] = {
        {"cities/las-vegas?event=las-vegas-ansan-park", "parts/history", "las-vegas-ansan-park"},
        {"cities/las-vegas/history?event=las-vegas-sister-agreement", "parts/history",
            "las-vegas-sister-agreement"},
        {"cities/ansan?figure=ansan-ban", "parts/people", "ansan-ban"},
        {"cities/las-vegas?event=nothing", "parts/now", NULL},
        {"cities/las-vegas", "parts/now", NULL},
    };
    open_visit(&visit, "kiosk-portrait", LOCALE_KO, "home");
    for (size_t i = 0; i < ARRAY_LEN(links); i++) {
        go(&visit, links[i].path);
        turn(&visit, 600);
        assert_true(node_at(&visit, links[i].part)->box.selected);
        const struct ui_node *node = marked(&visit);
        assert_true((node != NULL) == (links[i].thing != NULL));
        if (links[i].thing) {
            node = node_at(&visit, links[i].thing);
            assert_true(node->clip.h >= node->rect.h - 1);
        }
    }
    bool found;
    struct err err;
    assert_true(session_show(&visit.session, STR("cities/las-vegas/weather"), &found, &err));
    assert_false(found);
    session_close(&visit.session);
}

static void
test_city__says_how_far_and_how_late(void **state) {
    (void)state;
    static struct visit visit;
    static const struct {
        const char *path;
        int month;
        const char *way, *time, *year, *note; /* in English */
    } cases[] = {
        {"cities/hamamatsu", 11, "1,022 km", "0 h", "2012", NULL},
        {"cities/yantai", 11, "475 km", "−1 h", "1997", NULL},
        {"cities/yuzhno-sakhalinsk", 11, "1,688 km", "+2 h", "2011", NULL},
        {"cities/las-vegas", 11, "9,649 km", "−17 h", "1987",
            "On 29 November 2026; −16 h in summer time"},
        {"cities/las-vegas", 7, "9,649 km", "−16 h", "1987",
            "On 29 July 2026, in summer time; −17 h otherwise"},
    };
    open_visit(&visit, "kiosk-portrait", LOCALE_EN, "home");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        session_set_today(&visit.session, (struct clock_day){2026, cases[i].month, 29});
        go(&visit, cases[i].path);
        struct arena arena;
        arena_init(&arena);
        static const char *const keys[] = {"figures/way", "figures/time", "figures/tie"};
        const char *const values[] = {cases[i].way, cases[i].time, cases[i].year};
        for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
            uint32_t node = ui_find(visit.session.ui, str_from(keys[k]));
            assert_true(node > 0);
            struct str label = ui_node_label(visit.session.ui, node, &arena);
            if (!str_starts(label, str_from(values[k]))) {
                fail_msg("%s: %.*s, not %s", cases[i].path, STR_ARG(label), values[k]);
            }
        }
        uint32_t note = ui_find(visit.session.ui, STR("figures/note"));
        assert_true((note > 0) == (cases[i].note != NULL));
        assert_true(!cases[i].note || says(&visit.session, cases[i].note));
        arena_finish(&arena);
    }
    session_close(&visit.session);
}

/* Words that only the search is to know are not shown. */
static void
test_city__aliases_are_no_content(void **state) {
    (void)state;
    static struct visit visit;
    open_visit(&visit, "kiosk-portrait", LOCALE_KO, "cities/ansan/names");
    assert_true(says(&visit.session, "Ansan-si"));
    assert_true(says(&visit.session, "安山市"));
    assert_false(says(&visit.session, "Ansan-shi"));
    assert_false(says(&visit.session, "An Sơn"));
    assert_false(says(&visit.session, "다른 표기"));
    session_close(&visit.session);
}

static void
test_city__two_are_compared_in_five_taps(void **state) {
    (void)state;
    static struct visit visit;
    static const char *const languages[] = {"languages/ko", "languages/ja", "languages/en"};
    for (size_t i = 0; i < ARRAY_LEN(languages); i++) {
        open_visit(&visit, "kiosk-portrait", LOCALE_KO, "language");
        tap(&visit, languages[i]);
        tap(&visit, "map/las-vegas"); /* two taps, and it says how far */
        assert_true(says(&visit.session, "9,649"));
        tap(&visit, "actions/compare");
        assert_str_equal(nav_path(&visit.session.nav), "compare/las-vegas");
        assert_int_equal(ui_find(visit.session.ui, STR("list/las-vegas")), 0);
        tap(&visit, "list/yantai");
        assert_str_equal(nav_path(&visit.session.nav), "compare/las-vegas/yantai");
        assert_true(says(&visit.session, "9,649 km") && says(&visit.session, "475 km"));
        assert_true(says(&visit.session, "6,460,000"));
        tap(&visit, "head/change");
        tap(&visit, "list/hamamatsu");
        assert_str_equal(nav_path(&visit.session.nav), "compare/las-vegas/hamamatsu");
        tap(&visit, "items/back");
        tap(&visit, "items/back");
        assert_str_equal(nav_path(&visit.session.nav), "cities/las-vegas");
        session_close(&visit.session);
    }
    open_visit(&visit, "phone", LOCALE_JA, "more");
    tap(&visit, "tiles/compare");
    tap(&visit, "list/ansan");
    tap(&visit, "list/hamamatsu");
    assert_str_equal(nav_path(&visit.session.nav), "compare/ansan/hamamatsu");
    session_close(&visit.session);
}

/* A figure without a year says so, and what the sources do not say is said, too. */
static void
test_city__what_is_not_known_is_said(void **state) {
    (void)state;
    static struct visit visit;
    bool found;
    struct err err;
    open_visit(&visit, "tablet-landscape", LOCALE_EN, "compare/las-vegas/hamamatsu");
    assert_true(says(&visit.session, "The source gives no year"));
    assert_true(says(&visit.session, "as of 2010"));
    size_t count, unknown = 0;
    const struct ui_node *nodes = ui_nodes(visit.session.ui, &count);
    for (size_t i = 0; i < count; i++) {
        unknown += str_eq(nodes[i].text, STR("Not in the source"));
    }
    assert_int_equal(unknown, 3); /* Hamamatsu's area, people, visits */
    static const char *const nowhere[] = {
        "compare/las-vegas/las-vegas", "compare/atlantis", "compare/las-vegas/atlantis"};
    for (size_t i = 0; i < ARRAY_LEN(nowhere); i++) {
        assert_true(session_show(&visit.session, str_from(nowhere[i]), &found, &err));
        assert_false(found);
    }
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_city__a_key_leads_to_each_part),
        cmocka_unit_test(test_city__a_link_lands_on_its_thing),
        cmocka_unit_test(test_city__says_how_far_and_how_late),
        cmocka_unit_test(test_city__aliases_are_no_content),
        cmocka_unit_test(test_city__two_are_compared_in_five_taps),
        cmocka_unit_test(test_city__what_is_not_known_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
