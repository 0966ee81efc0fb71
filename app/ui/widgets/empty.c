#include "ui/widgets/parts.h"

#define LOW_DP 320.0f /* a window that words alone fill */

void
ui_empty(struct ui *ui, struct ui_empty empty) {
    bool is_low = ui_metrics(ui)->height_dp / ui_metrics(ui)->text_scale < LOW_DP;
    ui_open(ui, (struct ui_box){.gap = SPACE_M,
                    .padding = ui_pad2(is_low ? 0 : SPACE_XXL, is_low ? 0 : SPACE_L),
                    .align = UI_ALIGN_CENTER});
    if (empty.icon.n && !is_low) {
        ui_open(
            ui, (struct ui_box){
                    .padding = ui_pad(SPACE_L), .radius = RADIUS_PILL, .background = COLOR_WATER});
        ui_icon(ui, (struct ui_icon_spec){.name = empty.icon, .size = 40, .color = COLOR_INDIGO});
        ui_close(ui);
    }
    ui_text(ui, empty.title, ui_locale(ui),
        (struct ui_text_spec){.style = TYPE_HEADING, .align = TEXT_ALIGN_CENTER});
    if (empty.text.n) {
        ui_text(ui, empty.text, ui_locale(ui),
            (struct ui_text_spec){.style = TYPE_BODY,
                .color = COLOR_INK2,
                .align = TEXT_ALIGN_CENTER,
                .max_width = 480});
    }
    ui_close(ui);
}
