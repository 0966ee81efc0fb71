/* Pictures of the content, and of the app: one costs tens of milliseconds to draw, so that each is
 * drawn once for the size in which it stands and kept as a texture until others take its place. */
#include "base/log.h"
#include "draw/draw_sdl_private.h"
#include "draw/image.h"
#include "draw/paths.h"
#include "draw/svg.h"

static void
drop(struct draw_sdl *draw, struct draw_picture_slot *slot) {
    if (slot->texture) {
        SDL_DestroyTexture(slot->texture);
    }
    draw->stats.picture_bytes -= slot->bytes;
    *slot = (struct draw_picture_slot){0};
}

void
draw_sdl_drop_pictures(struct draw_sdl *draw) {
    for (size_t i = 0; i < DRAW_PICTURES; i++) {
        drop(draw, &draw->pictures[i]);
    }
}

/* On very large panels it is drawn smaller and stretched. */
static void
size_to_draw(SDL_Rect at, int *width, int *height) {
    double scale = 1, sides = at.w > at.h ? at.w : at.h, area = (double)at.w * at.h;
    scale = sides > SVG_SIDE_MAX ? SVG_SIDE_MAX / sides : scale;
    if (area * scale * scale > (double)DRAW_PICTURE_PIXELS_MAX) {
        scale = sqrt((double)DRAW_PICTURE_PIXELS_MAX / area);
    }
    *width = (int)(at.w * scale);
    *height = (int)(at.h * scale);
    *width = *width > 0 ? *width : 1;
    *height = *height > 0 ? *height : 1;
}

static void
fill_slot(struct draw_sdl *draw, struct draw_picture_slot *slot, const struct draw_command *command,
    SDL_Rect at) {
    struct err err = {0};
    struct draw_picture picture = {command->picture, command->hash, command->border, command->fill};
    int width, height;
    size_to_draw(at, &width, &height);
    SDL_Surface *surface = image_draw(&picture, width, height, &err);
    slot->texture = surface ? SDL_CreateTextureFromSurface(draw->renderer, surface) : NULL;
    if (!slot->texture) {
        log_write(LOG_WARN, "draw", "%s", surface ? SDL_GetError() : err.message);
        draw->stats.missing_icons++;
    } else {
        slot->bytes = (size_t)surface->w * (size_t)surface->h * 4;
        draw->stats.picture_bytes += slot->bytes;
        SDL_SetTextureBlendMode(slot->texture, SDL_BLENDMODE_BLEND);
        SDL_SetTextureScaleMode(slot->texture, SDL_ScaleModeLinear);
    }
    SDL_FreeSurface(surface);
}

static struct draw_picture_slot *
find_slot(struct draw_sdl *draw, uint64_t key) {
    for (size_t i = 0; i < DRAW_PICTURES; i++) {
        if (draw->pictures[i].key == key) {
            return &draw->pictures[i];
        }
    }
    return NULL;
}

/* Lets go of those seen longest ago until there is a slot and `bytes` fit. */
static struct draw_picture_slot *
make_room(struct draw_sdl *draw, size_t bytes) {
    for (;;) {
        struct draw_picture_slot *free_slot = NULL, *oldest = NULL;
        for (size_t i = 0; i < DRAW_PICTURES; i++) {
            struct draw_picture_slot *slot = &draw->pictures[i];
            if (slot->key == 0) {
                free_slot = slot;
            } else if (!oldest || slot->used < oldest->used) {
                oldest = slot;
            }
        }
        if (free_slot &&
            (!oldest || draw->stats.picture_bytes + bytes <= DRAW_PICTURES_BYTES_MAX)) {
            return free_slot;
        }
        drop(draw, oldest);
    }
}

static uint64_t
key_of(const struct draw_command *command, SDL_Rect at) {
    struct {
        uint64_t hash;
        int32_t w, h;
        struct color ink, ground;
    } all = {command->hash, at.w, at.h, command->border, command->fill};
    return str_hash((struct str){(const char *)&all, sizeof(all)}, 0) | 1;
}

static void
show(struct draw_sdl *draw, struct draw_picture_slot *slot, SDL_Rect at) {
    slot->used = ++draw->picture_uses;
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
    uint64_t key = key_of(command, at);
    struct draw_picture_slot *slot = find_slot(draw, key);
    if (!slot) {
        int width, height;
        size_to_draw(at, &width, &height);
        slot = make_room(draw, (size_t)width * (size_t)height * 4);
        *slot = (struct draw_picture_slot){.key = key};
        fill_slot(draw, slot, command, at);
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
    uint64_t key = (command->key ^ (uint64_t)at.w << 40 ^ (uint64_t)at.h << 20) | 1;
    struct draw_picture_slot *slot = find_slot(draw, key);
    if (!slot) {
        size_t bytes = (size_t)at.w * (size_t)at.h * 4;
        slot = make_room(draw, bytes);
        *slot = (struct draw_picture_slot){.key = key};
        slot->texture = make_paths(draw, command, at);
        slot->bytes = slot->texture ? bytes : 0;
        draw->stats.picture_bytes += slot->bytes;
    }
    show(draw, slot, at);
}
