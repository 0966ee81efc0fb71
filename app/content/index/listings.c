#include "content/listing_index.h"

#include "base/check.h"
#include "content/kept_words.h"
#include "i18n/index.h"

#define ADD "INSERT INTO listings "
#define PLACE(partition, order) "row_number() OVER (" partition " ORDER BY " order ") - 1"

#define TEXT_OF(number) #number
#define TEXT(number) TEXT_OF(number)
#define LANES_MOST TEXT(LISTING_LANES)
#define LANES_OWN TEXT(LISTING_LANES) " - 1"

#define OF_HOME                                                                             \
    " FROM events e JOIN relations r ON r.id = e.relation JOIN cities h ON h.role = 'home'" \
    " WHERE h.id IN (r.city, r.partner)"

static const char *const by_sources[] = {
    ADD "SELECT 'events', " PLACE("", "date_sort, position, id") ", id FROM events",
    ADD "SELECT 'events/city/' || city, " PLACE(
        "PARTITION BY city", "date_sort, position, id") ", id FROM events",
    ADD "SELECT 'events/relation/' || relation, " PLACE(
        "PARTITION BY relation", "date_sort, position, id") ", id FROM events"
                                                            " WHERE relation IS NOT NULL",
    /* of the home city and its partners alone, of which month and day are known */
    ADD "SELECT 'events/day/' || substr(e.date, 6, 5), " PLACE("PARTITION BY substr(e.date, 6, 5)",
        "e.kind <> 'agreement', e.date_sort, e.position, e.id") ", e.id" OF_HOME
                                                                " AND e.date LIKE '____-__-__'",
    ADD
    "SELECT 'events/month/' || substr(e.date, 6, 2), " PLACE("PARTITION BY substr(e.date, 6, 2)",
        "e.date_sort, e.position, e.id") ", e.id" OF_HOME
                                         " AND (e.date LIKE '____-__-__' OR e.date LIKE '____-__')",
    /* counted both ways; the first row has the longest bar */
    ADD "SELECT 'events/visits/' || e.kind, " PLACE("PARTITION BY e.kind",
        "max(e.outbound, e.inbound) DESC, e.outbound + e.inbound DESC, "
        "e.position, e.id") ", e.id" OF_HOME " AND e.outbound >= 0 AND e.inbound >= 0",
    ADD "SELECT 'cities', " PLACE("",
        "CASE role WHEN 'home' THEN 0 WHEN 'sister' THEN 1 WHEN 'friendship' THEN 2 ELSE 3 END,"
        " position, id") ", id FROM cities WHERE role <> 'mentioned'",
    ADD "SELECT 'relations/' || side, " PLACE(
        "PARTITION BY side", "position, id") ", id FROM (SELECT city AS side, id, position"
                                             " FROM relations UNION SELECT partner, id, position"
                                             " FROM relations)",
    ADD "SELECT 'school-links/of/' || side, " PLACE("PARTITION BY side",
        "position, id") ", id FROM (SELECT school AS side, id, position FROM school_links"
                        " UNION SELECT partner, id, position FROM school_links)",
    /* one link for each country, that with the most links first */
    ADD "SELECT 'school-links/countries', " PLACE(
        "", "links DESC, first") ", id FROM"
                                 " (SELECT p.country, count(*) AS links, k.id, "
                                 "min(coalesce(k.position, k.rowid)) AS first FROM"
                                 " school_links k JOIN schools p ON p.id = k.partner GROUP BY "
                                 "p.country)",
    /* a list keeps its commas: as JSON it is one value a word */
    ADD "SELECT 'articles/city/' || trim(j.value), " PLACE("PARTITION BY trim(j.value)",
        "CASE a.kind WHEN 'cases' THEN 0 WHEN 'reports' THEN 1 WHEN 'guides' THEN 2 ELSE 3 END,"
        " a.position, a.id") ", a.id FROM articles a,"
                             " json_each('[\"' || replace(a.cities, ',', '\",\"') || '\"]') j"
                             " WHERE a.cities <> '' GROUP BY trim(j.value), a.id",
    ADD "SELECT 'figures', " PLACE("", "\"group\", position, id") ", id FROM figures",
    ADD "SELECT 'figures/group/' || \"group\", " PLACE(
        "PARTITION BY \"group\"", "position, id") ", id FROM figures",
    ADD "SELECT 'people', " PLACE("", "position, id") ", id FROM people",
    ADD "SELECT 'sections', " PLACE("", "(SELECT s.rowid FROM sources s WHERE s.id = source_id), "
                                        "position, id") ", id FROM sections",
    ADD "SELECT 'facts/' || subject || '/' || kind, " PLACE(
        "PARTITION BY subject, kind", "position, rowid") ", id FROM facts",
    ADD "SELECT 'figures/of/' || subject, " PLACE(
        "PARTITION BY subject", "\"group\", position, id") ", id FROM figures",
    ADD "SELECT 'figures/of/' || subject || '/' || \"group\", " PLACE(
        "PARTITION BY subject, \"group\"", "position, id") ", id FROM figures",
    ADD "SELECT 'figures/glance/' || f.subject, " PLACE("PARTITION BY f.subject",
        "f.\"group\", f.position, f.id") ", f.id FROM figures f"
                                         " JOIN lists l ON l.id = 'figure-group/' || f.\"group\""
                                         " AND l.form = 'glance'",
    /* names have no ids: rows were written once, in order, and stay what they were when packed */
    ADD "SELECT 'names/' || record, " PLACE(
        "PARTITION BY record", "rowid") ", CAST(rowid AS TEXT) FROM names",
    ADD "SELECT 'names/' || record || '/official', " PLACE(
        "PARTITION BY record", "rowid") ", CAST(rowid AS TEXT) FROM names WHERE kind = 'official'",
    ADD "SELECT 'names/' || record || '/shown', " PLACE(
        "PARTITION BY record", "rowid") ", CAST(rowid AS TEXT) FROM names WHERE kind <> 'alias'",
    ADD "SELECT 'checklists/' || list, " PLACE(
        "PARTITION BY list", "position, rowid") ", id FROM checklists",
    ADD "SELECT 'plans/' || trim(j.value), " PLACE("PARTITION BY trim(j.value)",
        "c.list, c.position, c.rowid") ", c.id FROM checklists c,"
                                       " json_each('[\"' || replace(c.visit, ',', '\",\"') || "
                                       "'\"]') j"
                                       " WHERE c.visit <> '' GROUP BY trim(j.value), c.id",
    /* a city that names no countries has lists for all of them; of those the ones with times */
    ADD "SELECT 'plans', " PLACE("", "list, position, rowid") ", id FROM checklists WHERE list IN"
                                                              " (SELECT list FROM checklists"
                                                              " GROUP BY list HAVING"
                                                              " max(coalesce(visit, '')) = '' AND"
                                                              " max(coalesce(offset, planned, ''))"
                                                              " <> '')",
    ADD "SELECT 'holidays/' || substr(date, 1, 4), " PLACE(
        "PARTITION BY substr(date, 1, 4)", "date_sort, rowid") ", id FROM holidays",
    /* one holiday through the years: the days of a country that have the same names; what stands
     * in for another holiday is none of its own */
    ADD "SELECT 'holidays/of/' || first_value(id) OVER days, row_number() OVER days - 1, id"
        " FROM (SELECT h.id, h.country, h.date_sort, h.rowid AS nth, (SELECT"
        " group_concat(name, char(10)) FROM (SELECT name FROM holidays_text t WHERE t.id = h.id"
        " ORDER BY t.locale)) AS names FROM holidays h WHERE h.kind <> 'substitute')"
        " WINDOW days AS (PARTITION BY country, names ORDER BY date_sort, nth)",
    ADD "SELECT 'cities/of/' || a.id, " PLACE(
        "PARTITION BY a.id", "min(j.key)") ", trim(j.value)"
                                           " FROM articles a, json_each('[\"' || replace(a.cities, "
                                           "',', '\",\"') || '\"]') j"
                                           " WHERE a.cities <> '' GROUP BY a.id, trim(j.value)",
};

