#include "screens/city/model.h"

#include "base/check.h"
#include "screens/page.h"

static const struct str part_names[] = {[CITY_NOW] = STR_INIT("now"),
    [CITY_HISTORY] = STR_INIT("history"),
    [CITY_PEOPLE] = STR_INIT("people"),
    [CITY_NAMES] = STR_INIT("names")};

struct str
city_part_name(enum city_part part) {
    return part_names[part];
}

bool
city_is_home(const struct city *city) {
    return str_eq(city->city.role, STR("home"));
}

struct rows *
city_facts(const struct city *city, const char *kind) {
    for (size_t i = 0; i < city->kinds; i++) {
        if (str_eq(city->fact_kinds[i], str_from(kind))) {
            return city->facts[i];
        }
    }
    return NULL;
}

size_t
city_count_facts(const struct city *city, const char *const *kinds) {
    size_t count = 0;
    for (; *kinds; kinds++) {
        struct rows *rows = city_facts(city, *kinds);
        count += rows ? rows->count : 0;
    }
    return count;
}

/* The row that the path names, from 1; 0: it names none of this list. */
static bool
find_marked(const struct screen_env *env, const struct screen_path *path, const char *key,
    const struct rows *rows, size_t *marked, struct err *err) {
    struct str id = screen_path_value(path, str_from(key));
    bool is_here = false;
    bool ok =
        id.n == 0 || store_listing_place(env->store, rows->listing, id, marked, &is_here, err);
    *marked = is_here ? *marked + 1 : 0;
    return ok;
}

/* What belongs at a glance; the other figures of the home city have a screen of their own. */
static bool
load_figures(
    struct city *city, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct str listing =
        arena_printf(&screen->arena, "figures/glance/cities/%.*s", STR_ARG(city->city.id));
    return rows_open(&city->figures, screen, env, listing, rows_ask_figures,
               sizeof(struct store_figure), err) &&
           find_marked(env, &screen->path, "figure", city->figures, &city->marked_figure, err);
}

static bool
load_facts(
    struct city *city, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct str kind;
    while (word_at(env, WORDS_FACT, city->kinds, &kind)) {
        city->kinds++;
    }
    city->facts = ARENA_ARRAY(&screen->arena, city->kinds, struct rows *);
    city->fact_kinds = ARENA_ARRAY(&screen->arena, city->kinds, struct str);
    bool ok = true;
    for (size_t i = 0; ok && i < city->kinds; i++) {
        word_at(env, WORDS_FACT, i, &kind);
        city->fact_kinds[i] = kind;
        struct str listing = arena_printf(
            &screen->arena, "facts/cities/%.*s/%.*s", STR_ARG(city->city.id), STR_ARG(kind));
        ok = rows_open(
            &city->facts[i], screen, env, listing, rows_ask_facts, sizeof(struct store_fact), err);
    }
    return ok;
}

static bool
load_names(
    struct city *city, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct str listing = arena_printf(&screen->arena, "names/cities/%.*s", STR_ARG(city->city.id));
    struct str official = arena_printf(&screen->arena, "%.*s/official", STR_ARG(listing));
    struct str shown = arena_printf(&screen->arena, "%.*s/shown", STR_ARG(listing));
    return rows_open(
               &city->names, screen, env, shown, rows_ask_names, sizeof(struct store_name), err) &&
           rows_open(&city->official_names, screen, env, official, rows_ask_names,
               sizeof(struct store_name), err);
}

/* A city's own events. In the case studies the events of a pair stand with the partner; the home
 * side shows them, too. (The home city of the app would show everything: it has the timeline.) */
static bool
load_events(
    struct city *city, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    struct str listing = arena_printf(arena, "events/city/%.*s", STR_ARG(city->city.id));
    bool ok = rows_open(
        &city->events, screen, env, listing, rows_ask_events, sizeof(struct store_event), err);
    for (size_t i = 0;
         ok && city->events->count == 0 && !city_is_home(city) && i < city->relations->count; i++) {
        const struct store_relation *relation = rows_at(city->relations, env, i);
        listing =
            arena_printf(arena, "events/relation/%.*s", STR_ARG(relation ? relation->id : STR("")));
        ok = rows_open(
            &city->events, screen, env, listing, rows_ask_events, sizeof(struct store_event), err);
    }
    return ok && find_marked(env, &screen->path, "event", city->events, &city->marked_event, err);
}

static bool
load_lists(
    struct city *city, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    return rows_open(&city->relations, screen, env,
               arena_printf(arena, "relations/%.*s", STR_ARG(city->city.id)), rows_ask_relations,
               sizeof(struct store_relation), err) &&
           rows_open(&city->articles, screen, env,
               arena_printf(arena, "articles/city/%.*s", STR_ARG(city->city.id)), rows_ask_articles,
               sizeof(struct store_article), err) &&
           load_events(city, screen, env, err);
}

/* What the path asks for; CITY_PARTS: there is no such part. */
static enum city_part
part_of(const struct city *city, const struct screen_path *path) {
    int part = 0;
    if (path->part.n == 0) {
        return city->marked_event > 0    ? CITY_HISTORY
               : city->marked_figure > 0 ? CITY_PEOPLE
                                         : CITY_NOW;
    }
    while (part < CITY_PARTS && !str_eq(path->part, part_names[part])) {
        part++;
    }
    return (enum city_part)part;
}

static bool
load_home(struct city *city, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct store_info info;
    bool found;
    bool ok =
        store_info(env->store, &screen->arena, &info, err) &&
        store_city(env->store, &screen->arena, env->locale, info.home, &city->home, &found, err);
    city->dial = ok ? dial_of(env, &city->home, &city->city) : (struct dial){0};
    return ok;
}

bool
city_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct city *city = ARENA_NEW(&screen->arena, struct city);
    struct arena *arena = &screen->arena;
    screen->model = city;
    if (!store_city(env->store, arena, env->locale, screen->path.id, &city->city, found, err)) {
        return false;
    }
    if (!*found) {
        return true;
    }
    bool has_hero;
    struct str record = arena_printf(arena, "cities/%.*s", STR_ARG(city->city.id));
    screen->title = city->city.name;
    enum locale_id with;
    city->is_beside = beside_is_asked(&screen->path, env, &with);
    if (city->is_beside) {
        screen->max_width = BESIDE_WIDTH_DP;
        return beside_load(
            &city->beside, env, arena, STR("cities"), city->city.id, with, found, err);
    }
    if (!load_home(city, screen, env, err) ||
        !store_picture_of(env->store, arena, env->locale, record, STR("hero"), 2, &screen->hero,
            &has_hero, err) ||
        !load_names(city, screen, env, err) || !load_lists(city, screen, env, err) ||
        !load_facts(city, screen, env, err) || !load_figures(city, screen, env, err)) {
        return false;
    }
    city->part = part_of(city, &screen->path);
    *found = city->part != CITY_PARTS;
    screen->hero_is_beside = city->part != CITY_NOW;
    return page_source_load(env, arena, city->city.source, &city->source, err);
}
