#include "bench/pixels.h"

#include "bench/blender.h"

#include "base/clock.h"
#include "base/map.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "bench/blend.h"
#include "text/raster.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TURNS = 60, SHEET_WIDTH = 1024, SHEET_ROWS = 8192 };

/* The sheet fills in shelves, as the atlas does. */
struct shelf {
    int x, y, height;
};

struct collection {
    struct scene scene;
    struct map places; /* of a bitmap's key: an index into `bitmaps` */
    struct scene_bitmap *bitmaps;
    size_t bitmap_cap, glyph_cap, fill_cap, bitmap_count;
    struct shelf shelf;
    struct arena scratch;
};

static uint64_t
key_of(const struct text_glyph *glyph, unsigned phase) {
    return (uint64_t)glyph->face << 56 | (uint64_t)phase << 48 | (uint64_t)glyph->size_26_6 << 32 |
           glyph->id;
}

/* Puts the glyph's bitmap onto the sheet; empty where there is no ink or no room. */
static struct scene_bitmap
store(
    struct collection *c, struct session *session, const struct text_glyph *glyph, unsigned phase) {
    struct glyph_bitmap mask;
    struct scene_bitmap out = {0};
    arena_reset(&c->scratch);
    if (!glyph_raster(session->engine, glyph, phase, &c->scratch, &mask) || mask.width == 0) {
        return out;
    }
    if (c->shelf.x + mask.width > SHEET_WIDTH) {
        c->shelf = (struct shelf){0, c->shelf.y + c->shelf.height, 0};
    }
    if (c->shelf.y + mask.height > SHEET_ROWS) {
        return out;
    }
    out = (struct scene_bitmap){.x = c->shelf.x,
        .y = c->shelf.y,
        .w = mask.width,
        .h = mask.height,
        .left = mask.left,
        .top = mask.top};
    for (int y = 0; y < mask.height; y++) {
        memcpy(c->scene.sheet + (size_t)(out.y + y) * SHEET_WIDTH + (size_t)out.x,
            mask.coverage + (size_t)y * (size_t)mask.width, (size_t)mask.width);
    }
    c->shelf.x += mask.width;
    c->shelf.height = mask.height > c->shelf.height ? mask.height : c->shelf.height;
    return out;
}

static uint32_t
bitmap_of(
    struct collection *c, struct session *session, const struct text_glyph *glyph, unsigned phase) {
    uint32_t index;
    uint64_t key = key_of(glyph, phase);
    if (!map_get(&c->places, key, &index)) {
        struct scene_bitmap bitmap = store(c, session, glyph, phase);
        index = (uint32_t)c->bitmap_count;
        VEC_ROOM(c->bitmaps, c->bitmap_count, c->bitmap_cap, 1);
        c->bitmaps[c->bitmap_count++] = bitmap;
        map_put(&c->places, key, index);
    }
    return index;
}

static uint32_t
pack(struct color color) {
    return (uint32_t)color.r << 16 | (uint32_t)color.g << 8 | color.b;
}

/* Glyphs that lie wholly on the panel: neither side is measured at cutting. */
static void
add_text(struct collection *c, struct session *session, const struct draw_command *command) {
    struct scene *scene = &c->scene;
    int left = (int)lroundf(command->rect.x * 64), top = (int)lroundf(command->rect.y * 64);
    for (size_t i = 0; i < command->para->glyph_count; i++) {
        const struct text_glyph *glyph = &command->para->glyphs[i];
        int x;
        unsigned phase;
        glyph_snap(glyph, left + glyph->x, &x, &phase);
        uint32_t index = bitmap_of(c, session, glyph, phase);
        const struct scene_bitmap *bitmap = &c->bitmaps[index];
        x += bitmap->left;
        int y = (top + glyph->y + 32) / 64 - bitmap->top;
        bool inside =
            x >= 0 && y >= 0 && x + bitmap->w <= scene->width && y + bitmap->h <= scene->height;
        if (bitmap->w == 0 || !inside) {
            continue;
        }
        struct color color = command->colors[glyph->tag < DRAW_TEXT_COLORS ? glyph->tag : 0];
        VEC_ROOM(scene->glyphs, scene->glyph_count, c->glyph_cap, 1);
        scene->glyphs[scene->glyph_count++] = (struct scene_glyph){
            .bitmap = index, .x = x, .y = y, .color = pack(color), .alpha = color.a};
    }
}

