#include "screens/parts/large_figures.h"

#include "base/check.h"
#include "base/utf8.h"
#include "screens/words.h"

#include <math.h>

#define DIAL_DP 84.0f
#define DIAL_BESIDE_DP 76.0f /* where all stand beside each other */
#define POINT_EM 0.36f       /* how wide characters are, more or less */
#define DIGIT_EM 0.66f
#define LATIN_EM 0.88f
#define PHRASE_EMS 4 /* what stays together where no spaces say so */

static bool
is_number_byte(char c) {
    return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '+';
}

static bool
has_digit(struct str s) {
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] >= '0' && s.p[i] <= '9') {
            return true;
        }
    }
    return false;
}

void
large_figure_split(struct str text, struct str *number, struct str *unit) {
    struct str minus = STR("−");
    size_t at = str_starts(text, minus) ? minus.n : 0;
    while (at < text.n && is_number_byte(text.p[at])) {
        at++;
    }
    *number = str_slice(text, 0, at);
    *unit = str_trim(str_slice(text, at, text.n));
    if (!has_digit(*number) || has_digit(*unit)) {
        *number = text;
        *unit = (struct str){0};
    }
}

/* How a panel is set. */
struct form {
    enum { ALL_BESIDE, FIRST_ALONE, ALL_BELOW } rows;
    enum type_style style, unit;
};

static float
words_px(
    const struct ui *ui, const struct screen_env *env, struct str text, enum type_style style) {
    float em = ui_metrics(ui)->type[style][env->locale].size_px, ems = 0;
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        ems += c == ',' || c == '.'      ? POINT_EM
               : c >= 'A' && c < 0x80    ? LATIN_EM
               : c < 0x80 || c == 0x2212 ? DIGIT_EM
                                         : 1;
    }
    return ems * em;
}

static float
longest_word_px(const struct ui *ui, const struct screen_env *env, struct str text) {
    struct str word;
    float longest = 0;
    while (str_split(&text, ' ', &word)) {
        longest = fmaxf(longest, words_px(ui, env, word, TYPE_BODY));
    }
    return longest;
}

/* The least a figure needs: its number and unit on one line, and no word below them cut. */
static float
figure_px(const struct ui *ui, const struct screen_env *env, const struct large_figure *figure,
    const struct form *form) {
    struct str number, unit;
    large_figure_split(figure->value, &number, &unit);
    float px = words_px(ui, env, number, form->style) + words_px(ui, env, unit, form->unit);
    px += unit.n ? metrics_px(ui_metrics(ui), SPACE_XS) : 0;
    enum locale_script script = locale_script(env->locale);
    bool breaks_at_spaces = script == LOCALE_LATIN || script == LOCALE_HANGUL;
    return fmaxf(px, breaks_at_spaces
                         ? longest_word_px(ui, env, figure->caption)
                         : PHRASE_EMS * ui_metrics(ui)->type[TYPE_BODY][env->locale].size_px);
}

static float
dial_dp(const struct form *form) {
    return form->rows == ALL_BESIDE ? DIAL_BESIDE_DP : DIAL_DP;
}

static bool
fits(const struct ui *ui, const struct screen_env *env, const struct large_figures *panel,
    const struct form *form) {
    const struct metrics *m = ui_metrics(ui);
    float room = panel->room_px - metrics_px(m, 2 * SPACE_M), gap = metrics_px(m, 2 * SPACE_M);
    float lines[LARGE_FIGURES_MOST] = {0};
    for (size_t i = 0; i < panel->count; i++) {
        size_t line = form->rows == ALL_BESIDE ? 0 : form->rows == ALL_BELOW ? i : i > 0;
        lines[line] += figure_px(ui, env, &panel->figures[i], form) + gap;
    }
    lines[0] += panel->dial && form->rows != ALL_BELOW ? metrics_px(m, dial_dp(form) + SPACE_M) : 0;
    for (size_t i = 0; i < panel->count; i++) {
        if (lines[i] - gap > room) {
            return false;
        }
    }
    return true;
}

