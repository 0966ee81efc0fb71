#include "draw/draw_sdl_private.h"

#include "base/check.h"
#include "base/log.h"
#include "draw/icon.h"
#include "draw/mask.h"
#include "text/raster.h"

#include <math.h>

/* Every shape is coverage in the atlas, tinted when it is copied: glyphs by glyph id, icons at
 * their exact size, discs and rings whose quarters are the corners of rounded rectangles, and
 * shadows cut in nine. Copies of whole pixels look the same on a GPU and in memory. What finds no
 * room in the atlas is drawn by itself. */

enum key_kind { KEY_GLYPH, KEY_ICON, KEY_DISC, KEY_SHADOW };

/* Puts a bitmap into the atlas. False when there is no room in this frame. */
static bool
store(struct draw_sdl *draw, uint64_t key, const struct mask *mask, const uint8_t *table,
    struct atlas_slot *slot) {
    if (!atlas_place(draw->atlas, key, slot)) {
        return false;
    }
    painter_store(draw->painter, slot, mask, table);
    return true;
}

static void
copy(struct draw_sdl *draw, int page, SDL_Rect from, SDL_Rect to, struct color tint) {
    painter_copy(draw->painter, page, from, to, tint);
    draw->stats.copies++;
}

/* A bitmap the atlas has no room for: correct, only slower. */
static void
copy_alone(struct draw_sdl *draw, const struct mask *mask, const uint8_t *table, int x, int y,
    struct color tint) {
    draw->stats.overflow_glyphs++;
    painter_draw_mask(draw->painter, mask, table, x, y, tint);
}

static void
fill(struct draw_sdl *draw, int x, int y, int w, int h, struct color color) {
    painter_fill(draw->painter, (SDL_Rect){x, y, w, h}, color);
}

/* The four quarters of a disc or ring at the corners of `at`. */
static void
corners(struct draw_sdl *draw, SDL_Rect at, int radius, int border, struct color color) {
    uint64_t key = (uint64_t)KEY_DISC << 62 | (uint64_t)radius << 20 | (uint64_t)border;
    struct atlas_slot slot;
    if (!atlas_lookup(draw->atlas, key, &slot)) {
        slot = (struct atlas_slot){.w = 2 * radius, .h = 2 * radius};
        struct mask mask = mask_disc(&draw->scratch, radius, border);
        bool stored = store(draw, key, &mask, NULL, &slot);
        arena_reset(&draw->scratch);
        if (!stored) {
            return;
        }
    }
    for (int i = 0; i < 4; i++) {
        int end = i & 1, low = i >> 1;
        SDL_Rect from = {slot.x + end * radius, slot.y + low * radius, radius, radius};
        SDL_Rect to = {
            end ? at.x + at.w - radius : at.x, low ? at.y + at.h - radius : at.y, radius, radius};
        copy(draw, slot.page, from, to, color);
    }
}

static int
fit_radius(SDL_Rect at, float radius) {
    int limit = at.w < at.h ? at.w / 2 : at.h / 2;
    int r = draw_sdl_px(radius);
    r = r < limit ? r : limit;
    return r < ATLAS_PAGE_PX / 2 - 8 ? r : ATLAS_PAGE_PX / 2 - 8;
}

static void
fill_rounded(struct draw_sdl *draw, SDL_Rect at, int radius, struct color color) {
    if (radius <= 0) {
        fill(draw, at.x, at.y, at.w, at.h, color);
        return;
    }
    corners(draw, at, radius, 0, color);
    fill(draw, at.x + radius, at.y, at.w - 2 * radius, radius, color);
    fill(draw, at.x, at.y + radius, at.w, at.h - 2 * radius, color);
    fill(draw, at.x + radius, at.y + at.h - radius, at.w - 2 * radius, radius, color);
}

