#include "draw/draw_sdl.h"

#include "base/file.h"
#include "base/xalloc.h"
#include "draw/draw_sdl_private.h"

#include <SDL.h>
#include <SDL_image.h>
#include <stdlib.h>
#include <string.h>

#define SIDE_MAX_PX 16384

/* Takes the renderer over: owned from now on, `surface` is what it draws on in memory, or NULL. */
static void
set_renderer(struct draw_sdl *draw, SDL_Renderer *renderer, SDL_Surface *surface) {
    draw->renderer = renderer;
    draw->surface = surface;
    painter_set_target(draw->painter, renderer, surface);
    SDL_RendererInfo info;
    if (SDL_GetRendererInfo(renderer, &info) == 0) {
        draw->stats.renderer = info.name;
        draw->stats.software = (info.flags & SDL_RENDERER_SOFTWARE) != 0;
    }
}

static struct draw_sdl *
create(const struct draw_sdl_options *options) {
    struct draw_sdl *draw = xcalloc(1, sizeof(*draw));
    draw->engine = options->engine;
    draw->icon_dir = xstrdup(options->icon_dir ? options->icon_dir : ".");
    draw->atlas = atlas_create(ATLAS_PAGE_PX, ATLAS_PAGES);
    draw->painter = painter_create();
    arena_init(&draw->scratch);
    return draw;
}

/* Draws on the window's pixels, which are others after the window has changed its size. */
static bool
follow_window(struct draw_sdl *draw) {
    SDL_Surface *surface = draw_window_surface(draw->window);
    if (!surface) {
        return false;
    }
    if (draw->renderer && surface == draw->surface && surface->w == draw->surface_w &&
        surface->h == draw->surface_h) {
        return true;
    }
    SDL_Renderer *renderer = SDL_CreateSoftwareRenderer(surface);
    if (!renderer) {
        return false;
    }
    draw_sdl_reset(draw);
    if (draw->renderer) {
        SDL_DestroyRenderer(draw->renderer);
    }
    set_renderer(draw, renderer, surface);
    draw->surface_w = surface->w;
    draw->surface_h = surface->h;
    return true;
}

/* Mesa without a GPU draws on the processor, slower than the painter does: then it is no GPU. */
static bool
is_emulated(SDL_Renderer *renderer) {
    typedef const unsigned char *get_string_fn(unsigned name);
    enum { GL_RENDERER_NAME = 0x1F01 };
    SDL_RendererInfo info;
    if (SDL_GetRendererInfo(renderer, &info) != 0 || strncmp(info.name, "opengl", 6) != 0) {
        return false;
    }
    void *found = SDL_GL_GetProcAddress("glGetString");
    get_string_fn *get_string = NULL;
    memcpy(&get_string, &found, sizeof(found)); /* ISO C has no cast from an object to a function */
    const char *name = get_string ? (const char *)get_string(GL_RENDERER_NAME) : NULL;
    return name && (strstr(name, "llvmpipe") || strstr(name, "softpipe") ||
                       strstr(name, "Software Rasterizer"));
}

static SDL_Renderer *
open_gpu(SDL_Window *window) {
    SDL_Renderer *renderer =
        SDL_CreateRenderer(window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    if (renderer && is_emulated(renderer)) {
        SDL_DestroyRenderer(renderer);
        return NULL;
    }
    return renderer;
}

struct draw_sdl *
draw_sdl_open_window(
    SDL_Window *window, bool software, const struct draw_sdl_options *options, struct err *err) {
    struct draw_sdl *draw = create(options);
    SDL_Renderer *renderer = software ? NULL : open_gpu(window);
    if (renderer) {
        set_renderer(draw, renderer, NULL);
        return draw;
    }
    draw->window = draw_window_open(window, err);
    if (draw->window && follow_window(draw)) {
        return draw;
    }
    if (draw->window) {
        err_set(err, ERR_MISSING, "nothing to draw on in the window: %s", SDL_GetError());
    }
    draw_sdl_close(draw);
    return NULL;
}

struct draw_sdl *
draw_sdl_open_offscreen(
    int width_px, int height_px, const struct draw_sdl_options *options, struct err *err) {
    SDL_Surface *surface = NULL;
    SDL_SetError("from 1 to %d pixels a side", SIDE_MAX_PX);
    if (width_px > 0 && height_px > 0 && width_px <= SIDE_MAX_PX && height_px <= SIDE_MAX_PX) {
        surface =
            SDL_CreateRGBSurfaceWithFormat(0, width_px, height_px, 32, SDL_PIXELFORMAT_RGB888);
    }
    SDL_Renderer *renderer = surface ? SDL_CreateSoftwareRenderer(surface) : NULL;
    if (!renderer) {
        err_set(
            err, ERR_LIMIT, "no picture of %dx%d pixels: %s", width_px, height_px, SDL_GetError());
        SDL_FreeSurface(surface);
        return NULL;
    }
    struct draw_sdl *draw = create(options);
    set_renderer(draw, renderer, surface);
    return draw;
}

void
draw_sdl_reset(struct draw_sdl *draw) {
    draw_sdl_drop_pictures(draw);
    painter_drop_pages(draw->painter);
    atlas_clear(draw->atlas);
}

void
draw_sdl_close(struct draw_sdl *draw) {
    if (!draw) {
        return;
    }
    draw_sdl_reset(draw);
    painter_destroy(draw->painter);
    atlas_destroy(draw->atlas);
    arena_finish(&draw->scratch);
    if (draw->renderer) {
        SDL_DestroyRenderer(draw->renderer);
    }
    if (draw->window) {
        draw_window_close(draw->window);
    } else {
        SDL_FreeSurface(draw->surface);
    }
    free(draw->icon_dir);
    free(draw);
}

bool
draw_sdl_run(
    struct draw_sdl *draw, const struct draw_list *list, struct color background, struct err *err) {
    if (draw->window && !follow_window(draw)) {
        return err_set(err, ERR_IO, "the window is gone: %s", SDL_GetError());
    }
    atlas_begin_frame(draw->atlas);
    for (size_t i = 0; i < list->count; i++) {
        draw_sdl_place(draw, &list->commands[i]);
    }
    if (!painter_clear(draw->painter, background)) {
        return err_set(err, ERR_IO, "the renderer failed: %s", SDL_GetError());
    }
    for (size_t i = 0; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];
        painter_clip(draw->painter, draw_sdl_round(command->clip));
        painter_turn(draw->painter, draw_sdl_round(command->turn));
        draw->clip = draw_sdl_clip(command);
        draw_sdl_command(draw, command);
    }
    if (SDL_RenderFlush(draw->renderer) != 0) {
        return err_set(err, ERR_IO, "the renderer failed: %s", SDL_GetError());
    }
    return true;
}

