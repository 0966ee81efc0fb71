#include "fuzz/store_readers.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search.h"

/* Of tests/content/small. */
#define CITY STR("minato")

/* Reads every byte: the sanitizer sees a text that is shorter than it says. */
static void
check_text(struct str text) {
    for (size_t i = 0; i < text.n; i++) {
        xassert((unsigned char)text.p[i] <= 0xFF);
    }
}

static void
check_edtf(struct edtf date) {
    xassert(date.from.month >= 0 && date.from.month <= 12);
    xassert(date.to.month >= 0 && date.to.month <= 12);
}

/* A window's rows never outnumber what was asked for. */
static void
check_count(size_t count, size_t most) {
    xassert(count <= most);
}

struct reading {
    struct store *store;
    struct arena *arena;
    enum locale_id locale;
    uint8_t which; /* what is left of the input's byte chooses among like questions */
};

/* ---------------------------------------------------------------------------------------- lists */

static void
check_city(const struct store_city *city) {
    check_text(city->name);
    check_text(city->lead);
    check_text(city->relation_status);
    check_edtf(city->relation_since);
}

static void
read_cities(struct reading *r) {
    static const struct str listings[] = {
        STR_INIT("cities"), STR_INIT("cities/sister/ko"), STR_INIT("cities/dated/ja")};
    struct store_city *cities, city;
    size_t count;
    bool found;
    struct err err;
    struct store_window all = STORE_ALL(listings[r->which % ARRAY_LEN(listings)]);
    if (store_cities(r->store, r->arena, r->locale, all, &cities, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            check_city(&cities[i]);
        }
    }
    if (store_city(r->store, r->arena, r->locale, CITY, &city, &found, &err) && found) {
        check_city(&city);
    }
}

static void
read_city(struct reading *r) {
    struct store_name *names;
    struct store_relation *relations;
    struct store_fact *facts;
    size_t count;
    struct err err;
    if (store_names(r->store, r->arena, r->locale, STORE_ALL(STR("names/cities/minato")), &names,
            &count, &err) &&
        count) {
        check_text(names[count - 1].text);
    }
    if (store_relations(r->store, r->arena, r->locale, STORE_ALL(STR("relations/minato")),
            &relations, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            check_text(relations[i].background);
            check_edtf(relations[i].since);
        }
    }
    if (store_facts(r->store, r->arena, r->locale, STORE_ALL(STR("facts/cities/minato/climate")),
            &facts, &count, &err) &&
        count) {
        check_text(facts[count - 1].text);
    }
}

static void
read_events(struct reading *r) {
    static const struct str listings[] = {
        STR_INIT("events"), STR_INIT("events/city/minato"), STR_INIT("events/city/nowhere")};
    struct str listing = listings[r->which % ARRAY_LEN(listings)];
    struct store_event *events;
    struct store_heading *headings;
    size_t count, place;
    bool found;
    struct err err;
    if (store_events(r->store, r->arena, r->locale, STORE_ALL(listing), &events, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            check_text(events[i].title);
            check_text(events[i].date_written);
            check_edtf(events[i].date);
        }
        struct str id = count ? events[count - 1].id : STR("nothing");
        store_listing_place(r->store, listing, id, &place, &found, &err);
    }
    struct store_visits visits;
    store_visits(r->store, STR("minato"), &visits, &err);
    if (store_events(r->store, r->arena, r->locale, (struct store_window){listing, 1, 2}, &events,
            &count, &err)) {
        check_count(count, 2);
    }
    store_listing_size(r->store, listing, &count, &err);
    if (store_listing_headings(r->store, r->arena, listing, &headings, &count, &err) && count) {
        check_text(headings[count - 1].heading);
    }
}

static void
check_figure(const struct store_figure *figure) {
    check_text(figure->value_written);
    check_text(figure->subject_name);
    check_text(figure->country);
    xassert(figure->decimals >= 0);
    if (figure->has_as_of) {
        check_edtf(figure->as_of);
    }
}

