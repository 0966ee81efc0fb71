#include "ui/ui_private.h"

/* Says where a page comes from, by a small movement that only its drawing makes: nodes stand where
 * they will from the first frame on, so a finger never misses them. */

#define TURN_MS 160
#define SHEET_MS 180
#define TURN_DP 30.0f /* 48 px of a kiosk */

static uint64_t
length_ms(enum ui_turn kind) {
    return kind == UI_TURN_SHEET ? SHEET_MS : TURN_MS;
}

void
ui_turn(struct ui *ui, enum ui_turn turn) {
    ui->turn.kind = turn;
    ui->turn.is_pending = true;
}

void
ui_turn_step(struct ui *ui, uint64_t now_ms) {
    if (ui->turn.is_pending) {
        ui->turn.is_pending = false;
        ui->turn.since_ms = now_ms;
    }
    bool is_over = now_ms >= ui->turn.since_ms + length_ms(ui->turn.kind);
    if (is_over || ui->frame.reduced_motion) {
        ui->turn.kind = UI_TURN_NONE;
    }
}

struct point
ui_turn_shift(const struct ui *ui, const struct ui_node *node) {
    bool is_sheet = str_eq(node->box.key, STR("sheet"));
    enum ui_turn kind = ui->turn.kind;
    if (!node->is_content || kind == UI_TURN_NONE || is_sheet != (kind == UI_TURN_SHEET)) {
        return (struct point){0, 0};
    }
    uint64_t elapsed = ui->frame.now_ms - ui->turn.since_ms;
    float left = 1 - (float)elapsed / (float)length_ms(kind);
    float px = metrics_px(&ui->metrics, TURN_DP) * left * left * left; /* decelerating */
    px = (float)(int)(px + 0.5f);
    switch (kind) {
    case UI_TURN_ON:
        return (struct point){px, 0};
    case UI_TURN_BACK:
        return (struct point){-px, 0};
    default:
        return (struct point){0, px};
    }
}
