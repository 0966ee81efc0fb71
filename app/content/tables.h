/* tables.h - the tables of the content, each described once.
 *
 * docs/CONTENT.md is the contract in words; this is the same contract as data. The compiler reads
 * CSV, checks cells, writes INSERTs and dumps by it; a test compares it with schema.sql. A new
 * column is one line in tables.c and one in schema.sql.
 *
 * A row of a table is a flat array of cells: the base columns in order, then each localised column
 * three times (ko, ja, en). tables_cell() gives the index. */
#ifndef CONTENT_TABLES_H
#define CONTENT_TABLES_H

#include "base/str.h"
#include "i18n/locale.h"

/* Stamped into the database header: "Naru" and the version of schema.sql. */
#define TABLES_APPLICATION_ID 0x4E617275
#define TABLES_SCHEMA_VERSION 8

enum column_type {
    COLUMN_ID,        /* lower-case ASCII words joined by hyphens, unique in the table */
    COLUMN_REFERENCE, /* an id of the table `of` */
    COLUMN_RECORD,    /* table/id of any table that has ids */
    COLUMN_WORD,      /* one of the words in `of` */
    COLUMN_LISTED,    /* a word of the list `of`, which a city may add to (TABLE_LISTS) */
    COLUMN_INTEGER,   /* 0 or more */
    COLUMN_NUMBER,    /* decimal digits and a point; kept as written */
    COLUMN_DEGREES,   /* a latitude (`limit` 90) or longitude (`limit` 180) */
    COLUMN_DATE,      /* EDTF, see i18n/edtf.h */
    COLUMN_OFFSET,    /* one or two ISO 8601 durations of months, weeks or days */
    COLUMN_PLAIN,     /* free text in no particular language */
    COLUMN_KANA,      /* a reading in hiragana or katakana */
    COLUMN_HANGUL,    /* a sound in Hangul */
    COLUMN_LATIN,     /* a romanisation */
    COLUMN_HAN,       /* hanja */
    COLUMN_LIST,      /* ids or records, separated by commas; `of` names the table */
    COLUMN_YES,       /* "yes" or empty */
    COLUMN_TEXT,      /* localised: three cells */
};

enum {
    COLUMN_REQUIRED = 1,
    COLUMN_SORTED = 2, /* a date that also gets _sort, _from and _to columns */
    COLUMN_NAME = 4,   /* of a person, a place, a term: it asks nothing */
    COLUMN_SOURCE = 8, /* where the record comes from */
    COLUMN_NOTE = 16,  /* a visible remark: silences warnings on doubtful values */
    COLUMN_READ = 64,  /* a Japanese text with kanji here needs the row's reading_ja */
    COLUMN_MADE = 32   /* by the compiler: no column of the sources */
};

/* The longest text of a column that names no limit. */
#define TABLES_CELLS 2000

struct table_column {
    const char *name;
    enum column_type type;
    unsigned flags;
    const char *of;
    int limit; /* longest text in half-width cells (a wide character counts two); 0: TABLES_CELLS */
};

struct table {
    const char *name; /* as in the sources: school-links */
    const char *sql;  /* as in the database: school_links */
    const struct table_column *columns;
    size_t base_count, text_count; /* base columns come first */
    bool is_required;              /* a content folder without it is incomplete */
};

enum table_id {
    TABLE_SOURCES,
    TABLE_SECTIONS,
    TABLE_PEOPLE,
    TABLE_COUNTRIES,
    TABLE_CITIES,
    TABLE_NAMES,
    TABLE_RELATIONS,
    TABLE_EVENTS,
    TABLE_FACTS,
    TABLE_FIGURES,
    TABLE_SCHOOLS,
    TABLE_SCHOOL_LINKS,
    TABLE_GLOSSARY,
    TABLE_PHRASES,
    TABLE_CHECKLISTS,
    TABLE_SYNONYMS,
    TABLE_LISTS, /* what events, figures, units, languages ... are called */
    TABLE_HOLIDAYS,
    TABLE_EMERGENCY_NUMBERS,
    TABLE_PICTURES,
    TABLE_PICTURE_DISCS,
    TABLE_ARTICLES, /* rows come from the headers of the Markdown files */
    TABLE_COUNT
};

extern const struct table content_tables[TABLE_COUNT];

/* Folders of articles: guides, cases, talks, reports. */
#define ARTICLE_KIND_COUNT 4
extern const char *const content_article_kinds[ARTICLE_KIND_COUNT];

/* By the name in the sources; NULL when there is no such table. */
const struct table *tables_find(struct str name);
enum table_id tables_id(const struct table *table);
bool tables_has_id(const struct table *table);
/* Index of a base or localised column by name; SIZE_MAX when there is none. */
size_t tables_column(const struct table *table, struct str name);
size_t tables_cell(const struct table *table, size_t column, enum locale_id locale);
size_t tables_cell_count(const struct table *table);
/* Which column, and which language, a cell belongs to. */
const struct table_column *tables_of_cell(
    const struct table *table, size_t cell, enum locale_id *locale);
/* True when `word` is one of the space-separated `words`. */
bool tables_has_word(const char *words, struct str word);

#endif
