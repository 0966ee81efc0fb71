/* timeline - every dated exchange, year by year; `?city=` keeps to one city. */
#include "screens/page.h"
#include "screens/registry.h"

struct timeline {
    struct store_city *cities;
    struct store_event *events;
    size_t city_count, event_count;
    struct str city; /* the filter, or empty */
};

static bool
timeline_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct timeline *timeline = ARENA_NEW(&screen->arena, struct timeline);
    screen->model = timeline;
    timeline->city = screen_path_value(&screen->path, STR("city"));
    if (timeline->city.n) {
        struct store_city city;
        if (!store_city(
                env->store, &screen->arena, env->locale, timeline->city, &city, found, err)) {
            return false;
        }
        if (!*found) {
            return true;
        }
        screen->title = word_join(env, &screen->arena, screen->title, city.name);
    }
    struct store_event_filter filter = {.city = timeline->city};
    return store_cities(env->store, &screen->arena, env->locale, (struct str){0}, &timeline->cities,
               &timeline->city_count, err) &&
           store_events(env->store, &screen->arena, env->locale, &filter, &timeline->events,
               &timeline->event_count, err);
}

/* 안산 and 鞍山 are one name in Hangul: with its country where another city here has the same. */
static struct str
chip_label(struct arena *arena, const struct timeline *timeline, size_t which) {
    const struct store_city *city = &timeline->cities[which];
    for (size_t i = 0; i < timeline->city_count; i++) {
        bool is_rival = i != which && timeline->cities[i].event_count > 0;
        if (is_rival && str_eq(timeline->cities[i].name, city->name)) {
            return arena_printf(
                arena, "%.*s(%.*s)", STR_ARG(city->name), STR_ARG(city->country_name));
        }
    }
    return city->name;
}

static void
filters(struct ui *ui, const struct screen_env *env, const struct timeline *timeline) {
    ui_open(ui, (struct ui_box){.key = STR("filters"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_TITLE_CITIES),
                    .axis = UI_WRAP,
                    .gap = SPACE_S});
    ui_chip(ui, (struct ui_chip){.key = STR("all"),
                    .label = word_text(env, MSG_FILTER_ALL),
                    .action = STR("replace timeline"),
                    .selected = timeline->city.n == 0});
    for (size_t i = 0; i < timeline->city_count; i++) {
        const struct store_city *city = &timeline->cities[i];
        if (city->event_count == 0) {
            continue;
        }
        ui_chip(ui, (struct ui_chip){.key = city->id,
                        .label = chip_label(ui_arena(ui), timeline, i),
                        .action = arena_printf(
                            ui_arena(ui), "replace timeline?city=%.*s", STR_ARG(city->id)),
                        .selected = str_eq(timeline->city, city->id)});
    }
    ui_close(ui);
}

/* Events of one year under its heading. Returns the index after them. */
static size_t
year(struct ui *ui, const struct screen_env *env, const struct timeline *timeline, size_t first) {
    struct arena *arena = ui_arena(ui);
    int16_t which = timeline->events[first].date.from.year;
    size_t end = first;
    while (end < timeline->event_count && timeline->events[end].date.from.year == which) {
        end++;
    }
    struct edtf date = {.from = {.precision = EDTF_YEAR, .year = which}};
    page_section_open(ui, env, arena_printf(arena, "year-%d", which),
        i18n_date(env->i18n, arena, env->locale, &date, true));
    page_events(
        ui, env, timeline->events + first, end - first, timeline->city.n == 0, (struct str){0});
    ui_close(ui);
    return end;
}

static void
timeline_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct timeline *timeline = screen->model;
    page_frame_open(screen, env, ui);
    page_head(ui, env, word_text(env, MSG_TITLE_TIMELINE), (struct str){0},
        word_text(env, MSG_TIMELINE_LEAD));
    filters(ui, env, timeline);
    for (size_t at = 0; at < timeline->event_count;) {
        at = year(ui, env, timeline, at);
    }
    if (timeline->event_count == 0) {
        page_text(ui, env, word_text(env, MSG_NO_EVENTS));
    }
    page_frame_close(ui);
}

static bool
timeline_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct store_city *cities;
    size_t count;
    if (!store_cities(
            env->store, list->arena, env->locale, (struct str){0}, &cities, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (cities[i].event_count) {
            path_list_add(
                list, arena_printf(list->arena, "timeline?city=%.*s", STR_ARG(cities[i].id)));
        }
    }
    return true;
}

const struct screen_ops screen_timeline = {
    .name = "timeline",
    .title = MSG_TITLE_TIMELINE,
    .load = timeline_load,
    .view = timeline_view,
    .paths = timeline_paths,
};
