/* plan - a visit, planned: `plan` asks for the city, `plan?partner=ID` for the day, and with both
 * the checklist of that country becomes days, counted from the day of the visit. */
#include "screens/page.h"
#include "screens/plan/calendar.h"
#include "screens/plan/handing.h"
#include "screens/plan/view.h"
#include "screens/registry.h"
#include "screens/ticks.h"

#include "i18n/civil.h"

struct planner {
    struct plan plan;
    struct partners partners;
};

/* An address without a partner asks for one; one with a day that does not exist asks for the day.
 */
static bool
planner_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct planner *planner = ARENA_NEW(&screen->arena, struct planner);
    struct plan *plan = &planner->plan;
    struct plan_asked asked = plan_ask(&screen->path);
    screen->model = planner;
    if (!plan_load(plan, env, &screen->arena, &asked, found, err) ||
        !partners_load(&planner->partners, screen, env, plan->home.id, err)) {
        return false;
    }
    if (*found && asked.partner.n > 0) {
        struct msg_arg args[] = {MSG_TEXT(plan->partner.name)};
        screen->title = i18n_format(env->i18n, &screen->arena, env->locale,
            asked.is_incoming ? MSG_PLAN_FROM : MSG_PLAN_TO, args, 1);
    }
    *found = *found || asked.partner.n == 0;
    return true;
}

static bool
is_planned(const struct plan *plan) {
    const struct plan_asked *asked = &plan->asked;
    return asked->partner.n > 0 && asked->day.precision == EDTF_DAY && !asked->is_choosing;
}

static void
change_key(struct ui *ui, const struct screen_env *env, const struct plan *plan) {
    struct arena *arena = ui_arena(ui);
    struct plan_asked asked = plan->asked;
    asked.is_choosing = true;
    asked.shown = (struct edtf_point){EDTF_MONTH, asked.day.year, asked.day.month, 0};
    struct str path = plan_path(arena, &asked);
    ui_button(ui, (struct ui_button){.key = STR("change"),
                      .label = word_text(env, MSG_PLAN_CHANGE),
                      .end_icon = STR("chevron"),
                      .kind = UI_BUTTON_SECONDARY,
                      .action = arena_printf(arena, "replace %.*s", STR_ARG(path))});
}

/* The day of the visit, large; what is wrong with it; how far one is. */
static void
day_head(struct ui *ui, const struct screen_env *env, const struct screen *screen,
    const struct plan *plan) {
    struct arena *arena = ui_arena(ui);
    struct str day = i18n_day(env->i18n, arena, env->locale, &plan->asked.day, true);
    struct str closed = calendar_closed(env, arena, plan, plan->visit);
    ui_open(ui, (struct ui_box){.key = STR("visit"),
                    .axis = UI_WRAP,
                    .gap = SPACE_M,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_BETWEEN});
    ui_text(ui, day, env->locale,
        (struct ui_text_spec){.style = TYPE_HEADING, .color = COLOR_INDIGO, .by_phrase = true});
    ui_open(ui, (struct ui_box){.axis = UI_WRAP, .gap = SPACE_M});
    change_key(ui, env, plan);
    page_take_key(ui, env, screen);
    ui_close(ui);
    ui_close(ui);
    if (closed.n > 0) {
        struct msg_arg args[] = {MSG_TEXT(closed)};
        said_view(ui, env, STR("closed"),
            i18n_format(env->i18n, arena, env->locale, MSG_PLAN_CLOSED, args, 1), true);
    }
    unknown_view(ui, env, plan);
    if (!plan->has_today) {
        said_view(ui, env, STR("no-today"), word_text(env, MSG_PLAN_NO_TODAY), false);
    }
}

/* The month of the visit, and the one before it. */
static void
months(struct ui *ui, const struct screen_env *env, const struct plan *plan) {
    struct edtf_point first = {EDTF_DAY, plan->asked.day.year, plan->asked.day.month, 1};
    struct edtf_point before = civil_add_months(&first, -1);
    ui_open(ui, (struct ui_box){.key = STR("months"), .gap = SPACE_S});
    ui_open(ui, (struct ui_box){.axis = UI_GRID, .min_column = 270, .gap = SPACE_M});
    if (before.precision == EDTF_DAY) {
        calendar_month(ui, env, plan, &before);
    }
    calendar_month(ui, env, plan, &first);
    ui_close(ui);
    calendar_legend(ui, env, plan);
    ui_close(ui);
}

