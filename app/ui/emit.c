#include "ui/ui_private.h"

#include <math.h>

/* From the laid-out tree to the draw list: parents before children, later siblings in front. */

static struct color
theme_color(const struct ui *ui, enum ui_color color) {
    return ui->frame.theme->colors[color];
}

static bool
is_pressed(const struct ui *ui, const struct ui_node *node) {
    return ui->gesture.state == GESTURE_PRESSED && ui->gesture.is_inside &&
           ui->gesture.target.id == node->id;
}

/* A small key has a small foot. */
static float
foot_px(const struct metrics *m, const struct ui_box *box) {
    bool is_large = m->posture == POSTURE_KIOSK && box->radius >= metrics_px(m, RADIUS_L);
    return metrics_px(m, is_large ? 4.3f : 3);
}

static float
pressed_foot_px(const struct metrics *m) {
    return fmaxf(2, metrics_px(m, 1));
}

/* What it contains stands in the middle of the body; of a chosen one, which has no foot, in the
 * middle of the whole, and of a pressed one lower by as much as the body went down. */
void
ui_key_to_px(struct ui *ui, struct ui_node *node) {
    struct ui_box *box = &node->box;
    float foot = foot_px(&ui->metrics, box), down = 0;
    if (box->selected) {
        down = floorf(foot / 2);
    } else if (is_pressed(ui, node)) {
        down = foot - pressed_foot_px(&ui->metrics);
    }
    box->padding.top += down;
    box->padding.bottom += foot - down;
    if (box->border == COLOR_NONE) {
        box->border = box->selected ? COLOR_INDIGO : COLOR_EDGE;
    }
}

enum ui_color
ui_background_of(const struct ui *ui, const struct ui_node *node) {
    if (!is_pressed(ui, node) || node->box.modal) {
        return node->box.background;
    }
    if (node->box.pressed != COLOR_NONE) {
        return node->box.pressed;
    }
    bool is_filled =
        node->box.background == COLOR_INDIGO || node->box.background == COLOR_TOUCH_DEEP;
    return node->box.raised || is_filled ? node->box.background : COLOR_PRESSED;
}

struct color
ui_glass_under(const struct ui *ui, uint32_t node) {
    const struct ui_tree *tree = ui_tree_const(ui);
    uint32_t chain[UI_DEPTH + 2];
    size_t n = 0;
    for (uint32_t i = node; i != 0 && n < UI_DEPTH + 2; i = tree->nodes[i].parent) {
        chain[n++] = i;
    }
    struct color glass = theme_color(ui, COLOR_PAPER);
    while (n-- > 0) {
        const struct ui_node *box = &tree->nodes[chain[n]];
        if (box->kind == NODE_BOX && ui_background_of(ui, box) != COLOR_NONE) {
            glass = color_over(theme_color(ui, ui_background_of(ui, box)), glass);
        }
    }
    return glass;
}

/* The grounds of fields to fill in, under their names. */
static void
emit_blanks(const struct ui *ui, const struct ui_node *node, struct draw_list *list) {
    float leading = node->style.line_height_px - node->style.size_px;
    float inset = fmaxf(0, floorf(leading / 2 - node->style.size_px * 0.12f));
    for (size_t i = 0; i < node->span_count; i++) {
        for (size_t l = 0; node->ui_spans[i].blank && l < node->para->line_count; l++) {
            struct rect at;
            if (ui_span_in_line(node, &node->para->lines[l], &node->ui_spans[i], &at)) {
                at = rect_inset(at, (struct insets){inset, 0, inset, 0});
                draw_rect(list, at, metrics_px(&ui->metrics, RADIUS_S), theme_color(ui, COLOR_CARD),
                    theme_color(ui, COLOR_EDGE), ui->metrics.hairline_px);
            }
        }
    }
}

static void
emit_text(const struct ui *ui, const struct ui_node *node, struct draw_list *list) {
    struct color colors[DRAW_TEXT_COLORS];
    for (size_t i = 0; i < DRAW_TEXT_COLORS; i++) {
        colors[i] = theme_color(ui, node->color);
    }
    for (size_t i = 0; i < node->span_count; i++) {
        const struct ui_span *span = &node->ui_spans[i];
        enum ui_color color = span->color == COLOR_NONE ? COLOR_TOUCH_DEEP : span->color;
        if (node->spans[i].tag > 0) {
            colors[node->spans[i].tag] = theme_color(ui, color);
        }
    }
    for (size_t i = 0; i < DRAW_TEXT_COLORS; i++) {
        colors[i].a = (uint8_t)((1 - node->faded) * (float)colors[i].a);
    }
    emit_blanks(ui, node, list);
    draw_text(
        list, node->para, (struct point){node->rect.x, node->rect.y}, colors, DRAW_TEXT_COLORS);
}

