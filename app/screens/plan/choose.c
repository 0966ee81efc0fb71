/* Which city, and which day. */
#include "screens/page.h"
#include "screens/plan/calendar.h"
#include "screens/plan/view.h"

#include "i18n/civil.h"

enum { GUIDES_ASKED = 64 };

/* The first ones with a checklist: they are about visits. */
static bool
guides_load(
    struct partners *partners, struct arena *arena, const struct screen_env *env, struct err *err) {
    struct str listing = arena_printf(arena, "articles/guides/%s", locale_tag(env->locale));
    struct store_window window = {listing, 0, GUIDES_ASKED};
    struct store_article *guides;
    size_t count;
    if (!store_articles(env->store, arena, env->locale, window, &guides, &count, err)) {
        return false;
    }
    partners->guide_count = 0;
    for (size_t i = 0; i < count && partners->guide_count < PLAN_GUIDES; i++) {
        if (guides[i].checklist.n > 0) {
            partners->guides[partners->guide_count++] = guides[i];
        }
    }
    return true;
}

bool
partners_load(struct partners *partners, struct screen *screen, const struct screen_env *env,
    struct str home, struct err *err) {
    return guides_load(partners, &screen->arena, env, err) &&
           rows_open(&partners->cities, screen, env, STR("cities"), rows_ask_cities,
               sizeof(struct store_city), err) &&
           store_listing_place(
               env->store, STR("cities"), home, &partners->home, &partners->has_home, err);
}

/* In the frame's arena. */
struct choice {
    const struct screen_env *env;
    const struct partners *partners;
};

static void
city_row(struct ui *ui, void *self, size_t i) {
    const struct choice *choice = self;
    const struct screen_env *env = choice->env;
    const struct partners *partners = choice->partners;
    struct arena *arena = ui_arena(ui);
    size_t place = partners->has_home && i >= partners->home ? i + 1 : i;
    const struct store_city *city = rows_at(partners->cities, env, place);
    if (!city) {
        page_row_missing(ui, env, place);
        return;
    }
    struct plan_asked asked = {.partner = city->id};
    struct str path = plan_path(arena, &asked);
    ui_link_row(ui, (struct ui_link_row){.key = city->id,
                        .title = city->name,
                        .reading = word_place(env, arena, city->region, city->country_name),
                        .action = arena_printf(arena, "open %.*s", STR_ARG(path))});
}

/* Titles only: how one goes about a visit stands in the guide itself. */
static void
guides_view(struct ui *ui, const struct screen_env *env, const struct partners *partners) {
    if (partners->guide_count == 0) {
        return;
    }
    page_section_open(ui, env, STR("guides"), word_text(env, MSG_PLAN_READ));
    ui_open(ui, (struct ui_box){.key = STR("list"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_PLAN_READ),
                    .gap = SPACE_S});
    for (size_t i = 0; i < partners->guide_count; i++) {
        const struct store_article *guide = &partners->guides[i];
        ui_link_row(ui, (struct ui_link_row){.key = guide->slug,
                            .title = guide->title,
                            .action = page_action(ui, "guides", guide->slug)});
    }
    ui_close(ui);
    ui_close(ui);
}

void
choose_city_view(struct ui *ui, const struct screen_env *env, const struct partners *partners) {
    struct choice *choice = ARENA_NEW(ui_arena(ui), struct choice);
    *choice = (struct choice){env, partners};
    guides_view(ui, env, partners);
    page_section_open(ui, env, STR("partners"), word_text(env, MSG_PLAN_CITY));
    ui_list(ui, (struct ui_list){.key = STR("list"),
                    .label = word_text(env, MSG_PLAN_CITY),
                    .content = STR("partners"),
                    .count = partners->cities->count - (partners->has_home ? 1 : 0),
                    .min_column = 260,
                    .gap = SPACE_M,
                    .row = city_row,
                    .self = choice});
    ui_close(ui);
}

/* The month that is shown: the one asked for, else the visit's, else this one. */
static struct edtf_point
month_shown(const struct plan *plan) {
    const struct plan_asked *asked = &plan->asked;
    struct edtf_point point = asked->shown.precision ? asked->shown
                              : asked->day.precision ? asked->day
                              : plan->has_today      ? civil_day(plan->today)
                              : plan->first_year > 0
                                  ? (struct edtf_point){EDTF_MONTH, (int16_t)plan->first_year, 1, 0}
                                  : (struct edtf_point){EDTF_MONTH, 2000, 1, 0};
    point.precision = EDTF_MONTH;
    return point;
}

