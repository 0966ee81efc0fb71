/* An answer at once: the value of one record, read from it anew. Which record, the ranking says:
 * the best of the kind that was asked for, that has every word, and that no other record equals. */
#include "content/search/answer.h"

#include "base/check.h"
#include "content/search/answering.h"
#include "content/search/answer_places.h"
#include "content/search/query.h"
#include "content/search/rank.h"

/* What a source must be, beside having every word. */
struct wanted {
    const char *table;
    bool (*fits)(
        const struct search_asking *asking, const struct search_source *source); /* or NULL */
    const char *texts; /* or: the SQL of its texts, of which one `is_it` */
    bool (*is_it)(const struct search_asking *asking, struct str key);
    const char *titles; /* the SQL of its titles: of several that are as good it is the one that
                           has most of the line in one of them; or NULL */
    bool is_alone;      /* no other that fits is as good */
    bool is_decisive;   /* the best is it, or none */
    bool is_exact;      /* it says just what was asked, so it need not have the words round that */
    bool is_first;      /* nothing was found before it */
    bool is_of_city;    /* nothing but a city, or an event of one, was found before it */
};

static bool
fits(const struct search_asking *asking, const struct wanted *wanted,
    const struct search_source *source) {
    return (!wanted->fits || wanted->fits(asking, source)) &&
           (!wanted->texts || search_source_any_text(asking, wanted->texts, source, wanted->is_it));
}

/* It is all that the query asks for. */
static bool
is_all_asked(const struct search_asking *asking, struct str key) {
    const struct search_query *q = asking->query;
    struct str core = fold_units_key(asking->arena, &q->fold, q->frames.from, q->frames.to);
    return str_eq(core, key);
}

/* A term or a holiday of just that name, which is no event. */
static bool
is_named_thing(const struct search_asking *asking, uint32_t doc) {
    struct search_sql *sql = &asking->index->doc;
    search_sql_bind_int(sql, 1, doc);
    bool is_there = search_sql_step(sql), is_named = false;
    struct str kind = is_there ? search_source_column(sql, asking->arena, 1) : (struct str){0};
    struct str names = is_there ? search_source_column(sql, asking->arena, 2) : (struct str){0},
               name;
    search_sql_reset(sql);
    bool is_thing = str_eq(kind, STR("term")) || str_eq(kind, STR("holiday"));
    while (is_thing && !is_named && str_split(&names, '\n', &name)) {
        is_named = is_all_asked(asking, fold_key(asking->arena, name));
    }
    return is_named;
}

/* Of records that are equally good the closest. */
enum { EQUALS_MAX = 16 };
struct equals {
    size_t count;
    struct search_closeness closest;
    bool is_shared; /* by another that is as close */
};

/* One more that is as good as the best: whether it is the one, and no other. */
static void
add_equal(const struct search_asking *asking, const struct wanted *wanted,
    const struct search_source *source, struct equals *equals, struct search_source *out) {
    struct search_closeness one = {.score = 0};
    if (wanted->titles && equals->count < EQUALS_MAX) {
        one = search_source_closeness(asking, wanted->titles, source);
    }
    bool is_first = equals->count++ == 0;
    bool is_better =
        one.score > equals->closest.score || search_source_is_plainer(one, equals->closest);
    bool is_worse =
        one.score < equals->closest.score || search_source_is_plainer(equals->closest, one);
    if (is_first || is_better) {
        *out = *source;
        equals->closest = one;
        equals->is_shared = false;
    } else if (!is_worse) {
        equals->is_shared = true;
    }
}

