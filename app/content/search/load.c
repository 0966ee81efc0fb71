/* What search holds ready while a database is open: statements. What grows with the content is read
 * when a question needs it, and not copied. */
#include "content/search/match.h"

#include "base/check.h"
#include "base/xalloc.h"
#include "content/search/variants.h"

#include <string.h>

enum { NUMBER_BYTES = 4 }; /* least significant first */

/* A value of any length is borrowed from its statement, which stays on the row: no copy. */
static struct str
whole(struct search_index *index, enum search_whole which) {
    static const char *const keys[] = {
        [SEARCH_WHOLE_PARENTS] = "parents",
        [SEARCH_WHOLE_SHARED] = "shared",
        [SEARCH_WHOLE_LATIN] = SEARCH_LIST_LATIN,
        [SEARCH_WHOLE_HANGUL] = SEARCH_LIST_HANGUL,
        [SEARCH_WHOLE_ROMAJI] = SEARCH_LIST_ROMAJI,
        [SEARCH_WHOLE_OKURIGANA] = SEARCH_LIST_OKURIGANA,
        [SEARCH_WHOLE_KINDS] = "kinds",
        [SEARCH_WHOLE_SHORT] = SEARCH_LIST_SHORT,
    };
    struct search_sql *sql = &index->wholes[which];
    if (!sql->statement) {
        search_sql_open(sql, index->db, "SELECT value FROM search_meta WHERE key = ?1");
        sql->work = &index->work;
        search_sql_bind_str(sql, 1, str_from(keys[which]));
        search_sql_step(sql);
    }
    bool has_row = sql->failure == SQLITE_OK && sqlite3_data_count(sql->statement) > 0;
    return has_row ? search_sql_str(sql, 0) : (struct str){0};
}

/* Each of its statements; NULL past the last. */
static struct search_sql *
statement_at(struct search_index *index, size_t i) {
    struct search_sql *const all[] = {&index->term, &index->size, &index->range, &index->spelling,
        &index->doc, &index->text, &index->concept};
    size_t whole = i - ARRAY_LEN(all);
    return i < ARRAY_LEN(all) ? all[i] : whole < SEARCH_WHOLE_COUNT ? &index->wholes[whole] : NULL;
}

/* Of a database that does not say, all. */
static uint32_t
count_worded(struct search_index *index) {
    struct search_sql sql;
    search_index_ask(
        index, &sql, "SELECT CAST(value AS TEXT) FROM search_meta WHERE key = 'worded'");
    int64_t count = search_sql_step(&sql) ? search_sql_int(&sql, 0) : 0;
    search_sql_end(&sql, "reading how many documents have words", NULL);
    return count > 0 && count <= index->doc_count ? (uint32_t)count : index->doc_count;
}

static bool
count_docs(struct search_index *index, struct err *err) {
    struct search_sql sql;
    search_sql_open(&sql, index->db, "SELECT length(value) FROM search_meta WHERE key = 'parents'");
    if (search_sql_step(&sql)) {
        index->doc_count = (uint32_t)(search_sql_int(&sql, 0) / NUMBER_BYTES);
    }
    index->pool.doc_count = index->doc_count;
    index->worded_count = count_worded(index);
    index->marks = xcalloc(doc_block_count(index->doc_count), DOC_BLOCK);
    if (sql.failure == SQLITE_OK) {
        sql.failure = search_index_failure(index);
    }
    return search_sql_end(&sql, "opening search", err);
}

bool
search_index_load(struct search_index *index, sqlite3 *db, struct err *err) {
    *index = (struct search_index){.db = db};
    search_sql_open(
        &index->term, db, "SELECT docs FROM search_terms WHERE field = ?1 AND term = ?2");
    search_sql_open(
        &index->size, db, "SELECT length(docs) FROM search_terms WHERE field = ?1 AND term = ?2");
    search_sql_open(&index->range, db,
        "SELECT docs FROM search_terms WHERE field = ?1 AND term >= ?2 AND term < ?3 LIMIT ?4");
    search_sql_open(&index->spelling, db,
        "SELECT key, word FROM search_variants WHERE space = ?1 AND key >= ?2 AND key < ?3"
        " ORDER BY key, word LIMIT ?4");
    search_sql_open(
        &index->doc, db, "SELECT path, kind, names, record FROM search_docs WHERE id = ?1");
    search_sql_open(&index->text, db,
        "SELECT title, detail, body FROM search_texts WHERE doc = ?1 AND locale = ?2");
    search_sql_open(&index->concept, db, "SELECT terms FROM search_concepts WHERE id = ?1");
    for (size_t i = 0; statement_at(index, i); i++) {
        statement_at(index, i)->work = &index->work;
    }
    return count_docs(index, err);
}

void
search_index_unload(struct search_index *index) {
    for (size_t i = 0; statement_at(index, i); i++) {
        search_sql_end(statement_at(index, i), "closing", NULL);
    }
    kept_concepts_finish(&index->concepts);
    doc_costs_pool_finish(&index->pool);
    doc_totals_finish(&index->totals);
    xfree(index->marks);
    index->marks = NULL;
    search_rest_finish(&index->rest);
    arena_finish(&index->scratch);
    arena_finish(&index->hit_scratch);
}

