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
bool rows_ask_events(struct store *, struct arena *, enum locale_id, struct store_window, void **,
    size_t *, struct err *);
bool rows_ask_cities(struct store *, struct arena *, enum locale_id, struct store_window, void **,
    size_t *, struct err *);
bool rows_ask_relations(struct store *, struct arena *, enum locale_id, struct store_window,
    void **, size_t *, struct err *);
bool rows_ask_terms(struct store *, struct arena *, enum locale_id, struct store_window, void **,
    size_t *, struct err *);
bool rows_ask_phrases(struct store *, struct arena *, enum locale_id, struct store_window, void **,
    size_t *, struct err *);
bool rows_ask_school_links(struct store *, struct arena *, enum locale_id, struct store_window,
    void **, size_t *, struct err *);
bool rows_ask_articles(struct store *, struct arena *, enum locale_id, struct store_window, void **,
    size_t *, struct err *);
bool rows_ask_figures(struct store *, struct arena *, enum locale_id, struct store_window, void **,
    size_t *, struct err *);
bool rows_ask_people(struct store *, struct arena *, enum locale_id, struct store_window, void **,
    size_t *, struct err *);

/* More chunks than a frame can show: what a frame borrows is never overwritten by it. */
enum { ROWS_CHUNK = 32, ROWS_CHUNKS = 32 };

struct rows {
    struct rows *next; /* of the screen's */
    struct str listing;
    size_t count, item_size;
    rows_ask_fn *ask;
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
/* Valid until ROWS_CHUNKS others were asked for: for the frame. NULL: cannot be read. */
const void *rows_at(struct rows *rows, const struct screen_env *env, size_t index);
void rows_close_all(struct rows *first);

#endif
