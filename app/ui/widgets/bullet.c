#include "ui/widgets/parts.h"

/* Dots hang before the text; numbers stand in a column as wide as two digits. */
void
ui_bullet(struct ui *ui, struct ui_bullet bullet) {
    float indent = bullet.level > 1 ? 28 : 0;
    struct str mark = STR("•");
    if (bullet.number > 0) {
        mark = arena_printf(ui_arena(ui), "%d.", bullet.number);
    } else if (bullet.level > 1) {
        mark = STR("–");
    }
    ui_open(ui, (struct ui_box){.key = bullet.key,
                    .axis = UI_ROW,
                    .gap = SPACE_S,
                    .padding = {.start = indent},
                    .align = UI_ALIGN_BASELINE,
                    .role = ROLE_LISTITEM});
    ui_text(ui, mark, ui_locale(ui),
        (struct ui_text_spec){.style = bullet.number > 0 ? TYPE_BODY_STRONG : TYPE_BODY,
            .color = COLOR_INDIGO,
            .tabular = true,
            .no_wrap = true,
            .min_width = bullet.number > 0 ? 24 : 14,
            .decorative = true});
    ui_open(ui, (struct ui_box){.grow = 1});
    ui_noted_open(ui, UI_ALIGN_CENTER);
    ui_text(ui, bullet.text, ui_locale(ui),
        (struct ui_text_spec){
            .style = TYPE_BODY, .spans = bullet.spans, .span_count = bullet.span_count});
    ui_noted_close(ui, &(struct ui_aside){.text = bullet.note});
    ui_close(ui);
    ui_close(ui);
}

void
ui_divider(struct ui *ui) {
    ui_open(ui, (struct ui_box){.background = COLOR_LINE, .self = UI_SELF_STRETCH});
    ui->trees[ui->current].nodes[ui->stack[ui->depth - 1]].box.height = ui->metrics.hairline_px;
    ui_close(ui);
}