static void
stroke_rounded(struct draw_sdl *draw, SDL_Rect at, int radius, int width, struct color color) {
    if (radius > 0) {
        corners(draw, at, radius, width < radius ? width : 0, color);
    }
    int r = radius;
    fill(draw, at.x + r, at.y, at.w - 2 * r, width, color);
    fill(draw, at.x + r, at.y + at.h - width, at.w - 2 * r, width, color);
    int top = r > 0 ? r : width;
    fill(draw, at.x, at.y + top, width, at.h - 2 * top, color);
    fill(draw, at.x + at.w - width, at.y + top, width, at.h - 2 * top, color);
}

/* With an opaque fill the border is the larger shape under it, so that no fill shows outside. */
static void
run_rect(struct draw_sdl *draw, const struct draw_command *command) {
    SDL_Rect at = draw_sdl_round(command->rect);
    int radius = fit_radius(at, command->radius);
    int width = command->width > 0 ? draw_sdl_px(command->width) : 0;
    width = command->width > 0 && width < 1 ? 1 : width;
    if (width > 0 && command->fill.a == 255 && command->border.a == 255) {
        fill_rounded(draw, at, radius, command->border);
        SDL_Rect inner = {at.x + width, at.y + width, at.w - 2 * width, at.h - 2 * width};
        if (inner.w > 0 && inner.h > 0) {
            fill_rounded(draw, inner, radius > width ? radius - width : 0, command->fill);
        }
        return;
    }
    if (command->fill.a > 0) {
        fill_rounded(draw, at, radius, command->fill);
    }
    if (width > 0) {
        stroke_rounded(draw, at, radius, width, command->border);
    }
}

static void
run_shadow(struct draw_sdl *draw, const struct draw_command *command) {
    SDL_Rect rect = draw_sdl_round(command->rect);
    int blur = draw_sdl_px(command->width), radius = fit_radius(rect, command->radius);
    int smaller = rect.w < rect.h ? rect.w : rect.h;
    if (radius + blur > smaller / 2) { /* corners would overlap: a small thing, a small shadow */
        radius = radius < smaller / 4 ? radius : smaller / 4;
        blur = smaller / 2 - radius;
    }
    if (blur <= 0 || mask_shadow_corner(radius, blur) * 2 + 1 >= ATLAS_PAGE_PX) {
        return;
    }
    uint64_t key = (uint64_t)KEY_SHADOW << 62 | (uint64_t)radius << 20 | (uint64_t)blur;
    struct atlas_slot slot;
    if (!atlas_lookup(draw->atlas, key, &slot)) {
        struct mask mask = mask_shadow(&draw->scratch, radius, blur);
        slot = (struct atlas_slot){.w = mask.width, .h = mask.height};
        bool stored = store(draw, key, &mask, NULL, &slot);
        arena_reset(&draw->scratch);
        if (!stored) {
            return;
        }
    }
    int c = mask_shadow_corner(radius, blur);
    SDL_Rect at = {rect.x - blur, rect.y - blur, rect.w + 2 * blur, rect.h + 2 * blur};
    int from_x[] = {0, c, c + 1}, from_w[] = {c, 1, c};
    int to_x[] = {at.x, at.x + c, at.x + at.w - c}, to_w[] = {c, at.w - 2 * c, c};
    int to_y[] = {at.y, at.y + c, at.y + at.h - c}, to_h[] = {c, at.h - 2 * c, c};
    for (int i = 0; i < 9; i++) {
        int col = i % 3, row = i / 3;
        if (col == 1 && row == 1) {
            continue; /* the thing itself covers its middle */
        }
        SDL_Rect from = {slot.x + from_x[col], slot.y + from_x[row], from_w[col], from_w[row]};
        SDL_Rect to = {to_x[col], to_y[row], to_w[col], to_h[row]};
        copy(draw, slot.page, from, to, command->fill);
    }
}

/* Everything that makes a glyph's bitmap fits in 62 bits, so that no two share a key. Faces that
 * share their outlines share their bitmaps: a Han glyph of the Korean and the Japanese face. */
