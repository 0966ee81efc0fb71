#include "screens/parts/lane_draw.h"

#include <math.h>

/* All in parts of a mark's width. */
#define PAD 0.14f /* above the marks */
#define LINE 0.14f
#define BAR 0.34f
#define BAR_APART 0.44f
#define DAY 0.68f
#define MONTH_HIGH 0.86f
#define YEAR_HIGH 0.6f
#define HALO 0.1f
#define HOLE 0.3f
#define TIP 0.6f
#define RING 1.7f
#define RING_OF_COUNT 2.0f
#define DASH 0.5f
#define DOT_APART 0.5f

struct paint {
    const struct lane_sheet *sheet;
    const struct lane *lane;
    size_t cell;
};

const void *
lane_paint(struct ui *ui, const struct lane_sheet *sheet, const struct lane *lane, size_t cell) {
    struct paint *paint = ARENA_NEW(ui_arena(ui), struct paint);
    *paint = (struct paint){sheet, lane, cell};
    return paint;
}

float
lane_line_px(const struct lane_sheet *sheet) {
    float mark = sheet->view.mark;
    return floorf(fmaxf(mark * (PAD + 0.5f), sheet->count_px / 2) + 0.5f);
}

static float
bar_y(const struct lane_sheet *sheet, size_t row) {
    float mark = sheet->view.mark;
    return floorf(lane_line_px(sheet) + mark * (0.56f + BAR_APART * (float)row));
}

float
lane_strip_px(const struct lane_sheet *sheet, const struct lane *lane) {
    float content = 2 * lane_line_px(sheet);
    if (lane->layout.rows > 0) {
        content = bar_y(sheet, (size_t)lane->layout.rows - 1) + sheet->view.mark * (BAR + PAD);
    }
    return ceilf(fmaxf(content, sheet->view.target + sheet->view.gap));
}

enum ui_color
lane_color(const struct lane *lane) {
    return lane->country.n ? theme_country(lane->country).color : COLOR_INDIGO;
}

struct str
lane_icon(const struct lane *lane) {
    return lane->country.n ? str_from(theme_country(lane->country).icon) : STR("shape-disc");
}

bool
lane_mark_is_counted(const struct lane_mark *mark) {
    return mark->count > 1;
}

/* The cell that has its first item shows it. */
bool
lane_mark_is_in(
    const struct lane_layout *layout, const struct lane_mark *mark, const struct lane_cell *cell) {
    (void)layout;
    return mark->first >= cell->first && mark->first < cell->first + cell->count;
}

static struct rect
square(struct point middle, float side) {
    return (struct rect){
        floorf(middle.x - side / 2 + 0.5f), floorf(middle.y - side / 2 + 0.5f), side, side};
}

static void
fill(struct draw_list *list, struct rect rect, float radius, struct color color) {
    draw_rect(list, rect, radius, color, (struct color){0}, 0);
}

/* Dashes or dots along a level line, of the part of it that is in view. */
static void
broken_line(struct draw_list *list, const struct lanes_view *view, float left, struct rect line,
    float dash, float apart, struct color color) {
    float from = fmaxf(line.x, left - apart), to = fminf(line.x + line.w, left + view->width);
    from = line.x + floorf((from - line.x) / apart) * apart; /* dots move with their line */
    for (float x = from; x + dash <= to; x += apart) {
        if (x >= line.x) {
            fill(list, (struct rect){floorf(x), line.y, dash, line.h}, line.h / 2, color);
        }
    }
}

static struct rect
between(const struct paint *paint, struct rect strip, double from, double to, float y, float high) {
    const struct lanes_view *view = &paint->sheet->view;
    float x0 = fmaxf(lanes_px(view, from), -view->mark),
          x1 = fminf(lanes_px(view, to), view->width + view->mark);
    return (struct rect){floorf(strip.x + x0), strip.y + y, fmaxf(0, floorf(x1 - x0)), high};
}

/* Solid while it is alive, two strokes and dashes where it broke off, dots where nothing more is
 * recorded, or where it is only planned. */
