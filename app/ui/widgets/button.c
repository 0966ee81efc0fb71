#include "ui/widgets/parts.h"

static const struct {
    enum ui_color background, border, ink, icon;
} looks[] = {
    [UI_BUTTON_PRIMARY] = {COLOR_TOUCH_DEEP, COLOR_TOUCH_DEEP, COLOR_ON_INDIGO, COLOR_ON_INDIGO},
    [UI_BUTTON_SECONDARY] = {COLOR_CARD, COLOR_EDGE, COLOR_INK, COLOR_TOUCH},
    [UI_BUTTON_LINK] = {COLOR_NONE, COLOR_NONE, COLOR_TOUCH_DEEP, COLOR_TOUCH},
};

bool
ui_button(struct ui *ui, struct ui_button button) {
    bool is_link = button.kind == UI_BUTTON_LINK;
    bool is_off = button.disabled, is_on = button.selected;
    enum ui_color ink = is_off ? COLOR_INK2 : is_on ? COLOR_ON_INDIGO : looks[button.kind].ink;
    enum ui_color icon = is_off || is_on ? ink : looks[button.kind].icon;
    enum ui_color border = is_off || is_on ? COLOR_NONE : looks[button.kind].border;
    bool pressed = ui_open(ui, (struct ui_box){.key = part_key(button.key, button.action),
                                   .axis = UI_ROW,
                                   .gap = SPACE_S,
                                   .padding = ui_pad2(8, is_link ? SPACE_M : SPACE_L),
                                   .align = UI_ALIGN_CENTER,
                                   .justify = UI_JUSTIFY_CENTER,
                                   .self = button.fill ? UI_SELF_STRETCH : UI_SELF_START,
                                   .radius = RADIUS_M,
                                   .background = is_on    ? COLOR_INDIGO
                                                 : is_off ? COLOR_CARD
                                                          : looks[button.kind].background,
                                   .border = border,
                                   .raised = !is_link,
                                   .elevation = is_link || is_off || is_on ? 0 : 1,
                                   .role = ROLE_BUTTON,
                                   .label = button.label,
                                   .lang = button.lang,
                                   .action = button.action,
                                   .disabled = button.disabled,
                                   .selected = button.selected});
    if (button.icon.n) {
        ui_icon(ui, (struct ui_icon_spec){.name = button.icon, .color = icon});
    }
    part_label(ui, button.label, button.lang, TYPE_LABEL, ink);
    if (button.end_icon.n) {
        ui_icon(ui, (struct ui_icon_spec){.name = button.end_icon, .color = icon});
    }
    ui_close(ui);
    return pressed;
}

bool
ui_icon_button(struct ui *ui, struct ui_icon_button button) {
    bool is_off = button.disabled, is_on = button.selected;
    enum ui_color ink = is_off ? COLOR_INK2 : is_on ? COLOR_ON_INDIGO : COLOR_TOUCH;
    bool pressed = ui_open(ui, (struct ui_box){.key = part_key(button.key, button.action),
                                   .padding = ui_pad(6),
                                   .align = UI_ALIGN_CENTER,
                                   .justify = UI_JUSTIFY_CENTER,
                                   .radius = RADIUS_M,
                                   .background = is_on ? COLOR_INDIGO : COLOR_CARD,
                                   .raised = true,
                                   .role = ROLE_BUTTON,
                                   .label = button.label,
                                   .action = button.action,
                                   .disabled = is_off,
                                   .selected = is_on});
    ui_icon(ui, (struct ui_icon_spec){.name = button.icon, .size = 28, .color = ink});
    ui_close(ui);
    return pressed;
}
