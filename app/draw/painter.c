#include "draw/painter.h"

#include "base/log.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "draw/canvas.h"

#include <stdlib.h>
#include <string.h>

struct painter {
    SDL_Renderer *renderer;
    SDL_Surface *surface;
    struct canvas *canvas; /* the surface's pixels; NULL: all through the renderer */
    SDL_Rect clip, turn;   /* turn.w 0: as they are */
    SDL_Texture *textures[ATLAS_PAGES];
    uint32_t *upload; /* one bitmap as ARGB */
    size_t upload_cap;
};

static const SDL_Rect no_clip = {0, 0, -1, -1};

struct painter *
painter_create(void) {
    struct painter *painter = xcalloc(1, sizeof(*painter));
    painter->clip = no_clip;
    return painter;
}

void
painter_drop_pages(struct painter *painter) {
    for (int i = 0; i < ATLAS_PAGES; i++) {
        if (painter->textures[i]) {
            SDL_DestroyTexture(painter->textures[i]);
        }
        painter->textures[i] = NULL;
    }
    if (painter->canvas) {
        canvas_drop_pages(painter->canvas);
    }
}

void
painter_destroy(struct painter *painter) {
    if (painter) {
        painter_drop_pages(painter);
        canvas_destroy(painter->canvas);
        free(painter->upload);
        free(painter);
    }
}

void
painter_set_target(struct painter *painter, SDL_Renderer *renderer, SDL_Surface *surface) {
    painter_drop_pages(painter);
    painter->turn = (SDL_Rect){0};
    painter->renderer = renderer;
    canvas_destroy(painter->canvas);
    painter->canvas = surface ? canvas_create(surface) : NULL;
    painter->surface = surface;
    painter->clip = no_clip;
}

bool
painter_stores_slowly(const struct painter *painter) {
    return !painter->canvas;
}

void
painter_clip(struct painter *painter, SDL_Rect clip) {
    if (memcmp(&clip, &painter->clip, sizeof(clip)) != 0) {
        painter->clip = clip;
        SDL_RenderSetClipRect(painter->renderer, &clip);
    }
}

void
painter_turn(struct painter *painter, SDL_Rect about) {
    painter->turn = about;
}

static SDL_Rect
turned(const struct painter *painter, SDL_Rect at) {
    SDL_Rect t = painter->turn;
    return t.w <= 0
               ? at
               : (SDL_Rect){2 * t.x + t.w - at.x - at.w, 2 * t.y + t.h - at.y - at.h, at.w, at.h};
}

/* In memory: the part of `at` that may be touched, after all that the renderer still had to do.
 * False when there is none. */
static bool
cut_to_clip(struct painter *painter, const SDL_Rect *at, SDL_Rect *cut) {
    SDL_Rect whole = {0, 0, painter->surface->w, painter->surface->h};
    if (!SDL_IntersectRect(at, &painter->clip, cut) || !SDL_IntersectRect(cut, &whole, cut)) {
        return false;
    }
    SDL_RenderFlush(painter->renderer);
    return true;
}

