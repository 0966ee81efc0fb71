/* map.h - the home city in the middle and every partner round it, by true direction and distance: a
 * part of the home screen, and a screen of its own. */
#ifndef SCREENS_PARTS_MAP_H
#define SCREENS_PARTS_MAP_H

#include "screens/screen.h"
#include "screens/parts/map_sheet.h"

struct map_partner {
    struct store_city city;
    struct str name;     /* told apart from others of the same name */
    struct str km, away; /* "1,022 km"; "1,022 km to the east" */
    bool has_place;
    double distance_km;
};

struct map {
    struct store_city home;
    bool has_home;                /* and it is known where that is: else there is no map */
    struct map_partner *partners; /* those with a place first, the nearest before the others */
    size_t count, placed;
    struct map_sheet *sheet;
};

/* In the screen's arena. */
bool map_load(
    struct map **out, struct screen *screen, const struct screen_env *env, struct err *err);
/* As high as there is room, at least `min_height` dp. Without plates only the points are shown:
 * where type is so large that names have no room. */
struct map_box {
    struct str key;
    float min_height; /* dp, before the text scale */
    float height;     /* dp; 0: grows */
    bool has_plates;
};
void map_view(struct ui *ui, const struct screen_env *env, struct map *map, struct map_box box);

/* How a tie stands, as a line. */
enum map_tie map_tie_of(struct str status);

#endif
