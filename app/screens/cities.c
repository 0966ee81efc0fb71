/* cities - every city, grouped by what it is to the home city. */
#include "screens/page.h"
#include "screens/registry.h"

struct cities {
    struct store_city *all, *mentioned;
    size_t count, mentioned_count;
};

static bool
cities_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct cities *cities = ARENA_NEW(&screen->arena, struct cities);
    screen->model = cities;
    return store_cities(env->store, &screen->arena, env->locale, (struct str){0}, &cities->all,
               &cities->count, err) &&
           store_cities(env->store, &screen->arena, env->locale, STR("mentioned"),
               &cities->mentioned, &cities->mentioned_count, err);
}

static void
group(struct ui *ui, const struct screen_env *env, struct str role, const struct store_city *cities,
    size_t count) {
    size_t members = 0;
    for (size_t i = 0; i < count; i++) {
        members += str_eq(cities[i].role, role);
    }
    if (members == 0) {
        return;
    }
    ui_open(ui, (struct ui_box){.key = role, .gap = SPACE_M});
    ui_section_header(ui, (struct ui_section_header){.key = STR("header"),
                              .title = word_for(env, WORDS_ROLE, role),
                              .count = word_count(env, ui_arena(ui), MSG_COUNT_CITIES, members)});
    ui_open(ui, (struct ui_box){.key = STR("list"),
                    .role = ROLE_LIST,
                    .axis = UI_GRID,
                    .min_column = 320,
                    .gap = SPACE_M});
    for (size_t i = 0; i < count; i++) {
        if (str_eq(cities[i].role, role)) {
            page_city_row(ui, env, &cities[i]);
        }
    }
    ui_close(ui);
    ui_close(ui);
}

static void
cities_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct cities *cities = screen->model;
    struct str role;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, (struct str){0});
    for (size_t i = 0; word_at(WORDS_ROLE, i, &role); i++) {
        bool mentioned = str_eq(role, STR("mentioned"));
        group(ui, env, role, mentioned ? cities->mentioned : cities->all,
            mentioned ? cities->mentioned_count : cities->count);
    }
    page_frame_close(ui);
}

const struct screen_ops screen_cities = {
    .name = "cities",
    .title = MSG_TITLE_CITIES,
    .load = cities_load,
    .view = cities_view,
    .max_width = 1080,
};
