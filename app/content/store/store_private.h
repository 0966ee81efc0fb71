/* store_private.h - what the files of the store share. Only content/ includes it.
 *
 * Every question of the store is one prepared statement, made when it is first asked and named by
 * enum store_query; sql.c has them all. A question runs as
 *
 *     struct store_rows rows;
 *     store_begin(&rows, store, QUERY_FACTS, arena, err);
 *     store_bind_str(&rows, 1, subject);
 *     while (store_step(&rows)) { ... store_str(&rows, column) ... }
 *     return store_end(&rows);
 */
#ifndef CONTENT_STORE_STORE_PRIVATE_H
#define CONTENT_STORE_STORE_PRIVATE_H

#include "content/database.h"
#include "content/kept_words.h"
#include "content/store.h"

enum store_query {
    QUERY_INFO,
    QUERY_SECTIONS,
    QUERY_SECTION,
    QUERY_WORDS,
    QUERY_KEPT_FILTER,
    QUERY_KEPT_WORDS,
    QUERY_LISTING_SIZE,
    QUERY_LISTING_PLACE,
    QUERY_LISTING_HEADINGS,
    QUERY_LISTING_IDS,
    QUERY_CITIES,
    QUERY_CITY,
    QUERY_NAMES,
    QUERY_RELATIONS,
    QUERY_EVENTS,
    QUERY_VISITS,
    QUERY_HOLIDAYS,
    QUERY_HOLIDAY_FIRST,
    QUERY_HOLIDAY_YEARS,
    QUERY_EMERGENCY_NUMBERS,
    QUERY_FACTS,
    QUERY_FIGURES,
    QUERY_SCHOOL_LINKS,
    QUERY_TERMS,
    QUERY_TERM,
    QUERY_PHRASES,
    QUERY_PHRASE,
    QUERY_CHECKLIST,
    QUERY_PEOPLE,
    QUERY_ARTICLES,
    QUERY_ARTICLE,
    QUERY_BLOCKS,
    QUERY_MARKS,
    QUERY_PICTURE,
    QUERY_PICTURES_OF,
    QUERY_PICTURE_DISCS,
    QUERY_COUNT
};
extern const char *const store_sql[QUERY_COUNT];

/* How far store_check() has come. */
enum { STORE_TREE_KEYS = 8 };
struct store_tree {
    const char *sql, *table; /* the name of the table it is, or belongs to */
    bool is_index;
    bool has_all_rows; /* not an index that leaves some out */
    int key_count;     /* of the first columns, which go up from row to row; 0: not known */
    bool has_sizes;    /* its first column says how many rows a listing has */
    uint64_t rows;     /* so far */
};
struct store_sweep {
    struct arena arena;
    size_t query; /* which is prepared next */
    struct store_tree *trees;
    size_t tree, tree_count;              /* which is next */
    sqlite3_stmt *rows;                   /* of the tree before */
    sqlite3_value *last[STORE_TREE_KEYS]; /* keys of the row before; NULL: it is the first */
    uint64_t done, most;                  /* rows */
    uint64_t listed;                      /* the sum of the sizes of all listings */
    uint64_t languages;                   /* of every text; 0: not known yet */
    bool has_begun;
};
void store_sweep_forget_keys(struct store_sweep *sweep);
void store_sweep_finish(struct store_sweep *sweep);

/* An open list, once it was read. */
struct store_words {
    struct arena arena;
    struct store_word *items;
    size_t count;
    bool is_read, has_failed;
};

struct store {
    sqlite3 *db;
    sqlite3_stmt *statements[QUERY_COUNT];
    uint64_t rows_read;
    bool is_checked; /* every page was looked at */
    struct store_sweep sweep;
    struct store_words words[STORE_WORD_LISTS];
    bool has_kept_filter;
    unsigned char kept_filter[KEPT_FILTER_BITS / 8];
    /* Search keeps its own statements here; closed before the database. */
    void *search;
    void (*search_close)(void *search);
};

/* What the database holds is what this program asks for: every table, with its columns. */
bool store_check_schema(sqlite3 *db, const char *path, struct err *err);
/* The statement of a question; NULL with `err` set when the database cannot answer it. */
sqlite3_stmt *store_statement(struct store *store, enum store_query query, struct err *err);

/* Before the first database is opened: SQLite wipes what it frees. */
void store_wipe_memory(void);

/* For our own words about the file; what the content says never gets this far. */
void store_allow_pragmas(struct store *store, bool is_allowed);
uint64_t store_file_bytes(struct store *store);

struct store_rows {
    struct store *store;
    sqlite3_stmt *statement;
    struct arena *arena;
    struct err *err;
    bool has_failed;
};
void store_begin(struct store_rows *rows, struct store *store, enum store_query query,
    struct arena *arena, struct err *err);
void store_bind_str(struct store_rows *rows, int index, struct str value);
void store_bind_locale(struct store_rows *rows, int index, enum locale_id locale);
/* ?1 the locale, ?2 to ?4 the window. */
void store_begin_window(struct store_rows *rows, struct store *store, enum store_query query,
    struct arena *arena, enum locale_id locale, const struct store_window *window, struct err *err);
void store_bind_int(struct store_rows *rows, int index, int64_t value);
bool store_step(struct store_rows *rows);
/* Resets the statement; true when every step went well. */
bool store_end(struct store_rows *rows);

/* The compiler lets no text come near this; a database that was not made by it may hold a text of
 * any length, which would cost seconds to set. */
enum { STORE_TEXT_BYTES = 16 << 10 };
struct str store_str(struct store_rows *rows, int column); /* a copy; empty for NULL. To the first
                                                            * NUL: what formats texts ends there */
int64_t store_int(struct store_rows *rows, int column, int64_t if_null);
struct edtf store_date(struct store_rows *rows, int column); /* zeroed for NULL */
/* Fills the str fields at `offsets` of *item from columns 0, 1, ... */
void store_fill(struct store_rows *rows, void *item, const size_t *offsets, size_t count);

/* A growing array in an arena. */
struct store_list {
    struct arena *arena;
    void *items;
    size_t item_size, count, cap;
};
struct store_list store_list(struct arena *arena, size_t item_size);
void *store_list_add(struct store_list *list); /* zeroed; valid until the next add */

#endif