static void
add_fill(struct collection *c, const struct draw_command *command) {
    struct scene *scene = &c->scene;
    struct rect panel = {0, 0, (float)scene->width, (float)scene->height};
    struct rect at = rect_intersect(rect_intersect(command->rect, command->clip), panel);
    int x = (int)lroundf(at.x), y = (int)lroundf(at.y);
    int right = (int)lroundf(at.x + at.w), bottom = (int)lroundf(at.y + at.h);
    if (command->fill.a == 0 || right <= x || bottom <= y) {
        return;
    }
    VEC_ROOM(scene->fills, scene->fill_count, c->fill_cap, 1);
    scene->fills[scene->fill_count++] = (struct scene_fill){.x = x,
        .y = y,
        .w = right - x,
        .h = bottom - y,
        .color = pack(command->fill),
        .alpha = command->fill.a};
}

static void
collect(struct collection *c, struct session *session) {
    struct scene *scene = &c->scene;
    *c = (struct collection){0};
    arena_init(&c->scratch);
    scene->width = session->metrics.width_px;
    scene->height = session->metrics.height_px;
    scene->sheet_width = SHEET_WIDTH;
    scene->sheet_height = SHEET_ROWS;
    scene->sheet = xcalloc(SHEET_WIDTH, SHEET_ROWS);
    scene->background = pack(session->theme->colors[COLOR_PAPER]);
    for (size_t i = 0; i < session->list.count; i++) {
        const struct draw_command *command = &session->list.commands[i];
        if (command->kind == DRAW_TEXT) {
            add_text(c, session, command);
        } else if (command->kind == DRAW_RECT) {
            add_fill(c, command);
        }
    }
    scene->bitmaps = c->bitmaps;
    scene->bitmap_count = c->bitmap_count;
}

static void
forget(struct collection *c) {
    free(c->scene.sheet);
    free(c->scene.glyphs);
    free(c->scene.fills);
    free(c->bitmaps);
    map_finish(&c->places);
    arena_finish(&c->scratch);
}

static void
our_clear(struct blender *blender) {
    const struct scene *scene = blender->scene;
    blend_fill(
        blender->pixels, (size_t)scene->width, scene->width, scene->height, scene->background, 255);
}

static void
our_fills(struct blender *blender) {
    const struct scene *scene = blender->scene;
    size_t stride_px = (size_t)scene->width;
    for (size_t i = 0; i < scene->fill_count; i++) {
        const struct scene_fill *fill = &scene->fills[i];
        blend_fill(blender->pixels + (size_t)fill->y * stride_px + (size_t)fill->x, stride_px,
            fill->w, fill->h, fill->color, fill->alpha);
    }
}

static void
our_glyphs(struct blender *blender) {
    const struct scene *scene = blender->scene;
    size_t stride_px = (size_t)scene->width, step_y = (size_t)scene->sheet_width;
    for (size_t i = 0; i < scene->glyph_count; i++) {
        const struct scene_glyph *glyph = &scene->glyphs[i];
        const struct scene_bitmap *bitmap = &scene->bitmaps[glyph->bitmap];
        struct blend_source source = {
            .coverage = scene->sheet + (size_t)bitmap->y * step_y + (size_t)bitmap->x,
            .step_x = 1,
            .step_y = step_y,
            .width = bitmap->w,
            .height = bitmap->h};
        blend_coverage(blender->pixels + (size_t)glyph->y * stride_px + (size_t)glyph->x, stride_px,
            &source, glyph->color, glyph->alpha);
    }
}

