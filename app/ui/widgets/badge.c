#include "ui/widgets/parts.h"

void
ui_badge(struct ui *ui, struct str text, enum ui_tone tone) {
    if (text.n == 0) {
        return;
    }
    ui_open(ui, (struct ui_box){.padding = ui_pad2(2, 10),
                    .radius = RADIUS_S,
                    .self = UI_SELF_CENTER,
                    .background = theme_tone_surface(tone)});
    ui_text(ui, text, ui_locale(ui),
        (struct ui_text_spec){
            .style = TYPE_CAPTION, .strong = true, .color = theme_tone_text(tone)});
    ui_close(ui);
}

/* Chosen: filled, with a tick. Shape and colour say the same. */
bool
ui_chip(struct ui *ui, struct ui_chip chip) {
    enum ui_color ink = chip.selected ? COLOR_ON_INDIGO : COLOR_INK;
    bool pressed = ui_open(ui, (struct ui_box){.key = part_key(chip.key, chip.action),
                                   .axis = UI_ROW,
                                   .gap = 6,
                                   .padding = ui_pad2(SPACE_XS, SPACE_L),
                                   .align = UI_ALIGN_CENTER,
                                   .justify = UI_JUSTIFY_CENTER,
                                   .radius = RADIUS_M,
                                   .background = chip.selected ? COLOR_INDIGO : COLOR_CARD,
                                   .raised = true,
                                   .role = ROLE_BUTTON,
                                   .label = chip.label,
                                   .action = chip.action,
                                   .selected = chip.selected});
    if (chip.selected || chip.icon.n) {
        struct str icon = chip.selected ? STR("check") : chip.icon;
        ui_icon(ui,
            (struct ui_icon_spec){
                .name = icon, .size = 20, .color = chip.selected ? COLOR_ON_INDIGO : COLOR_TOUCH});
    }
    part_label(ui, chip.label, UI_LANG_FRAME, TYPE_LABEL, ink);
    ui_close(ui);
    return pressed;
}

void
ui_country(struct ui *ui, struct str code) {
    if (code.n > 0) {
        struct theme_mark mark = theme_country(code);
        ui_icon(ui,
            (struct ui_icon_spec){.name = str_from(mark.icon), .size = 14, .color = mark.color});
    }
}
