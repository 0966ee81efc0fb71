/* city - one city: who it is, what it is to the home city, and everything the two did together. */
#include "screens/city/hand.h"
#include "screens/city/view.h"
#include "screens/registry.h"

static void
city_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct city *city = screen->model;
    page_frame_open(screen, env, ui);
    if (city->is_beside) {
        struct str address = arena_printf(ui_arena(ui), "cities/%.*s", STR_ARG(city->city.id));
        beside_keys(ui, env, address, city->beside.with);
        beside_view(ui, env, &city->beside, address);
        page_frame_close(ui);
        return;
    }
    city_head_view(ui, env, screen, city);
    city_parts_view(ui, env, city);
    city_part_view(ui, env, city);
    page_source(ui, env, &city->source);
    page_own(ui, env);
    city_actions_view(ui, env, screen, city);
    page_frame_close(ui);
}

static void
add_paths(struct path_list *list, struct str id) {
    path_list_add(list, arena_printf(list->arena, "cities/%.*s", STR_ARG(id)));
    for (int part = 0; part < CITY_PARTS; part++) {
        path_list_add(list, arena_printf(list->arena, "cities/%.*s/%.*s", STR_ARG(id),
                                STR_ARG(city_part_name((enum city_part)part))));
    }
}

static bool
city_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct str role;
    for (size_t r = 0; word_at(env, WORDS_ROLE, r, &role); r++) {
        struct store_city *cities;
        size_t count;
        struct str listing =
            arena_printf(list->arena, "cities/%.*s/%s", STR_ARG(role), locale_tag(env->locale));
        if (!store_cities(
                env->store, list->arena, env->locale, STORE_ALL(listing), &cities, &count, err)) {
            return false;
        }
        for (size_t i = 0; i < count; i++) {
            add_paths(list, cities[i].id);
        }
    }
    return true;
}

const struct screen_ops screen_city = {
    .name = "cities",
    .takes_id = true,
    .takes_part = true,
    .title = MSG_TITLE_CITIES,
    .has_own_title = true,
    .load = city_load,
    .view = city_view,
    .paths = city_paths,
    .hand = city_hand,
};
