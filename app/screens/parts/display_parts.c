#include "screens/parts/display_parts.h"

#include "base/check.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <math.h>

#define PERCENT_MOST 1.3f /* of the usual size: three of them stand side by side */
#define WIDE_DP \
    700.0f /* of a panel with room for two groups side by side, however large the text */

/* Chosen: indigo round it and a tick in the corner, so that more than a colour says it. */
static void
choice_open(struct ui *ui, struct str action, struct str label, bool is_on, enum ui_role role) {
    bool is_switch = role == ROLE_SWITCH;
    ui_open(ui, (struct ui_box){.key = action,
                    .axis = UI_OVERLAY,
                    .background = COLOR_CARD,
                    .border = is_on ? COLOR_INDIGO : COLOR_EDGE,
                    .border_width = is_on ? 3 : 1,
                    .radius = RADIUS_L,
                    .raised = true,
                    .elevation = is_on ? 0 : 1,
                    .role = role,
                    .label = label,
                    .action = action,
                    .value = !is_switch ? (struct str){0}
                             : is_on    ? STR("on")
                                        : STR("off"),
                    .selected = is_on});
    ui_open(ui, (struct ui_box){.gap = SPACE_XS,
                    .padding = ui_pad2(SPACE_S, SPACE_S),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_END});
}

static void
choice_close(struct ui *ui, bool is_on) {
    ui_close(ui);
    if (is_on) {
        ui_open(ui, (struct ui_box){.padding = ui_pad(6), .self = UI_SELF_END});
        ui_open(ui, (struct ui_box){.padding = ui_pad(3),
                        .radius = RADIUS_PILL,
                        .background = COLOR_INDIGO,
                        .self = UI_SELF_END});
        ui_icon(ui, (struct ui_icon_spec){.name = STR("check"),
                        .size = 16 / ui_metrics(ui)->text_scale,
                        .color = COLOR_ON_INDIGO});
        ui_close(ui);
        ui_close(ui);
    }
    ui_close(ui);
}

static void
name(struct ui *ui, const struct screen_env *env, struct str text) {
    ui_text(ui, text, env->locale,
        (struct ui_text_spec){.style = TYPE_LABEL, .align = TEXT_ALIGN_CENTER, .decorative = true});
}

static void
group_open(struct ui *ui, const struct screen_env *env, const char *key, enum msg title) {
    ui_open(ui, (struct ui_box){.key = str_from(key),
                    .gap = SPACE_XS,
                    .role = ROLE_LIST,
                    .label = word_text(env, title)});
    if (!env->looks->low_position) { /* there is little room, and the pictures say it, too */
        ui_text(ui, word_text(env, title), env->locale,
            (struct ui_text_spec){
                .style = TYPE_BODY_STRONG, .color = COLOR_INK2, .role = ROLE_HEADING, .level = 2});
    }
}

/* The letter is as much larger as text will be, whatever the size is now. */
static void
sizes(struct ui *ui, const struct screen_env *env) {
    static const float scales[] = LOOKS_TEXT_SCALES;
    struct arena *arena = ui_arena(ui);
    group_open(ui, env, "sizes", MSG_TEXT_SIZE);
    ui_open(ui, (struct ui_box){.axis = UI_GRID, .columns = 3, .gap = SPACE_S});
    for (size_t i = 0; i < ARRAY_LEN(scales); i++) {
        int percent = (int)(scales[i] * 100 + 0.5f);
        bool is_on = fabsf(env->looks->text_scale - scales[i]) < 0.01f;
        struct str label = arena_printf(arena, "%d %%", percent);
        choice_open(ui, arena_printf(arena, "look text %.1f", (double)scales[i]), label, is_on,
            ROLE_BUTTON);
        ui_text(ui, word_text(env, MSG_TEXT_SAMPLE), env->locale,
            (struct ui_text_spec){.style = TYPE_LEAD,
                .color = COLOR_INDIGO,
                .zoom = 1.25f * scales[i] / ui_metrics(ui)->text_scale,
                .decorative = true});
        ui_text(ui, label, env->locale,
            (struct ui_text_spec){.style = TYPE_LABEL,
                .zoom = fminf(1, PERCENT_MOST / ui_metrics(ui)->text_scale),
                .no_wrap = true,
                .decorative = true});
        choice_close(ui, is_on);
    }
    ui_close(ui);
    ui_close(ui);
}

/* A page of that theme: words on paper, and a key. */
static void
draw_theme(struct draw_list *list, struct rect at, const struct theme *current,
    const struct metrics *m, const void *data) {
    const struct color *c = ((const struct theme *)data)->colors;
    struct color none = {0};
    float u = at.h / 16, edge = m->hairline_px;
    (void)current;
    draw_rect(list, at, metrics_px(m, RADIUS_S), c[COLOR_PAPER], c[COLOR_EDGE], edge);
    at = rect_inset(at, (struct insets){2 * u, 2 * u, 2 * u, 2 * u});
    draw_rect(list, (struct rect){at.x, at.y, 4 * u, 4 * u}, 2 * u, c[COLOR_INDIGO], none, 0);
    draw_rect(
        list, (struct rect){at.x + 5 * u, at.y, at.w - 5 * u, 1.2f * u}, 0, c[COLOR_INK], none, 0);
    draw_rect(list, (struct rect){at.x + 5 * u, at.y + 2.6f * u, (at.w - 5 * u) * 0.7f, 1.2f * u},
        0, c[COLOR_INK], none, 0);
    struct rect key = {at.x, at.y + 6 * u, at.w, 6 * u};
    draw_rect(list, key, u, c[COLOR_TOUCH], none, 0);
    key.h -= 1.2f * u;
    draw_rect(list, key, u, c[COLOR_CARD], c[COLOR_EDGE], edge);
}

