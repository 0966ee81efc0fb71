#include "screens/parts/charts.h"

#include "base/check.h"
#include "screens/parts/chart_geometry.h"

#include <math.h>

/* Forms that are no country's: they stand beside marks of countries, in the colour of no hue. */
enum form { FORM_SOLID, FORM_RING, FORM_BAR, FORM_FRAME, FORM_HOLLOW_BAR, FORM_DOT, FORM_POST };
struct mark {
    enum form form;
    enum ui_color color;
    const char *icon; /* of a solid one */
};
static const struct mark marks[CHART_MARKS] = {
    {FORM_SOLID, COLOR_HUE_DISC, "shape-disc"},
    {FORM_SOLID, COLOR_HUE_DIAMOND, "shape-diamond"},
    {FORM_SOLID, COLOR_HUE_UP, "shape-up"},
    {FORM_SOLID, COLOR_HUE_SQUARE, "shape-square"},
    {FORM_SOLID, COLOR_HUE_PENTAGON, "shape-pentagon"},
    {FORM_SOLID, COLOR_HUE_DOWN, "shape-down"},
    {FORM_SOLID, COLOR_HUE_HEXAGON, "shape-hexagon"},
    {FORM_RING, COLOR_INK2, NULL},
    {FORM_BAR, COLOR_INK2, NULL},
    {FORM_FRAME, COLOR_INK2, NULL},
    {FORM_POST, COLOR_INK2, NULL},
    {FORM_HOLLOW_BAR, COLOR_INK2, NULL},
    {FORM_DOT, COLOR_INK2, NULL},
};
enum { FIRST_PLAIN = 7 };

struct shapes {
    struct mark marks[CHART_MARKS]; /* of the parts that are drawn */
    size_t count;
    uint8_t part[CHART_SHAPES]; /* of each shape, in reading order */
    int shown;
};

/* Countries that have a mark of their own keep it; of two with one mark the first. */
static void
give_marks(struct shapes *shapes, const struct chart *chart) {
    size_t next = 0;
    bool is_taken[COLOR_COUNT] = {false};
    for (size_t i = 0; i < chart->count; i++) {
        next = chart->parts[i].country.n ? FIRST_PLAIN : next;
    }
    for (size_t i = 0; i < chart->count; i++) {
        const struct chart_part *part = &chart->parts[i];
        struct theme_mark its = theme_country(part->country);
        if (part->is_sum) {
            continue;
        }
        struct mark *mark = &shapes->marks[shapes->count++];
        if (part->country.n && !is_taken[its.color]) {
            *mark = (struct mark){FORM_SOLID, its.color, its.icon};
            is_taken[its.color] = true;
        } else {
            *mark = marks[next % CHART_MARKS];
            next++;
        }
    }
}

static struct shapes *
shapes_of(struct arena *arena, const struct chart *chart) {
    struct shapes *shapes = ARENA_NEW(arena, struct shapes);
    double amounts[CHART_MARKS];
    int shares[CHART_MARKS];
    size_t drawn = 0;
    for (size_t i = 0; i < chart->count; i++) {
        if (!chart->parts[i].is_sum) {
            xassert(drawn < CHART_MARKS);
            amounts[drawn++] = chart->parts[i].amount;
        }
    }
    chart_shares(amounts, drawn, CHART_SHAPES, shares);
    give_marks(shapes, chart);
    for (size_t i = 0; i < drawn; i++) {
        for (int k = 0; k < shares[i]; k++) {
            shapes->part[shapes->shown++] = (uint8_t)i;
        }
    }
    return shapes;
}

static struct rect
about(struct rect cell, float w, float h) {
    return (struct rect){
        cell.x + cell.w * (1 - w) / 2, cell.y + cell.h * (1 - h) / 2, cell.w * w, cell.h * h};
}

