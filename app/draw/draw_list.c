#include "draw/draw_list.h"

#include "base/check.h"
#include "base/vec.h"
#include "base/xalloc.h"

#include <string.h>

#define HASH_PRIME 0x9E3779B97F4A7C15u

void
draw_list_init(struct draw_list *list) {
    *list = (struct draw_list){0};
}

void
draw_list_finish(struct draw_list *list) {
    xfree(list->commands);
    *list = (struct draw_list){0};
}

void
draw_list_clear(struct draw_list *list, struct size size_px) {
    list->count = 0;
    list->clip_depth = 1;
    list->turn = (struct rect){0};
    list->clips[0] = (struct rect){0, 0, size_px.w, size_px.h};
}

void
draw_clip_push(struct draw_list *list, struct rect rect) {
    xassert(list->clip_depth > 0 && (size_t)list->clip_depth < ARRAY_LEN(list->clips));
    list->clips[list->clip_depth] = rect_intersect(list->clips[list->clip_depth - 1], rect);
    list->clip_depth++;
}

void
draw_clip_pop(struct draw_list *list) {
    xassert(list->clip_depth > 1);
    list->clip_depth--;
}

void
draw_list_shift(struct draw_list *list, size_t first, struct point by) {
    for (size_t i = first; (by.x != 0 || by.y != 0) && i < list->count; i++) {
        list->commands[i].rect.x += by.x;
        list->commands[i].rect.y += by.y;
        list->commands[i].turn.x += by.x;
        list->commands[i].turn.y += by.y;
    }
}

/* What may be seen of the rectangle, as it stands before it is turned. */
void
draw_turn_open(struct draw_list *list, struct rect rect) {
    xassert(list->turn.w <= 0 && (size_t)list->clip_depth < ARRAY_LEN(list->clips));
    struct rect seen = rect_intersect(list->clips[list->clip_depth - 1], rect);
    list->clips[list->clip_depth++] = rect_turn(seen, rect);
    list->turn = rect;
    list->turned_from = list->count;
}

void
draw_turn_close(struct draw_list *list) {
    for (size_t i = list->turned_from; list->turn.w > 0 && i < list->count; i++) {
        list->commands[i].clip = rect_turn(list->commands[i].clip, list->turn);
        list->commands[i].turn = list->turn;
    }
    list->turn = (struct rect){0};
    draw_clip_pop(list);
}

/* NULL when nothing of `reach` can be seen: such a command never enters the list. */
static struct draw_command *
append(struct draw_list *list, enum draw_kind kind, struct rect reach) {
    xassert(list->clip_depth > 0);
    struct rect clip = list->clips[list->clip_depth - 1];
    if (rect_is_empty(rect_intersect(clip, reach))) {
        return NULL;
    }
    VEC_ROOM(list->commands, list->count, list->cap, 1);
    struct draw_command *command = &list->commands[list->count++];
    *command = (struct draw_command){.kind = kind, .clip = clip};
    return command;
}

void
draw_rect(struct draw_list *list, struct rect rect, float radius, struct color fill,
    struct color border, float border_width) {
    if (fill.a == 0 && (border.a == 0 || border_width <= 0)) {
        return;
    }
    struct draw_command *command = append(list, DRAW_RECT, rect);
    if (command) {
        command->rect = rect;
        command->radius = radius;
        command->fill = fill;
        command->border = border_width > 0 ? border : (struct color){0};
        command->width = border.a ? border_width : 0;
    }
}

void
draw_shadow(
    struct draw_list *list, struct rect rect, float radius, struct color color, float blur) {
    struct rect reach = rect_inset(rect, (struct insets){-blur, -blur, -blur, -blur});
    struct draw_command *command = color.a ? append(list, DRAW_SHADOW, reach) : NULL;
    if (command) {
        command->rect = rect;
        command->radius = radius;
        command->fill = color;
        command->width = blur;
    }
}

/* Where lines are, aligned as they may be, and a line's height around them: ink may leave the box
 * a little (accents above, hanging punctuation at the ends). */
static struct rect
text_reach(const struct para *para, struct point at) {
    float spill = para->line_count ? para->height_px / (float)para->line_count : 0;
    float end = para->width_px;
    for (size_t i = 0; i < para->line_count; i++) {
        float line_end = (float)(para->lines[i].x + para->lines[i].width) / 64;
        end = line_end > end ? line_end : end;
    }
    return (struct rect){at.x - spill, at.y - spill, end + 2 * spill, para->height_px + 2 * spill};
}

void
draw_text(struct draw_list *list, const struct para *para, struct point at,
    const struct color *colors, size_t color_count) {
    struct rect reach = text_reach(para, at);
    struct draw_command *command = para->glyph_count ? append(list, DRAW_TEXT, reach) : NULL;
    if (!command) {
        return;
    }
    command->rect = (struct rect){at.x, at.y, para->width_px, para->height_px};
    command->para = para;
    for (size_t i = 0; i < DRAW_TEXT_COLORS; i++) {
        command->colors[i] = colors[i < color_count ? i : 0];
    }
}

void
draw_icon(struct draw_list *list, struct str name, struct rect rect, struct color tint) {
    struct draw_command *command = name.n ? append(list, DRAW_ICON, rect) : NULL;
    if (command) {
        command->rect = rect;
        command->name = name;
        command->fill = tint;
    }
}

void
draw_picture(struct draw_list *list, const struct draw_picture *picture, struct rect rect) {
    struct draw_command *command = picture->bytes.n ? append(list, DRAW_PICTURE, rect) : NULL;
    if (command) {
        command->rect = rect;
        command->picture = picture->bytes;
        command->hash = picture->hash;
        command->border = picture->ink;
        command->fill = picture->ground;
    }
}

