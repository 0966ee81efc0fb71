#include "content/search_docs.h"

#include "base/check.h"
#include "content/search_text.h"
#include "i18n/edtf.h"

#include <string.h>

/* `heads`: id, path, in the order of importance. `pieces` for id ?1: letter, locale or '', text. */
struct kind {
    const char *name;
    bool has_name;
    const char *heads, *pieces;
};

#define NAMES_OF(table) \
    " UNION ALL SELECT 'n', '', text FROM names WHERE record = '" table "/' || ?1"
#define FACTS_OF(table)                                                                     \
    " UNION ALL SELECT 'l', t.locale, t.text FROM facts f JOIN facts_text t ON t.id = f.id" \
    " WHERE f.subject = '" table "/' || ?1"                                                 \
    " UNION ALL SELECT 'l', t.locale, t.note FROM facts f JOIN facts_text t ON t.id = f.id" \
    " WHERE f.subject = '" table "/' || ?1"
#define ROLE_ORDER                                                                \
    " CASE role WHEN 'home' THEN 0 WHEN 'sister' THEN 1 WHEN 'friendship' THEN 2" \
    " WHEN 'prospective' THEN 3 ELSE 4 END, position, id"
#define CITY_PIECES                                                                                                \
    "SELECT 't', locale, name FROM cities_text WHERE id = ?1"                                                      \
    " UNION ALL SELECT 'n', '', written FROM cities WHERE id = ?1"                                                 \
    " UNION ALL SELECT 'n', '', reading_ja FROM cities WHERE id = ?1" NAMES_OF(                                    \
        "cities") " UNION ALL SELECT 'd', locale, region FROM cities_text WHERE id = ?1"                           \
                  " UNION ALL SELECT 'd', t.locale, t.name FROM cities c JOIN countries_text t"                    \
                  " ON t.id = c.country WHERE c.id = ?1"                                                           \
                  " UNION ALL SELECT 'l', locale, lead FROM cities_text WHERE id = ?1" FACTS_OF(                   \
                      "cities") " UNION ALL SELECT 'l', locale, note FROM cities_text WHERE id = "                 \
                                "?1"                                                                               \
                                " UNION ALL SELECT 'l', t.locale, t.background FROM relations r "                  \
                                "JOIN relations_text t"                                                            \
                                " ON t.id = r.id WHERE r.partner = ?1"                                             \
                                " UNION ALL SELECT 'l', t.locale, t.reason FROM relations r JOIN "                 \
                                "relations_text t"                                                                 \
                                " ON t.id = r.id WHERE r.partner = ?1"                                             \
                                " UNION ALL SELECT 'l', t.locale, t.note FROM relations r JOIN "                   \
                                "relations_text t"                                                                 \
                                " ON t.id = r.id WHERE r.partner = ?1"                                             \
                                " UNION ALL SELECT 'l', t.locale, t.text FROM relations r JOIN "                   \
                                "facts f"                                                                          \
                                " ON f.subject = 'relations/' || r.id JOIN facts_text t ON t.id "                  \
                                "= f.id WHERE r.partner = ?1"                                                      \
                                " UNION ALL SELECT 'a', '', since FROM relations WHERE partner = "                 \
                                "?1"                                                                               \
                                " UNION ALL SELECT 'k', '', CASE kind"                                             \
                                " WHEN 'sister' THEN '자매도시 자매결연 姉妹都市 姉妹提携 sister " \
                                "city twin town'"                                                                  \
                                " WHEN 'friendship' THEN '우호도시 우호협력도시 友好都市 "           \
                                "friendship city'"                                                                 \
                                " WHEN 'prospective' THEN '교류 추진 도시 交流推進 prospective "         \
                                "partner city' END"                                                                \
                                " FROM relations WHERE partner = ?1"                                               \
                                " UNION ALL SELECT 'k', '', CASE status WHEN 'suspended' THEN "                    \
                                "'교류 중단 交流中断 suspended'"                                           \
                                " END FROM relations WHERE partner = ?1"