static void
progress(struct ui *ui, const struct screen_env *env, const struct plan *plan) {
    size_t done = 0;
    for (size_t i = 0; i < plan->step_count; i++) {
        done += ticks_has(env->ticks, plan->steps[i].name);
    }
    struct msg_arg args[] = {MSG_NUMBER(done), MSG_NUMBER(plan->step_count)};
    page_text(ui, env, i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_PLAN_DONE, args, 2));
}

static void
days_view(struct ui *ui, const struct screen_env *env, const struct screen *screen,
    const struct plan *plan) {
    day_head(ui, env, screen, plan);
    if (ui_metrics(ui)->width_class != WIDTH_COMPACT) {
        months(ui, env, plan);
    } else {
        calendar_legend(ui, env, plan);
    }
    page_section_open(ui, env, STR("steps"), word_text(env, MSG_PLAN_STEPS));
    if (plan->step_count == 0) {
        said_view(ui, env, STR("no-steps"), word_text(env, MSG_PLAN_NO_STEPS), false);
    } else {
        progress(ui, env, plan);
        steps_view(ui, env, plan);
    }
    ui_close(ui);
}

static void
planner_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct planner *planner = screen->model;
    const struct plan *plan = &planner->plan;
    bool has_city = plan->asked.partner.n > 0, has_day = is_planned(plan);
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0},
        has_day    ? (struct str){0}
        : has_city ? word_text(env, MSG_PLAN_DAY)
                   : word_text(env, MSG_PLAN_LEAD));
    if (has_day) {
        days_view(ui, env, screen, plan);
    } else if (has_city) {
        choose_day_view(ui, env, plan);
    } else {
        choose_city_view(ui, env, &planner->partners);
    }
    page_frame_close(ui);
}

static bool
planner_hand(const struct screen *screen, const struct screen_env *env, struct arena *arena,
    struct hand *hand, struct err *err) {
    const struct planner *planner = screen->model;
    (void)err;
    if (is_planned(&planner->plan)) {
        plan_hand(&planner->plan, env, screen->title, arena, hand);
    }
    return true;
}

static bool
is_first_of_country(const struct store_city *cities, size_t index, struct str home) {
    for (size_t i = 0; i < index; i++) {
        if (str_eq(cities[i].country, cities[index].country) && !str_eq(cities[i].id, home)) {
            return false;
        }
    }
    return !str_eq(cities[index].id, home);
}

enum { PATHS_MOST = 100 };

/* For the first partner in each country the choice of the day, and the plan of a day that the
 * table of holidays has. */
static bool
planner_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct store_window window = {STR("cities"), 0, PATHS_MOST};
    struct store_info info;
    struct store_city *cities;
    int *years;
    size_t count, year_count;
    if (!store_info(env->store, list->arena, &info, err) ||
        !store_holiday_years(env->store, list->arena, &years, &year_count, err) ||
        !store_cities(env->store, list->arena, env->locale, window, &cities, &count, err)) {
        return false;
    }
    int year = year_count > 0 ? years[0] : env->today.year;
    for (size_t i = 0; i < count; i++) {
        struct plan_asked asked = {.partner = cities[i].id};
        if (is_first_of_country(cities, i, info.home)) {
            path_list_add(list, plan_path(list->arena, &asked));
            asked.day = (struct edtf_point){EDTF_DAY, (int16_t)year, 10, 20};
            path_list_add(list, plan_path(list->arena, &asked));
        }
    }
    return true;
}

const struct screen_ops screen_plan = {
    .name = "plan",
    .title = MSG_TITLE_PLAN,
    .load = planner_load,
    .view = planner_view,
    .paths = planner_paths,
    .hand = planner_hand,
    .max_width = 1080,
};
