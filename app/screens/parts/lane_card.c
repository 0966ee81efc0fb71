#include "screens/parts/lane_card.h"

#include "i18n/civil.h"
#include "screens/words.h"

#include <math.h>

#define COLUMNS_DP 22.0f /* how high the events of a decade are drawn */

/* --- the card --- */

static void
step_key(struct ui *ui, const struct screen_env *env, const struct lane_card *card, bool is_on) {
    const struct store_event *to = is_on ? card->after : card->before;
    struct str action = STR("none");
    if (to) {
        action = arena_printf(
            ui_arena(ui), "show %.*s&event=%.*s", STR_ARG(card->path), STR_ARG(to->id));
    }
    ui_icon_button(ui, (struct ui_icon_button){.key = is_on ? STR("event-on") : STR("event-back"),
                           .label = word_text(env, is_on ? MSG_EVENT_ON : MSG_EVENT_BACK),
                           .icon = is_on ? STR("chevron") : STR("previous"),
                           .action = action,
                           .disabled = to == NULL});
}

static void
when_and_what(struct ui *ui, const struct screen_env *env, const struct lane_card *card) {
    const struct store_event *event = card->event;
    ui_open(
        ui, (struct ui_box){
                .axis = UI_WRAP, .gap = SPACE_M, .cross_gap = SPACE_XS, .align = UI_ALIGN_CENTER});
    ui_text(ui, word_date(env, ui_arena(ui), &event->date), env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INDIGO, .tabular = true});
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    ui_country(ui, card->country);
    ui_text(ui, event->city_name, env->locale, (struct ui_text_spec){.style = TYPE_BODY});
    ui_close(ui);
    ui_badge(ui, word_for(env, WORDS_EVENT, event->kind), word_tone(env, WORDS_EVENT, event->kind));
    ui_close(ui);
}

static void
words_of(struct ui *ui, const struct screen_env *env, const struct lane_card *card) {
    const struct store_event *event = card->event;
    const struct ui_aside aside = {.about = event->title, .text = event->note};
    ui_open(ui, (struct ui_box){.key = STR("words"), .grow = 1, .gap = SPACE_S});
    when_and_what(ui, env, card);
    ui_noted_open(ui, UI_ALIGN_CENTER);
    ui_text(ui, event->title, env->locale,
        (struct ui_text_spec){
            .style = TYPE_LEAD, .role = ROLE_HEADING, .level = 2, .by_phrase = true});
    ui_noted_close(ui, &aside);
    if (event->detail.n) {
        ui_text(ui, event->detail, env->locale,
            (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2, .by_phrase = true});
    }
    ui_close(ui);
}

static void
city_key(struct ui *ui, const struct screen_env *env, const struct lane_card *card) {
    ui_button(ui, (struct ui_button){.key = STR("city"),
                      .label = word_text(env, MSG_SEE_CITY),
                      .icon = STR("city"),
                      .kind = UI_BUTTON_SECONDARY,
                      .action = arena_printf(ui_arena(ui), "open cities/%.*s?event=%.*s",
                          STR_ARG(card->event->city), STR_ARG(card->event->id))});
}

static void
close_key(struct ui *ui, const struct screen_env *env, const struct lane_card *card) {
    ui_icon_button(ui, (struct ui_icon_button){.key = STR("event-close"),
                           .label = word_text(env, MSG_DISMISS),
                           .icon = STR("close"),
                           .action = arena_printf(ui_arena(ui), "show %.*s", STR_ARG(card->path))});
}

static void
beside(struct ui *ui, const struct screen_env *env, const struct lane_card *card) {
    step_key(ui, env, card, false);
    words_of(ui, env, card);
    ui_open(ui, (struct ui_box){.gap = SPACE_S, .align = UI_ALIGN_END});
    close_key(ui, env, card);
    city_key(ui, env, card);
    ui_close(ui);
    step_key(ui, env, card, true);
}

static void
below(struct ui *ui, const struct screen_env *env, const struct lane_card *card) {
    words_of(ui, env, card);
    ui_open(ui, (struct ui_box){
                    .axis = UI_ROW, .key = STR("steps"), .gap = SPACE_M, .align = UI_ALIGN_CENTER});
    step_key(ui, env, card, false);
    step_key(ui, env, card, true);
    city_key(ui, env, card);
    ui_open(ui, (struct ui_box){.grow = 1});
    ui_close(ui);
    close_key(ui, env, card);
    ui_close(ui);
}

void
lane_card(struct ui *ui, const struct screen_env *env, const struct lane_card *card) {
    const struct metrics *m = ui_metrics(ui);
    bool is_beside = !m->is_tall && m->width_class == WIDTH_WIDE;
    ui_open(ui, (struct ui_box){.key = STR("card"),
                    .axis = is_beside ? UI_ROW : UI_COLUMN,
                    .role = ROLE_REGION,
                    .label = card->event->title,
                    .align = is_beside ? UI_ALIGN_CENTER : UI_ALIGN_STRETCH,
                    .gap = is_beside ? SPACE_L : SPACE_M});
    if (is_beside) {
        beside(ui, env, card);
    } else {
        below(ui, env, card);
    }
    ui_close(ui);
}

