/* The questions behind what can be found; see docs.h. */
#include "content/index/docs.h"

/* clang-format off */
#define NAMES_OF(table) \
    " UNION ALL SELECT 'n', '', text FROM names WHERE record = '" table "/' || ?1"
#define FACTS_OF(table) \
    " UNION ALL SELECT 'l', t.locale, t.text || ' ' || t.note" \
    " FROM facts f JOIN facts_text t ON t.id = f.id WHERE f.subject = '" table "/' || ?1"
/* The other languages of a record's name tell homonyms apart: 시장 is 市長 or 市場. */
#define OTHER_LANGUAGES(table, column) \
    " UNION ALL SELECT 'd', t.locale, o." column " FROM " table " t JOIN " table " o" \
    " ON o.id = t.id AND o.locale <> t.locale WHERE t.id = ?1"

/* Of the sister cities of the city where the kiosk stands the one whose tie is the first, or the
 * last: by its date alone, and where no other has the same. */
#define TIES_OF_HOME \
    " relations WHERE city = (SELECT value FROM info WHERE key = 'home') AND kind = 'sister'" \
    " AND status <> 'planned' AND since <> ''"
#define CALLED_BY_TIE(use, which) \
    " UNION ALL SELECT 'n', '', replace(t.terms, '|', char(10)) FROM synonyms s" \
    " JOIN synonyms_text t ON t.id = s.id WHERE s.use = '" use "'" \
    " AND (SELECT count(*) FROM" TIES_OF_HOME " AND since = (SELECT " which "(since) FROM" TIES_OF_HOME \
    ")) = 1 AND ?1 = (SELECT partner FROM" TIES_OF_HOME " AND since = (SELECT " which "(since) FROM" \
    TIES_OF_HOME "))"

/* The keywords are words for what a column says: the rows of the synonyms that have a use. */
static const char city_pieces[] =
    "SELECT 't', locale, name FROM cities_text WHERE id = ?1"
    " UNION ALL SELECT 'n', '', written FROM cities WHERE id = ?1"
    " UNION ALL SELECT 'n', '', reading_ja FROM cities WHERE id = ?1"
    NAMES_OF("cities")
    CALLED_BY_TIE("relation-first", "min")
    CALLED_BY_TIE("relation-latest", "max")
    " UNION ALL SELECT 'd', locale, region FROM cities_text WHERE id = ?1"
    " UNION ALL SELECT 'd', t.locale, t.name FROM cities c"
    " JOIN countries_text t ON t.id = c.country WHERE c.id = ?1"
    " UNION ALL SELECT 'k', '', n.reading_ja FROM cities c"
    " JOIN countries n ON n.id = c.country WHERE c.id = ?1"
    " UNION ALL SELECT 'l', locale, lead FROM cities_text WHERE id = ?1"
    FACTS_OF("cities")
    " UNION ALL SELECT 'l', locale, note FROM cities_text WHERE id = ?1"
    " UNION ALL SELECT 'l', t.locale, t.background || ' ' || t.reason || ' ' || t.note"
    " FROM relations r JOIN relations_text t ON t.id = r.id WHERE r.partner = ?1"
    " UNION ALL SELECT 'l', t.locale, t.text FROM relations r"
    " JOIN facts f ON f.subject = 'relations/' || r.id"
    " JOIN facts_text t ON t.id = f.id WHERE r.partner = ?1"
    " UNION ALL SELECT 'a', '', since FROM relations WHERE partner = ?1"
    " UNION ALL SELECT 'k', '', k.words FROM relations r"
    " JOIN temp.search_keywords k ON k.use IN ('relation-' || r.kind, 'relation-' || r.status)"
    " WHERE r.partner = ?1";

static const char article_pieces[] =
    "SELECT 't', locale, title FROM articles_text WHERE id = ?1"
    " UNION ALL SELECT 'd', t.locale, t.name FROM articles a"
    " JOIN people_text t ON t.id = a.speaker WHERE a.id = ?1"
    /* a talk is called by who gave it, and by who was there */
    " UNION ALL SELECT 'n', '', t.name FROM people_text t JOIN articles a ON a.id = ?1"
    " WHERE a.kind = 'talks' AND (t.id = a.speaker OR EXISTS (SELECT * FROM blocks b"
    " WHERE b.article = ?1 AND b.locale = t.locale AND instr(b.text, t.name) > 0))"
    " UNION ALL SELECT 'n', '', p.reading_ja FROM people p JOIN articles a ON a.speaker = p.id"
    " WHERE a.id = ?1 AND a.kind = 'talks' AND p.reading_ja <> ''"
    " UNION ALL SELECT 'l', locale, summary FROM articles_text WHERE id = ?1"
    " UNION ALL SELECT 'k', '', coalesce(p.written, '') || ' ' || coalesce(p.reading_ja, '')"
    " FROM articles a JOIN people p ON p.id = a.speaker WHERE a.id = ?1"
    " UNION ALL SELECT 'l', t.locale, t.organisation || ' ' || t.role FROM articles a"
    " JOIN people_text t ON t.id = a.speaker WHERE a.id = ?1"
    " UNION ALL SELECT 'w', '', as_of FROM articles WHERE id = ?1 AND kind = 'talks'"
    " UNION ALL SELECT 'c', '', cities FROM articles WHERE id = ?1"
    " UNION ALL SELECT 'l', t.locale, t.title FROM articles a"
    " JOIN checklists c ON c.list = a.checklist"
    " JOIN checklists_text t ON t.id = c.id WHERE a.id = ?1"
    " UNION ALL SELECT 'k', '', k.words FROM articles a"
    " JOIN temp.search_keywords k ON k.use = 'article-checklist'"
    " WHERE a.id = ?1 AND a.checklist <> ''"
    /* fields of a form are boxes on the screen; here they are their names */
    " UNION ALL SELECT * FROM (SELECT 'l', locale, replace(replace(text, '{', ''), '}', '')"
    " FROM blocks WHERE article = ?1"
    " AND kind <> 'source'"
    " ORDER BY locale, position)";