static void
draw_tie(struct draw_list *list, const struct paint *paint, struct rect strip, struct color color) {
    const struct lane_sheet *sheet = paint->sheet;
    const struct lane *lane = paint->lane;
    const struct lanes_view *view = &sheet->view;
    float thick = fmaxf(2, floorf(view->mark * LINE)), y = lane_line_px(sheet) - floorf(thick / 2);
    double end = fmax(sheet->document, lane->since),
           last = fmin(fmax(lane->last, lane->since), end);
    if (!lane->has_tie) {
        return;
    }
    double solid = lane->tie == TIE_ACTIVE ? end : lane->tie == TIE_PLANNED ? lane->since : last;
    struct rect line = between(paint, strip, lane->since, solid, y, thick);
    fill(list, line, 0, color);
    if (lane->tie == TIE_ACTIVE) {
        return;
    }
    struct rect rest = between(paint, strip, solid, end, y, thick);
    float at = lanes_px(view, solid);
    if (lane->tie == TIE_SUSPENDED) {
        float side = floorf(view->mark * 0.7f);
        struct point middle = {strip.x + at + side * 0.75f, strip.y + lane_line_px(sheet)};
        draw_icon(list, STR("tie-broken"), square(middle, side), color);
        float shift = side * 1.4f;
        if (at + shift > rest.x - strip.x) {
            rest.w = fmaxf(0, rest.w - shift);
            rest.x += shift;
        }
        broken_line(list, view, strip.x, rest, view->mark * DASH, view->mark * DASH * 1.7f, color);
        return;
    }
    broken_line(list, view, strip.x, rest, thick, view->mark * DOT_APART, color);
}

/* An open end is a hollow tip. */
static void
draw_bar(struct draw_list *list, const struct paint *paint, struct rect strip,
    const struct lane_item *item, const struct theme *theme) {
    const struct lanes_view *view = &paint->sheet->view;
    struct color color = theme->colors[lane_color(paint->lane)], none = {0};
    float high = floorf(view->mark * BAR), tip = fminf(view->mark * TIP, (item->x1 - item->x0) / 2);
    float x0 = floorf(fmaxf(item->x0, -view->mark)),
          x1 = floorf(fminf(item->x1, view->width + view->mark));
    struct rect bar = {strip.x + x0, strip.y + bar_y(paint->sheet, item->mark), x1 - x0, high};
    float edge = fmaxf(2, floorf(high / 5));
    if (item->is_open) {
        draw_rect(list, bar, high / 2, theme->colors[COLOR_CARD], color, edge);
        bar.w = fmaxf(0, floorf(item->x1 - tip) - x0);
        fill(list, bar, high / 2, color);
        return;
    }
    draw_rect(list, bar, high / 2, color, none, 0);
}

/* Counts grow by the logarithm: one event is seen beside a thousand. */
static void
draw_columns(
    struct draw_list *list, const struct paint *paint, struct rect strip, struct color color) {
    const struct lane *lane = paint->lane;
    size_t most = 1;
    for (size_t i = 0; i < lane->column_count; i++) {
        most = lane->columns[i].count > most ? lane->columns[i].count : most;
    }
    float room = strip.h - 2 * floorf(paint->sheet->view.mark * PAD);
    for (size_t i = 0; i < lane->column_count; i++) {
        const struct lane_column *column = &lane->columns[i];
        float part = logf(1 + (float)column->count) / logf(1 + (float)most);
        float high = ceilf(part * room), x0 = floorf(fmaxf(column->x0, 0)) + 1,
              x1 = floorf(fminf(column->x1, paint->sheet->view.width)) - 1;
        if (column->count > 0 && x1 > x0) {
            fill(list, (struct rect){strip.x + x0, strip.y + strip.h - high, x1 - x0, high}, 2,
                color);
        }
    }
}

/* Where marks are drawn: of a canvas of the whole strip, or of a target in it. */
static struct rect
strip_of(const struct paint *paint, struct rect rect) {
    if (paint->cell != SIZE_MAX) {
        rect.x -= floorf(paint->lane->layout.cells[paint->cell].x0 + 0.5f);
        rect.w = paint->sheet->view.width;
    }
    return rect;
}

void
lane_draw_strip(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    const struct paint *paint = data;
    const struct lane_layout *layout = &paint->lane->layout;
    struct color color = theme->colors[lane_color(paint->lane)];
    struct rect strip = strip_of(paint, rect_px);
    (void)metrics;
    draw_clip_push(list, rect_px);
    if (paint->lane->columns) {
        draw_columns(list, paint, strip, color);
    } else {
        draw_tie(list, paint, strip, color);
    }
    for (size_t i = 0; i < layout->item_count; i++) {
        if (layout->items[i].form == LANE_BAR) {
            draw_bar(list, paint, strip, &layout->items[i], theme);
        }
    }
    draw_clip_pop(list);
}

static void
draw_block(struct draw_list *list, const struct paint *paint, struct point middle,
    const struct lane_item *item, const struct theme *theme) {
    const struct lanes_view *view = &paint->sheet->view;
    struct color color = theme->colors[lane_color(paint->lane)], card = theme->colors[COLOR_CARD];
    float halo = ceilf(view->mark * HALO), wide = item->x1 - item->x0;
    bool is_year = item->form == LANE_YEAR;
    float high = floorf(view->mark * (is_year ? YEAR_HIGH : MONTH_HIGH));
    struct rect block = {
        floorf(middle.x - wide / 2), floorf(middle.y - high / 2), floorf(wide), high};
    float radius = is_year ? high / 2 : view->mark * 0.12f;
    fill(list, rect_inset(block, (struct insets){-halo, -halo, -halo, -halo}), radius + halo, card);
    if (is_year) { /* anywhere in it */
        draw_rect(list, block, radius, card, color, fmaxf(2, floorf(view->mark * 0.12f)));
    } else {
        fill(list, block, radius, color);
    }
}