static uint64_t
glyph_key(const struct draw_sdl *draw, const struct text_glyph *glyph, unsigned phase, bool light) {
    return (uint64_t)KEY_GLYPH << 62 | (uint64_t)(light ? 1 : 0) << 61 | (uint64_t)phase << 58 |
           (uint64_t)((glyph->flags & TEXT_GLYPH_ROTATED) ? 1 : 0) << 57 |
           (uint64_t)(glyph_outline_face(draw->engine, glyph->face) & 0xFFu) << 48 |
           (uint64_t)glyph->size_26_6 << 32 | glyph->id;
}

/* The glyph's place in the atlas, rasterised first where it is new. False when there is no room in
 * this frame: then `mask` is its bitmap, in the scratch arena, and `slot` says where it goes. */
static bool
find_glyph(struct draw_sdl *draw, const struct text_glyph *glyph, unsigned phase, bool light,
    struct atlas_slot *slot, struct mask *mask) {
    uint64_t key = glyph_key(draw, glyph, phase, light);
    if (atlas_lookup(draw->atlas, key, slot)) {
        return true;
    }
    struct glyph_bitmap bitmap;
    if (!glyph_raster(draw->engine, glyph, phase, &draw->scratch, &bitmap)) {
        bitmap = (struct glyph_bitmap){0};
    }
    *mask = (struct mask){bitmap.width, bitmap.height, bitmap.coverage};
    *slot = (struct atlas_slot){
        .w = bitmap.width, .h = bitmap.height, .left = bitmap.left, .top = bitmap.top};
    return store(draw, key, mask, text_coverage_table(light), slot);
}

static void
run_glyph(struct draw_sdl *draw, const struct draw_command *command, int32_t origin_x,
    int32_t origin_y, const struct text_glyph *glyph) {
    struct color color = command->colors[glyph->tag < DRAW_TEXT_COLORS ? glyph->tag : 0];
    bool light = color_is_light(color);
    int x;
    unsigned phase;
    glyph_snap(glyph, origin_x + glyph->x, &x, &phase);
    int y = (origin_y + glyph->y + 32) >> 6;
    struct atlas_slot slot;
    struct mask mask;
    bool is_stored = find_glyph(draw, glyph, phase, light, &slot, &mask);
    SDL_Rect to = {x + slot.left, y - slot.top, slot.w, slot.h};
    if (!is_stored) {
        copy_alone(draw, &mask, text_coverage_table(light), to.x, to.y, color);
    } else if (slot.w > 0) {
        SDL_Rect from = {slot.x, slot.y, slot.w, slot.h};
        copy(draw, slot.page, from, to, color);
    }
    arena_reset(&draw->scratch);
}

bool
draw_sdl_prewarm(
    struct draw_sdl *draw, const struct para *para, bool light, size_t most, size_t *next) {
    size_t added = 0;
    for (; *next < para->glyph_count && added < most; ++*next) {
        const struct text_glyph *glyph = &para->glyphs[*next];
        struct atlas_slot slot;
        struct mask mask;
        if (!(glyph->flags & TEXT_GLYPH_CELL) ||
            atlas_lookup(draw->atlas, glyph_key(draw, glyph, 0, light), &slot)) {
            continue;
        }
        bool is_stored = find_glyph(draw, glyph, 0, light, &slot, &mask);
        arena_reset(&draw->scratch);
        if (!is_stored || atlas_stats(draw->atlas).evicted_shelves > 0) {
            return false; /* full: what is in use is worth more than what may come */
        }
        added++;
    }
    return *next < para->glyph_count;
}

typedef void glyph_fn(struct draw_sdl *draw, const struct draw_command *command, int32_t origin_x,
    int32_t origin_y, const struct text_glyph *glyph);