static const struct blender_kind ours = {
    .name = "own_blend",
    .clear = our_clear,
    .fills = our_fills,
    .glyphs = our_glyphs,
};

static void
time_step(void (*step)(struct blender *), struct blender *blender, double *best_us) {
    uint64_t start = clock_system_ns();
    step(blender);
    double us = clock_ms_since(start) * 1000;
    *best_us = us < *best_us ? us : *best_us;
}

/* The largest difference of a channel: that all draw the same picture. */
static int
difference(const uint32_t *a, const uint32_t *b, size_t count) {
    int most = 0;
    for (size_t i = 0; i < count; i++) {
        for (int shift = 0; shift < 24; shift += 8) {
            int off = abs((int)(a[i] >> shift & 255) - (int)(b[i] >> shift & 255));
            most = off > most ? off : most;
        }
    }
    return most;
}

static void
add_blender(struct json *json, const struct blender *blender, const struct blender *first) {
    const struct {
        const char *key;
        double us, first_us;
    } steps[] = {
        {"clear", blender->clear_us, first->clear_us},
        {"fills", blender->fills_us, first->fills_us},
        {"glyphs", blender->glyphs_us, first->glyphs_us},
    };
    char key[32];
    const struct scene *scene = blender->scene;
    json_key(json, blender->kind->name);
    json_object_begin(json);
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        snprintf(key, sizeof(key), "%s_us", steps[i].key);
        json_key(json, key);
        json_double(json, steps[i].us, 1);
        snprintf(key, sizeof(key), "%s_x_own", steps[i].key);
        json_key(json, key);
        json_double(json, steps[i].us / steps[i].first_us, 2);
    }
    json_key(json, "largest_difference");
    json_int(json,
        difference(blender->pixels, first->pixels, (size_t)scene->width * (size_t)scene->height));
    json_object_end(json);
}

static void
measure(const struct scene *scene, struct json *json) {
    const struct blender_kind *const kinds[] = {&ours, &blender_pixman, &blender_pixman_glyphs};
    enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };
    struct blender blenders[KINDS];
    for (int k = 0; k < KINDS; k++) {
        blenders[k] = (struct blender){.kind = kinds[k],
            .scene = scene,
            .clear_us = 1e12,
            .fills_us = 1e12,
            .glyphs_us = 1e12};
        blenders[k].pixels =
            xcalloc((size_t)scene->width * (size_t)scene->height, sizeof(uint32_t));
        if (kinds[k]->open) {
            kinds[k]->open(&blenders[k]);
        }
    }
    for (int turn = 0; turn < TURNS * KINDS; turn++) {
        struct blender *blender = &blenders[turn % KINDS];
        time_step(blender->kind->clear, blender, &blender->clear_us);
        time_step(blender->kind->fills, blender, &blender->fills_us);
        time_step(blender->kind->glyphs, blender, &blender->glyphs_us);
    }
    for (int k = 0; k < KINDS; k++) {
        add_blender(json, &blenders[k], &blenders[0]);
        if (kinds[k]->close) {
            kinds[k]->close(&blenders[k]);
        }
    }
    for (int k = 0; k < KINDS; k++) {
        free(blenders[k].pixels);
    }
}

void
bench_pixels(struct session *session, struct json *json) {
    struct collection c;
    collect(&c, session);
    json_key(json, "pixels");
    json_object_begin(json);
    json_key(json, "glyph_count");
    json_int(json, (int64_t)c.scene.glyph_count);
    json_key(json, "distinct_bitmaps");
    json_int(json, (int64_t)c.scene.bitmap_count);
    json_key(json, "fill_count");
    json_int(json, (int64_t)c.scene.fill_count);
    measure(&c.scene, json);
    json_object_end(json);
    forget(&c);
}