/* The lanes of the timeline: at most LISTING_LANES. Home and its partners have one each, if that
 * leaves room for the others; these share one a country, and the countries with the fewest events
 * the last one. */
static const char *const lanes[] = {
    "CREATE TEMP TABLE lane_cities AS SELECT c.id AS city, c.country AS country,"
    " c.role = 'home' OR EXISTS (SELECT 1 FROM relations r JOIN cities h ON h.role = 'home'"
    " WHERE (r.city = h.id AND r.partner = c.id) OR (r.partner = h.id AND r.city = c.id)) AS own,"
    " count(*) AS events, CASE c.role WHEN 'sister' THEN 0 WHEN 'friendship' THEN 1"
    " WHEN 'home' THEN 3 ELSE 2 END AS role, coalesce(c.position, 0) AS position"
    " FROM events e JOIN cities c ON c.id = e.city GROUP BY c.id",
    "UPDATE temp.lane_cities SET own = 0"
    " WHERE (SELECT sum(own) FROM temp.lane_cities) > " LANES_OWN,
    "CREATE TEMP TABLE lane_countries AS SELECT country, min(nth, " LANES_MOST ") AS nth,"
    " iif(nth >= " LANES_MOST " AND lanes > " LANES_MOST ", 'rest', country) AS lane"
    " FROM (SELECT country, row_number() OVER (ORDER BY sum(events) DESC, country) + own_lanes"
    " AS nth, count(*) OVER () + own_lanes AS lanes FROM temp.lane_cities,"
    " (SELECT count(*) AS own_lanes FROM temp.lane_cities WHERE own)"
    " WHERE NOT own GROUP BY country)",
    ADD "SELECT 'lanes', " PLACE(
        "", "nth, role, position, lane") ", lane FROM"
                                         " (SELECT city AS lane, 0 AS nth, role, position FROM "
                                         "temp.lane_cities WHERE own"
                                         " UNION SELECT lane, nth, 0, 0 FROM temp.lane_countries)",
    ADD "SELECT 'events/lane/' || n.lane, " PLACE("PARTITION BY n.lane",
        "e.date_sort, e.position, e.id") ", e.id FROM temp.lane_cities c"
                                         " JOIN temp.lane_countries n ON n.country = c.country"
                                         " JOIN events e ON e.city = c.city WHERE NOT c.own",
    "DROP TABLE temp.lane_cities",
    "DROP TABLE temp.lane_countries",
};

