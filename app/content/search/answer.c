/* An answer at once: the value of one record, read from it anew. Which record, the ranking says:
 * the best of the kind that was asked for, that has every word, and that no other record equals. */
#include "content/search/answer.h"

#include "base/check.h"
#include "content/search/ask/function.h"
#include "content/search/concepts.h"
#include "content/search/query.h"
#include "content/search/rank.h"

enum { PIECES_MAX = 8 };

/* A record that may answer. */
struct source {
    struct str record, id, path;
};

/* A question, and what it is asked of. */
struct asking {
    struct search_index *index;
    struct arena *arena;
    const struct search_results *results;
    const struct search_query *query;
};

static bool
read_source(struct search_index *index, struct arena *arena, uint32_t doc, const char *table,
    struct source *out) {
    search_sql_bind_int(&index->doc, 1, doc);
    bool is_there = search_sql_step(&index->doc);
    if (is_there) {
        out->path = search_doc_path(index, arena);
        out->record = arena_str(arena, search_sql_text(&index->doc, 3));
        struct str head = arena_printf(arena, "%s/", table);
        is_there = str_starts(out->record, head);
        out->id = str_slice(out->record, head.n, out->record.n);
    }
    search_sql_reset(&index->doc);
    return is_there;
}

/* What a source must be, beside having every word. */
struct wanted {
    const char *table;
    bool (*fits)(const struct asking *asking, const struct source *source); /* or NULL */
    const char *texts; /* or: the SQL of its texts, of which one `is_it` */
    bool (*is_it)(const struct asking *asking, struct str key);
    bool is_alone;   /* no other that fits is as good */
    bool is_exact;   /* it says just what was asked, so it need not have the words round that */
    bool is_first;   /* nothing was found before it */
    bool is_of_city; /* nothing but a city, or an event of one, was found before it */
};

static struct str
column(struct search_sql *sql, struct arena *arena, int at) {
    return arena_str(arena, search_sql_text(sql, at));
}

/* Cuts what stands before the next mark that parts a text: interpreter; interpreting. Universities
 * and colleges. 小学校（初等学校）. */
static struct str
next_part(struct str *rest) {
    static const char *const marks[] = {";", " and ", "·", "・", "(", "（", "/"};
    size_t at = rest->n, length = 0;
    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        struct str mark = str_from(marks[i]);
        size_t found = str_find(*rest, mark);
        if (found < at) {
            at = found;
            length = mark.n;
        }
    }
    struct str part = str_slice(*rest, 0, at);
    *rest = str_slice(*rest, at + length, rest->n);
    return str_trim(part);
}

/* The text, or one of what it says. */
static bool
any_part(const struct asking *asking, struct str text,
    bool (*is_it)(const struct asking *asking, struct str key)) {
    if (is_it(asking, fold_key(asking->arena, str_trim(text)))) {
        return true;
    }
    while (text.n > 0) {
        struct str key = fold_key(asking->arena, next_part(&text));
        if (key.n > 0 && is_it(asking, key)) {
            return true;
        }
    }
    return false;
}

/* Some text of the record, in any language, is what `is_it` takes. */
static bool
any_text(const struct asking *asking, const char *sql, const struct source *source,
    bool (*is_it)(const struct asking *asking, struct str key)) {
    struct search_sql texts;
    bool found = false;
    search_sql_open(&texts, asking->index->db, sql);
    search_sql_bind_str(&texts, 1, source->id);
    while (!found && search_sql_step(&texts)) {
        found = any_part(asking, column(&texts, asking->arena, 0), is_it);
    }
    search_sql_end(&texts, "reading the texts of a record", NULL);
    return found;
}

static bool
fits(const struct asking *asking, const struct wanted *wanted, const struct source *source) {
    return (!wanted->fits || wanted->fits(asking, source)) &&
           (!wanted->texts || any_text(asking, wanted->texts, source, wanted->is_it));
}

/* It is all that the query asks for. */
static bool
is_all_asked(const struct asking *asking, struct str key) {
    const struct search_query *q = asking->query;
    struct str core = fold_units_key(asking->arena, &q->fold, q->frames.from, q->frames.to);
    return str_eq(core, key);
}

/* A term or a holiday of just that name, which is no event. */
static bool
is_named_thing(const struct asking *asking, uint32_t doc) {
    struct search_sql *sql = &asking->index->doc;
    search_sql_bind_int(sql, 1, doc);
    bool is_there = search_sql_step(sql), is_named = false;
    struct str kind = is_there ? column(sql, asking->arena, 1) : (struct str){0};
    struct str names = is_there ? column(sql, asking->arena, 2) : (struct str){0}, name;
    search_sql_reset(sql);
    bool is_thing = str_eq(kind, STR("term")) || str_eq(kind, STR("holiday"));
    while (is_thing && !is_named && str_split(&names, '\n', &name)) {
        is_named = is_all_asked(asking, fold_key(asking->arena, name));
    }
    return is_named;
}