#define ARTICLE_HEADS(of) "SELECT id, id FROM articles WHERE kind = '" of "' ORDER BY position, id"
#define ARTICLE_PIECES                                                                        \
    "SELECT 't', locale, title FROM articles_text WHERE id = ?1"                              \
    " UNION ALL SELECT 'd', t.locale, t.name FROM articles a JOIN people_text t"              \
    " ON t.id = a.speaker WHERE a.id = ?1"                                                    \
    " UNION ALL SELECT 'l', locale, summary FROM articles_text WHERE id = ?1"                 \
    " UNION ALL SELECT 'k', '', coalesce(p.written, '') || ' ' || coalesce(p.reading_ja, '')" \
    " FROM articles a JOIN people p ON p.id = a.speaker WHERE a.id = ?1"                      \
    " UNION ALL SELECT 'l', t.locale, t.organisation || ' ' || t.role FROM articles a"        \
    " JOIN people_text t ON t.id = a.speaker WHERE a.id = ?1"                                 \
    " UNION ALL SELECT 'w', '', as_of FROM articles WHERE id = ?1 AND kind = 'talks'"         \
    " UNION ALL SELECT 'c', '', cities FROM articles WHERE id = ?1"                           \
    " UNION ALL SELECT 'l', t.locale, t.title FROM articles a JOIN checklists c"              \
    " ON c.list = a.checklist JOIN checklists_text t ON t.id = c.id WHERE a.id = ?1"          \
    " UNION ALL SELECT * FROM (SELECT 'l', locale, text FROM blocks WHERE article = ?1"       \
    " ORDER BY locale, position)"
#define ARTICLE(of, name) \
    { name, true, ARTICLE_HEADS(of), ARTICLE_PIECES }

/* The other languages of a record's name tell homonyms apart: 시장 is 市長 or 市場. */
#define OTHER_LANGUAGES(table, column)                                           \
    " UNION ALL SELECT 'd', t.locale, o." column " FROM " table " t JOIN " table \
    " o ON o.id = t.id AND o.locale <> t.locale WHERE t.id = ?1"

