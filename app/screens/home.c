/* home - everything there is, one touch away. */
#include "screens/contents.h"
#include "screens/page.h"
#include "screens/registry.h"

#define MOST_FEATURED 6

struct home {
    struct store_info info;
    struct store_city city;
    struct rows *featured;
    struct contents contents;
};

static bool
home_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct home *home = ARENA_NEW(&screen->arena, struct home);
    screen->model = home;
    if (!store_info(env->store, &screen->arena, &home->info, err) ||
        !store_city(
            env->store, &screen->arena, env->locale, home->info.home, &home->city, found, err) ||
        !rows_open(&home->featured, screen, env,
            arena_printf(&screen->arena, "cities/prospective/%s", locale_tag(env->locale)),
            rows_ask_cities, sizeof(struct store_city), err)) {
        return false;
    }
    if (!contents_load(&home->contents, env, &screen->arena, &home->info, err)) {
        return false;
    }
    struct msg_arg args[] = {MSG_TEXT(home->city.name)};
    screen->title = i18n_format(env->i18n, &screen->arena, env->locale, MSG_TITLE_HOME, args, 1);
    *found = true; /* a database without a home city still has a home screen */
    return true;
}

static void
tile(struct ui *ui, const struct screen_env *env, const struct contents_part *tile) {
    ui_card_open(ui, (struct ui_card){.key = str_from(tile->path),
                         .action = arena_printf(ui_arena(ui), "open %s", tile->path),
                         .label = word_text(env, tile->title),
                         .gap = SPACE_XS,
                         .role = ROLE_LINK});
    ui_icon(
        ui, (struct ui_icon_spec){.name = str_from(tile->icon), .size = 32, .color = COLOR_INDIGO});
    ui_space(ui, SPACE_XS);
    ui_text(ui, word_text(env, tile->title), env->locale,
        (struct ui_text_spec){.style = TYPE_LEAD, .strong = true});
    ui_text(ui, word_text(env, tile->text), env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2, .by_phrase = true});
    ui_close(ui);
}

/* The first few, and the way to all of them. */
static void
featured(struct ui *ui, const struct screen_env *env, struct rows *rows) {
    bool is_all = rows->count <= MOST_FEATURED;
    page_section_open(ui, env, STR("featured"), word_text(env, MSG_FEATURED));
    for (size_t i = 0; i < rows->count && i < MOST_FEATURED; i++) {
        const struct store_city *city = rows_at(rows, env, i);
        if (city) {
            page_city_row(ui, env, city, false);
        } else {
            page_row_missing(ui, env, i);
        }
    }
    if (!is_all) {
        ui_button(ui, (struct ui_button){.key = STR("all"),
                          .label = word_text(env, MSG_TITLE_CITIES),
                          .end_icon = STR("chevron"),
                          .kind = UI_BUTTON_LINK,
                          .action = STR("open cities")});
    }
    ui_close(ui);
}

static void
home_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct home *home = screen->model;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, word_text(env, MSG_HOME_LEAD));
    ui_button(ui, (struct ui_button){.key = STR("find"),
                      .label = word_text(env, MSG_HOME_SEARCH),
                      .icon = STR("search"),
                      .action = STR("open search"),
                      .kind = UI_BUTTON_SECONDARY,
                      .fill = true});
    ui_open(ui, (struct ui_box){.key = STR("tiles"),
                    .role = ROLE_LIST,
                    .axis = UI_GRID,
                    .min_column = 200,
                    .gap = SPACE_M});
    for (size_t i = 0; i < home->contents.count; i++) {
        tile(ui, env, home->contents.parts[i]);
    }
    ui_close(ui);
    if (home->featured->count > 0) {
        featured(ui, env, home->featured);
    }
    page_frame_close(ui);
}

const struct screen_ops screen_home = {
    .name = "home",
    .title = MSG_TITLE_HOME,
    .has_own_title = true,
    .load = home_load,
    .view = home_view,
    .max_width = 1080,
};
