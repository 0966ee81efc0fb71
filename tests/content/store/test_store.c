/* The store asked about a small content folder that lies beside this file. */
#include "content_fixture.h"

#include "base/file.h"
#include "base/utf8.h"
#include "content/store/store_private.h"

#define SOURCES NARU_SOURCE_DIR "/tests/content/small"
#define DATABASE NARU_BUILD_DIR "/test-store.db"

static int
open_small(void **state) {
    return fixture_open(state, SOURCES, DATABASE);
}

static void
test_store__knows_home_and_counts(void **state) {
    struct fixture *f = *state;
    struct store_info info;
    assert_true(store_info(f->store, &f->arena, &info, &f->err));
    assert_str_equal(info.home, "hanbit");
    assert_int_equal(info.content_hash.n, 32);
    assert_int_equal(info.cities, 4);
    assert_int_equal(info.events, 4);
    assert_int_equal(info.articles, 2);
    assert_int_equal(info.terms, 1);
    assert_int_equal(info.phrases, 1);
}

static void
test_store_emergency_numbers__come_by_country_home_first(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *number, *country;
        bool is_here;
    } expected[] = {{"112", "대한민국", true}, {"119", "대한민국", true}, {"110", "일본", false}};
    struct store_emergency_number *numbers;
    size_t count;
    assert_true(store_emergency_numbers(f->store, &f->arena, LOCALE_KO, &numbers, &count, &f->err));
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++) {
        assert_str_equal(numbers[i].number, expected[i].number);
        assert_str_equal(numbers[i].country_name, expected[i].country);
        assert_int_equal(numbers[i].is_here, expected[i].is_here);
    }
}

static void
test_store_cities__come_by_role_and_position(void **state) {
    struct fixture *f = *state;
    struct store_city *cities;
    size_t count;
    assert_true(store_cities(
        f->store, &f->arena, LOCALE_JA, STORE_ALL(STR("cities")), &cities, &count, &f->err));
    assert_int_equal(count, 3); /* all but mentioned */
    assert_str_equal(cities[0].id, "hanbit");
    assert_str_equal(cities[1].id, "kawa");
    assert_str_equal(cities[2].id, "minato");
    assert_str_equal(cities[1].name, "かわ市");
    assert_str_equal(cities[1].reading, "かわし");
    assert_str_equal(cities[1].country_name, "日本");
    assert_str_equal(cities[1].relation, "hanbit-kawa");
    assert_str_equal(cities[1].relation_status, "suspended");
    assert_int_equal(cities[1].relation_since.from.year, 1987);
    assert_int_equal(cities[1].relation_since.from.precision, EDTF_DAY);
    assert_int_equal(cities[2].event_count, 3);
    assert_true(cities[1].has_position);
    assert_false(cities[2].has_position);
    assert_true(cities[1].latitude > 35.49 && cities[1].latitude < 35.51);
    assert_true(store_cities(f->store, &f->arena, LOCALE_EN, STORE_ALL(STR("cities/mentioned/en")),
        &cities, &count, &f->err));
    assert_int_equal(count, 1);
    assert_str_equal(cities[0].relation, "");
}

static void
test_store_city__is_found_by_id_in_each_language(void **state) {
    struct fixture *f = *state;
    static const char *const names[] = {"미나토시", "みなと市", "Minato"};
    struct store_city city;
    bool found;
    for (int l = 0; l < LOCALE_COUNT; l++) {
        assert_true(store_city(
            f->store, &f->arena, (enum locale_id)l, STR("minato"), &city, &found, &f->err));
        assert_true(found);
        assert_str_equal(city.name, names[l]);
    }
    assert_true(store_city(f->store, &f->arena, LOCALE_KO, STR("' OR 1"), &city, &found, &f->err));
    assert_false(found);
}

