#include "ui/widgets/parts.h"

static const struct {
    enum ui_color background, border, ink;
} looks[] = {
    [UI_BUTTON_PRIMARY] = {COLOR_PRIMARY, COLOR_NONE, COLOR_ON_PRIMARY},
    [UI_BUTTON_SECONDARY] = {COLOR_SURFACE, COLOR_BORDER, COLOR_LINK},
    [UI_BUTTON_TONAL] = {COLOR_PRIMARY_TINT, COLOR_NONE, COLOR_ON_TINT},
    [UI_BUTTON_GHOST] = {COLOR_NONE, COLOR_NONE, COLOR_LINK},
};

bool
ui_button(struct ui *ui, struct ui_button button) {
    enum ui_color ink = button.disabled ? COLOR_TEXT_DISABLED : looks[button.kind].ink;
    bool is_ghost = button.kind == UI_BUTTON_GHOST;
    bool pressed =
        ui_open(ui, (struct ui_box){.key = part_key(button.key, button.action),
                        .axis = UI_ROW,
                        .gap = SPACE_S,
                        .padding = ui_pad2(10, is_ghost ? SPACE_M : SPACE_XL),
                        .align = UI_ALIGN_CENTER,
                        .justify = UI_JUSTIFY_CENTER,
                        .self = button.fill ? UI_SELF_STRETCH : UI_SELF_START,
                        .radius = RADIUS_M,
                        .background = button.disabled ? COLOR_NONE : looks[button.kind].background,
                        .border = button.disabled ? COLOR_BORDER : looks[button.kind].border,
                        .role = ROLE_BUTTON,
                        .label = button.label,
                        .lang = button.lang,
                        .action = button.action,
                        .disabled = button.disabled,
                        .selected = button.selected});
    if (button.icon.n) {
        ui_icon(ui, (struct ui_icon_spec){.name = button.icon, .color = ink});
    }
    part_label(ui, button.label, button.lang, TYPE_LABEL, ink);
    if (button.end_icon.n) {
        ui_icon(ui, (struct ui_icon_spec){.name = button.end_icon, .color = ink});
    }
    ui_close(ui);
    return pressed;
}

bool
ui_icon_button(struct ui *ui, struct ui_icon_button button) {
    enum ui_color ink = button.disabled   ? COLOR_TEXT_DISABLED
                        : button.selected ? COLOR_ON_TINT
                                          : COLOR_LINK;
    bool pressed = ui_open(ui, (struct ui_box){.key = part_key(button.key, button.action),
                                   .gap = SPACE_XS,
                                   .padding = ui_pad(SPACE_S),
                                   .align = UI_ALIGN_CENTER,
                                   .justify = UI_JUSTIFY_CENTER,
                                   .radius = RADIUS_M,
                                   .background = button.selected ? COLOR_PRIMARY_TINT : COLOR_NONE,
                                   .role = ROLE_BUTTON,
                                   .label = button.label,
                                   .action = button.action,
                                   .disabled = button.disabled,
                                   .selected = button.selected});
    ui_icon(ui, (struct ui_icon_spec){.name = button.icon, .size = 28, .color = ink});
    if (button.show_label) {
        part_label(ui, button.label, UI_LANG_FRAME, TYPE_CAPTION, ink);
    }
    ui_close(ui);
    return pressed;
}
