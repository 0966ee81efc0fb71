#include "ui/widgets/bar.h"

#include <math.h>

/* The bar: where one can always go (Back, Home, Search, Help, Display), the languages, and the
 * buttons that turn pages. In one row its type is of the size that fits (metrics.h: bar_scale), so
 * that what was made larger is what one reads; upright kiosks have room for two. Where even the
 * icons do not fit, the last of these are left out first: back, home, page buttons, search,
 * languages, help, display. */

#define ICON_DP 28
#define TURNS_BESIDE_DP 880.0f /* of a handheld, with them in the row */
#define TIGHT_ICON_DP 24

float
bar_dp(const struct ui *ui, float dp) {
    return dp * ui_metrics(ui)->bar_scale / ui_metrics(ui)->text_scale;
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
cell(bool is_beside) {
    return (struct ui_box){.axis = is_beside ? UI_ROW : UI_COLUMN,
        .gap = is_beside ? 6 : 1,
        .grow = 1,
        .padding = ui_pad2(is_beside ? SPACE_XS : 3, is_beside ? SPACE_XS : 2),
        .align = UI_ALIGN_CENTER,
        .justify = UI_JUSTIFY_CENTER,
        .radius = RADIUS_M,
        .role = ROLE_BUTTON};
}

static void
item(struct ui *ui, size_t index, bool is_beside) {
    const struct ui_option *option = &ui->chrome.items[index];
    bool is_off = ui->chrome.item_disabled && ui->chrome.item_disabled[index];
    bool is_on = index == ui->chrome.item_selected;
    enum ui_color ink = is_off ? COLOR_INK2 : is_on ? COLOR_ON_INDIGO : COLOR_INK;
    struct ui_box box = cell(is_beside);
    box.background = is_on ? COLOR_INDIGO : COLOR_NONE;
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

/* Cells of one width would be too narrow for the longest word; each has what its own needs. */
static void
items(struct ui *ui, size_t count, bool is_beside, bool are_equal) {
    ui_open(ui, (struct ui_box){
                    .key = STR("items"), .axis = UI_ROW, .gap = SPACE_XS, .grow = (float)count});
    for (size_t i = 0; i < count; i++) {
        item(ui, i, is_beside);
        struct ui_tree *tree = ui_tree(ui);
        struct ui_node *list = &tree->nodes[ui->stack[ui->depth - 1]];
        tree->nodes[list->last_child].box.share = are_equal ? 1 : 0;
    }
    ui_close(ui);
}

static void
language(struct ui *ui, enum locale_id locale, bool by_name, float grow) {
    bool is_on = locale == ui_locale(ui);
    enum ui_color ink = is_on ? COLOR_ON_INDIGO : COLOR_INK;
    ui_open(ui, (struct ui_box){.key = str_from(locale_tag(locale)),
                    .grow = grow,
                    .padding = ui_pad2(SPACE_XS, by_name ? 10 : 2),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = RADIUS_M,
                    .background = is_on ? COLOR_INDIGO : COLOR_CARD,
                    .raised = true,
                    .role = ROLE_BUTTON,
                    .label = locale_own_name(locale),
                    .lang = UI_LANG(locale),
                    .action = arena_printf(ui_arena(ui), "locale %s", locale_tag(locale)),
                    .selected = is_on});
    if (by_name) {
        label(ui, locale_own_name(locale), UI_LANG(locale), TYPE_BAR, ink);
    } else {
        label(ui, ui->chrome.language_marks[locale], UI_LANG(locale), TYPE_MARK, ink);
    }
    ui_close(ui);
}

static void
languages(struct ui *ui, bool by_name, float grow) {
    ui_open(ui, (struct ui_box){.key = STR("languages"),
                    .axis = UI_ROW,
                    .gap = SPACE_XS,
                    .grow = grow * LOCALE_COUNT,
                    .no_shrink = true,
                    .role = ROLE_LIST,
                    .label = ui->chrome.language_label});
    for (int i = 0; i < LOCALE_COUNT; i++) {
        language(ui, (enum locale_id)i, by_name, grow);
    }
    ui_close(ui);
}

/* One cell for all of them leads to the page where one is chosen, and from there back. */
static void
choose_language(struct ui *ui) {
    struct ui_box box = cell(false);
    box.key = STR("language");
    box.label = ui->chrome.language_label;
    box.action = ui->chrome.language_action;
    box.background = COLOR_CARD;
    box.raised = true;
    ui_open(ui, box);
    icon(ui, STR("language"), COLOR_TOUCH);
    ui_close(ui);
}

static void
page_button(struct ui *ui, bool forward, float grow) {
    bool has_own_word = forward || !ui->chrome.up_label.n;
    const char *scroller = ui->chrome.sheet ? "sheet" : "page";
    ui_open(
        ui, (struct ui_box){.key = forward ? STR("more") : STR("up"),
                .grow = grow,
                .padding = ui_pad2(SPACE_XS, SPACE_S),
                .align = UI_ALIGN_CENTER,
                .justify = UI_JUSTIFY_CENTER,
                .radius = RADIUS_M,
                .background = COLOR_CARD,
                .raised = true,
                .role = ROLE_BUTTON,
                .label = has_own_word ? ui->chrome.more_label : ui->chrome.up_label,
                .action = arena_printf(ui_arena(ui), "scroll %s %d", scroller, forward ? 1 : -1)});
    icon(ui, forward ? STR("down") : STR("up"), COLOR_TOUCH);
    ui_close(ui);
}

/* Whoever cannot drag turns pages instead. */
static bool
can_turn(const struct ui *ui) {
    bool has_them = ui_metrics(ui)->posture == POSTURE_KIOSK || ui->frame.page_buttons;
    return has_them && !ui->chrome.no_scroll;
}

static bool
has_turns(const struct ui *ui) {
    enum bar_form form = ui_metrics(ui)->bar_form;
    return can_turn(ui) && (form == BAR_UPRIGHT || form == BAR_FEW);
}

/* Beside each other on a handheld that has no room for them as well: one cell for all languages
 * leaves it. */
static bool
gives_up_languages(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    bool is_full = m->text_scale > BARS_TEXT_SCALE || m->width_dp < TURNS_BESIDE_DP;
    return can_turn(ui) && m->bar_form == BAR_BESIDE && m->posture == POSTURE_HANDHELD && is_full;
}

/* Where the row has no room for them they stand above it, each as wide as half of it. */
static void
turns(struct ui *ui) {
    ui_open(ui, (struct ui_box){.key = STR("turns"), .axis = UI_ROW, .gap = SPACE_S});
    page_button(ui, false, 1);
    page_button(ui, true, 1);
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
    size_t count = ui->chrome.item_count;
    float pitch = m->target_px + m->gap_px;
    float room = (float)m->width_px - 2 * metrics_px(m, padding) + m->gap_px;
    size_t most = (size_t)fmaxf(0, floorf(room / pitch));
    struct parts parts = {.items = count, .has_pages = can_turn(ui) && !has_turns(ui)};
    size_t pages = parts.has_pages ? 2 : 0;
    parts.has_languages =
        !gives_up_languages(ui) &&
        (m->bar_form < BAR_FEW || (m->bar_form != BAR_FEW && count + LOCALE_COUNT + pages <= most));
    parts.has_choice = !parts.has_languages && count + 1 + pages <= most;
    if (parts.has_languages || parts.has_choice) {
        return parts;
    }
    parts.has_pages = parts.has_pages && most >= 4;
    size_t left = most - (parts.has_pages ? 2 : 0);
    parts.items = left < count ? left : count;
    return parts;
}

static struct ui_box
bar(const struct ui *ui, enum ui_axis axis, float padding) {
    return (struct ui_box){.key = STR("bar"),
        .axis = axis,
        .gap = SPACE_S,
        .padding = ui_pad2(part_apart(ui, SPACE_XS), padding),
        .background = COLOR_CARD,
        .elevation = 2,
        .role = ROLE_REGION,
        .label = ui->chrome.nav_label};
}

void
bar_row(struct ui *ui) {
    bool is_beside = ui_metrics(ui)->bar_form == BAR_BESIDE;
    float padding = is_beside ? SPACE_M : 6;
    struct parts parts = parts_of(ui, padding);
    ui_open(ui, bar(ui, UI_COLUMN, padding));
    if (has_turns(ui)) {
        turns(ui);
    }
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S});
    items(ui, parts.items, is_beside, false);
    if (parts.has_languages) {
        bool by_name = is_beside && ui_metrics(ui)->bar_has_names;
        languages(ui, by_name, is_beside ? 0 : 0.6f);
    } else if (parts.has_choice) {
        choose_language(ui);
    }
    if (parts.has_pages) {
        page_button(ui, false, 0);
        page_button(ui, true, 0);
    }
    ui_close(ui);
    ui_close(ui);
}

void
bar_rows(struct ui *ui) {
    ui_open(ui, bar(ui, UI_COLUMN, SPACE_M));
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .justify = UI_JUSTIFY_BETWEEN});
    languages(ui, true, 0);
    if (can_turn(ui)) {
        ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .no_shrink = true});
        page_button(ui, false, 0);
        page_button(ui, true, 0);
        ui_close(ui);
    }
    ui_close(ui);
    items(ui, ui->chrome.item_count, false, true);
    ui_close(ui);
}
