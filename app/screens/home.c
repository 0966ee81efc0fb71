/* home - the map round the home city, what the two sides did on this day, four doors, and the rest
 * behind one key: all of it on one panel, without scrolling. */
#include "screens/home.h"

#include "screens/contents.h"
#include "screens/page.h"
#include "screens/parts/drawings.h"
#include "screens/parts/map.h"
#include "screens/parts/today.h"
#include "screens/registry.h"

#include "base/check.h"
#include "base/utf8.h"

#include <math.h>

#define WIDE_LEAST_DP 480.0f /* of a panel on which the map stands beside the rest */
#define SMALL_DP 560.0f      /* of width */
#define LOW_DP 480.0f        /* of height */
#define ROOMY_DP 640.0f
#define TODAY_LINES 3
#define WIDE_ASPECT 1.2f
#define MAP_LEAST_DP 190.0f
#define MAP_LEAST_LOW_DP 140.0f
#define BAND_PART_WIDE 0.42f
#define BAND_PART 0.26f  /* of the height, with large type */
#define PLACE_PART 0.65f /* of a wide panel's width, for the map */
#define PLACE_PART_LOW 0.58f
#define LATIN_PART 0.56f /* of an em, for a letter */
#define MARK_DP 34
#define DRAWING_LEAST 44.0f /* dp */
#define DRAWING_MOST 116.0f
#define DRAWING_OF_HEIGHT 0.085f
#define DRAWING_OF_WIDTH 0.125f
#define MORE_NAMES 4

struct home {
    struct store_info info;
    struct map *map;
    struct today today;
    struct contents contents;
    bool has_emergency;
};

static bool
has_numbers(struct home *home, const struct screen_env *env, struct arena *arena, struct err *err) {
    struct store_emergency_number *numbers;
    size_t count = 0;
    bool ok = store_emergency_numbers(env->store, arena, env->locale, &numbers, &count, err);
    home->has_emergency = count > 0;
    return ok;
}

static bool
home_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct home *home = ARENA_NEW(&screen->arena, struct home);
    struct arena *arena = &screen->arena;
    screen->model = home;
    if (!store_info(env->store, arena, &home->info, err) ||
        !map_load(&home->map, screen, env, err) ||
        !today_load(&home->today, screen, env, home->info.home, err) ||
        !contents_load(&home->contents, env, arena, &home->info, err) ||
        !has_numbers(home, env, arena, err)) {
        return false;
    }
    struct msg_arg args[] = {MSG_TEXT(home->map->home.name)};
    screen->title = i18n_format(env->i18n, arena, env->locale, MSG_TITLE_HOME, args, 1);
    *found = true; /* a database without a home city still has a home screen */
    return true;
}

static const struct door {
    const char *path;
    enum msg title;
    enum drawing drawing;
} doors[] = {
    {"cities", MSG_TITLE_CITIES, DRAWING_CITIES},
    {"timeline", MSG_DOOR_HISTORY, DRAWING_HISTORY},
    {"plan", MSG_DOOR_VISIT, DRAWING_VISIT},
    {"phrases", MSG_DOOR_SPEAK, DRAWING_SPEAK},
};

bool
home_has_door(const char *path) {
    for (size_t i = 0; i < ARRAY_LEN(doors); i++) {
        if (str_eq(str_from(path), str_from(doors[i].path))) {
            return true;
        }
    }
    return false;
}

static bool
is_there(const struct home *home, const char *path) {
    for (size_t i = 0; i < home->contents.count; i++) {
        if (str_eq(str_from(home->contents.parts[i]->path), str_from(path))) {
            return true;
        }
    }
    return false;
}

/* How wide a text of one line is, more or less. */
static float
about_px(
    const struct ui *ui, const struct screen_env *env, struct str text, enum type_style style) {
    bool is_latin = locale_info(env->locale)->script == LOCALE_LATIN;
    float em = ui_metrics(ui)->type[style][env->locale].size_px;
    return (float)utf8_count(text) * em * (is_latin ? LATIN_PART : 1);
}

static float
lines_of(struct ui *ui, const struct screen_env *env, struct str text, enum type_style style,
    float column_px) {
    return ceilf(about_px(ui, env, text, style) / column_px);
}

/* Of its card in a column of that width: when, and what. */
static float
today_lines(
    struct ui *ui, const struct screen_env *env, const struct today *today, float column_px) {
    return lines_of(ui, env, today_when(env, ui_arena(ui), today), TYPE_BODY, column_px) +
           lines_of(ui, env, today->event.title, TYPE_LABEL, column_px);
}

