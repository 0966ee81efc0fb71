#include "ui/widgets/parts.h"

static void
cell_text(
    struct ui *ui, const struct ui_table_cell *cell, enum type_style style, enum ui_color color) {
    ui_text(ui, cell->text, ui_locale(ui),
        (struct ui_text_spec){.style = style,
            .color = color,
            .tabular = true,
            .spans = cell->spans,
            .span_count = cell->span_count});
}

/* Cells of one row side by side, in columns of one width. */
static void
row_beside(struct ui *ui, const struct ui_table *table, size_t row) {
    ui_open(ui, (struct ui_box){.key = arena_printf(ui_arena(ui), "row-%zu", row),
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .padding = ui_pad2(10, 0),
                    .align = UI_ALIGN_STRETCH,
                    .role = ROLE_ROW});
    for (size_t i = 0; i < table->columns; i++) {
        ui_open(ui,
            (struct ui_box){
                .key = arena_printf(ui_arena(ui), "cell-%zu", i), .share = 1, .role = ROLE_CELL});
        cell_text(ui, &table->cells[row * table->columns + i],
            row == 0 ? TYPE_BODY_STRONG : TYPE_BODY, row == 0 ? COLOR_INK2 : COLOR_INK);
        ui_close(ui);
    }
    ui_close(ui);
}

/* One row as a card of its own: each cell under the head of its column. */
static void
row_card(struct ui *ui, const struct ui_table *table, size_t row) {
    ui_card_open(ui,
        (struct ui_card){
            .key = arena_printf(ui_arena(ui), "row-%zu", row), .gap = SPACE_S, .role = ROLE_ROW});
    for (size_t i = 0; i < table->columns; i++) {
        ui_open(ui,
            (struct ui_box){.key = arena_printf(ui_arena(ui), "cell-%zu", i), .role = ROLE_CELL});
        cell_text(ui, &table->cells[i], TYPE_CAPTION, COLOR_INK2);
        cell_text(ui, &table->cells[row * table->columns + i],
            i == 0 ? TYPE_BODY_STRONG : TYPE_BODY, COLOR_INK);
        ui_close(ui);
    }
    ui_close(ui);
}

void
ui_table(struct ui *ui, struct ui_table table) {
    enum width_class width = ui_metrics(ui)->width_class;
    bool are_cards = width == WIDTH_COMPACT || (table.columns > 3 && width != WIDTH_WIDE);
    ui_open(ui, (struct ui_box){.key = table.key,
                    .role = ROLE_TABLE,
                    .label = table.label,
                    .gap = are_cards ? SPACE_S : 0});
    for (size_t row = are_cards ? 1 : 0; row < table.rows; row++) {
        if (are_cards) {
            row_card(ui, &table, row);
        } else {
            row_beside(ui, &table, row);
            ui_divider(ui);
        }
    }
    ui_close(ui);
}
