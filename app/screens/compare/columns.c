#include "screens/compare/view.h"

#include "base/check.h"

#define HEAD_ASPECT 1.72f

typedef void cell_fn(struct ui *ui, const struct screen_env *env, const struct compare *compare,
    const struct compared *side);

static bool
is_stacked(const struct ui *ui) {
    return ui_metrics(ui)->width_class == WIDTH_COMPACT;
}

static void
line(struct ui *ui, const struct screen_env *env, struct str text, enum type_style style,
    enum ui_color color) {
    if (text.n) {
        ui_text(ui, text, env->locale,
            (struct ui_text_spec){.style = style, .color = color, .by_phrase = true});
    }
}

/* Its country's shape and its name, where its value stands below those of the other. */
static void
name_line(struct ui *ui, const struct screen_env *env, const struct compared *side,
    enum type_style style, bool is_heading) {
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    ui_icon(ui, (struct ui_icon_spec){
                    .name = str_from(side->mark.icon), .size = 16, .color = side->mark.color});
    ui_text(ui, side->city.name, env->locale,
        (struct ui_text_spec){.style = style,
            .strong = true,
            .role = is_heading ? ROLE_HEADING : ROLE_TEXT,
            .level = is_heading ? 2 : 0});
    ui_close(ui);
}

static void
head(struct ui *ui, const struct screen_env *env, const struct compared *side, bool has_picture) {
    struct str place = word_place(env, ui_arena(ui), side->city.region, side->city.country_name);
    ui_open(ui, (struct ui_box){.key = side->city.id, .gap = SPACE_XS, .share = 1});
    if (has_picture && side->hero.bytes.n) {
        ui_open(ui, (struct ui_box){.key = STR("scene"),
                        .aspect = HEAD_ASPECT,
                        .picture = page_scene(&side->hero),
                        .role = ROLE_IMAGE,
                        .label = side->hero.alt});
        ui_close(ui);
    }
    ui_open(ui, (struct ui_box){.padding = {.top = SPACE_XS}});
    name_line(ui, env, side, TYPE_LEAD, true);
    line(ui, env, place, TYPE_BODY, COLOR_INK2);
    ui_close(ui);
    ui_close(ui);
}

static void
heads(struct ui *ui, const struct screen_env *env, const struct compare *compare) {
    bool is_large = ui_metrics(ui)->text_scale >= LARGE_TEXT_SCALE;
    ui_open(ui, (struct ui_box){
                    .key = STR("cities"), .axis = is_large ? UI_COLUMN : UI_ROW, .gap = SPACE_L});
    for (int i = 0; i < COMPARE_SIDES; i++) {
        head(ui, env, &compare->sides[i], !is_large);
    }
    ui_close(ui);
}

static void
rule(struct ui *ui) {
    ui_open(ui, (struct ui_box){.grow = 1,
                    .height = ui_metrics(ui)->hairline_px / ui_metrics(ui)->size_px,
                    .background = COLOR_EDGE});
    ui_close(ui);
}

/* A hairline that carries the name of the row; below it the two cells, beside each other or one
 * below the other. */