/* `family` names one listing for each value of `part`. `word` is what a row is filed under, ?1 the
 * locale. A number orders short listings, the word long ones. */
static const struct {
    const char *family, *part, *word, *order, *from;
} by_language[] = {
    {"cities/", "c.role", "coalesce(iif(?1 = 'ja', c.reading_ja, NULL), t.name)", "c.position",
        "cities c JOIN cities_text t ON t.id = c.id AND t.locale = ?1"},
    {"cities/", "'dated'", "coalesce(iif(?1 = 'ja', c.reading_ja, NULL), t.name)",
        "CASE c.role WHEN 'home' THEN 0 WHEN 'sister' THEN 1 WHEN 'friendship' THEN 2 ELSE 3 END"
        " * 1000000000 + coalesce(c.position, 0)",
        "cities c JOIN cities_text t ON t.id = c.id AND t.locale = ?1"
        " JOIN (SELECT DISTINCT city FROM events) e ON e.city = c.id AND c.role <> 'mentioned'"},
    {"glossary/", "c.category", "coalesce(iif(?1 = 'ja', c.reading_ja, NULL), t.term)", NULL,
        "glossary c JOIN glossary_text t ON t.id = c.id AND t.locale = ?1"},
    {"phrases/", "c.category", "coalesce(iif(?1 = 'ja', c.reading_ja, NULL), t.text)", "c.position",
        "phrases c JOIN phrases_text t ON t.id = c.id AND t.locale = ?1"},
    {"articles/", "c.kind", "t.title", "c.position",
        "articles c JOIN articles_text t ON t.id = c.id AND t.locale = ?1"},
    {"school-links", "''", "coalesce(iif(?1 = 'ja', s.reading_ja, NULL), t.name)", "c.position",
        "school_links c JOIN schools s ON s.id = c.school"
        " JOIN schools_text t ON t.id = s.id AND t.locale = ?1"},
    {"school-links/in/", "p.country", "coalesce(iif(?1 = 'ja', s.reading_ja, NULL), t.name)",
        "c.position",
        "school_links c JOIN schools s ON s.id = c.school JOIN schools p ON p.id = c.partner"
        " JOIN schools_text t ON t.id = s.id AND t.locale = ?1"},
};