static void
read_figures(struct reading *r) {
    struct store_figure *figures;
    size_t count;
    struct err err;
    if (store_figures(
            r->store, r->arena, r->locale, STORE_ALL(STR("figures")), &figures, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            check_figure(&figures[i]);
        }
    }
    struct str of =
        r->which % 2 ? STR("figures/of/cities/hanbit/profile") : STR("figures/of/cities/hanbit");
    if (store_figures(r->store, r->arena, r->locale, STORE_ALL(of), &figures, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            check_figure(&figures[i]);
        }
    }
}

/* ---------------------------------------------------------------------------------------- words */

static void
read_terms(struct reading *r) {
    struct store_term *terms, term;
    size_t count;
    bool found;
    struct err err;
    struct store_window all = STORE_ALL(STR("glossary/institutions/ko"));
    if (!store_terms(r->store, r->arena, r->locale, all, &terms, &count, &err)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        check_text(terms[i].terms[LOCALE_JA]);
        check_text(terms[i].hanja_ko);
    }
    struct str id = count ? terms[0].id : STR("city-council");
    if (store_term(r->store, r->arena, r->locale, id, &term, &found, &err) && found) {
        check_text(term.definition);
    }
}

static void
read_phrases(struct reading *r) {
    struct store_phrase *phrases, phrase;
    struct store_check *checks;
    size_t count;
    bool found;
    struct err err;
    struct store_window all = STORE_ALL(STR("phrases/greeting/ko"));
    if (store_phrases(r->store, r->arena, r->locale, all, &phrases, &count, &err) && count) {
        check_text(phrases[count - 1].texts[LOCALE_KO]);
        if (store_phrase(r->store, r->arena, r->locale, phrases[0].id, &phrase, &found, &err) &&
            found) {
            check_text(phrase.kana_ko);
        }
    }
    if (store_checklist(r->store, r->arena, r->locale, STORE_ALL(STR("checklists/visit")), &checks,
            &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            check_text(checks[i].detail);
            xassert(!checks[i].has_offset ||
                    offset_days(&checks[i].due.from) <= offset_days(&checks[i].due.to));
        }
    }
}

static void
read_people(struct reading *r) {
    struct store_person *people;
    struct store_school_link *links;
    struct store_info info;
    size_t count;
    struct err err;
    if (store_people(
            r->store, r->arena, r->locale, STORE_ALL(STR("people")), &people, &count, &err) &&
        count) {
        check_text(people[count - 1].organisation);
    }
    struct store_window all = STORE_ALL(STR("school-links/ko"));
    if (store_school_links(r->store, r->arena, r->locale, all, &links, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            check_text(links[i].partner_name);
            check_edtf(links[i].date);
        }
    }
    if (store_info(r->store, r->arena, &info, &err)) {
        check_text(info.home);
        check_text(info.content_hash);
    }
}

static void
read_sections(struct reading *r) {
    struct store_section *sections, section;
    size_t count;
    bool found;
    struct err err;
    if (!store_sections(
            r->store, r->arena, r->locale, STORE_ALL(STR("sections")), &sections, &count, &err)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        check_text(sections[i].title);
        check_text(sections[i].speaker);
    }
    struct str id = count ? sections[0].id : STR("profile");
    if (store_section(r->store, r->arena, r->locale, id, &section, &found, &err) && found) {
        check_text(section.source_publisher);
    }
}

static void
read_kept_words(struct reading *r) {
    static const struct str beginnings[] = {
        STR_INIT("한빛"), STR_INIT("浜松"), STR_INIT("하마마쓰"), STR_INIT("ha"), STR_INIT("")};
    struct str *words;
    size_t count;
    struct err err;
    for (size_t i = 0; i < ARRAY_LEN(beginnings); i++) {
        if (store_kept_words(
                r->store, r->arena, r->which % 2, beginnings[i], &words, &count, &err)) {
            check_count(count, 500);
            check_text(count ? words[count - 1] : STR(""));
        }
    }
}