static void
draw_mark(struct draw_list *list, const struct paint *paint, struct rect strip,
    const struct lane_item *item, const struct theme *theme) {
    const struct lanes_view *view = &paint->sheet->view;
    struct color color = theme->colors[lane_color(paint->lane)], card = theme->colors[COLOR_CARD];
    struct point middle = {strip.x + item->at, strip.y + lane_line_px(paint->sheet)};
    float halo = ceilf(view->mark * HALO), side = view->mark;
    switch (item->form) {
    case LANE_AGREEMENT:
        draw_icon(list, lane_icon(paint->lane), square(middle, side + 2 * halo), card);
        draw_icon(list, lane_icon(paint->lane), square(middle, side), color);
        fill(list, square(middle, ceilf(side * HOLE)), side, card);
        break;
    case LANE_DAY:
        side = floorf(side * DAY);
        fill(list, square(middle, side + 2 * halo), side, card);
        fill(list, square(middle, side), side, color);
        break;
    case LANE_MONTH:
    case LANE_YEAR:
        draw_block(list, paint, middle, item, theme);
        break;
    case LANE_BAR:
        break;
    }
}

static bool
is_marked(const struct paint *paint, const struct lane_item *item) {
    return paint->sheet->has_marked && paint->sheet->marked_lane == paint->lane &&
           paint->sheet->marked_row == paint->lane->first + item->event;
}

/* Round the one whose card is open. */
static void
draw_ring(struct draw_list *list, const struct paint *paint, struct rect strip,
    const struct lane_item *item, const struct theme *theme) {
    float mark = paint->sheet->view.mark, side = ceilf(mark * RING);
    struct point middle = {strip.x + item->at, strip.y + lane_line_px(paint->sheet)};
    if (item->form != LANE_BAR && paint->lane->layout.marks[item->mark].count > 1) {
        middle.x = strip.x + paint->lane->layout.marks[item->mark].at; /* round the count */
        side = ceilf(mark * RING_OF_COUNT);
    } else if (item->form == LANE_BAR) {
        middle.y = strip.y + bar_y(paint->sheet, item->mark) + floorf(mark * BAR / 2);
        side = ceilf(mark);
    }
    draw_rect(list, square(middle, side), side, (struct color){0}, theme->colors[COLOR_TOUCH],
        fmaxf(3, floorf(mark * 0.14f)));
}

void
lane_draw_marks(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    const struct paint *paint = data;
    const struct lane_layout *layout = &paint->lane->layout;
    const struct lane_cell *cell = &layout->cells[paint->cell];
    struct rect strip = strip_of(paint, rect_px);
    struct rect seen = {strip.x, strip.y - paint->sheet->view.mark, paint->sheet->view.width,
        strip.h + 2 * paint->sheet->view.mark};
    lane_draw_strip(list, rect_px, theme, metrics, data);
    draw_clip_push(list, seen);
    for (size_t i = cell->first; i < cell->first + cell->count; i++) {
        const struct lane_item *item = &layout->items[i];
        bool is_alone = item->form != LANE_BAR && layout->marks[item->mark].count == 1;
        if (is_alone) {
            draw_mark(list, paint, strip, item, theme);
        }
        if (is_marked(paint, item)) {
            draw_ring(list, paint, strip, item, theme);
        }
    }
    draw_clip_pop(list);
}

void
lane_draw_ground(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    const struct paint *paint = data;
    const struct lane_sheet *sheet = paint->sheet;
    const struct lanes_view *view = &sheet->view;
    float left = rect_px.x + sheet->name_px, line = metrics->hairline_px;
    double tick = lanes_tick(&sheet->step, view->shown.from);
    for (int i = 0; i < 64 && tick < view->shown.to; i++) {
        float x = floorf(left + lanes_px(view, tick));
        fill(list, (struct rect){x, rect_px.y, line, rect_px.h}, 0, theme->colors[COLOR_LINE]);
        tick = lanes_tick_after(&sheet->step, tick);
    }
    float document = lanes_px(view, sheet->document), dot = fmaxf(2, metrics_px(metrics, 2));
    if (document <= 0 || document >= view->width) {
        return;
    }
    for (float y = rect_px.y; y + dot <= rect_px.y + rect_px.h; y += dot * 2.5f) {
        fill(list, (struct rect){floorf(left + document), floorf(y), dot, dot}, dot / 2,
            theme->colors[COLOR_INDIGO]);
    }
}
