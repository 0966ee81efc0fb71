/* Any bytes as an SVG icon. The first byte says how large it is wanted; what is drawn fits into
 * that box (a pixel more where SDL2_image rounds up), and what is refused says why. */
#include "base/check.h"
#include "draw/svg.h"

#include <SDL.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const int sides[][2] = {{24, 24}, {1, 1}, {48, 7}, {7, 48}, {96, 96}};
    struct err err = {0};
    if (size == 0) {
        return 0;
    }
    const int *box = sides[data[0] % ARRAY_LEN(sides)];
    struct str svg = {(const char *)data + 1, size - 1};
    SDL_Surface *surface = svg_draw(svg, "fuzz", box[0], box[1], &err);
    if (!surface) {
        xassert(err.message[0]);
        return 0;
    }
    xassert(surface->w > 0 && surface->w <= box[0] + 1);
    xassert(surface->h > 0 && surface->h <= box[1] + 1);
    uint32_t sum = 0;
    for (int y = 0; y < surface->h; y++) { /* the sanitizer sees rows that are not there */
        const uint8_t *row = (const uint8_t *)surface->pixels + y * surface->pitch;
        for (int x = 0; x < surface->w * 4; x++) {
            sum += row[x];
        }
    }
    xassert(sum <= (uint32_t)surface->w * (uint32_t)surface->h * 4 * 255);
    SDL_FreeSurface(surface);
    return 0;
}
