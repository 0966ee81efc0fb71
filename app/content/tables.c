#include "content/tables.h"

#include "base/check.h"

#include <string.h>

#define REQ COLUMN_REQUIRED
#define ID \
    { "id", COLUMN_ID, REQ, NULL, 64 }
#define POSITION(flags) \
    { "position", COLUMN_INTEGER, flags, NULL, 0 }
#define WRITTEN(flags) \
    { "written", COLUMN_PLAIN, flags, NULL, 120 }
#define READING(flags) \
    { "reading_ja", COLUMN_KANA, flags, NULL, 160 }
#define SOURCE \
    { "source", COLUMN_REFERENCE, REQ | COLUMN_SOURCE, "sections", 0 }
#define TEXT(name, flags, limit) \
    { name, COLUMN_TEXT, flags, NULL, limit }
#define NOTE \
    { "note", COLUMN_TEXT, COLUMN_NOTE, NULL, 800 }

static const struct table_column sources_columns[] = {
    ID,
    {"kind", COLUMN_WORD, REQ, "document app reference", 0},
    {"date", COLUMN_DATE, 0, NULL, 0},
    TEXT("title", REQ, 200),
    TEXT("publisher", 0, 120),
    NOTE,
};
static const struct table_column sections_columns[] = {
    ID,
    {"source_id", COLUMN_REFERENCE, REQ, "sources", 0},
    POSITION(REQ),
    {"speaker", COLUMN_REFERENCE, 0, "people", 0},
    TEXT("title", REQ, 200),
    NOTE,
};
static const struct table_column people_columns[] = {
    ID,
    POSITION(REQ),
    WRITTEN(0),
    READING(0),
    SOURCE,
    TEXT("name", REQ | COLUMN_NAME | COLUMN_READ, 60),
    TEXT("organisation", REQ, 160),
    TEXT("role", REQ, 160),
    NOTE,
};
static const struct table_column countries_columns[] = {
    ID,
    READING(0),
    SOURCE,
    TEXT("name", REQ | COLUMN_NAME | COLUMN_READ, 60),
};
static const struct table_column cities_columns[] = {
    ID,
    {"country", COLUMN_REFERENCE, REQ, "countries", 0},
    {"kind", COLUMN_WORD, REQ, "city district county village town province region", 0},
    {"role", COLUMN_WORD, REQ, "home sister friendship prospective mentioned", 0},
    POSITION(0),
    {"latitude", COLUMN_DEGREES, 0, NULL, 90},
    {"longitude", COLUMN_DEGREES, 0, NULL, 180},
    {"time_zone", COLUMN_PLAIN, 0, NULL, 40},
    WRITTEN(0),
    READING(0),
    SOURCE,
    TEXT("name", REQ | COLUMN_NAME | COLUMN_READ, 60),
    TEXT("region", 0, 80),
    TEXT("lead", 0, 400),
    NOTE,
};
static const struct table_column names_columns[] = {
    {"record", COLUMN_RECORD, REQ, NULL, 0},
    {"lang", COLUMN_LISTED, REQ, "language", 0},
    {"kind", COLUMN_WORD, REQ,
        "official local hanja romanisation reading old simplified alias written", 0},
    {"text", COLUMN_PLAIN, REQ, NULL, 160},
    SOURCE,
};
static const struct table_column relations_columns[] = {
    ID,
    {"city", COLUMN_REFERENCE, REQ, "cities", 0},
    {"partner", COLUMN_REFERENCE, REQ, "cities", 0},
    {"kind", COLUMN_WORD, REQ, "sister friendship cooperation heritage prospective", 0},
    {"since", COLUMN_DATE, 0, NULL, 0},
    {"status", COLUMN_WORD, REQ, "active suspended planned unknown", 0},
    POSITION(0),
    SOURCE,
    TEXT("background", 0, 800),
    TEXT("reason", 0, 800),
    NOTE,
};
static const struct table_column events_columns[] = {
    ID,
    {"city", COLUMN_REFERENCE, REQ, "cities", 0},
    {"relation", COLUMN_REFERENCE, 0, "relations", 0},
    {"date", COLUMN_DATE, REQ | COLUMN_SORTED, NULL, 0},
    {"kind", COLUMN_LISTED, REQ, "event-kind", 0},
    {"count", COLUMN_INTEGER, 0, NULL, 0},
    {"outbound", COLUMN_INTEGER, 0, NULL, 0},
    {"inbound", COLUMN_INTEGER, 0, NULL, 0},
    POSITION(0),
    SOURCE,
    TEXT("title", REQ, 200),
    TEXT("detail", 0, 800),
    NOTE,
};
static const struct table_column facts_columns[] = {
    ID,
    {"subject", COLUMN_RECORD, REQ, NULL, 0},
    {"kind", COLUMN_WORD, REQ,
        "location climate government administration history character industry background purpose "
        "plan problem effort",
        0},
    POSITION(0),
    SOURCE,
    TEXT("text", REQ, 1200),
    NOTE,
};
static const struct table_column figures_columns[] = {
    ID,
    {"subject", COLUMN_RECORD, REQ, NULL, 0},
    {"group", COLUMN_LISTED, REQ, "figure-group", 0},
    POSITION(REQ),
    {"value", COLUMN_NUMBER, REQ, NULL, 0},
    {"unit", COLUMN_LISTED, REQ, "unit", 0},
    WRITTEN(0),
    {"as_of", COLUMN_DATE, 0, NULL, 0},
    {"total", COLUMN_REFERENCE, 0, "figures", 0},
    {"percent", COLUMN_NUMBER, 0, NULL, 0},
    {"percent_of", COLUMN_REFERENCE, 0, "figures", 0},
    {"country", COLUMN_REFERENCE, 0, "countries", 0},
    SOURCE,
    TEXT("label", REQ, 160),
    NOTE,
};
static const struct table_column schools_columns[] = {
    ID,
    {"country", COLUMN_REFERENCE, REQ, "countries", 0},
    {"city", COLUMN_REFERENCE, 0, "cities", 0},
    {"level", COLUMN_WORD, REQ, "elementary middle high secondary vocational university institute",
        0},
    POSITION(0),
    WRITTEN(REQ),
    READING(0),
    SOURCE,
    TEXT("name", REQ | COLUMN_NAME | COLUMN_READ, 120),
    NOTE,
};
static const struct table_column school_links_columns[] = {
    ID,
    {"school", COLUMN_REFERENCE, REQ, "schools", 0},
    {"partner", COLUMN_REFERENCE, REQ, "schools", 0},
    {"date", COLUMN_DATE, REQ | COLUMN_SORTED, NULL, 0},
    POSITION(0),
    SOURCE,
    TEXT("field", REQ, 160),
    NOTE,
};
static const struct table_column glossary_columns[] = {
    ID,
    {"category", COLUMN_LISTED, REQ, "term-category", 0},
    READING(0),
    {"roman_ja", COLUMN_LATIN, 0, NULL, 160},
    {"roman_ko", COLUMN_LATIN, 0, NULL, 160},
    {"hanja_ko", COLUMN_HAN, 0, NULL, 80},
    POSITION(0),
    SOURCE,
    TEXT("term", REQ | COLUMN_NAME | COLUMN_READ, 160),
    TEXT("definition", REQ, 600),
    NOTE,
};
static const struct table_column phrases_columns[] = {
    ID,
    {"category", COLUMN_LISTED, REQ, "phrase-category", 0},
    POSITION(REQ),
    READING(0),
    {"roman_ja", COLUMN_LATIN, 0, NULL, 240},
    {"roman_ko", COLUMN_LATIN, 0, NULL, 240},
    {"hangul_ja", COLUMN_HANGUL, 0, NULL, 240},
    {"kana_ko", COLUMN_KANA, 0, NULL, 240},
    SOURCE,
    TEXT("text", REQ | COLUMN_READ, 200),
    NOTE,
};
static const struct table_column checklists_columns[] = {
    ID,
    {"list", COLUMN_PLAIN, REQ, NULL, 64},
    POSITION(REQ),
    {"offset", COLUMN_OFFSET, 0, NULL, 0},
    {"planned", COLUMN_OFFSET, 0, NULL, 0}, /* the app's own word, where the source has none */
    {"visit", COLUMN_LIST, 0, "countries", 0},
    {"letter", COLUMN_REFERENCE, 0, "articles", 0},
    SOURCE,
    TEXT("title", REQ, 160),
    TEXT("detail", 0, 800),
    NOTE,
};
static const struct table_column synonyms_columns[] = {
    ID,
    {"use", COLUMN_WORD, 0,
        "place-word relation-sister relation-friendship relation-cooperation relation-heritage "
        "relation-prospective relation-active relation-suspended relation-planned relation-unknown "
        "relation-first relation-latest "
        "article-checklist",
        0},
    TEXT("terms", REQ, 600),
};
static const struct table_column lists_columns[] = {
    {"id", COLUMN_ID, REQ | COLUMN_MADE, NULL, 0}, /* unit/ha */
    {"list", COLUMN_WORD, REQ,
        "event-kind figure-group unit language term-category phrase-category letter-field "
        "briefing-guide "
        "briefing-phrases briefing-terms",
        0},
    {"word", COLUMN_PLAIN, REQ, NULL, 40},
    POSITION(0),
    {"form", COLUMN_WORD, 0, "money glance", 0},
    {"tone", COLUMN_WORD, 0, "neutral primary info success warning danger", 0},
    TEXT("name", REQ, 120),
};
static const struct table_column holidays_columns[] = {
    ID,
    {"country", COLUMN_REFERENCE, REQ, "countries", 0},
    {"date", COLUMN_DATE, REQ | COLUMN_SORTED, NULL, 0},
    {"kind", COLUMN_WORD, REQ, "holiday substitute citizens election closed", 0},
    {"certainty", COLUMN_WORD, REQ, "law computed announced forecast", 0},
    SOURCE,
    TEXT("name", REQ, 120),
    NOTE,
};
static const struct table_column emergency_numbers_columns[] = {
    ID,
    {"country", COLUMN_REFERENCE, REQ, "countries", 0},
    {"number", COLUMN_PLAIN, REQ, NULL, 12},
    POSITION(REQ),
    SOURCE,
    TEXT("name", REQ, 60),
    NOTE,
};
static const struct table_column pictures_columns[] = {
    ID,
    {"file", COLUMN_PLAIN, REQ, NULL, 120},
    {"subject", COLUMN_RECORD, 0, NULL, 0},
    {"kind", COLUMN_WORD, 0, "hero attract", 0},
    {"focal_x", COLUMN_INTEGER, 0, NULL, 0},
    {"focal_y", COLUMN_INTEGER, 0, NULL, 0},
    {"licence", COLUMN_PLAIN, REQ, NULL, 80},
    SOURCE,
    TEXT("credit", REQ, 160),
    TEXT("alt", REQ, 800),
    NOTE,
};
static const struct table_column picture_discs_columns[] = {
    {"picture", COLUMN_REFERENCE, REQ, "pictures", 0},
    POSITION(REQ),
    {"x", COLUMN_INTEGER, REQ, NULL, 0},
    {"y", COLUMN_INTEGER, REQ, NULL, 0},
    {"radius", COLUMN_INTEGER, REQ, NULL, 0},
    {"text", COLUMN_PLAIN, REQ, NULL, 8},
    SOURCE,
};
static const struct table_column articles_columns[] = {
    ID, /* guides/first-contact: made from the file's place */
    {"kind", COLUMN_WORD, REQ, "guides cases talks reports", 0},
    {"slug", COLUMN_PLAIN, REQ, NULL, 64},
    SOURCE,
    POSITION(REQ),
    {"as_of", COLUMN_DATE, 0, NULL, 0},
    {"speaker", COLUMN_REFERENCE, 0, "people", 0},
    {"cities", COLUMN_LIST, 0, "cities", 0},
    {"checklist", COLUMN_PLAIN, 0, NULL, 0},
    {"figures", COLUMN_LIST, 0, NULL, 0},
    {"events", COLUMN_LIST, 0, "relations", 0},
    {"agenda_only", COLUMN_YES, 0, NULL, 0},
    TEXT("title", REQ, 120),
    TEXT("summary", REQ, 400),
};