static const char *const kept_words[] = {
    "INSERT OR IGNORE INTO kept_words SELECT 'name', name FROM cities_text",
    "INSERT OR IGNORE INTO kept_words SELECT 'name', name FROM people_text",
    "INSERT OR IGNORE INTO kept_words SELECT 'name', name FROM schools_text",
    /* a heading in another language may end its line within a term */
    "INSERT OR IGNORE INTO kept_words SELECT 'term', term FROM glossary_text WHERE locale = 'ja'",
};

static const char headings_of_years[] =
    "INSERT INTO listing_headings SELECT l.name, min(l.place), e.date_from FROM listings l"
    " JOIN listing_sizes s ON s.name = l.name JOIN events e ON e.id = l.id"
    " WHERE s.size > ?1 AND (l.name = 'events' OR l.name LIKE 'events/city/%'"
    " OR l.name LIKE 'events/lane/%') GROUP BY l.name, e.date_from";

/* A year without months stands before its January. */
#define MONTH "substr(iif(substr(e.date, 5, 1) = '-', e.date, substr(e.date, 1, 4) || '-01'), 1, 7)"
static const char headings_of_months[] =
    "INSERT INTO listing_headings SELECT 'months/' || l.name, min(l.place), " MONTH
    " FROM listings l JOIN listing_sizes s ON s.name = l.name JOIN events e ON e.id = l.id"
    " WHERE s.size > ?1 AND (l.name LIKE 'events/city/%' OR l.name LIKE 'events/lane/%')"
    " GROUP BY l.name, " MONTH;

static bool
fail(sqlite3 *db, struct err *err) {
    return err_set(err, ERR_FORMAT, "making the listings failed: %s", sqlite3_errmsg(db));
}

static bool
run(sqlite3 *db, const char *sql, const char *locale, struct err *err) {
    sqlite3_stmt *statement = NULL;
    bool ok = sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK;
    if (ok && locale) {
        sqlite3_bind_text(statement, 1, locale, -1, SQLITE_STATIC);
    } else if (ok && sqlite3_bind_parameter_count(statement) > 0) {
        sqlite3_bind_int(statement, 1, LISTING_LONG);
    }
    ok = ok && sqlite3_step(statement) == SQLITE_DONE;
    ok = ok || fail(db, err);
    sqlite3_finalize(statement);
    return ok;
}

/* Rows of one family in one language: filed by word where their listing is long. */
static bool
build_family(sqlite3 *db, size_t i, const char *locale, struct err *err) {
    struct arena arena;
    arena_init(&arena);
    const char *order = by_language[i].order ? by_language[i].order : "0";
    struct str rows = arena_printf(&arena,
        "CREATE TEMP TABLE filed AS SELECT '%s' || %s || '/' || ?1 AS name, c.id AS id,"
        " %s AS word, %s AS number, c.rowid AS nth FROM %s",
        by_language[i].family, by_language[i].part, by_language[i].word, order,
        by_language[i].from);
    struct str places = arena_printf(&arena,
        ADD "SELECT f.name, row_number() OVER (PARTITION BY f.name ORDER BY"
            " iif(n.size > %d OR %d, index_key('%s', f.word), x''), f.number, f.nth) - 1, f.id"
            " FROM temp.filed f JOIN (SELECT name, count(*) AS size FROM temp.filed GROUP BY name)"
            " n ON n.name = f.name",
        LISTING_LONG, by_language[i].order == NULL, locale);
    /* a heading wherever it is another one than that of the row before */
    struct str headings = arena_printf(&arena,
        "INSERT INTO listing_headings SELECT name, place, heading FROM (SELECT l.name AS name,"
        " l.place AS place, index_heading(f.word) AS heading, lag(index_heading(f.word))"
        " OVER (PARTITION BY l.name ORDER BY l.place) AS before, count(*) OVER"
        " (PARTITION BY l.name) AS size FROM temp.filed f JOIN listings l ON l.id = f.id"
        " AND l.name = f.name) WHERE size > %d AND heading IS NOT before",
        LISTING_LONG);
    bool ok = run(db, rows.p, locale, err) && run(db, places.p, NULL, err) &&
              run(db, headings.p, NULL, err) && run(db, "DROP TABLE temp.filed", NULL, err);
    arena_finish(&arena);
    return ok;
}