static void
test_store_holidays__come_by_year_and_by_name(void **state) {
    struct fixture *f = *state;
    struct store_holiday *days;
    size_t count;
    int *years;
    assert_true(store_holiday_years(f->store, &f->arena, &years, &count, &f->err));
    assert_int_equal(count, 2);
    assert_int_equal(years[0], 2027);
    assert_int_equal(years[1], 2028);
    assert_true(store_holidays(
        f->store, &f->arena, LOCALE_JA, STORE_ALL(STR("holidays/2027")), &days, &count, &f->err));
    assert_int_equal(count, 4);
    assert_str_equal(days[0].id, "new-year");
    assert_str_equal(days[1].id, "new-year-jp");
    assert_str_equal(days[1].country, "jp");
    assert_str_equal(days[1].country_name, "日本");
    assert_str_equal(days[1].note, "韓国と同じです。");
    assert_str_equal(days[2].name, "ソルラル");
    assert_str_equal(days[2].certainty, "computed");
    assert_int_equal(days[2].date.from.day, 7);
    assert_str_equal(days[3].kind, "substitute");
    struct store_window second = {STR("holidays/2028"), 1, 1};
    assert_true(store_holidays(f->store, &f->arena, LOCALE_EN, second, &days, &count, &f->err));
    assert_int_equal(count, 1);
    assert_str_equal(days[0].id, "vote");
    assert_str_equal(days[0].certainty, "forecast");
    struct str first;
    assert_true(store_holiday_first(f->store, &f->arena, STR("sol-28"), &first, &f->err));
    assert_str_equal(first, "sol-27");
    assert_true(store_holiday_first(f->store, &f->arena, STR("sol-sub"), &first, &f->err));
    assert_str_equal(first, "");
    assert_true(store_holiday_first(f->store, &f->arena, STR("new-year-jp"), &first, &f->err));
    assert_str_equal(first, "new-year-jp");
    /* through the years; a substitute is none of its own, nor is another country's day */
    assert_true(store_holidays(f->store, &f->arena, LOCALE_KO, STORE_ALL(STR("holidays/of/sol-27")),
        &days, &count, &f->err));
    assert_int_equal(count, 2);
    assert_str_equal(days[1].id, "sol-28");
    assert_true(store_holidays(f->store, &f->arena, LOCALE_KO,
        STORE_ALL(STR("holidays/of/sol-sub")), &days, &count, &f->err));
    assert_int_equal(count, 0);
    assert_true(store_holidays(f->store, &f->arena, LOCALE_KO,
        STORE_ALL(STR("holidays/of/new-year")), &days, &count, &f->err));
    assert_int_equal(count, 1);
}

static void
test_store_names__keep_the_order_of_the_source(void **state) {
    struct fixture *f = *state;
    struct store_name *names;
    size_t count;
    assert_true(store_names(f->store, &f->arena, LOCALE_KO, STORE_ALL(STR("names/cities/minato")),
        &names, &count, &f->err));
    assert_int_equal(count, 2);
    assert_str_equal(names[0].kind, "reading");
    assert_str_equal(names[1].text, "港市");
}

static void
test_store_relations__show_both_sides(void **state) {
    struct fixture *f = *state;
    struct store_relation *relations;
    size_t count;
    assert_true(store_relations(f->store, &f->arena, LOCALE_KO, STORE_ALL(STR("relations/hanbit")),
        &relations, &count, &f->err));
    assert_int_equal(count, 2);
    assert_true(store_relations(f->store, &f->arena, LOCALE_KO, STORE_ALL(STR("relations/kawa")),
        &relations, &count, &f->err));
    assert_int_equal(count, 1);
    assert_str_equal(relations[0].city_name, "한빛시");
    assert_str_equal(relations[0].partner_name, "가와시");
    assert_str_equal(relations[0].reason, "담당 부서가 없어졌습니다.");
}