#define TABLE(name, sql, columns, texts, required) \
    { name, sql, columns, ARRAY_LEN(columns) - (texts), texts, required }

const struct table content_tables[TABLE_COUNT] = {
    [TABLE_SOURCES] = TABLE("sources", "sources", sources_columns, 3, true),
    [TABLE_SECTIONS] = TABLE("sections", "sections", sections_columns, 2, true),
    [TABLE_PEOPLE] = TABLE("people", "people", people_columns, 4, false),
    [TABLE_COUNTRIES] = TABLE("countries", "countries", countries_columns, 1, true),
    [TABLE_CITIES] = TABLE("cities", "cities", cities_columns, 4, true),
    [TABLE_NAMES] = TABLE("names", "names", names_columns, 0, false),
    [TABLE_RELATIONS] = TABLE("relations", "relations", relations_columns, 3, false),
    [TABLE_EVENTS] = TABLE("events", "events", events_columns, 3, false),
    [TABLE_FACTS] = TABLE("facts", "facts", facts_columns, 2, false),
    [TABLE_FIGURES] = TABLE("figures", "figures", figures_columns, 2, false),
    [TABLE_SCHOOLS] = TABLE("schools", "schools", schools_columns, 2, false),
    [TABLE_SCHOOL_LINKS] = TABLE("school-links", "school_links", school_links_columns, 2, false),
    [TABLE_GLOSSARY] = TABLE("glossary", "glossary", glossary_columns, 3, false),
    [TABLE_PHRASES] = TABLE("phrases", "phrases", phrases_columns, 2, false),
    [TABLE_CHECKLISTS] = TABLE("checklists", "checklists", checklists_columns, 3, false),
    [TABLE_SYNONYMS] = TABLE("synonyms", "synonyms", synonyms_columns, 1, false),
    [TABLE_LISTS] = TABLE("lists", "lists", lists_columns, 1, false),
    [TABLE_HOLIDAYS] = TABLE("holidays", "holidays", holidays_columns, 2, false),
    [TABLE_EMERGENCY_NUMBERS] =
        TABLE("emergency-numbers", "emergency_numbers", emergency_numbers_columns, 2, false),
    [TABLE_PICTURES] = TABLE("pictures", "pictures", pictures_columns, 3, false),
    [TABLE_PICTURE_DISCS] =
        TABLE("picture-discs", "picture_discs", picture_discs_columns, 0, false),
    [TABLE_ARTICLES] = TABLE("articles", "articles", articles_columns, 2, false),
};

