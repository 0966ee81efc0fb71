/* model.h - a content folder in memory: the rows of every table and the articles, each value with
 * its place in a file, for the rules to look at and the writer to write. */
#ifndef COMPILER_MODEL_H
#define COMPILER_MODEL_H

#include "base/geom.h"
#include "base/map.h"
#include "compiler/read/csv.h"
#include "content/store.h"
#include "content/tables.h"

/* `at` of a cell whose column the file does not have. */
#define MODEL_ABSENT UINT32_MAX

struct model_row {
    struct csv_cell *cells; /* tables_cell_count() of them; texts without blanks around */
    uint32_t file, at;
};
struct model_table {
    const struct table *table;
    struct model_row *rows;
    size_t count, cap;
    struct map ids;       /* hash of the id -> row, with linear probing on the hash */
    uint64_t header_hash; /* of the columns of its first file, 0 before that */
    uint32_t header_file;
    bool is_present;
    bool is_partial; /* a file of it could not be read, or is missing, and was reported */
};

/* The body of an article in one language. */
struct model_body {
    bool is_present;
    enum locale_id locale;
    uint32_t file, start; /* where the text after the header begins */
    struct store_block *blocks;
    uint32_t *places; /* a byte of the file for each block */
    size_t count;
};
/* A file of the folder pictures/. */
struct model_picture {
    struct str name; /* without the folder */
    uint32_t file;
    struct size size; /* of its viewBox, or px; 0 when it cannot be drawn, which was reported */
    struct str bytes; /* as they are packed; owned by the model's arena */
    bool is_refused;  /* for its name, or not being a drawing; reported */
};
struct model_link {
    struct str target;
    struct diag_place place;
};
/* The interface's words of one language, an ICU resource bundle in text form. */
struct model_words {
    bool is_present;
    uint32_t file;
};
struct model_article {
    size_t row; /* in TABLE_ARTICLES */
    struct model_body bodies[LOCALE_COUNT];
};

/* Tables for the desk alone: they never reach the database. docs/CONTENT.md has them. */
enum desk_table {
    DESK_WORDINGS,   /* wordings.csv: lang, right, not, unless, why */
    DESK_EXCEPTIONS, /* exceptions.csv: record, lang, check, word, why */
    DESK_SETTINGS,   /* settings.csv: setting, value */
    DESK_COUNT
};

struct model {
    struct arena *arena;
    struct diag *diag;
    enum locale_id original; /* written first; the others are its translations (settings.csv) */
    bool has_no_original; /* settings.csv names one that is none: what depends on it is held back */
    struct model_table tables[TABLE_COUNT];
    struct model_table desk[DESK_COUNT];
    struct model_table meanings; /* of the words of closed lists, for messages (read/lists.h) */
    struct model_words
        words[LOCALE_COUNT]; /* the interface's; file by file, none without --words */
    struct model_article *articles;
    size_t article_count, article_cap;
    struct model_picture *pictures;
    size_t picture_count, picture_cap;
    struct model_link *links; /* of all articles */
    size_t link_count, link_cap;
    struct model_link *spans; /* <span lang="target"> of all articles */
    size_t span_count, span_cap;
    struct map figure_subjects; /* subjects that have figures; built by model_index() */
    struct map checklist_names;
};

/* What settings.csv says, once it was read. */
void model_take_settings(struct model *model);
/* By the name of the file without .csv; NULL when there is none. */
struct model_table *model_desk_table(struct model *model, struct str name);

void model_init(struct model *model, struct arena *arena, struct diag *diag);
void model_finish(struct model *model);

/* A new row with every cell absent. */
struct model_row *model_add_row(
    struct model_table *table, struct arena *arena, uint32_t file, uint32_t at);
struct model_link *model_add_link(struct model *model);
void model_add_span(struct model *model, struct str language, struct diag_place place);
/* By its name, or NULL. */
const struct model_picture *model_find_picture(const struct model *model, struct str name);
/* Notes the id of row `row`; the earlier row with the same id, or SIZE_MAX. */
size_t model_add_id(struct model_table *table, size_t row);
/* Row number, or SIZE_MAX. */
size_t model_find(const struct model *model, enum table_id table, struct str id);
/* False when rows of the table were not read. The cause is reported then, once (a table that is
 * not there is reported by the first call), and what points into it is not a second mistake. */
bool model_is_whole(struct model *model, enum table_id table);
/* `record` is table/id, or an article's kind/slug. */
bool model_has_record(const struct model *model, struct str record);
/* True when the id or record is not there and its table is whole: whoever names it is mistaken. */
bool model_lacks(struct model *model, enum table_id table, struct str id);
bool model_lacks_record(struct model *model, struct str record);
/* Makes the look-up sets that need all rows. */
void model_index(struct model *model);
bool model_has_figures(const struct model *model, struct str subject);
bool model_has_checklist(const struct model *model, struct str list);

/* A cell of a row by column name; absent columns give the empty string. BUG when the table has no
 * such column. */
struct str model_value(
    const struct model_table *table, const struct model_row *row, const char *column);
struct str model_text(const struct model_table *table, const struct model_row *row,
    const char *column, enum locale_id locale);
/* True when the row has a note in any language. */
bool model_has_note(const struct model_table *table, const struct model_row *row);
struct diag_place model_place(
    const struct model *model, const struct model_row *row, size_t cell, size_t offset);
struct diag_place model_place_of(const struct model *model, const struct model_table *table,
    const struct model_row *row, const char *column);
/* "cities.csv:12", where the row begins. */
struct str model_place_name(const struct model *model, const struct model_row *row);
/* Letters to change, add or drop between short words, bytewise; at most `limit` + 1. */
size_t model_distance(struct str a, struct str b, size_t limit);
/* " (las-vegas?)": the id nearest to a misspelt one, or nothing. */
struct str model_suggestion(const struct model *model, enum table_id table, struct str id);

#endif
