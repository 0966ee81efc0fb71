/* cities - every city, grouped by what it is to the home city. */
#include "screens/jump.h"
#include "screens/page.h"
#include "screens/registry.h"

struct group {
    struct str role;
    struct rows *rows;
};

struct cities {
    struct group *groups;
    size_t count;
    struct jump jump;
};

static bool
cities_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct cities *cities = ARENA_NEW(&screen->arena, struct cities);
    struct arena *arena = &screen->arena;
    struct str role;
    screen->model = cities;
    jump_init(&cities->jump, screen, STR("cities"), false);
    for (size_t i = 0; word_at(env, WORDS_ROLE, i, &role); i++) {
        cities->count++;
    }
    cities->groups = ARENA_ARRAY(arena, cities->count, struct group);
    for (size_t i = 0; i < cities->count; i++) {
        struct group *group = &cities->groups[i];
        word_at(env, WORDS_ROLE, i, &group->role);
        struct str listing =
            arena_printf(arena, "cities/%.*s/%s", STR_ARG(group->role), locale_tag(env->locale));
        if (!rows_open(&group->rows, screen, env, listing, rows_ask_cities,
                sizeof(struct store_city), err) ||
            !jump_add(&cities->jump, screen, env,
                (struct jump_part){.rows = group->rows,
                    .name = group->role,
                    .title = word_for(env, WORDS_ROLE, group->role)},
                err)) {
            return false;
        }
    }
    return true;
}

static void
group_view(struct ui *ui, const struct screen_env *env, const struct cities *cities,
    const struct group *group) {
    if (group->rows->count == 0) {
        return;
    }
    ui_open(ui, (struct ui_box){.key = group->role,
                    .gap = SPACE_M,
                    .reveal = jump_is_part(&cities->jump, group->role)});
    ui_section_header(
        ui, (struct ui_section_header){.key = STR("header"),
                .title = word_for(env, WORDS_ROLE, group->role),
                .count = word_count(env, ui_arena(ui), MSG_COUNT_CITIES, group->rows->count)});
    page_city_rows(ui, env, group->rows, (struct str){0}, jump_row(&cities->jump, group->rows));
    ui_close(ui);
}

static void
cities_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct cities *cities = screen->model;
    if (jump_is_choosing(&cities->jump)) {
        jump_view(&cities->jump, screen, env, ui);
        return;
    }
    page_frame_open_long(screen, env, ui, jump_scrubber(&cities->jump, env, ui));
    page_head(ui, env, screen->title, (struct str){0}, (struct str){0});
    for (size_t i = 0; i < cities->count; i++) {
        group_view(ui, env, cities, &cities->groups[i]);
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
