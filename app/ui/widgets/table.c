#include "base/check.h"
#include "ui/widgets/parts.h"

void
ui_table_open(struct ui *ui, struct ui_table table) {
    xassert(table.columns > 0);
    ui->table.weights = table.weights;
    ui->table.columns = table.columns;
    ui->table.has_row = false;
    ui_open(ui, (struct ui_box){.key = table.key,
                    .background = COLOR_SURFACE,
                    .border = COLOR_DIVIDER,
                    .radius = RADIUS_M,
                    .padding = ui_pad(1),
                    .role = ROLE_TABLE,
                    .label = table.label});
}

static void
end_row(struct ui *ui) {
    if (ui->table.has_row) {
        xassert(ui->table.column == ui->table.columns);
        ui_close(ui);
    }
}

void
ui_table_row(struct ui *ui, bool is_header) {
    bool had_row = ui->table.has_row;
    end_row(ui);
    if (had_row) {
        ui_divider(ui);
    }
    ui->table.has_row = true;
    ui->table.is_header = is_header;
    ui->table.column = 0;
    ui_open(ui, (struct ui_box){.axis = UI_ROW,
                    .gap = SPACE_M,
                    .padding = ui_pad2(10, SPACE_L),
                    .radius = is_header ? RADIUS_S : 0,
                    .background = is_header ? COLOR_SURFACE_SUBTLE : COLOR_NONE});
}

void
ui_table_cell(struct ui *ui, struct str text, enum ui_lang lang, bool is_number) {
    xassert(ui->table.has_row && ui->table.column < ui->table.columns);
    float weight = ui->table.weights ? ui->table.weights[ui->table.column] : 1;
    ui->table.column++;
    ui_open(ui, (struct ui_box){.share = weight, .self = UI_SELF_CENTER, .role = ROLE_CELL});
    ui_text(ui, text, part_lang(ui, lang),
        (struct ui_text_spec){.style = ui->table.is_header ? TYPE_CAPTION : TYPE_BODY,
            .strong = ui->table.is_header,
            .color = ui->table.is_header ? COLOR_TEXT_SUBTLE : COLOR_TEXT,
            .tabular = is_number,
            .align = is_number ? TEXT_ALIGN_END : TEXT_ALIGN_START,
            .decorative = true});
    ui_close(ui);
}

void
ui_table_close(struct ui *ui) {
    end_row(ui);
    ui->table.has_row = false;
    ui_close(ui);
}
