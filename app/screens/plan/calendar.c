#include "screens/plan/calendar.h"

#include "i18n/civil.h"
#include "screens/page.h"

#define DAYS 7
#define RING 1.5f /* of the em: two digits and some air */

struct marks {
    bool is_weekend, is_due, is_visit, is_today;
    const struct store_holiday *home, *partner;
};

static struct marks
marks_of(const struct plan *plan, int64_t day) {
    return (struct marks){
        .is_weekend = plan_is_weekend(day),
        .is_due = plan_is_due(plan, day),
        .is_visit = plan->asked.day.precision == EDTF_DAY && day == plan->visit,
        .is_today = plan->has_today && day == plan->today,
        .home = plan_holiday_on(plan, day, true),
        .partner = plan_holiday_on(plan, day, false),
    };
}

static struct str
holiday_words(const struct screen_env *env, struct arena *arena, const struct store_holiday *day) {
    struct msg_arg args[] = {
        MSG_TEXT(day ? day->country_name : STR("")), MSG_TEXT(day ? day->name : STR(""))};
    return day ? i18n_format(env->i18n, arena, env->locale, MSG_PLAN_HOLIDAY_IS, args, 2)
               : (struct str){0};
}

struct str
calendar_closed(
    const struct screen_env *env, struct arena *arena, const struct plan *plan, int64_t day) {
    struct marks marks = marks_of(plan, day);
    struct str words = marks.is_weekend ? word_text(env, MSG_PLAN_WEEKEND) : (struct str){0};
    words = word_join(env, arena, words, holiday_words(env, arena, marks.home));
    return word_join(env, arena, words, holiday_words(env, arena, marks.partner));
}

static float
ring_dp(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    return RING * m->type[TYPE_BODY][ui_locale(ui)].size_px / m->size_px;
}

/* Below a day: the mark of a country, for a holiday there. */
#define MARK 13.0f

static void
mark(struct ui *ui, struct str country) {
    struct theme_mark of = theme_country(country);
    ui_icon(ui, (struct ui_icon_spec){.name = str_from(of.icon), .size = MARK, .color = of.color});
}

static void
country_marks(
    struct ui *ui, const struct store_holiday *home, const struct store_holiday *partner) {
    ui_open(ui, (struct ui_box){.axis = UI_ROW,
                    .gap = 3,
                    .min_height = MARK,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER});
    if (home) {
        mark(ui, home->country);
    }
    if (partner) {
        mark(ui, partner->country);
    }
    ui_close(ui);
}

/* The number of a day with its marks. */
static void
day_face(struct ui *ui, const struct screen_env *env, const struct marks *marks, int number) {
    float ring = ring_dp(ui);
    bool is_bold = marks->is_visit || marks->is_due || marks->home || marks->partner;
    ui_open(ui, (struct ui_box){.width = ring,
                    .height = ring,
                    .radius = RADIUS_PILL,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .self = UI_SELF_CENTER,
                    .background = marks->is_visit ? COLOR_INDIGO : COLOR_NONE,
                    .border = marks->is_due && !marks->is_visit ? COLOR_INDIGO : COLOR_NONE,
                    .border_width = 2});
    ui_text(ui, arena_printf(ui_arena(ui), "%d", number), env->locale,
        (struct ui_text_spec){.style = TYPE_BODY,
            .strong = is_bold,
            .no_wrap = true,
            .align = TEXT_ALIGN_CENTER,
            .color = marks->is_visit ? COLOR_ON_INDIGO : COLOR_INK,
            .decorative = true});
    ui_close(ui);
    country_marks(ui, marks->home, marks->partner);
}

static void
day_cell(struct ui *ui, const struct screen_env *env, const struct plan *plan, int64_t day) {
    struct marks marks = marks_of(plan, day);
    bool is_closed = marks.is_weekend || marks.home || marks.partner;
    ui_open(ui, (struct ui_box){.key = arena_printf(ui_arena(ui), "%lld", (long long)day),
                    .share = 1,
                    .padding = ui_pad2(2, 0),
                    .align = UI_ALIGN_CENTER,
                    .radius = RADIUS_S,
                    .background = is_closed ? COLOR_SUNK : COLOR_NONE,
                    .border = marks.is_today ? COLOR_EDGE : COLOR_NONE});
    day_face(ui, env, &marks, civil_day(day).day);
    ui_close(ui);
}

static void
empty_cell(struct ui *ui) {
    ui_open(ui, (struct ui_box){.share = 1});
    ui_close(ui);
}

static void
heads(struct ui *ui, const struct screen_env *env, float gap) {
    struct arena *arena = ui_arena(ui);
    ui_open(ui, (struct ui_box){.key = STR("heads"), .axis = UI_ROW, .gap = gap});
    for (int i = 0; i < DAYS; i++) {
        ui_open(ui, (struct ui_box){.share = 1, .align = UI_ALIGN_CENTER});
        ui_text(ui, i18n_weekday(env->i18n, arena, env->locale, i), env->locale,
            (struct ui_text_spec){.style = TYPE_CAPTION,
                .color = COLOR_INK2,
                .no_wrap = true,
                .align = TEXT_ALIGN_CENTER,
                .decorative = true});
        ui_close(ui);
    }
    ui_close(ui);
}