#define ARTICLE_HEADS(of) "SELECT id, id FROM articles WHERE kind = '" of "' ORDER BY position, id"

static const char term_pieces[] =
    "SELECT 't', locale, term FROM glossary_text WHERE id = ?1"
    " UNION ALL SELECT 'n', '', reading_ja FROM glossary WHERE id = ?1"
    " UNION ALL SELECT 'n', '', roman_ja FROM glossary WHERE id = ?1"
    " UNION ALL SELECT 'n', '', roman_ko FROM glossary WHERE id = ?1"
    " UNION ALL SELECT 'n', '', hanja_ko FROM glossary WHERE id = ?1"
    NAMES_OF("glossary")
    OTHER_LANGUAGES("glossary_text", "term")
    " UNION ALL SELECT 'l', locale, definition FROM glossary_text WHERE id = ?1"
    " UNION ALL SELECT 'l', locale, note FROM glossary_text WHERE id = ?1";

static const char phrase_pieces[] =
    "SELECT 't', locale, text FROM phrases_text WHERE id = ?1"
    " UNION ALL SELECT 'n', '', reading_ja FROM phrases WHERE id = ?1"
    " UNION ALL SELECT 'n', '', roman_ja FROM phrases WHERE id = ?1"
    " UNION ALL SELECT 'n', '', roman_ko FROM phrases WHERE id = ?1"
    " UNION ALL SELECT 'n', '', hangul_ja FROM phrases WHERE id = ?1"
    " UNION ALL SELECT 'n', '', kana_ko FROM phrases WHERE id = ?1"
    NAMES_OF("phrases")
    OTHER_LANGUAGES("phrases_text", "text")
    " UNION ALL SELECT 'l', locale, note FROM phrases_text WHERE id = ?1";

static const char school_pieces[] =
    "SELECT 't', locale, name FROM schools_text WHERE id = ?1"
    " UNION ALL SELECT 'n', '', written FROM schools WHERE id = ?1"
    " UNION ALL SELECT 'n', '', reading_ja FROM schools WHERE id = ?1"
    NAMES_OF("schools")
    " UNION ALL SELECT 'd', t.locale, t.name FROM schools s"
    " JOIN cities_text t ON t.id = s.city WHERE s.id = ?1"
    " UNION ALL SELECT 'd', t.locale, t.name FROM schools s"
    " JOIN countries_text t ON t.id = s.country WHERE s.id = ?1"
    " UNION ALL SELECT 'l', t.locale, p.name || ' ' || t.field FROM school_links l"
    " JOIN school_links_text t ON t.id = l.id"
    " JOIN schools_text p ON p.locale = t.locale"
    " AND p.id = CASE l.school WHEN ?1 THEN l.partner ELSE l.school END"
    " WHERE ?1 IN (l.school, l.partner)"
    " UNION ALL SELECT 'l', locale, note FROM schools_text WHERE id = ?1"
    " UNION ALL SELECT 'a', '', date FROM school_links WHERE ?1 IN (school, partner)"
    " UNION ALL SELECT 'c', '', city FROM schools WHERE id = ?1";

static const char figure_pieces[] =
    "SELECT 't', locale, label FROM figures_text WHERE id = ?1"
    " UNION ALL SELECT 'd', t.locale, t.name FROM figures f"
    " JOIN cities_text t ON 'cities/' || t.id = f.subject WHERE f.id = ?1"
    " UNION ALL SELECT 'w', '', as_of FROM figures WHERE id = ?1"
    " UNION ALL SELECT 'k', '', value FROM figures WHERE id = ?1" // beside each other they are one
    " UNION ALL SELECT 'k', '', written FROM figures WHERE id = ?1 AND written IS NOT NULL"
    " UNION ALL SELECT 'l', locale, note FROM figures_text WHERE id = ?1"
    " UNION ALL SELECT 'c', '', substr(subject, 8) FROM figures"
    " WHERE id = ?1 AND subject LIKE 'cities/%'";

