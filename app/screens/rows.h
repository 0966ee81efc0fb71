/* rows.h - the rows of a long list, asked of the store a chunk at a time, when they are shown.
 *
 * The chunks used last are kept. A row that the database cannot give any more is NULL; the list
 * says so in its place, and the log says why. */
#ifndef SCREENS_ROWS_H
#define SCREENS_ROWS_H

#include "screens/screen.h"

/* One of the store's questions for a window, as bytes. */
typedef bool rows_ask_fn(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, void **items, size_t *count, struct err *err);
/* A question for rows of something else than a listing: `self` knows them. */
typedef bool rows_ask_of_fn(void *self, struct store *store, struct arena *arena, size_t first,
    size_t most, void **items, size_t *count, struct err *err);
rows_ask_fn rows_ask_events, rows_ask_cities, rows_ask_relations, rows_ask_terms, rows_ask_phrases,
    rows_ask_school_links, rows_ask_articles, rows_ask_figures, rows_ask_people, rows_ask_facts,
    rows_ask_names, rows_ask_sections, rows_ask_checks, rows_ask_holidays;

/* More chunks than a frame can show: what a frame borrows is never overwritten by it. */
enum { ROWS_CHUNK = 32, ROWS_CHUNKS = 32 };

struct rows {
    struct rows *next; /* of the screen's */
    struct str listing;
    size_t count, item_size;
    rows_ask_fn *ask;
    rows_ask_of_fn *ask_of; /* NULL: `ask` is asked */
    void *self;
    uint64_t clock;
    bool has_failed;
    struct {
        struct arena arena;
        size_t first, count;
        void *items;
        uint64_t used; /* 0: empty */
    } chunks[ROWS_CHUNKS];
};

/* Knows the number of rows, and asks for none yet. Goes with the screen. */
bool rows_open(struct rows **rows, struct screen *screen, const struct screen_env *env,
    struct str listing, rows_ask_fn *ask, size_t item_size, struct err *err);
/* Rows that are no listing: `name` says in the log what they are, and no word of a visitor's. */
struct rows *rows_open_of(struct screen *screen, struct str name, size_t count, rows_ask_of_fn *ask,
    void *self, size_t item_size);
/* Valid until ROWS_CHUNKS others were asked for: for the frame. NULL: cannot be read. */
const void *rows_at(struct rows *rows, const struct screen_env *env, size_t index);
void rows_close_all(struct rows *first);

#endif
