/* draw_sdl_private.h - what the files of the SDL backend share. Inside draw/ only. */
#ifndef DRAW_DRAW_SDL_PRIVATE_H
#define DRAW_DRAW_SDL_PRIVATE_H

#include "base/arena.h"
#include "draw/draw_window.h"
#include "draw/painter.h"
#include "draw/draw_sdl.h"

#include <SDL.h>
#include <math.h>

/* Pictures at the size in which they are shown: as many as a screen holds, within so many bytes.
 * A larger picture is drawn smaller and stretched. */
#define DRAW_PICTURES 64
#define DRAW_PICTURE_PIXELS_MAX ((size_t)2048 * 1152)
#define DRAW_PICTURES_BYTES_MAX ((size_t)32 << 20)
struct draw_picture_slot {
    uint64_t key;         /* 0: free */
    SDL_Texture *texture; /* NULL: cannot be drawn, which was logged */
    size_t bytes;
    uint64_t used;
};

struct draw_sdl {
    SDL_Renderer *renderer;
    struct draw_window *window; /* whose pixels are drawn on; NULL off screen and on a GPU */
    SDL_Surface *surface; /* drawn on in memory: our own off screen, else the window's; or NULL */
    int surface_w, surface_h; /* of the window's surface when it was taken */
    struct text_engine *engine;
    char *icon_dir;
    struct atlas *atlas;
    struct painter *painter; /* its pages, and the way to the target */
    struct draw_picture_slot pictures[DRAW_PICTURES];
    uint64_t picture_uses;
    struct arena scratch; /* reset after each bitmap */
    SDL_Rect clip;        /* in force, as seen before turning */
    struct draw_sdl_stats stats;
};

/* draw_sdl_shapes.c: makes sure that the glyphs of a command are in the atlas. */
void draw_sdl_place(struct draw_sdl *draw, const struct draw_command *command);
/* draw_sdl_shapes.c: puts one command on the target, under the clip in force. */
void draw_sdl_command(struct draw_sdl *draw, const struct draw_command *command);
/* draw_sdl_pictures.c: a picture, or many paths, drawn once for its size; forgets them all. */
void draw_sdl_picture(struct draw_sdl *draw, const struct draw_command *command);
void draw_sdl_paths(struct draw_sdl *draw, const struct draw_command *command);
void draw_sdl_drop_pictures(struct draw_sdl *draw);

/* To whole pixels: a half goes up; a rectangle edge by edge, so that neighbours share an edge. */
static inline int
draw_sdl_px(float v) {
    return (int)floorf(v + 0.5f);
}

static inline SDL_Rect
draw_sdl_round(struct rect r) {
    int x = draw_sdl_px(r.x), y = draw_sdl_px(r.y);
    return (SDL_Rect){x, y, draw_sdl_px(r.x + r.w) - x, draw_sdl_px(r.y + r.h) - y};
}

/* What of the command may be seen, in its own coordinates. */
static inline SDL_Rect
draw_sdl_clip(const struct draw_command *command) {
    bool is_turned = command->turn.w > 0;
    return draw_sdl_round(is_turned ? rect_turn(command->clip, command->turn) : command->clip);
}

#endif
