/* Figures as charts, by finger, in three languages: what is drawn is said, tables open in place,
 * and a link lands on its figure; schools by country. */
#include "visit_fixture.h"

#include "base/check.h"

static void
test_charts__say_all_they_show(void **state) {
    (void)state;
    static const struct {
        const char *chart, *words[LOCALE_COUNT];
    } charts[] = {
        {"chart-ansan-budget/strip",
            {[LOCALE_KO] = "예산 규모 1조 864억 원: 일반회계 7,983억 원, 특별회계 2,881억 원, ",
                [LOCALE_JA] =
                    "予算規模 1兆864億ウォン：一般会計 7,983億ウォン, 特別会計 2,881億ウォン, ",
                [LOCALE_EN] = "Budget "}},
        {"chart-foreigners-nationality-total/shapes",
            {[LOCALE_KO] = "기타 58개국 2,662명",
                [LOCALE_JA] = "その他58か国 2,662人",
                [LOCALE_EN] = "58 other countries 2,662 people"}},
    };
    static struct visit visit;
    for (int i = 0; i < LOCALE_COUNT; i++) {
        visit_open(&visit, "kiosk-portrait", locale_tag((enum locale_id)i), "statistics");
        for (size_t k = 0; k < ARRAY_LEN(charts); k++) {
            const struct ui_node *node = node_at(&visit, charts[k].chart);
            assert_int_equal(node->box.role, ROLE_IMAGE);
            if (str_find(node->box.label, str_from(charts[k].words[i])) == SIZE_MAX) {
                fail_msg("%.*s", STR_ARG(node->box.label));
            }
        }
        session_close(&visit.session);
    }
}

static size_t
count_role(const struct visit *visit, enum ui_role role) {
    size_t count, found = 0;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 0; i < count; i++) {
        found += nodes[i].box.role == role;
    }
    return found;
}

/* The share that the source prints stands in the table, and what is wrong with it behind the i. */
static void
test_charts__have_a_table_and_a_note_one_touch_away(void **state) {
    (void)state;
    static const char *const profiles[] = {"kiosk-portrait", "phone"};
    static const char *const notes[LOCALE_COUNT] = {
        [LOCALE_KO] = "6.0%", [LOCALE_JA] = "6.0%", [LOCALE_EN] = "6.0%"};
    static struct visit visit;
    for (size_t i = 0; i < ARRAY_LEN(profiles) * LOCALE_COUNT; i++) {
        enum locale_id locale = (enum locale_id)(i % LOCALE_COUNT);
        visit_open(&visit, profiles[i / LOCALE_COUNT], locale_tag(locale), "statistics");
        size_t tables = count_role(&visit, ROLE_TABLE);
        assert_false(says(&visit.session, "70.9%"));
        tap(&visit, "chart-foreigners-nationality-total/table-key");
        assert_int_equal(count_role(&visit, ROLE_TABLE), tables + 1);
        assert_true(says(&visit.session, "70.9%"));
        const struct ui_node *key = node_at(&visit, "chart-foreigners-nationality-total/table-key");
        assert_int_equal(key->box.disclosure, UI_EXPANDED);
        assert_true(key->rect.h >= visit.session.metrics.target_px - 1);
        tap(&visit, "chart-foreigners-nationality-total/table-key");
        assert_int_equal(count_role(&visit, ROLE_TABLE), tables);
        assert_false(says(&visit.session, notes[locale]));
        tap(&visit, "chart-foreigners-nationality-total/note");
        assert_true(says(&visit.session, notes[locale]));
        session_close(&visit.session);
    }
}

/* A part, a whole, a sum within a whole, and a figure of no chart. */
static void
test_charts__a_link_lands_on_its_figure(void **state) {
    (void)state;
    static const char *const figures[] = {
        "foreigners-nationality-other", "ansan-budget", "ansan-budget-special", "ansan-funds"};
    static const char *const profiles[] = {"kiosk-portrait", "phone"};
    static struct visit visit;
    for (size_t i = 0; i < ARRAY_LEN(figures) * ARRAY_LEN(profiles); i++) {
        char path[100];
        const char *figure = figures[i % ARRAY_LEN(figures)];
        snprintf(path, sizeof(path), "statistics?figure=%s", figure);
        visit_open(&visit, profiles[i / ARRAY_LEN(figures)], "ja", path);
        const struct ui_node *node = node_at(&visit, figure);
        if (!node->box.selected || node->clip.h < node->rect.h - 1) {
            fail_msg("%s is not in view, marked", figure);
        }
        session_close(&visit.session);
    }
}

static void
test_charts__visits_stand_on_one_axis(void **state) {
    (void)state;
    static struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ko", "statistics");
    const struct ui_node *most = node_at(&visit, "anshan-administration");
    const struct ui_node *next = node_at(&visit, "las-vegas-administration");
    assert_true(most->rect.y < next->rect.y);
    assert_true(node_at(&visit, "anshan-administration/out")->rect.x ==
                node_at(&visit, "las-vegas-administration/out")->rect.x);
    assert_true(node_at(&visit, "anshan-administration/in")->rect.x ==
                node_at(&visit, "las-vegas-administration/in")->rect.x);
    tap(&visit, "visits-administration/card/table-key");
    assert_true(says(&visit.session, "1987"));
    session_close(&visit.session);
}

/* From the first screen: the language, all there is, the schools. */
static void
test_charts__schools_tied_to_japan_are_three_taps_away(void **state) {
    (void)state;
    static const char *const languages[] = {[LOCALE_KO] = "bar/languages/ko",
        [LOCALE_JA] = "bar/languages/ja",
        [LOCALE_EN] = "bar/languages/en"};
    static struct visit visit;
    for (int i = 0; i < LOCALE_COUNT; i++) {
        visit_open(&visit, "kiosk-portrait", "ko", "language");
        tap(&visit, languages[i]);
        tap(&visit, "more");
        tap(&visit, "schools");
        assert_string_equal(nav_path(&visit.session.nav).p, "schools");
        assert_true(node_at(&visit, "jp/table/links/banwol-naruhama")->clip.h > 0);
        size_t rows = count_role(&visit, ROLE_ROW);
        tap(&visit, "countries/jp");
        assert_true(node_at(&visit, "countries/jp")->box.selected);
        assert_true(count_role(&visit, ROLE_ROW) < rows);
        tap(&visit, "countries/all");
        assert_int_equal(count_role(&visit, ROLE_ROW), rows);
        session_close(&visit.session);
    }
}

static void
test_charts__schools_are_cards_on_a_phone(void **state) {
    (void)state;
    static struct visit visit;
    visit_open(&visit, "phone", "ja", "schools?country=jp");
    assert_int_equal(count_role(&visit, ROLE_TABLE), 0);
    assert_true(says(&visit.session, "資料の表記"));
    session_close(&visit.session);
    visit_open(&visit, "tablet-landscape", "ja", "schools?country=nowhere");
    assert_true(count_role(&visit, ROLE_TABLE) > 1); /* no filter */
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_charts__say_all_they_show),
        cmocka_unit_test(test_charts__have_a_table_and_a_note_one_touch_away),
        cmocka_unit_test(test_charts__a_link_lands_on_its_figure),
        cmocka_unit_test(test_charts__visits_stand_on_one_axis),
        cmocka_unit_test(test_charts__schools_tied_to_japan_are_three_taps_away),
        cmocka_unit_test(test_charts__schools_are_cards_on_a_phone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
