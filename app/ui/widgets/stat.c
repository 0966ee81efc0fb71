#include "ui/widgets/parts.h"

void
ui_stat(struct ui *ui, struct ui_stat stat) {
    ui_card_open(ui, (struct ui_card){.key = stat.key, .gap = SPACE_XS, .role = ROLE_LISTITEM});
    ui_noted_open(ui, UI_ALIGN_CENTER);
    part_line(ui, stat.label, UI_LANG_FRAME, TYPE_BODY, COLOR_INK2);
    ui_noted_close(ui, &(struct ui_aside){.about = stat.label, .text = stat.note});
    ui_open(
        ui, (struct ui_box){.axis = UI_WRAP, .gap = 6, .cross_gap = 0, .align = UI_ALIGN_BASELINE});
    ui_text(ui, stat.value, ui_locale(ui),
        (struct ui_text_spec){.style = TYPE_FIGURE, .color = COLOR_INDIGO, .tabular = true});
    part_line(ui, stat.unit, UI_LANG_FRAME, TYPE_LEAD, COLOR_INK);
    ui_close(ui);
    part_line(ui, stat.as_of, UI_LANG_FRAME, TYPE_CAPTION, COLOR_INK2);
    ui_close(ui);
}
