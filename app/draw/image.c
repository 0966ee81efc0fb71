#include "draw/image.h"

#include "base/arena.h"
#include "base/check.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "draw/mask.h"

#include <SDL_image.h>
#include <stdlib.h>
#include <string.h>

#define IMAGE_ENTRIES 64
#define IMAGE_FILE_MAX ((size_t)32 << 20)

struct entry {
    uint64_t key;
    uint64_t used;        /* larger is later */
    SDL_Texture *texture; /* NULL: could not be read */
    size_t bytes;
};

struct image_cache {
    char *dir;
    uint64_t clock;
    size_t bytes;
    struct entry entries[IMAGE_ENTRIES];
};

struct image_cache *
image_cache_create(const char *dir) {
    struct image_cache *cache = xcalloc(1, sizeof(*cache));
    cache->dir = dir ? xstrdup(dir) : NULL;
    return cache;
}

static void
drop(struct image_cache *cache, struct entry *entry) {
    if (entry->texture) {
        SDL_DestroyTexture(entry->texture);
    }
    cache->bytes -= entry->bytes;
    *entry = (struct entry){0};
}

void
image_cache_clear(struct image_cache *cache) {
    for (size_t i = 0; i < IMAGE_ENTRIES; i++) {
        drop(cache, &cache->entries[i]);
    }
}

void
image_cache_destroy(struct image_cache *cache) {
    if (cache) {
        image_cache_clear(cache);
        free(cache->dir);
        free(cache);
    }
}

static SDL_Surface *
load_file(const char *dir, struct str path, struct err *err) {
    struct arena arena;
    struct str bytes;
    arena_init(&arena);
    bool is_absolute = path.n > 0 && path.p[0] == '/';
    struct str full = is_absolute || !dir ? arena_str(&arena, path)
                                          : arena_printf(&arena, "%s/%.*s", dir, STR_ARG(path));
    SDL_Surface *argb = NULL;
    if (file_read(full.p, IMAGE_FILE_MAX, &arena, &bytes, err)) {
        SDL_RWops *rw = SDL_RWFromConstMem(bytes.p, (int)bytes.n);
        SDL_Surface *loaded = rw ? IMG_Load_RW(rw, 1) : NULL;
        argb = loaded ? SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
        SDL_FreeSurface(loaded);
        if (!argb) {
            err_set(err, ERR_FORMAT, "%s: not a picture this program reads: %s", full.p,
                SDL_GetError());
        }
    }
    arena_finish(&arena);
    return argb;
}

/* The largest middle part with the sides' proportion w : h. */
static SDL_Rect
cover(const SDL_Surface *surface, int w, int h) {
    SDL_Rect part = {0, 0, surface->w, surface->h};
    if ((int64_t)surface->w * h > (int64_t)surface->h * w) {
        part.w = (int)((int64_t)surface->h * w / h);
        part.x = (surface->w - part.w) / 2;
    } else {
        part.h = (int)((int64_t)surface->w * h / w);
        part.y = (surface->h - part.h) / 2;
    }
    return part;
}

static void
round_corners(SDL_Surface *surface, int radius) {
    int limit = surface->w < surface->h ? surface->w / 2 : surface->h / 2;
    radius = radius < limit ? radius : limit;
    if (radius <= 0) {
        return;
    }
    struct arena arena;
    arena_init(&arena);
    struct mask mask = mask_disc(&arena, radius, 0);
    for (int y = 0; y < mask.height; y++) {
        for (int x = 0; x < mask.width; x++) {
            int at_x = x < radius ? x : surface->w - mask.width + x;
            int at_y = y < radius ? y : surface->h - mask.height + y;
            uint8_t *pixel = (uint8_t *)surface->pixels + at_y * surface->pitch + at_x * 4;
            uint32_t value;
            memcpy(&value, pixel, 4);
            uint32_t alpha = (value >> 24) * mask.coverage[y * mask.width + x] / 255;
            value = (value & 0xFFFFFFu) | alpha << 24;
            memcpy(pixel, &value, 4);
        }
    }
    arena_finish(&arena);
}

static SDL_Texture *
make_texture(struct image_cache *cache, SDL_Renderer *renderer, struct str path, int w, int h,
    int radius, struct err *err) {
    SDL_Surface *source = load_file(cache->dir, path, err);
    SDL_Surface *fitted =
        source ? SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888) : NULL;
    SDL_Texture *texture = NULL;
    if (fitted) {
        SDL_Rect part = cover(source, w, h);
        SDL_SoftStretchLinear(source, &part, fitted, NULL);
        round_corners(fitted, radius);
        texture = SDL_CreateTextureFromSurface(renderer, fitted);
        if (texture) {
            SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
        } else {
            err_set(err, ERR_LIMIT, "picture %.*s: no texture: %s", STR_ARG(path), SDL_GetError());
        }
    }
    SDL_FreeSurface(fitted);
    SDL_FreeSurface(source);
    return texture;
}

static struct entry *
oldest(struct image_cache *cache) {
    struct entry *best = NULL;
    for (size_t i = 0; i < IMAGE_ENTRIES; i++) {
        struct entry *entry = &cache->entries[i];
        if (!entry->used) {
            return entry;
        }
        if (!best || entry->used < best->used) {
            best = entry;
        }
    }
    return best;
}

static void
make_room(struct image_cache *cache, size_t bytes) {
    while (cache->bytes > 0 && cache->bytes + bytes > IMAGE_BUDGET_BYTES) {
        struct entry *victim = NULL;
        for (size_t i = 0; i < IMAGE_ENTRIES; i++) {
            struct entry *entry = &cache->entries[i];
            if (entry->bytes && (!victim || entry->used < victim->used)) {
                victim = entry;
            }
        }
        drop(cache, victim);
    }
}

SDL_Texture *
image_cache_get(struct image_cache *cache, SDL_Renderer *renderer, struct str path, int w, int h,
    int radius, struct err *err) {
    if (w <= 0 || h <= 0 || w > 8192 || h > 8192) {
        err_set(err, ERR_LIMIT, "picture %.*s: asked for at %dx%d", STR_ARG(path), w, h);
        return NULL;
    }
    uint64_t key = str_hash(path, (uint64_t)w << 40 ^ (uint64_t)h << 16 ^ (uint64_t)radius);
    for (size_t i = 0; i < IMAGE_ENTRIES; i++) {
        struct entry *entry = &cache->entries[i];
        if (entry->used && entry->key == key) {
            entry->used = ++cache->clock;
            if (!entry->texture) {
                err_set(err, ERR_MISSING, "picture %.*s: could not be read", STR_ARG(path));
            }
            return entry->texture;
        }
    }
    size_t bytes = (size_t)w * (size_t)h * 4;
    make_room(cache, bytes);
    struct entry *entry = oldest(cache);
    drop(cache, entry);
    SDL_Texture *texture = make_texture(cache, renderer, path, w, h, radius, err);
    *entry = (struct entry){key, ++cache->clock, texture, texture ? bytes : 0};
    cache->bytes += entry->bytes;
    return texture;
}
