#include "bench/blend.h"

#include <string.h>

/* Plain stores everywhere, none that pass the cache by: what is filled is blended on next. Vectors
 * of GCC and Clang: SSE2 on x86-64, NEON on 64-bit Arm. Shuffles are written so that each is
 * one instruction there, and nothing goes through memory on its way. */
#define AHEAD 6 /* rows */

typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef uint16_t words8 __attribute__((vector_size(16))); /* channels of two pixels, or weights */
typedef uint32_t quads4 __attribute__((vector_size(16)));

static words8
low_words(bytes16 v) {
    const bytes16 zero = {0};
    return (words8)__builtin_shufflevector(
        v, zero, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

static words8
high_words(bytes16 v) {
    const bytes16 zero = {0};
    return (words8)__builtin_shufflevector(
        v, zero, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

/* The coverage of four pixels, each four times: once a channel. */
static bytes16
each_four_times(uint32_t four) {
    bytes16 v = (bytes16)(quads4){four, 0, 0, 0};
    words8 twice = (words8)__builtin_shufflevector(
        v, v, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    return (bytes16)__builtin_shufflevector(twice, twice, 0, 8, 1, 9, 2, 10, 3, 11);
}

/* Coverage x alpha / 255, rounded, as a weight of 0 to 256: both ends exact. */
static words8
weights_of(words8 coverage, uint16_t alpha) {
    words8 product = coverage * alpha + 128;
    words8 scaled = (product + (product >> 8)) >> 8;
    return scaled + (scaled >> 7);
}

static words8
mix(words8 below, words8 color, words8 weights) {
    return (color * weights + below * (256 - weights)) >> 8;
}

static void
blend_four(uint32_t *pixels, uint32_t coverage, words8 color, uint16_t alpha) {
    bytes16 below, wide = each_four_times(coverage);
    memcpy(&below, pixels, sizeof(below));
    words8 low = mix(low_words(below), color, weights_of(low_words(wide), alpha));
    words8 high = mix(high_words(below), color, weights_of(high_words(wide), alpha));
    bytes16 out = __builtin_shufflevector(
        (bytes16)low, (bytes16)high, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
    memcpy(pixels, &out, sizeof(out));
}

/* Up to three pixels at the end of a row. */
static void
blend_rest(uint32_t *pixels, uint32_t coverage, int count, words8 color, uint16_t alpha) {
    uint32_t four[4] = {0};
    memcpy(four, pixels, (size_t)count * sizeof(*pixels));
    blend_four(four, coverage, color, alpha);
    memcpy(pixels, four, (size_t)count * sizeof(*pixels));
}

/* The colour twice, its channels in the order of memory, as the pixels have them. */
static words8
spread(uint32_t color) {
    return low_words((bytes16)(quads4){color, color, 0, 0});
}

static void
blend_row(uint32_t *pixels, const uint8_t *coverage, int width, words8 color, uint16_t alpha) {
    uint32_t four;
    int x = 0;
    for (; x + 4 <= width; x += 4) {
        memcpy(&four, coverage + x, sizeof(four));
        if (four > 0) { /* most of a character's box is empty */
            blend_four(pixels + x, four, color, alpha);
        }
    }
    four = 0;
    memcpy(&four, coverage + x, (size_t)(width - x));
    if (four > 0) {
        blend_rest(pixels + x, four, width - x, color, alpha);
    }
}

static void
fill_row(uint32_t *pixels, int width, uint32_t color) {
    for (int x = 0; x < width; x++) {
        pixels[x] = color;
    }
}

static void
blend_even_row(uint32_t *pixels, uint8_t coverage, int width, words8 color, uint16_t alpha) {
    uint32_t four = coverage * 0x01010101u;
    int x = 0;
    for (; x + 4 <= width && four > 0; x += 4) {
        blend_four(pixels + x, four, color, alpha);
    }
    if (four > 0) {
        blend_rest(pixels + x, four, width - x, color, alpha);
    }
}

/* Rows of the target lie a page apart, so the processor does not guess the next one. */
static void
prefetch_row(const uint32_t *row, int width) {
    for (int x = 0; x < width + 16; x += 16) {
        __builtin_prefetch(row + x, 1);
    }
}

void
blend_coverage(uint32_t *pixels, size_t stride_px, const struct blend_source *source,
    uint32_t color, uint8_t alpha) {
    words8 wide = spread(color);
    for (int y = 0; y < AHEAD && y < source->height; y++) {
        prefetch_row(pixels + (size_t)y * stride_px, source->width);
    }
    for (int y = 0; y < source->height; y++) {
        const uint8_t *coverage = source->coverage + (size_t)y * source->step_y;
        uint32_t *row = pixels + (size_t)y * stride_px;
        if (y + AHEAD < source->height) {
            prefetch_row(row + AHEAD * stride_px, source->width);
        }
        if (source->step_x == 0) {
            blend_even_row(row, coverage[0], source->width, wide, alpha);
        } else {
            blend_row(row, coverage, source->width, wide, alpha);
        }
    }
}

void
blend_fill(
    uint32_t *pixels, size_t stride_px, int width, int height, uint32_t color, uint8_t alpha) {
    for (int y = 0; y < height; y++) {
        uint32_t *row = pixels + (size_t)y * stride_px;
        if (alpha == 255) {
            fill_row(row, width, color);
        } else {
            blend_even_row(row, 255, width, spread(color), alpha);
        }
    }
}
