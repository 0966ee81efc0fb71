#include "ui/widgets/parts.h"

#include <math.h>

/* Level dashes on the water, thin and close at the horizon, broad and far apart in front: what the
 * drawings of cities have, where there is no drawing. */

#define LINES 15

/* Of no consequence, but the same with each frame. */
static float
scattered(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return (float)(*state >> 8) / 16777216.0f;
}

static void
draw_line(struct draw_list *list, struct rect sea, float depth, const struct theme *theme,
    uint32_t *state) {
    float thick = fmaxf(1, sea.w * (0.0015f + 0.005f * depth));
    float y = sea.y + sea.h * depth, x = sea.x - sea.w * 0.1f * scattered(state);
    while (x < sea.x + sea.w) {
        float length = sea.w * (0.03f + 0.11f * depth) * (0.5f + scattered(state));
        float gap = sea.w * (0.05f + 0.16f * depth) * (0.4f + scattered(state));
        bool is_light = scattered(state) < 0.67f && !theme->is_dark;
        struct color color = theme->colors[is_light ? COLOR_CARD : COLOR_COAST];
        color.a = theme->is_contrast ? 255 : 128;
        bool is_seen = !theme->is_contrast || color.r != theme->colors[COLOR_WATER].r;
        struct rect dash = rect_intersect((struct rect){x, y, length, thick}, sea);
        if (is_seen && dash.w > thick) {
            draw_rect(list, dash, thick / 2, color, (struct color){0}, 0);
        }
        x += length + gap;
    }
}

void
part_tide(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    uint32_t state = 7;
    float top = floorf(rect_px.h * PART_HORIZON);
    struct rect sea = {rect_px.x, rect_px.y + top, rect_px.w, rect_px.h - top};
    (void)metrics;
    (void)data;
    draw_rect(list, sea, 0, theme->colors[COLOR_WATER], (struct color){0}, 0);
    for (int i = 0; i < LINES; i++) {
        float part = ((float)i + 0.5f) / LINES;
        draw_line(list, sea, part * part * 0.9f + part * 0.1f, theme, &state);
    }
}