/* The line under a link: what tells it from other text when colours cannot be told apart. */
static void
emit_underline(const struct ui *ui, const struct ui_node *node, struct draw_list *list) {
    float em = ui->metrics.type[TYPE_BODY][node->lang].size_px;
    float thick = fmaxf(1, floorf(em / 16 + 0.5f));
    struct rect words = rect_inset(node->rect, node->box.padding);
    struct rect line = {words.x, floorf(node->baseline + em * 0.14f), words.w, thick};
    draw_rect(list, line, 0, theme_color(ui, node->color), (struct color){0}, 0);
    if (is_pressed(ui, node)) {
        struct color tint = theme_color(ui, COLOR_TOUCH_DEEP);
        tint.a = 40;
        draw_rect(list, words, metrics_px(&ui->metrics, RADIUS_S), tint, (struct color){0}, 0);
    }
}

/* Two rounded rectangles, the foot's a little lower. Returns the body's. */
static struct rect
emit_foot(const struct ui *ui, const struct ui_node *node, struct draw_list *list) {
    const struct ui_box *box = &node->box;
    struct rect all = node->rect;
    float foot = foot_px(&ui->metrics, box);
    if (box->selected) {
        return all;
    }
    if (is_pressed(ui, node)) {
        float down = foot - pressed_foot_px(&ui->metrics);
        all = rect_inset(all, (struct insets){.top = down});
        foot -= down;
    }
    enum ui_color color = box->disabled ? COLOR_EDGE : COLOR_TOUCH;
    draw_rect(list, all, box->radius, theme_color(ui, color), (struct color){0}, 0);
    return rect_inset(all, (struct insets){.bottom = foot});
}

/* Where a whole scene lies that fills `box`, with its focal point in the middle if there is room.
 */
static struct rect
scene_rect(const struct ui_picture *picture, struct rect box) {
    float scale = fmaxf(box.w / picture->width, box.h / picture->height);
    float w = picture->width * scale, h = picture->height * scale;
    float x = fminf(fmaxf(picture->focal_x * w - box.w / 2, 0), w - box.w);
    float y = fminf(fmaxf(picture->focal_y * h - box.h / 2, 0), h - box.h);
    return (struct rect){box.x - floorf(x), box.y - floorf(y), ceilf(w), ceilf(h)};
}

static void
emit_picture(const struct ui *ui, const struct ui_node *node, struct draw_list *list) {
    const struct ui_picture *picture = &node->box.picture;
    struct draw_picture drawn = {.bytes = picture->bytes,
        .hash = picture->hash ? picture->hash : str_hash(picture->bytes, 0)};
    bool is_scene = picture->is_scene && picture->width > 0 && picture->height > 0;
    if (picture->bytes.n == 0 || rect_is_empty(node->rect)) {
        return;
    }
    if (!is_scene) {
        draw_picture(list, &drawn, node->rect);
        return;
    }
    const struct theme *theme = ui->frame.theme;
    static const struct color veil = COLOR_RGBA(0x111a2c, 46);
    if (theme->is_contrast) {
        drawn.ink = theme_color(ui, COLOR_INK);
        drawn.ground = theme_color(ui, COLOR_PAPER);
    }
    draw_clip_push(list, node->rect);
    draw_picture(list, &drawn, scene_rect(picture, node->rect));
    if (theme->is_dark && !theme->is_contrast) {
        draw_rect(list, node->rect, 0, veil, (struct color){0}, 0);
    }
    draw_clip_pop(list);
}

static void
emit_box(const struct ui *ui, const struct ui_node *node, struct draw_list *list) {
    const struct metrics *m = &ui->metrics;
    const struct ui_box *box = &node->box;
    if (box->elevation > 0) {
        static const float blur_dp[] = {0, 8.6f, 12.3f, 20}, drop_dp[] = {0, 2.5f, -3.7f, 6};
        int level = box->elevation < 3 ? box->elevation : 3;
        struct rect at = node->rect;
        at.y += metrics_px(m, drop_dp[level]);
        draw_shadow(
            list, at, box->radius, theme_color(ui, COLOR_SHADOW), metrics_px(m, blur_dp[level]));
    }
    struct rect body = box->raised ? emit_foot(ui, node, list) : node->rect;
    draw_rect(list, body, box->radius, theme_color(ui, ui_background_of(ui, node)),
        theme_color(ui, box->border), box->border_width);
    if (box->elevation == 2) { /* a bar: where there is no shadow a line tells it from the page */
        struct rect line = {node->rect.x, node->rect.y, node->rect.w, m->hairline_px};
        draw_rect(list, line, 0, theme_color(ui, COLOR_LINE), (struct color){0}, 0);
    }
    emit_picture(ui, node, list);
    if (box->canvas) {
        box->canvas(list, node->rect, ui->frame.theme, m, box->canvas_data);
    }
}

