/* statistics - the figures of the document, with bars drawn from counts, never from percentages.
 * `?figure=ID` opens it at a figure, marked. */
#include "screens/jump.h"
#include "screens/page.h"
#include "screens/registry.h"

struct group {
    struct str id;
    struct rows *figures;
    struct store_section source;
    double largest;   /* bars compare parts of one total with this */
    struct str as_of; /* of the first figure, when all of a short group hold for the same day */
    size_t marked;    /* from 1: the figure that a link led to; 0: none of this group */
};

struct statistics {
    struct store_info info;
    struct group *groups;
    size_t count;
    struct jump jump;
};

/* "as of ..." when every figure of the group holds for the same day; then rows need not say it. A
 * long group says it in every row. */
static struct str
common_as_of(const struct screen_env *env, struct arena *arena, struct rows *rows) {
    const struct store_figure *figure = rows_at(rows, env, 0);
    struct str common = figure ? word_as_of(env, arena, figure) : (struct str){0};
    for (size_t i = 1; i < rows->count; i++) {
        figure = rows->count <= UI_LIST_WHOLE ? rows_at(rows, env, i) : NULL;
        if (!figure || !str_eq(word_as_of(env, arena, figure), common)) {
            return (struct str){0};
        }
    }
    return common;
}

static bool
load_group(
    struct group *group, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    if (!rows_open(&group->figures, screen, env,
            arena_printf(arena, "figures/group/%.*s", STR_ARG(group->id)), rows_ask_figures,
            sizeof(struct store_figure), err)) {
        return false;
    }
    const struct store_figure *first =
        group->figures->count > 0 ? rows_at(group->figures, env, 0) : NULL;
    if (!first) {
        return true;
    }
    group->as_of = common_as_of(env, arena, group->figures);
    struct str figure = screen_path_value(&screen->path, STR("figure"));
    bool is_here = false;
    if (figure.n > 0 && !store_listing_place(env->store, group->figures->listing, figure,
                            &group->marked, &is_here, err)) {
        return false;
    }
    group->marked = is_here ? group->marked + 1 : 0;
    return page_source_load(env, arena, first->source, &group->source, err) &&
           store_largest_part(env->store, group->id, &group->largest, err);
}

static bool
statistics_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct statistics *statistics = ARENA_NEW(&screen->arena, struct statistics);
    struct str id;
    size_t most = 0;
    screen->model = statistics;
    if (!store_info(env->store, &screen->arena, &statistics->info, err)) {
        return false;
    }
    jump_init(&statistics->jump, screen, STR("statistics"), false);
    while (word_at(env, WORDS_FIGURE_GROUP, most, &id)) {
        most++;
    }
    statistics->groups = ARENA_ARRAY(&screen->arena, most, struct group);
    for (size_t i = 0; i < most; i++) {
        struct group *group = &statistics->groups[statistics->count];
        word_at(env, WORDS_FIGURE_GROUP, i, &group->id);
        if (!load_group(group, screen, env, err)) {
            return false;
        }
        if (group->figures->count == 0) {
            continue;
        }
        struct jump_part part = {.content = group->figures->listing,
            .count = group->figures->count,
            .name = group->id,
            .title = word_for(env, WORDS_FIGURE_GROUP, group->id)};
        if (!jump_add(&statistics->jump, screen, env, part, err)) {
            return false;
        }
        statistics->count++;
    }
    return true;
}

static void
bar(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    (void)metrics;
    double share = *(const double *)data;
    struct rect filled = {rect.x, rect.y, rect.w * (float)share, rect.h};
    float radius = rect.h / 2;
    draw_rect(list, rect, radius, theme->colors[COLOR_SUNK], theme->colors[COLOR_NONE], 0);
    if (filled.w < rect.h) {
        filled.w = rect.h;
    }
    draw_rect(list, filled, radius, theme->colors[COLOR_INDIGO], theme->colors[COLOR_NONE], 0);
}

struct view {
    const struct group *group;
    const struct screen_env *env;
    struct str home;
};

/* Of other cities than the home city it says whose figures come next. */
static void
city_link(struct ui *ui, const struct view *view, const struct store_figure *figure) {
    struct str rest = figure->subject, folder;
    str_split(&rest, '/', &folder);
    bool is_home = str_eq(rest, view->home);
    if (str_eq(folder, STR("cities")) && figure->subject_name.n && !is_home) {
        ui_button(ui, (struct ui_button){.key = rest,
                          .label = figure->subject_name,
                          .kind = UI_BUTTON_LINK,
                          .end_icon = STR("chevron"),
                          .action = page_action(ui, "cities", rest)});
    }
}

static void
figure_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct group *group = view->group;
    const struct store_figure *found = rows_at(group->figures, view->env, i);
    const struct store_figure *before = i > 0 ? rows_at(group->figures, view->env, i - 1) : NULL;
    if (!found) {
        page_row_missing(ui, view->env, i);
        return;
    }
    struct store_figure *figure = ARENA_NEW(ui_arena(ui), struct store_figure);
    *figure = *found;
    figure->has_as_of = figure->has_as_of && group->as_of.n == 0;
    bool has_bar = figure->total.n && group->largest > 0;
    ui_open(ui, (struct ui_box){0});
    if (!before || !str_eq(before->subject, figure->subject)) {
        city_link(ui, view, figure);
    }
    page_figure_row(
        ui, view->env, figure, has_bar || i + 1 == group->figures->count, group->marked == i + 1);
    if (has_bar) {
        double *share = ARENA_NEW(ui_arena(ui), double);
        *share = figure->value / group->largest;
        ui_open(ui, (struct ui_box){.height = 8, .canvas = bar, .canvas_data = share});
        ui_close(ui);
        ui_space(ui, SPACE_S);
    }
    ui_close(ui);
}

static void
group_view(struct ui *ui, const struct screen_env *env, const struct jump *jump,
    const struct group *group, struct str home) {
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){group, env, home};
    ui_open(ui,
        (struct ui_box){.key = group->id, .gap = SPACE_M, .reveal = jump_is_part(jump, group->id)});
    ui_section_header(ui, (struct ui_section_header){.key = STR("header"),
                              .title = word_for(env, WORDS_FIGURE_GROUP, group->id),
                              .count = group->as_of});
    ui_card_open(ui, (struct ui_card){.key = STR("card")});
    ui_list(ui, (struct ui_list){.key = STR("figures"),
                    .content = group->figures->listing,
                    .count = group->figures->count,
                    .reveal = group->marked,
                    .row = figure_row,
                    .self = view});
    ui_close(ui);
    page_source(ui, env, &group->source);
    ui_close(ui);
}

static void
statistics_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct statistics *statistics = screen->model;
    if (jump_is_choosing(&statistics->jump)) {
        jump_view(&statistics->jump, screen, env, ui);
        return;
    }
    page_frame_open_long(screen, env, ui, jump_scrubber(&statistics->jump, env, ui));
    page_head_noted(ui, env, screen->title, (struct str){0}, (struct str){0},
        word_text(env, MSG_STATISTICS_NOTE));
    for (size_t i = 0; i < statistics->count; i++) {
        group_view(ui, env, &statistics->jump, &statistics->groups[i], statistics->info.home);
    }
    if (statistics->count == 0) {
        page_empty(ui, env);
    }
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

const struct screen_ops screen_statistics = {
    .name = "statistics",
    .title = MSG_TITLE_STATISTICS,
    .load = statistics_load,
    .view = statistics_view,
};
