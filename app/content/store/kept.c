/* Words that stay whole, by how they begin. */
#include "content/kept_words.h"
#include "content/store/store_private.h"

#include <string.h>

/* A database without a filter has no words. */
static bool
load_filter(struct store *store, struct err *err) {
    struct store_rows rows;
    store_begin(&rows, store, QUERY_KEPT_FILTER, NULL, err);
    while (store_step(&rows)) {
        size_t n = (size_t)sqlite3_column_bytes(rows.statement, 0);
        const void *bits = sqlite3_column_blob(rows.statement, 0);
        if (bits && n == sizeof(store->kept_filter)) {
            memcpy(store->kept_filter, bits, n);
        }
    }
    store->has_kept_filter = true;
    return store_end(&rows);
}

bool
store_kept_words(struct store *store, struct arena *arena, bool are_terms, struct str beginning,
    struct str **words, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**words));
    *words = NULL;
    *count = 0;
    if (!store->has_kept_filter && !load_filter(store, err)) {
        return false;
    }
    uint32_t bit = kept_bit(kept_beginning(beginning));
    if (!(store->kept_filter[bit / 8] & (1u << bit % 8))) {
        return true;
    }
    store_begin(&rows, store, QUERY_KEPT_WORDS, arena, err);
    store_bind_str(&rows, 1, are_terms ? STR("term") : STR("name"));
    store_bind_str(&rows, 2, beginning);
    store_bind_int(&rows, 3, KEPT_WORDS_MOST);
    while (store_step(&rows)) {
        struct str *word = store_list_add(&list);
        *word = store_str(&rows, 0);
    }
    *words = list.items;
    *count = list.count;
    return store_end(&rows);
}
