/* statistics - the figures of the document, with bars drawn from counts, never from percentages. */
#include "screens/page.h"
#include "screens/registry.h"

struct group {
    struct str id;
    struct store_figure *figures;
    size_t count;
};

struct statistics {
    struct group groups[16];
    size_t count;
    struct store_section *sections;
    struct store_city *cities;
    size_t section_count, city_count;
};

static bool
statistics_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct statistics *statistics = ARENA_NEW(&screen->arena, struct statistics);
    struct str id;
    screen->model = statistics;
    for (size_t i = 0; i < 16 && word_at(WORDS_FIGURE_GROUP, i, &id); i++) {
        struct group *group = &statistics->groups[statistics->count];
        group->id = id;
        if (!store_figures(env->store, &screen->arena, env->locale, (struct str){0}, id,
                &group->figures, &group->count, err)) {
            return false;
        }
        statistics->count += group->count > 0;
    }
    return store_cities(env->store, &screen->arena, env->locale, (struct str){0},
               &statistics->cities, &statistics->city_count, err) &&
           page_sources(
               env, &screen->arena, &statistics->sections, &statistics->section_count, err);
}

/* Bars compare parts of one total: figures of one unit that name the same total. */
static double
largest_part(const struct group *group) {
    double largest = 0;
    for (size_t i = 0; i < group->count; i++) {
        const struct store_figure *figure = &group->figures[i];
        if (figure->total.n && figure->value > largest) {
            largest = figure->value;
        }
    }
    return largest;
}

static void
bar(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    (void)metrics;
    double share = *(const double *)data;
    struct rect filled = {rect.x, rect.y, rect.w * (float)share, rect.h};
    float radius = rect.h / 2;
    draw_rect(
        list, rect, radius, theme->colors[COLOR_SURFACE_SUBTLE], theme->colors[COLOR_NONE], 0);
    if (filled.w < rect.h) {
        filled.w = rect.h;
    }
    draw_rect(list, filled, radius, theme->colors[COLOR_ACCENT], theme->colors[COLOR_NONE], 0);
}

/* "as of ..." when every figure of the group holds for the same day; then rows need not say it. */
static struct str
common_as_of(const struct screen_env *env, struct arena *arena, const struct group *group) {
    struct str common = word_as_of(env, arena, &group->figures[0]);
    for (size_t i = 1; i < group->count; i++) {
        if (!str_eq(word_as_of(env, arena, &group->figures[i]), common)) {
            return (struct str){0};
        }
    }
    return common;
}

static void
figure_with_bar(struct ui *ui, const struct screen_env *env, const struct group *group, size_t i,
    double largest, bool says_date) {
    struct store_figure *figure = ARENA_NEW(ui_arena(ui), struct store_figure);
    *figure = group->figures[i];
    figure->has_as_of = figure->has_as_of && !says_date;
    bool has_bar = figure->total.n && largest > 0;
    page_figure_row(ui, env, figure, has_bar || i + 1 == group->count);
    if (has_bar) {
        double *share = ARENA_NEW(ui_arena(ui), double);
        *share = figure->value / largest;
        ui_open(ui, (struct ui_box){.height = 8, .canvas = bar, .canvas_data = share});
        ui_close(ui);
        ui_space(ui, SPACE_S);
    }
}

/* The city a figure speaks of; NULL when its subject is no city. */
static const struct store_city *
city_of(const struct statistics *statistics, const struct store_figure *figure) {
    struct str rest = figure->subject, folder;
    str_split(&rest, '/', &folder);
    for (size_t i = 0; i < statistics->city_count; i++) {
        if (str_eq(statistics->cities[i].id, rest)) {
            return &statistics->cities[i];
        }
    }
    return NULL;
}

/* In a group over several cities, whose figures come next. */
static void
city_link(struct ui *ui, const struct store_city *city) {
    ui_button(ui, (struct ui_button){.key = city->id,
                      .label = city->name,
                      .kind = UI_BUTTON_GHOST,
                      .end_icon = STR("chevron"),
                      .action = page_action(ui, "cities", city->id)});
}

static void
group(struct ui *ui, const struct screen_env *env, const struct statistics *statistics,
    const struct group *group) {
    double largest = largest_part(group);
    bool partners = str_eq(group->id, STR("partner-profile"));
    struct str as_of = common_as_of(env, ui_arena(ui), group);
    ui_open(ui, (struct ui_box){.key = group->id, .gap = SPACE_M});
    ui_section_header(ui, (struct ui_section_header){.key = STR("header"),
                              .title = word_for(env, WORDS_FIGURE_GROUP, group->id),
                              .count = as_of});
    ui_card_open(ui, (struct ui_card){.key = STR("card"), .role = ROLE_LIST});
    for (size_t i = 0; i < group->count; i++) {
        const struct store_figure *figure = &group->figures[i];
        const struct store_city *city = city_of(statistics, figure);
        bool is_next = i == 0 || !str_eq(figure->subject, group->figures[i - 1].subject);
        if (partners && is_next && city) {
            city_link(ui, city);
        }
        figure_with_bar(ui, env, group, i, largest, as_of.n > 0);
    }
    ui_close(ui);
    page_source(ui, env, statistics->sections, statistics->section_count, group->figures[0].source);
    ui_close(ui);
}

static void
statistics_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct statistics *statistics = screen->model;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, word_text(env, MSG_STATISTICS_LEAD));
    for (size_t i = 0; i < statistics->count; i++) {
        group(ui, env, statistics, &statistics->groups[i]);
    }
    if (statistics->count == 0) {
        page_empty(ui, env);
    }
    page_frame_close(ui);
}

const struct screen_ops screen_statistics = {
    .name = "statistics",
    .title = MSG_TITLE_STATISTICS,
    .load = statistics_load,
    .view = statistics_view,
};