static void
read_words(struct reading *r) {
    const struct store_word *words;
    size_t count;
    struct err err;
    enum store_word_list list = (enum store_word_list)(r->which % STORE_WORD_LISTS);
    if (!store_words(r->store, list, &words, &count, &err)) {
        check_text(str_from(err.message));
        xassert(count == 0 && store_words(r->store, list, &words, &count, &err));
        store_words_again(r->store);
    }
    check_count(count, STORE_WORDS_MOST);
    for (size_t i = 0; i < count; i++) {
        check_text(words[i].word);
        check_text(words[i].form);
        check_text(words[i].tone);
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            check_text(words[i].names[locale]);
        }
    }
}

/* Fills tables of every code point there is, so it comes seldom. */
static void
read_characters(struct reading *r) {
    struct str characters;
    struct err err;
    if (r->which != 1) {
        read_sections(r);
        return;
    }
    if (store_characters(r->store, r->arena, r->locale, 100, &characters, &err)) {
        xassert(utf8_valid(characters, NULL));
    }
}

/* ------------------------------------------------------------------------------------- articles */

static void
check_blocks(const struct store_block *blocks, size_t count) {
    for (size_t i = 0; i < count; i++) {
        xassert(blocks[i].kind <= BLOCK_SOURCE);
        check_text(blocks[i].text);
        for (size_t k = 0; k < blocks[i].mark_count; k++) {
            const struct store_mark *mark = &blocks[i].marks[k];
            xassert(mark->kind <= MARK_PICTURE && mark->start <= mark->end);
            xassert(mark->end <= blocks[i].text.n);
            xassert(k == 0 || blocks[i].marks[k - 1].start <= mark->start);
            check_text(mark->argument);
        }
    }
}

static void
read_picture(struct reading *r) {
    struct store_picture picture, hero;
    bool found;
    struct err err;
    if (store_picture(r->store, r->arena, r->locale, STR("square.svg"), &picture, &found, &err) &&
        found) {
        check_text(picture.alt);
        xassert(picture.bytes.n > 0 && picture.width >= 1 && picture.height >= 1);
        for (size_t i = 0; i < picture.disc_count; i++) {
            check_text(picture.discs[i].text);
        }
    }
    if (store_picture_of(r->store, r->arena, r->locale, STR("cities/minato"), STR("hero"), 2, &hero,
            &found, &err) &&
        found) {
        xassert(hero.bytes.n > 0 && hero.bytes.n <= STORE_PICTURE_BYTES);
        xassert(hero.focal_x >= 0 && hero.focal_x <= 1 && hero.focal_y >= 0 && hero.focal_y <= 1);
    }
}

static const struct str kinds[] = {
    STR_INIT("guides"), STR_INIT("cases"), STR_INIT("talks"), STR_INIT("reports")};

static void
read_articles(struct reading *r) {
    struct store_article *articles;
    size_t count;
    struct err err;
    for (size_t k = 0; k < ARRAY_LEN(kinds); k++) {
        struct str listing = arena_printf(r->arena, "articles/%.*s/ko", STR_ARG(kinds[k]));
        if (store_articles(
                r->store, r->arena, r->locale, STORE_ALL(listing), &articles, &count, &err) &&
            count) {
            check_text(articles[count - 1].summary);
            check_text(articles[count - 1].events);
        }
    }
}

static void
read_article(struct reading *r) {
    struct str slug = r->which % 3 ? STR("everything") : STR("welcome");
    struct store_article article;
    struct store_block *blocks;
    size_t count;
    bool found;
    struct err err;
    if (store_article(r->store, r->arena, r->locale, kinds[0], slug, &article, &found, &err) &&
        found) {
        check_text(article.title);
    }
    if (store_blocks(r->store, r->arena, r->locale, kinds[0], slug, &blocks, &count, &err)) {
        check_blocks(blocks, count);
    }
}