/* How this panel is divided. */
struct plan {
    bool is_wide;     /* the map beside the rest */
    bool is_large;    /* type is: no plates on the map, and it scrolls */
    bool is_small;    /* little room for that type */
    bool is_low;      /* little height beside the map */
    bool is_below;    /* today stands below the map, as wide as that is */
    float column_px;  /* of what stands beside or below the map, for words */
    float place_part; /* of the width, for the map */
    float unscaled;
};

static struct plan
plan_of(struct ui *ui, const struct screen_env *env, const struct home *home) {
    const struct metrics *m = ui_metrics(ui);
    float width = m->width_dp / m->text_scale, height = m->height_dp / m->text_scale;
    bool is_large = m->text_scale >= LARGE_TEXT_SCALE;
    struct plan plan = {
        .is_wide = !is_large && m->width_dp >= WIDE_ASPECT * m->height_dp && width >= WIDE_LEAST_DP,
        .is_large = is_large,
        .is_small = width < SMALL_DP,
        .unscaled = 1 / m->text_scale};
    plan.is_low = plan.is_wide && height < LOW_DP;
    plan.place_part = !plan.is_wide ? 1 : plan.is_low ? PLACE_PART_LOW : PLACE_PART;
    float part = plan.is_wide ? 1 - plan.place_part : 1;
    plan.column_px = (float)m->width_px * part - metrics_px(m, 4 * SPACE_M);
    plan.is_below =
        plan.is_low || (plan.is_wide && height < ROOMY_DP &&
                           today_lines(ui, env, &home->today, plan.column_px) > TODAY_LINES);
    return plan;
}

/* The larger of two sizes if the words fit on one line. */
static enum type_style
style_for(const struct ui *ui, const struct screen_env *env, struct str text, float room_px,
    enum type_style large, enum type_style small) {
    return about_px(ui, env, text, large) <= room_px ? large : small;
}

/* What the head has for words. */
static float
place_px(const struct ui *ui, const struct plan *plan) {
    const struct metrics *m = ui_metrics(ui);
    return (float)m->width_px * plan->place_part -
           metrics_px(m, MARK_DP + 2 * SPACE_M + 2 * SPACE_L);
}

/* The day, where the title leaves room for it. */
static void
day(struct ui *ui, const struct screen *screen, const struct screen_env *env,
    const struct plan *plan) {
    if (plan->is_large || plan->is_small || env->today.precision != EDTF_DAY) {
        return;
    }
    struct str text = i18n_day(env->i18n, ui_arena(ui), env->locale, &env->today, false);
    float needs =
        about_px(ui, env, screen->title, TYPE_HEADING) + about_px(ui, env, text, TYPE_BODY);
    if (needs <= place_px(ui, plan)) {
        ui_text(ui, text, env->locale,
            (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2, .no_wrap = true});
    }
}

static void
head(struct ui *ui, const struct screen *screen, const struct screen_env *env,
    const struct plan *plan) {
    bool is_small = plan->is_small || plan->is_low;
    float room = place_px(ui, plan);
    enum type_style large = is_small ? TYPE_LEAD : TYPE_HEADING;
    ui_open(ui, (struct ui_box){.key = STR("head"),
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .padding = ui_pad2(is_small ? SPACE_XS : SPACE_S, SPACE_L),
                    .align = UI_ALIGN_CENTER});
    ui_icon(ui, (struct ui_icon_spec){
                    .name = STR("ferry"), .size = MARK_DP * plan->unscaled, .color = COLOR_INDIGO});
    ui_open(ui, (struct ui_box){.grow = 1});
    ui_text(ui, screen->title, env->locale,
        (struct ui_text_spec){.style = style_for(ui, env, screen->title, room, large,
                                  is_small ? TYPE_LABEL : TYPE_LEAD),
            .role = ROLE_HEADING,
            .level = 1});
    ui_close(ui);
    day(ui, screen, env, plan);
    ui_close(ui);
}

/* As large as the panel has room for. */
static float
drawing_side(const struct ui *ui, const struct plan *plan) {
    const struct metrics *m = ui_metrics(ui);
    float by_height = DRAWING_OF_HEIGHT * m->height_dp, by_width = DRAWING_OF_WIDTH * m->width_dp;
    float side = plan->is_wide ? by_height : plan->is_large ? DRAWING_MOST : by_width;
    float least = plan->is_low ? 32 : DRAWING_LEAST;
    return (side > DRAWING_MOST ? DRAWING_MOST : side < least ? least : side) * plan->unscaled;
}