void
painter_fill(struct painter *painter, SDL_Rect at, struct color color) {
    SDL_Rect cut;
    if (at.w <= 0 || at.h <= 0) {
        return;
    }
    at = turned(painter, at);
    if (painter->canvas) {
        if (cut_to_clip(painter, &at, &cut)) {
            canvas_fill(painter->canvas, cut, color);
        }
        return;
    }
    SDL_SetRenderDrawBlendMode(
        painter->renderer, color.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(painter->renderer, color.r, color.g, color.b, color.a);
    SDL_RenderFillRect(painter->renderer, &at);
}

bool
painter_clear(struct painter *painter, struct color color) {
    painter->turn = (SDL_Rect){0};
    if (painter->canvas) {
        painter_clip(painter, (SDL_Rect){0, 0, painter->surface->w, painter->surface->h});
        color.a = 255;
        painter_fill(painter, painter->clip, color);
        return true;
    }
    SDL_RenderSetClipRect(painter->renderer, NULL);
    painter->clip = no_clip;
    SDL_SetRenderDrawColor(painter->renderer, color.r, color.g, color.b, 255);
    return SDL_RenderClear(painter->renderer) == 0;
}

static SDL_Texture *
new_texture(struct painter *painter, int width, int height) {
    SDL_Texture *texture = SDL_CreateTexture(
        painter->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, width, height);
    if (texture) {
        SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
        SDL_SetTextureScaleMode(texture, SDL_ScaleModeNearest);
    } else {
        log_write(LOG_ERROR, "draw", "no texture of %dx%d: %s", width, height, SDL_GetError());
    }
    return texture;
}

static SDL_Texture *
page_texture(struct painter *painter, int page) {
    if (!painter->textures[page]) {
        painter->textures[page] = new_texture(painter, ATLAS_PAGE_PX, ATLAS_PAGE_PX);
    }
    return painter->textures[page];
}

static void
apply_table(uint8_t *out, const uint8_t *in, size_t count, const uint8_t *table) {
    for (size_t i = 0; i < count; i++) {
        out[i] = table ? table[in[i]] : in[i];
    }
}

static uint32_t *
upload_room(struct painter *painter, size_t count) {
    return VEC_ROOM(painter->upload, 0, painter->upload_cap, count);
}

/* Coverage goes up as white with alpha. */
static void
update_texture(struct painter *painter, SDL_Texture *texture, const SDL_Rect *at,
    const struct mask *mask, const uint8_t *table) {
    size_t count = (size_t)mask->width * (size_t)mask->height;
    uint32_t *out = upload_room(painter, count);
    for (size_t i = 0; i < count; i++) {
        uint32_t alpha = table ? table[mask->coverage[i]] : mask->coverage[i];
        out[i] = alpha << 24 | 0xFFFFFFu;
    }
    SDL_UpdateTexture(texture, at, out, mask->width * (int)sizeof(*out));
}

void
painter_store(struct painter *painter, const struct atlas_slot *slot, const struct mask *mask,
    const uint8_t table[256]) {
    if (slot->w <= 0) {
        return;
    }
    if (!painter->canvas) {
        SDL_Rect at = {slot->x, slot->y, slot->w, slot->h};
        SDL_Texture *texture = page_texture(painter, slot->page);
        if (texture) {
            update_texture(painter, texture, &at, mask, table);
        }
        return;
    }
    uint8_t *page = canvas_page(painter->canvas, slot->page);
    size_t width = (size_t)mask->width;
    for (int y = 0; y < mask->height; y++) {
        apply_table(page + (size_t)(slot->y + y) * ATLAS_PAGE_PX + (size_t)slot->x,
            mask->coverage + (size_t)y * width, width, table);
    }
}

/* One row or column of a page, as often as `to` is high or wide. */
static void
paint_stretched(struct painter *painter, int page, SDL_Rect from, SDL_Rect to, const SDL_Rect *cut,
    struct color tint) {
    size_t stride, step_x = from.w == to.w, step_y = from.h == to.h ? ATLAS_PAGE_PX : 0;
    uint8_t *out = canvas_scratch(painter->canvas, cut->w, cut->h, &stride);
    const uint8_t *in = canvas_page(painter->canvas, page) + (size_t)from.y * ATLAS_PAGE_PX +
                        (size_t)from.x + (size_t)(cut->y - to.y) * step_y +
                        (size_t)(cut->x - to.x) * step_x;
    for (int y = 0; y < cut->h; y++, in += step_y, out += stride) {
        if (step_x) {
            memcpy(out, in, (size_t)cut->w);
        } else {
            memset(out, *in, (size_t)cut->w);
        }
    }
    canvas_copy_scratch(painter->canvas, *cut, tint);
}

/* The last pixel of the page's part comes first; a side of one pixel is stretched as ever. */
static void
paint_turned(struct painter *painter, int page, SDL_Rect from, SDL_Rect to, const SDL_Rect *cut,
    struct color tint) {
    size_t stride;
    uint8_t *out = canvas_scratch(painter->canvas, cut->w, cut->h, &stride);
    const uint8_t *in = canvas_page(painter->canvas, page);
    bool is_wide = from.w == to.w, is_high = from.h == to.h;
    for (int y = cut->y - to.y; y < cut->y - to.y + cut->h; y++, out += stride) {
        int row = from.y + (is_high ? from.h - 1 - y : 0);
        int last = from.x + (is_wide ? from.w - 1 - (cut->x - to.x) : 0);
        const uint8_t *pixel = in + (size_t)row * ATLAS_PAGE_PX + (size_t)last;
        for (int x = 0; x < cut->w; x++) {
            out[x] = *pixel;
            pixel -= is_wide && x + 1 < cut->w ? 1 : 0;
        }
    }
    canvas_copy_scratch(painter->canvas, *cut, tint);
}

static void
paint(struct painter *painter, int page, SDL_Rect from, SDL_Rect to, struct color tint) {
    SDL_Rect cut;
    if (!cut_to_clip(painter, &to, &cut)) {
        return;
    }
    if (painter->turn.w > 0) {
        paint_turned(painter, page, from, to, &cut, tint);
        return;
    }
    if (from.w != to.w || from.h != to.h) {
        paint_stretched(painter, page, from, to, &cut, tint);
        return;
    }
    canvas_copy(painter->canvas, page, from.x + cut.x - to.x, from.y + cut.y - to.y, cut, tint);
}

static void
paint_mask(struct painter *painter, const struct mask *mask, const uint8_t *table, SDL_Rect to,
    struct color tint) {
    SDL_Rect cut;
    size_t stride;
    if (!cut_to_clip(painter, &to, &cut)) {
        return;
    }
    bool is_turned = painter->turn.w > 0;
    uint8_t *out = canvas_scratch(painter->canvas, cut.w, cut.h, &stride);
    for (int y = cut.y - to.y; y < cut.y - to.y + cut.h; y++, out += stride) {
        int row = is_turned ? mask->height - 1 - y : y;
        const uint8_t *in = mask->coverage + (size_t)row * (size_t)mask->width;
        if (!is_turned) {
            apply_table(out, in + (cut.x - to.x), (size_t)cut.w, table);
            continue;
        }
        for (int x = 0; x < cut.w; x++) {
            apply_table(out + x, in + (mask->width - 1 - (cut.x - to.x) - x), 1, table);
        }
    }
    canvas_copy_scratch(painter->canvas, cut, tint);
}

static void
render(struct painter *painter, SDL_Texture *texture, const SDL_Rect *from, const SDL_Rect *to) {
    SDL_RendererFlip both = (SDL_RendererFlip)(SDL_FLIP_HORIZONTAL | SDL_FLIP_VERTICAL);
    if (painter->turn.w > 0) {
        SDL_RenderCopyEx(painter->renderer, texture, from, to, 0, NULL, both);
    } else {
        SDL_RenderCopy(painter->renderer, texture, from, to);
    }
}

static void
copy_texture(struct painter *painter, SDL_Texture *texture, const SDL_Rect *from,
    const SDL_Rect *to, struct color tint) {
    SDL_SetTextureColorMod(texture, tint.r, tint.g, tint.b);
    SDL_SetTextureAlphaMod(texture, tint.a);
    render(painter, texture, from, to);
}

/* A pixel stretched along an edge is cut to the clip here: SDL's software renderer would cut the
 * source in proportion, and of one pixel nothing is left. */
static SDL_Rect
cut_stretched(const struct painter *painter, SDL_Rect from, SDL_Rect to) {
    SDL_Rect cut;
    if (!SDL_IntersectRect(&to, &painter->clip, &cut)) {
        return (SDL_Rect){0};
    }
    if (from.w != to.w) {
        to.x = cut.x;
        to.w = cut.w;
    }
    if (from.h != to.h) {
        to.y = cut.y;
        to.h = cut.h;
    }
    return to;
}

void
painter_copy(struct painter *painter, int page, SDL_Rect from, SDL_Rect to, struct color tint) {
    if (to.w <= 0 || to.h <= 0) {
        return;
    }
    to = turned(painter, to);
    if (painter->canvas) {
        paint(painter, page, from, to, tint);
        return;
    }
    SDL_Texture *texture = page_texture(painter, page);
    to = cut_stretched(painter, from, to);
    if (texture && to.w > 0) {
        copy_texture(painter, texture, &from, &to, tint);
    }
}

void
painter_draw_mask(struct painter *painter, const struct mask *mask, const uint8_t table[256], int x,
    int y, struct color tint) {
    SDL_Rect to = turned(painter, (SDL_Rect){x, y, mask->width, mask->height});
    if (mask->width <= 0 || mask->height <= 0) {
        return;
    }
    if (painter->canvas) {
        paint_mask(painter, mask, table, to, tint);
        return;
    }
    SDL_Texture *texture = new_texture(painter, mask->width, mask->height);
    if (texture) {
        update_texture(painter, texture, NULL, mask, table);
        copy_texture(painter, texture, NULL, &to, tint);
        SDL_DestroyTexture(texture);
    }
}

void
painter_picture(struct painter *painter, SDL_Texture *texture, SDL_Rect to) {
    to = turned(painter, to);
    render(painter, texture, NULL, &to);
}
