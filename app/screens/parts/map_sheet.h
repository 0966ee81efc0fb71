/* map_sheet.h - the drawn part of a map: land, rings, points and the lines between them, and where
 * the plates on it stand. Kept from frame to frame; what it found changes when its size does. */
#ifndef SCREENS_PARTS_MAP_SHEET_H
#define SCREENS_PARTS_MAP_SHEET_H

#include "screens/parts/azimuth.h"
#include "screens/parts/labels.h"
#include "ui/node.h"

enum map_tie {     /* the same on map, timeline and comparison */
    TIE_ACTIVE,    /* a solid line */
    TIE_SUSPENDED, /* broken */
    TIE_PLANNED,   /* dotted */
    TIE_UNKNOWN,   /* hollow: nothing since is recorded */
};

struct map_point {
    struct geo_place place;
    enum map_tie tie;
    struct theme_mark mark; /* of its country */
};

/* How much a plate says, from much to little: until all of them have room. */
enum map_form { MAP_TWO_LINES, MAP_ONE_LINE, MAP_NAMES };

enum { MAP_RINGS = 4, MAP_LABELLED = 3 };
extern const int map_rings_km[MAP_RINGS]; /* the last MAP_LABELLED have labels */

struct map_sheet {
    const struct map_point *points; /* the nearest first */
    size_t count;
    struct geo_place home;
    bool has_plates;
    /* what has room: */
    enum map_form form;
    bool is_shown[LABELS_MOST]; /* has a plate */
    size_t shown;
    bool has_ring_label[MAP_RINGS];
    /* for what: */
    struct metrics metrics;
    struct size room;
    uint64_t placed_key, drawn_key;
    struct azimuth azimuth;
    struct label labels[LABELS_MOST];
    struct point children[UI_ARRANGED_MOST];
    bool is_settled;
    struct azimuth_land land;
    struct azimuth land_seen; /* from where that is seen */
    struct map_paths *paths;
};

/* At most LABELS_MOST points; they are borrowed. */
struct map_sheet *map_sheet_create(
    struct arena *arena, struct geo_place home, const struct map_point *points, size_t count);
/* Before its children are declared: forgets what was found for another panel. */
void map_sheet_begin(struct map_sheet *sheet, const struct metrics *metrics, bool has_plates);
/* The children are: a plate for each point that is shown; where not all are, one that leads to the
 * others; the plate of home; the labels of the rings that have one. */
ui_arrange_fn map_sheet_arrange;
ui_canvas_fn map_sheet_draw; /* its data is the sheet */

/* A line of the grammar, as paths in px; the points go to `points`, at least 4, the ends to `ends`,
 * at least 2. */
struct draw_path map_tie_path(enum map_tie tie, struct point from, struct point to, float px,
    struct color color, struct point *points, size_t *ends);

#endif