static int64_t
first_of(const struct edtf_point *month) {
    return civil_number(&(struct edtf_point){EDTF_MONTH, month->year, month->month, 0});
}

static struct str
month_name(const struct screen_env *env, struct arena *arena, const struct edtf_point *month) {
    struct edtf date = {.from = {EDTF_MONTH, month->year, month->month, 0}};
    return i18n_date(env->i18n, arena, env->locale, &date, false);
}

typedef void day_fn(
    struct ui *ui, const struct screen_env *env, const struct plan *plan, int64_t day);

/* The weeks of a month, a row each, with nothing where the month before or after has its days. */
static void
weeks(struct ui *ui, const struct screen_env *env, const struct plan *plan,
    const struct edtf_point *month, float gap, day_fn *declare) {
    int64_t first = first_of(month);
    int64_t end = first + civil_month_length(month->year, month->month);
    for (int64_t sunday = first - civil_weekday(first); sunday < end; sunday += DAYS) {
        ui_open(
            ui, (struct ui_box){.key = arena_printf(ui_arena(ui), "week-%lld", (long long)sunday),
                    .axis = UI_ROW,
                    .gap = gap});
        for (int64_t day = sunday; day < sunday + DAYS; day++) {
            if (day < first || day >= end) {
                empty_cell(ui);
            } else {
                declare(ui, env, plan, day);
            }
        }
        ui_close(ui);
    }
}

void
calendar_month(struct ui *ui, const struct screen_env *env, const struct plan *plan,
    const struct edtf_point *month) {
    struct arena *arena = ui_arena(ui);
    struct str name = month_name(env, arena, month);
    ui_open(ui,
        (struct ui_box){.key = arena_printf(arena, "month-%04d-%02d", month->year, month->month),
            .gap = 2,
            .padding = ui_pad2(SPACE_M, SPACE_S),
            .background = COLOR_CARD,
            .border = COLOR_LINE,
            .radius = RADIUS_L,
            .role = ROLE_IMAGE,
            .label = name});
    ui_text(ui, name, env->locale,
        (struct ui_text_spec){.style = TYPE_LEAD, .strong = true, .decorative = true});
    heads(ui, env, 2);
    weeks(ui, env, plan, month, 2, day_cell);
    ui_close(ui);
}

void
calendar_week(
    struct ui *ui, const struct screen_env *env, const struct plan *plan, int64_t sunday) {
    ui_open(ui, (struct ui_box){.key = STR("days"), .axis = UI_ROW, .gap = 2});
    for (int64_t day = sunday; day < sunday + DAYS; day++) {
        day_cell(ui, env, plan, day);
    }
    ui_close(ui);
}

/* Spoken: the day, what is off on it, what it is for. */
static struct str
day_words(const struct screen_env *env, struct arena *arena, const struct plan *plan, int64_t day) {
    struct edtf_point point = civil_day(day);
    struct marks marks = marks_of(plan, day);
    struct str words = i18n_day(env->i18n, arena, env->locale, &point, true);
    words = word_join(
        env, arena, words, marks.is_today ? word_text(env, MSG_PLAN_TODAY) : (struct str){0});
    words = word_join(
        env, arena, words, marks.is_visit ? word_text(env, MSG_PLAN_VISIT) : (struct str){0});
    return word_join(env, arena, words, calendar_closed(env, arena, plan, day));
}

static struct str
choose_action(struct arena *arena, const struct plan *plan, int64_t day) {
    struct plan_asked asked = plan->asked;
    asked.day = civil_day(day);
    asked.is_choosing = false;
    struct str path = plan_path(arena, &asked);
    return arena_printf(arena, "replace %.*s", STR_ARG(path));
}

static void
day_key(struct ui *ui, const struct screen_env *env, const struct plan *plan, int64_t day) {
    struct arena *arena = ui_arena(ui);
    struct marks marks = marks_of(plan, day);
    struct edtf_point point = civil_day(day);
    bool is_closed = marks.is_weekend || marks.home || marks.partner;
    bool is_past = plan->has_today && day < plan->today;
    ui_open(ui, (struct ui_box){.key = arena_printf(
                                    arena, "%04d-%02d-%02d", point.year, point.month, point.day),
                    .share = 1,
                    .padding = ui_pad2(SPACE_XS, 0),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = RADIUS_M,
                    .background = is_past     ? COLOR_NONE
                                  : is_closed ? COLOR_PAPER
                                              : COLOR_CARD,
                    .border = is_past          ? COLOR_NONE
                              : marks.is_today ? COLOR_INDIGO
                                               : COLOR_EDGE,
                    .border_width = marks.is_today ? 3 : 1,
                    .raised = !is_past,
                    .role = ROLE_BUTTON,
                    .label = day_words(env, arena, plan, day),
                    .action = choose_action(arena, plan, day),
                    .selected = marks.is_visit,
                    .disabled = is_past});
    day_face(ui, env, &marks, point.day);
    ui_close(ui);
}