/* --- decades --- */

struct decade {
    const struct lane_set *set;
    struct zoom_range shown;
    int first, years;
    uint32_t most;
};

static double
day_of_year(int year) {
    struct edtf_point point = {.precision = EDTF_YEAR, .year = (int16_t)year};
    return (double)civil_number(&point);
}

/* A column a year, and below them what is shown above. */
static void
draw_decade(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    const struct decade *decade = data;
    float wide = rect_px.w / (float)decade->years, band = fmaxf(3, metrics_px(metrics, 3));
    float room = rect_px.h - 2 * band;
    struct color none = {0};
    for (int i = 0; i < decade->years; i++) {
        int year = decade->first + i - decade->set->first_year;
        uint32_t count =
            year >= 0 && (size_t)year < decade->set->years ? decade->set->per_year[year] : 0;
        float part = logf(1 + (float)count) / logf(1 + (float)decade->most);
        float high = ceilf(room * part), x = floorf(rect_px.x + wide * (float)i);
        struct rect column = {x + 1, rect_px.y + room - high, fmaxf(1, floorf(wide) - 2), high};
        if (count > 0) {
            draw_rect(list, column, 2, theme->colors[COLOR_INDIGO], none, 0);
        }
    }
    double from = day_of_year(decade->first), to = day_of_year(decade->first + decade->years);
    double left = fmax(from, decade->shown.from), right = fmin(to, decade->shown.to);
    if (right > left) {
        float x0 = (float)((left - from) / (to - from)) * rect_px.w,
              x1 = (float)((right - from) / (to - from)) * rect_px.w;
        struct rect here = {
            floorf(rect_px.x + x0), rect_px.y + rect_px.h - band, ceilf(x1 - x0), band};
        draw_rect(list, here, band / 2, theme->colors[COLOR_INDIGO], none, 0);
    }
}

static void
decade_key(
    struct ui *ui, const struct screen_env *env, const struct decade *from, struct str axis) {
    struct decade *decade = ARENA_NEW(ui_arena(ui), struct decade);
    *decade = *from;
    struct str year = arena_printf(ui_arena(ui), "%d", decade->first);
    struct msg_arg args[] = {MSG_TEXT(year)};
    ui_open(ui, (struct ui_box){.key = arena_printf(ui_arena(ui), "decade-%d", decade->first),
                    .share = 1,
                    .padding = ui_pad2(SPACE_XS, SPACE_XS),
                    .radius = RADIUS_S,
                    .background = COLOR_CARD,
                    .raised = true,
                    .role = ROLE_BUTTON,
                    .label = i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_DECADE, args, 1),
                    .action = arena_printf(ui_arena(ui), "zoom %.*s %.1f %.1f", STR_ARG(axis),
                        day_of_year(decade->first), day_of_year(decade->first + decade->years))});
    ui_open(ui, (struct ui_box){.height = COLUMNS_DP / ui_metrics(ui)->text_scale,
                    .canvas = draw_decade,
                    .canvas_data = decade});
    ui_close(ui);
    ui_text(ui, year, env->locale,
        (struct ui_text_spec){.style = TYPE_LABEL,
            .color = COLOR_INK,
            .align = TEXT_ALIGN_CENTER,
            .no_wrap = true,
            .tabular = true,
            .decorative = true});
    ui_close(ui);
}

void
lane_decades(struct ui *ui, const struct screen_env *env, const struct lane_set *set,
    struct str axis, struct zoom_range shown, float width_px) {
    static const int steps[] = {10, 20, 50, 100, 500};
    const struct metrics *m = ui_metrics(ui);
    float least = m->type[TYPE_LABEL][env->locale].size_px * 2.35f + metrics_px(m, 2 * SPACE_XS);
    least = fmaxf(least, m->target_px) + fmaxf(m->gap_px, metrics_px(m, SPACE_S));
    int last = set->first_year + (int)set->years - 1, years = steps[0];
    for (size_t i = 1; i < sizeof(steps) / sizeof(steps[0]); i++) {
        int keys = last / years - set->first_year / years + 1;
        years = (float)keys * least > width_px ? steps[i] : years;
    }
    struct decade decade = {.set = set, .shown = shown, .years = years, .most = 1};
    for (size_t i = 0; i < set->years; i++) {
        decade.most = set->per_year[i] > decade.most ? set->per_year[i] : decade.most;
    }
    ui_open(ui, (struct ui_box){.key = STR("decades"),
                    .axis = UI_ROW,
                    .gap = SPACE_S,
                    .role = ROLE_REGION,
                    .label = word_text(env, MSG_DECADES)});
    for (int first = set->first_year / years * years; first <= last; first += years) {
        decade.first = first > 0 ? first : 1;
        decade_key(ui, env, &decade, axis);
    }
    ui_close(ui);
}