const char *const content_article_kinds[ARTICLE_KIND_COUNT] = {
    "guides", "cases", "talks", "reports"};

const struct table *
tables_find(struct str name) {
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (str_eq(name, str_from(content_tables[i].name))) {
            return &content_tables[i];
        }
    }
    return NULL;
}

enum table_id
tables_id(const struct table *table) {
    return (enum table_id)(table - content_tables);
}

bool
tables_has_id(const struct table *table) {
    return table->columns[0].type == COLUMN_ID;
}

size_t
tables_column(const struct table *table, struct str name) {
    for (size_t i = 0; i < table->base_count + table->text_count; i++) {
        if (str_eq(name, str_from(table->columns[i].name))) {
            return i;
        }
    }
    return SIZE_MAX;
}

size_t
tables_cell(const struct table *table, size_t column, enum locale_id locale) {
    xassert(column < table->base_count + table->text_count);
    if (column < table->base_count) {
        return column;
    }
    return table->base_count + (column - table->base_count) * LOCALE_COUNT + (size_t)locale;
}

size_t
tables_cell_count(const struct table *table) {
    return table->base_count + table->text_count * LOCALE_COUNT;
}

const struct table_column *
tables_of_cell(const struct table *table, size_t cell, enum locale_id *locale) {
    xassert(cell < tables_cell_count(table));
    if (cell < table->base_count) {
        *locale = LOCALE_COUNT;
        return &table->columns[cell];
    }
    size_t text = cell - table->base_count;
    *locale = (enum locale_id)(text % LOCALE_COUNT);
    return &table->columns[table->base_count + text / LOCALE_COUNT];
}

bool
tables_has_word(const char *words, struct str word) {
    struct str rest = str_from(words), piece;
    while (str_split(&rest, ' ', &piece)) {
        if (word.n > 0 && str_eq(piece, word)) {
            return true;
        }
    }
    return false;
}
