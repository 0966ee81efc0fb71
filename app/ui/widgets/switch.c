#include "ui/widgets/parts.h"

/* The knob's side and the fill say the state; the tick says it once more. */
static void
track(struct ui *ui, bool on) {
    ui_open(ui, (struct ui_box){.axis = UI_ROW,
                    .width = 56,
                    .height = 32,
                    .padding = ui_pad(4),
                    .align = UI_ALIGN_CENTER,
                    .justify = on ? UI_JUSTIFY_END : UI_JUSTIFY_START,
                    .self = UI_SELF_CENTER,
                    .radius = RADIUS_PILL,
                    .background = on ? COLOR_INDIGO : COLOR_CARD,
                    .border = on ? COLOR_INDIGO : COLOR_EDGE,
                    .border_width = 2});
    ui_open(ui, (struct ui_box){.width = 22,
                    .height = 22,
                    .radius = RADIUS_PILL,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .background = on ? COLOR_ON_INDIGO : COLOR_EDGE});
    if (on) {
        ui_icon(ui, (struct ui_icon_spec){.name = STR("check"), .size = 16, .color = COLOR_INDIGO});
    }
    ui_close(ui);
    ui_close(ui);
}

bool
ui_switch(struct ui *ui, struct ui_switch sw) {
    bool pressed = ui_open(ui, (struct ui_box){.key = part_key(sw.key, sw.action),
                                   .axis = UI_ROW,
                                   .gap = SPACE_L,
                                   .padding = ui_pad2(SPACE_S, 0),
                                   .align = UI_ALIGN_CENTER,
                                   .radius = RADIUS_S,
                                   .role = ROLE_SWITCH,
                                   .label = sw.label,
                                   .value = sw.on ? STR("on") : STR("off"),
                                   .action = sw.action,
                                   .selected = sw.on});
    ui_open(ui, (struct ui_box){.gap = 2, .grow = 1});
    part_label(ui, sw.label, UI_LANG_FRAME, TYPE_BODY_STRONG, COLOR_INK);
    part_line(ui, sw.detail, UI_LANG_FRAME, TYPE_CAPTION, COLOR_INK2);
    ui_close(ui);
    track(ui, sw.on);
    ui_close(ui);
    return pressed;
}