static struct form
form_of(const struct ui *ui, const struct screen_env *env, const struct large_figures *panel) {
    static const struct form forms[] = {
        {ALL_BESIDE, TYPE_FIGURE, TYPE_LEAD},
        {ALL_BESIDE, TYPE_TITLE, TYPE_LEAD},
        {FIRST_ALONE, TYPE_FIGURE, TYPE_LEAD},
        {FIRST_ALONE, TYPE_TITLE, TYPE_LEAD},
        {ALL_BELOW, TYPE_TITLE, TYPE_LEAD},
        {ALL_BELOW, TYPE_HEADING, TYPE_BODY_STRONG},
    };
    size_t i = 0;
    while (i + 1 < ARRAY_LEN(forms) && !fits(ui, env, panel, &forms[i])) {
        i++;
    }
    return forms[i];
}

static void
figure_view(struct ui *ui, const struct screen_env *env, const struct large_figure *figure,
    const struct form *form) {
    struct str number, unit;
    large_figure_split(figure->value, &number, &unit);
    ui_open(ui, (struct ui_box){
                    .key = figure->key, .grow = 1, .self = UI_SELF_CENTER, .role = ROLE_LISTITEM});
    ui_open(ui, (struct ui_box){.axis = UI_ROW,
                    .gap = SPACE_XS,
                    .align = UI_ALIGN_BASELINE,
                    .role = ROLE_TEXT,
                    .label = figure->value});
    ui_text(ui, number, env->locale,
        (struct ui_text_spec){.style = form->style,
            .color = COLOR_INDIGO,
            .strong = true,
            .tabular = true,
            .decorative = true});
    if (unit.n) {
        ui_text(ui, unit, env->locale,
            (struct ui_text_spec){.style = form->unit,
                .color = COLOR_INDIGO,
                .strong = true,
                .no_wrap = true,
                .decorative = true});
    }
    ui_close(ui);
    if (figure->caption.n) {
        ui_text(ui, figure->caption, env->locale,
            (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2, .by_phrase = true});
    }
    ui_close(ui);
}

static void
hairline(struct ui *ui, bool is_upright) {
    float dp = ui_metrics(ui)->hairline_px / ui_metrics(ui)->size_px;
    ui_open(ui, (struct ui_box){.width = is_upright ? dp : 0,
                    .height = is_upright ? 0 : dp,
                    .self = UI_SELF_STRETCH,
                    .background = COLOR_LINE});
    ui_close(ui);
}

static void
row_view(struct ui *ui, const struct screen_env *env, const struct large_figures *panel,
    const struct form *form, size_t from, size_t to) {
    bool has_dial = from == 0 && panel->dial, is_below = form->rows == ALL_BELOW;
    if (from > 0) {
        hairline(ui, false);
    }
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_M, .align = UI_ALIGN_STRETCH});
    if (has_dial && !is_below) {
        dial_face(ui, env, panel->dial, dial_dp(form));
    }
    for (size_t i = from; i < to; i++) {
        if (i > from) {
            hairline(ui, true);
        }
        figure_view(ui, env, &panel->figures[i], form);
    }
    ui_close(ui);
}

void
large_figures_view(struct ui *ui, const struct screen_env *env, const struct large_figures *panel) {
    if (panel->count == 0) {
        return;
    }
    struct form form = form_of(ui, env, panel);
    ui_open(ui, (struct ui_box){.key = STR("figures"),
                    .gap = SPACE_M,
                    .padding = ui_pad(SPACE_M),
                    .radius = RADIUS_L,
                    .background = COLOR_SUNK,
                    .role = ROLE_LIST});
    for (size_t i = 0; i < panel->count;) {
        size_t to =
            form.rows == ALL_BESIDE || (form.rows == FIRST_ALONE && i > 0) ? panel->count : i + 1;
        row_view(ui, env, panel, &form, i, to);
        i = to;
    }
    if (panel->note.n) {
        hairline(ui, false);
        ui_text(ui, panel->note, env->locale,
            (struct ui_text_spec){
                .key = STR("note"), .style = TYPE_BODY, .color = COLOR_INK2, .by_phrase = true});
    }
    ui_close(ui);
}