static const struct kind kinds[] = {
    {"city", true,
        "SELECT id, 'cities/' || id FROM cities WHERE role <> 'mentioned' ORDER BY" ROLE_ORDER,
        CITY_PIECES},
    ARTICLE("guides", "guide"),
    ARTICLE("cases", "case"),
    ARTICLE("reports", "report"),
    ARTICLE("talks", "talk"),
    {"term", true, "SELECT id, 'glossary/' || id FROM glossary ORDER BY category, position, id",
        "SELECT 't', locale, term FROM glossary_text WHERE id = ?1"
        " UNION ALL SELECT 'n', '', reading_ja FROM glossary WHERE id = ?1"
        " UNION ALL SELECT 'n', '', roman_ja FROM glossary WHERE id = ?1"
        " UNION ALL SELECT 'n', '', roman_ko FROM glossary WHERE id = ?1"
        " UNION ALL SELECT 'n', '', hanja_ko FROM glossary WHERE id = ?1" NAMES_OF("glossary")
            OTHER_LANGUAGES("glossary_text",
                "term") " UNION ALL SELECT 'l', locale, definition FROM glossary_text WHERE id = ?1"
                        " UNION ALL SELECT 'l', locale, note FROM glossary_text WHERE id = ?1"},
    {"phrase", true, "SELECT id, 'phrases/' || id FROM phrases ORDER BY position, category, id",
        "SELECT 't', locale, text FROM phrases_text WHERE id = ?1"
        " UNION ALL SELECT 'n', '', reading_ja FROM phrases WHERE id = ?1"
        " UNION ALL SELECT 'n', '', roman_ja FROM phrases WHERE id = ?1"
        " UNION ALL SELECT 'n', '', roman_ko FROM phrases WHERE id = ?1"
        " UNION ALL SELECT 'n', '', hangul_ja FROM phrases WHERE id = ?1"
        " UNION ALL SELECT 'n', '', kana_ko FROM phrases WHERE id = ?1" NAMES_OF("phrases")
            OTHER_LANGUAGES("phrases_text",
                "text") " UNION ALL SELECT 'l', locale, note FROM phrases_text WHERE id = ?1"},
    {"school", true,
        "SELECT s.id, 'schools/' || s.id FROM schools s LEFT JOIN cities c ON c.id = s.city"
        " ORDER BY c.role IS NOT 'home', s.position, s.id",
        "SELECT 't', locale, name FROM schools_text WHERE id = ?1"
        " UNION ALL SELECT 'n', '', written FROM schools WHERE id = ?1"
        " UNION ALL SELECT 'n', '', reading_ja FROM schools WHERE id = ?1" NAMES_OF(
            "schools") " UNION ALL SELECT 'd', t.locale, t.name FROM schools s JOIN cities_text t"
                       " ON t.id = s.city WHERE s.id = ?1"
                       " UNION ALL SELECT 'd', t.locale, t.name FROM schools s JOIN countries_text "
                       "t"
                       " ON t.id = s.country WHERE s.id = ?1"
                       " UNION ALL SELECT 'l', t.locale, p.name || ' ' || t.field FROM "
                       "school_links l"
                       " JOIN school_links_text t ON t.id = l.id JOIN schools_text p"
                       " ON p.id = CASE l.school WHEN ?1 THEN l.partner ELSE l.school END"
                       " AND p.locale = t.locale WHERE ?1 IN (l.school, l.partner)"
                       " UNION ALL SELECT 'l', locale, note FROM schools_text WHERE id = ?1"
                       " UNION ALL SELECT 'a', '', date FROM school_links WHERE ?1 IN (school, "
                       "partner)"
                       " UNION ALL SELECT 'c', '', city FROM schools WHERE id = ?1"},
    {"city", true,
        "SELECT id, 'cities/' || id FROM cities WHERE role = 'mentioned' ORDER BY position, id",
        CITY_PIECES},
    {"figure", false, "SELECT id, 'statistics' FROM figures ORDER BY \"group\", position, id",
        "SELECT 't', locale, label FROM figures_text WHERE id = ?1"
        " UNION ALL SELECT 'd', t.locale, t.name FROM figures f JOIN cities_text t"
        " ON 'cities/' || t.id = f.subject WHERE f.id = ?1"
        " UNION ALL SELECT 'w', '', as_of FROM figures WHERE id = ?1"
        " UNION ALL SELECT 'k', '', value || ' ' || coalesce(written, '') FROM figures"
        " WHERE id = ?1"
        " UNION ALL SELECT 'l', locale, note FROM figures_text WHERE id = ?1"
        " UNION ALL SELECT 'c', '', substr(subject, 8) FROM figures WHERE id = ?1"
        " AND subject LIKE 'cities/%'"},
    {"event", false,
        "SELECT e.id, 'cities/' || e.city || '?event=' || e.id FROM events e"
        " ORDER BY e.relation IS NULL, e.date_sort, e.id",
        "SELECT 't', locale, title FROM events_text WHERE id = ?1"
        " UNION ALL SELECT 'w', '', date FROM events WHERE id = ?1"
        " UNION ALL SELECT 'd', t.locale, t.name FROM events e JOIN cities_text t"
        " ON t.id = e.city WHERE e.id = ?1"
        " UNION ALL SELECT 'l', locale, detail FROM events_text WHERE id = ?1"
        " UNION ALL SELECT 'l', locale, note FROM events_text WHERE id = ?1"
        " UNION ALL SELECT 'p', '', city FROM events WHERE id = ?1"
        " UNION ALL SELECT 'c', '', r.city FROM events e JOIN relations r ON r.id = e.relation"
        " WHERE e.id = ?1"},
};

struct docs {
    struct map cities; /* hash of a city's id -> document */
    struct arena arena;
    struct search_doc doc;
};

static void
doc_clear(struct search_doc *doc) {
    for (int i = 0; i < LOCALE_COUNT; i++) {
        str_buf_clear(&doc->title[i]);
        str_buf_clear(&doc->detail[i]);
        str_buf_clear(&doc->body[i]);
    }
    str_buf_clear(&doc->keywords);
    str_buf_clear(&doc->names);
    str_buf_clear(&doc->dates);
    str_buf_clear(&doc->cities);
    doc->parent = 0;
}

static void
doc_finish(struct search_doc *doc) {
    for (int i = 0; i < LOCALE_COUNT; i++) {
        str_buf_finish(&doc->title[i]);
        str_buf_finish(&doc->detail[i]);
        str_buf_finish(&doc->body[i]);
    }
    str_buf_finish(&doc->keywords);
    str_buf_finish(&doc->names);
    str_buf_finish(&doc->dates);
    str_buf_finish(&doc->cities);
}

static void
join(struct str_buf *buf, struct str separator, struct str text) {
    if (text.n == 0) {
        return;
    }
    if (buf->n > 0) {
        str_buf_add(buf, separator);
    }
    str_buf_add(buf, text);
}

