#include "draw/draw_window.h"

#include "base/check.h"
#include "base/xalloc.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

struct draw_window {
    SDL_Window *window;
    SDL_Renderer *renderer; /* NULL: the driver lends its own pixels */
    SDL_Texture *texture;
    SDL_Surface *pixels; /* ours, as large as the texture */
};

/* Asked before the first surface: SDL keeps what it finds out then. */
static bool
lends_pixels(void) {
    static const char *const lenders[] = {"x11", "dummy", "offscreen", "windows", "cocoa"};
    const char *driver = SDL_GetCurrentVideoDriver();
    for (size_t i = 0; driver && i < ARRAY_LEN(lenders); i++) {
        if (strcmp(driver, lenders[i]) == 0) {
            return true;
        }
    }
    return false;
}

struct draw_window *
draw_window_open(SDL_Window *window, struct err *err) {
    struct draw_window *target = xcalloc(1, sizeof(*target));
    target->window = window;
    if (lends_pixels()) {
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    } else {
        target->renderer = SDL_CreateRenderer(window, -1, 0); /* else SDL's stand-in */
    }
    if (!draw_window_surface(target)) {
        err_set(err, ERR_MISSING, "nothing to draw on in the window: %s", SDL_GetError());
        draw_window_close(target);
        return NULL;
    }
    return target;
}

static void
drop_pixels(struct draw_window *target) {
    SDL_DestroyTexture(target->texture);
    SDL_FreeSurface(target->pixels);
    target->texture = NULL;
    target->pixels = NULL;
}

void
draw_window_close(struct draw_window *target) {
    if (!target) {
        return;
    }
    if (target->renderer) {
        drop_pixels(target);
        SDL_DestroyRenderer(target->renderer);
    }
    free(target);
}

static bool
has_size(const SDL_Surface *pixels, int width, int height) {
    return pixels && pixels->w == width && pixels->h == height;
}

SDL_Surface *
draw_window_surface(struct draw_window *target) {
    int width, height;
    if (!target->renderer) {
        return SDL_GetWindowSurface(target->window);
    }
    if (SDL_GetRendererOutputSize(target->renderer, &width, &height) != 0) {
        return NULL;
    }
    if (has_size(target->pixels, width, height)) {
        return target->pixels;
    }
    drop_pixels(target);
    Uint32 format = SDL_PIXELFORMAT_RGB888; /* opaque, whatever the window's own pixels hold */
    target->texture =
        SDL_CreateTexture(target->renderer, format, SDL_TEXTUREACCESS_STREAMING, width, height);
    target->pixels = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, format);
    if (!target->texture || !target->pixels) {
        drop_pixels(target);
    }
    return target->pixels;
}

bool
draw_window_present(struct draw_window *target) {
    if (!target->renderer) {
        return SDL_UpdateWindowSurface(target->window) == 0;
    }
    SDL_Surface *pixels = target->pixels;
    if (!pixels || SDL_UpdateTexture(target->texture, NULL, pixels->pixels, pixels->pitch) != 0 ||
        SDL_RenderCopy(target->renderer, target->texture, NULL, NULL) != 0) {
        return false;
    }
    SDL_RenderPresent(target->renderer);
    return true;
}