static void
themes(struct ui *ui, const struct screen_env *env) {
    static const enum msg names[] = {
        MSG_THEME_LIGHT, MSG_THEME_DARK, MSG_THEME_CONTRAST, MSG_THEME_YELLOW};
    bool is_narrow = ui_metrics(ui)->width_class == WIDTH_COMPACT;
    size_t count;
    const struct theme *all = theme_table(&count);
    group_open(ui, env, "themes", MSG_COLORS);
    ui_open(ui, (struct ui_box){.axis = UI_GRID, .columns = is_narrow ? 2 : 4, .gap = SPACE_S});
    for (size_t i = 0; i < count && i < ARRAY_LEN(names); i++) {
        bool is_on = env->looks->theme == &all[i];
        choice_open(ui, arena_printf(ui_arena(ui), "look theme %s", all[i].name),
            word_text(env, names[i]), is_on, ROLE_BUTTON);
        ui_open(ui, (struct ui_box){.self = UI_SELF_STRETCH,
                        .height = 62 / ui_metrics(ui)->text_scale,
                        .canvas = draw_theme,
                        .canvas_data = &all[i]});
        ui_close(ui);
        name(ui, env, word_text(env, names[i]));
        choice_close(ui, is_on);
    }
    ui_close(ui);
    ui_close(ui);
}

static void
toggle(struct ui *ui, const struct screen_env *env, const char *what, const char *icon,
    enum msg label, bool is_on) {
    struct str action = arena_printf(ui_arena(ui), "look %s %s", what, is_on ? "off" : "on");
    choice_open(ui, action, word_text(env, label), is_on, ROLE_SWITCH);
    ui_icon(ui, (struct ui_icon_spec){.name = str_from(icon),
                    .size = 44 / ui_metrics(ui)->text_scale,
                    .color = COLOR_INDIGO});
    name(ui, env, word_text(env, label));
    choice_close(ui, is_on);
}

/* A handheld lies as low as its owner holds it; a kiosk has buttons to turn pages anyhow. */
static void
switches(struct ui *ui, const struct screen_env *env) {
    bool is_kiosk = env->posture == POSTURE_KIOSK;
    ui_open(
        ui, (struct ui_box){.key = STR("switches"), .axis = UI_GRID, .columns = 3, .gap = SPACE_S});
    if (is_kiosk) {
        toggle(ui, env, "low", "low-position", MSG_LOW_POSITION, env->looks->low_position);
    } else {
        toggle(ui, env, "pages", "page-buttons", MSG_PAGE_BUTTONS, env->looks->page_buttons);
    }
    toggle(ui, env, "calm", "calm", MSG_CALM_COLORS, env->looks->is_calm);
    toggle(ui, env, "still", "still", MSG_LESS_MOTION, env->looks->reduced_motion);
    ui_close(ui);
}

static void
reset(struct ui *ui, const struct screen_env *env) {
    ui_open(ui, (struct ui_box){.key = STR("fresh"), .gap = SPACE_S});
    ui_button(ui, (struct ui_button){.key = STR("reset"),
                      .label = word_text(env, MSG_LOOKS_RESET),
                      .icon = STR("reset"),
                      .action = STR("look reset"),
                      .kind = UI_BUTTON_SECONDARY,
                      .fill = true});
    if (env->posture == POSTURE_KIOSK) {
        ui_text(ui, word_text(env, MSG_LOOKS_RESET_NOTE), env->locale,
            (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2, .by_phrase = true});
    }
    ui_close(ui);
}

void
display_parts(struct ui *ui, const struct screen_env *env) {
    const struct metrics *m = ui_metrics(ui);
    bool is_wide = !m->is_tall && m->width_dp >= WIDE_DP;
    ui_open(ui, (struct ui_box){.key = STR("looks"),
                    .axis = UI_GRID,
                    .columns = is_wide ? 2 : 1,
                    .gap = is_wide ? SPACE_XL : SPACE_M,
                    .cross_gap = SPACE_M});
    sizes(ui, env);
    themes(ui, env);
    switches(ui, env);
    reset(ui, env);
    ui_close(ui);
}

void
display_sheet(struct ui *ui, const struct screen_env *env) {
    ui_open(ui, (struct ui_box){.axis = UI_WRAP,
                    .gap = SPACE_M,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_BETWEEN});
    ui_heading(ui, word_text(env, MSG_DISPLAY), env->locale, (struct ui_heading){.level = 1});
    ui_button(ui, (struct ui_button){.key = STR("close"),
                      .label = word_text(env, MSG_DISMISS),
                      .icon = STR("close"),
                      .action = STR("display"),
                      .kind = UI_BUTTON_SECONDARY});
    ui_close(ui);
    display_parts(ui, env);
}
