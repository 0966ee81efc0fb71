/* A text in two languages: keys for the others, rows that stand beside each other or below, and
 * from each the way to hold it out; a checklist that both sides tick. */
#include "visit_fixture.h"

static struct visit visit;

static bool
is_at(const char *path) {
    return str_eq(nav_path(&visit.session.nav), str_from(path));
}

/* From the choice of a language by way of Emergency, from home by way of More. */
static void
test_beside__a_guide_in_two_languages_after_four_taps(void **state) {
    (void)state;
    static const char *const choices[] = {"languages/ko", "languages/ja", "languages/en"};
    static const char *const keys[] = {"beside/ja", "beside/ko", "beside/ja"};
    static const char *const paths[] = {
        "guides/emergency?with=ja", "guides/emergency?with=ko", "guides/emergency?with=ja"};
    for (int l = 0; l < LOCALE_COUNT; l++) {
        visit_open(&visit, "kiosk-portrait", "ko", "language");
        tap(&visit, choices[l]);
        tap(&visit, "emergency");
        tap(&visit, "guide");
        tap(&visit, keys[l]);
        assert_true(is_at(paths[l]));
        session_close(&visit.session);
    }
    visit_open(&visit, "tablet-landscape", "en", "home");
    tap(&visit, "more");
    tap(&visit, "tiles/guides");
    tap(&visit, "first-contact");
    tap(&visit, "beside/ja");
    assert_true(is_at("guides/first-contact?with=ja"));
    tap(&visit, "beside/ja");
    assert_true(is_at("guides/first-contact"));
    session_close(&visit.session);
}

/* On a wide panel the halves of a row have one top edge and one width. */
static void
test_beside__rows_stand_beside_each_other(void **state) {
    (void)state;
    static const char *const wide[] = {"tablet-landscape", "kiosk-landscape"};
    for (size_t i = 0; i < 2; i++) {
        visit_open(&visit, wide[i], "ko", "guides/visiting-institutions?with=ja");
        for (int row = 0; row < 12; row++) {
            char own_path[32], other_path[32];
            snprintf(own_path, sizeof(own_path), "row-%d/own", row);
            snprintf(other_path, sizeof(other_path), "row-%d/other", row);
            struct rect own = node_at(&visit, own_path)->rect;
            struct rect other = node_at(&visit, other_path)->rect;
            assert_true(own.y == other.y && own.h == other.h);
            assert_true(own.x + own.w < other.x && other.w - own.w < 2 && own.w - other.w < 2);
        }
        session_close(&visit.session);
    }
    visit_open(&visit, "phone", "ko", "guides/visiting-institutions?with=ja");
    struct rect row = node_at(&visit, "row-1")->rect, other = node_at(&visit, "row-1/other")->rect;
    assert_true(other.x >= row.x + 16 * visit.session.metrics.dp_px - 1);
    assert_true(other.y > row.y + row.h / 4);
    session_close(&visit.session);
}

static void
test_beside__a_row_that_is_touched_can_be_held_out(void **state) {
    (void)state;
    visit_open(&visit, "tablet-landscape", "ko", "guides/visiting-institutions?with=ja");
    assert_int_equal(node_at(&visit, "row-1")->box.disclosure, UI_COLLAPSED);
    assert_int_equal(ui_find(visit.session.ui, STR("row-1/face")), 0);
    tap(&visit, "row-1");
    assert_int_equal(node_at(&visit, "row-1")->box.disclosure, UI_EXPANDED);
    assert_int_equal(node_at(&visit, "row-1")->box.background, COLOR_TINT);
    tap(&visit, "row-1/face");
    assert_true(is_at("face/guides/visiting-institutions?at=1&to=ja&turned=1"));
    assert_int_equal(node_at(&visit, "side/words")->lang, LOCALE_JA);
    tap(&visit, "keys/next");
    assert_true(is_at("face/guides/visiting-institutions?at=2&to=ja&turned=1"));
    session_close(&visit.session);
}

/* Whoever turns the page into the language that stood beside it still has two. */
static void
test_beside__stays_when_the_language_changes(void **state) {
    (void)state;
    visit_open(&visit, "tablet-landscape", "ko", "cities/hamamatsu?with=ja");
    assert_true(says(&visit.session, "하마마쓰시") && says(&visit.session, "浜松市"));
    tap(&visit, "languages/ja");
    assert_true(node_at(&visit, "beside/ko")->box.selected);
    assert_true(says(&visit.session, "하마마쓰시") && says(&visit.session, "浜松市"));
    session_close(&visit.session);
}

/* Every text there is has as many rows in each pair of languages as the longer one, and at most a
 * few stand alone. */
static void
test_beside__all_kinds_of_texts_have_it(void **state) {
    (void)state;
    static const char *const paths[] = {"cases/takasaki?with=ja", "reports/ansan-profile?with=ja",
        "talks/bucheon?with=ja", "cities/busan?with=ja", "guides/emergency?with=ja"};
    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        visit_open(&visit, "phone", "en", paths[i]);
        node_at(&visit, "row-1/other");
        session_close(&visit.session);
    }
}

static void
test_beside__both_sides_tick_a_checklist(void **state) {
    (void)state;
    visit_open(&visit, "tablet-landscape", "ko", "guides/visiting-institutions");
    tap(&visit, "checklist/face");
    assert_true(is_at("face/checklists/visit-institution?at=0&to=ja&turned=1"));
    assert_false(says(&visit.session, "양쪽 모두 확인했습니다"));
    tap(&visit, "own/agreed/tick");
    assert_true(says(&visit.session, "이쪽은 확인했습니다"));
    assert_false(says(&visit.session, "双方が確認しました"));
    size_t count; /* theirs is touched where it is seen: at the far side */
    const struct ui_node *nodes = ui_nodes(visit.session.ui, &count);
    const struct ui_node *key = node_at(&visit, "side/agreed/tick");
    struct rect at = ui_on_glass(visit.session.ui, (uint32_t)(key - nodes), key->clip);
    struct point middle = {at.x + at.w / 2, at.y + at.h / 2};
    assert_true(at.y < key->rect.y);
    feed(&visit, (struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = middle});
    feed(&visit, (struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = middle});
    turn(&visit, 400);
    assert_true(says(&visit.session, "양쪽 모두 확인했습니다"));
    assert_true(says(&visit.session, "双方が確認しました"));
    session_start_over(&visit.session);
    bool found;
    struct err err;
    assert_true(session_show(&visit.session,
        STR("face/checklists/visit-institution?at=0&to=ja&turned=1"), &found, &err));
    session_frame(&visit.session, visit.now_ms);
    assert_false(says(&visit.session, "双方が確認しました"));
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_beside__a_guide_in_two_languages_after_four_taps),
        cmocka_unit_test(test_beside__rows_stand_beside_each_other),
        cmocka_unit_test(test_beside__a_row_that_is_touched_can_be_held_out),
        cmocka_unit_test(test_beside__stays_when_the_language_changes),
        cmocka_unit_test(test_beside__all_kinds_of_texts_have_it),
        cmocka_unit_test(test_beside__both_sides_tick_a_checklist),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