static void
test_store_events__come_in_windows_of_a_listing(void **state) {
    struct fixture *f = *state;
    static const struct {
        struct store_window window;
        const char *ids;
    } cases[] = {
        {{STR_INIT("events"), 0, SIZE_MAX}, "kawa-agreement minato-agreement minato-visits "
                                            "minato-fair "},
        {{STR_INIT("events"), 1, 2}, "minato-agreement minato-visits "},
        {{STR_INIT("events"), 3, 10}, "minato-fair "},
        {{STR_INIT("events"), 4, 10}, ""},
        {{STR_INIT("events"), SIZE_MAX, SIZE_MAX}, ""},
        {{STR_INIT("events/city/minato"), 0, SIZE_MAX},
            "minato-agreement minato-visits minato-fair "},
        {{STR_INIT("events/relation/hanbit-kawa"), 0, SIZE_MAX}, "kawa-agreement "},
        {{STR_INIT("events/city/nowhere"), 0, SIZE_MAX}, ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct store_event *events;
        size_t count;
        struct str_buf ids = {0};
        str_buf_add(&ids, STR(""));
        assert_true(store_events(
            f->store, &f->arena, LOCALE_EN, cases[i].window, &events, &count, &f->err));
        for (size_t j = 0; j < count; j++) {
            str_buf_printf(&ids, "%.*s ", STR_ARG(events[j].id));
        }
        assert_string_equal(ids.p, cases[i].ids);
        str_buf_finish(&ids);
    }
}

static void
test_store_listing__knows_its_size_and_places(void **state) {
    struct fixture *f = *state;
    struct store_heading *headings;
    size_t size, place, count;
    bool found;
    assert_true(store_listing_size(f->store, STR("events/city/minato"), &size, &f->err));
    assert_int_equal(size, 3);
    assert_true(store_listing_size(f->store, STR("no such"), &size, &f->err));
    assert_int_equal(size, 0);
    assert_true(store_listing_place(
        f->store, STR("events/city/minato"), STR("minato-fair"), &place, &found, &f->err));
    assert_true(found);
    assert_int_equal(place, 2);
    assert_true(store_listing_place(
        f->store, STR("events/city/minato"), STR("kawa-agreement"), &place, &found, &f->err));
    assert_false(found);
    assert_true(
        store_listing_headings(f->store, &f->arena, STR("events"), &headings, &count, &f->err));
    assert_int_equal(count, 0); /* a short one has none */
}

static void
test_store_kept_words__are_found_by_their_beginning(void **state) {
    struct fixture *f = *state;
    struct str *words;
    size_t count;
    assert_true(store_kept_words(f->store, &f->arena, false, STR("미나"), &words, &count, &f->err));
    assert_true(count >= 1);
    for (size_t i = 0; i < count; i++) {
        assert_true(str_starts(words[i], STR("미나")));
    }
    assert_true(store_kept_words(f->store, &f->arena, true, STR("市役"), &words, &count, &f->err));
    assert_int_equal(count, 1);
    assert_true(store_kept_words(f->store, &f->arena, false, STR("없는"), &words, &count, &f->err));
    assert_int_equal(count, 0);
}

static void
test_store_events__keep_what_the_source_leaves_out(void **state) {
    struct fixture *f = *state;
    struct store_event *events;
    size_t count;
    assert_true(store_events(f->store, &f->arena, LOCALE_KO, STORE_ALL(STR("events/city/minato")),
        &events, &count, &f->err));
    assert_int_equal(count, 3);
    assert_int_equal(events[0].count, -1);
    assert_int_equal(events[1].count, 5);
    assert_int_equal(events[1].outbound, 3);
    assert_int_equal(events[1].inbound, 2);
    assert_true(events[1].date.is_open);
    assert_str_equal(events[1].date_written, "1998/..");
    assert_str_equal(events[2].detail, "첫 줄\n둘째 줄");
    assert_str_equal(events[2].relation, "");
}

static void
test_store_figures__keep_digits_as_written(void **state) {
    struct fixture *f = *state;
    struct store_figure *figures;
    size_t count;
    assert_true(store_figures(f->store, &f->arena, LOCALE_EN,
        STORE_ALL(STR("figures/of/cities/hanbit")), &figures, &count, &f->err));
    assert_int_equal(count, 4);
    assert_str_equal(figures[0].value_written, "149.10");
    assert_int_equal(figures[0].decimals, 2);
    assert_true(figures[0].value > 149.09 && figures[0].value < 149.11);
    assert_true(figures[0].percent < 0);
    assert_true(figures[0].has_as_of);
    assert_str_equal(figures[2].total, "hanbit-people");
    assert_str_equal(figures[2].percent_written, "51");
    assert_true(store_figures(f->store, &f->arena, LOCALE_EN,
        STORE_ALL(STR("figures/group/partner-profile")), &figures, &count, &f->err));
    assert_int_equal(count, 1);
    assert_true(store_figures(
        f->store, &f->arena, LOCALE_EN, STORE_ALL(STR("figures")), &figures, &count, &f->err));
    assert_int_equal(count, 4);
}

static void
test_store_facts_and_sections(void **state) {
    struct fixture *f = *state;
    struct store_fact *facts;
    struct store_section *sections, section;
    size_t count;
    bool found;
    assert_true(store_facts(f->store, &f->arena, LOCALE_JA,
        STORE_ALL(STR("facts/cities/minato/climate")), &facts, &count, &f->err));
    assert_int_equal(count, 1);
    assert_str_equal(facts[0].kind, "climate");
    assert_true(store_sections(
        f->store, &f->arena, LOCALE_KO, STORE_ALL(STR("sections")), &sections, &count, &f->err));
    assert_int_equal(count, 2);
    assert_str_equal(sections[0].id, "profile");
    assert_str_equal(sections[0].speaker, "김하나");
    assert_str_equal(sections[0].source_kind, "document");
    assert_true(
        store_section(f->store, &f->arena, LOCALE_KO, STR("app"), &section, &found, &f->err));
    assert_true(found);
    assert_str_equal(section.speaker, "");
    assert_true(
        store_section(f->store, &f->arena, LOCALE_KO, STR("nowhere"), &section, &found, &f->err));
    assert_false(found);
}

static void
test_store_terms_phrases_people_schools(void **state) {
    struct fixture *f = *state;
    struct store_term *terms;
    struct store_phrase *phrases;
    struct store_person *people;
    struct store_school_link *links;
    size_t count;
    assert_true(store_terms(f->store, &f->arena, LOCALE_EN,
        STORE_ALL(STR("glossary/institutions/en")), &terms, &count, &f->err));
    assert_int_equal(count, 1);
    assert_str_equal(terms[0].term, "city hall");
    assert_str_equal(terms[0].terms[LOCALE_KO], "시청");
    assert_str_equal(terms[0].terms[LOCALE_JA], "市役所");
    assert_str_equal(terms[0].hanja_ko, "市廳");
    assert_true(store_phrases(f->store, &f->arena, LOCALE_KO, STORE_ALL(STR("phrases/greeting/ko")),
        &phrases, &count, &f->err));
    assert_int_equal(count, 1);
    assert_str_equal(phrases[0].texts[LOCALE_EN], "Hello");
    assert_str_equal(phrases[0].hangul_ja, "곤니치와");
    assert_true(store_people(
        f->store, &f->arena, LOCALE_EN, STORE_ALL(STR("people")), &people, &count, &f->err));
    assert_int_equal(count, 1);
    assert_str_equal(people[0].role, "Officer");
    assert_true(store_school_links(f->store, &f->arena, LOCALE_JA,
        STORE_ALL(STR("school-links/ja")), &links, &count, &f->err));
    assert_int_equal(count, 1);
    assert_str_equal(links[0].partner_name, "みなと小学校");
    assert_str_equal(links[0].country_name, "日本");
    assert_int_equal(links[0].date.from.year, 2001);
}

static void
test_store_checklist__knows_the_days(void **state) {
    struct fixture *f = *state;
    struct store_check *checks;
    size_t count;
    assert_true(store_checklist(f->store, &f->arena, LOCALE_EN, STORE_ALL(STR("checklists/visit")),
        &checks, &count, &f->err));
    assert_int_equal(count, 3);
    assert_true(checks[0].has_offset);
    assert_int_equal(offset_days(&checks[0].due.from), -60);
    assert_int_equal(offset_days(&checks[0].due.to), -30);
    assert_false(checks[1].has_offset);
    assert_int_equal(offset_days(&checks[2].due.from), 7);
    assert_true(store_checklist(f->store, &f->arena, LOCALE_EN, STORE_ALL(STR("checklists/none")),
        &checks, &count, &f->err));
    assert_int_equal(count, 0);
}

static void
test_store_articles__in_the_order_of_their_positions(void **state) {
    struct fixture *f = *state;
    struct store_article *articles, article;
    size_t count;
    bool found;
    assert_true(store_articles(f->store, &f->arena, LOCALE_EN, STORE_ALL(STR("articles/guides/en")),
        &articles, &count, &f->err));
    assert_int_equal(count, 2);
    assert_str_equal(articles[0].slug, "welcome");
    assert_str_equal(articles[1].title, "Everything at once");
    assert_true(articles[1].agenda_only);
    assert_false(articles[0].agenda_only);
    assert_str_equal(articles[0].cities, "minato, kawa");
    assert_true(store_article(
        f->store, &f->arena, LOCALE_JA, STR("guides"), STR("welcome"), &article, &found, &f->err));
    assert_true(found);
    assert_str_equal(article.checklist, "visit");
    assert_true(store_article(
        f->store, &f->arena, LOCALE_JA, STR("cases"), STR("welcome"), &article, &found, &f->err));
    assert_false(found);
}

static const char *const kind_names[] = {
    "heading", "paragraph", "bullet", "numbered", "note", "cell", "picture"};
static const char *const mark_names[] = {"strong", "link", "lang", "ruby", "picture"};

/* Blocks as lines: what an article becomes is read at a glance. */
static void
print_blocks(const struct store_block *blocks, size_t count, struct str_buf *out) {
    for (size_t i = 0; i < count; i++) {
        const struct store_block *b = &blocks[i];
        str_buf_printf(
            out, "%s %d %d %.*s\n", kind_names[b->kind], b->level, b->number, STR_ARG(b->text));
        for (size_t j = 0; j < b->mark_count; j++) {
            const struct store_mark *m = &b->marks[j];
            str_buf_printf(out, "  %s [%.*s] %.*s\n", mark_names[m->kind],
                STR_ARG(str_slice(b->text, m->start, m->end)), STR_ARG(m->argument));
        }
    }
}

static void
test_store_blocks__carry_marks(void **state) {
    struct fixture *f = *state;
    struct store_block *blocks;
    struct str_buf out = {0};
    size_t count;
    assert_true(store_blocks(f->store, &f->arena, LOCALE_JA, STR("guides"), STR("everything"),
        &blocks, &count, &f->err));
    print_blocks(blocks, count, &out);
    assert_string_equal(out.p, "heading 2 0 見出し\n"
                               "paragraph 0 0 行が続く文と美濃市とcitiesの例。\n"
                               "  ruby [美濃] みの\n"
                               "  lang [cities] en\n"
                               "heading 3 0 小見出し\n"
                               "bullet 1 0 強い言葉\n"
                               "  strong [強い言葉] \n"
                               "  link [強い] cities/minato\n"
                               "bullet 2 0 内側\n"
                               "numbered 1 3 三番\n"
                               "numbered 1 4 四番\n"
                               "note 0 0 注記 & 続き\n"
                               "picture 0 0 青い四角と番号\n"
                               "  picture [青い四角と番号] square.svg\n");
    str_buf_finish(&out);
}

static void
test_store_picture__has_its_words_and_discs(void **state) {
    struct fixture *f = *state;
    struct store_picture picture;
    bool found;
    assert_true(store_picture(
        f->store, &f->arena, LOCALE_JA, STR("square.svg"), &picture, &found, &f->err));
    assert_true(found);
    assert_str_equal(picture.alt, "青い四角");
    assert_str_equal(picture.credit, "ハンビッ市");
    assert_str_equal(picture.licence, "MIT");
    assert_true(picture.width == 80 && picture.height == 60);
    assert_true(str_starts(picture.bytes, STR("<svg")));
    assert_int_equal(picture.disc_count, 2); /* in the order of their positions */
    assert_str_equal(picture.discs[0].text, "1");
    assert_true(picture.discs[1].x == 60 && picture.discs[1].y == 30);
    assert_true(store_picture(
        f->store, &f->arena, LOCALE_JA, STR("nowhere.svg"), &picture, &found, &f->err));
    assert_false(found);
}

/* Of several the one whose shape is nearest to the box. */
static void
test_store_picture_of__fits_the_shape(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *subject, *kind;
        float aspect;
        const char *id;
    } cases[] = {
        {"cities/minato", "hero", 2, "hero-minato-wide"},
        {"cities/minato", "hero", 1.1f, "hero-minato-wide"},
        {"cities/minato", "hero", 0.5f, "hero-minato-tall"},
        {"cities/minato", "attract", 2, ""},
        {"cities/nowhere", "hero", 2, ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct store_picture picture;
        bool found;
        assert_true(store_picture_of(f->store, &f->arena, LOCALE_EN, str_from(cases[i].subject),
            str_from(cases[i].kind), cases[i].aspect, &picture, &found, &f->err));
        assert_int_equal(found, cases[i].id[0] != '\0');
        assert_str_equal(picture.id, cases[i].id);
        assert_true(found || picture.bytes.n == 0);
    }
    struct store_picture wide;
    bool found;
    assert_true(store_picture_of(f->store, &f->arena, LOCALE_EN, STR("cities/minato"), STR("hero"),
        2, &wide, &found, &f->err));
    assert_true(wide.focal_x == 0.25f && wide.focal_y == 0.75f && wide.width == 160);
    assert_str_equal(wide.alt, "A wide picture");
    assert_int_equal(wide.hash, str_hash(wide.bytes, 0));
}

static void
test_store__nothing_can_be_written(void **state) {
    struct fixture *f = *state;
    static const char *const statements[] = {"DELETE FROM cities", "INSERT INTO info VALUES(1,2)",
        "CREATE TABLE x (y)", "PRAGMA writable_schema = ON", "ATTACH 'x.db' AS x",
        "DROP TABLE events", "UPDATE cities SET role = 'home'", "PRAGMA user_version = 9",
        "CREATE TEMP TABLE x (y)", "VACUUM", "BEGIN IMMEDIATE"};
    for (size_t i = 0; i < ARRAY_LEN(statements); i++) {
        if (sqlite3_exec(f->store->db, statements[i], NULL, NULL, NULL) == SQLITE_OK) {
            fail_msg("%s was allowed", statements[i]);
        }
    }
}

static void
test_store_characters__are_the_full_width_ones_commonest_first(void **state) {
    struct fixture *f = *state;
    struct str all, few;
    assert_true(store_characters(f->store, &f->arena, LOCALE_KO, 1000, &all, &f->err));
    assert_true(store_characters(f->store, &f->arena, LOCALE_KO, 5, &few, &f->err));
    assert_true(str_find(all, STR("한")) != SIZE_MAX);
    assert_int_equal(utf8_count(few), 5);
    assert_true(str_starts(all, few));
    assert_int_equal(str_find(all, STR("a")), SIZE_MAX);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_store__knows_home_and_counts),
        cmocka_unit_test(test_store_emergency_numbers__come_by_country_home_first),
        cmocka_unit_test(test_store_cities__come_by_role_and_position),
        cmocka_unit_test(test_store_city__is_found_by_id_in_each_language),
        cmocka_unit_test(test_store_holidays__come_by_year_and_by_name),
        cmocka_unit_test(test_store_names__keep_the_order_of_the_source),
        cmocka_unit_test(test_store_relations__show_both_sides),
        cmocka_unit_test(test_store_events__come_in_windows_of_a_listing),
        cmocka_unit_test(test_store_listing__knows_its_size_and_places),
        cmocka_unit_test(test_store_kept_words__are_found_by_their_beginning),
        cmocka_unit_test(test_store_events__keep_what_the_source_leaves_out),
        cmocka_unit_test(test_store_figures__keep_digits_as_written),
        cmocka_unit_test(test_store_facts_and_sections),
        cmocka_unit_test(test_store_terms_phrases_people_schools),
        cmocka_unit_test(test_store_checklist__knows_the_days),
        cmocka_unit_test(test_store_articles__in_the_order_of_their_positions),
        cmocka_unit_test(test_store_blocks__carry_marks),
        cmocka_unit_test(test_store_picture__has_its_words_and_discs),
        cmocka_unit_test(test_store_picture_of__fits_the_shape),
        cmocka_unit_test(test_store_characters__are_the_full_width_ones_commonest_first),
        cmocka_unit_test(test_store__nothing_can_be_written),
    };
    return cmocka_run_group_tests(tests, open_small, fixture_close);
}
