#include "screens/rows.h"

#include "base/log.h"

#define ASK(name, question, type)                                                         \
    bool rows_ask_##name(struct store *store, struct arena *arena, enum locale_id locale, \
        struct store_window window, void **items, size_t *count, struct err *err) {       \
        struct type *found = NULL;                                                        \
        bool ok = question(store, arena, locale, window, &found, count, err);             \
        *items = found;                                                                   \
        return ok;                                                                        \
    }

ASK(events, store_events, store_event)
ASK(cities, store_cities, store_city)
ASK(relations, store_relations, store_relation)
ASK(terms, store_terms, store_term)
ASK(phrases, store_phrases, store_phrase)
ASK(school_links, store_school_links, store_school_link)
ASK(articles, store_articles, store_article)
ASK(figures, store_figures, store_figure)
ASK(facts, store_facts, store_fact)
ASK(names, store_names, store_name)
ASK(sections, store_sections, store_section)
ASK(checks, store_checklist, store_check)
ASK(holidays, store_holidays, store_holiday)
ASK(people, store_people, store_person)

static struct rows *
make(struct screen *screen, struct str listing, size_t item_size) {
    struct rows *rows = ARENA_NEW(&screen->arena, struct rows);
    rows->listing = arena_str(&screen->arena, listing);
    rows->item_size = item_size;
    rows->next = screen->rows;
    screen->rows = rows;
    return rows;
}

bool
rows_open(struct rows **rows, struct screen *screen, const struct screen_env *env,
    struct str listing, rows_ask_fn *ask, size_t item_size, struct err *err) {
    *rows = make(screen, listing, item_size);
    (*rows)->ask = ask;
    return store_listing_size(env->store, listing, &(*rows)->count, err);
}

struct rows *
rows_open_of(struct screen *screen, struct str name, size_t count, rows_ask_of_fn *ask, void *self,
    size_t item_size) {
    struct rows *rows = make(screen, name, item_size);
    rows->count = count;
    rows->ask_of = ask;
    rows->self = self;
    return rows;
}

static bool
ask(struct rows *rows, const struct screen_env *env, size_t which, size_t first, struct err *err) {
    struct arena *arena = &rows->chunks[which].arena;
    void **items = &rows->chunks[which].items;
    size_t *count = &rows->chunks[which].count;
    if (rows->ask_of) {
        return rows->ask_of(rows->self, env->store, arena, first, ROWS_CHUNK, items, count, err);
    }
    struct store_window window = {rows->listing, first, ROWS_CHUNK};
    return rows->ask(env->store, arena, env->locale, window, items, count, err);
}

static void
load(struct rows *rows, const struct screen_env *env, size_t which, size_t first) {
    struct err err = {0};
    if (rows->chunks[which].used == 0) {
        arena_init(&rows->chunks[which].arena);
    }
    arena_reset(&rows->chunks[which].arena);
    rows->chunks[which].first = first;
    rows->chunks[which].count = 0;
    if (!rows->has_failed && !ask(rows, env, which, first, &err)) {
        rows->has_failed = true;
        rows->chunks[which].count = 0;
        log_write(LOG_ERROR, "rows", "%.*s from %zu cannot be read: %s", STR_ARG(rows->listing),
            first, err.message);
    }
}

const void *
rows_at(struct rows *rows, const struct screen_env *env, size_t index) {
    size_t first = index / ROWS_CHUNK * ROWS_CHUNK, which = ROWS_CHUNKS, oldest = 0;
    for (size_t i = 0; i < ROWS_CHUNKS; i++) {
        if (rows->chunks[i].used > 0 && rows->chunks[i].first == first) {
            which = i;
        }
        oldest = rows->chunks[i].used < rows->chunks[oldest].used ? i : oldest;
    }
    if (which == ROWS_CHUNKS) {
        which = oldest;
        load(rows, env, which, first);
    }
    rows->chunks[which].used = ++rows->clock;
    return index - first < rows->chunks[which].count
               ? (const char *)rows->chunks[which].items + (index - first) * rows->item_size
               : NULL;
}

void
rows_close_all(struct rows *first) {
    for (struct rows *rows = first; rows; rows = rows->next) {
        for (size_t i = 0; i < ROWS_CHUNKS; i++) {
            if (rows->chunks[i].used > 0) {
                arena_finish(&rows->chunks[i].arena);
            }
        }
    }
}
