/* What search holds ready while a database is open. */
#include "content/search/match.h"

#include <string.h>

static struct str
meta(struct search_index *index, struct search_sql *sql, const char *key) {
    struct str out = {0};
    search_sql_bind_str(sql, 1, str_from(key));
    if (search_sql_step(sql)) {
        out = arena_str(&index->arena, search_sql_str(sql, 0));
    }
    search_sql_reset(sql);
    return out;
}

static void
load_parents(struct search_index *index, struct str bytes) {
    index->doc_count = (uint32_t)(bytes.n / 4);
    index->parents = ARENA_ARRAY(&index->arena, index->doc_count + 1, uint32_t);
    for (uint32_t doc = 1; doc <= index->doc_count; doc++) {
        const unsigned char *p = (const unsigned char *)bytes.p + (doc - 1) * 4;
        index->parents[doc] =
            (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
    }
}

bool
search_index_load(struct search_index *index, sqlite3 *db, struct err *err) {
    *index = (struct search_index){.db = db};
    arena_init(&index->arena);
    search_sql_open(
        &index->term, db, "SELECT docs FROM search_terms WHERE field = ?1 AND term = ?2");
    search_sql_open(
        &index->size, db, "SELECT length(docs) FROM search_terms WHERE field = ?1 AND term = ?2");
    search_sql_open(&index->range, db,
        "SELECT docs FROM search_terms WHERE field = ?1 AND term >= ?2 AND term < ?3 LIMIT ?4");
    search_sql_open(&index->spelling, db,
        "SELECT key, word FROM search_variants WHERE space = ?1 AND key >= ?2 AND key < ?3"
        " ORDER BY key, word LIMIT ?4");
    search_sql_open(&index->doc, db, "SELECT path, kind, names FROM search_docs WHERE id = ?1");
    search_sql_open(&index->text, db,
        "SELECT title, detail, body FROM search_texts WHERE doc = ?1 AND locale = ?2");
    search_sql_open(&index->concept, db, "SELECT terms FROM search_concepts WHERE id = ?1");
    struct search_sql sql;
    search_sql_open(&sql, db, "SELECT value FROM search_meta WHERE key = ?1");
    load_parents(index, meta(index, &sql, "parents"));
    index->latin = meta(index, &sql, "latin");
    index->hangul = meta(index, &sql, "hangul");
    index->romaji = meta(index, &sql, "romaji");
    if (search_index_has_failed(index)) {
        sql.has_failed = true;
    }
    return search_sql_end(&sql, "opening; build the database again with naru-content build", err);
}

static struct search_sql *
statement_at(struct search_index *index, size_t i) {
    struct search_sql *const all[] = {&index->term, &index->size, &index->range, &index->spelling,
        &index->doc, &index->text, &index->concept};
    return i < sizeof(all) / sizeof(all[0]) ? all[i] : NULL;
}

void
search_index_unload(struct search_index *index) {
    for (size_t i = 0; statement_at(index, i); i++) {
        search_sql_end(statement_at(index, i), "closing", NULL);
    }
    arena_finish(&index->arena);
}

bool
search_index_has_failed(const struct search_index *index) {
    return index->term.has_failed || index->size.has_failed || index->range.has_failed ||
           index->spelling.has_failed || index->doc.has_failed || index->text.has_failed ||
           index->concept.has_failed;
}

bool
search_index_has_name(
    struct search_index *index, struct arena *arena, struct str key, bool is_beginning) {
    static const char fields[] = {SEARCH_NAME, SEARCH_CONCEPT};
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
