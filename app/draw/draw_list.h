/* draw_list.h - what one frame looks like, as a flat list of commands.
 *
 * Lengths are device pixels, origin at the top left. Every command carries the clip that was in
 * force. The list owns its commands; strings, paragraphs and paths are borrowed until the next
 * draw_list_clear(). Two lists with one hash draw the same picture. Nothing here fails. */
#ifndef DRAW_DRAW_LIST_H
#define DRAW_DRAW_LIST_H

#include "base/geom.h"
#include "draw/color.h"
#include "text/para.h"

#define DRAW_TEXT_COLORS 8

enum draw_kind { DRAW_RECT, DRAW_SHADOW, DRAW_TEXT, DRAW_ICON, DRAW_PICTURE, DRAW_PATHS };

/* Polygons of one colour, or lines along them. */
struct draw_path {
    struct color color;
    const struct point *points; /* px from the corner of the rectangle it is drawn in */
    const size_t *ends;         /* where each contour ends in `points`; each closes itself */
    size_t contours;
    /* 0: the polygons are filled, by signed areas (draw/polygons.h). Else how wide the lines are,
     * which then end where their contour does. */
    float width;
    float dash, gap; /* along a line; dash 0: dots as wide as it is; gap 0: unbroken */
};

struct draw_command {
    enum draw_kind kind;
    struct rect clip;
    struct rect rect;              /* text: x and y of the paragraph's box */
    struct color fill;             /* tint of icons, colour of shadows */
    struct color border;           /* drawn inside the rectangle's edge */
    float radius;                  /* of all four corners, clamped to half the smaller side */
    float width;                   /* of the border; blur of a shadow */
    struct str name;               /* of an icon */
    struct str picture;            /* its bytes */
    uint64_t hash;                 /* of them */
    const struct draw_path *paths; /* the first is the lowest */
    size_t path_count;
    uint64_t key; /* of these paths */
    const struct para *para;
    struct color colors[DRAW_TEXT_COLORS]; /* by glyph tag; tags past the last take the first */
    /* With a width: what is drawn is then turned by 180 degrees about the middle of it. The clip is
     * not: it says where on the target. */
    struct rect turn;
};

struct draw_list {
    struct draw_command *commands;
    size_t count, cap;
    struct rect clips[16];
    int clip_depth;
    struct rect turn; /* of the commands that are added, from `turned_from` on; w 0: none */
    size_t turned_from;
};

void draw_list_init(struct draw_list *list);
void draw_list_finish(struct draw_list *list);
void draw_list_clear(struct draw_list *list, struct size size_px); /* the size is the first clip */

void draw_clip_push(struct draw_list *list, struct rect rect); /* meets the clip in force */
void draw_clip_pop(struct draw_list *list);

/* What is added in between is turned by 180 degrees about the middle of the rectangle, which clips
 * it: for whoever stands opposite. Coordinates and clips are given as if it were not. Turns do not
 * nest. */
void draw_turn_open(struct draw_list *list, struct rect rect);
void draw_turn_close(struct draw_list *list);

/* Moves what was added from command `first` on; clips stay. */
void draw_list_shift(struct draw_list *list, size_t first, struct point by);
/* A border width or an alpha of 0 leaves that part out. */
void draw_rect(struct draw_list *list, struct rect rect, float radius, struct color fill,
    struct color border, float border_width);
void draw_shadow(
    struct draw_list *list, struct rect rect, float radius, struct color color, float blur);
void draw_text(struct draw_list *list, const struct para *para, struct point at,
    const struct color *colors, size_t color_count);
void draw_icon(struct draw_list *list, struct str name, struct rect rect, struct color tint);
/* The bytes of a plain SVG (base/svg_plain.h), a JPEG or a PNG, fitted into the rectangle. `hash`:
 * of them, by str_hash(). In its own colours; with an `ink` a drawing by its edges, on `ground`. */
struct draw_picture {
    struct str bytes;
    uint64_t hash;
    struct color ink, ground;
};
void draw_picture(struct draw_list *list, const struct draw_picture *picture, struct rect rect);
/* Over a ground, which may be none. What is many paths costs milliseconds once, and is kept as one
 * picture while it stays the same. */
void draw_paths(struct draw_list *list, struct rect rect, struct color ground,
    const struct draw_path *paths, size_t count);

uint64_t draw_list_hash(const struct draw_list *list);
/* One command a line, for golden files. */
void draw_list_dump(const struct draw_list *list, struct str_buf *out);

#endif
