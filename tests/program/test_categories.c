/* Phrases and terms by category: emergencies come first, and chips never fill the first panel. */
#include "visit_fixture.h"

static void
open_visit(struct visit *visit, const char *profile, const char *locale, const char *scale,
    const char *path) {
    const char *const words[] = {
        "--profile", profile, "--locale", locale, "--text-scale", scale, NULL};
    visit_open_words(visit, words, path);
}

static void
check_rows_in_view(const char *profile, const char *scale, const char *path, const char *row) {
    static const char *const locales[] = {"ko", "ja", "en"};
    for (size_t i = 0; i < ARRAY_LEN(locales); i++) {
        struct visit visit;
        open_visit(&visit, profile, locales[i], scale, path);
        const struct ui_node *node = node_at(&visit, row);
        if (node->clip.h < node->rect.h) {
            fail_msg("%s %s %s at %s: %s is not seen", path, profile, locales[i], scale, row);
        }
        session_close(&visit.session);
    }
}

static void
test_categories__what_they_divide_is_seen_on_the_first_panel(void **state) {
    (void)state;
    check_rows_in_view("phone", "1.0", "phrases", "phrases/call-ambulance");
    check_rows_in_view("kiosk-portrait", "1.0", "phrases", "phrases/call-ambulance");
    check_rows_in_view("tablet-landscape", "1.0", "phrases", "phrases/help");
    check_rows_in_view("kiosk-portrait", "2.0", "phrases", "phrases/help");
    check_rows_in_view("phone", "1.0", "phrases?category=farewell", "phrases/goodbye-staying");
}

static void
test_categories__emergencies_come_first_and_every_other_is_two_taps_away(void **state) {
    (void)state;
    struct visit visit;
    open_visit(&visit, "phone", "ja", "1.0", "phrases?category=meal");
    assert_true(ui_find(visit.session.ui, STR("categories/emergency")) > 0);
    assert_true(node_at(&visit, "categories/meal")->box.selected);
    assert_true(ui_find(visit.session.ui, STR("categories/desk")) == 0);
    tap(&visit, "categories/choose");
    tap(&visit, "list/numbers");
    assert_string_equal(nav_path(&visit.session.nav).p, "phrases?category=numbers");
    tap(&visit, "categories/emergency");
    assert_true(ui_find(visit.session.ui, STR("phrases/help")) > 0);
    session_close(&visit.session);
}

static void
test_categories__where_there_is_room_all_of_them_are_chips(void **state) {
    (void)state;
    struct visit visit;
    open_visit(&visit, "kiosk-portrait", "ko", "1.0", "phrases");
    assert_true(node_at(&visit, "categories/emergency")->box.selected);
    assert_true(ui_find(visit.session.ui, STR("categories/numbers")) > 0);
    assert_true(ui_find(visit.session.ui, STR("categories/choose")) == 0);
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_categories__what_they_divide_is_seen_on_the_first_panel),
        cmocka_unit_test(test_categories__emergencies_come_first_and_every_other_is_two_taps_away),
        cmocka_unit_test(test_categories__where_there_is_room_all_of_them_are_chips),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
