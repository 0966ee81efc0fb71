/* Long lists of every kind, on the whole program but the window: where a tap on a heading leads,
 * and that what is counted is there. */
#include "visit_fixture.h"

#include "content/search.h"

static void
open_visit(struct visit *visit, const char *profile, const char *locale, const char *scale,
    const char *path) {
    const char *const words[] = {"--profile", profile, "--locale", locale, "--text-scale", scale,
        "--content", NARU_BUILD_DIR "/tests/broad.db", NULL};
    visit_open_words(visit, words, path);
}

static const struct ui_node *
row_at(struct visit *visit, size_t place, size_t set_size) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].position == place + 1 && nodes[i].set_size == set_size) {
            return &nodes[i];
        }
    }
    fail_msg("row %zu of %zu is not there on %s", place, set_size, nav_path(&visit->session.nav).p);
    return NULL;
}

/* At the top of what is seen of the page, or as near to it as the page's end allows. */
static void
check_is_at_top(struct visit *visit, size_t place, size_t set_size) {
    const struct ui_node *row = row_at(visit, place, set_size);
    const struct ui_node *page = node_at(visit, "page");
    float from_top = row->rect.y - page->clip.y;
    float most = metrics_size_px(&visit->session.metrics, 64);
    const struct ui_node *last = row_at(visit, set_size - 1, set_size);
    bool is_at_end = last->clip.h >= last->rect.h - 1 && last->clip.h > 0;
    assert_true(row->clip.h > 0 && from_top >= -1);
    if (from_top > most && !is_at_end) {
        fail_msg("row %zu on %s is %.0f px below the top", place, nav_path(&visit->session.nav).p,
            (double)from_top);
    }
}

static void
check_jump(
    struct visit *visit, const char *list, const struct store_heading *heading, size_t set_size) {
    char path[200];
    tap(visit, "scrubber/here");
    assert_non_null(strstr(nav_path(&visit->session.nav).p, "choose="));
    snprintf(path, sizeof(path), "%s/%.*s", list, STR_ARG(heading->heading));
    tap(visit, path);
    assert_non_null(strstr(nav_path(&visit->session.nav).p, "at="));
    check_is_at_top(visit, heading->place, set_size);
}

/* Every heading of a page of them leads to its first row, which then stands at the top. */
static void
check_all_headings(struct visit *visit, const char *list, const char *listing) {
    struct arena arena;
    struct err err;
    struct store_heading *headings;
    size_t count, size;
    arena_init(&arena);
    assert_true(store_listing_headings(
        visit->session.store, &arena, str_from(listing), &headings, &count, &err));
    assert_true(store_listing_size(visit->session.store, str_from(listing), &size, &err));
    assert_true(count > 1);
    for (size_t i = 0; i<count; i += count> 12 ? count / 6 : 1) {
        check_jump(visit, list, &headings[i], size);
    }
    check_jump(visit, list, &headings[count - 1], size);
    check_jump(visit, list, &headings[0], size);
    tap(visit, "scrubber/on"); /* and step by step */
    check_is_at_top(visit, headings[1].place, size);
    tap(visit, "scrubber/back");
    check_is_at_top(visit, headings[0].place, size);
    arena_finish(&arena);
}

static const struct {
    const char *path, *list, *listing;
} places[] = {
    {"timeline?view=list", "headings-0/list", "events"},
    {"timeline?choose=city", "headings-0/list", "cities/dated/%s"},
    {"timeline?view=list&city=city-1", "headings-0/list", "events/city/city-1"},
    {"cities", "headings-0/list", "cities/sister/%s"},
    {"glossary", "headings-0/list", "glossary/exchange/%s"},
    {"phrases?category=greeting", "headings-0/list", "phrases/greeting/%s"},
    {"schools", "headings-0/list", "school-links/%s"},
};

static void
check_places(const char *profile, const char *scale) {
    static struct visit visit;
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        const char *tag = locale_tag((enum locale_id)locale);
        for (size_t i = 0; i < ARRAY_LEN(places); i++) {
            char listing[100];
            const char *mark = strstr(places[i].listing, "%s");
            size_t before = mark ? (size_t)(mark - places[i].listing) : strlen(places[i].listing);
            snprintf(listing, sizeof(listing), "%.*s%s", (int)before, places[i].listing,
                mark ? tag : "");
            open_visit(&visit, profile, tag, scale, places[i].path);
            check_all_headings(&visit, places[i].list, listing);
            session_close(&visit.session);
        }
    }
}

static void
test_long__a_heading_leads_to_its_rows_on_a_kiosk(void **state) {
    (void)state;
    check_places("kiosk-portrait", "1");
}

static void
test_long__a_heading_leads_to_its_rows_on_a_phone(void **state) {
    (void)state;
    check_places("phone", "2");
}

