/* Whether a query names a figure: as its record calls it, or by a synonym that is no other figure's
 * label; in the district, the city or the country that it is of. */
#include "content/search/answering.h"

#include "base/check.h"
#include "content/search/ask/function.h"
#include "content/search/asked.h"
#include "i18n/stems.h"

enum { PIECES_MAX = 8 };

/* The words stand somewhere in the line, also in what frames the question: は何世帯ですか. */
static bool
stands_anywhere(const struct search_asking *asking, struct str words) {
    struct search_asked asked = search_asked_of(asking->index, asking->arena, asking->query);
    return search_asked_words(&asked, words);
}

/* One of the words of its concepts does. */
static bool
has_concept_of(const struct search_asking *asking, struct str key) {
    uint32_t concepts[CONCEPTS_MAX];
    size_t count = search_concepts_of(asking->index, asking->arena, key, concepts);
    bool found = false;
    for (size_t i = 0; i < count && !found; i++) {
        struct str terms = search_concept_terms(asking->index, asking->arena, concepts[i]), line;
        while (!found && str_split(&terms, '\n', &line)) {
            found = stands_anywhere(asking, line);
        }
    }
    return found;
}

/* The query names it so, or by a synonym. */
static bool
is_named(const struct search_asking *asking, struct str key) {
    enum { BYTES_LEAST = 4 };
    if (!asking->concepts->is_read) {
        search_concepts_of_query(asking->index, asking->arena, asking->query, asking->concepts);
    }
    return search_query_has(asking->arena, asking->query, key) ||
           search_concepts_share(asking->index, asking->arena, asking->concepts, key) ||
           (key.n >= BYTES_LEAST && stands_anywhere(asking, key)) || has_concept_of(asking, key);
}

static bool
is_written(const struct search_asking *asking, struct str key) {
    return search_query_has(asking->arena, asking->query, key);
}

/* A phrase rather than a word: a place, a group of people. */
static bool
is_scope(const struct search_asking *asking, const struct search_source *source, struct str label) {
    enum { WORDS = 4 };
    struct str rest = label, word;
    size_t words = 0;
    (void)asking;
    (void)source;
    while (str_split(&rest, ' ', &word)) {
        words += word.n > 0;
    }
    return words >= WORDS;
}

/* The word stands in the figure's own label, or in the name of its city: 학교 of 초등학교. */
static bool
is_own_word(
    const struct search_asking *asking, const struct search_source *source, struct str key) {
    struct search_sql own;
    struct str nouns[STEMS_MAX];
    size_t count = stems_nouns(asking->arena, key, nouns);
    bool found = false;
    search_index_ask(asking->index, &own,
        "SELECT label FROM figures_text WHERE id = ?1 UNION ALL SELECT c.name FROM figures f"
        " JOIN cities_text c ON f.subject = 'cities/' || c.id WHERE f.id = ?1");
    search_sql_bind_str(&own, 1, source->id);
    while (!found && search_sql_step(&own)) {
        struct str text = fold_key(asking->arena, search_source_column(&own, asking->arena, 0));
        found = str_find(text, key) != SIZE_MAX;
        for (size_t i = 0; i < count && !found; i++) {
            found = str_find(text, nouns[i]) != SIZE_MAX;
        }
    }
    search_sql_end(&own, "reading what a figure is called", NULL);
    return found;
}

static bool
narrows(const struct search_asking *asking, const struct search_source *source, struct str key) {
    enum { BYTES_LEAST = 4 };
    return key.n >= BYTES_LEAST && !ask_is_function(key) && is_written(asking, key) &&
           !is_own_word(asking, source, key);
}

/* Some word of the label is in the query that the figure itself has not. */
static bool
has_word_of(
    const struct search_asking *asking, const struct search_source *source, struct str label) {
    struct str words[PIECES_MAX], rest = label, word;
    while (str_split(&rest, ' ', &word)) {
        struct str key = fold_key(asking->arena, word);
        size_t count = search_query_pieces(asking->arena, key, words, PIECES_MAX);
        if (narrows(asking, source, key)) {
            return true;
        }
        for (size_t i = 0; i < count; i++) {
            if (narrows(asking, source, words[i])) {
                return true;
            }
        }
    }
    return false;
}

/* Some label of the total that the figure is a part of is so. */
static bool
any_total(const struct search_asking *asking, const struct search_source *source,
    bool (*is_it)(
        const struct search_asking *asking, const struct search_source *source, struct str label)) {
    struct search_sql labels;
    bool found = false;
    search_index_ask(asking->index, &labels,
        "SELECT t.label FROM figures f JOIN figures_text t ON t.id = f.total WHERE f.id = ?1");
    search_sql_bind_str(&labels, 1, source->id);
    while (!found && search_sql_step(&labels)) {
        found = is_it(asking, source, search_source_column(&labels, asking->arena, 0));
    }
    search_sql_end(&labels, "reading what a figure is a part of", NULL);
    return found;
}

