/* Every question the app asks. ?1 is the locale wherever texts are read. Columns come in the order
 * in which the reading function fills its struct. */
#include "content/store/store_private.h"

#define SECTION_COLUMNS                                                                   \
    "SELECT s.id, t.title, t.note, s.source_id, d.kind, dt.title, dt.publisher, dt.note," \
    " d.date, p.name, s.position FROM sections s"                                         \
    " JOIN sections_text t ON t.id = s.id AND t.locale = ?1"                              \
    " JOIN sources d ON d.id = s.source_id"                                               \
    " JOIN sources_text dt ON dt.id = d.id AND dt.locale = ?1"                            \
    " LEFT JOIN people_text p ON p.id = s.speaker AND p.locale = ?1"

/* The relation shown with a city is the first one it has with the home city. */
#define CITY_COLUMNS                                                                          \
    "SELECT c.id, c.country, n.name, c.kind, c.role, t.name, c.reading_ja, t.region, t.lead," \
    " t.note, c.written, c.source, r.id, r.kind, r.status, r.since, c.latitude, c.longitude," \
    " (SELECT count(*) FROM events e WHERE e.city = c.id)"                                    \
    " FROM cities c"                                                                          \
    " JOIN cities_text t ON t.id = c.id AND t.locale = ?1"                                    \
    " JOIN countries_text n ON n.id = c.country AND n.locale = ?1"                            \
    " LEFT JOIN relations r ON r.id = (SELECT q.id FROM relations q WHERE q.partner = c.id"   \
    " AND q.city = (SELECT value FROM info WHERE key = 'home') ORDER BY q.position, q.id LIMIT 1)"

#define EVENT_COLUMNS                                                             \
    "SELECT e.id, e.city, c.name, e.relation, e.kind, t.title, t.detail, t.note," \
    " e.source, e.date, e.count, e.outbound, e.inbound FROM events e"             \
    " JOIN events_text t ON t.id = e.id AND t.locale = ?1"                        \
    " JOIN cities_text c ON c.id = e.city AND c.locale = ?1"
#define EVENT_WHERE                                                      \
    " AND (?4 = '' OR e.kind = ?4) AND (?2 = '' OR e.city = ?2)"         \
    " AND (?3 = '' OR e.relation = ?3)"                                  \
    " AND (?5 = 0 OR e.date_to >= ?5) AND (?6 = 0 OR e.date_from <= ?6)" \
    " ORDER BY e.date_sort, e.position, e.id"

#define FIGURE_COLUMNS                                                                 \
    "SELECT f.id, f.subject, f.\"group\", t.label, t.note, f.source, f.value, f.unit," \
    " f.written, f.total, f.percent, f.percent_of, f.as_of FROM figures f"             \
    " JOIN figures_text t ON t.id = f.id AND t.locale = ?1"
#define FIGURE_ORDER " ORDER BY f.\"group\", f.position, f.id"

#define ARTICLE_COLUMNS                                                                  \
    "SELECT a.kind, a.slug, t.title, t.summary, a.source, a.as_of, a.speaker, a.cities," \
    " a.checklist, a.figures, a.events, a.agenda_only, a.position FROM articles a"       \
    " JOIN articles_text t ON t.id = a.id AND t.locale = ?1"