/* Titles in kanji are filed under one heading: it leads nowhere, so places are offered instead. */
static void
test_long__one_heading_is_no_choice(void **state) {
    (void)state;
    static struct visit visit;
    open_visit(&visit, "kiosk-portrait", "ja", "1", "guides");
    assert_non_null(strchr(node_at(&visit, "scrubber/on")->box.action.p, '='));
    assert_int_equal(str_find(node_at(&visit, "scrubber/on")->box.action, STR("%23")), SIZE_MAX);
    tap(&visit, "scrubber/here");
    assert_true(says(&visit.session, "1–"));
    session_close(&visit.session);
    open_visit(&visit, "kiosk-portrait", "ko", "1", "guides");
    assert_true(ui_find(visit.session.ui, STR("scrubber/here")) > 0);
    session_close(&visit.session);
}

/* All that was found is in the list, and the number that is shown and read out is theirs. */
static void
test_long__every_hit_is_in_the_list(void **state) {
    (void)state;
    static struct visit visit;
    struct arena arena;
    struct err err;
    struct search_results *results;
    arena_init(&arena);
    open_visit(&visit, "kiosk-portrait", "en", "1", "search?q=cultural");
    struct store *store = visit.session.store;
    assert_true(search_open(store, &arena, LOCALE_EN, STR("cultural"), &results, &err));
    size_t count = search_count(results), found;
    struct search_hit *hits;
    assert_true(count > 100);
    assert_true(search_hits(results, store, &arena, 0, count + 10, &hits, &found, &err));
    assert_int_equal(found, count);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i + 1; k < count; k++) {
            assert_false(str_eq(hits[i].path, hits[k].path)); /* each place once */
        }
    }
    char words[60];
    snprintf(words, sizeof(words), "%zu results", count);
    assert_str_equal(node_at(&visit, "hits")->box.label, words);
    row_at(&visit, 0, count);
    const struct ui_node *last = row_at(&visit, count - 1, count);
    struct str action = arena_printf(&arena, "open %.*s", STR_ARG(hits[count - 1].path));
    assert_true(str_eq(last->box.action, action));
    arena_finish(&arena);
    session_close(&visit.session);
}

static size_t
count_rows(struct visit *visit, size_t set_size) {
    size_t count, rows = 0;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 0; i < count; i++) {
        rows += nodes[i].set_size == set_size;
    }
    return rows;
}

/* Pages of one thing that has much: its parts are lists that know how long they are, and declare
 * what is in view. */
static void
test_long__what_grows_on_a_page_is_a_list(void **state) {
    (void)state;
    static const struct {
        const char *path;
        size_t sizes[3]; /* of its long lists */
    } pages[] = {
        {"about", {91, 90}},              /* sections, people */
        {"cities/city-1/names", {80}},    /* without as many aliases */
        {"cities/city-1/history", {204}}, /* events */
        {"guides/made-0", {100}},         /* cities */
        {"statistics", {130}},            /* two groups of as many */
    };
    static struct visit visit;
    for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
        open_visit(&visit, "phone", "ja", "1", pages[i].path);
        for (size_t k = 0; k < ARRAY_LEN(pages[i].sizes) && pages[i].sizes[k] > 0; k++) {
            size_t size = pages[i].sizes[k];
            row_at(&visit, 0, size);
            row_at(&visit, size - 1, size);
            assert_true(count_rows(&visit, size) < size);
        }
        session_close(&visit.session);
    }
}

/* Sections count anew in every source: they stay with theirs. */
static void
test_long__a_source_stands_once_with_its_sections(void **state) {
    (void)state;
    static struct visit visit;
    struct arena arena;
    struct err err;
    struct store_section *sections;
    size_t count, sources = 0;
    arena_init(&arena);
    open_visit(&visit, "kiosk-portrait", "ko", "1", "about");
    assert_true(store_sections(visit.session.store, &arena, LOCALE_KO, STORE_ALL(STR("sections")),
        &sections, &count, &err));
    for (size_t i = 0; i < count; i++) {
        sources += i == 0 || !str_eq(sections[i].source_id, sections[i - 1].source_id);
    }
    assert_int_equal(count, 91);
    assert_int_equal(sources, 10);
    arena_finish(&arena);
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_long__a_heading_leads_to_its_rows_on_a_kiosk),
        cmocka_unit_test(test_long__a_heading_leads_to_its_rows_on_a_phone),
        cmocka_unit_test(test_long__one_heading_is_no_choice),
        cmocka_unit_test(test_long__every_hit_is_in_the_list),
        cmocka_unit_test(test_long__what_grows_on_a_page_is_a_list),
        cmocka_unit_test(test_long__a_source_stands_once_with_its_sections),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
