#include "test.h"

#include "screens/nav.h"

#include <string.h>

struct step {
    const char *action;
    float scroll_dp;
    enum nav_change change;
    const char *path; /* shown afterwards */
    float restored_dp;
};

static void
walk(const char *first, const struct step *steps, size_t count) {
    struct nav nav;
    nav_init(&nav, LOCALE_KO, str_from(first));
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(
            nav_apply(&nav, str_from(steps[i].action), steps[i].scroll_dp), steps[i].change);
        assert_str_equal(nav_path(&nav), steps[i].path);
        assert_int_equal((int)nav_scroll(&nav), (int)steps[i].restored_dp);
    }
}

static void
test_nav__back_returns_to_the_same_place_on_the_page(void **state) {
    (void)state;
    static const struct step steps[] = {
        {"open cities", 0, NAV_SCREEN, "cities", 0},
        {"open cities/yantai", 340, NAV_SCREEN, "cities/yantai", 0},
        {"back", 80, NAV_SCREEN, "cities", 340},
        {"back", 340, NAV_SCREEN, "home", 0},
    };
    walk("home", steps, ARRAY_LEN(steps));
}

static void
test_nav__a_language_keeps_the_place(void **state) {
    (void)state;
    static const struct step steps[] = {
        {"open guides/first-contact", 0, NAV_SCREEN, "guides/first-contact", 0},
        {"locale ja", 120, NAV_SCREEN, "guides/first-contact", 120},
        {"locale ja", 120, NAV_NONE, "guides/first-contact", 120},
        {"locale xx", 120, NAV_UNKNOWN, "guides/first-contact", 120},
    };
    walk("home", steps, ARRAY_LEN(steps));
}

static void
test_nav__home_forgets_the_way_and_back_is_never_a_dead_end(void **state) {
    (void)state;
    static const struct step steps[] = {
        {"open timeline", 0, NAV_SCREEN, "timeline", 0},
        {"replace timeline?city=yantai", 50, NAV_SCREEN, "timeline?city=yantai", 0},
        {"home", 20, NAV_SCREEN, "home", 0},
        {"home", 20, NAV_NONE, "home", 20},
        {"back", 20, NAV_NONE, "home", 20},
        {"open home", 20, NAV_NONE, "home", 20},
    };
    walk("cities", steps, ARRAY_LEN(steps));
}

static void
test_nav__choosing_a_language_starts_at_home(void **state) {
    (void)state;
    static const struct step steps[] = {
        {"back", 0, NAV_NONE, "language", 0},
        {"start en", 0, NAV_SCREEN, "home", 0},
    };
    walk("language", steps, ARRAY_LEN(steps));
}

static void
test_nav__a_language_chosen_under_way_leads_back(void **state) {
    (void)state;
    static const struct step steps[] = {
        {"open timeline", 0, NAV_SCREEN, "timeline", 0},
        {"open language?then=back", 70, NAV_SCREEN, "language?then=back", 0},
        {"choose xx", 0, NAV_UNKNOWN, "language?then=back", 0},
        {"choose ja", 0, NAV_SCREEN, "timeline", 70},
    };
    walk("home", steps, ARRAY_LEN(steps));
}

static void
test_nav__searching_stays_on_one_place(void **state) {
    (void)state;
    static const struct step steps[] = {
        {"open search", 0, NAV_SCREEN, "search", 0},
        {"find a b", 0, NAV_SCREEN, "search?q=a%20b", 0},
        {"find a", 0, NAV_SCREEN, "search?q=a", 0},
        {"back", 0, NAV_SCREEN, "home", 0},
    };
    walk("home", steps, ARRAY_LEN(steps));
}

static void
test_nav__a_long_walk_forgets_its_beginning_not_its_end(void **state) {
    (void)state;
    struct nav nav;
    char action[64];
    nav_init(&nav, LOCALE_EN, STR("home"));
    for (int i = 0; i < 3 * NAV_DEPTH; i++) {
        snprintf(action, sizeof(action), "open cities/c%d", i);
        assert_int_equal(nav_apply(&nav, str_from(action), 0), NAV_SCREEN);
        assert_true(nav.depth <= NAV_DEPTH);
    }
    for (int i = 3 * NAV_DEPTH - 2; i > 3 * NAV_DEPTH - NAV_DEPTH; i--) {
        nav_apply(&nav, STR("back"), 0);
        snprintf(action, sizeof(action), "cities/c%d", i);
        assert_str_equal(nav_path(&nav), action);
    }
    while (nav.depth > 1) {
        nav_apply(&nav, STR("back"), 0);
    }
    assert_str_equal(nav_path(&nav), "home");
}

/* A text field's longest query has room; what is longer is found nowhere, and is not home. */
static void
test_nav__the_longest_query_has_a_place(void **state) {
    (void)state;
    static char action[5000];
    struct nav nav;
    nav_init(&nav, LOCALE_EN, STR("home"));
    strcpy(action, "find ");
    for (int i = 0; i < 120; i++) {
        strcat(action, "𠮷");
    }
    assert_int_equal(nav_apply(&nav, str_from(action), 0), NAV_SCREEN);
    assert_int_equal(nav_path(&nav).n, strlen("search?q=") + 120 * 12);
    memset(action + 5, 'x', sizeof(action) - 6);
    assert_int_equal(nav_apply(&nav, str_from(action), 0), NAV_SCREEN);
    assert_str_equal(nav_path(&nav), "too-long");
}

static void
test_nav__unknown_words_change_nothing(void **state) {
    (void)state;
    struct nav nav;
    nav_init(&nav, LOCALE_EN, STR("home"));
    assert_int_equal(nav_apply(&nav, STR(""), 0), NAV_UNKNOWN);
    assert_int_equal(nav_apply(&nav, STR("explode now"), 0), NAV_UNKNOWN);
    assert_int_equal(nav.depth, 1);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nav__back_returns_to_the_same_place_on_the_page),
        cmocka_unit_test(test_nav__a_language_keeps_the_place),
        cmocka_unit_test(test_nav__home_forgets_the_way_and_back_is_never_a_dead_end),
        cmocka_unit_test(test_nav__choosing_a_language_starts_at_home),
        cmocka_unit_test(test_nav__a_language_chosen_under_way_leads_back),
        cmocka_unit_test(test_nav__searching_stays_on_one_place),
        cmocka_unit_test(test_nav__a_long_walk_forgets_its_beginning_not_its_end),
        cmocka_unit_test(test_nav__the_longest_query_has_a_place),
        cmocka_unit_test(test_nav__unknown_words_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
