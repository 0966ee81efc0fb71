#include "ui/widgets/parts.h"

/* Side by side where there is room: labels line up in two fifths, values in three. */
static void
value_part(struct ui *ui, const struct ui_fact_row *row, bool beside) {
    enum type_style style = row->prose ? TYPE_BODY : TYPE_BODY_STRONG;
    ui_open(ui,
        (struct ui_box){
            .axis = UI_ROW, .gap = SPACE_S, .share = beside ? 3 : 0, .align = UI_ALIGN_BASELINE});
    ui_open(ui, (struct ui_box){.gap = SPACE_XS, .grow = 1});
    ui_text(ui, row->value, part_lang(ui, row->value_lang),
        (struct ui_text_spec){.style = style,
            .color = row->action.n ? COLOR_TOUCH_DEEP : COLOR_INK,
            .tabular = true});
    part_line(ui, row->as_of, UI_LANG_FRAME, TYPE_CAPTION, COLOR_INK2);
    ui_close(ui);
    if (row->action.n) {
        part_chevron(ui);
    }
    ui_close(ui);
}

/* The remark stands below, as wide as the row: sentences in three fifths of a panel are hard to
 * read. */
void
ui_fact_row(struct ui *ui, struct ui_fact_row row) {
    bool has_value = row.value.n || row.as_of.n || row.action.n;
    bool is_wide = !row.prose && ui_metrics(ui)->width_class != WIDTH_COMPACT;
    bool beside = is_wide && has_value; /* a label alone is as wide as the row */
    ui_open(ui, (struct ui_box){.key = part_key(row.key, row.action),
                    .gap = SPACE_XS,
                    .padding = ui_pad2(10, row.marked ? SPACE_M : 0),
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = row.action.n || row.marked ? RADIUS_S : 0,
                    .background = row.marked ? COLOR_TINT : COLOR_NONE,
                    .border = row.marked ? COLOR_INDIGO : COLOR_NONE,
                    .border_width = row.marked ? 3 : 0,
                    .selected = row.marked,
                    .reveal = row.marked,
                    .action = row.action,
                    .role = row.action.n ? ROLE_LINK : ROLE_LISTITEM});
    bool is_noted = row.note.n > 0 && row.action.n == 0; /* a link holds no button */
    if (is_noted) {
        ui_noted_open(ui, UI_ALIGN_CENTER);
    }
    ui_open(ui, (struct ui_box){.axis = beside ? UI_ROW : UI_COLUMN,
                    .gap = beside ? SPACE_L : 2,
                    .align = beside ? UI_ALIGN_BASELINE : UI_ALIGN_STRETCH});
    ui_open(ui, (struct ui_box){.share = beside ? 2 : 0});
    part_line(ui, row.label, UI_LANG_FRAME, is_wide ? TYPE_BODY : TYPE_CAPTION, COLOR_INK2);
    ui_close(ui);
    if (has_value) {
        value_part(ui, &row, beside);
    }
    ui_close(ui);
    if (is_noted) {
        ui_noted_close(ui, &(struct ui_aside){.about = row.label, .text = row.note});
    } else {
        ui_remark(ui, row.note);
    }
    ui_close(ui);
    if (!row.last) {
        ui_divider(ui);
    }
}