/* All doors are written alike. */
static enum type_style
door_style(const struct ui *ui, const struct screen_env *env, const struct plan *plan) {
    float taken = metrics_size_px(ui_metrics(ui), drawing_side(ui, plan) + (plan->is_low ? 8 : 48));
    enum type_style style = TYPE_LEAD;
    for (size_t i = 0; plan->is_wide && i < ARRAY_LEN(doors); i++) {
        if (style_for(ui, env, word_text(env, doors[i].title), plan->column_px - taken, TYPE_LEAD,
                TYPE_LABEL) == TYPE_LABEL) {
            style = TYPE_LABEL;
        }
    }
    return plan->is_low || (plan->is_small && !plan->is_wide) ? TYPE_LABEL : style;
}

static void
door(
    struct ui *ui, const struct screen_env *env, const struct door *door, const struct plan *plan) {
    bool is_one_line = plan->is_wide || plan->is_large;
    float side = drawing_side(ui, plan);
    ui_open(ui, (struct ui_box){.key = str_from(door->path),
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .padding = ui_pad2(is_one_line ? SPACE_XS : SPACE_S, SPACE_M),
                    .align = UI_ALIGN_CENTER,
                    .grow = plan->is_wide ? 1 : 0,
                    .background = COLOR_CARD,
                    .radius = RADIUS_L,
                    .raised = true,
                    .elevation = 1,
                    .role = ROLE_LINK,
                    .label = word_text(env, door->title),
                    .action = arena_printf(ui_arena(ui), "open %s", door->path)});
    drawing_view(ui, door->drawing, side);
    ui_open(ui, (struct ui_box){.grow = 1});
    ui_text(ui, word_text(env, door->title), env->locale,
        (struct ui_text_spec){
            .style = door_style(ui, env, plan), .by_phrase = true, .decorative = true});
    ui_close(ui);
    if ((!plan->is_small || is_one_line) && !plan->is_low) {
        ui_arrow(ui);
    }
    ui_close(ui);
}

static void
all_doors(
    struct ui *ui, const struct screen_env *env, const struct home *home, const struct plan *plan) {
    ui_open(ui, (struct ui_box){.key = STR("doors"),
                    .role = ROLE_LIST,
                    .axis = plan->is_wide || plan->is_large ? UI_COLUMN : UI_GRID,
                    .columns = 2,
                    .grow = plan->is_wide ? 1 : 0,
                    .gap = SPACE_S});
    for (size_t i = 0; i < ARRAY_LEN(doors); i++) {
        if (is_there(home, doors[i].path)) {
            door(ui, env, &doors[i], plan);
        }
    }
    ui_close(ui);
}

/* "Cases · Statistics": some of what is behind it. */
static struct str
some_names(struct ui *ui, const struct screen_env *env, const struct home *home) {
    struct str names = {0};
    size_t count = 0;
    for (size_t i = 0; i < home->contents.count && count < MORE_NAMES; i++) {
        if (!home_has_door(home->contents.parts[i]->path)) {
            names =
                word_join(env, ui_arena(ui), names, word_text(env, home->contents.parts[i]->title));
            count++;
        }
    }
    return names;
}

static void
key_open(struct ui *ui, struct str key, struct str action, float grow) {
    ui_open(ui, (struct ui_box){.key = key,
                    .axis = UI_ROW,
                    .gap = SPACE_S,
                    .padding = ui_pad2(SPACE_XS, SPACE_M),
                    .align = UI_ALIGN_CENTER,
                    .grow = grow,
                    .background = COLOR_CARD,
                    .radius = RADIUS_L,
                    .raised = true,
                    .elevation = 1,
                    .role = ROLE_LINK,
                    .action = action});
}

static void
emergency_key(struct ui *ui, const struct screen_env *env, float grow) {
    key_open(ui, STR("emergency"), STR("open emergency"), grow);
    ui_icon(ui, (struct ui_icon_spec){.name = STR("phone"), .color = COLOR_TOUCH});
    ui_text(ui, word_text(env, MSG_DOOR_EMERGENCY), env->locale,
        (struct ui_text_spec){.style = TYPE_LABEL});
    ui_close(ui);
}

static void
more_key(
    struct ui *ui, const struct screen_env *env, const struct home *home, const struct plan *plan) {
    key_open(ui, STR("more"), STR("open more"), plan->is_low ? 0 : 1);
    ui_open(ui, (struct ui_box){.axis = UI_WRAP,
                    .gap = SPACE_M,
                    .cross_gap = 2,
                    .align = UI_ALIGN_BASELINE,
                    .grow = 1});
    ui_text(ui, word_text(env, MSG_TITLE_MORE), env->locale,
        (struct ui_text_spec){.style = TYPE_LABEL});
    if (!plan->is_wide && !plan->is_small && !plan->is_large && !home->has_emergency) {
        ui_text(ui, some_names(ui, env, home), env->locale,
            (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2, .by_phrase = true});
    }
    ui_close(ui);
    if (!plan->is_wide && !plan->is_small) {
        ui_arrow(ui);
    }
    ui_close(ui);
}

