#include "ui/widgets/parts.h"

/* Side by side where there is room: labels line up in two fifths, values in three, the i of a note
 * at their end. True while that is open. */
static bool
value_part(
    struct ui *ui, const struct ui_fact_row *row, bool beside, const struct ui_aside *aside) {
    enum type_style style = row->prose ? TYPE_BODY : TYPE_BODY_STRONG;
    ui_open(
        ui, (struct ui_box){
                .axis = UI_ROW, .gap = SPACE_S, .share = beside ? 3 : 0, .align = UI_ALIGN_CENTER});
    ui_open(ui, (struct ui_box){.gap = SPACE_XS, .grow = 1});
    if (row->value.n) {
        ui_text(ui, row->value, part_lang(ui, row->value_lang),
            (struct ui_text_spec){.style = style,
                .color = row->action.n ? COLOR_TOUCH_DEEP : COLOR_INK,
                .tabular = true});
    }
    part_line(ui, row->as_of, UI_LANG_FRAME, TYPE_CAPTION, COLOR_INK2);
    ui_close(ui);
    bool open = ui_aside_button(ui, aside);
    if (row->action.n) {
        part_chevron(ui);
    }
    ui_close(ui);
    return open;
}

static void
label_part(struct ui *ui, const struct ui_fact_row *row, bool is_wide, bool beside) {
    ui_open(ui, (struct ui_box){.share = beside ? 2 : 0});
    part_line(ui, row->label, UI_LANG_FRAME, is_wide ? TYPE_BODY : TYPE_CAPTION, COLOR_INK2);
    ui_close(ui);
}

/* The note stands below, as wide as the row: sentences in three fifths of a panel are hard to
 * read. */
void
ui_fact_row(struct ui *ui, struct ui_fact_row row) {
    bool is_wide = !row.prose && ui_metrics(ui)->width_class != WIDTH_COMPACT;
    bool is_link = row.action.n > 0; /* which holds no button */
    const struct ui_aside aside = {
        .about = row.label, .text = is_link ? (struct str){0} : row.note};
    bool has_value = row.value.n || row.as_of.n || is_link || aside.text.n;
    bool beside = is_wide && has_value; /* a label alone is as wide as the row */
    ui_open(ui, (struct ui_box){.key = part_key(row.key, row.action),
                    .gap = SPACE_XS,
                    .padding = ui_pad2(10, row.marked ? SPACE_M : 0),
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = is_link || row.marked ? RADIUS_S : 0,
                    .background = row.marked ? COLOR_TINT : COLOR_NONE,
                    .border = row.marked ? COLOR_INDIGO : COLOR_NONE,
                    .border_width = row.marked ? 3 : 0,
                    .selected = row.marked,
                    .reveal = row.marked,
                    .action = row.action,
                    .role = is_link ? ROLE_LINK : ROLE_LISTITEM});
    ui_open(ui, (struct ui_box){.axis = beside ? UI_ROW : UI_COLUMN,
                    .gap = beside ? SPACE_L : 2,
                    .align = beside ? UI_ALIGN_BASELINE : UI_ALIGN_STRETCH});
    label_part(ui, &row, is_wide, beside);
    bool open = has_value && value_part(ui, &row, beside, &aside);
    ui_close(ui);
    if (open) {
        ui_aside_text(ui, &aside);
    }
    ui_remark(ui, is_link ? row.note : (struct str){0});
    ui_close(ui);
    if (!row.last) {
        ui_divider(ui);
    }
}