static void
month_key(struct ui *ui, const struct screen_env *env, const struct plan *plan,
    const struct edtf_point *month, int64_t by) {
    struct arena *arena = ui_arena(ui);
    struct edtf_point first = {EDTF_DAY, month->year, month->month, 1};
    struct edtf_point to = civil_add_months(&first, by);
    struct edtf_point this_month = plan->has_today ? civil_day(plan->today) : to;
    bool is_past = to.year * 12 + to.month < this_month.year * 12 + this_month.month;
    struct plan_asked asked = plan->asked;
    asked.is_choosing = true;
    asked.shown = (struct edtf_point){EDTF_MONTH, to.year, to.month, 0};
    struct str path = plan_path(arena, &asked);
    ui_button(
        ui, (struct ui_button){.key = by < 0 ? STR("before") : STR("after"),
                .label = word_text(env, by < 0 ? MSG_PLAN_MONTH_BEFORE : MSG_PLAN_MONTH_AFTER),
                .icon = by < 0 ? STR("back") : (struct str){0},
                .end_icon = by < 0 ? (struct str){0} : STR("chevron"),
                .action = arena_printf(arena, "replace %.*s", STR_ARG(path)),
                .kind = UI_BUTTON_SECONDARY,
                .disabled = to.precision == EDTF_NONE || is_past});
}

static void
way_view(struct ui *ui, const struct screen_env *env, const struct plan *plan) {
    struct arena *arena = ui_arena(ui);
    ui_open(ui, (struct ui_box){.key = STR("way"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_PLAN_WAY),
                    .axis = UI_WRAP,
                    .gap = SPACE_S});
    for (int i = 0; i < 2; i++) {
        struct plan_asked asked = plan->asked;
        asked.is_incoming = i == 1;
        struct str path = plan_path(arena, &asked);
        ui_chip(ui, (struct ui_chip){.key = i == 0 ? STR("out") : STR("in"),
                        .label = word_text(env, i == 0 ? MSG_PLAN_WE_GO : MSG_PLAN_THEY_COME),
                        .action = arena_printf(arena, "replace %.*s", STR_ARG(path)),
                        .selected = plan->asked.is_incoming == (i == 1)});
    }
    ui_close(ui);
}

void
said_view(
    struct ui *ui, const struct screen_env *env, struct str key, struct str text, bool is_warning) {
    ui_open(ui, (struct ui_box){.key = key,
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .padding = ui_pad(SPACE_M),
                    .radius = RADIUS_M,
                    .background = is_warning ? COLOR_LATE : COLOR_SUNK,
                    .border = is_warning ? COLOR_TOUCH_DEEP : COLOR_NONE});
    ui_icon(ui, (struct ui_icon_spec){.name = is_warning ? STR("warning") : STR("info"),
                    .color = is_warning ? COLOR_TOUCH_DEEP : COLOR_INDIGO});
    ui_text(ui, text, env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .grow = 1, .by_phrase = true});
    ui_close(ui);
}

void
unknown_view(struct ui *ui, const struct screen_env *env, const struct plan *plan) {
    struct arena *arena = ui_arena(ui);
    struct edtf_point shown = month_shown(plan);
    int year =
        plan->asked.is_choosing || !plan->asked.day.precision ? shown.year : plan->asked.day.year;
    for (int i = 0; i < 2; i++) {
        struct msg_arg args[] = {MSG_TEXT(plan->unknown[i])};
        if (plan->unknown[i].n > 0) {
            said_view(ui, env, STR("no-table"),
                i18n_format(env->i18n, arena, env->locale, MSG_PLAN_NO_TABLE, args, 1), false);
        }
    }
    if (plan->first_year > 0 && (year < plan->first_year || year > plan->last_year)) {
        struct msg_arg args[] = {MSG_TEXT(arena_printf(arena, "%d", plan->first_year)),
            MSG_TEXT(arena_printf(arena, "%d", plan->last_year))};
        said_view(ui, env, STR("years"),
            i18n_format(env->i18n, arena, env->locale, MSG_PLAN_YEARS, args, 2), false);
    }
}

void
choose_day_view(struct ui *ui, const struct screen_env *env, const struct plan *plan) {
    struct edtf_point month = month_shown(plan);
    struct edtf date = {.from = month};
    way_view(ui, env, plan);
    ui_open(ui, (struct ui_box){.key = STR("month"), .gap = SPACE_M});
    ui_open(ui, (struct ui_box){.axis = UI_WRAP,
                    .gap = SPACE_M,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_BETWEEN});
    ui_heading(ui, i18n_date(env->i18n, ui_arena(ui), env->locale, &date, false), env->locale,
        (struct ui_heading){.key = STR("name"), .level = 2});
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_M});
    month_key(ui, env, plan, &month, -1);
    month_key(ui, env, plan, &month, 1);
    ui_close(ui);
    ui_close(ui);
    calendar_choose(ui, env, plan, &month);
    calendar_legend(ui, env, plan);
    unknown_view(ui, env, plan);
    ui_close(ui);
}