static void
draw_mark(
    struct draw_list *list, struct rect cell, const struct mark *mark, const struct theme *theme) {
    struct color color = theme->colors[mark->color], none = theme->colors[COLOR_NONE];
    float line = fmaxf(2, cell.w * 0.11f);
    struct rect bar = about(cell, 0.86f, 0.4f), body = about(cell, 0.78f, 0.78f);
    switch (mark->form) {
    case FORM_SOLID:
        draw_icon(list, str_from(mark->icon), cell, color);
        break;
    case FORM_RING:
        draw_rect(list, body, body.w / 2, none, color, line);
        break;
    case FORM_BAR:
        draw_rect(list, bar, bar.h / 2, color, none, 0);
        break;
    case FORM_FRAME:
        draw_rect(list, about(cell, 0.7f, 0.7f), 0, none, color, line);
        break;
    case FORM_HOLLOW_BAR:
        draw_rect(list, bar, bar.h / 2, none, color, line * 0.8f);
        break;
    case FORM_DOT:
        body = about(cell, 0.5f, 0.5f);
        draw_rect(list, body, body.w / 2, color, none, 0);
        break;
    case FORM_POST:
        body = about(cell, 0.28f, 0.86f);
        draw_rect(list, body, 0, color, none, 0);
        break;
    }
}

static void
mark_canvas(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    (void)metrics;
    draw_mark(list, rect, data, theme);
}

static void
shapes_canvas(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    (void)metrics;
    const struct shapes *shapes = data;
    float cell = rect.w / 10;
    for (int i = 0; i < shapes->shown; i++) {
        struct rect at = {
            rect.x + cell * (float)(i % 10), rect.y + cell * (float)(i / 10), cell, cell};
        draw_mark(list, about(at, 0.84f, 0.84f), &shapes->marks[shapes->part[i]], theme);
    }
}

/* A line of the legend. Of what is only a sum the words alone. */
static void
line_open(struct ui *ui, const struct chart_part *part) {
    ui_open(ui, (struct ui_box){.key = part->key,
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .padding = {.top = SPACE_XS,
                        .bottom = SPACE_XS,
                        .start = SPACE_S + (float)(part->level - 1) * SPACE_XL,
                        .end = SPACE_S},
                    .align = UI_ALIGN_CENTER,
                    .radius = RADIUS_S,
                    .background = part->is_marked ? COLOR_TINT : COLOR_NONE,
                    .border = part->is_marked ? COLOR_INDIGO : COLOR_NONE,
                    .border_width = part->is_marked ? 3 : 0,
                    .selected = part->is_marked,
                    .reveal = part->is_marked,
                    .role = ROLE_LISTITEM});
}

static void
line_close(struct ui *ui, const struct chart_part *part) {
    ui_open(ui, (struct ui_box){.axis = UI_WRAP,
                    .gap = SPACE_M,
                    .cross_gap = 2,
                    .align = UI_ALIGN_BASELINE,
                    .justify = UI_JUSTIFY_BETWEEN,
                    .grow = 1});
    ui_text(ui, part->label, ui_locale(ui),
        (struct ui_text_spec){.style = TYPE_BODY, .strong = part->is_sum});
    ui_text(ui, part->value, ui_locale(ui),
        (struct ui_text_spec){.style = TYPE_BODY_STRONG, .tabular = true});
    ui_close(ui);
    ui_close(ui);
}

/* Light parts have ink on them, and an edge. */
static const struct {
    enum ui_color ground, ink;
    const char *icon;
} strip[CHART_STRIP_MOST] = {
    {COLOR_INDIGO, COLOR_ON_INDIGO, "shape-disc"},
    {COLOR_WATER, COLOR_INK, "shape-square"},
    {COLOR_LAND, COLOR_INK, "shape-up"},
    {COLOR_CARD, COLOR_INK, "shape-diamond"},
};

static struct ui_box
strip_box(size_t index) {
    return (struct ui_box){.axis = UI_ROW,
        .gap = SPACE_S,
        .align = UI_ALIGN_CENTER,
        .radius = RADIUS_S,
        .background = strip[index].ground,
        .border = COLOR_INDIGO,
        .border_width = 2};
}

/* The part's mark, where it is wide enough for it, in the middle. */
static void
strip_canvas(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    const size_t *index = data;
    float side = fminf(metrics_size_px(metrics, 24), rect.h * 0.6f);
    struct rect at = {rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side};
    if (rect.w > side * 1.15f) {
        draw_icon(list, str_from(strip[*index].icon), at, theme->colors[strip[*index].ink]);
    }
}