/* A star alone: of what one keeps oneself one knows where it is. */
static void
kept_key(struct ui *ui, const struct screen_env *env, const struct plan *plan) {
    bool has_words = !plan->is_small || plan->is_large;
    key_open(ui, STR("kept"), STR("open kept"), 0);
    ui_icon(ui,
        (struct ui_icon_spec){
            .name = STR("star"), .label = word_text(env, MSG_TITLE_KEPT), .color = COLOR_TOUCH});
    if (has_words) {
        ui_text(ui, word_text(env, MSG_TITLE_KEPT), env->locale,
            (struct ui_text_spec){.style = TYPE_LABEL});
    }
    ui_close(ui);
}

static void
last_keys(
    struct ui *ui, const struct screen_env *env, const struct home *home, const struct plan *plan) {
    ui_open(ui, (struct ui_box){.key = STR("last"),
                    .axis = plan->is_large || plan->is_low ? UI_COLUMN : UI_ROW,
                    .gap = SPACE_S});
    if (home->has_emergency) {
        emergency_key(ui, env, (plan->is_wide && !plan->is_low) || plan->is_small ? 1 : 0);
    }
    more_key(ui, env, home, plan);
    if (env->own) {
        kept_key(ui, env, plan);
    }
    ui_close(ui);
}

/* Where names have no room on the map. */
static void
choose_key(struct ui *ui, const struct screen_env *env) {
    key_open(ui, STR("choose"), STR("open map"), 0);
    ui_icon(ui, (struct ui_icon_spec){.name = STR("location"), .color = COLOR_TOUCH});
    ui_open(ui, (struct ui_box){.grow = 1});
    ui_text(ui, word_text(env, MSG_MAP_CHOOSE), env->locale,
        (struct ui_text_spec){.style = TYPE_LABEL, .by_phrase = true});
    ui_close(ui);
    ui_arrow(ui);
    ui_close(ui);
}

static void
the_map(
    struct ui *ui, const struct screen_env *env, const struct home *home, const struct plan *plan) {
    const struct metrics *m = ui_metrics(ui);
    float band = m->height_dp * (m->is_tall ? BAND_PART : BAND_PART_WIDE);
    map_view(ui, env, home->map,
        (struct map_box){.key = STR("map"),
            .min_height = plan->is_large ? band
                          : plan->is_low ? MAP_LEAST_LOW_DP
                                         : MAP_LEAST_DP,
            .height = plan->is_large ? band : 0,
            .has_plates = !plan->is_large});
}

static void
rest(
    struct ui *ui, const struct screen_env *env, const struct home *home, const struct plan *plan) {
    ui_open(ui, (struct ui_box){.key = STR("rest"),
                    .gap = SPACE_S,
                    .padding = ui_pad2(SPACE_S, plan->is_wide ? SPACE_M : SPACE_L),
                    .share = plan->is_wide ? 1 - plan->place_part : 0});
    if (plan->is_large) {
        choose_key(ui, env);
    }
    if (!plan->is_below) {
        bool is_narrow = plan->is_wide && ui_metrics(ui)->height_dp < ROOMY_DP;
        today_view(ui, env, &home->today, is_narrow || plan->is_small);
    }
    all_doors(ui, env, home, plan);
    last_keys(ui, env, home, plan);
    ui_close(ui);
}

static void
home_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct home *home = screen->model;
    struct plan plan = plan_of(ui, env, home);
    page_frame_open(screen, env, ui);
    ui_open(ui,
        (struct ui_box){.key = STR("home"), .axis = plan.is_wide ? UI_ROW : UI_COLUMN, .grow = 1});
    ui_open(ui, (struct ui_box){
                    .key = STR("place"), .grow = 1, .share = plan.is_wide ? plan.place_part : 0});
    head(ui, screen, env, &plan);
    the_map(ui, env, home, &plan);
    if (plan.is_below) {
        ui_open(ui, (struct ui_box){.key = STR("below"), .padding = ui_pad(SPACE_S)});
        today_view(ui, env, &home->today, true);
        ui_close(ui);
    }
    ui_close(ui);
    rest(ui, env, home, &plan);
    ui_close(ui);
    page_frame_close(ui);
}

const struct screen_ops screen_home = {
    .name = "home",
    .title = MSG_TITLE_HOME,
    .has_own_title = true,
    .load = home_load,
    .view = home_view,
    .fills = true,
};
