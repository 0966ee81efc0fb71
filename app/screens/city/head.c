#include "screens/city/view.h"

#include "base/check.h"
#include "base/utf8.h"
#include "screens/parts/large_figures.h"
#include "screens/spoken.h"

#define BAR_TEXT_SCALE 1.3f /* above it the keys stand at the end of the page, not below it */
enum { STATISTICS_LOOK = 16 };

/* ラスベガス市 reads itself; 浜松市 does not. */
static bool
needs_reading(struct str name, struct str reading) {
    size_t first = 0;
    if (reading.n == 0 || name.n == 0) {
        return false;
    }
    utf8_next(name, &first);
    return !str_starts(reading, str_slice(name, 0, first));
}

/* 浜松市 (はままつし): a Japanese name is of little use to whoever cannot read it. */
static struct str
with_reading(const struct city *city, struct str name, struct arena *arena) {
    struct str reading = city->city.reading;
    if (!needs_reading(name, reading)) {
        return name;
    }
    return arena_printf(arena, "%.*s (%.*s)", STR_ARG(name), STR_ARG(reading));
}

/* The name in the two other languages: what stands on signs over there. In Japanese, how one's own
 * name of the city is read comes first. */
static struct str
other_names(const struct city *city, const struct screen_env *env, struct arena *arena) {
    bool is_japanese = env->locale == LOCALE_JA;
    struct str line = {0};
    if (is_japanese && needs_reading(city->city.name, city->city.reading)) {
        line = city->city.reading;
    }
    for (size_t i = 0; i < city->official_names->count; i++) {
        const struct store_name *name = rows_at(city->official_names, env, i);
        if (!name || str_eq(name->lang, str_from(locale_tag(env->locale)))) {
            continue;
        }
        bool reads = str_eq(name->lang, STR("ja"));
        line =
            word_join(env, arena, line, reads ? with_reading(city, name->text, arena) : name->text);
    }
    return line;
}

static void
name_view(struct ui *ui, const struct screen_env *env, const struct city *city) {
    struct str others = other_names(city, env, ui_arena(ui));
    ui_open(ui, (struct ui_box){.key = STR("name"),
                    .axis = UI_WRAP,
                    .gap = SPACE_L,
                    .cross_gap = SPACE_XS,
                    .align = UI_ALIGN_BASELINE});
    ui_text(ui, city->city.name, env->locale,
        (struct ui_text_spec){
            .style = TYPE_TITLE, .role = ROLE_HEADING, .level = 1, .reading = others});
    if (others.n) {
        ui_text(ui, others, env->locale,
            (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2, .by_phrase = true});
    }
    ui_close(ui);
}

/* The shape of its country, where it lies, how the tie stands: one line where there is room. */
static void
place_view(struct ui *ui, const struct screen_env *env, const struct city *city) {
    const struct store_city *c = &city->city;
    struct arena *arena = ui_arena(ui);
    struct str state = c->relation_status.n ? word_for(env, WORDS_STATUS, c->relation_status)
                       : city_is_home(city) ? word_for(env, WORDS_ROLE, c->role)
                                            : (struct str){0};
    ui_open(ui, (struct ui_box){.key = STR("place"),
                    .axis = UI_WRAP,
                    .gap = SPACE_M,
                    .cross_gap = SPACE_XS,
                    .align = UI_ALIGN_CENTER});
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    struct theme_mark mark = theme_country(c->country);
    ui_icon(
        ui, (struct ui_icon_spec){.name = str_from(mark.icon), .size = 20, .color = mark.color});
    ui_text(ui, word_place(env, arena, c->region, c->country_name), env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .by_phrase = true});
    ui_close(ui);
    if (state.n) {
        ui_text(ui, state, env->locale,
            (struct ui_text_spec){.key = STR("state"), .style = TYPE_BODY_STRONG});
    }
    ui_close(ui);
}

/* As wide as the column of the page is. */
static float
room_px(const struct ui *ui, const struct screen *screen) {
    const struct metrics *m = ui_metrics(ui);
    bool has_side = screen->hero.bytes.n > 0 && !m->is_tall && m->width_class != WIDTH_COMPACT;
    float side = has_side ? 0.4f * (float)m->width_px : 0;
    float most = metrics_px(m, m->posture == POSTURE_KIOSK ? 920 : 760);
    float room = (float)m->width_px - side;
    room = room < most ? room : most;
    return room - metrics_px(m, 2 * (m->width_class == WIDTH_COMPACT ? SPACE_L : SPACE_XL));
}

static void
add_figure(struct large_figures *panel, const char *key, struct str value, struct str caption) {
    if (panel->count < LARGE_FIGURES_MOST) {
        panel->figures[panel->count++] = (struct large_figure){str_from(key), value, caption};
    }
}

/* Those of its statistics that come first, one of a unit: of the people all, and not some of them.
 */
static void
add_statistics(struct large_figures *panel, const struct screen_env *env, struct arena *arena,
    const struct city *city, size_t most) {
    static const char *const keys[] = {"statistic-1", "statistic-2", "statistic-3"};
    struct str units[ARRAY_LEN(keys)];
    size_t count = 0;
    for (size_t i = 0; count < most && i < city->figures->count && i < STATISTICS_LOOK; i++) {
        const struct store_figure *figure = rows_at(city->figures, env, i);
        bool is_new = figure != NULL;
        for (size_t k = 0; is_new && k < count; k++) {
            is_new = !str_eq(units[k], figure->unit);
        }
        if (is_new) {
            units[count] = figure->unit;
            add_figure(panel, keys[count++], word_figure(env, arena, figure), figure->label);
        }
    }
}