/* The best that fits. False where there is none. */
static bool
best_source(const struct asking *asking, const struct wanted *wanted, struct source *out) {
    const struct search_results *results = asking->results;
    const struct search_candidate *best = NULL;
    for (size_t i = 0; i < results->top_count; i++) {
        const struct search_candidate *one = &results->top[i];
        struct source source;
        if (best && one->cost > best->cost) {
            break;
        }
        if (!best && wanted->is_of_city && is_named_thing(asking, one->doc)) {
            return false; // when Chuseok is, not when something was held at Chuseok
        }
        if (one->lacks && !wanted->is_exact) {
            continue;
        }
        if (!read_source(asking->index, asking->arena, one->doc, wanted->table, &source) ||
            !fits(asking, wanted, &source)) {
            continue;
        }
        if (best) {
            return !wanted->is_alone;
        }
        if (wanted->is_first && i > 0) {
            return false;
        }
        best = one;
        *out = source;
    }
    return best != NULL;
}

/* Runs `sql` with the record's id and the visitor's language; false when there is no row. */
static bool
ask_record(struct search_sql *sql, sqlite3 *db, const char *text, const struct source *source,
    enum locale_id locale) {
    search_sql_open(sql, db, text);
    search_sql_bind_str(sql, 1, source->id);
    search_sql_bind_str(sql, 2, str_from(locale_tag(locale)));
    return search_sql_step(sql);
}

/* The query names it so, or by a synonym. */
static bool
is_named(const struct asking *asking, struct str key) {
    return search_query_has(asking->arena, asking->query, key) ||
           search_concepts_share(asking->index, asking->arena, asking->query, key);
}

static bool
is_written(const struct asking *asking, struct str key) {
    return search_query_has(asking->arena, asking->query, key);
}

/* A phrase rather than a word: a place, a group of people. */
static bool
is_scope(const struct asking *asking, struct str label) {
    enum { WORDS = 4 };
    struct str rest = label, word;
    size_t words = 0;
    (void)asking;
    while (str_split(&rest, ' ', &word)) {
        words += word.n > 0;
    }
    return words >= WORDS;
}

/* Some word of the label is in the query. */
static bool
has_word_of(const struct asking *asking, struct str label) {
    enum { BYTES_LEAST = 4 };
    struct str words[PIECES_MAX], rest = label, word;
    while (str_split(&rest, ' ', &word)) {
        struct str key = fold_key(asking->arena, word);
        size_t count = search_query_pieces(asking->arena, key, words, PIECES_MAX);
        if (key.n >= BYTES_LEAST && !ask_is_function(key) && is_written(asking, key)) {
            return true;
        }
        for (size_t i = 0; i < count; i++) {
            if (words[i].n >= BYTES_LEAST && is_written(asking, words[i])) {
                return true;
            }
        }
    }
    return false;
}

/* Some label of the total that the figure is a part of is so. */
static bool
any_total(const struct asking *asking, const struct source *source,
    bool (*is_it)(const struct asking *asking, struct str label)) {
    struct search_sql labels;
    bool found = false;
    search_sql_open(&labels, asking->index->db,
        "SELECT t.label FROM figures f JOIN figures_text t ON t.id = f.total WHERE f.id = ?1");
    search_sql_bind_str(&labels, 1, source->id);
    while (!found && search_sql_step(&labels)) {
        found = is_it(asking, column(&labels, asking->arena, 0));
    }
    search_sql_end(&labels, "reading what a figure is a part of", NULL);
    return found;
}

/* 외국인 of a district are not those of the city: what narrows a table must be asked for. */
static bool
is_in_scope(const struct asking *asking, const struct source *source) {
    return !any_total(asking, source, is_scope) || any_total(asking, source, has_word_of);
}

/* A synonym gives way to a label: 세대수 is no other word for 인구 where 세대 has a figure. A
 * city's name alone asks for no figure. */
static bool
names_figure(const struct asking *asking, const struct source *source) {
    static const char label[] = "SELECT label FROM figures_text t WHERE id = ?1"
                                " AND NOT EXISTS"
                                " (SELECT 1 FROM cities_text c WHERE c.name = t.label)",
                      others[] = "SELECT label FROM figures_text WHERE id <> ?1";
    return is_in_scope(asking, source) && any_text(asking, label, source, is_named) &&
           (any_text(asking, label, source, is_written) ||
               !any_text(asking, others, source, is_written));
}