static void
row(struct ui *ui, const struct screen_env *env, const struct compare *compare, const char *key,
    struct str title, cell_fn *cell) {
    static const char *const keys[COMPARE_SIDES] = {"first", "second"};
    bool stacked = is_stacked(ui);
    ui_open(ui,
        (struct ui_box){.key = str_from(key), .gap = SPACE_S, .role = ROLE_ROW, .label = title});
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_M, .align = UI_ALIGN_CENTER});
    rule(ui);
    ui_text(ui, title, env->locale,
        (struct ui_text_spec){.key = STR("title"), .style = TYPE_BODY_STRONG, .color = COLOR_INK2});
    rule(ui);
    ui_close(ui);
    ui_open(ui,
        (struct ui_box){.axis = stacked ? UI_COLUMN : UI_ROW, .gap = stacked ? SPACE_M : SPACE_L});
    for (int i = 0; i < COMPARE_SIDES; i++) {
        ui_open(ui, (struct ui_box){.key = str_from(keys[i]),
                        .share = stacked ? 0 : 1,
                        .gap = SPACE_XS,
                        .role = ROLE_CELL});
        if (stacked) {
            name_line(ui, env, &compare->sides[i], TYPE_BODY, false);
        }
        cell(ui, env, compare, &compare->sides[i]);
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

/* True where there is nothing to compare: the city itself, or what the sources do not say. */
static bool
says_none(struct ui *ui, const struct screen_env *env, const struct compared *side, bool is_known) {
    if (side->is_home) {
        line(ui, env, word_for(env, WORDS_ROLE, side->city.role), TYPE_BODY, COLOR_INK2);
    } else if (!is_known) {
        line(ui, env, word_text(env, MSG_NOT_KNOWN), TYPE_BODY, COLOR_INK2);
    }
    return side->is_home || !is_known;
}

static void
value(struct ui *ui, const struct screen_env *env, struct str text) {
    ui_text(ui, text, env->locale,
        (struct ui_text_spec){.style = TYPE_HEADING, .color = COLOR_INDIGO, .tabular = true});
}

static void
tie_cell(struct ui *ui, const struct screen_env *env, const struct compare *compare,
    const struct compared *side) {
    const struct store_city *city = &side->city;
    struct arena *arena = ui_arena(ui);
    (void)compare;
    if (says_none(ui, env, side, city->relation.n > 0)) {
        return;
    }
    ui_noted_open(ui, UI_ALIGN_CENTER);
    line(ui, env, word_for(env, WORDS_RELATION, city->relation_kind), TYPE_LEAD, COLOR_INDIGO);
    if (city->relation_since.from.precision != EDTF_NONE) {
        struct msg_arg args[] = {
            MSG_TEXT(i18n_date(env->i18n, arena, env->locale, &city->relation_since, false))};
        line(ui, env, i18n_format(env->i18n, arena, env->locale, MSG_COMPARE_SINCE, args, 1),
            TYPE_BODY, COLOR_INK);
    }
    line(ui, env, word_for(env, WORDS_STATUS, city->relation_status), TYPE_BODY_STRONG, COLOR_INK);
    ui_noted_close(ui, &(struct ui_aside){.about = city->name, .text = side->tie_note});
}

static void
distance_cell(struct ui *ui, const struct screen_env *env, const struct compare *compare,
    const struct compared *side) {
    if (!says_none(ui, env, side, side->dial.has_way)) {
        value(ui, env, word_km(env, ui_arena(ui), side->dial.km));
        distance_line(ui, side, side->dial.km / compare->most_km);
    }
}

/* A figure, and what it holds for: one without a year says so. */
static void
figure(struct ui *ui, const struct screen_env *env, const struct store_figure *f) {
    struct arena *arena = ui_arena(ui);
    struct str as_of = word_as_of(env, arena, f);
    ui_noted_open(ui, UI_ALIGN_CENTER);
    value(ui, env, word_figure(env, arena, f));
    line(ui, env, as_of.n ? as_of : word_text(env, MSG_NO_YEAR), TYPE_CAPTION, COLOR_INK2);
    ui_noted_close(ui, &(struct ui_aside){.about = f->label, .text = f->note});
}

static void
area_cell(struct ui *ui, const struct screen_env *env, const struct compare *compare,
    const struct compared *side) {
    if (side->area.id.n == 0) {
        line(ui, env, word_text(env, MSG_NOT_KNOWN), TYPE_BODY, COLOR_INK2);
        return;
    }
    figure(ui, env, &side->area);
    area_square(ui, side, side->area_km2 / compare->most_km2);
}

static void
people_cell(struct ui *ui, const struct screen_env *env, const struct compare *compare,
    const struct compared *side) {
    if (side->people.id.n == 0) {
        line(ui, env, word_text(env, MSG_NOT_KNOWN), TYPE_BODY, COLOR_INK2);
        return;
    }
    figure(ui, env, &side->people);
    people_dots(ui, side, side->people.value / compare->people_a_dot);
}

static void
visits_line(struct ui *ui, const struct screen_env *env, const struct compare *compare,
    const struct compared *side, bool is_out) {
    int64_t count = is_out ? side->visits.outbound : side->visits.inbound;
    struct arena *arena = ui_arena(ui);
    struct str label = arena_printf(arena, "%.*s %lld",
        STR_ARG(word_text(env, is_out ? MSG_COMPARE_OUT : MSG_COMPARE_IN)), (long long)count);
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    ui_open(ui, (struct ui_box){.share = 2});
    line(ui, env, label, TYPE_BODY, COLOR_INK);
    ui_close(ui);
    visit_marks(ui, side, (double)count, compare->most_visits, is_out);
    ui_close(ui);
}

static void
visits_cell(struct ui *ui, const struct screen_env *env, const struct compare *compare,
    const struct compared *side) {
    if (says_none(ui, env, side, side->visits.count >= 0)) {
        return;
    }
    line(ui, env, word_count(env, ui_arena(ui), MSG_COMPARE_TIMES, (size_t)side->visits.count),
        TYPE_BODY_STRONG, COLOR_INK);
    visits_line(ui, env, compare, side, true);
    visits_line(ui, env, compare, side, false);
}

void
columns_view(struct ui *ui, const struct screen_env *env, const struct compare *compare) {
    struct arena *arena = ui_arena(ui);
    struct msg_arg home[] = {MSG_TEXT(compare->home.name)};
    struct str people = word_text(env, MSG_COMPARE_PEOPLE);
    if (compare->sides[0].people.id.n || compare->sides[1].people.id.n) {
        struct msg_arg dot[] = {
            MSG_TEXT(i18n_number(env->i18n, arena, env->locale, compare->people_a_dot, 0))};
        people = word_join(env, arena, people,
            i18n_format(env->i18n, arena, env->locale, MSG_COMPARE_DOT, dot, 1));
    }
    heads(ui, env, compare);
    ui_open(ui, (struct ui_box){.key = STR("rows"),
                    .gap = SPACE_L,
                    .role = ROLE_TABLE,
                    .label = word_text(env, MSG_TITLE_COMPARE)});
    row(ui, env, compare, "tie", word_text(env, MSG_COMPARE_TIE), tie_cell);
    row(ui, env, compare, "distance",
        i18n_format(env->i18n, arena, env->locale, MSG_COMPARE_DISTANCE, home, 1), distance_cell);
    row(ui, env, compare, "area", word_text(env, MSG_COMPARE_AREA), area_cell);
    row(ui, env, compare, "people", people, people_cell);
    row(ui, env, compare, "visits", word_text(env, MSG_COMPARE_VISITS), visits_cell);
    ui_close(ui);
}