/* `ids` are separated by commas. */
static void
doc_add_cities(struct docs *docs, struct str ids, bool is_parent) {
    struct search_doc *doc = &docs->doc;
    struct str id;
    while (str_split(&ids, ',', &id)) {
        join(&doc->cities, STR("\n"), str_trim(id));
        uint32_t number;
        if (is_parent && map_get(&docs->cities, str_hash(str_trim(id), 0), &number)) {
            doc->parent = number;
        }
    }
}

static void
doc_add_date(struct docs *docs, struct str text, bool is_shown) {
    struct edtf date;
    if (text.n == 0 || !edtf_parse(text, &date, NULL)) {
        return;
    }
    join(&docs->doc.dates, STR("\n"), text);
    for (int i = 0; is_shown && i < LOCALE_COUNT; i++) {
        struct str shown = search_date_shown(&docs->arena, (enum locale_id)i, &date);
        join(&docs->doc.detail[i], STR(" · "), shown);
    }
}

static void
doc_add_piece(struct docs *docs, char piece, struct str tag, struct str text) {
    struct search_doc *doc = &docs->doc;
    enum locale_id locale = LOCALE_KO;
    bool has_locale = locale_from_tag(tag, &locale);
    switch ((enum search_piece)piece) {
    case PIECE_TITLE:
        join(&doc->title[locale], STR("\n"), text);
        break;
    case PIECE_NAME:
        join(&doc->names, STR("\n"), text);
        break;
    case PIECE_DETAIL:
        join(&doc->detail[locale], STR(" · "), text);
        break;
    case PIECE_LINE:
        join(has_locale ? &doc->body[locale] : &doc->keywords, STR("\n"), text);
        break;
    case PIECE_KEYWORD:
        join(&doc->keywords, STR("\n"), text);
        break;
    case PIECE_DATE:
    case PIECE_SHOWN_DATE:
        doc_add_date(docs, text, piece == PIECE_SHOWN_DATE);
        break;
    case PIECE_CITY:
    case PIECE_PARENT:
        doc_add_cities(docs, text, piece == PIECE_PARENT);
        break;
    }
}

static void
doc_load(struct docs *docs, struct search_sql *pieces, struct str id) {
    doc_clear(&docs->doc);
    search_sql_bind_str(pieces, 1, id);
    while (search_sql_step(pieces)) {
        struct str piece = search_sql_str(pieces, 0);
        struct str tag = search_sql_str(pieces, 1), text = search_sql_str(pieces, 2);
        if (piece.n == 1 && text.n > 0) {
            doc_add_piece(docs, piece.p[0], tag, text);
        }
    }
    search_sql_reset(pieces);
}

static bool
each_of_kind(struct docs *docs, sqlite3 *db, const struct kind *kind,
    bool (*visit)(void *self, struct search_doc *doc), void *self, struct err *err) {
    struct search_sql heads, pieces;
    search_sql_open(&heads, db, kind->heads);
    search_sql_open(&pieces, db, kind->pieces);
    bool ok = true;
    while (ok && search_sql_step(&heads)) {
        arena_reset(&docs->arena);
        struct search_doc *doc = &docs->doc;
        struct str id = arena_str(&docs->arena, search_sql_str(&heads, 0));
        doc_load(docs, &pieces, id);
        doc->number++;
        doc->path = arena_str(&docs->arena, search_sql_str(&heads, 1));
        doc->kind = kind->name;
        doc->has_name = kind->has_name;
        if (strcmp(kind->name, "city") == 0) {
            map_put(&docs->cities, str_hash(id, 0), doc->number);
        }
        ok = visit(self, doc);
    }
    bool heads_ok = search_sql_end(&heads, "listing what can be found", err);
    return search_sql_end(&pieces, "reading what can be found", heads_ok ? err : NULL) &&
           heads_ok && ok;
}

bool
search_docs_each(
    sqlite3 *db, bool (*visit)(void *self, struct search_doc *doc), void *self, struct err *err) {
    struct docs docs = {0};
    arena_init(&docs.arena);
    bool ok = true;
    for (size_t i = 0; ok && i < ARRAY_LEN(kinds); i++) {
        ok = each_of_kind(&docs, db, &kinds[i], visit, self, err);
    }
    doc_finish(&docs.doc);
    map_finish(&docs.cities);
    arena_finish(&docs.arena);
    return ok;
}