bool
draw_sdl_present(struct draw_sdl *draw) {
    if (draw->window) {
        return draw_window_present(draw->window);
    }
    SDL_RenderPresent(draw->renderer);
    return true;
}

void
draw_sdl_size(struct draw_sdl *draw, int *width_px, int *height_px) {
    bool is_there = !draw->window || follow_window(draw);
    if (!is_there || SDL_GetRendererOutputSize(draw->renderer, width_px, height_px) != 0) {
        *width_px = *height_px = 0;
    }
}

/* A copy of the last picture, opaque. Free with SDL_FreeSurface(). */
static SDL_Surface *
read_back(struct draw_sdl *draw) {
    int w, h;
    draw_sdl_size(draw, &w, &h);
    SDL_RenderSetClipRect(draw->renderer, NULL);
    SDL_Surface *copy_of = SDL_CreateRGBSurfaceWithFormat(0, w, h, 24, SDL_PIXELFORMAT_RGB24);
    if (copy_of && SDL_RenderReadPixels(draw->renderer, NULL, SDL_PIXELFORMAT_RGB24,
                       copy_of->pixels, copy_of->pitch) != 0) {
        SDL_FreeSurface(copy_of);
        return NULL;
    }
    return copy_of;
}

bool
draw_sdl_pixel(struct draw_sdl *draw, int x, int y, struct color *out) {
    uint8_t rgb[3];
    SDL_Rect at = {x, y, 1, 1};
    SDL_RenderSetClipRect(draw->renderer, NULL);
    if (SDL_RenderReadPixels(draw->renderer, &at, SDL_PIXELFORMAT_RGB24, rgb, 3) != 0) {
        return false;
    }
    *out = (struct color){rgb[0], rgb[1], rgb[2], 255};
    return true;
}

/* A picture replaces a picture; whatever else stands there was not meant. */
static bool
may_replace(const char *path, struct err *err) {
    if (!file_exists(path) || file_is_kind(path, STR("\x89PNG"))) {
        return true;
    }
    return err_set(err, ERR_USAGE,
        "%s is there and is no PNG picture: it stays. Name another file or remove it", path);
}

bool
draw_sdl_save_png(struct draw_sdl *draw, const char *path, struct err *err) {
    if (!may_replace(path, err)) {
        return false;
    }
    SDL_Surface *picture = read_back(draw);
    if (!picture) {
        return err_set(
            err, ERR_IO, "%s: the picture cannot be read back: %s", path, SDL_GetError());
    }
    /* PNG is at most a little larger than the pixels themselves. */
    size_t cap = (size_t)picture->h * ((size_t)picture->pitch + 64) + ((size_t)1 << 16);
    char *bytes = xmalloc(cap);
    SDL_RWops *rw = SDL_RWFromMem(bytes, (int)cap);
    bool ok = rw && IMG_SavePNG_RW(picture, rw, 0) == 0;
    if (ok) {
        struct str png = {bytes, (size_t)SDL_RWtell(rw)};
        ok = file_replace(path, png, err);
    } else {
        err_set(err, ERR_FORMAT, "%s: PNG could not be made: %s", path, SDL_GetError());
    }
    if (rw) {
        SDL_RWclose(rw);
    }
    free(bytes);
    SDL_FreeSurface(picture);
    return ok;
}

struct draw_sdl_stats
draw_sdl_stats(const struct draw_sdl *draw) {
    struct draw_sdl_stats stats = draw->stats;
    stats.atlas = atlas_stats(draw->atlas);
    return stats;
}