static struct str
argument(sqlite3_value *value) {
    const char *text = (const char *)sqlite3_value_text(value);
    return text ? (struct str){text, (size_t)sqlite3_value_bytes(value)} : (struct str){0};
}

static void
key_function(sqlite3_context *context, int count, sqlite3_value **values) {
    struct arena arena;
    enum locale_id locale = (enum locale_id)0;
    (void)count;
    locale_from_tag(argument(values[0]), &locale);
    arena_init(&arena);
    struct str key =
        index_sort_key(sqlite3_user_data(context), &arena, locale, argument(values[1]));
    sqlite3_result_blob64(context, key.p ? key.p : "", key.n, SQLITE_TRANSIENT);
    arena_finish(&arena);
}

static void
heading_function(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    struct str heading = index_heading(argument(values[0]));
    sqlite3_result_text64(context, heading.p, heading.n, SQLITE_STATIC, SQLITE_UTF8);
}

static bool
add_functions(sqlite3 *db, struct index_order *order, struct err *err) {
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    bool ok = sqlite3_create_function_v2(
                  db, "index_key", 2, flags, order, key_function, NULL, NULL, NULL) == SQLITE_OK &&
              sqlite3_create_function_v2(db, "index_heading", 1, flags, NULL, heading_function,
                  NULL, NULL, NULL) == SQLITE_OK;
    return ok || fail(db, err);
}

/* The functions go with this call: their collators do. */
static void
remove_functions(sqlite3 *db) {
    sqlite3_create_function_v2(db, "index_key", 2, SQLITE_UTF8, NULL, NULL, NULL, NULL, NULL);
    sqlite3_create_function_v2(db, "index_heading", 1, SQLITE_UTF8, NULL, NULL, NULL, NULL, NULL);
}

static bool
write_filter(sqlite3 *db, struct err *err) {
    static const char read[] = "SELECT word FROM kept_words";
    unsigned char bits[KEPT_FILTER_BITS / 8] = {0};
    sqlite3_stmt *statement = NULL;
    bool ok = sqlite3_prepare_v2(db, read, -1, &statement, NULL) == SQLITE_OK;
    while (ok && sqlite3_step(statement) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        struct str word = {text, (size_t)sqlite3_column_bytes(statement, 0)};
        uint32_t bit = kept_bit(kept_beginning(word));
        bits[bit / 8] |= (unsigned char)(1u << bit % 8);
    }
    sqlite3_finalize(statement);
    statement = NULL;
    ok = ok && sqlite3_prepare_v2(db, "INSERT INTO kept_filter VALUES (?)", -1, &statement, NULL) ==
                   SQLITE_OK;
    ok = ok && sqlite3_bind_blob(statement, 1, bits, sizeof(bits), SQLITE_STATIC) == SQLITE_OK &&
         sqlite3_step(statement) == SQLITE_DONE;
    ok = ok || fail(db, err);
    sqlite3_finalize(statement);
    return ok;
}

static bool
write_kept_words(sqlite3 *db, struct err *err) {
    bool ok = true;
    for (size_t i = 0; ok && i < ARRAY_LEN(kept_words); i++) {
        ok = run(db, kept_words[i], NULL, err);
    }
    return ok && write_filter(db, err);
}

bool
listing_index_build(sqlite3 *db, struct err *err) {
    struct index_order *order = index_order_open();
    bool ok = add_functions(db, order, err) && run(db, "BEGIN", NULL, err);
    for (size_t i = 0; ok && i < ARRAY_LEN(by_sources); i++) {
        ok = run(db, by_sources[i], NULL, err);
    }
    for (size_t i = 0; ok && i < ARRAY_LEN(lanes); i++) {
        ok = run(db, lanes[i], NULL, err);
    }
    for (size_t i = 0; ok && i < ARRAY_LEN(by_language); i++) {
        for (int locale = 0; ok && locale < LOCALE_COUNT; locale++) {
            ok = build_family(db, i, locale_tag((enum locale_id)locale), err);
        }
    }
    ok = ok &&
         run(db, "INSERT INTO listing_sizes SELECT name, count(*) FROM listings GROUP BY name",
             NULL, err) &&
         run(db, headings_of_years, NULL, err) && run(db, headings_of_months, NULL, err) &&
         write_kept_words(db, err) && run(db, "COMMIT", NULL, err);
    remove_functions(db);
    index_order_close(order);
    return ok;
}
