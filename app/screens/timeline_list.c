/* The timeline as a list, year by year; `?choose=city` lists the cities, `?choose=city-letter` what
 * they begin with. */
#include "screens/timeline.h"

/* So many cities stand as chips above the list; more have a page of their own. */
#define MOST_CHIPS 24
#define LIST_PATH STR("timeline?view=list")

static struct str
heading_of_event(const void *row, const struct screen_env *env, struct arena *arena) {
    (void)env;
    const struct store_event *event = row;
    return arena_printf(arena, "%d", event->date.from.year);
}

/* The pages that cities are chosen from; without dated cities there is nothing to choose. */
static bool
load_choices(struct timeline *timeline, struct screen *screen, const struct screen_env *env,
    struct err *err) {
    struct str choose = screen_path_value(&screen->path, STR("choose"));
    struct jump *jump = &timeline->city_jump;
    jump_init(jump, screen, STR("timeline?choose=city"), false);
    jump->choose = STR("choose=city-letter");
    jump->asks_to_choose = str_eq(choose, STR("city-letter"));
    bool is_of_cities = jump->asks_to_choose || str_eq(choose, STR("city"));
    if (!rows_open(&timeline->cities, screen, env,
            arena_printf(&screen->arena, "cities/dated/%s", locale_tag(env->locale)),
            rows_ask_cities, sizeof(struct store_city), err)) {
        return false;
    }
    timeline->is_choosing = is_of_cities && timeline->cities->count > 0;
    return !is_of_cities ||
           jump_add(jump, screen, env, (struct jump_part){.rows = timeline->cities}, err);
}

bool
timeline_list_load(struct timeline *timeline, struct screen *screen, const struct screen_env *env,
    struct err *err) {
    struct arena *arena = &screen->arena;
    struct str id = timeline->city.id, path = LIST_PATH;
    if (id.n) {
        path = arena_printf(arena, "timeline?view=list&city=%.*s", STR_ARG(id));
    }
    jump_init(&timeline->jump, screen, path, true);
    return jump_add(&timeline->jump, screen, env,
               (struct jump_part){.rows = timeline->events, .heading = heading_of_event}, err) &&
           load_choices(timeline, screen, env, err);
}

/* 안산 and 鞍山 are one name in Hangul: with its country where another city here has the same. */
static struct str
chip_label(const struct screen_env *env, struct arena *arena, struct rows *cities,
    const struct store_city *city) {
    for (size_t i = 0; i < cities->count; i++) {
        const struct store_city *other = rows_at(cities, env, i);
        if (other && !str_eq(other->id, city->id) && str_eq(other->name, city->name)) {
            return arena_printf(
                arena, "%.*s(%.*s)", STR_ARG(city->name), STR_ARG(city->country_name));
        }
    }
    return city->name;
}

static void
city_chip(struct ui *ui, const struct store_city *city, struct str label, bool is_selected) {
    ui_chip(ui, (struct ui_chip){.key = city->id,
                    .label = label,
                    .action = arena_printf(
                        ui_arena(ui), "replace timeline?view=list&city=%.*s", STR_ARG(city->id)),
                    .selected = is_selected});
}

static void
filters(struct ui *ui, const struct screen_env *env, const struct timeline *timeline) {
    bool fits = timeline->cities->count <= MOST_CHIPS;
    ui_open(ui, (struct ui_box){.key = STR("filters"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_TITLE_CITIES),
                    .axis = UI_WRAP,
                    .gap = SPACE_S});
    ui_chip(ui, (struct ui_chip){.key = STR("all"),
                    .label = word_text(env, MSG_FILTER_ALL),
                    .action = STR("replace timeline?view=list"),
                    .selected = timeline->city.id.n == 0});
    for (size_t i = 0; fits && i < timeline->cities->count; i++) {
        const struct store_city *city = rows_at(timeline->cities, env, i);
        if (city) {
            city_chip(ui, city, chip_label(env, ui_arena(ui), timeline->cities, city),
                str_eq(timeline->city.id, city->id));
        }
    }
    if (!fits && timeline->city.id.n) {
        city_chip(ui, &timeline->city, timeline->city.name, true);
    }
    if (!fits) {
        ui_chip(ui, (struct ui_chip){.key = STR("choose"),
                        .label = word_text(env, MSG_CHOOSE_CITY),
                        .icon = STR("city"),
                        .action = STR("open timeline?choose=city")});
    }
    ui_close(ui);
}

struct view {
    const struct timeline *timeline;
    const struct screen_env *env;
    size_t at; /* from 1: the row that the path asks for */
};

