#include "teach.h"

#include "base/check.h"
#include "base/log.h"
#include "base/vec.h"
#include "content/store.h"
#include "text/engine.h"

/* Names on their way to the engine, which takes them at once. */
struct name_list {
    struct arena *arena;
    struct str *names;
    size_t count, cap;
};

static void
add_name(struct name_list *list, struct str name) {
    VEC_ROOM_IN(list->arena, list->names, list->count, list->cap, 1);
    list->names[list->count++] = name;
}

static bool
collect_cities(
    struct store *store, enum locale_id locale, struct name_list *list, struct err *err) {
    static const struct str roles[] = {STR_INIT(""), STR_INIT("mentioned")};
    for (size_t r = 0; r < ARRAY_LEN(roles); r++) {
        struct store_city *cities;
        size_t count;
        if (!store_cities(store, list->arena, locale, roles[r], &cities, &count, err)) {
            return false;
        }
        for (size_t i = 0; i < count; i++) {
            add_name(list, cities[i].name);
        }
    }
    return true;
}

static bool
collect_people_and_schools(
    struct store *store, enum locale_id locale, struct name_list *list, struct err *err) {
    struct store_person *people;
    struct store_school_link *links;
    size_t count;
    if (!store_people(store, list->arena, locale, &people, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        add_name(list, people[i].name);
    }
    if (!store_school_links(store, list->arena, locale, &links, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        add_name(list, links[i].school_name);
        add_name(list, links[i].partner_name);
    }
    return true;
}

/* Names of cities, people and schools: no line splits them while it has another place. A name may
 * stand in text of any language, so each learns those of all. */
static bool
teach_names(struct text_engine *engine, struct store *store, struct arena *arena, struct err *err) {
    struct name_list list = {.arena = arena};
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        if (!collect_cities(store, (enum locale_id)locale, &list, err) ||
            !collect_people_and_schools(store, (enum locale_id)locale, &list, err)) {
            return false;
        }
    }
    text_engine_forget_words(engine); /* of the content before */
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        text_engine_add_names(engine, (enum locale_id)locale, list.names, list.count);
    }
    return true;
}

/* The terms of the glossary: a Japanese heading keeps such compounds whole. The other languages
 * write them in several words, and a line may end between these. */
static bool
teach_terms(struct text_engine *engine, struct store *store, struct arena *arena, struct err *err) {
    struct name_list list = {.arena = arena};
    struct store_term *terms;
    size_t count;
    if (!store_terms(store, arena, LOCALE_JA, &terms, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        add_name(&list, terms[i].term);
    }
    text_engine_add_terms(engine, LOCALE_JA, list.names, list.count);
    return true;
}

void
teach_engine(struct text_engine *engine, struct store *store) {
    struct arena arena;
    struct err err;
    arena_init(&arena);
    if (!teach_names(engine, store, &arena, &err) || !teach_terms(engine, store, &arena, &err)) {
        log_write(LOG_WARN, "content", "names and terms cannot be read: %s", err.message);
    }
    arena_finish(&arena);
}