/* --------------------------------------------------------------------------------------- search */

static void
read_search(struct reading *r) {
    static const struct str queries[] = {STR_INIT("미나토시"), STR_INIT("姉妹都市"),
        STR_INIT("2010 fair"), STR_INIT("ㅁㄴㅌ"), STR_INIT("みなと"), STR_INIT("minato"),
        STR_INIT("minatoo shool"), STR_INIT("명함"), STR_INIT("m"), STR_INIT("市役所 한"),
        STR_INIT("business crad"), STR_INIT("alhanbit"), STR_INIT("1987.11.9")};
    struct search_hit *hits;
    size_t count;
    struct err err;
    if (!search_find(r->store, r->arena, r->locale, queries[r->which % ARRAY_LEN(queries)], 10,
            &hits, &count, &err)) {
        return;
    }
    check_count(count, 10);
    for (size_t i = 0; i < count; i++) {
        check_text(hits[i].path);
        check_text(hits[i].title);
        check_text(hits[i].snippet);
        xassert(hits[i].match_start <= hits[i].match_end);
        xassert(hits[i].match_end <= hits[i].snippet.n);
    }
}

/* Every row of every tree, as a kiosk does while nobody waits; seldom, too. */
static void
read_all(struct reading *r) {
    bool is_done = false;
    struct err err;
    if (r->which > 1) {
        read_kept_words(r);
        return;
    }
    for (int i = 0; i < 3 && !is_done; i++) {
        store_check(r->store, r->which ? 10 : 100000, &is_done, &err);
    }
}

static void
read_emergency(struct reading *r) {
    struct store_emergency_number *numbers;
    struct err err;
    size_t count;
    store_emergency_numbers(r->store, r->arena, r->locale, &numbers, &count, &err);
}

static const struct {
    void (*read)(struct reading *reading);
    struct str tables;
} readers[] = {
    {read_events,
        STR_INIT("events events_text cities cities_text listings listing_sizes listing_headings")},
    {read_terms, STR_INIT("glossary glossary_text listings")},
    {read_article, STR_INIT("blocks marks articles articles_text")},
    {read_cities, STR_INIT("cities cities_text countries_text relations info listings")},
    {read_search, STR_INIT("search_docs search_texts search_terms search_variants search_concepts "
                           "search_meta")},
    {read_figures, STR_INIT("figures figures_text cities_text listings")},
    {read_phrases, STR_INIT("phrases phrases_text checklists checklists_text listings")},
    {read_articles, STR_INIT("articles articles_text listings")},
    {read_city, STR_INIT("names relations relations_text cities_text facts facts_text listings")},
    {read_people, STR_INIT("people people_text school_links school_links_text schools "
                           "schools_text info listings")},
    {read_sections, STR_INIT("sections sections_text sources sources_text people_text")},
    {read_kept_words, STR_INIT("kept_words kept_filter")},
    {read_search, STR_INIT("search_meta search_terms search_variants")},
    {read_article, STR_INIT("marks")},
    {read_picture, STR_INIT("pictures pictures_text picture_files picture_discs")},
    {read_emergency, STR_INIT("emergency_numbers emergency_numbers_text countries_text info")},
    {read_characters, STR_INIT("cities_text events_text blocks glossary_text phrases_text")},
    {read_all, STR_INIT("info")},
    {read_words, STR_INIT("lists lists_text")},
};

size_t
store_readers_count(void) {
    return ARRAY_LEN(readers);
}

struct str
store_readers_tables(uint8_t which) {
    return readers[which % ARRAY_LEN(readers)].tables;
}

void
store_readers_run(struct store *store, uint8_t which, enum locale_id locale) {
    struct arena arena;
    arena_init(&arena);
    struct reading reading = {store, &arena, locale, (uint8_t)(which / ARRAY_LEN(readers))};
    readers[which % ARRAY_LEN(readers)].read(&reading);
    arena_finish(&arena);
}
