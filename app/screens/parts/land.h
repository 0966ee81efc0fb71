/* land.h - the coasts of the world, and finer those of East Asia: Natural Earth, public domain
 * (assets/land). No borders and no names. */
#ifndef SCREENS_PARTS_LAND_H
#define SCREENS_PARTS_LAND_H

#include "base/arena.h"
#include "base/geo.h"

#include <stdbool.h>
#include <stddef.h>

struct land_ring {
    /* Counter-clockwise, a hole clockwise; the first place is not repeated. No step is longer than
     * half the earth, so that longitudes may leave -180 to 180. */
    struct geo_place *places;
    size_t count;
};
struct land {
    struct land_ring *rings;
    size_t count;
    struct geo_place south_west, north_east; /* the window that was cut out */
};

/* In the arena. */
struct land land_world(struct arena *arena);
struct land land_near(struct arena *arena); /* fine, but only there */
/* That place is inside the ring. */
bool land_is_inside(const struct land_ring *ring, struct geo_place place);
/* The side between two neighbours is where the land was cut, and no coast. */
bool land_is_cut(const struct land *land, struct geo_place a, struct geo_place b);

#endif