static void
strip_view(struct ui *ui, const struct chart *chart) {
    size_t *indices = ARENA_ARRAY(ui_arena(ui), CHART_STRIP_MOST, size_t), drawn = 0;
    ui_open(ui, (struct ui_box){.key = STR("strip"),
                    .axis = UI_ROW,
                    .gap = 3,
                    .height = 44,
                    .role = ROLE_IMAGE,
                    .label = chart->label});
    for (size_t i = 0; i < chart->count; i++) {
        if (!chart->parts[i].is_sum && chart->parts[i].amount > 0) {
            size_t *index = &indices[drawn];
            struct ui_box box = strip_box(drawn);
            *index = drawn;
            box.share = (float)chart->parts[i].amount;
            box.canvas = strip_canvas;
            box.canvas_data = index;
            ui_open(ui, box);
            ui_close(ui);
        }
        drawn += !chart->parts[i].is_sum;
    }
    ui_close(ui);
    drawn = 0;
    ui_open(ui, (struct ui_box){.key = STR("parts"), .role = ROLE_LIST});
    for (size_t i = 0; i < chart->count; i++) {
        const struct chart_part *part = &chart->parts[i];
        line_open(ui, part);
        if (!part->is_sum) {
            struct ui_box box = strip_box(drawn);
            box.padding = ui_pad(5);
            ui_open(ui, box);
            ui_icon(ui,
                (struct ui_icon_spec){
                    .name = str_from(strip[drawn].icon), .size = 16, .color = strip[drawn].ink});
            ui_close(ui);
            drawn++;
        }
        line_close(ui, part);
    }
    ui_close(ui);
}

static void
shapes_lines(struct ui *ui, const struct chart *chart, const struct shapes *shapes) {
    size_t drawn = 0;
    ui_open(ui, (struct ui_box){.key = STR("parts"), .role = ROLE_LIST, .share = 4});
    for (size_t i = 0; i < chart->count; i++) {
        const struct chart_part *part = &chart->parts[i];
        line_open(ui, part);
        if (!part->is_sum) {
            ui_open(ui, (struct ui_box){.width = 22,
                            .height = 22,
                            .no_shrink = true,
                            .canvas = mark_canvas,
                            .canvas_data = &shapes->marks[drawn++]});
            ui_close(ui);
        }
        line_close(ui, part);
    }
    ui_close(ui);
}

static void
shapes_view(struct ui *ui, const struct chart *chart) {
    const struct shapes *shapes = shapes_of(ui_arena(ui), chart);
    bool is_narrow = ui_metrics(ui)->width_class == WIDTH_COMPACT;
    ui_open(ui, (struct ui_box){.axis = is_narrow ? UI_COLUMN : UI_ROW,
                    .gap = is_narrow ? SPACE_M : SPACE_XL,
                    .align = is_narrow ? UI_ALIGN_STRETCH : UI_ALIGN_START});
    ui_open(ui, (struct ui_box){.share = is_narrow ? 0 : 3, .align = UI_ALIGN_CENTER});
    ui_open(ui, (struct ui_box){.key = STR("shapes"),
                    .aspect = 1,
                    .max_width = 320,
                    .self = UI_SELF_MEASURE,
                    .role = ROLE_IMAGE,
                    .label = chart->label,
                    .canvas = shapes_canvas,
                    .canvas_data = shapes});
    ui_close(ui);
    ui_close(ui);
    shapes_lines(ui, chart, shapes);
    ui_close(ui);
}

void
chart_whole(struct ui *ui, const struct chart *chart) {
    size_t drawn = 0;
    for (size_t i = 0; i < chart->count; i++) {
        drawn += !chart->parts[i].is_sum;
    }
    if (drawn <= CHART_STRIP_MOST) {
        strip_view(ui, chart);
    } else {
        shapes_view(ui, chart);
    }
}

