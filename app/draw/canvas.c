#include "draw/canvas.h"

#include "base/check.h"
#include "base/vec.h"
#include "base/xalloc.h"

#include <pixman.h>
#include <stdlib.h>
#include <string.h>

struct canvas {
    SDL_Surface *surface;
    pixman_format_code_t format;
    pixman_image_t *panel; /* the surface's pixels */
    pixman_image_t *pages[ATLAS_PAGES];
    uint8_t *bytes[ATLAS_PAGES];
    pixman_image_t *ink; /* the colour of the last mask: most follow one of their own colour */
    struct color ink_color;
    uint8_t *scratch;
    size_t scratch_cap, scratch_stride;
};

/* 0: none that a byte a channel fits. */
static pixman_format_code_t
format_of(const SDL_Surface *surface) {
    switch (surface->format->format) {
    case SDL_PIXELFORMAT_RGB888:
        return PIXMAN_x8r8g8b8;
    case SDL_PIXELFORMAT_ARGB8888:
        return PIXMAN_a8r8g8b8;
    case SDL_PIXELFORMAT_BGR888:
        return PIXMAN_x8b8g8r8;
    case SDL_PIXELFORMAT_ABGR8888:
        return PIXMAN_a8b8g8r8;
    case SDL_PIXELFORMAT_RGBX8888:
        return PIXMAN_r8g8b8x8;
    case SDL_PIXELFORMAT_RGBA8888:
        return PIXMAN_r8g8b8a8;
    case SDL_PIXELFORMAT_BGRX8888:
        return PIXMAN_b8g8r8x8;
    case SDL_PIXELFORMAT_BGRA8888:
        return PIXMAN_b8g8r8a8;
    default:
        return 0;
    }
}

static pixman_image_t *
image_over(pixman_format_code_t format, int width, int height, void *pixels, size_t stride) {
    pixman_image_t *image = pixman_image_create_bits(format, width, height, pixels, (int)stride);
    xassert(image); /* out of memory, or a stride of no multiple of four */
    return image;
}

struct canvas *
canvas_create(SDL_Surface *surface) {
    pixman_format_code_t format = SDL_MUSTLOCK(surface) ? 0 : format_of(surface);
    if (!format || surface->pitch % 4 != 0) {
        return NULL;
    }
    struct canvas *canvas = xcalloc(1, sizeof(*canvas));
    canvas->surface = surface;
    canvas->format = format;
    return canvas;
}

static void
drop(pixman_image_t **image) {
    if (*image) {
        pixman_image_unref(*image);
        *image = NULL;
    }
}

void
canvas_drop_pages(struct canvas *canvas) {
    for (int i = 0; i < ATLAS_PAGES; i++) {
        drop(&canvas->pages[i]);
        free(canvas->bytes[i]);
        canvas->bytes[i] = NULL;
    }
}

void
canvas_destroy(struct canvas *canvas) {
    if (canvas) {
        canvas_drop_pages(canvas);
        drop(&canvas->panel);
        drop(&canvas->ink);
        free(canvas->scratch);
        free(canvas);
    }
}

uint8_t *
canvas_page(struct canvas *canvas, int page) {
    if (!canvas->bytes[page]) {
        canvas->bytes[page] = xcalloc(ATLAS_PAGE_PX, ATLAS_PAGE_PX);
        canvas->pages[page] =
            image_over(PIXMAN_a8, ATLAS_PAGE_PX, ATLAS_PAGE_PX, canvas->bytes[page], ATLAS_PAGE_PX);
    }
    return canvas->bytes[page];
}

/* SDL may give a surface other pixels, as when a window changes its size. */
static pixman_image_t *
panel_of(struct canvas *canvas) {
    const SDL_Surface *s = canvas->surface;
    pixman_image_t *panel = canvas->panel;
    if (panel &&
        ((void *)pixman_image_get_data(panel) != s->pixels ||
            pixman_image_get_width(panel) != s->w || pixman_image_get_height(panel) != s->h ||
            pixman_image_get_stride(panel) != s->pitch)) {
        drop(&canvas->panel);
    }
    if (!canvas->panel) {
        canvas->panel = image_over(canvas->format, s->w, s->h, s->pixels, (size_t)s->pitch);
    }
    return canvas->panel;
}

/* Pixman's colours have 16 bits a channel and are multiplied by their alpha. */
static pixman_color_t
pixman_color_of(struct color color) {
    uint32_t alpha = color.a * 257u;
    return (pixman_color_t){
        .red = (uint16_t)(color.r * 257u * alpha / 65535u),
        .green = (uint16_t)(color.g * 257u * alpha / 65535u),
        .blue = (uint16_t)(color.b * 257u * alpha / 65535u),
        .alpha = (uint16_t)alpha,
    };
}

void
canvas_fill(struct canvas *canvas, SDL_Rect at, struct color color) {
    pixman_color_t fill = pixman_color_of(color);
    pixman_box32_t box = {at.x, at.y, at.x + at.w, at.y + at.h};
    pixman_image_fill_boxes(PIXMAN_OP_OVER, panel_of(canvas), &fill, 1, &box);
}

static pixman_image_t *
ink_of(struct canvas *canvas, struct color color) {
    if (canvas->ink && memcmp(&color, &canvas->ink_color, sizeof(color)) != 0) {
        drop(&canvas->ink);
    }
    if (!canvas->ink) {
        pixman_color_t ink = pixman_color_of(color);
        canvas->ink = pixman_image_create_solid_fill(&ink);
        canvas->ink_color = color;
        xassert(canvas->ink);
    }
    return canvas->ink;
}

void
canvas_copy(struct canvas *canvas, int page, int x, int y, SDL_Rect to, struct color tint) {
    canvas_page(canvas, page);
    pixman_image_composite32(PIXMAN_OP_OVER, ink_of(canvas, tint), canvas->pages[page],
        panel_of(canvas), 0, 0, x, y, to.x, to.y, to.w, to.h);
}

uint8_t *
canvas_scratch(struct canvas *canvas, int width, int height, size_t *stride) {
    *stride = canvas->scratch_stride = ((size_t)width + 3) & ~(size_t)3;
    return VEC_ROOM(canvas->scratch, 0, canvas->scratch_cap, *stride * (size_t)height);
}

void
canvas_copy_scratch(struct canvas *canvas, SDL_Rect to, struct color tint) {
    pixman_image_t *mask =
        image_over(PIXMAN_a8, to.w, to.h, canvas->scratch, canvas->scratch_stride);
    pixman_image_composite32(PIXMAN_OP_OVER, ink_of(canvas, tint), mask, panel_of(canvas), 0, 0, 0,
        0, to.x, to.y, to.w, to.h);
    pixman_image_unref(mask);
}
