#include "compiler/read/raster.h"

#include "base/check.h"
#include "base/pixels.h"
#include "base/xalloc.h"
#include "content/store.h"

#include <SDL_image.h>
#include <string.h>

static const int jpeg_qualities[] = {88, 80, 70, 60};

/* 32-bit pixels, rows without gaps; NULL when it cannot be read. */
static struct SDL_Surface *
decode(struct str bytes, enum picture_format format) {
    static const char *const types[] = {
        [PICTURE_PNG] = "PNG", [PICTURE_JPEG] = "JPG", [PICTURE_WEBP] = "WEBP"};
    SDL_RWops *rw = SDL_RWFromConstMem(bytes.p, (int)bytes.n);
    SDL_Surface *loaded = rw ? IMG_LoadTyped_RW(rw, 1, types[format]) : NULL;
    SDL_Surface *argb =
        loaded ? SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(loaded);
    xassert(!argb || argb->pitch == argb->w * 4);
    return argb;
}

static struct pixels
pixels_of(struct SDL_Surface *surface) {
    return (struct pixels){surface->w, surface->h, surface->pixels};
}

static struct SDL_Surface *
new_surface(int width, int height) {
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    xassert(!surface || surface->pitch == width * 4);
    return surface;
}

/* Takes `whole`, gives the one to go on with: of at most `most` px a side. */
static struct SDL_Surface *
shrink(struct SDL_Surface *whole, int most) {
    int longer = whole->w > whole->h ? whole->w : whole->h;
    if (longer <= most) {
        return whole;
    }
    int width = (int)((int64_t)whole->w * most / longer);
    int height = (int)((int64_t)whole->h * most / longer);
    SDL_Surface *small = new_surface(width > 0 ? width : 1, height > 0 ? height : 1);
    if (small) {
        struct pixels from = pixels_of(whole), to = pixels_of(small);
        pixels_shrink(&from, &to);
    }
    SDL_FreeSurface(whole);
    return small;
}

static struct SDL_Surface *
turn(struct SDL_Surface *as_stored, int turn) {
    bool is_across = turn >= 5;
    if (turn == 1 || !as_stored) {
        return as_stored;
    }
    SDL_Surface *turned = new_surface(
        is_across ? as_stored->h : as_stored->w, is_across ? as_stored->w : as_stored->h);
    if (turned) {
        struct pixels from = pixels_of(as_stored), to = pixels_of(turned);
        pixels_turn(&from, &to, turn);
    }
    SDL_FreeSurface(as_stored);
    return turned;
}

static bool
is_opaque(const struct SDL_Surface *surface) {
    const uint32_t *at = surface->pixels;
    for (size_t i = (size_t)surface->w * (size_t)surface->h; i-- > 0;) {
        if (at[i] >> 24 != 255) {
            return false;
        }
    }
    return true;
}

/* As a PNG, or with a quality as a JPEG; false when it does not fit. */
static bool
encode(struct arena *arena, struct SDL_Surface *surface, int quality, struct str *packed) {
    /* SDL2_image does not say that a buffer was too small: this one never is */
    size_t most = (size_t)surface->w * (size_t)surface->h * 5 + ((size_t)64 << 10);
    uint8_t *room = xmalloc(most);
    SDL_RWops *rw = SDL_RWFromMem(room, (int)most);
    bool ok = rw && (quality ? IMG_SaveJPG_RW(surface, rw, 0, quality)
                             : IMG_SavePNG_RW(surface, rw, 0)) == 0;
    Sint64 n = ok ? SDL_RWtell(rw) : 0;
    xassert((size_t)n < most);
    ok = n > 0 && (size_t)n <= STORE_PICTURE_BYTES;
    if (ok) {
        *packed = arena_str(arena, (struct str){(const char *)room, (size_t)n});
    }
    if (rw) {
        SDL_RWclose(rw);
    }
    xfree(room);
    return ok;
}

/* What is drawn, as PNG mostly is, stays exact where that fits. */
static bool
pack(struct arena *arena, struct SDL_Surface *surface, bool is_exact, struct str *packed) {
    bool is_through = !is_opaque(surface);
    bool ok = (is_exact || is_through) && encode(arena, surface, 0, packed);
    for (size_t i = 0; !ok && !is_through && i < ARRAY_LEN(jpeg_qualities); i++) {
        ok = encode(arena, surface, jpeg_qualities[i], packed);
    }
    return ok;
}

enum raster_fault
raster_pack(struct arena *arena, struct str bytes, struct str *packed, struct size *size) {
    struct picture_head head = picture_head(bytes);
    if (head.width < 1) {
        return RASTER_UNREADABLE;
    }
    if ((size_t)head.width * (size_t)head.height > RASTER_PIXELS_MAX) {
        return RASTER_TOO_LARGE;
    }
    if (head.is_cmyk) {
        return RASTER_CMYK;
    }
    SDL_Surface *surface = decode(bytes, head.format);
    surface = surface ? turn(shrink(surface, RASTER_SIDE_MAX), head.turn) : NULL;
    bool is_packed = false;
    while (surface && !is_packed) {
        int longer = surface->w > surface->h ? surface->w : surface->h;
        *size = (struct size){(float)surface->w, (float)surface->h};
        is_packed = pack(arena, surface, head.format == PICTURE_PNG, packed);
        surface = is_packed ? surface : shrink(surface, longer - longer / 4);
    }
    SDL_FreeSurface(surface);
    return is_packed ? RASTER_SOUND : RASTER_UNREADABLE;
}