/* Where in the page one is; quiet, and never the only way to know that there is more. */
static void
emit_thumb(const struct ui *ui, const struct ui_node *node, struct draw_list *list) {
    const struct scroll *scroll = ui_scroll_find(ui, node->id);
    if (!scroll || scroll->max < 1 || node->box.scroll != UI_SCROLL_Y) {
        return;
    }
    const struct metrics *m = &ui->metrics;
    float width = metrics_px(m, 3), margin = metrics_px(m, 3);
    float track = node->rect.h - 2 * margin;
    double part = scroll->viewport / (scroll->max + scroll->viewport),
           at = scroll->offset / scroll->max;
    float length = fmaxf(metrics_px(m, 32), track * (float)part);
    float y = node->rect.y + margin + (track - length) * (float)at;
    struct rect thumb = {
        node->rect.x + node->rect.w - width - margin, floorf(y), width, floorf(length)};
    draw_rect(list, thumb, width / 2, theme_color(ui, COLOR_EDGE), (struct color){0}, 0);
}

static void
emit_focus(const struct ui *ui, const struct ui_node *node, struct draw_list *list) {
    if (!ui->focus_visible || ui->focused != node->id) {
        return;
    }
    float ring = ui->metrics.focus_px, gap = floorf(ring * 0.67f + 0.5f), out = ring + gap;
    struct rect at = rect_inset(node->rect, (struct insets){-out, -out, -out, -out});
    float radius = node->box.radius > 0 ? node->box.radius + out : ring;
    draw_rect(list, at, radius, (struct color){0}, theme_color(ui, COLOR_TOUCH), ring);
    at = rect_inset(at, (struct insets){ring, ring, ring, ring});
    draw_rect(
        list, at, fmaxf(0, radius - ring), (struct color){0}, theme_color(ui, COLOR_PAPER), gap);
}

static void
emit(const struct ui *ui, uint32_t index, struct draw_list *list) {
    const struct ui_tree *tree = ui_tree_const(ui);
    const struct ui_node *node = &tree->nodes[index];
    size_t first = list->count;
    bool scrolls = node->kind == NODE_BOX && node->box.scroll != UI_SCROLL_NONE;
    switch (node->kind) {
    case NODE_BOX:
        emit_box(ui, node, list);
        break;
    case NODE_TEXT:
        ui_edit_emit_under(ui, node, list);
        emit_text(ui, node, list);
        ui_edit_emit_over(ui, node, list);
        break;
    case NODE_ICON:
        draw_icon(list, node->name, node->rect, theme_color(ui, node->color));
        break;
    case NODE_LINK:
        emit_underline(ui, node, list);
        break;
    }
    if (scrolls) {
        if (rect_is_empty(node->clip)) {
            return;
        }
        draw_clip_push(list, node->clip);
    }
    if (node->box.turned) {
        draw_turn_open(list, node->rect);
    }
    for (uint32_t i = node->first_child; i != 0; i = tree->nodes[i].next) {
        emit(ui, i, list);
    }
    if (node->box.turned) {
        draw_turn_close(list);
    }
    if (scrolls) {
        draw_clip_pop(list);
        emit_thumb(ui, node, list);
    }
    emit_focus(ui, node, list);
    draw_list_shift(list, first, ui_turn_shift(ui, node));
}

/* A finger that comes in from the edge brings the arrow along, and fills it once it is far enough.
 */
static void
emit_edge(const struct ui *ui, struct draw_list *list) {
    const struct gesture *gesture = &ui->gesture;
    if (gesture->state != GESTURE_EDGE) {
        return;
    }
    float side = 2 * metrics_px(&ui->metrics, SPACE_XL), travel = gesture->target.edge_px;
    float come = gesture->last.x - gesture->start.x;
    bool is_far = come >= travel;
    float x = floorf(side * fminf(come / travel, 1) - side * 0.75f);
    struct rect disc = {x, floorf(gesture->start.y - side / 2), side, side};
    draw_rect(list, disc, side / 2, theme_color(ui, is_far ? COLOR_TOUCH_DEEP : COLOR_CARD),
        theme_color(ui, COLOR_EDGE), ui->metrics.hairline_px);
    float inset = side / 4;
    draw_icon(list, STR("back"), rect_inset(disc, (struct insets){inset, inset, inset, inset}),
        theme_color(ui, is_far ? COLOR_ON_INDIGO : COLOR_TOUCH));
}

void
ui_draw(struct ui *ui, struct draw_list *list) {
    draw_list_clear(list, (struct size){(float)ui->metrics.width_px, (float)ui->metrics.height_px});
    if (ui->has_frame) {
        emit(ui, 0, list);
        emit_edge(ui, list);
    }
}