/* The page of all holidays, called as the source of the days is; found by the name of each, too. */
static const char holiday_pieces[] =
    "SELECT 't', locale, title FROM sections_text WHERE id = ?1"
    " UNION ALL SELECT DISTINCT 'l', t.locale, t.name FROM holidays h JOIN holidays_text t"
    " ON t.id = h.id WHERE h.source = ?1"
    " UNION ALL SELECT DISTINCT 'a', '', substr(date, 1, 4) FROM holidays WHERE source = ?1";

/* One holiday through the years: the days of a country that have the same names, but for what stands
 * in for another. By its name the page of all is found. */
static const char day_heads[] =
    "SELECT id, 'holidays/' || id FROM (SELECT id, date_sort, nth, row_number() OVER"
    " (PARTITION BY country, names ORDER BY date_sort, nth) AS place FROM (SELECT h.id, h.country,"
    " h.date_sort, h.rowid AS nth, (SELECT group_concat(name, char(10)) FROM (SELECT name FROM"
    " holidays_text t WHERE t.id = h.id ORDER BY t.locale)) AS names FROM holidays h"
    " WHERE h.kind <> 'substitute')) WHERE place = 1 ORDER BY date_sort, nth";
static const char day_pieces[] =
    "SELECT 't', locale, name FROM holidays_text WHERE id = ?1"
    " UNION ALL SELECT 'd', t.locale, t.name FROM holidays h JOIN countries_text t"
    " ON t.id = h.country WHERE h.id = ?1"
    " UNION ALL SELECT 'a', '', other.date FROM holidays h JOIN holidays other"
    " ON other.country = h.country AND other.kind <> 'substitute' WHERE h.id = ?1 AND NOT EXISTS"
    " (SELECT 1 FROM holidays_text a JOIN holidays_text b ON b.locale = a.locale"
    " WHERE a.id = h.id AND b.id = other.id AND b.name <> a.name)";

static const char event_pieces[] =
    "SELECT 't', locale, title FROM events_text WHERE id = ?1"
    " UNION ALL SELECT 'w', '', date FROM events WHERE id = ?1"
    " UNION ALL SELECT 'd', t.locale, t.name FROM events e"
    " JOIN cities_text t ON t.id = e.city WHERE e.id = ?1"
    " UNION ALL SELECT 'l', locale, detail || ' ' || note FROM events_text WHERE id = ?1"
    " UNION ALL SELECT 'p', '', city FROM events WHERE id = ?1"
    " UNION ALL SELECT 'c', '', r.city FROM events e"
    " JOIN relations r ON r.id = e.relation WHERE e.id = ?1";

const struct search_kind search_kinds[] = {
    {"city", "cities", true,
        "SELECT id, 'cities/' || id FROM cities WHERE role <> 'mentioned' ORDER BY CASE role"
        " WHEN 'home' THEN 0 WHEN 'sister' THEN 1 WHEN 'friendship' THEN 2"
        " WHEN 'prospective' THEN 3 ELSE 4 END, position, id",
        city_pieces},
    {"guide", "", true, ARTICLE_HEADS("guides"), article_pieces},
    {"case", "", true, ARTICLE_HEADS("cases"), article_pieces},
    {"report", "", true, ARTICLE_HEADS("reports"), article_pieces},
    {"talk", "", true, ARTICLE_HEADS("talks"), article_pieces},
    {"term", "glossary", true, "SELECT id, 'glossary/' || id FROM glossary ORDER BY category, position, id",
        term_pieces},
    {"phrase", "phrases", true, "SELECT id, 'phrases/' || id FROM phrases ORDER BY position, category, id",
        phrase_pieces},
    {"school", "schools", true,
        "SELECT s.id, 'schools/' || s.id FROM schools s LEFT JOIN cities c ON c.id = s.city"
        " ORDER BY c.role IS NOT 'home', s.position, s.id",
        school_pieces},
    {"city", "cities", true,
        "SELECT id, 'cities/' || id FROM cities WHERE role = 'mentioned' ORDER BY position, id",
        city_pieces},
    {"holiday", "holidays", true, "SELECT DISTINCT source, 'holidays' FROM holidays",
        holiday_pieces},
    {"figure", "figures", false,
        "SELECT id, 'statistics?figure=' || id FROM figures ORDER BY \"group\", position, id",
        figure_pieces},
    {"event", "events", false,
        "SELECT e.id, 'cities/' || e.city || '?event=' || e.id FROM events e"
        " ORDER BY e.relation IS NULL, e.date_sort, e.id",
        event_pieces},
    {"holiday", "holidays", true, day_heads, day_pieces, true},
    {0},
};
/* clang-format on */
