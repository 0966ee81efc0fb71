#include "ui/widgets/parts.h"

#include <math.h>

struct rail {
    bool first, last, marked;
    float dot_y; /* px from the top of the row */
};

/* A line through the row and a dot beside the date; the line begins and ends at dots. */
static void
draw_rail(struct draw_list *list, struct rect at, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    const struct rail *rail = data;
    float x = at.x + floorf(at.w / 2), thick = metrics_px(metrics, 2);
    float dot = metrics_size_px(metrics, rail->marked ? 18 : 14), y = at.y + rail->dot_y;
    float top = rail->first ? y : at.y, bottom = rail->last ? y : at.y + at.h;
    struct color none = {0}, accent = theme->colors[COLOR_INDIGO];
    if (bottom > top) {
        draw_rect(list, (struct rect){x - floorf(thick / 2), top, thick, bottom - top}, 0,
            theme->colors[COLOR_EDGE], none, 0);
    }
    struct rect disc = {x - floorf(dot / 2), y - floorf(dot / 2), dot, dot};
    draw_rect(list, disc, dot / 2, rail->marked ? accent : theme->colors[COLOR_CARD], accent,
        metrics_px(metrics, 3));
}

static void
words(struct ui *ui, const struct ui_timeline_item *item, bool with_date) {
    ui_open(ui, (struct ui_box){.gap = SPACE_XS, .grow = 1});
    if (with_date || item->badge.n || item->place.n) {
        ui_open(ui,
            (struct ui_box){
                .axis = UI_WRAP, .gap = SPACE_M, .cross_gap = SPACE_XS, .align = UI_ALIGN_CENTER});
        if (with_date && item->date.n) {
            ui_text(ui, item->date, ui_locale(ui),
                (struct ui_text_spec){
                    .style = TYPE_BODY_STRONG, .color = COLOR_INDIGO, .tabular = true});
        }
        ui_badge(ui, item->badge, item->badge_tone);
        part_line(ui, item->place, UI_LANG_FRAME, TYPE_CAPTION, COLOR_INK2);
        ui_close(ui);
    }
    ui_text(ui, item->title, ui_locale(ui), (struct ui_text_spec){.style = TYPE_LEAD});
    part_line(ui, item->detail, UI_LANG_FRAME, TYPE_BODY, COLOR_INK2);
    ui_close(ui);
}

/* The dot stands on the middle of the first line of text, wherever paddings put that. */
static const struct rail *
rail_of(struct ui *ui, const struct ui_timeline_item *item) {
    struct rail *rail = ARENA_NEW(ui_arena(ui), struct rail);
    const struct metrics *m = ui_metrics(ui);
    float line = m->type[TYPE_BODY_STRONG][ui_locale(ui)].line_px;
    rail->first = item->first;
    rail->last = item->last;
    rail->marked = item->marked;
    rail->dot_y = metrics_px(m, SPACE_M) + floorf(line / 2);
    return rail;
}

bool
ui_timeline_item(struct ui *ui, struct ui_timeline_item item) {
    /* beside a scene there is less room than the panel says */
    bool beside = ui_metrics(ui)->width_class == WIDTH_WIDE && !ui->has_side;
    bool is_card = item.action.n > 0 || item.marked;
    ui_open(ui, (struct ui_box){.key = item.action.n ? (struct str){0} : item.key,
                    .axis = UI_ROW,
                    .gap = SPACE_S,
                    .role = ROLE_LISTITEM,
                    .reveal = item.marked});
    if (beside) {
        ui_open(ui, (struct ui_box){.padding = {.top = SPACE_M}, .width = 176});
        if (item.date.n) {
            ui_text(ui, item.date, ui_locale(ui),
                (struct ui_text_spec){.style = TYPE_BODY_STRONG,
                    .color = COLOR_INDIGO,
                    .tabular = true,
                    .align = TEXT_ALIGN_END});
        }
        ui_close(ui);
    }
    ui_open(
        ui, (struct ui_box){.width = 28, .canvas = draw_rail, .canvas_data = rail_of(ui, &item)});
    ui_close(ui);
    const struct ui_aside note = {.about = item.title, .text = item.note};
    ui_open(ui,
        (struct ui_box){.padding = {.bottom = item.last ? 0 : part_apart(ui, SPACE_S)}, .grow = 1});
    bool is_noted = note.text.n > 0 && ui_metrics(ui)->width_class != WIDTH_COMPACT;
    if (is_noted) {
        ui_noted_open(ui, UI_ALIGN_START);
    }
    bool pressed = ui_open(ui, (struct ui_box){.key = item.action.n ? item.key : STR("event"),
                                   .axis = UI_ROW,
                                   .gap = SPACE_S,
                                   .padding = ui_pad2(SPACE_M, SPACE_L),
                                   .background = item.marked ? COLOR_TINT
                                                 : is_card   ? COLOR_CARD
                                                             : COLOR_NONE,
                                   .border = item.marked ? COLOR_INDIGO
                                             : is_card   ? COLOR_EDGE
                                                         : COLOR_NONE,
                                   .border_width = item.marked ? 3 : 1,
                                   .raised = item.action.n > 0,
                                   .radius = RADIUS_M,
                                   .role = item.action.n ? ROLE_LINK : ROLE_NONE,
                                   .action = item.action,
                                   .selected = item.marked});
    words(ui, &item, !beside);
    if (item.action.n) {
        ui_arrow(ui);
    }
    ui_close(ui);
    if (is_noted) {
        ui_noted_close(ui, &note);
    } else {
        ui_aside(ui, note);
    }
    ui_close(ui);
    ui_close(ui);
    return pressed;
}