/* Of two cities of one name the visitor means the one he stands in. */
static bool
names_home_figure(const struct asking *asking, const struct source *source) {
    struct search_sql home;
    search_sql_open(&home, asking->index->db,
        "SELECT 1 FROM figures f JOIN info i ON i.key = 'home'"
        " WHERE f.id = ?1 AND f.subject = 'cities/' || i.value");
    search_sql_bind_str(&home, 1, source->id);
    size_t asked = 0;
    for (size_t i = 0; i < asking->query->count; i++) {
        asked += !asking->query->words[i].is_optional;
    }
    bool is_home = asked > 1 && search_sql_step(&home);
    search_sql_end(&home, "reading whose a figure is", NULL);
    return is_home && names_figure(asking, source);
}

/* Not much longer than what was asked: a sentence about hotels is no word for hotel. */
static bool
is_close(const struct asking *asking, struct str key) {
    enum { ENDING = 6 };
    const struct search_query *q = asking->query;
    struct str core = fold_units_key(asking->arena, &q->fold, q->frames.from, q->frames.to);
    return key.n <= 2 * core.n + ENDING;
}

static bool
answer_figure(sqlite3 *db, struct arena *arena, enum locale_id locale, const struct source *source,
    struct search_answer *out, struct err *err) {
    struct search_sql sql;
    if (ask_record(&sql, db,
            "SELECT t.label, coalesce(c.name, ''), f.value, f.unit, coalesce(f.as_of, ''), t.note"
            " FROM figures f JOIN figures_text t ON t.id = f.id LEFT JOIN cities_text c"
            " ON 'cities/' || c.id = f.subject AND c.locale = t.locale"
            " WHERE f.id = ?1 AND t.locale = ?2",
            source, locale)) {
        *out = (struct search_answer){.kind = SEARCH_ANSWER_FIGURE,
            .label = column(&sql, arena, 0),
            .subject = column(&sql, arena, 1),
            .value = column(&sql, arena, 2),
            .unit = column(&sql, arena, 3),
            .date = column(&sql, arena, 4),
            .note = column(&sql, arena, 5)};
    }
    return search_sql_end(&sql, "reading a figure", err);
}

static bool
answer_date(sqlite3 *db, struct arena *arena, enum locale_id locale, const struct source *source,
    struct search_answer *out, struct err *err) {
    struct search_sql sql;
    if (ask_record(&sql, db,
            "SELECT t.title, c.name, e.date, t.note FROM events e"
            " JOIN events_text t ON t.id = e.id JOIN cities_text c ON c.id = e.city"
            " AND c.locale = t.locale WHERE e.id = ?1 AND t.locale = ?2",
            source, locale)) {
        *out = (struct search_answer){.kind = SEARCH_ANSWER_DATE,
            .label = column(&sql, arena, 0),
            .subject = column(&sql, arena, 1),
            .value = column(&sql, arena, 2),
            .note = column(&sql, arena, 3)};
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
    const struct source *source, bool is_phrase, struct search_answer *out, struct err *err) {
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
            .label = column(&sql, arena, 0),
            .value = column(&sql, arena, 1),
            .reading = column(&sql, arena, 2),
            .note = column(&sql, arena, 3),
            .language = wanted};
    }
    return search_sql_end(&sql, "reading a phrase", err);
}

/* The phrase or the term that says just that; else the phrase that comes first. */
static bool
choose_phrase(const struct asking *asking, struct source *source, struct search_answer *out,
    struct err *err) {
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

static bool
choose(const struct asking *asking, struct source *source, struct search_answer *out,
    struct err *err) {
    static const struct wanted event = {.table = "events", .is_alone = true, .is_of_city = true},
                               figure = {.table = "figures",
                                   .fits = names_figure,
                                   .is_alone = true},
                               home_figure = {
                                   .table = "figures", .fits = names_home_figure, .is_alone = true};
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

bool
search_answer_find(struct search_index *index, struct arena *arena,
    const struct search_results *results, struct search_answer *out, struct err *err) {
    struct source source = {0};
    struct search_query query;
    *out = (struct search_answer){0};
    bool asks_value = results->ask == ASK_VALUE || results->ask == ASK_PHRASE;
    int least = asks_value ? EVIDENCE_PREFIX : EVIDENCE_WHOLE;
    bool is_unsure = results->has_unnamed && results->ask != ASK_PHRASE && results->ask != ASK_DATE;
    is_unsure = is_unsure || (results->has_unknown && results->ask == ASK_DATE);
    if (results->evidence < least || is_unsure || results->searched_for.n > 0) {
        return true;
    }
    search_query_read(arena, results->query, true, &query);
    const struct asking asking = {index, arena, results, &query};
    bool ok = choose(&asking, &source, out, err);
    if (out->kind != SEARCH_ANSWER_NONE) {
        out->record = source.record;
        out->path = source.path;
    }
    return ok;
}