static uint64_t
mix(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * HASH_PRIME;
    return hash ^ (hash >> 29);
}

static uint64_t
mix_floats(uint64_t hash, const float *values, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint32_t bits;
        memcpy(&bits, &values[i], sizeof(bits));
        hash = mix(hash, bits);
    }
    return hash;
}

static uint64_t
mix_rect(uint64_t hash, struct rect rect) {
    return mix_floats(hash, (const float[]){rect.x, rect.y, rect.w, rect.h}, 4);
}

static uint64_t
mix_color(uint64_t hash, struct color c) {
    return mix(hash, (uint64_t)c.r << 24 | (uint64_t)c.g << 16 | (uint64_t)c.b << 8 | c.a);
}

/* By the glyphs and where they stand, never by address: a paragraph's memory may be reused. */
static uint64_t
mix_para(uint64_t hash, const struct para *para) {
    for (size_t i = 0; i < para->glyph_count; i++) {
        const struct text_glyph *glyph = &para->glyphs[i];
        hash =
            mix(hash, (uint64_t)glyph->id << 32 | (uint64_t)glyph->face << 16 | glyph->size_26_6);
        hash = mix(hash, (uint64_t)(uint32_t)glyph->x << 32 | (uint32_t)glyph->y);
        hash = mix(hash, (uint64_t)glyph->tag << 16 | glyph->flags);
    }
    return hash;
}

static uint64_t
mix_path(uint64_t hash, const struct draw_path *path) {
    size_t points = path->contours > 0 ? path->ends[path->contours - 1] : 0;
    hash = mix_floats(mix_color(hash, path->color), (const float[]){path->width, path->dash}, 2);
    hash = mix_floats(hash, &path->gap, 1);
    for (size_t i = 0; i < path->contours; i++) {
        hash = mix(hash, path->ends[i]);
    }
    for (size_t i = 0; i < points; i++) {
        hash = mix_floats(hash, (const float[]){path->points[i].x, path->points[i].y}, 2);
    }
    return hash;
}

void
draw_paths(struct draw_list *list, struct rect rect, struct color ground,
    const struct draw_path *paths, size_t count) {
    struct draw_command *command = append(list, DRAW_PATHS, rect);
    if (command) {
        command->rect = rect;
        command->fill = ground;
        command->paths = paths;
        command->path_count = count;
        command->key = mix_color(count, ground);
        for (size_t i = 0; i < count; i++) {
            command->key = mix_path(command->key, &paths[i]);
        }
    }
}

uint64_t
draw_list_hash(const struct draw_list *list) {
    uint64_t hash = list->count;
    hash = list->clip_depth ? mix_rect(hash, list->clips[0]) : hash;
    for (size_t i = 0; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];
        hash = mix(hash, command->kind);
        hash = mix_rect(mix_rect(hash, command->clip), command->rect);
        hash = command->turn.w > 0 ? mix_rect(hash, command->turn) : hash;
        hash = mix_color(mix_color(hash, command->fill), command->border);
        hash = mix_floats(hash, (const float[]){command->radius, command->width}, 2);
        hash = mix(hash, str_hash(command->name, 0));
        hash = command->picture.n ? mix(hash, command->hash) : hash;
        hash = command->path_count ? mix(hash, command->key) : hash;
        if (command->para) {
            hash = mix_para(hash, command->para);
            for (size_t c = 0; c < DRAW_TEXT_COLORS; c++) {
                hash = mix_color(hash, command->colors[c]);
            }
        }
    }
    return hash;
}

static void
dump_color(struct str_buf *out, const char *name, struct color color) {
    if (color.a == 0) {
        return;
    }
    char hex[8];
    color_hex(color, hex);
    str_buf_printf(out, " %s=%s", name, hex);
    if (color.a != 255) {
        str_buf_printf(out, "/%d", color.a);
    }
}

static void
dump_command(const struct draw_command *command, struct str_buf *out) {
    static const char *const names[] = {"rect", "shadow", "text", "icon", "picture", "paths"};
    str_buf_printf(out, "  %s %g,%g %gx%g", names[command->kind], (double)command->rect.x,
        (double)command->rect.y, (double)command->rect.w, (double)command->rect.h);
    if (command->radius > 0) {
        str_buf_printf(out, " radius=%g", (double)command->radius);
    }
    if (command->width > 0) {
        str_buf_printf(out, " width=%g", (double)command->width);
    }
    dump_color(out, "fill", command->fill);
    dump_color(out, "border", command->border);
    if (command->name.n) {
        str_buf_printf(out, " name=%.*s", STR_ARG(command->name));
    }
    if (command->picture.n) {
        str_buf_printf(out, " picture=%08x", (unsigned)command->hash);
    }
    if (command->path_count) {
        str_buf_printf(out, " paths=%zu key=%08x", command->path_count, (unsigned)command->key);
    }
    if (command->turn.w > 0) {
        str_buf_printf(out, " turned=%g,%g %gx%g", (double)command->turn.x, (double)command->turn.y,
            (double)command->turn.w, (double)command->turn.h);
    }
    if (command->para) {
        dump_color(out, "color", command->colors[0]);
        str_buf_printf(out, " \"%.*s\"", STR_ARG(command->para->text));
    }
    str_buf_byte(out, '\n');
}

void
draw_list_dump(const struct draw_list *list, struct str_buf *out) {
    struct rect clip = {-1, -1, -1, -1};
    for (size_t i = 0; i < list->count; i++) {
        const struct draw_command *command = &list->commands[i];
        if (memcmp(&clip, &command->clip, sizeof(clip)) != 0) {
            clip = command->clip;
            str_buf_printf(out, "clip %g,%g %gx%g\n", (double)clip.x, (double)clip.y,
                (double)clip.w, (double)clip.h);
        }
        dump_command(command, out);
    }
}