/* The best that fits. False where there is none. */
static bool
best_source(
    const struct search_asking *asking, const struct wanted *wanted, struct search_source *out) {
    const struct search_results *results = asking->results;
    const struct search_candidate *best = NULL;
    struct equals equals = {0};
    for (size_t i = 0; i < results->top_count; i++) {
        const struct search_candidate *one = &results->top[i];
        struct search_source source;
        if (best && one->cost > best->cost) {
            break;
        }
        if (!best && wanted->is_of_city && is_named_thing(asking, one->doc)) {
            return false; // when Chuseok is, not when something was held at Chuseok
        }
        if (one->lacks && !wanted->is_exact) {
            continue;
        }
        if (!search_source_read(asking->index, asking->arena, one->doc, wanted->table, &source)) {
            continue;
        }
        if (!fits(asking, wanted, &source)) {
            if (wanted->is_decisive) {
                return false;
            }
            continue;
        }
        if (best && !wanted->titles) {
            return !wanted->is_alone;
        }
        if (wanted->is_first && i > 0) {
            return false;
        }
        best = best ? best : one;
        add_equal(asking, wanted, &source, &equals, out);
    }
    return best != NULL && !equals.is_shared;
}

/* Runs `sql` with the record's id and the visitor's language; false when there is no row. */
static bool
ask_record(struct search_sql *sql, sqlite3 *db, const char *text,
    const struct search_source *source, enum locale_id locale) {
    search_sql_open(sql, db, text);
    search_sql_bind_str(sql, 1, source->id);
    search_sql_bind_str(sql, 2, str_from(locale_tag(locale)));
    return search_sql_step(sql);
}

/* Not much longer than what was asked: a sentence about hotels is no word for hotel. */
static bool
is_close(const struct search_asking *asking, struct str key) {
    enum { ENDING = 6 };
    const struct search_query *q = asking->query;
    struct str core = fold_units_key(asking->arena, &q->fold, q->frames.from, q->frames.to);
    return key.n <= 2 * core.n + ENDING;
}

static bool
answer_figure(sqlite3 *db, struct arena *arena, enum locale_id locale,
    const struct search_source *source, struct search_answer *out, struct err *err) {
    struct search_sql sql;
    if (ask_record(&sql, db,
            "SELECT t.label, coalesce(c.name, ''), f.value, f.unit, coalesce(f.as_of, ''), t.note"
            " FROM figures f JOIN figures_text t ON t.id = f.id LEFT JOIN cities_text c"
            " ON 'cities/' || c.id = f.subject AND c.locale = t.locale"
            " WHERE f.id = ?1 AND t.locale = ?2",
            source, locale)) {
        *out = (struct search_answer){.kind = SEARCH_ANSWER_FIGURE,
            .label = search_source_column(&sql, arena, 0),
            .subject = search_source_column(&sql, arena, 1),
            .value = search_source_column(&sql, arena, 2),
            .unit = search_source_column(&sql, arena, 3),
            .date = search_source_column(&sql, arena, 4),
            .note = search_source_column(&sql, arena, 5)};
    }
    return search_sql_end(&sql, "reading a figure", err);
}

static bool
answer_date(sqlite3 *db, struct arena *arena, enum locale_id locale,
    const struct search_source *source, struct search_answer *out, struct err *err) {
    struct search_sql sql;
    if (ask_record(&sql, db,
            "SELECT t.title, c.name, e.date, t.note FROM events e"
            " JOIN events_text t ON t.id = e.id JOIN cities_text c ON c.id = e.city"
            " AND c.locale = t.locale WHERE e.id = ?1 AND t.locale = ?2",
            source, locale)) {
        *out = (struct search_answer){.kind = SEARCH_ANSWER_DATE,
            .label = search_source_column(&sql, arena, 0),
            .subject = search_source_column(&sql, arena, 1),
            .value = search_source_column(&sql, arena, 2),
            .note = search_source_column(&sql, arena, 3)};
    }
    return search_sql_end(&sql, "reading an event", err);
}

/* How the words of a language sound to who reads another; which column says it. */
static const struct {
    enum locale_script of, reader;
    const char *phrase, *term;
} readings[] = {
    {LOCALE_KANA, LOCALE_HANGUL, "hangul_ja", "reading_ja"},
    {LOCALE_KANA, LOCALE_LATIN, "roman_ja", "roman_ja"},
    {LOCALE_KANA, LOCALE_KANA, "reading_ja", "reading_ja"},
    {LOCALE_HANGUL, LOCALE_KANA, "kana_ko", "roman_ko"},
    {LOCALE_HANGUL, LOCALE_LATIN, "roman_ko", "roman_ko"},
};

