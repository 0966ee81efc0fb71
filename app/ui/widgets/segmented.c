#include "ui/widgets/parts.h"

/* Options keep the distance that fingers need, so they are neighbours rather than one bar. */
void
ui_segmented(struct ui *ui, struct ui_segmented segmented) {
    ui_open(ui, (struct ui_box){.key = segmented.key,
                    .axis = segmented.stacked ? UI_COLUMN : UI_WRAP,
                    .gap = SPACE_XS,
                    .no_shrink = segmented.no_wrap,
                    .role = ROLE_LIST,
                    .label = segmented.label});
    for (size_t i = 0; i < segmented.count; i++) {
        const struct ui_option *option = &segmented.options[i];
        bool is_on = i == segmented.selected;
        enum ui_color ink = is_on ? COLOR_ON_INDIGO : COLOR_INK;
        ui_open(ui, (struct ui_box){.key = part_key(option->key, option->action),
                        .axis = UI_ROW,
                        .gap = SPACE_S,
                        .padding = ui_pad2(SPACE_XS, SPACE_M),
                        .align = UI_ALIGN_CENTER,
                        .justify = UI_JUSTIFY_CENTER,
                        .radius = RADIUS_M,
                        .background = is_on ? COLOR_INDIGO : COLOR_CARD,
                        .raised = true,
                        .role = ROLE_BUTTON,
                        .label = option->label,
                        .lang = option->lang,
                        .action = option->action,
                        .selected = is_on});
        if (option->icon.n) {
            ui_icon(ui,
                (struct ui_icon_spec){.name = option->icon, .color = is_on ? ink : COLOR_TOUCH});
        }
        part_label(ui, option->label, option->lang, TYPE_LABEL, ink);
        ui_close(ui);
    }
    ui_close(ui);
}
