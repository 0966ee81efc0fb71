#include "ui/widgets/bar.h"

/* The landing in front of a scene: where one steps off. It stands in the place of the bar, with the
 * languages as keys, and Display for whoever cannot read them yet. */

#define KEY_DP 92 /* 150 px of a kiosk */
#define LOW_KEY_DP 56

static struct ui_box
key(const struct ui *ui, float grow) {
    const struct metrics *m = ui_metrics(ui);
    bool is_low = m->posture == POSTURE_HANDHELD || m->text_scale > BARS_TEXT_SCALE;
    return (struct ui_box){.grow = grow,
        .min_height = (is_low ? LOW_KEY_DP : KEY_DP) / m->text_scale,
        .padding = ui_pad2(SPACE_XS, SPACE_S),
        .align = UI_ALIGN_CENTER,
        .justify = UI_JUSTIFY_CENTER,
        .radius = RADIUS_L,
        .background = COLOR_CARD,
        .raised = true,
        .role = ROLE_BUTTON};
}

static void
language(struct ui *ui, enum locale_id locale) {
    struct ui_box box = key(ui, 1);
    box.key = str_from(locale_tag(locale));
    box.label = locale_own_name(locale);
    box.lang = UI_LANG(locale);
    box.action = arena_printf(
        ui_arena(ui), "%.*s %s", STR_ARG(ui->chrome.language_verb), locale_tag(locale));
    bool is_roomy =
        ui_metrics(ui)->text_scale <= BARS_TEXT_SCALE && ui_metrics(ui)->posture == POSTURE_KIOSK;
    ui_open(ui, box);
    ui_text(ui, locale_own_name(locale), locale,
        (struct ui_text_spec){
            .style = is_roomy ? TYPE_LEAD : TYPE_LABEL, .no_wrap = true, .decorative = true});
    ui_close(ui);
}

static void
languages(struct ui *ui) {
    ui_open(ui, (struct ui_box){.key = STR("languages"),
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .grow = 1,
                    .role = ROLE_LIST,
                    .label = ui->chrome.language_label});
    for (int i = 0; i < LOCALE_COUNT; i++) {
        language(ui, (enum locale_id)i);
    }
    ui_close(ui);
}

static void
item(struct ui *ui, const struct ui_option *option) {
    struct ui_box box = key(ui, 0);
    box.key = option->key;
    box.label = option->label;
    box.action = option->action;
    box.selected = ui->chrome.sheet != NULL;
    box.background = box.selected ? COLOR_INDIGO : COLOR_CARD;
    ui_open(ui, box);
    ui_icon(ui, (struct ui_icon_spec){.name = option->icon,
                    .size = bar_dp(ui, 28),
                    .color = box.selected ? COLOR_ON_INDIGO : COLOR_TOUCH});
    ui_text(ui, option->label, ui_locale(ui),
        (struct ui_text_spec){.style = TYPE_BAR,
            .color = box.selected ? COLOR_ON_INDIGO : COLOR_INK,
            .no_wrap = true,
            .decorative = true});
    ui_close(ui);
}

void
bar_deck(struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    bool is_stacked = m->text_scale > LARGE_TEXT_SCALE && m->is_tall;
    ui_open(ui, (struct ui_box){.key = STR("bar"),
                    .axis = is_stacked ? UI_COLUMN : UI_ROW,
                    .gap = SPACE_M,
                    .padding = ui_pad2(m->posture == POSTURE_KIOSK ? SPACE_XL : SPACE_M,
                        m->posture == POSTURE_KIOSK ? SPACE_XL : SPACE_M),
                    .background = COLOR_DECK,
                    .role = ROLE_REGION,
                    .label = ui->chrome.nav_label});
    languages(ui);
    ui_open(ui, (struct ui_box){.key = STR("items")});
    item(ui, &ui->chrome.items[ui->chrome.item_count - 1]);
    ui_close(ui);
    ui_close(ui);
}
