/* What is to be borne in mind stands behind an i: a page says first what it is about, and its note
 * is one touch away, in every language. */
#include "visit_fixture.h"

#include "base/check.h"
#include "screens/words.h"

/* The page's first i; 0: there is none. */
static uint32_t
first_note(const struct visit *visit) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 1; i < count; i++) {
        if (str_eq(nodes[i].box.action, STR("note"))) {
            return (uint32_t)i;
        }
    }
    return 0;
}

static void
tap_first_note(struct visit *visit) {
    size_t count;
    uint32_t node = first_note(visit);
    assert_true(node > 0);
    struct rect at = ui_nodes(visit->session.ui, &count)[node].clip;
    struct point middle = {at.x + at.w / 2, at.y + at.h / 2};
    assert_true(at.h >= visit->session.metrics.target_px - 1);
    feed(visit, (struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = middle});
    feed(visit, (struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = middle});
    turn(visit, 400);
}

static void
test_notes__are_one_touch_away_and_no_lead_begins_with_one(void **state) {
    (void)state;
    static const struct {
        const char *path;
        enum msg note;
    } pages[] = {{"timeline", MSG_TIMELINE_NOTE}, {"statistics", MSG_STATISTICS_NOTE},
        {"holidays", MSG_HOLIDAYS_NOTE}, {"phrases", MSG_PHRASES_NOTE}, {"about", MSG_ABOUT_NOTE}};
    for (size_t i = 0; i < ARRAY_LEN(pages) * LOCALE_COUNT; i++) {
        struct visit visit;
        enum locale_id locale = (enum locale_id)(i % LOCALE_COUNT);
        visit_open(&visit, "kiosk-portrait", locale_tag(locale), pages[i / LOCALE_COUNT].path);
        struct str note = i18n_text(visit.session.i18n, locale, pages[i / LOCALE_COUNT].note);
        assert_false(says(&visit.session, note.p));
        tap_first_note(&visit);
        assert_true(says(&visit.session, note.p));
        tap_first_note(&visit);
        assert_false(says(&visit.session, note.p));
        session_close(&visit.session);
    }
}

/* Of an article's notes each belongs to the words before it. */
static void
test_notes__of_an_article_stand_at_their_words(void **state) {
    (void)state;
    struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ko", "cases/geoje-yame");
    assert_false(says(&visit.session, "이 글에서는 널리 쓰이는"));
    tap_first_note(&visit);
    assert_true(says(&visit.session, "이 글에서는 널리 쓰이는"));
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit.session.ui, &count);
    const struct ui_node *note = &nodes[first_note(&visit)];
    assert_int_equal(note->box.disclosure, UI_EXPANDED);
    assert_true(note->rect.x > 900); /* at the end of its line, in the margin of all of them */
    session_close(&visit.session);
}

static void
test_notes__stay_open_until_the_visitor_leaves(void **state) {
    (void)state;
    struct visit visit;
    visit_open(&visit, "kiosk-portrait", "en", "statistics");
    struct str note = i18n_text(visit.session.i18n, LOCALE_EN, MSG_STATISTICS_NOTE);
    tap_first_note(&visit);
    tap(&visit, "bar/items/help");
    tap(&visit, "bar/items/back");
    assert_true(says(&visit.session, note.p));
    session_start_over(&visit.session);
    nav_apply(&visit.session.nav, STR("open statistics"), 0);
    session_load_place(&visit.session);
    turn(&visit, 16);
    assert_false(says(&visit.session, note.p));
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notes__are_one_touch_away_and_no_lead_begins_with_one),
        cmocka_unit_test(test_notes__of_an_article_stand_at_their_words),
        cmocka_unit_test(test_notes__stay_open_until_the_visitor_leaves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