/* Bars out are full, those in are hollow. */
static void
bar(struct draw_list *list, struct rect rect, const struct theme *theme, enum ui_color color,
    enum chart_side side) {
    struct color ink = theme->colors[color], none = theme->colors[COLOR_NONE];
    float radius = fminf(4, rect.w / 2);
    draw_rect(list, rect, radius, side == CHART_OUT ? ink : none, ink,
        side == CHART_OUT ? 0 : fmaxf(2, rect.h * 0.1f));
}

static void
swatch_canvas(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    (void)metrics;
    bar(list, rect, theme, COLOR_INDIGO, *(const enum chart_side *)data);
}

void
chart_swatch(struct ui *ui, enum chart_side side) {
    enum chart_side *data = ARENA_NEW(ui_arena(ui), enum chart_side);
    *data = side;
    ui_open(ui, (struct ui_box){.width = 26,
                    .height = 18,
                    .no_shrink = true,
                    .self = UI_SELF_CENTER,
                    .canvas = swatch_canvas,
                    .canvas_data = data});
    ui_close(ui);
}

static void
sides_canvas(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    const struct chart_line *line = data;
    enum ui_color color = line->country.n ? theme_country(line->country).color : COLOR_INDIGO;
    float axis = fmaxf(2, metrics->hairline_px), middle = rect.x + rect.w / 2;
    struct chart_sides sides = chart_sides(rect.w - axis * 3, line->out, line->in, line->most);
    float height = fminf(rect.h * 0.62f, metrics_size_px(metrics, 22));
    float top = rect.y + (rect.h - height) / 2;
    if (sides.out > 0) {
        bar(list, (struct rect){middle - axis - sides.out, top, sides.out, height}, theme, color,
            CHART_OUT);
    }
    if (sides.in > 0) {
        bar(list, (struct rect){middle + axis, top, sides.in, height}, theme, color, CHART_IN);
    }
    draw_rect(list, (struct rect){middle - axis / 2, rect.y, axis, rect.h}, 0,
        theme->colors[COLOR_EDGE], theme->colors[COLOR_NONE], 0);
}

static void
number(struct ui *ui, const struct chart_line *line, struct str value, bool is_out) {
    ui_open(ui, (struct ui_box){.key = is_out ? STR("out") : STR("in"),
                    .min_width = (float)line->digits * 14 + 6,
                    .no_shrink = true,
                    .align = is_out ? UI_ALIGN_END : UI_ALIGN_START,
                    .justify = UI_JUSTIFY_CENTER,
                    .role = ROLE_CELL});
    ui_text(ui, value, ui_locale(ui),
        (struct ui_text_spec){.style = TYPE_BODY_STRONG, .tabular = true, .no_wrap = true});
    ui_close(ui);
}

void
chart_line(struct ui *ui, const struct chart_line *line) {
    bool is_narrow = ui_metrics(ui)->width_class == WIDTH_COMPACT;
    struct chart_line *kept = ARENA_NEW(ui_arena(ui), struct chart_line);
    *kept = *line;
    ui_open(ui, (struct ui_box){.key = line->key,
                    .axis = is_narrow ? UI_COLUMN : UI_ROW,
                    .gap = is_narrow ? 0 : SPACE_M,
                    .align = UI_ALIGN_STRETCH,
                    .role = ROLE_ROW});
    ui_open(ui, (struct ui_box){.key = STR("name"),
                    .axis = UI_ROW,
                    .gap = SPACE_S,
                    .padding = {.top = SPACE_S, .bottom = is_narrow ? 0 : SPACE_S},
                    .align = UI_ALIGN_CENTER,
                    .share = is_narrow ? 0 : 2,
                    .role = ROLE_CELL});
    ui_country(ui, line->country);
    ui_text(ui, line->name, ui_locale(ui), (struct ui_text_spec){.style = TYPE_BODY});
    ui_close(ui);
    ui_open(ui, (struct ui_box){
                    .axis = UI_ROW, .gap = SPACE_S, .share = is_narrow ? 0 : 4, .min_height = 30});
    number(ui, line, line->out_value, true);
    ui_open(ui, (struct ui_box){.grow = 1, .canvas = sides_canvas, .canvas_data = kept});
    ui_close(ui);
    number(ui, line, line->in_value, false);
    ui_close(ui);
    ui_close(ui);
}
