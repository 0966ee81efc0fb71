#include "ui/widgets/bar.h"

#include <math.h>

/* The bar as one row, for large text and small windows: icons with labels, then languages, then
 * page buttons. Its type is of the size that fits (metrics.h: bar_scale), so that what was made
 * larger is what one reads. Where even the icons do not fit, the last of these are left out first:
 * back, home, page buttons, search, languages, help. */

#define ICON_DP 32
#define TIGHT_ICON_DP 26

float
bar_dp(const struct ui *ui, float dp) {
    return dp * ui_metrics(ui)->bar_scale / ui_metrics(ui)->text_scale;
}

void
bar_page_button_box(const struct ui *ui, bool forward, struct ui_box *box) {
    bool has_own_word = forward || !ui->chrome.up_label.n;
    box->key = forward ? STR("more") : STR("up");
    box->background = COLOR_CARD;
    box->raised = true;
    box->label = has_own_word ? ui->chrome.more_label : ui->chrome.up_label;
    box->action = forward ? STR("scroll page 1") : STR("scroll page -1");
}

static void
icon(struct ui *ui, struct str name, enum ui_color color) {
    bool is_tight = ui_metrics(ui)->posture == POSTURE_HANDHELD;
    ui_icon(ui,
        (struct ui_icon_spec){
            .name = name, .size = bar_dp(ui, is_tight ? TIGHT_ICON_DP : ICON_DP), .color = color});
}

static void
label(
    struct ui *ui, struct str text, enum ui_lang lang, enum type_style style, enum ui_color color) {
    ui_text(ui, text, part_lang(ui, lang),
        (struct ui_text_spec){.style = style, .color = color, .no_wrap = true, .decorative = true});
}

static struct ui_box
cell(struct ui *ui, bool is_on) {
    bool is_beside = ui_metrics(ui)->bar_form == BAR_BESIDE;
    return (struct ui_box){.axis = is_beside ? UI_ROW : UI_COLUMN,
        .gap = is_beside ? SPACE_S : 2,
        .grow = 1,
        .padding = ui_pad2(SPACE_XS, is_beside ? SPACE_XS : 2),
        .align = UI_ALIGN_CENTER,
        .justify = UI_JUSTIFY_CENTER,
        .radius = RADIUS_M,
        .background = is_on ? COLOR_INDIGO : COLOR_NONE,
        .role = ROLE_BUTTON};
}

static void
item(struct ui *ui, const struct ui_option *option, bool is_off, bool is_on) {
    enum ui_color ink = is_off ? COLOR_INK2 : is_on ? COLOR_ON_INDIGO : COLOR_INK;
    struct ui_box box = cell(ui, is_on);
    box.key = part_key(option->key, option->action);
    box.label = option->label;
    box.lang = option->lang;
    box.action = option->action;
    box.disabled = is_off;
    box.selected = is_on;
    ui_open(ui, box);
    icon(ui, option->icon, is_off || is_on ? ink : COLOR_TOUCH);
    if (ui_metrics(ui)->bar_form < BAR_ICONS) {
        label(ui, option->label, option->lang, TYPE_BAR, ink);
    }
    ui_close(ui);
}

static void
language(struct ui *ui, enum locale_id locale) {
    bool is_on = locale == ui_locale(ui);
    enum ui_color ink = is_on ? COLOR_ON_INDIGO : COLOR_INK;
    struct ui_box box = cell(ui, false);
    box.key = str_from(locale_tag(locale));
    box.background = is_on ? COLOR_INDIGO : COLOR_CARD;
    box.raised = true;
    box.label = locale_own_name(locale);
    box.lang = UI_LANG(locale);
    box.action = arena_printf(ui_arena(ui), "locale %s", locale_tag(locale));
    box.selected = is_on;
    ui_open(ui, box);
    if (ui_metrics(ui)->bar_form == BAR_BESIDE) {
        label(ui, locale_own_name(locale), UI_LANG(locale), TYPE_BAR, ink);
    } else {
        label(ui, ui->chrome.language_marks[locale], UI_LANG(locale), TYPE_MARK, ink);
    }
    ui_close(ui);
}

static void
languages(struct ui *ui) {
    ui_open(ui, (struct ui_box){.key = STR("languages"),
                    .axis = UI_ROW,
                    .gap = SPACE_XS,
                    .grow = LOCALE_COUNT * 0.6f,
                    .role = ROLE_LIST,
                    .label = ui->chrome.language_label});
    for (int i = 0; i < LOCALE_COUNT; i++) {
        language(ui, (enum locale_id)i);
    }
    ui_close(ui);
}

/* One cell for all of them leads to the page where one is chosen, and from there back. */
static void
choose_language(struct ui *ui) {
    const struct ui_option option = {.key = STR("language"),
        .label = ui->chrome.language_label,
        .icon = STR("language"),
        .action = ui->chrome.language_action};
    item(ui, &option, false, false);
}

static void
page_button(struct ui *ui, bool forward) {
    struct ui_box box = cell(ui, false);
    box.grow = 0.6f;
    bar_page_button_box(ui, forward, &box);
    ui_open(ui, box);
    icon(ui, forward ? STR("down") : STR("up"), COLOR_TOUCH);
    ui_close(ui);
}

struct parts {
    size_t items; /* of the first ones */
    bool has_pages, has_languages, has_choice;
};

/* What fits, of what there is. */
static struct parts
parts_of(struct ui *ui, float padding) {
    const struct metrics *m = ui_metrics(ui);
    bool can_turn = m->posture == POSTURE_KIOSK && !ui->chrome.no_scroll;
    size_t items = ui->chrome.item_count;
    float pitch = m->target_px + m->gap_px;
    float room = (float)m->width_px - 2 * metrics_px(m, padding) + m->gap_px;
    size_t most = (size_t)fmaxf(0, floorf(room / pitch));
    struct parts parts = {.items = items, .has_pages = can_turn};
    size_t pages = can_turn ? 2 : 0;
    parts.has_languages = m->bar_form != BAR_FEW && items + LOCALE_COUNT + pages <= most;
    parts.has_choice = !parts.has_languages && items + 1 + pages <= most;
    if (parts.has_languages || parts.has_choice) {
        return parts;
    }
    parts.has_pages = can_turn && most >= 4;
    size_t left = most - (parts.has_pages ? 2 : 0);
    parts.items = left < items ? left : items;
    return parts;
}

void
bar_row(struct ui *ui) {
    float padding = ui_metrics(ui)->bar_form == BAR_BESIDE ? SPACE_L : SPACE_S;
    struct parts parts = parts_of(ui, padding);
    ui_open(ui, (struct ui_box){.key = STR("bar"),
                    .axis = UI_ROW,
                    .gap = SPACE_XS,
                    .padding = ui_pad2(part_apart(ui, SPACE_XS), padding),
                    .background = COLOR_CARD,
                    .elevation = 2,
                    .role = ROLE_REGION,
                    .label = ui->chrome.nav_label});
    ui_open(
        ui, (struct ui_box){
                .key = STR("items"), .axis = UI_ROW, .gap = SPACE_XS, .grow = (float)parts.items});
    for (size_t i = 0; i < parts.items; i++) {
        bool is_off = ui->chrome.item_disabled && ui->chrome.item_disabled[i];
        item(ui, &ui->chrome.items[i], is_off, i == ui->chrome.item_selected);
    }
    ui_close(ui);
    if (parts.has_languages) {
        languages(ui);
    } else if (parts.has_choice) {
        choose_language(ui);
    }
    if (parts.has_pages) {
        page_button(ui, false);
        page_button(ui, true);
    }
    ui_close(ui);
}
