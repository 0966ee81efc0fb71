/* Every question the app asks. ?1 is the locale wherever texts are read. Columns come in the order
 * in which the reading function fills its struct. */
#include "content/store/store_private.h"

/* The rows of a window, one step a row: the listing leads, and the joins follow it. */
#define WINDOW(alias) " FROM listings l CROSS JOIN " alias
#define IN_WINDOW " WHERE l.name = ?2 AND l.place >= ?3 AND l.place < ?4 ORDER BY l.place"

#define SECTION_COLUMNS                                                                   \
    "SELECT s.id, t.title, t.note, s.source_id, d.kind, dt.title, dt.publisher, dt.note," \
    " d.date, p.name, s.position"
#define SECTION_JOINS                                          \
    " JOIN sections_text t ON t.id = s.id AND t.locale = ?1"   \
    " JOIN sources d ON d.id = s.source_id"                    \
    " JOIN sources_text dt ON dt.id = d.id AND dt.locale = ?1" \
    " LEFT JOIN people_text p ON p.id = s.speaker AND p.locale = ?1"

/* The relation shown with a city is the first one it has with the home city. */
#define CITY_COLUMNS                                                                           \
    "SELECT c.id, c.country, n.name, c.kind, c.role, t.name, c.reading_ja, t.region, t.lead,"  \
    " t.note, c.written, c.source, c.time_zone, r.id, r.kind, r.status, r.since, c.latitude, " \
    "c.longitude,"                                                                             \
    " (SELECT size FROM listing_sizes WHERE name = 'events/city/' || c.id)"
#define CITY_JOINS                                                                          \
    " JOIN cities_text t ON t.id = c.id AND t.locale = ?1"                                  \
    " JOIN countries_text n ON n.id = c.country AND n.locale = ?1"                          \
    " LEFT JOIN relations r ON r.id = (SELECT q.id FROM relations q WHERE q.partner = c.id" \
    " AND q.city = (SELECT value FROM info WHERE key = 'home') ORDER BY q.position, q.id LIMIT 1)"

#define EVENT_COLUMNS                                                             \
    "SELECT e.id, e.city, c.name, e.relation, e.kind, t.title, t.detail, t.note," \
    " e.source, (SELECT country FROM cities WHERE id = e.city), e.date, e.count," \
    " e.outbound, e.inbound"
#define EVENT_JOINS                                        \
    " JOIN events_text t ON t.id = e.id AND t.locale = ?1" \
    " JOIN cities_text c ON c.id = e.city AND c.locale = ?1"

#define FIGURE_COLUMNS                                                                 \
    "SELECT f.id, f.subject, f.\"group\", t.label, t.note, f.source, f.value, f.unit," \
    " f.written, f.total, f.percent, f.percent_of, f.country, cn.name, f.as_of"
#define FIGURE_JOINS                                                               \
    " LEFT JOIN cities_text cn ON cn.id = substr(f.subject, 8) AND cn.locale = ?1" \
    " AND f.subject LIKE 'cities/%'"                                               \
    " JOIN figures_text t ON t.id = f.id AND t.locale = ?1"

#define ARTICLE_COLUMNS                                                                  \
    "SELECT a.kind, a.slug, t.title, t.summary, a.source, a.as_of, a.speaker, a.cities," \
    " a.checklist, a.figures, a.events, a.agenda_only, a.position"
#define ARTICLE_JOINS " JOIN articles_text t ON t.id = a.id AND t.locale = ?1"

#define TERM_COLUMNS                                                                     \
    "SELECT g.id, g.category, t.term, t.definition, t.note, g.source, ko.term, ja.term," \
    " en.term, g.reading_ja, g.roman_ja, g.roman_ko, g.hanja_ko"
#define TERM_JOINS                                                \
    " JOIN glossary_text t ON t.id = g.id AND t.locale = ?1"      \
    " JOIN glossary_text ko ON ko.id = g.id AND ko.locale = 'ko'" \
    " JOIN glossary_text ja ON ja.id = g.id AND ja.locale = 'ja'" \
    " JOIN glossary_text en ON en.id = g.id AND en.locale = 'en'"

#define PHRASE_COLUMNS                                                                    \
    "SELECT p.id, p.category, t.note, p.source, ko.text, ja.text, en.text, p.reading_ja," \
    " p.roman_ja, p.roman_ko, p.hangul_ja, p.kana_ko"
#define PHRASE_JOINS                                             \
    " JOIN phrases_text t ON t.id = p.id AND t.locale = ?1"      \
    " JOIN phrases_text ko ON ko.id = p.id AND ko.locale = 'ko'" \
    " JOIN phrases_text ja ON ja.id = p.id AND ja.locale = 'ja'" \
    " JOIN phrases_text en ON en.id = p.id AND en.locale = 'en'"