/* Seven keys as wide as a finger needs, with their distance, beside each other. */
static bool
has_room(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    float least = DAYS * m->target_px + (DAYS - 1) * m->gap_px;
    float digits = DAYS * (metrics_size_px(m, ring_dp(ui)) + m->gap_px);
    float room = (float)m->width_px - 2 * metrics_px(m, SPACE_XL);
    return room >= least && room >= digits && m->width_class != WIDTH_COMPACT;
}

/* One day of the open week: what it is, in words. */
static void
day_row(struct ui *ui, const struct screen_env *env, const struct plan *plan, int64_t day) {
    struct arena *arena = ui_arena(ui);
    struct edtf_point point = civil_day(day);
    struct marks marks = marks_of(plan, day);
    ui_link_row(ui, (struct ui_link_row){.key = arena_printf(arena, "%04d-%02d-%02d", point.year,
                                             point.month, point.day),
                        .title = i18n_day(env->i18n, arena, env->locale, &point, false),
                        .reading = calendar_closed(env, arena, plan, day),
                        .badge = marks.is_today ? word_text(env, MSG_PLAN_TODAY) : (struct str){0},
                        .action = choose_action(arena, plan, day)});
}

static void
week_key(struct ui *ui, const struct screen_env *env, const struct plan *plan, int64_t sunday) {
    struct arena *arena = ui_arena(ui);
    struct plan_asked asked = plan->asked;
    struct edtf_point point = civil_day(sunday);
    asked.is_choosing = true;
    asked.shown = point;
    struct str path = plan_path(arena, &asked);
    struct str name = i18n_day(env->i18n, arena, env->locale, &point, false);
    struct msg_arg args[] = {MSG_TEXT(name)};
    ui_card_open(
        ui, (struct ui_card){.key = arena_printf(arena, "week-%lld", (long long)sunday),
                .padding = SPACE_S,
                .action = arena_printf(arena, "replace %.*s", STR_ARG(path)),
                .label = i18n_format(env->i18n, arena, env->locale, MSG_PLAN_WEEK, args, 1)});
    calendar_week(ui, env, plan, sunday);
    ui_close(ui);
}

/* A key a week; the week that was opened shows its days below. */
static void
choose_by_week(struct ui *ui, const struct screen_env *env, const struct plan *plan,
    const struct edtf_point *month) {
    int64_t first = first_of(month);
    int64_t end = first + civil_month_length(month->year, month->month);
    bool is_week = plan->asked.shown.precision == EDTF_DAY;
    int64_t open = is_week ? civil_number(&plan->asked.shown) : end;
    for (int64_t sunday = first - civil_weekday(first); sunday < end; sunday += DAYS) {
        bool is_past = plan->has_today && sunday + DAYS <= plan->today;
        if (is_past) {
            continue;
        }
        week_key(ui, env, plan, sunday);
        for (int64_t day = sunday; sunday <= open && open < sunday + DAYS && day < sunday + DAYS;
             day++) {
            if (!plan->has_today || day >= plan->today) {
                day_row(ui, env, plan, day);
            }
        }
    }
}

void
calendar_choose(struct ui *ui, const struct screen_env *env, const struct plan *plan,
    const struct edtf_point *month) {
    float gap = SPACE_XS;
    ui_open(ui, (struct ui_box){.key = STR("calendar"),
                    .gap = gap,
                    .role = ROLE_LIST,
                    .label = month_name(env, ui_arena(ui), month)});
    heads(ui, env, gap);
    if (has_room(ui)) {
        weeks(ui, env, plan, month, gap, day_key);
    } else {
        choose_by_week(ui, env, plan, month);
    }
    ui_close(ui);
}

static void
legend_words(struct ui *ui, const struct screen_env *env, struct str words) {
    ui_text(
        ui, words, env->locale, (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2});
}

static void
legend_of(struct ui *ui, const struct screen_env *env, struct str country, struct str name) {
    struct msg_arg args[] = {MSG_TEXT(name)};
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    mark(ui, country);
    legend_words(
        ui, env, i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_PLAN_HOLIDAY, args, 1));
    ui_close(ui);
}

void
calendar_legend(struct ui *ui, const struct screen_env *env, const struct plan *plan) {
    ui_open(ui, (struct ui_box){.key = STR("legend"),
                    .axis = UI_WRAP,
                    .gap = SPACE_L,
                    .cross_gap = SPACE_XS,
                    .align = UI_ALIGN_CENTER});
    legend_of(ui, env, plan->home.country, plan->home.country_name);
    if (!str_eq(plan->home.country, plan->partner.country)) {
        legend_of(ui, env, plan->partner.country, plan->partner.country_name);
    }
    if (plan->step_count > 0) {
        ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
        ui_open(ui, (struct ui_box){.width = 20,
                        .height = 20,
                        .radius = RADIUS_PILL,
                        .border = COLOR_INDIGO,
                        .border_width = 2});
        ui_close(ui);
        legend_words(ui, env, word_text(env, MSG_PLAN_DUE));
        ui_close(ui);
    }
    ui_close(ui);
}
