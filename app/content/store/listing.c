/* Listings: how long, where a record stands, where one may jump to. */
#include "content/store/store_private.h"

#include <stddef.h>

/* More rows than that no list has; a damaged database may say so. */
#define ROWS_MOST ((int64_t)1 << 24)

static bool
read_place(struct store_rows *rows, size_t *out, bool *found) {
    *out = 0;
    *found = false;
    while (store_step(rows)) {
        int64_t value = store_int(rows, 0, 0);
        *out = value <= 0 ? 0 : (size_t)(value < ROWS_MOST ? value : ROWS_MOST);
        *found = true;
    }
    return store_end(rows);
}

bool
store_listing_size(struct store *store, struct str listing, size_t *size, struct err *err) {
    struct store_rows rows;
    bool found;
    store_begin(&rows, store, QUERY_LISTING_SIZE, NULL, err);
    store_bind_str(&rows, 1, listing);
    return read_place(&rows, size, &found);
}

bool
store_listing_place(struct store *store, struct str listing, struct str id, size_t *place,
    bool *found, struct err *err) {
    struct store_rows rows;
    store_begin(&rows, store, QUERY_LISTING_PLACE, NULL, err);
    store_bind_str(&rows, 1, listing);
    store_bind_str(&rows, 2, id);
    return read_place(&rows, place, found);
}

bool
store_listing_headings(struct store *store, struct arena *arena, struct str listing,
    struct store_heading **out, size_t *count, struct err *err) {
    return store_listing_headings_between(
        store, arena, listing, 0, (size_t)ROWS_MOST, out, count, err);
}

bool
store_listing_ids(struct store *store, struct arena *arena, struct store_window window,
    struct str **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_LISTING_IDS, arena, (enum locale_id)0, &window, err);
    while (store_step(&rows)) {
        *(struct str *)store_list_add(&list) = store_str(&rows, 0);
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

bool
store_listing_headings_between(struct store *store, struct arena *arena, struct str listing,
    size_t first, size_t end, struct store_heading **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin(&rows, store, QUERY_LISTING_HEADINGS, arena, err);
    store_bind_str(&rows, 1, listing);
    store_bind_int(&rows, 2, (int64_t)first);
    store_bind_int(&rows, 3, (int64_t)end);
    while (store_step(&rows)) {
        struct store_heading *heading = store_list_add(&list);
        int64_t place = store_int(&rows, 1, 0);
        heading->heading = store_str(&rows, 0);
        heading->place = place > 0 ? (size_t)place : 0;
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

uint64_t
store_rows_read(const struct store *store) {
    return store->rows_read;
}

uint64_t
store_pages_read(const struct store *store) {
    int hits = 0, misses = 0, most;
    sqlite3_db_status(store->db, SQLITE_DBSTATUS_CACHE_HIT, &hits, &most, 0);
    sqlite3_db_status(store->db, SQLITE_DBSTATUS_CACHE_MISS, &misses, &most, 0);
    return (uint64_t)hits + (uint64_t)misses;
}