/* 외국인 of a district are not those of the city: what narrows a table must be asked for. */
static bool
is_in_scope(const struct search_asking *asking, const struct search_source *source) {
    return !any_total(asking, source, is_scope) || any_total(asking, source, has_word_of);
}

/* What the line counts is what the figure counts: how many people are in a school is not how many
 * schools there are. */
static bool
counts_such(const struct search_asking *asking, const struct search_source *source) {
    static const struct {
        const char *units, *words;
    } counters[] = {
#define ASK_COUNTER(units, words) {units, words},
#include "content/search/ask/counters.def"
#undef ASK_COUNTER
    };
    struct search_sql sql;
    search_index_ask(asking->index, &sql, "SELECT unit FROM figures WHERE id = ?1");
    search_sql_bind_str(&sql, 1, source->id);
    struct str unit =
        search_sql_step(&sql) ? search_source_column(&sql, asking->arena, 0) : STR("");
    search_sql_end(&sql, "reading the unit of a figure", NULL);
    for (size_t i = 0; i < ARRAY_LEN(counters); i++) {
        if (stands_anywhere(asking, str_from(counters[i].words)) &&
            !ask_lists_have(&counters[i].units, 1, unit)) {
            return false;
        }
    }
    return true;
}

/* A figure of a country is asked for with the country. */
static bool
is_of_country_named(const struct search_asking *asking, const struct search_source *source) {
    struct search_sql names;
    bool is_of_country = false, is_named_there = false;
    search_index_ask(asking->index, &names,
        "SELECT c.name FROM figures f JOIN countries_text c ON f.subject = 'countries/' || c.id"
        " WHERE f.id = ?1");
    search_sql_bind_str(&names, 1, source->id);
    while (!is_named_there && search_sql_step(&names)) {
        is_of_country = true;
        is_named_there = stands_anywhere(asking, search_source_column(&names, asking->arena, 0));
    }
    search_sql_end(&names, "reading the country of a figure", NULL);
    return !is_of_country || is_named_there;
}

/* One short word alone names too much: gu, 海. */
static bool
is_bare_and_short(const struct search_asking *asking) {
    enum { LETTERS = 3 };
    const struct search_query *q = asking->query;
    size_t asked = 0, units = 0;
    for (size_t i = 0; i < q->count; i++) {
        asked += !q->words[i].is_optional;
        units += q->words[i].is_optional ? 0 : q->words[i].to - q->words[i].from;
    }
    bool is_letters = fold_class(q->fold.units[0].code_point) == FOLD_LETTER;
    return asked == 1 && q->ask == ASK_NONE && units <= (is_letters ? LETTERS : 1);
}

/* A synonym gives way to a label: 세대수 is no other word for 인구 where 세대 has a figure. A
 * city's name alone asks for no figure. */
bool
search_names_figure(const struct search_asking *asking, const struct search_source *source) {
    static const char label[] = "SELECT label FROM figures_text t WHERE id = ?1"
                                " AND NOT EXISTS"
                                " (SELECT 1 FROM cities_text c WHERE c.name = t.label)",
                      others[] = "SELECT label FROM figures_text WHERE id <> ?1";
    return !is_bare_and_short(asking) && is_in_scope(asking, source) &&
           search_source_any_text(asking, label, source, is_named) &&
           is_of_country_named(asking, source) && counts_such(asking, source) &&
           (search_source_any_text(asking, label, source, is_written) ||
               !search_source_any_text(asking, others, source, is_written));
}

/* Of two cities of one name the visitor means the one he stands in. */
bool
search_names_home_figure(const struct search_asking *asking, const struct search_source *source) {
    struct search_sql home;
    search_index_ask(asking->index, &home,
        "SELECT 1 FROM figures f JOIN info i ON i.key = 'home'"
        " WHERE f.id = ?1 AND f.subject = 'cities/' || i.value");
    search_sql_bind_str(&home, 1, source->id);
    size_t asked = 0;
    for (size_t i = 0; i < asking->query->count; i++) {
        asked += !asking->query->words[i].is_optional;
    }
    bool is_home = asked > 1 && search_sql_step(&home);
    search_sql_end(&home, "reading whose a figure is", NULL);
    return is_home && search_names_figure(asking, source);
}

/* Reads the names of the country. */
static bool
reads_country(struct search_asked *asked, struct str country) {
    struct search_sql names;
    bool found = false;
    search_index_ask(asked->index, &names, "SELECT name FROM countries_text WHERE id = ?1");
    search_sql_bind_str(&names, 1, country);
    while (search_sql_step(&names)) {
        found = search_asked_words(asked, search_source_column(&names, asked->arena, 0)) || found;
    }
    search_sql_end(&names, "reading the names of a country", NULL);
    return found;
}