static struct large_figures
figures_of(const struct city *city, const struct screen_env *env, struct arena *arena) {
    struct large_figures panel = {0};
    const struct dial *dial = &city->dial;
    const struct store_city *c = &city->city;
    if (dial->has_way) {
        panel.dial = dial;
        add_figure(&panel, "way", word_km(env, arena, dial->km), dial_where(env, arena, dial));
    }
    if (dial->has_time) {
        add_figure(&panel, "time", dial_hours(env, arena, dial->time.minutes),
            word_text(env, MSG_DIAL_TIME));
        panel.note = dial_seasons(env, arena, dial);
    }
    if (c->relation_since.from.precision != EDTF_NONE) {
        struct edtf year = {.from = {.precision = EDTF_YEAR, .year = c->relation_since.from.year}};
        add_figure(&panel, "tie", i18n_date(env->i18n, arena, env->locale, &year, false),
            word_for(env, WORDS_RELATION, c->relation_kind));
    } else {
        add_statistics(&panel, env, arena, city, city_is_home(city) ? LARGE_FIGURES_MOST : 1);
    }
    return panel;
}

void
city_head_view(struct ui *ui, const struct screen_env *env, const struct screen *screen,
    const struct city *city) {
    const struct store_city *c = &city->city;
    ui_open(ui, (struct ui_box){.key = STR("head"), .gap = SPACE_S});
    name_view(ui, env, city);
    place_view(ui, env, city);
    ui_close(ui);
    if (city->part != CITY_NOW) {
        return;
    }
    struct large_figures panel = figures_of(city, env, ui_arena(ui));
    panel.room_px = room_px(ui, screen);
    large_figures_view(ui, env, &panel);
    ui_open(ui, (struct ui_box){.key = STR("lead")});
    ui_noted_open(ui, UI_ALIGN_END);
    page_text(ui, env, c->lead);
    ui_noted_close(ui, &(struct ui_aside){.about = c->name, .text = c->note});
    ui_close(ui);
}

void
city_parts_view(struct ui *ui, const struct screen_env *env, const struct city *city) {
    static const enum msg labels[CITY_PARTS] = {
        MSG_CITY_NOW, MSG_CITY_HISTORY, MSG_CITY_PEOPLE, MSG_CITY_NAMES};
    ui_open(ui, (struct ui_box){.key = STR("parts"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_CITY_PARTS),
                    .axis = UI_GRID,
                    .min_column = 72,
                    .gap = SPACE_S});
    for (int i = 0; i < CITY_PARTS; i++) {
        struct str name = city_part_name((enum city_part)i);
        ui_button(ui, (struct ui_button){.key = name,
                          .label = word_text(env, labels[i]),
                          .kind = UI_BUTTON_SECONDARY,
                          .fill = true,
                          .selected = i == (int)city->part,
                          .action = arena_printf(ui_arena(ui), "replace cities/%.*s/%.*s",
                              STR_ARG(city->city.id), STR_ARG(name))});
    }
    ui_close(ui);
}

/* Icons above their words, so that all keys stand in one row. */
static void
action_key(struct ui *ui, const struct screen_env *env, const char *key, enum msg label,
    const char *icon, struct str action) {
    if (action.n == 0) {
        return;
    }
    ui_open(ui, (struct ui_box){.key = str_from(key),
                    .gap = 2,
                    .padding = ui_pad2(SPACE_S, SPACE_XS),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = RADIUS_M,
                    .background = COLOR_CARD,
                    .border = COLOR_EDGE,
                    .raised = true,
                    .elevation = 1,
                    .role = ROLE_BUTTON,
                    .label = word_text(env, label),
                    .action = action});
    ui_icon(ui, (struct ui_icon_spec){.name = str_from(icon), .color = COLOR_TOUCH});
    ui_text(ui, word_text(env, label), env->locale,
        (struct ui_text_spec){.style = TYPE_LABEL, .align = TEXT_ALIGN_CENTER, .decorative = true});
    ui_close(ui);
}

void
city_actions_view(struct ui *ui, const struct screen_env *env, const struct screen *screen,
    const struct city *city) {
    struct arena *arena = ui_arena(ui);
    struct str id = city->city.id, plan = {0};
    if (city_is_home(city)) {
        plan = STR("open plan");
    } else if (city->city.relation.n) {
        plan = arena_printf(arena, "open plan?partner=%.*s", STR_ARG(id));
    }
    /* While the sheet is up it has that room. */
    bool is_below = ui_metrics(ui)->text_scale <= BAR_TEXT_SCALE && !env->shows_display;
    if (is_below) {
        ui_chrome_dock(ui);
    }
    ui_open(ui, (struct ui_box){.key = STR("actions"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_CITY_ACTIONS),
                    .axis = UI_GRID,
                    .min_column = 80,
                    .padding = is_below ? ui_pad2(SPACE_S, SPACE_L) : ui_pad(0),
                    .gap = SPACE_S});
    action_key(ui, env, "compare", MSG_CITY_COMPARE, "compare",
        arena_printf(arena, "open compare/%.*s", STR_ARG(id)));
    action_key(ui, env, "beside", MSG_CITY_BESIDE, "guide",
        arena_printf(arena, "open cities/%.*s?with=%s", STR_ARG(id),
            locale_tag(spoken_opposite(env->locale))));
    action_key(ui, env, "plan", MSG_CITY_PLAN, "calendar", plan);
    action_key(ui, env, "take", MSG_CITY_TAKE, "take", page_take_action(ui, env, screen));
    ui_close(ui);
}