static const char *
reading_column(enum locale_script of, enum locale_script reader, bool is_phrase) {
    for (size_t i = 0; i < ARRAY_LEN(readings); i++) {
        if (readings[i].of == of && readings[i].reader == reader) {
            return is_phrase ? readings[i].phrase : readings[i].term;
        }
    }
    return NULL;
}

static bool
answer_phrase(sqlite3 *db, struct arena *arena, const struct search_results *results,
    const struct search_source *source, bool is_phrase, struct search_answer *out,
    struct err *err) {
    struct search_sql sql;
    const char *table = is_phrase ? "phrases" : "glossary", *text = is_phrase ? "text" : "term";
    enum locale_id wanted = locale_writing(results->language);
    enum locale_script reader = locale_script(results->locale);
    const char *reading = reading_column(results->language, reader, is_phrase);
    struct str question = arena_printf(arena,
        "SELECT own.%s, other.%s, coalesce(%s, ''), own.note FROM %s r JOIN %s_text own"
        " ON own.id = r.id AND own.locale = ?2 JOIN %s_text other ON other.id = r.id"
        " AND other.locale = '%s' WHERE r.id = ?1",
        text, text, reading ? reading : "NULL", table, table, table, locale_tag(wanted));
    if (ask_record(&sql, db, question.p, source, results->locale)) {
        *out = (struct search_answer){.kind = is_phrase ? SEARCH_ANSWER_PHRASE : SEARCH_ANSWER_TERM,
            .label = search_source_column(&sql, arena, 0),
            .value = search_source_column(&sql, arena, 1),
            .reading = search_source_column(&sql, arena, 2),
            .note = search_source_column(&sql, arena, 3),
            .language = wanted};
    }
    return search_sql_end(&sql, "reading a phrase", err);
}

/* The phrase or the term that says just that; else the phrase that comes first. */
static bool
choose_phrase(const struct search_asking *asking, struct search_source *source,
    struct search_answer *out, struct err *err) {
    static const char phrase[] = "SELECT text FROM phrases_text WHERE id = ?1",
                      term[] = "SELECT term FROM glossary_text WHERE id = ?1";
    static const struct {
        struct wanted wanted;
        bool is_phrase;
    } choices[] = {
        {{.table = "phrases", .texts = phrase, .is_it = is_all_asked, .is_exact = true}, true},
        {{.table = "glossary", .texts = term, .is_it = is_all_asked, .is_exact = true}, false},
        {{.table = "phrases", .texts = phrase, .is_it = is_close, .is_first = true}, true},
        {{.table = "glossary", .texts = term, .is_it = is_close, .is_first = true}, false}};
    for (size_t i = 0; asking->results->asks_language && i < ARRAY_LEN(choices); i++) {
        if (asking->results->has_unknown && !choices[i].wanted.is_exact) {
            continue;
        }
        if (best_source(asking, &choices[i].wanted, source)) {
            return answer_phrase(asking->index->db, asking->arena, asking->results, source,
                choices[i].is_phrase, out, err);
        }
    }
    return true;
}

/* The event of a signing that is asked for by two cities and the kind of their tie. */
static bool
tie_source(const struct search_asking *asking, struct search_source *source) {
    const struct search_results *results = asking->results;
    struct str event;
    if (results->ask != ASK_DATE ||
        !search_answer_tie(asking->index, asking->arena, asking->query, &event)) {
        return false;
    }
    for (size_t i = 0; i < results->top_count; i++) {
        if (search_source_read(
                asking->index, asking->arena, results->top[i].doc, "events", source) &&
            str_eq(source->id, event)) {
            return true;
        }
    }
    return false;
}

static bool
fits_tie(const struct search_asking *asking, const struct search_source *source) {
    return search_answer_tie_fits(asking->index, asking->arena, asking->query, source->id);
}

