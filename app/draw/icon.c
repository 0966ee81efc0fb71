#include "draw/icon.h"

#include <SDL.h>
#include <string.h>

#include "base/file.h"
#include "draw/svg.h"

#define ICON_SIDE_MAX 1024

static bool
name_is_valid(struct str name) {
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
            return false;
        }
    }
    return name.n > 0 && name.n < 64;
}

/* Alpha is all that counts; the colour comes from the theme. */
static struct mask
mask_from_surface(SDL_Surface *surface, struct arena *arena) {
    size_t width = (size_t)surface->w, height = (size_t)surface->h;
    uint8_t *coverage = ARENA_ARRAY(arena, width * height, uint8_t);
    for (size_t y = 0; y < height; y++) {
        const uint8_t *row = (const uint8_t *)surface->pixels + y * (size_t)surface->pitch;
        for (size_t x = 0; x < width; x++) {
            uint32_t pixel;
            memcpy(&pixel, row + x * 4, 4);
            coverage[y * width + x] = (uint8_t)(pixel >> 24);
        }
    }
    return (struct mask){surface->w, surface->h, coverage};
}

bool
icon_load(const char *dir, struct str name, int width, int height, struct arena *arena,
    struct mask *out, struct err *err) {
    struct str svg;
    if (!name_is_valid(name) || width <= 0 || height <= 0 || width > ICON_SIDE_MAX ||
        height > ICON_SIDE_MAX) {
        return err_set(err, ERR_USAGE, "icon \"%.*s\": no such name or size", STR_ARG(name));
    }
    struct str path = arena_printf(arena, "%s/%.*s.svg", dir, STR_ARG(name));
    if (!file_read(path.p, SVG_BYTES_MAX, arena, &svg, err)) {
        return false;
    }
    SDL_Surface *argb = svg_draw(svg, path.p, width, height, err);
    if (!argb) {
        return false;
    }
    *out = mask_from_surface(argb, arena);
    SDL_FreeSurface(argb);
    return true;
}
