#include "screens/compare/view.h"

#include "screens/parts/map.h"

#include <math.h>

#define LINE_DP 18.0f
#define SQUARE_DP 56.0f
#define DOTS_DP 320.0f
#define MARK_DP 20.0f
#define LEAST_PX 3.0f /* of what is there at all */

enum { DOTS_A_ROW = 20 };

/* What is drawn of one thing; in the frame's arena, because drawing fills the paths in. */
struct drawn {
    const struct compared *side;
    double part; /* of the common scale */
    double count, most;
    bool is_hollow;
    struct point points[4];
    size_t ends[2];
    struct draw_path path;
};

static void
box(struct ui *ui, struct ui_box box, ui_canvas_fn *canvas, struct drawn what) {
    struct drawn **data = ARENA_NEW(ui_arena(ui), struct drawn *);
    *data = ARENA_NEW(ui_arena(ui), struct drawn);
    **data = what;
    box.canvas = canvas;
    box.canvas_data = data;
    ui_open(ui, box);
    ui_close(ui);
}

static float
unscaled(const struct ui *ui, float dp) {
    return dp / ui_metrics(ui)->text_scale;
}

/* From the ring of the home city to the shape of the country, along the line of the tie. */
static void
draw_distance(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    struct drawn *d = *(struct drawn *const *)data;
    struct color hue = theme->colors[d->side->mark.color], indigo = theme->colors[COLOR_INDIGO];
    float side = rect_px.h, middle = floorf(side / 2);
    float to = side * 1.5f + (rect_px.w - side * 2) * (float)d->part;
    struct point from = {side, middle}, end = {to - middle, middle};
    if (end.x > from.x) {
        d->path = map_tie_path(map_tie_of(d->side->city.relation_status), from, end,
            metrics_px(metrics, 3), hue, d->points, d->ends);
        draw_paths(list, rect_px, (struct color){0}, &d->path, 1);
    }
    float ring = floorf(side * 0.1f);
    draw_rect(list,
        (struct rect){rect_px.x + ring, rect_px.y + ring, side - 2 * ring, side - 2 * ring},
        side / 2, theme->colors[COLOR_CARD], indigo, floorf(side * 0.22f));
    draw_icon(list, str_from(d->side->mark.icon),
        (struct rect){rect_px.x + to - middle, rect_px.y, side, side}, hue);
}

void
distance_line(struct ui *ui, const struct compared *side, double part) {
    box(ui, (struct ui_box){.height = unscaled(ui, LINE_DP)}, draw_distance,
        (struct drawn){.side = side, .part = part});
}

static void
draw_square(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    const struct drawn *d = *(struct drawn *const *)data;
    float side = fmaxf(LEAST_PX, rect_px.h * sqrtf((float)d->part));
    (void)metrics;
    draw_rect(list, (struct rect){rect_px.x, rect_px.y + rect_px.h - side, side, side}, 0,
        theme->colors[d->side->mark.color], (struct color){0}, 0);
}

void
area_square(struct ui *ui, const struct compared *side, double part) {
    float dp = unscaled(ui, SQUARE_DP);
    box(ui, (struct ui_box){.width = dp, .height = dp, .self = UI_SELF_START}, draw_square,
        (struct drawn){.side = side, .part = part});
}

/* The last one is as large as its part of a whole one. */
static void
draw_dots(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    const struct drawn *d = *(struct drawn *const *)data;
    float pitch = rect_px.w / DOTS_A_ROW;
    (void)metrics;
    for (int i = 0; i < (int)ceil(d->count); i++) {
        double whole = fmin(1, d->count - i);
        float size = fmaxf(LEAST_PX, pitch * 0.78f * sqrtf((float)whole));
        float x = rect_px.x + pitch * ((float)(i % DOTS_A_ROW) + 0.5f) - size / 2;
        float y = rect_px.y + pitch * ((float)(i / DOTS_A_ROW) + 0.5f) - size / 2;
        draw_rect(list, (struct rect){x, y, size, size}, size / 2,
            theme->colors[d->side->mark.color], (struct color){0}, 0);
    }
}

void
people_dots(struct ui *ui, const struct compared *side, double dots) {
    float rows = fmaxf(1, ceilf((float)(ceil(dots) / DOTS_A_ROW)));
    box(ui, (struct ui_box){.aspect = DOTS_A_ROW / rows, .max_width = unscaled(ui, DOTS_DP)},
        draw_dots, (struct drawn){.side = side, .count = dots});
}

static void
draw_marks(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    const struct drawn *d = *(struct drawn *const *)data;
    struct color hue = theme->colors[d->side->mark.color], none = {0};
    float pitch = fminf(rect_px.h, rect_px.w / (float)fmax(1, d->most));
    float width = fmaxf(LEAST_PX, pitch * 0.72f), border = fminf(metrics_px(metrics, 2), width / 3);
    for (int i = 0; i < (int)d->count; i++) {
        struct rect mark = {rect_px.x + pitch * (float)i, rect_px.y, width, rect_px.h};
        draw_rect(list, mark, fminf(metrics_px(metrics, 3), width / 3), d->is_hollow ? none : hue,
            hue, border);
    }
}

void
visit_marks(struct ui *ui, const struct compared *side, double count, double most, bool is_out) {
    box(ui, (struct ui_box){.height = unscaled(ui, MARK_DP), .share = 3, .self = UI_SELF_CENTER},
        draw_marks,
        (struct drawn){.side = side, .count = count, .most = most, .is_hollow = !is_out});
}