/* Whose the figure is, is said; of the city where the kiosk stands it need not be. */
static bool
reads_subject(struct search_asked *asked, const struct search_source *source) {
    struct search_sql sql;
    struct str subject = {0}, home = {0}, city = STR("cities/"), country = STR("countries/");
    search_index_ask(asked->index, &sql,
        "SELECT f.subject, i.value FROM figures f JOIN info i ON i.key = 'home' WHERE f.id = ?1");
    search_sql_bind_str(&sql, 1, source->id);
    if (search_sql_step(&sql)) {
        subject = search_source_column(&sql, asked->arena, 0);
        home = search_source_column(&sql, asked->arena, 1);
    }
    search_sql_end(&sql, "reading whose a figure is", NULL);
    search_asked_cities(asked);
    if (str_starts(subject, country)) {
        return asked->city_count == 0 && !asked->has_home &&
               reads_country(asked, str_slice(subject, country.n, subject.n));
    }
    if (!str_starts(subject, city)) {
        return false;
    }
    struct str id = str_slice(subject, city.n, subject.n);
    return str_eq(id, home) ? asked->city_count == 0
                            : asked->city_count == 1 && str_eq(asked->cities[0], id);
}

/* Reads what the figure is called, and the synonyms of that. */
static bool
reads_label(struct search_asked *asked, const struct search_source *source) {
    struct search_sql labels;
    bool found = false;
    search_index_ask(asked->index, &labels, "SELECT label FROM figures_text WHERE id = ?1");
    search_sql_bind_str(&labels, 1, source->id);
    while (search_sql_step(&labels)) {
        uint32_t concepts[CONCEPTS_MAX];
        struct str label = search_source_column(&labels, asked->arena, 0);
        size_t count =
            search_concepts_of(asked->index, asked->arena, fold_key(asked->arena, label), concepts);
        found = search_asked_words(asked, label) || found;
        for (size_t i = 0; i < count; i++) {
            struct str terms = search_concept_terms(asked->index, asked->arena, concepts[i]), line;
            while (str_split(&terms, '\n', &line)) {
                found = search_asked_words(asked, line) || found;
            }
        }
    }
    search_sql_end(&labels, "reading what a figure is called", NULL);
    return found;
}

bool
search_figure_is_understood(
    const struct search_asking *asking, const struct search_source *source) {
    struct search_asked asked = search_asked_of(asking->index, asking->arena, asking->query);
    return counts_such(asking, source) && is_in_scope(asking, source) &&
           reads_subject(&asked, source) && reads_label(&asked, source) &&
           search_asked_nothing_else(&asked);
}

static const struct measure {
    const char *labels, *asked, *beside;
} measures[] = {
#define ASK_MEASURE(labels, asked, beside) {labels, asked, beside},
#include "content/search/ask/measures.def"
#undef ASK_MEASURE
};

/* The only figure of the city that is called so. */
static bool
figure_called(
    struct search_asked *asked, struct str city, struct str labels, struct search_source *out) {
    struct search_sql sql;
    size_t count = 0;
    search_index_ask(asked->index, &sql,
        "SELECT DISTINCT f.id, d.path FROM figures f JOIN figures_text t ON t.id = f.id"
        " JOIN search_docs d ON d.record = 'figures/' || f.id"
        " WHERE f.subject = 'cities/' || coalesce(nullif(?1, ''),"
        " (SELECT value FROM info WHERE key = 'home'))"
        " AND instr('|' || ?2 || '|', '|' || t.label || '|') > 0");
    search_sql_bind_str(&sql, 1, city);
    search_sql_bind_str(&sql, 2, labels);
    for (; search_sql_step(&sql); count++) {
        out->id = search_source_column(&sql, asked->arena, 0);
        out->path = search_source_column(&sql, asked->arena, 1);
        out->record = arena_printf(asked->arena, "figures/%.*s", STR_ARG(out->id));
    }
    return search_sql_end(&sql, "reading a figure of a city", NULL) && count == 1;
}

bool
search_measure_source(const struct search_asking *asking, struct search_source *out) {
    for (size_t i = 0; i < ARRAY_LEN(measures); i++) {
        struct search_asked asked = search_asked_of(asking->index, asking->arena, asking->query);
        if (!search_asked_words(&asked, str_from(measures[i].asked))) {
            continue;
        }
        search_asked_words(&asked, str_from(measures[i].beside));
        search_asked_cities(&asked);
        bool is_one = asked.city_count + (asked.city_count == 0 && asked.has_home) == 1;
        struct str city = asked.city_count == 1 ? asked.cities[0] : (struct str){0};
        if (is_one && search_asked_nothing_else(&asked) &&
            figure_called(&asked, city, str_from(measures[i].labels), out)) {
            return true;
        }
    }
    return false;
}
