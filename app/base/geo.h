/* geo.h - how far a place is, on a sphere of 6,371 km. Degrees: latitude north and longitude east
 * of zero. Off by 0.5 % at most, as the earth is no sphere. */
#ifndef BASE_GEO_H
#define BASE_GEO_H

struct geo_place {
    double latitude, longitude;
};

/* Along the great circle; half the earth is 20,015 km. */
double geo_km(struct geo_place from, struct geo_place to);

#endif
