/* Getting about in the bundled content: lists that are several panels long have a scrubber on every
 * profile and short ones none, and an address whose parameters fit nothing shows the list. */
#include "visit_fixture.h"

static bool
has(struct visit *visit, const char *path) {
    return ui_find(visit->session.ui, str_from(path)) > 0;
}

static size_t
count_items(struct visit *visit) {
    size_t count, items = 0;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 0; i < count; i++) {
        items += nodes[i].position > 0;
    }
    return items;
}

/* By tap and by key, from the top of the page to another station and back. */
static void
check_scrubber(struct visit *visit) {
    struct str here = node_at(visit, "scrubber/here")->box.action;
    assert_true(here.n > 0);
    assert_true(node_at(visit, "scrubber/here")->focus > 0);
    if (!node_at(visit, "scrubber/back")->box.disabled) {
        fail_msg("%s begins with \"%.*s\" before it, at %.0f", nav_path(&visit->session.nav).p,
            STR_ARG(node_at(visit, "scrubber/back")->box.action),
            (double)session_scroll(&visit->session));
    }
    tap(visit, "scrubber/on");
    assert_true(session_scroll(&visit->session) > 0);
    if (node_at(visit, "scrubber/back")->box.disabled) {
        fail_msg("%s: a step on is not a step", nav_path(&visit->session.nav).p);
    }
    tap(visit, "scrubber/here");
    assert_true(count_items(visit) > 1);
    assert_non_null(strstr(nav_path(&visit->session.nav).p, "choose="));
}

static void
test_stations__long_lists_have_a_scrubber_and_short_ones_none(void **state) {
    (void)state;
    static const char *const longs[] = {"timeline?view=list", "glossary", "statistics"};
    static const char *const shorts[] = {
        "cases", "reports", "talks", "timeline?view=list&city=hamamatsu", "home", "help"};
    static struct visit visit;
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t p = 0; p < count; p++) {
        for (size_t i = 0; i < ARRAY_LEN(longs); i++) {
            const char *locale = locale_tag((enum locale_id)((p + i) % LOCALE_COUNT));
            visit_open(&visit, profiles[p].name, locale, longs[i]);
            if (!has(&visit, "scrubber/here")) {
                fail_msg("%s %s %s: no scrubber", longs[i], profiles[p].name, locale);
            }
            check_scrubber(&visit);
            session_close(&visit.session);
        }
        for (size_t i = 0; i < ARRAY_LEN(shorts); i++) {
            visit_open(&visit, profiles[p].name, "ko", shorts[i]);
            if (has(&visit, "scrubber/here")) {
                fail_msg("%s %s: a scrubber", shorts[i], profiles[p].name);
            }
            session_close(&visit.session);
        }
    }
}

/* At the end of a page, below its lists, it is no more the first station that is in view. */
static void
test_stations__the_end_of_a_page_is_not_its_beginning(void **state) {
    (void)state;
    static const char *const longs[] = {"timeline?view=list", "glossary", "statistics",
        "timeline?view=list&at=1991", "glossary?at=b"};
    static struct visit visit;
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t p = 0; p < count * 2; p++) {
        for (size_t i = 0; i < ARRAY_LEN(longs); i++) {
            visit_open(&visit, profiles[p / 2].name, i == 4 ? "en" : "ko", longs[i]);
            visit.session.looks.text_scale = p % 2 ? 2 : 1;
            session_resize(&visit.session, &profiles[p / 2]);
            turn(&visit, 100);
            feed(&visit, (struct ui_event){.type = UI_KEY, .key = UI_KEY_END});
            turn(&visit, 2000);
            turn(&visit, 2000);
            if (node_at(&visit, "scrubber/back")->box.disabled) {
                fail_msg("%s %s: the end is said to be \"%.*s\"", longs[i], profiles[p / 2].name,
                    STR_ARG(node_at(&visit, "scrubber/here")->box.label));
            }
            session_close(&visit.session);
        }
    }
}

static void
check_lands(const char *path) {
    static struct visit other;
    size_t count;
    visit_open(&other, "kiosk-portrait", "ko", path);
    const struct ui_node *nodes = ui_nodes(other.session.ui, &count);
    assert_true(count > 0);
    bool is_in_view = false;
    for (size_t i = 0; i < count; i++) {
        is_in_view = is_in_view || (nodes[i].box.reveal && nodes[i].clip.h > 0);
    }
    if (!is_in_view) {
        fail_msg("%s: nothing that was asked for is in view", path);
    }
    session_close(&other.session);
}

static void
test_stations__an_address_of_a_station_lands_on_it(void **state) {
    (void)state;
    static const char *const paths[] = {"timeline?view=list&at=1995",
        "timeline?view=list&at=1999", /* none of 1999 */
        "timeline?view=list&at=2500", "timeline?view=list&city=las-vegas&at=1990",
        "glossary?at=%E3%84%B7", "cities?at=friendship:start", "statistics?at=finance:start",
        "statistics?at=visits-administration:start", "schools?at=us:start", "guides?at=9"};
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
        check_lands(paths[i]);
    }
}

static size_t
items_on(const char *path) {
    static struct visit visit;
    visit_open(&visit, "kiosk-portrait", "en", path);
    assert_int_equal(visit.session.failure.code, ERR_NONE);
    assert_true(visit.session.screen.ops->load != NULL); /* not the page that says "not found" */
    size_t items = count_items(&visit);
    session_close(&visit.session);
    return items;
}

/* What the loaded content does not know, or has none of, leaves the list as it is. */
static void
test_stations__what_fits_nothing_shows_the_list(void **state) {
    (void)state;
    static const struct {
        const char *path, *as;
    } cases[] = {
        {"timeline?view=list&city=nowhere", "timeline?view=list"},
        {"timeline?choose=nothing&view=list", "timeline?view=list"},
        {"timeline?view=list&at=yesterday", "timeline?view=list"},
        {"timeline?choose=heading&city=nowhere", "timeline?choose=heading"},
        {"glossary?category=nothing", "glossary"},
        {"glossary?choose=nothing", "glossary"},
        {"glossary?at=%3F", "glossary"},
        {"phrases?category=nothing", "phrases"},
        {"phrases?category=nothing&choose=nothing", "phrases"},
        {"cities?at=nowhere:start", "cities"},
        {"cities?choose=nothing", "cities"},
        {"schools?at=nowhere", "schools"},
        {"schools?choose=nothing", "schools"},
        {"guides?choose=nothing", "guides"},
        {"statistics?choose=nothing", "statistics"},
        {"home?at=1", "home"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        size_t items = items_on(cases[i].path), expected = items_on(cases[i].as);
        if (items != expected) {
            fail_msg("%s: %zu rows, %s has %zu", cases[i].path, items, cases[i].as, expected);
        }
    }
    static const char *const choosing[] = {"timeline?choose=heading", "glossary?choose=heading",
        "cities?choose=heading", "schools?choose=heading", "guides?choose=heading",
        "phrases?choose=heading", "phrases?choose=category", "glossary?choose=category",
        "timeline?choose=city", "timeline?choose=city-letter"};
    for (size_t i = 0; i < ARRAY_LEN(choosing); i++) {
        if (items_on(choosing[i]) < 2) {
            fail_msg("%s: nothing to choose from", choosing[i]);
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stations__long_lists_have_a_scrubber_and_short_ones_none),
        cmocka_unit_test(test_stations__the_end_of_a_page_is_not_its_beginning),
        cmocka_unit_test(test_stations__an_address_of_a_station_lands_on_it),
        cmocka_unit_test(test_stations__what_fits_nothing_shows_the_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
