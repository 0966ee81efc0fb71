#include "screens/picture.h"

#include "screens/words.h"

#include <math.h>

/* Wide enough for its signs, and seen whole between bars, whatever the size of the text. */
enum { PICTURE_WIDTH_DP = 640 };
#define PICTURE_SCREEN_PART 0.55f /* of the window's height */
#define DISC_EDGE 2               /* over the soft edge of the drawing's disc, in its units */

static float
most_width_dp(const struct metrics *m, const struct store_picture *picture) {
    float by_height = (float)m->height_px * PICTURE_SCREEN_PART * picture->width / picture->height;
    float most_px = fminf(metrics_px(m, PICTURE_WIDTH_DP), by_height);
    return most_px / metrics_size_px(m, 1);
}

/* A number stands on a disc of its own, over the white one of the drawing. */
static void
disc(struct ui *ui, const struct screen_env *env, const struct store_picture *picture, size_t i) {
    const struct store_disc *disc = &picture->discs[i];
    ui_open(ui, (struct ui_box){.key = arena_printf(ui_arena(ui), "disc-%zu", i),
                    .spot = {disc->x / picture->width, disc->y / picture->height,
                        2 * (disc->radius + DISC_EDGE) / picture->width},
                    .axis = UI_OVERLAY,
                    .aspect = 1,
                    .background = COLOR_SHEET,
                    .radius = RADIUS_PILL});
    /* in the middle, also where large type is taller than the disc */
    ui_open(ui, (struct ui_box){.self = UI_SELF_CENTER, .self_y = UI_SELF_CENTER});
    ui_text(ui, disc->text, env->locale,
        (struct ui_text_spec){.style = TYPE_LABEL,
            .color = COLOR_SHEET_INK,
            .strong = true,
            .tabular = true,
            .no_wrap = true,
            .decorative = true /* the drawing's words say them */});
    ui_close(ui);
    ui_close(ui);
}

/* A drawing has its own colours, made for paper: it lies on a sheet of it, with a margin, in every
 * theme. */
static void
drawing(struct ui *ui, const struct screen_env *env, const struct store_picture *picture) {
    ui_open(ui, (struct ui_box){.self = UI_SELF_MEASURE,
                    .padding = ui_pad(SPACE_S),
                    .max_width = most_width_dp(ui_metrics(ui), picture) + 2 * SPACE_S,
                    .background = COLOR_SHEET,
                    .border = COLOR_LINE,
                    .radius = RADIUS_M});
    ui_open(ui, (struct ui_box){.key = STR("drawing"),
                    .axis = UI_OVERLAY,
                    .aspect = picture->width / picture->height,
                    .picture = {.bytes = picture->bytes, .hash = picture->hash},
                    .role = ROLE_IMAGE,
                    .label = picture->alt});
    for (size_t i = 0; i < picture->disc_count; i++) {
        disc(ui, env, picture, i);
    }
    ui_close(ui);
    ui_close(ui);
}

void
picture_view(struct ui *ui, const struct screen_env *env, struct picture picture) {
    struct msg_arg args[] = {MSG_TEXT(picture.picture->credit), MSG_TEXT(picture.picture->licence)};
    ui_open(ui, (struct ui_box){.key = picture.key, .gap = SPACE_XS});
    drawing(ui, env, picture.picture);
    ui_text(ui, picture.caption, env->locale,
        (struct ui_text_spec){.key = STR("caption"),
            .style = TYPE_CAPTION,
            .spans = picture.spans,
            .span_count = picture.span_count});
    ui_text(ui, i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_PICTURE_CREDIT, args, 2),
        env->locale,
        (struct ui_text_spec){.key = STR("credit"), .style = TYPE_CAPTION, .color = COLOR_INK2});
    ui_close(ui);
}
