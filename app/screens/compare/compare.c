/* compare - two cities in columns: compare/A/B. Without the second, and without both, it is a list
 * to choose from. */
#include "screens/compare/view.h"
#include "screens/registry.h"

/* The cities to choose from: all but the one chosen before. */
struct choice {
    struct rows *cities;
    struct str first, name; /* of the one chosen before, or empty */
    bool has_place;
    size_t place; /* where that stands among them */
};

static bool
choice_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct choice *choice = ARENA_NEW(&screen->arena, struct choice);
    struct store_city first = {0};
    screen->model = choice;
    choice->first = screen->path.id;
    if (choice->first.n &&
        !store_city(env->store, &screen->arena, env->locale, choice->first, &first, found, err)) {
        return false;
    }
    choice->name = first.name;
    return rows_open(&choice->cities, screen, env, STR("cities"), rows_ask_cities,
               sizeof(struct store_city), err) &&
           store_listing_place(
               env->store, STR("cities"), choice->first, &choice->place, &choice->has_place, err);
}

/* In the frame's arena. */
struct list {
    const struct screen_env *env;
    const struct choice *choice;
};

static void
choice_row(struct ui *ui, void *self, size_t i) {
    const struct list *list = self;
    const struct choice *choice = list->choice;
    const struct screen_env *env = list->env;
    struct arena *arena = ui_arena(ui);
    size_t place = choice->has_place && i >= choice->place ? i + 1 : i;
    const struct store_city *city = rows_at(choice->cities, env, place);
    if (!city) {
        page_row_missing(ui, env, place);
        return;
    }
    struct str first = choice->first;
    ui_link_row(ui, (struct ui_link_row){.key = city->id,
                        .title = city->name,
                        .reading = word_place(env, arena, city->region, city->country_name),
                        .country = city->country,
                        .action = arena_printf(arena, "replace compare/%.*s%s%.*s", STR_ARG(first),
                            first.n ? "/" : "", STR_ARG(city->id))});
}

static void
choice_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct choice *choice = screen->model;
    struct list *list = ARENA_NEW(ui_arena(ui), struct list);
    struct msg_arg args[] = {MSG_TEXT(choice->name)};
    struct str what = choice->first.n ? i18n_format(env->i18n, ui_arena(ui), env->locale,
                                            MSG_COMPARE_SECOND, args, 1)
                                      : word_text(env, MSG_COMPARE_FIRST);
    *list = (struct list){env, choice};
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, what);
    ui_list(ui, (struct ui_list){.key = STR("list"),
                    .label = what,
                    .content = STR("cities"),
                    .count = choice->cities->count - (choice->has_place ? 1 : 0),
                    .min_column = 320,
                    .gap = SPACE_M,
                    .row = choice_row,
                    .self = list});
    page_frame_close(ui);
}

static void
compare_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    if (screen->path.part.n == 0) {
        choice_view(screen, env, ui);
        return;
    }
    page_frame_open(screen, env, ui);
    ui_open(ui, (struct ui_box){.key = STR("head"),
                    .axis = UI_WRAP,
                    .gap = SPACE_M,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_BETWEEN});
    ui_text(ui, screen->title, env->locale,
        (struct ui_text_spec){.style = TYPE_HEADING, .role = ROLE_HEADING, .level = 1});
    ui_button(ui, (struct ui_button){.key = STR("change"),
                      .label = word_text(env, MSG_COMPARE_CHANGE),
                      .icon = STR("compare"),
                      .kind = UI_BUTTON_SECONDARY,
                      .action = page_action(ui, "compare", screen->path.id)});
    ui_close(ui);
    columns_view(ui, env, screen->model);
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

static bool
both_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    return screen->path.part.n ? compare_load(screen, env, found, err)
                               : choice_load(screen, env, found, err);
}

/* Each city, to compare with, and beside the next one: all pairs would be as many as their number
 * times itself. */
static bool
compare_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct store_city *cities;
    size_t count;
    if (!store_cities(
            env->store, list->arena, env->locale, STORE_ALL(STR("cities")), &cities, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct str id = cities[i].id;
        path_list_add(list, arena_printf(list->arena, "compare/%.*s", STR_ARG(id)));
        if (count > 1) {
            path_list_add(list, arena_printf(list->arena, "compare/%.*s/%.*s", STR_ARG(id),
                                    STR_ARG(cities[(i + 1) % count].id)));
        }
    }
    return true;
}

const struct screen_ops screen_compare_first = {
    .name = "compare",
    .title = MSG_TITLE_COMPARE,
    .load = choice_load,
    .view = choice_view,
    .max_width = 1080,
};

const struct screen_ops screen_compare = {
    .name = "compare",
    .takes_id = true,
    .takes_part = true,
    .title = MSG_TITLE_COMPARE,
    .load = both_load,
    .view = compare_view,
    .paths = compare_paths,
    .max_width = 1080,
};
