#include "ui/widgets/bar.h"

/* Three targets in a strip that stays while the page moves: back, where one is, on. Nobody has to
 * hit a mark of a few pixels, and the steps are in reach from anywhere. */

static void
step_button(struct ui *ui, const char *key, const char *icon, float size, struct str label,
    struct str action) {
    bool is_off = action.n == 0;
    ui_open(ui, (struct ui_box){.key = str_from(key),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = RADIUS_M,
                    .background = COLOR_CARD,
                    .raised = true,
                    .role = ROLE_BUTTON,
                    .label = label,
                    .action = is_off ? STR("none") : action,
                    .disabled = is_off});
    ui_icon(
        ui, (struct ui_icon_spec){
                .name = str_from(icon), .size = size, .color = is_off ? COLOR_INK2 : COLOR_TOUCH});
    ui_close(ui);
}

void
ui_scrubber(struct ui *ui, struct ui_scrubber scrubber) {
    float apart = part_apart(ui, SPACE_S);
    float size = scrubber.is_low ? bar_dp(ui, 24) : 24;
    bool is_low = scrubber.is_low;
    ui_open(ui, (struct ui_box){.key = STR("scrubber"),
                    .axis = UI_ROW,
                    .gap = SPACE_S,
                    .padding = {apart, SPACE_L, 2, SPACE_L},
                    .background = COLOR_CARD,
                    .elevation = 2,
                    .role = ROLE_REGION,
                    .label = scrubber.label});
    step_button(ui, "back", "up", size, scrubber.back_label, scrubber.back_action);
    ui_open(ui, (struct ui_box){.key = STR("here"),
                    .axis = UI_ROW,
                    .gap = SPACE_S,
                    .grow = 1,
                    .padding = ui_pad2(is_low ? 0 : SPACE_XS, SPACE_M),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = RADIUS_M,
                    .background = COLOR_CARD,
                    .raised = true,
                    .role = ROLE_BUTTON,
                    .label = scrubber.here_label,
                    .action = scrubber.here_action});
    ui_text(ui, scrubber.here, ui_locale(ui),
        (struct ui_text_spec){.style = is_low ? TYPE_BAR : TYPE_BODY_STRONG,
            .color = COLOR_INDIGO,
            .tabular = true,
            .decorative = true});
    ui_icon(ui, (struct ui_icon_spec){.name = STR("chevron"), .size = size, .color = COLOR_TOUCH});
    ui_close(ui);
    step_button(ui, "on", "down", size, scrubber.on_label, scrubber.on_action);
    ui_close(ui);
}
