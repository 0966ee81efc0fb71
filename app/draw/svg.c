#include "draw/svg.h"

#include "base/check.h"

#include <SDL_image.h>

static struct SDL_Surface *
draw(struct str svg, const struct svg_limits *limits, const char *name, int width, int height,
    struct err *err) {
    xassert(width > 0 && height > 0 && width <= SVG_SIDE_MAX && height <= SVG_SIDE_MAX);
    if (svg.n > SVG_BYTES_MAX) {
        err_set(err, ERR_LIMIT, "%s: an SVG of more than 64 KiB", name);
        return NULL;
    }
    enum svg_fault wrong = svg_plain(svg, limits, (size_t)width * (size_t)height).fault;
    if (wrong) {
        err_set(err, ERR_FORMAT, "%s: not a plain SVG: %s", name, svg_fault_words(wrong));
        return NULL;
    }
    SDL_RWops *rw = SDL_RWFromConstMem(svg.p, (int)svg.n);
    SDL_Surface *loaded = rw ? IMG_LoadSizedSVG_RW(rw, width, height) : NULL;
    if (rw) {
        SDL_RWclose(rw);
    }
    SDL_Surface *argb =
        loaded ? SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(loaded);
    if (!argb) {
        err_set(err, ERR_FORMAT, "%s: not an SVG that SDL2_image draws: %s", name, SDL_GetError());
    }
    return argb;
}

struct SDL_Surface *
svg_draw(struct str svg, const char *name, int width, int height, struct err *err) {
    return draw(svg, &svg_limits_icon, name, width, height, err);
}

struct SDL_Surface *
svg_draw_picture(struct str svg, int width, int height, struct err *err) {
    return draw(svg, &svg_limits_picture, "picture", width, height, err);
}
