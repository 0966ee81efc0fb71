#include "screens/beside/beside.h"
#include "screens/page.h"

#define SPINE_DP 44  /* between the columns, for the numbers of rows */
#define DISC_DP 30   /* of a number */
#define INDENT_DP 16 /* of the second language, where it stands below */
#define RULE_DP 3

void
beside_keys(struct ui *ui, const struct screen_env *env, struct str address, enum locale_id with) {
    ui_open(ui, (struct ui_box){.key = STR("beside"),
                    .role = ROLE_REGION,
                    .label = word_text(env, MSG_BESIDE),
                    .axis = UI_WRAP,
                    .gap = SPACE_S,
                    .align = UI_ALIGN_CENTER});
    ui_text(ui, word_text(env, MSG_BESIDE), env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2});
    for (int i = 0; i < LOCALE_COUNT; i++) {
        enum locale_id locale = (enum locale_id)i;
        bool is_on = locale == with;
        if (locale == env->locale) {
            continue;
        }
        ui_button(
            ui, (struct ui_button){.key = str_from(locale_tag(locale)),
                    .label = locale_own_name(locale),
                    .lang = UI_LANG(locale),
                    .icon = is_on ? STR("check") : (struct str){0},
                    .kind = UI_BUTTON_SECONDARY,
                    .selected = is_on,
                    .action = is_on ? arena_printf(ui_arena(ui), "replace %.*s", STR_ARG(address))
                                    : arena_printf(ui_arena(ui), "replace %.*s?with=%s",
                                          STR_ARG(address), locale_tag(locale))});
    }
    ui_close(ui);
}

/* Two columns need room for sentences in each. */
static bool
has_columns(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    return !m->is_tall && m->width_class != WIDTH_COMPACT && m->text_scale < LARGE_TEXT_SCALE;
}

static struct str
marked(struct ui *ui, const struct beside_text *text) {
    return text->kind == BLOCK_NUMBERED ? arena_printf(ui_arena(ui), "%d.", text->number)
           : text->level > 1            ? STR("–")
                                        : STR("•");
}

static void
words(struct ui *ui, const struct beside_text *text, enum locale_id lang) {
    static const enum type_style headings[] = {TYPE_HEADING, TYPE_HEADING, TYPE_LEAD};
    bool is_heading = text->kind == BLOCK_HEADING;
    bool is_item = text->kind == BLOCK_BULLET || text->kind == BLOCK_NUMBERED;
    bool is_quiet = text->kind == BLOCK_NOTE || text->kind == BLOCK_PICTURE;
    struct ui_text_spec spec = {.style = TYPE_BODY,
        .color = is_quiet ? COLOR_INK2 : COLOR_NONE,
        .grow = 1,
        .spans = text->spans,
        .span_count = text->span_count};
    if (text->text.n == 0) {
        return;
    }
    if (is_heading) {
        spec.style = text->level < 3 ? headings[text->level] : TYPE_BODY_STRONG;
        spec.role = ROLE_HEADING;
        spec.level = text->level;
        spec.color = text->level > 1 ? COLOR_INDIGO : COLOR_NONE;
    }
    if (!is_item) {
        ui_text(ui, text->text, lang, spec);
        return;
    }
    ui_open(ui, (struct ui_box){.axis = UI_ROW,
                    .gap = SPACE_S,
                    .padding = {.start = text->level > 1 ? 24 : 0},
                    .align = UI_ALIGN_BASELINE});
    ui_text(ui, marked(ui, text), lang,
        (struct ui_text_spec){
            .style = TYPE_BODY, .color = COLOR_INDIGO, .no_wrap = true, .decorative = true});
    ui_text(ui, text->text, lang, spec);
    ui_close(ui);
}

/* A line all the way down, so that what is on either side of it is seen as one row. */
static void
spine_line(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    float width = metrics_px(metrics, 2);
    (void)data;
    draw_rect(list, (struct rect){rect.x + (rect.w - width) / 2, rect.y, width, rect.h}, 0,
        theme->colors[COLOR_LINE], (struct color){0}, 0);
}