const char *const store_sql[QUERY_COUNT] = {
    [QUERY_INFO] = "SELECT (SELECT value FROM info WHERE key = 'home'),"
                   " (SELECT value FROM info WHERE key = 'content_hash'),"
                   " (SELECT count(*) FROM cities), (SELECT count(*) FROM events),"
                   " (SELECT count(*) FROM articles), (SELECT count(*) FROM glossary),"
                   " (SELECT count(*) FROM phrases)",
    [QUERY_SECTIONS] = SECTION_COLUMNS " ORDER BY s.position, s.id",
    [QUERY_SECTION] = SECTION_COLUMNS " WHERE s.id = ?2",
    [QUERY_CITIES] = CITY_COLUMNS
    " WHERE CASE WHEN ?2 = '' THEN c.role <> 'mentioned' ELSE c.role = ?2 END"
    " ORDER BY CASE c.role WHEN 'home' THEN 0 WHEN 'sister' THEN 1 WHEN 'friendship' THEN 2"
    " WHEN 'prospective' THEN 3 ELSE 4 END, c.position, c.id",
    [QUERY_CITY] = CITY_COLUMNS " WHERE c.id = ?2",
    [QUERY_NAMES] = "SELECT lang, kind, text, source FROM names WHERE record = ?1 ORDER BY rowid",
    [QUERY_RELATIONS] = "SELECT r.id, r.city, r.partner, c.name, p.name, r.kind, r.status,"
                        " t.background, t.reason, t.note, r.source, r.since FROM relations r"
                        " JOIN relations_text t ON t.id = r.id AND t.locale = ?1"
                        " JOIN cities_text c ON c.id = r.city AND c.locale = ?1"
                        " JOIN cities_text p ON p.id = r.partner AND p.locale = ?1"
                        " WHERE r.city = ?2 OR r.partner = ?2 ORDER BY r.position, r.id",
    [QUERY_EVENTS] = EVENT_COLUMNS " WHERE 1" EVENT_WHERE,
    [QUERY_EVENTS_OF_CITY] = EVENT_COLUMNS " WHERE e.city = ?2" EVENT_WHERE,
    [QUERY_EVENTS_OF_RELATION] = EVENT_COLUMNS " WHERE e.relation = ?3" EVENT_WHERE,
    [QUERY_FACTS] = "SELECT f.id, f.kind, t.text, t.note, f.source FROM facts f"
                    " JOIN facts_text t ON t.id = f.id AND t.locale = ?1"
                    " WHERE f.subject = ?2 ORDER BY f.position, f.rowid",
    [QUERY_FIGURES] = FIGURE_COLUMNS FIGURE_ORDER,
    [QUERY_FIGURES_OF_SUBJECT] =
        FIGURE_COLUMNS " WHERE f.subject = ?2 AND (?3 = '' OR f.\"group\" = ?3)" FIGURE_ORDER,
    [QUERY_FIGURES_OF_GROUP] = FIGURE_COLUMNS " WHERE f.\"group\" = ?3" FIGURE_ORDER,
    [QUERY_SCHOOL_LINKS] =
        "SELECT l.id, l.school, st.name, s.level, l.partner, pt.name, p.reading_ja, p.written,"
        " p.level, p.country, n.name, t.field, t.note, pt.note, l.source, l.date"
        " FROM school_links l"
        " JOIN school_links_text t ON t.id = l.id AND t.locale = ?1"
        " JOIN schools s ON s.id = l.school"
        " JOIN schools_text st ON st.id = s.id AND st.locale = ?1"
        " JOIN schools p ON p.id = l.partner"
        " JOIN schools_text pt ON pt.id = p.id AND pt.locale = ?1"
        " JOIN countries_text n ON n.id = p.country AND n.locale = ?1"
        " ORDER BY l.position, l.rowid",
    [QUERY_TERMS] =
        "SELECT g.id, g.category, t.term, t.definition, t.note, g.source, ko.term, ja.term,"
        " en.term, g.reading_ja, g.roman_ja, g.roman_ko, g.hanja_ko FROM glossary g"
        " JOIN glossary_text t ON t.id = g.id AND t.locale = ?1"
        " JOIN glossary_text ko ON ko.id = g.id AND ko.locale = 'ko'"
        " JOIN glossary_text ja ON ja.id = g.id AND ja.locale = 'ja'"
        " JOIN glossary_text en ON en.id = g.id AND en.locale = 'en'"
        " ORDER BY g.category, g.position, g.rowid",
    [QUERY_PHRASES] =
        "SELECT p.id, p.category, t.note, p.source, ko.text, ja.text, en.text, p.reading_ja,"
        " p.roman_ja, p.roman_ko, p.hangul_ja, p.kana_ko FROM phrases p"
        " JOIN phrases_text t ON t.id = p.id AND t.locale = ?1"
        " JOIN phrases_text ko ON ko.id = p.id AND ko.locale = 'ko'"
        " JOIN phrases_text ja ON ja.id = p.id AND ja.locale = 'ja'"
        " JOIN phrases_text en ON en.id = p.id AND en.locale = 'en'"
        " ORDER BY p.position, p.rowid",
    [QUERY_CHECKLIST] = "SELECT c.id, c.list, t.title, t.detail, t.note, c.offset, c.source"
                        " FROM checklists c"
                        " JOIN checklists_text t ON t.id = c.id AND t.locale = ?1"
                        " WHERE c.list = ?2 ORDER BY c.position, c.rowid",
    [QUERY_PEOPLE] = "SELECT p.id, t.name, p.reading_ja, t.organisation, t.role, t.note,"
                     " p.written, p.source FROM people p"
                     " JOIN people_text t ON t.id = p.id AND t.locale = ?1"
                     " ORDER BY p.position, p.id",
    [QUERY_ARTICLES] = ARTICLE_COLUMNS " WHERE a.kind = ?2 ORDER BY a.position, a.id",
    [QUERY_ARTICLE] = ARTICLE_COLUMNS " WHERE a.id = ?2 || '/' || ?3",
    [QUERY_BLOCKS] = "SELECT text, kind, level, number, position FROM blocks"
                     " WHERE article = ?2 || '/' || ?3 AND locale = ?1 ORDER BY position",
    [QUERY_MARKS] = "SELECT argument, kind, start, \"end\", block FROM marks"
                    " WHERE article = ?2 || '/' || ?3 AND locale = ?1 ORDER BY block, position",
};
