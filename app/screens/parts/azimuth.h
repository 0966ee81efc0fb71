/* azimuth.h - a sheet on which every place stands in its true direction from home, the nearer
 * ones apart and the far ones still on it: the distance on the sheet is the root of that on the
 * earth. Pure. */
#ifndef SCREENS_PARTS_AZIMUTH_H
#define SCREENS_PARTS_AZIMUTH_H

#include "base/arena.h"
#include "base/geo.h"
#include "base/geom.h"

#include <stddef.h>

struct azimuth {
    struct geo_place home;
    struct geo_eye eye;
    struct point at;   /* of home, px */
    float root_km_px;  /* px for one root of a km */
    struct size sheet; /* px */
};

struct azimuth azimuth_make(
    struct geo_place home, struct size sheet, struct point at, float root_km_px);
struct point azimuth_at(const struct azimuth *azimuth, struct geo_place place);
/* How far from home that many km are drawn. */
float azimuth_px(const struct azimuth *azimuth, double km);

/* Many contours, one after the other. */
struct azimuth_lines {
    struct point *points;
    size_t *ends;
    size_t points_count, points_most, contours, contours_most;
};
struct azimuth_land {
    struct azimuth_lines land;  /* to be filled by signed areas */
    struct azimuth_lines coast; /* to be drawn */
};
/* Room for the land on any sheet, in the arena. */
void azimuth_land_init(struct azimuth_land *out, struct arena *arena);
/* What was there before is replaced. */
void azimuth_land_make(const struct azimuth *azimuth, struct azimuth_land *out);

#endif