static void
spine(struct ui *ui, const struct screen_env *env, size_t number, bool is_target) {
    struct arena *arena = ui_arena(ui);
    ui_open(ui, (struct ui_box){.width = SPINE_DP,
                    .canvas = spine_line,
                    .padding = ui_pad2(SPACE_S, 0),
                    .align = UI_ALIGN_CENTER});
    ui_open(ui, (struct ui_box){.min_width = DISC_DP,
                    .height = DISC_DP,
                    .radius = RADIUS_PILL,
                    .background = COLOR_WATER,
                    .border = is_target ? COLOR_TOUCH : COLOR_NONE,
                    .border_width = is_target ? 1.5f : 0,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER});
    ui_text(ui, i18n_number(env->i18n, arena, env->locale, (double)number, 0), env->locale,
        (struct ui_text_spec){.style = TYPE_BAR,
            .color = COLOR_INDIGO,
            .strong = true,
            .no_wrap = true,
            .decorative = true});
    ui_close(ui);
    ui_close(ui);
}

static void
columns(struct ui *ui, const struct screen_env *env, const struct beside *beside, size_t i,
    bool is_target) {
    const struct beside_row *row = &beside->rows[i];
    ui_open(ui, (struct ui_box){.axis = UI_ROW});
    ui_open(ui, (struct ui_box){.key = STR("own"), .share = 1, .padding = ui_pad2(SPACE_M, 0)});
    words(ui, &row->own, env->locale);
    ui_close(ui);
    spine(ui, env, i + 1, is_target);
    ui_open(ui, (struct ui_box){.key = STR("other"), .share = 1, .padding = ui_pad2(SPACE_M, 0)});
    words(ui, &row->other, beside->with);
    ui_close(ui);
    ui_close(ui);
}

/* The second language below, further in, along a rule. */
static void
alternating(struct ui *ui, const struct screen_env *env, const struct beside *beside, size_t i) {
    const struct beside_row *row = &beside->rows[i];
    ui_open(ui, (struct ui_box){.gap = SPACE_S, .padding = ui_pad2(SPACE_M, 0)});
    words(ui, &row->own, env->locale);
    if (row->other.text.n > 0) {
        ui_open(ui, (struct ui_box){.axis = UI_ROW, .padding = {.start = INDENT_DP - RULE_DP}});
        ui_open(ui, (struct ui_box){.width = RULE_DP, .background = COLOR_INDIGO});
        ui_close(ui);
        ui_open(ui, (struct ui_box){.key = STR("other"), .grow = 1, .padding = {.start = SPACE_M}});
        words(ui, &row->other, beside->with);
        ui_close(ui);
        ui_close(ui);
    }
    ui_close(ui);
}

/* A little beyond the words, which keep the edges of the page. */
static void
tint(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    const bool *is_open = data;
    float beyond = metrics_px(metrics, SPACE_S);
    if (*is_open) {
        rect = rect_inset(rect, (struct insets){0, -beyond, 0, -beyond});
        draw_rect(list, rect, metrics_px(metrics, RADIUS_S), theme->colors[COLOR_TINT],
            (struct color){0}, 0);
    }
}

static void
row_view(struct ui *ui, const struct screen_env *env, const struct beside *beside, size_t i,
    struct str address) {
    const struct beside_row *row = &beside->rows[i];
    struct arena *arena = ui_arena(ui);
    bool is_target = row->own.kind != BLOCK_HEADING && row->own.text.n > 0 && row->other.text.n > 0;
    bool *is_open = ARENA_NEW(arena, bool);
    ui_open(ui, (struct ui_box){.key = arena_printf(arena, "row-%zu", i),
                    .radius = RADIUS_S,
                    .canvas = tint,
                    .canvas_data = is_open,
                    .role = is_target ? ROLE_BUTTON : ROLE_NONE,
                    .action = is_target ? STR("note") : (struct str){0}});
    if (is_target) {
        *is_open = ui_discloses(ui, COLOR_TINT);
    }
    if (has_columns(ui)) {
        columns(ui, env, beside, i, is_target);
    } else {
        alternating(ui, env, beside, i);
    }
    if (*is_open) {
        struct str at = arena_printf(arena, "%.*s?at=%zu", STR_ARG(address), i);
        page_face_key(ui, env, at, beside->with);
        ui_space(ui, SPACE_S);
    }
    ui_close(ui);
}

void
beside_view(
    struct ui *ui, const struct screen_env *env, const struct beside *beside, struct str address) {
    bool is_wide = has_columns(ui);
    ui_open(ui, (struct ui_box){.key = STR("two"), .gap = is_wide ? 0 : SPACE_S});
    for (size_t i = 0; i < beside->count; i++) {
        row_view(ui, env, beside, i, address);
    }
    ui_close(ui);
}
