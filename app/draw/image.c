#include "draw/image.h"

#include "base/check.h"
#include "base/picture_head.h"
#include "base/pixels.h"
#include "draw/svg.h"
#include "draw/svg_edges.h"

#include <SDL_image.h>

#define PHOTO_SIDE_MAX 4096 /* the compiler packs them far smaller */

static struct SDL_Surface *
draw_drawing(const struct draw_picture *picture, int width, int height, struct err *err) {
    if (picture->ink.a == 0) {
        return svg_draw_picture(picture->bytes, width, height, err);
    }
    enum svg_fault wrong = svg_plain(picture->bytes, &svg_limits_picture, 1).fault;
    if (wrong) {
        err_set(err, ERR_FORMAT, "picture: not a plain SVG: %s", svg_fault_words(wrong));
        return NULL;
    }
    struct str_buf lines = {0};
    svg_edges(picture->bytes, picture->ink, picture->ground, &lines);
    struct SDL_Surface *surface = svg_draw_picture(str_buf_str(&lines), width, height, err);
    str_buf_finish(&lines);
    return surface;
}

static struct SDL_Surface *
decode(struct str bytes, struct err *err) {
    struct picture_head head = picture_head(bytes);
    bool is_packed = head.format == PICTURE_JPEG || head.format == PICTURE_PNG;
    if (!is_packed || head.width < 1 || head.width > PHOTO_SIDE_MAX ||
        head.height > PHOTO_SIDE_MAX) {
        err_set(err, ERR_FORMAT, "picture: no plain SVG, and no JPEG or PNG of at most %d px",
            PHOTO_SIDE_MAX);
        return NULL;
    }
    SDL_RWops *rw = SDL_RWFromConstMem(bytes.p, (int)bytes.n);
    SDL_Surface *loaded =
        rw ? IMG_LoadTyped_RW(rw, 1, head.format == PICTURE_PNG ? "PNG" : "JPG") : NULL;
    SDL_Surface *argb =
        loaded ? SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(loaded);
    if (!argb) {
        err_set(err, ERR_FORMAT, "picture: SDL2_image cannot read it: %s", SDL_GetError());
    }
    return argb;
}

static struct SDL_Surface *
draw_photo(struct str bytes, int width, int height, struct err *err) {
    SDL_Surface *whole = decode(bytes, err);
    if (!whole || (whole->w <= width && whole->h <= height)) {
        return whole;
    }
    int w = whole->w < width ? whole->w : width, h = whole->h < height ? whole->h : height;
    SDL_Surface *small = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    if (small) {
        xassert(whole->pitch == whole->w * 4 && small->pitch == w * 4);
        struct pixels from = {whole->w, whole->h, whole->pixels}, to = {w, h, small->pixels};
        pixels_shrink(&from, &to);
    } else {
        err_set(err, ERR_LIMIT, "picture: %s", SDL_GetError());
    }
    SDL_FreeSurface(whole);
    return small;
}

struct SDL_Surface *
image_draw(const struct draw_picture *picture, int width, int height, struct err *err) {
    xassert(width > 0 && height > 0 && width <= SVG_SIDE_MAX && height <= SVG_SIDE_MAX);
    return picture_head(picture->bytes).format == PICTURE_OTHER
               ? draw_drawing(picture, width, height, err)
               : draw_photo(picture->bytes, width, height, err);
}
