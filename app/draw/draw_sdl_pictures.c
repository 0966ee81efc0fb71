/* Drawings of the content, and of the app: an SVG costs tens of milliseconds to draw, so that each
 * is drawn once for the size in which it stands and kept as a texture until others take its place.
 */
#include "base/log.h"
#include "draw/draw_sdl_private.h"
#include "draw/paths.h"
#include "draw/svg.h"

void
draw_sdl_drop_pictures(struct draw_sdl *draw) {
    for (size_t i = 0; i < DRAW_PICTURES; i++) {
        if (draw->pictures[i].texture) {
            SDL_DestroyTexture(draw->pictures[i].texture);
        }
        draw->pictures[i] = (struct draw_picture_slot){0};
    }
}

/* On very large panels it is drawn smaller and stretched. */
static SDL_Texture *
make_texture(struct draw_sdl *draw, struct str svg, SDL_Rect at) {
    struct err err = {0};
    int longest = at.w > at.h ? at.w : at.h;
    int w = longest > SVG_SIDE_MAX ? at.w * SVG_SIDE_MAX / longest : at.w;
    int h = longest > SVG_SIDE_MAX ? at.h * SVG_SIDE_MAX / longest : at.h;
    SDL_Surface *surface = svg_draw_picture(svg, w > 0 ? w : 1, h > 0 ? h : 1, &err);
    SDL_Texture *texture = surface ? SDL_CreateTextureFromSurface(draw->renderer, surface) : NULL;
    if (!texture) {
        log_write(LOG_WARN, "draw", "%s", surface ? SDL_GetError() : err.message);
        draw->stats.missing_icons++;
    } else {
        SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
        SDL_SetTextureScaleMode(texture, SDL_ScaleModeLinear);
    }
    SDL_FreeSurface(surface);
    return texture;
}

/* The slot with this key, or the one whose picture was seen longest ago. */
static struct draw_picture_slot *
slot_for(struct draw_sdl *draw, uint64_t key) {
    struct draw_picture_slot *oldest = &draw->pictures[0];
    for (size_t i = 0; i < DRAW_PICTURES; i++) {
        struct draw_picture_slot *slot = &draw->pictures[i];
        if (slot->key == key) {
            return slot;
        }
        oldest = slot->used < oldest->used ? slot : oldest;
    }
    return oldest;
}

/* The slot with this key; `*is_new` when it was another's, whose texture is gone. */
static struct draw_picture_slot *
take_slot(struct draw_sdl *draw, uint64_t key, bool *is_new) {
    struct draw_picture_slot *slot = slot_for(draw, key);
    *is_new = slot->key != key;
    if (*is_new && slot->texture) {
        SDL_DestroyTexture(slot->texture);
    }
    if (*is_new) {
        *slot = (struct draw_picture_slot){.key = key};
    }
    slot->used = ++draw->picture_uses;
    return slot;
}

static void
show(struct draw_sdl *draw, const struct draw_picture_slot *slot, SDL_Rect at) {
    if (slot->texture) {
        painter_picture(draw->painter, slot->texture, at);
        draw->stats.copies++;
    }
}

void
draw_sdl_picture(struct draw_sdl *draw, const struct draw_command *command) {
    SDL_Rect at = draw_sdl_round(command->rect);
    if (at.w <= 0 || at.h <= 0) {
        return;
    }
    bool is_new;
    uint64_t key = str_hash(command->svg, (uint64_t)at.w << 32 ^ (uint64_t)at.h) | 1;
    struct draw_picture_slot *slot = take_slot(draw, key, &is_new);
    if (is_new) {
        slot->texture = make_texture(draw, command->svg, at);
    }
    show(draw, slot, at);
}

/* What covers all that is under it is copied, not blended. */
static SDL_Texture *
make_paths(struct draw_sdl *draw, const struct draw_command *command, SDL_Rect at) {
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, at.w, at.h, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_Texture *texture = NULL;
    if (surface) {
        struct paths_image image = {surface->pixels, at.w, at.h, (size_t)surface->pitch / 4};
        paths_draw(&image, command->fill, command->paths, command->path_count);
        texture = SDL_CreateTextureFromSurface(draw->renderer, surface);
    }
    if (texture) {
        SDL_SetTextureBlendMode(
            texture, command->fill.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    } else {
        log_write(LOG_WARN, "draw", "%s", SDL_GetError());
    }
    SDL_FreeSurface(surface);
    return texture;
}

void
draw_sdl_paths(struct draw_sdl *draw, const struct draw_command *command) {
    SDL_Rect at = draw_sdl_round(command->rect);
    if (at.w <= 0 || at.h <= 0) {
        return;
    }
    bool is_new;
    uint64_t key = (command->key ^ (uint64_t)at.w << 40 ^ (uint64_t)at.h << 20) | 1;
    struct draw_picture_slot *slot = take_slot(draw, key, &is_new);
    if (is_new) {
        slot->texture = make_paths(draw, command, at);
    }
    show(draw, slot, at);
}
