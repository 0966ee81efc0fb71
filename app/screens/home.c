/* home - everything there is, one touch away. */
#include "screens/page.h"
#include "screens/registry.h"

#include "base/check.h"

#define MOST_FEATURED 6

struct tile {
    const char *path, *icon;
    enum msg title, text;
};

static const struct tile tiles[] = {
    {"cities", "city", MSG_TITLE_CITIES, MSG_HOME_CITIES},
    {"timeline", "timeline", MSG_TITLE_TIMELINE, MSG_HOME_TIMELINE},
    {"guides", "guide", MSG_TITLE_GUIDES, MSG_HOME_GUIDES},
    {"cases", "case", MSG_TITLE_CASES, MSG_HOME_CASES},
    {"phrases", "phrase", MSG_TITLE_PHRASES, MSG_HOME_PHRASES},
    {"glossary", "glossary", MSG_TITLE_GLOSSARY, MSG_HOME_GLOSSARY},
    {"statistics", "statistics", MSG_TITLE_STATISTICS, MSG_HOME_STATISTICS},
    {"schools", "school", MSG_TITLE_SCHOOLS, MSG_HOME_SCHOOLS},
    {"reports", "report", MSG_TITLE_REPORTS, MSG_HOME_REPORTS},
    {"talks", "talk", MSG_TITLE_TALKS, MSG_HOME_TALKS},
    {"about", "source", MSG_TITLE_ABOUT, MSG_HOME_ABOUT},
};

struct home {
    struct store_info info;
    struct store_city city;
    struct rows *featured;
    bool has[ARRAY_LEN(tiles)]; /* an officer's own content may have no glossary, no schools */
};

/* Whether the tile leads anywhere. */
static bool
count_behind(const struct home *home, const struct screen_env *env, struct arena *arena,
    struct str path, size_t *count, struct err *err) {
    struct str listing = {0};
    *count = 1; /* cities and sources are always there */
    if (str_eq(path, STR("timeline"))) {
        *count = (size_t)home->info.events;
    } else if (str_eq(path, STR("glossary"))) {
        *count = (size_t)home->info.terms;
    } else if (str_eq(path, STR("phrases"))) {
        *count = (size_t)home->info.phrases;
    } else if (str_eq(path, STR("statistics"))) {
        listing = STR("figures");
    } else if (str_eq(path, STR("schools"))) {
        listing = arena_printf(arena, "school-links/%s", locale_tag(env->locale));
    } else if (!str_eq(path, STR("cities")) && !str_eq(path, STR("about"))) {
        listing = arena_printf(arena, "articles/%.*s/%s", STR_ARG(path), locale_tag(env->locale));
    }
    return listing.n == 0 || store_listing_size(env->store, listing, count, err);
}

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
    for (size_t i = 0; i < ARRAY_LEN(tiles); i++) {
        size_t count;
        if (!count_behind(home, env, &screen->arena, str_from(tiles[i].path), &count, err)) {
            return false;
        }
        home->has[i] = count > 0;
    }
    struct msg_arg args[] = {MSG_TEXT(home->city.name)};
    screen->title = i18n_format(env->i18n, &screen->arena, env->locale, MSG_TITLE_HOME, args, 1);
    *found = true; /* a database without a home city still has a home screen */
    return true;
}

static void
tile(struct ui *ui, const struct screen_env *env, const struct tile *tile) {
    ui_card_open(ui, (struct ui_card){.key = str_from(tile->path),
                         .action = arena_printf(ui_arena(ui), "open %s", tile->path),
                         .label = word_text(env, tile->title),
                         .gap = SPACE_XS,
                         .role = ROLE_LINK});
    ui_icon(
        ui, (struct ui_icon_spec){.name = str_from(tile->icon), .size = 32, .color = COLOR_ACCENT});
    ui_space(ui, SPACE_XS);
    ui_text(ui, word_text(env, tile->title), env->locale,
        (struct ui_text_spec){.style = TYPE_SUBTITLE, .strong = true});
    ui_text(ui, word_text(env, tile->text), env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_TEXT_SUBTLE, .by_phrase = true});
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
                          .kind = UI_BUTTON_GHOST,
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
    for (size_t i = 0; i < ARRAY_LEN(tiles); i++) {
        if (home->has[i]) {
            tile(ui, env, &tiles[i]);
        }
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