static bool
choose(const struct search_asking *asking, struct search_source *source, struct search_answer *out,
    struct err *err) {
    static const char figure_labels[] = "SELECT label FROM figures_text WHERE id = ?1";
    static const struct wanted event = {.table = "events",
                                   .fits = fits_tie,
                                   .is_decisive = true,
                                   .titles = "SELECT title FROM events_text WHERE id = ?1",
                                   .is_alone = true,
                                   .is_of_city = true},
                               figure = {.table = "figures",
                                   .fits = search_names_figure,
                                   .titles = figure_labels,
                                   .is_alone = true},
                               home_figure = {.table = "figures",
                                   .fits = search_names_home_figure,
                                   .titles = figure_labels,
                                   .is_alone = true};
    sqlite3 *db = asking->index->db;
    enum locale_id locale = asking->results->locale;
    switch (asking->results->ask) {
    case ASK_PHRASE:
        return choose_phrase(asking, source, out, err);
    case ASK_DATE:
        return !best_source(asking, &event, source) ||
               answer_date(db, asking->arena, locale, source, out, err);
    case ASK_NONE:
    case ASK_REQUEST:
    case ASK_WHAT:
    case ASK_VALUE:
    case ASK_MAY:
        return (!best_source(asking, &figure, source) &&
                   !best_source(asking, &home_figure, source)) ||
               answer_figure(db, asking->arena, locale, source, out, err);
    default:
        return true;
    }
}

/* The figure that the line names and says nothing else, though it stands in its texts otherwise
 * than there: 몽골 사람은 몇 명. */
static bool
understood_figure(const struct search_asking *asking, struct search_source *out) {
    enum { FIGURES_MAX = 8 };
    static const char labels[] = "SELECT label FROM figures_text WHERE id = ?1";
    static const struct wanted wanted = {.table = "figures", .titles = labels};
    const struct search_results *results = asking->results;
    struct search_source source;
    struct equals equals = {.count = 0};
    size_t figures = 0;
    for (size_t i = 0; i < results->top_count && figures < FIGURES_MAX; i++) {
        if (search_source_read(
                asking->index, asking->arena, results->top[i].doc, "figures", &source)) {
            figures++;
            if (search_figure_is_understood(asking, &source)) {
                add_equal(asking, &wanted, &source, &equals, out);
            }
        }
    }
    return equals.count > 0 && !equals.is_shared;
}

/* By the ranking, where it is sure enough. */
static bool
answer_ranked(const struct search_asking *asking, struct search_source *source,
    struct search_answer *out, struct err *err) {
    const struct search_results *results = asking->results;
    bool asks_value = results->ask == ASK_VALUE || results->ask == ASK_PHRASE;
    int least = asks_value ? EVIDENCE_PREFIX : EVIDENCE_WHOLE;
    bool is_unsure = results->has_unnamed && results->ask != ASK_PHRASE && results->ask != ASK_DATE;
    is_unsure = is_unsure || (results->has_unknown && results->ask == ASK_DATE);
    return results->evidence < least || is_unsure || choose(asking, source, out, err);
}

bool
search_answer_find(struct search_index *index, struct arena *arena,
    const struct search_results *results, struct search_answer *out, struct err *err) {
    struct search_source source = {0};
    struct search_query query;
    *out = (struct search_answer){0};
    if (results->count == 0 || results->searched_for.n > 0) {
        return true;
    }
    search_query_read(arena, results->query, true, &query);
    struct search_concept_set concepts = {.is_read = false};
    const struct search_asking asking = {index, arena, results, &query, &concepts};
    bool asks_distance;
    if (!search_answer_distance(index, arena, &query, results->locale, &asks_distance, out, err)) {
        return false;
    }
    if (out->kind == SEARCH_ANSWER_DISTANCE || (asks_distance && results->ask == ASK_VALUE)) {
        return true;
    }
    bool ok = tie_source(&asking, &source)
                  ? answer_date(index->db, arena, results->locale, &source, out, err)
                  : answer_ranked(&asking, &source, out, err);
    if (ok && out->kind == SEARCH_ANSWER_NONE && results->ask == ASK_VALUE &&
        (understood_figure(&asking, &source) || search_measure_source(&asking, &source))) {
        ok = answer_figure(index->db, arena, results->locale, &source, out, err);
    }
    if (out->kind != SEARCH_ANSWER_NONE) {
        out->record = source.record;
        out->path = source.path;
    }
    return ok;
}
