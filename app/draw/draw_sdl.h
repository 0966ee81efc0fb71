/* draw_sdl.h - runs a draw list on an SDL_Renderer: a window's, or a surface in
 * memory, of a window or for snapshots. Glyphs, icons and rounded corners come from one atlas, so a
 * frame is copies of coverage tinted by colour. One thread. After SDL_RENDER_DEVICE_RESET or
 * SDL_RENDER_TARGETS_RESET call draw_sdl_reset(): textures are rebuilt as they are needed. */
#ifndef DRAW_DRAW_SDL_H
#define DRAW_DRAW_SDL_H

#include "base/err.h"
#include "draw/atlas.h"
#include "draw/draw_list.h"

struct draw_sdl;
struct SDL_Renderer;
struct SDL_Window;

struct draw_sdl_options {
    struct text_engine *engine;
    const char *icon_dir; /* NAME.svg; copied */
};

/* On a window. `software` draws in memory (draw_window.h); otherwise a GPU with vertical
 * sync, and in memory where there is none. */
struct draw_sdl *draw_sdl_open_window(struct SDL_Window *window, bool software,
    const struct draw_sdl_options *options, struct err *err);
/* Off screen, software, no video subsystem needed. */
struct draw_sdl *draw_sdl_open_offscreen(
    int width_px, int height_px, const struct draw_sdl_options *options, struct err *err);
void draw_sdl_close(struct draw_sdl *draw);

/* Draws over `background`. False only when the renderer itself fails. */
bool draw_sdl_run(
    struct draw_sdl *draw, const struct draw_list *list, struct color background, struct err *err);
/* While nothing else is to do: puts up to `most` full-width glyphs of the paragraph that are new
 * into the atlas, from `*next` on, for text that is `light` on dark or not. False when there are no
 * more, or no room without dropping something. */
bool draw_sdl_prewarm(
    struct draw_sdl *draw, const struct para *para, bool light, size_t most, size_t *next);
/* Windows only. False when the window did not take the picture. */
bool draw_sdl_present(struct draw_sdl *draw);
void draw_sdl_reset(struct draw_sdl *draw);
/* Reads the last picture back; replaces `path` atomically. */
bool draw_sdl_save_png(struct draw_sdl *draw, const char *path, struct err *err);
/* Output size in pixels, which can differ from the window's size in points. */
void draw_sdl_size(struct draw_sdl *draw, int *width_px, int *height_px);
/* One pixel of the last picture; for tests. */
bool draw_sdl_pixel(struct draw_sdl *draw, int x, int y, struct color *out);

struct draw_sdl_stats {
    struct atlas_stats atlas;
    uint64_t copies, overflow_glyphs, missing_icons;
    size_t picture_bytes; /* of the pictures that are kept */
    bool software;
    const char *renderer; /* SDL's name of it */
};
struct draw_sdl_stats draw_sdl_stats(const struct draw_sdl *draw);

#endif
