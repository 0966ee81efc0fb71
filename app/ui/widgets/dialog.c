#include "base/check.h"
#include "ui/widgets/parts.h"

/* A dialog belongs to the root wherever it is declared: nothing may clip or cover it. */
void
ui_dialog_open(struct ui *ui, struct ui_dialog dialog) {
    xassert(ui->depth < UI_DEPTH);
    ui->stack[ui->depth++] = 0;
    ui_open(ui, (struct ui_box){.key = STR("scrim"),
                    .axis = UI_OVERLAY,
                    .padding = ui_pad(SPACE_XL),
                    .background = COLOR_SCRIM,
                    .modal = true,
                    .action = dialog.dismiss});
    ui_open(ui, (struct ui_box){.key = dialog.key,
                    .gap = SPACE_L,
                    .padding = ui_pad(SPACE_XL),
                    .self = UI_SELF_MEASURE,
                    .self_y = UI_SELF_CENTER,
                    .max_width = 520,
                    .background = COLOR_CARD,
                    .border = COLOR_EDGE,
                    .radius = RADIUS_L,
                    .elevation = 3,
                    .role = ROLE_DIALOG,
                    .label = dialog.title});
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_M, .align = UI_ALIGN_BASELINE});
    if (dialog.icon.n) {
        ui_icon(ui, (struct ui_icon_spec){.name = dialog.icon,
                        .size = 28,
                        .color = dialog.tone == TONE_NEUTRAL ? COLOR_INDIGO
                                                             : theme_tone_text(dialog.tone)});
    }
    ui_text(ui, dialog.title, ui_locale(ui),
        (struct ui_text_spec){.style = TYPE_HEADING, .role = ROLE_HEADING, .level = 2, .grow = 1});
    ui_close(ui);
}

void
ui_dialog_close(struct ui *ui) {
    ui_close(ui);
    ui_close(ui);
    ui->depth--;
}
