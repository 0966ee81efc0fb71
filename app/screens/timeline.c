/* timeline - every dated exchange, as lanes on one axis or as a list: `?view=picture` and
 * `?view=list`; without a word panels draw and hands list. `?city=` keeps to one city, `?at=` opens
 * a year, `?event=` an event, and so does `timeline/EVENT`. */
#include "screens/timeline.h"

#include "screens/registry.h"

/* A city that the content does not know is no filter: all events are shown. */
static bool
load_city(struct timeline *timeline, struct screen *screen, const struct screen_env *env,
    struct str id, struct err *err) {
    bool found;
    if (id.n == 0) {
        return true;
    }
    bool ok = store_city(env->store, &screen->arena, env->locale, id, &timeline->city, &found, err);
    if (ok && found) {
        screen->title = word_join(env, &screen->arena, screen->title, timeline->city.name);
    } else {
        timeline->city = (struct store_city){0};
    }
    return ok;
}

static bool
load_event(struct timeline *timeline, struct screen *screen, const struct screen_env *env,
    struct str id, struct err *err) {
    struct store_event *events;
    size_t count;
    struct str listing = timeline->events->listing;
    if (id.n == 0) {
        return true;
    }
    if (!store_listing_place(
            env->store, listing, id, &timeline->place, &timeline->has_event, err)) {
        return false;
    }
    if (!timeline->has_event) {
        return true;
    }
    struct store_window window = {listing, timeline->place, 1};
    if (!store_events(env->store, &screen->arena, env->locale, window, &events, &count, err)) {
        return false;
    }
    timeline->has_event = count > 0;
    timeline->event = count > 0 ? events[0] : (struct store_event){0};
    return true;
}

static bool
wants_list(const struct screen *screen, const struct screen_env *env) {
    struct str view = screen_path_value(&screen->path, STR("view"));
    bool is_event = screen->path.id.n > 0 || screen_path_value(&screen->path, STR("event")).n > 0;
    if (str_eq(view, STR("picture")) || str_eq(view, STR("list"))) {
        return str_eq(view, STR("list"));
    }
    return screen_path_value(&screen->path, STR("choose")).n > 0 ||
           (env->posture == POSTURE_HANDHELD && !is_event);
}

static bool
timeline_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct timeline *timeline = ARENA_NEW(&screen->arena, struct timeline);
    struct str id = screen->path.id, listing = STR("events");
    screen->model = timeline;
    if (!load_city(timeline, screen, env, screen_path_value(&screen->path, STR("city")), err)) {
        return false;
    }
    if (timeline->city.id.n) {
        listing = arena_printf(&screen->arena, "events/city/%.*s", STR_ARG(timeline->city.id));
    }
    if (!rows_open(&timeline->events, screen, env, listing, rows_ask_events,
            sizeof(struct store_event), err) ||
        !load_event(timeline, screen, env,
            id.n ? id : screen_path_value(&screen->path, STR("event")), err)) {
        return false;
    }
    *found = id.n == 0 || timeline->has_event;
    timeline->is_list = wants_list(screen, env);
    if (!timeline->is_list) {
        if (!timeline_picture_load(timeline, screen, env, err)) {
            return false;
        }
        timeline->is_list = timeline->lanes.count == 0;
    }
    return !timeline->is_list || timeline_list_load(timeline, screen, env, err);
}

static void
timeline_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct timeline *timeline = screen->model;
    if (timeline->is_list) {
        timeline_list_view(screen, env, ui);
    } else {
        timeline_picture_view(screen, env, ui);
    }
}

static bool
timeline_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct store_city *cities;
    size_t count;
    struct str listing = arena_printf(list->arena, "cities/dated/%s", locale_tag(env->locale));
    if (!store_cities(
            env->store, list->arena, env->locale, STORE_ALL(listing), &cities, &count, err)) {
        return false;
    }
    path_list_add(list, STR("timeline?view=list"));
    path_list_add(list, STR("timeline?view=picture"));
    for (size_t i = 0; i < count; i++) {
        path_list_add(list, arena_printf(list->arena, "timeline?city=%.*s", STR_ARG(cities[i].id)));
    }
    return true;
}

const struct screen_ops screen_timeline = {
    .name = "timeline",
    .title = MSG_TITLE_TIMELINE,
    .load = timeline_load,
    .view = timeline_view,
    .paths = timeline_paths,
    .max_width = 4000,
};

const struct screen_ops screen_timeline_event = {
    .name = "timeline",
    .takes_id = true,
    .title = MSG_TITLE_TIMELINE,
    .load = timeline_load,
    .view = timeline_view,
    .max_width = 4000,
};