const char *const store_sql[QUERY_COUNT] = {
    [QUERY_INFO] = "SELECT (SELECT value FROM info WHERE key = 'home'),"
                   " (SELECT value FROM info WHERE key = 'content_hash'),"
                   " (SELECT sum(size) FROM listing_sizes WHERE name = 'cities'"
                   " OR name = 'cities/mentioned/' || ?1),"
                   " (SELECT size FROM listing_sizes WHERE name = 'events'),"
                   " (SELECT sum(size) FROM listing_sizes WHERE name IN ('articles/guides/' || ?1,"
                   " 'articles/cases/' || ?1, 'articles/talks/' || ?1, 'articles/reports/' || ?1)),"
                   " (SELECT sum(size) FROM listing_sizes WHERE name > 'glossary/'"
                   " AND name < 'glossary0' AND name GLOB '*/' || ?1),"
                   " (SELECT sum(size) FROM listing_sizes WHERE name > 'phrases/'"
                   " AND name < 'phrases0' AND name GLOB '*/' || ?1),"
                   " (SELECT value FROM info WHERE key = 'original')",
    [QUERY_SECTIONS] = SECTION_COLUMNS WINDOW("sections s ON s.id = l.id") SECTION_JOINS IN_WINDOW,
    [QUERY_SECTION] = SECTION_COLUMNS " FROM sections s" SECTION_JOINS " WHERE s.id = ?2",
    [QUERY_WORDS] = "SELECT l.word, l.form, l.tone, t.name, t.locale, l.rowid"
                    " FROM (SELECT *, rowid FROM lists WHERE id > ?1 || '/' AND id < ?1 || '0'"
                    " ORDER BY position IS NULL, position, rowid LIMIT ?2) l"
                    " JOIN lists_text t ON t.id = l.id"
                    " ORDER BY l.position IS NULL, l.position, l.rowid",
    [QUERY_KEPT_FILTER] = "SELECT bits FROM kept_filter",
    [QUERY_KEPT_WORDS] = "SELECT word FROM kept_words WHERE kind = ?1 AND word >= ?2"
                         " AND word < ?2 || char(1114111) ORDER BY word LIMIT ?3",
    [QUERY_LISTING_SIZE] = "SELECT size FROM listing_sizes WHERE name = ?1",
    [QUERY_LISTING_PLACE] = "SELECT place FROM listings WHERE name = ?1 AND id = ?2",
    [QUERY_LISTING_HEADINGS] =
        "SELECT heading, place FROM listing_headings WHERE name = ?1 AND place >= ?2"
        " AND place < ?3 ORDER BY place",
    [QUERY_LISTING_IDS] = "SELECT l.id FROM listings l WHERE l.name = ?2 AND l.place >= ?3"
                          " AND l.place < ?4 ORDER BY l.place",
    [QUERY_CITIES] = CITY_COLUMNS WINDOW("cities c ON c.id = l.id") CITY_JOINS IN_WINDOW,
    [QUERY_CITY] = CITY_COLUMNS " FROM cities c" CITY_JOINS " WHERE c.id = ?2",
    [QUERY_NAMES] = "SELECT n.lang, n.kind, n.text, n.source" WINDOW(
        "names n ON n.rowid = CAST(l.id AS INTEGER)") IN_WINDOW,
    [QUERY_RELATIONS] =
        "SELECT r.id, r.city, r.partner, c.name, p.name, r.kind, r.status,"
        " t.background, t.reason, t.note, r.source, r.since" WINDOW(
            "relations r ON r.id = l.id") " JOIN relations_text t ON t.id = r.id AND t.locale = ?1"
                                          " JOIN cities_text c ON c.id = r.city AND c.locale = ?1"
                                          " JOIN cities_text p ON p.id = r.partner AND p.locale = "
                                          "?1" IN_WINDOW,
    [QUERY_EVENTS] = EVENT_COLUMNS WINDOW("events e ON e.id = l.id") EVENT_JOINS IN_WINDOW,
    [QUERY_VISITS] = "SELECT sum(e.outbound + e.inbound), sum(e.outbound), sum(e.inbound)"
                     " FROM listings l JOIN events e ON e.id = l.id"
                     " WHERE l.name = 'events/city/' || ?1"
                     " AND e.outbound IS NOT NULL AND e.inbound IS NOT NULL",
    [QUERY_HOLIDAYS] =
        "SELECT h.id, h.country, n.name, h.kind, h.certainty, t.name, t.note, h.source, "
        "h.date" WINDOW("holidays h ON h.id = l.id") " JOIN holidays_text t ON t.id = h.id AND"
                                                     " t.locale = ?1 JOIN countries_text n ON n.id "
                                                     "= h.country AND n.locale = ?1" IN_WINDOW,
    /* as listing_index.h says: the days of a country that have the same name */
    [QUERY_HOLIDAY_FIRST] =
        "SELECT f.id FROM holidays h JOIN holidays_text a ON a.id = h.id AND a.locale = ?1"
        " JOIN holidays f ON f.country = h.country JOIN holidays_text b ON b.id = f.id"
        " AND b.locale = ?1 AND b.name = a.name JOIN listing_sizes s"
        " ON s.name = 'holidays/of/' || f.id WHERE h.id = ?2 ORDER BY f.date_sort LIMIT 1",
    [QUERY_HOLIDAY_YEARS] = "SELECT substr(name, 10) FROM listing_sizes WHERE name > 'holidays/'"
                            " AND name < 'holidays0' AND length(name) = 13 ORDER BY name",
    [QUERY_EMERGENCY_NUMBERS] =
        "SELECT e.id, e.country, n.name, e.number, t.name, t.note, e.source, c.id IS NOT NULL"
        " FROM emergency_numbers e JOIN emergency_numbers_text t ON t.id = e.id AND t.locale = ?1"
        " JOIN countries_text n ON n.id = e.country AND n.locale = ?1"
        " LEFT JOIN cities c ON c.id = (SELECT value FROM info WHERE key = 'home')"
        " AND c.country = e.country ORDER BY c.id IS NULL, e.country, e.position, e.id",
    [QUERY_FACTS] = "SELECT f.id, f.kind, t.text, t.note, f.source" WINDOW(
        "facts f ON f.id = l.id") " JOIN facts_text t ON t.id = f.id AND t.locale = ?1" IN_WINDOW,
    [QUERY_FIGURES] = FIGURE_COLUMNS WINDOW("figures f ON f.id = l.id") FIGURE_JOINS IN_WINDOW,
    [QUERY_SCHOOL_LINKS] =
        "SELECT k.id, k.school, st.name, s.level, k.partner, pt.name, p.reading_ja, p.written,"
        " p.level, p.country, n.name, t.field, t.note, pt.note, k.source, k.date" WINDOW(
            "school_links k ON k.id = l.id") " JOIN school_links_text t ON t.id = k.id AND "
                                             "t.locale = ?1"
                                             " JOIN schools s ON s.id = k.school"
                                             " JOIN schools_text st ON st.id = s.id AND st.locale "
                                             "= ?1"
                                             " JOIN schools p ON p.id = k.partner"
                                             " JOIN schools_text pt ON pt.id = p.id AND pt.locale "
                                             "= ?1"
                                             " JOIN countries_text n ON n.id = p.country AND "
                                             "n.locale = ?1" IN_WINDOW,
    [QUERY_TERMS] = TERM_COLUMNS WINDOW("glossary g ON g.id = l.id") TERM_JOINS IN_WINDOW,
    [QUERY_TERM] = TERM_COLUMNS " FROM glossary g" TERM_JOINS " WHERE g.id = ?2",
    [QUERY_PHRASES] = PHRASE_COLUMNS WINDOW("phrases p ON p.id = l.id") PHRASE_JOINS IN_WINDOW,
    [QUERY_PHRASE] = PHRASE_COLUMNS " FROM phrases p" PHRASE_JOINS " WHERE p.id = ?2",
    [QUERY_CHECKLIST] =
        "SELECT c.id, c.list, t.title, t.detail, t.note, c.offset, c.planned, c.letter, "
        "c.source" WINDOW("checklists c ON c.id = l.id") " JOIN checklists_text t ON t.id = c.id"
                                                         " AND t.locale = ?1" IN_WINDOW,
    [QUERY_PEOPLE] =
        "SELECT p.id, t.name, p.reading_ja, t.organisation, t.role, t.note,"
        " p.written, p.source" WINDOW("people p ON p.id = l.id") " JOIN people_text t ON t.id = "
                                                                 "p.id AND t.locale = ?1" IN_WINDOW,
    [QUERY_ARTICLES] = ARTICLE_COLUMNS WINDOW("articles a ON a.id = l.id") ARTICLE_JOINS IN_WINDOW,
    [QUERY_ARTICLE] =
        ARTICLE_COLUMNS " FROM articles a" ARTICLE_JOINS " WHERE a.id = ?2 || '/' || ?3",
    [QUERY_PICTURE] = "SELECT p.id, t.credit, t.alt, t.note, p.licence, f.width, f.height,"
                      " p.focal_x, p.focal_y, f.bytes"
                      " FROM pictures p JOIN pictures_text t ON t.id = p.id AND t.locale = ?1"
                      " JOIN picture_files f ON f.file = p.file WHERE p.file = ?2",
    [QUERY_PICTURES_OF] = "SELECT p.file, f.width, f.height FROM pictures p"
                          " JOIN picture_files f ON f.file = p.file"
                          " WHERE p.subject = ?1 AND p.kind = ?2 ORDER BY p.id",
    [QUERY_PICTURE_DISCS] = "SELECT text, x, y, radius FROM picture_discs WHERE picture = ?1"
                            " ORDER BY position",
    [QUERY_BLOCKS] = "SELECT text, kind, level, number, position FROM blocks"
                     " WHERE article = ?2 || '/' || ?3 AND locale = ?1 ORDER BY position",
    [QUERY_MARKS] = "SELECT argument, kind, start, \"end\", block FROM marks"
                    " WHERE article = ?2 || '/' || ?3 AND locale = ?1 ORDER BY block, position",
};