/* Lines outside the clip are skipped as a whole: long texts are mostly scrolled away. */
static void
each_glyph(
    struct draw_sdl *draw, const struct draw_command *command, SDL_Rect clip, glyph_fn *visit) {
    const struct para *para = command->para;
    int32_t x = (int32_t)lroundf(command->rect.x * 64), y = (int32_t)lroundf(command->rect.y * 64);
    int32_t top = clip.y * 64, bottom = (clip.y + clip.h) * 64;
    for (size_t i = 0; i < para->line_count; i++) {
        const struct text_line *line = &para->lines[i];
        for (uint32_t g = 0; g < line->glyph_count; g++) {
            const struct text_glyph *glyph = &para->glyphs[line->glyph + g];
            int32_t baseline = y + glyph->y, reach = 2 * glyph->size_26_6;
            if (baseline + reach >= top && baseline - reach <= bottom) {
                visit(draw, command, x, y, glyph);
            }
        }
    }
}

static void
run_text(struct draw_sdl *draw, const struct draw_command *command) {
    each_glyph(draw, command, draw->clip, run_glyph);
}

static void
place_glyph(struct draw_sdl *draw, const struct draw_command *command, int32_t origin_x,
    int32_t origin_y, const struct text_glyph *glyph) {
    struct color color = command->colors[glyph->tag < DRAW_TEXT_COLORS ? glyph->tag : 0];
    struct atlas_slot slot;
    struct mask mask;
    int x;
    unsigned phase;
    (void)origin_y;
    glyph_snap(glyph, origin_x + glyph->x, &x, &phase);
    find_glyph(draw, glyph, phase, color_is_light(color), &slot, &mask);
    arena_reset(&draw->scratch);
}

/* SDL flushes everything queued when a texture in the queue is changed. So new glyphs are put into
 * the atlas before the first copy of the frame, not between copies. */
void
draw_sdl_place(struct draw_sdl *draw, const struct draw_command *command) {
    if (command->kind == DRAW_TEXT && painter_stores_slowly(draw->painter)) {
        each_glyph(draw, command, draw_sdl_clip(command), place_glyph);
    }
}

static void
run_icon(struct draw_sdl *draw, const struct draw_command *command) {
    SDL_Rect at = draw_sdl_round(command->rect);
    uint64_t hash = str_hash(command->name, (uint64_t)at.w << 16 ^ (uint64_t)at.h);
    uint64_t key = (uint64_t)KEY_ICON << 62 | hash >> 2;
    struct atlas_slot slot;
    if (!atlas_lookup(draw->atlas, key, &slot)) {
        struct err err;
        struct mask mask = {0};
        if (!icon_load(draw->icon_dir, command->name, at.w, at.h, &draw->scratch, &mask, &err)) {
            log_write(LOG_WARN, "draw", "%s", err.message);
            draw->stats.missing_icons++;
        }
        slot = (struct atlas_slot){.w = mask.width, .h = mask.height};
        bool stored = store(draw, key, &mask, NULL, &slot);
        if (!stored) {
            copy_alone(draw, &mask, NULL, at.x, at.y, command->fill);
        }
        arena_reset(&draw->scratch);
        if (!stored) {
            return;
        }
    }
    if (slot.w > 0) {
        SDL_Rect from = {slot.x, slot.y, slot.w, slot.h};
        SDL_Rect to = {at.x, at.y, slot.w, slot.h};
        copy(draw, slot.page, from, to, command->fill);
    }
}

void
draw_sdl_command(struct draw_sdl *draw, const struct draw_command *command) {
    static void (*const run[])(struct draw_sdl *, const struct draw_command *) = {
        [DRAW_RECT] = run_rect,
        [DRAW_SHADOW] = run_shadow,
        [DRAW_TEXT] = run_text,
        [DRAW_ICON] = run_icon,
        [DRAW_PICTURE] = draw_sdl_picture,
        [DRAW_PATHS] = draw_sdl_paths,
    };
    run[command->kind](draw, command);
}
