#include "ui/widgets/parts.h"

/* What can be touched is a key; what cannot is paper with an edge, or without one when flat. The
 * chosen one has indigo round it, twice as thick, so that the shape says it too. */
bool
ui_card_open(struct ui *ui, struct ui_card card) {
    bool is_plain = card.tone == TONE_NEUTRAL, is_key = card.action.n > 0;
    enum ui_role role = card.role == ROLE_NONE && is_key ? ROLE_BUTTON : card.role;
    enum ui_color surface = is_plain ? COLOR_CARD : theme_tone_surface(card.tone);
    enum ui_color edge = is_key ? COLOR_EDGE : is_plain ? COLOR_LINE : COLOR_NONE;
    return ui_open(ui, (struct ui_box){.key = part_key(card.key, card.action),
                           .axis = card.axis,
                           .gap = card.gap,
                           .padding = ui_pad(card.padding > 0 ? card.padding : 17),
                           .grow = card.grow,
                           .background = card.selected ? COLOR_TINT : surface,
                           .border = card.selected ? COLOR_INDIGO : edge,
                           .border_width = card.selected ? 3 : 1,
                           .radius = RADIUS_L,
                           .raised = is_key,
                           .elevation = is_key ? 1 : 0,
                           .role = role,
                           .label = card.label,
                           .action = card.action,
                           .selected = card.selected});
}

static void
row_reading(struct ui *ui, const struct ui_link_row *row) {
    if (row->country.n == 0) {
        part_line(ui, row->reading, UI_LANG_FRAME, TYPE_CAPTION, COLOR_INK2);
        return;
    }
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = 6, .align = UI_ALIGN_BASELINE});
    ui_country(ui, row->country);
    ui_text(ui, row->reading, ui_locale(ui),
        (struct ui_text_spec){
            .style = TYPE_CAPTION, .color = COLOR_INK2, .by_phrase = true, .grow = 1});
    ui_close(ui);
}

static void
row_words(struct ui *ui, const struct ui_link_row *row) {
    ui_open(ui, (struct ui_box){.gap = 2, .grow = 1, .justify = UI_JUSTIFY_CENTER});
    ui_open(
        ui, (struct ui_box){
                .axis = UI_WRAP, .gap = SPACE_S, .cross_gap = SPACE_XS, .align = UI_ALIGN_CENTER});
    if (row->title.n) {
        ui_text(ui, row->title, part_lang(ui, row->title_lang),
            (struct ui_text_spec){.style = TYPE_LEAD,
                .by_phrase = true,
                .spans = row->title_spans,
                .span_count = row->title_span_count});
    }
    if (row->badge.n) {
        ui_badge(ui, row->badge, row->badge_tone);
    }
    ui_close(ui);
    row_reading(ui, row);
    part_line(ui, row->text, row->text_lang, TYPE_BODY, COLOR_INK2);
    ui_close(ui);
}

bool
ui_link_row(struct ui *ui, struct ui_link_row row) {
    bool is_plain = row.plain;
    bool pressed =
        ui_open(ui, (struct ui_box){.key = part_key(row.key, row.action),
                        .axis = UI_ROW,
                        .gap = SPACE_L,
                        .padding = is_plain ? ui_pad2(SPACE_M, SPACE_S) : ui_pad2(SPACE_M, 17),
                        .background = is_plain ? COLOR_NONE : COLOR_CARD,
                        .radius = is_plain ? RADIUS_M : RADIUS_L,
                        .raised = !is_plain,
                        .elevation = is_plain ? 0 : 1,
                        .role = ROLE_LINK,
                        .reveal = row.reveal,
                        .action = row.action});
    if (row.icon.n) {
        ui_open(ui, (struct ui_box){.padding = ui_pad(10),
                        .radius = RADIUS_PILL,
                        .background = COLOR_WATER,
                        .self = UI_SELF_CENTER});
        ui_icon(ui, (struct ui_icon_spec){.name = row.icon, .color = COLOR_INDIGO});
        ui_close(ui);
    }
    row_words(ui, &row);
    ui_arrow(ui);
    ui_close(ui);
    return pressed;
}