void
search_rest_finish(struct search_rest *rest) {
    xfree(rest->docs);
    *rest = (struct search_rest){0};
}

void
search_scratch_done(struct arena *scratch) {
    enum { KEPT_BYTES = 256 << 10 };
    if (scratch->used > KEPT_BYTES) {
        arena_finish(scratch);
    } else {
        arena_reset(scratch);
    }
}

struct str
search_index_list(struct search_index *index, enum search_whole which) {
    xassert(which != SEARCH_WHOLE_PARENTS);
    return whole(index, which);
}

struct str
search_index_parents(struct search_index *index) {
    struct str bytes = whole(index, SEARCH_WHOLE_PARENTS);
    size_t most = (size_t)index->doc_count * NUMBER_BYTES;
    return str_slice(bytes, 0, bytes.n < most ? bytes.n : most);
}

/* The number at this place of a list of numbers; 0 past its end. */
static uint32_t
number_at(struct str bytes, size_t place) {
    size_t at = place * NUMBER_BYTES;
    if (at + NUMBER_BYTES > bytes.n) {
        return 0;
    }
    const unsigned char *p = (const unsigned char *)bytes.p + at;
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

uint32_t
search_parent(struct str parents, uint32_t doc) {
    return number_at(parents, doc - 1);
}

struct search_screens
search_screens(struct search_index *index) {
    return (struct search_screens){.pairs = whole(index, SEARCH_WHOLE_SHARED)};
}

/* Moves to the first pair of `doc` or a later one. Pairs are in ascending order, and the next one
 * asked for is near when there are many: steps that double, then halves. */
static void
move_to(struct search_screens *screens, uint32_t doc) {
    struct str pairs = screens->pairs;
    size_t count = pairs.n / (2 * NUMBER_BYTES), low = screens->at, high = low, step = 1;
    while (high < count && number_at(pairs, 2 * high) < doc) {
        low = high + 1;
        high = low + step < count ? low + step : count;
        step *= 2;
    }
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (number_at(pairs, 2 * middle) < doc) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    screens->at = low;
}

uint32_t
search_first_of_screen(struct search_screens *screens, uint32_t doc) {
    move_to(screens, doc);
    struct str pairs = screens->pairs;
    size_t at = 2 * screens->at;
    uint32_t first = number_at(pairs, at) == doc ? number_at(pairs, at + 1) : doc;
    return first > 0 && first < doc ? first : doc;
}

uint32_t
search_next_shared(struct search_screens *screens, uint32_t doc) {
    move_to(screens, doc);
    uint32_t next = number_at(screens->pairs, 2 * screens->at);
    return next >= doc ? next : 0;
}

struct search_range
search_index_kind(struct search_index *index, const char *kind) {
    struct str lines = whole(index, SEARCH_WHOLE_KINDS), line;
    while (str_split(&lines, '\n', &line)) {
        struct str name, first;
        int64_t from, to;
        if (str_split(&line, ' ', &name) && str_eq(name, str_from(kind)) &&
            str_split(&line, ' ', &first) && str_to_i64(first, &from) && str_to_i64(line, &to) &&
            from > 0 && from <= to && to <= index->doc_count) {
            return (struct search_range){(uint32_t)from, (uint32_t)to};
        }
    }
    return (struct search_range){0};
}

int
search_index_failure(struct search_index *index) {
    int failure = index->failure;
    for (size_t i = 0; failure == SQLITE_OK && statement_at(index, i); i++) {
        failure = statement_at(index, i)->failure;
    }
    return failure;
}

void
search_index_ask(struct search_index *index, struct search_sql *sql, const char *text) {
    search_sql_open(sql, index->db, text);
    sql->first = &index->failure;
    *sql->first = *sql->first == SQLITE_OK ? sql->failure : *sql->first;
}

bool
search_index_is_tired(const struct search_index *index) {
    return index->work > SEARCH_WORK_MAX;
}

bool
search_index_has_line(struct search_index *index, struct str stem) {
    static const char fields[] = {SEARCH_LINE_STEM, SEARCH_CONCEPT_STEM};
    bool found = false;
    for (size_t i = 0; !found && i < sizeof(fields); i++) {
        search_sql_bind_str(&index->size, 1, (struct str){&fields[i], 1});
        search_sql_bind_str(&index->size, 2, stem);
        found = search_sql_step(&index->size);
        search_sql_reset(&index->size);
    }
    return found;
}

bool
search_index_has_name(
    struct search_index *index, struct arena *arena, struct str key, bool is_beginning) {
    static const char fields[] = {SEARCH_NAME, SEARCH_JOINED_NAME, SEARCH_CONCEPT};
    struct str strokes = fold_spelling(arena, FOLD_KEYSTROKES, key);
    bool found = false;
    for (size_t i = 0; !found && i < sizeof(fields); i++) {
        struct search_sql *sql = is_beginning ? &index->range : &index->term;
        search_sql_bind_str(sql, 1, (struct str){&fields[i], 1});
        search_sql_bind_str(sql, 2, strokes);
        if (is_beginning) {
            search_sql_bind_str(sql, 3, arena_printf(arena, "%.*s\xFF", STR_ARG(strokes)));
            search_sql_bind_int(sql, 4, 1);
        }
        found = search_sql_step(sql);
        search_sql_reset(sql);
    }
    return found;
}
