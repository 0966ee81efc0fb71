/* An answer at once: the value of one record, read from it anew. Which record, the ranking says:
 * the best of the kind that was asked for, that has every word, and that no other record equals. */
#include "content/search/answer.h"

#include "base/check.h"
#include "content/search/concepts.h"
#include "content/search/query.h"
#include "content/search/rank.h"

/* A record that may answer. */
struct source {
    struct str record, id, path;
};

static bool
read_source(struct search_index *index, struct arena *arena, uint32_t doc, const char *table,
    struct source *out) {
    search_sql_bind_int(&index->doc, 1, doc);
    bool is_there = search_sql_step(&index->doc);
    if (is_there) {
        out->path = arena_str(arena, search_sql_text(&index->doc, 0));
        out->record = arena_str(arena, search_sql_text(&index->doc, 3));
        struct str head = arena_printf(arena, "%s/", table);
        is_there = str_starts(out->record, head);
        out->id = str_slice(out->record, head.n, out->record.n);
    }
    search_sql_reset(&index->doc);
    return is_there;
}

/* The best of a table. False where there is none, or another that is as good. */
static bool
best_source(struct search_index *index, const struct search_results *results, struct arena *arena,
    const char *table, bool is_alone, struct source *out) {
    const struct search_candidate *best = NULL;
    for (size_t i = 0; i < results->top_count; i++) {
        const struct search_candidate *one = &results->top[i];
        struct source source;
        if (one->missing > 0 || (best && one->cost > best->cost)) {
            break;
        }
        if (!read_source(index, arena, one->doc, table, &source)) {
            continue;
        }
        if (best) {
            return !is_alone;
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

static struct str
column(struct search_sql *sql, struct arena *arena, int at) {
    return arena_str(arena, search_sql_text(sql, at));
}

/* The query names the figure as the record does, in any language, or by a synonym of that. */
static bool
names_figure(struct search_index *index, struct arena *arena, sqlite3 *db, struct str query,
    const struct source *source) {
    struct search_sql sql;
    struct search_query words;
    bool is_named = false;
    search_query_read(arena, query, true, &words);
    search_sql_open(&sql, db, "SELECT label FROM figures_text WHERE id = ?1");
    search_sql_bind_str(&sql, 1, source->id);
    while (!is_named && search_sql_step(&sql)) {
        struct str label = fold_key(arena, column(&sql, arena, 0));
        is_named = search_query_has(arena, &words, label) ||
                   search_concepts_share(index, arena, &words, label);
    }
    search_sql_end(&sql, "reading the names of a figure", NULL);
    return is_named;
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

static bool
choose(struct search_index *index, const struct search_results *results, sqlite3 *db,
    struct arena *arena, struct source *source, struct search_answer *out, struct err *err) {
    enum locale_id locale = results->locale;
    switch (results->ask) {
    case ASK_PHRASE:
        if (results->asks_language &&
            best_source(index, results, arena, "phrases", false, source)) {
            return answer_phrase(db, arena, results, source, true, out, err);
        }
        if (results->asks_language &&
            best_source(index, results, arena, "glossary", false, source)) {
            return answer_phrase(db, arena, results, source, false, out, err);
        }
        return true;
    case ASK_DATE:
        return !best_source(index, results, arena, "events", true, source) ||
               answer_date(db, arena, locale, source, out, err);
    case ASK_NONE:
    case ASK_REQUEST:
    case ASK_WHAT:
    case ASK_VALUE:
        return !best_source(index, results, arena, "figures", true, source) ||
               !names_figure(index, arena, db, results->query, source) ||
               answer_figure(db, arena, locale, source, out, err);
    default:
        return true;
    }
}

bool
search_answer_find(struct search_index *index, struct arena *arena,
    const struct search_results *results, struct search_answer *out, struct err *err) {
    struct source source = {0};
    *out = (struct search_answer){0};
    if (results->evidence < EVIDENCE_WHOLE || results->searched_for.n > 0) {
        return true;
    }
    bool ok = choose(index, results, index->db, arena, &source, out, err);
    if (out->kind != SEARCH_ANSWER_NONE) {
        out->record = source.record;
        out->path = source.path;
    }
    return ok;
}
