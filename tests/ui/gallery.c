/* Draws every widget to PNG files, to look at: ui_gallery FOLDER. For each profile, theme and
 * language the whole page at once, however long it is. */
#include "gallery.h"

#include "draw/draw_sdl.h"
#include "ui/semantics.h"

#include <stdio.h>

struct gallery {
    struct text_engine *engine;
    struct ui *ui;
    struct ink_ratios ratios;
    const char *folder;
};

static void
declare(struct gallery *g, const struct metrics *metrics, const struct theme *theme,
    enum locale_id locale) {
    struct ui_frame frame = {
        .screen = STR("gallery"), .locale = locale, .metrics = metrics, .theme = theme};
    ui_begin(g->ui, &frame);
    gallery_view(g->ui);
    ui_end(g->ui);
}

static bool
picture(struct gallery *g, struct profile profile, const struct theme *theme, enum locale_id locale,
    struct err *err) {
    struct metrics metrics;
    struct draw_list list;
    char path[512];
    metrics_resolve(&metrics, &profile, &g->ratios, 1);
    declare(g, &metrics, theme, locale);
    metrics.height_px = (int)semantics_content_height(g->ui); /* the window as long as the page */
    declare(g, &metrics, theme, locale);
    struct draw_sdl_options options = {
        .engine = g->engine, .icon_dir = NARU_SOURCE_DIR "/assets/icons"};
    struct draw_sdl *draw =
        draw_sdl_open_offscreen(metrics.width_px, metrics.height_px, &options, err);
    if (!draw) {
        return false;
    }
    draw_list_init(&list);
    ui_draw(g->ui, &list);
    snprintf(path, sizeof(path), "%s/%s-%s-%s.png", g->folder, profile.name, theme->name,
        locale_tag(locale));
    bool ok = draw_sdl_run(draw, &list, theme->colors[COLOR_PAPER], err) &&
              draw_sdl_save_png(draw, path, err);
    draw_list_finish(&list);
    draw_sdl_close(draw);
    text_engine_end_frame(g->engine);
    return ok;
}

int
main(int argc, char **argv) {
    struct err err = {0};
    struct gallery g = {.folder = argc > 1 ? argv[1] : "."};
    size_t profile_count, theme_count;
    const struct profile *profiles = profile_table(&profile_count);
    const struct theme *themes = theme_table(&theme_count);
    g.engine = text_engine_open(NARU_SOURCE_DIR "/fonts/fonts.ini", &err);
    bool ok = g.engine != NULL;
    if (ok) {
        g.ui = ui_create(g.engine);
        g.ratios = ink_ratios_measure(g.engine);
    }
    for (size_t p = 0; ok && p < profile_count; p++) {
        for (size_t t = 0; ok && t < theme_count; t++) {
            for (int l = 0; ok && l < LOCALE_COUNT; l++) {
                ok = picture(&g, profiles[p], &themes[t], (enum locale_id)l, &err);
            }
        }
    }
    if (!ok) {
        fprintf(stderr, "%s\n", err.message);
    }
    ui_destroy(g.ui);
    text_engine_close(g.engine);
    return ok ? 0 : 1;
}