static int
year_of(const struct view *view, size_t i) {
    const struct store_event *event =
        i < view->timeline->events->count ? rows_at(view->timeline->events, view->env, i) : NULL;
    return event ? event->date.from.year : INT16_MIN;
}

/* An event; the first one of a year brings the heading of the year along. */
static void
event_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct timeline *timeline = view->timeline;
    const struct screen_env *env = view->env;
    struct arena *arena = ui_arena(ui);
    const struct store_event *event = rows_at(timeline->events, env, i);
    if (!event) {
        page_row_missing(ui, env, i);
        return;
    }
    int year = event->date.from.year;
    bool is_first = i == 0 || year_of(view, i - 1) != year, is_last = year_of(view, i + 1) != year;
    ui_open(ui, (struct ui_box){.gap = SPACE_M, .reveal = view->at == i + 1});
    if (is_first) {
        struct edtf date = {.from = {.precision = EDTF_YEAR, .year = (int16_t)year}};
        ui_open(ui, (struct ui_box){.padding = {.top = i > 0 ? SPACE_XL : 0}});
        ui_heading(ui, i18n_date(env->i18n, arena, env->locale, &date, true), env->locale,
            (struct ui_heading){.key = arena_printf(arena, "year-%d", year), .level = 2});
        ui_close(ui);
    }
    page_event(ui, env, event, timeline->city.id.n == 0, is_first, is_last,
        timeline->has_event && i == timeline->place);
    ui_close(ui);
}

static void
choose_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_city *city = rows_at(view->timeline->cities, view->env, i);
    if (!city) {
        page_row_missing(ui, view->env, i);
        return;
    }
    ui_link_row(ui,
        (struct ui_link_row){.key = city->id,
            .title = city->name,
            .reading = word_place(view->env, ui_arena(ui), city->region, city->country_name),
            .text =
                word_count(view->env, ui_arena(ui), MSG_COUNT_EVENTS, (size_t)city->event_count),
            .reveal = jump_row(&view->timeline->city_jump, view->timeline->cities) == i + 1,
            .action = arena_printf(
                ui_arena(ui), "replace timeline?view=list&city=%.*s", STR_ARG(city->id))});
}

static void
choose_view(const struct screen *screen, const struct view *view, struct ui *ui) {
    const struct rows *cities = view->timeline->cities;
    const struct jump *jump = &view->timeline->city_jump;
    page_frame_open_long(screen, view->env, ui, jump_scrubber(jump, view->env, ui));
    page_head(ui, view->env, word_text(view->env, MSG_CHOOSE_CITY), (struct str){0}, screen->title);
    ui_list(ui, (struct ui_list){.key = STR("cities"),
                    .content = cities->listing,
                    .count = cities->count,
                    .min_column = 320,
                    .gap = SPACE_M,
                    .reveal = jump_row(jump, cities),
                    .row = choose_row,
                    .self = (void *)view});
    page_frame_close(ui);
}

static struct str
picture_action(struct ui *ui, const struct timeline *timeline) {
    struct str id = timeline->city.id;
    return arena_printf(
        ui_arena(ui), "replace timeline?view=picture%s%.*s", id.n ? "&city=" : "", STR_ARG(id));
}

void
timeline_list_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct timeline *timeline = screen->model;
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){timeline, env, jump_row(&timeline->jump, timeline->events)};
    view->at = view->at == 0 && timeline->has_event ? timeline->place + 1 : view->at;
    bool is_year = jump_is_choosing(&timeline->jump);
    if (is_year || jump_is_choosing(&timeline->city_jump)) {
        jump_view(is_year ? &timeline->jump : &timeline->city_jump, screen, env, ui);
        return;
    }
    if (timeline->is_choosing) {
        choose_view(screen, view, ui);
        return;
    }
    page_frame_open_long(screen, env, ui, jump_scrubber(&timeline->jump, env, ui));
    page_head_noted(ui, env, word_text(env, MSG_TITLE_TIMELINE), (struct str){0}, (struct str){0},
        word_text(env, MSG_TIMELINE_NOTE));
    ui_button(ui, (struct ui_button){.key = STR("picture"),
                      .label = word_text(env, MSG_SHOW_PICTURE),
                      .icon = STR("lanes"),
                      .kind = UI_BUTTON_SECONDARY,
                      .action = picture_action(ui, timeline)});
    filters(ui, env, timeline);
    if (timeline->events->count == 0) {
        page_text(ui, env, word_text(env, MSG_NO_EVENTS));
    }
    ui_list(ui, (struct ui_list){.key = STR("events"),
                    .label = screen->title,
                    .content = timeline->events->listing,
                    .count = timeline->events->count,
                    .reveal = view->at,
                    .row = event_row,
                    .self = view});
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}
