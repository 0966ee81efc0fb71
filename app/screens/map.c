/* map - the partner cities round the home city, and the same as a list: for those who cannot see
 * the map, and for cities whose place is not recorded. */
#include "screens/page.h"
#include "screens/parts/map.h"
#include "screens/registry.h"

#include <math.h>

#define MAP_HIGH 0.5f /* of the panel's height, upright */
#define MAP_WIDE 0.62f
#define BAND_HIGH 0.28f /* with large type: points alone */

static bool
map_screen_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct map *map;
    (void)found;
    bool ok = map_load(&map, screen, env, err);
    screen->model = map;
    return ok;
}

struct tie_line {
    enum map_tie tie;
    struct point points[4];
    size_t ends[2];
    struct draw_path path;
};

static void
draw_tie(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    struct tie_line *line = *(struct tie_line *const *)data;
    struct point from = {0, floorf(rect_px.h / 2)}, to = {rect_px.w, from.y};
    line->path = map_tie_path(line->tie, from, to, metrics_px(metrics, 2),
        theme->colors[COLOR_INDIGO], line->points, line->ends);
    draw_paths(list, rect_px, (struct color){0}, &line->path, 1);
}

static void
legend_entry(struct ui *ui, const struct screen_env *env, struct str status) {
    struct tie_line **line = ARENA_NEW(ui_arena(ui), struct tie_line *);
    *line = ARENA_NEW(ui_arena(ui), struct tie_line);
    (*line)->tie = map_tie_of(status);
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    ui_open(
        ui, (struct ui_box){.width = 44, .height = 16, .canvas = draw_tie, .canvas_data = line});
    ui_close(ui);
    ui_text(ui, word_for(env, WORDS_STATUS, status), env->locale,
        (struct ui_text_spec){.style = TYPE_BODY});
    ui_close(ui);
}

/* What kinds of lines there are. */
static void
legend(struct ui *ui, const struct screen_env *env) {
    struct str status;
    ui_open(ui, (struct ui_box){.key = STR("ties"),
                    .axis = UI_WRAP,
                    .gap = SPACE_XL,
                    .cross_gap = SPACE_XS,
                    .role = ROLE_REGION,
                    .label = word_text(env, MSG_MAP_TIES)});
    for (size_t i = 0; word_at(env, WORDS_STATUS, i, &status); i++) {
        legend_entry(ui, env, status);
    }
    ui_close(ui);
}

static void
city_row(struct ui *ui, const struct screen_env *env, const struct map_partner *partner) {
    struct arena *arena = ui_arena(ui);
    struct str where = partner->has_place ? partner->away : word_text(env, MSG_MAP_NO_PLACE);
    struct str status = partner->city.relation_status;
    ui_link_row(ui, (struct ui_link_row){.key = partner->city.id,
                        .title = partner->name,
                        .text = word_join(env, arena, where,
                            status.n ? word_for(env, WORDS_STATUS, status) : (struct str){0}),
                        .icon = str_from(theme_country(partner->city.country).icon),
                        .action = page_action(ui, "cities", partner->city.id)});
}

static void
map_screen_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    struct map *map = screen->model;
    const struct metrics *m = ui_metrics(ui);
    bool has_plates = m->text_scale < LARGE_TEXT_SCALE;
    float part = !has_plates ? BAND_HIGH : m->is_tall ? MAP_HIGH : MAP_WIDE;
    struct msg_arg home[] = {MSG_TEXT(map->home.name)};
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, (struct str){0});
    map_view(ui, env, map,
        (struct map_box){
            .key = STR("map"), .height = m->height_dp * part, .has_plates = has_plates});
    if (map->placed > 0) {
        legend(ui, env);
    }
    page_section_open(ui, env, STR("cities"), word_text(env, MSG_MAP_CITIES));
    ui_open(ui, (struct ui_box){.key = STR("list"),
                    .role = ROLE_LIST,
                    .axis = UI_GRID,
                    .min_column = 320,
                    .gap = SPACE_S});
    for (size_t i = 0; i < map->count; i++) {
        city_row(ui, env, &map->partners[i]);
    }
    ui_close(ui);
    ui_close(ui);
    if (map->has_home) {
        page_text(ui, env, i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_MAP_HOW, home, 1));
        page_text(ui, env, word_text(env, MSG_MAP_SOURCE));
    }
    page_frame_close(ui);
}

const struct screen_ops screen_map = {
    .name = "map",
    .title = MSG_TITLE_MAP,
    .load = map_screen_load,
    .view = map_screen_view,
    .max_width = 1080,
};
