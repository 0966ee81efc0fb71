/* geo.h - how far a place is and in which direction, on a sphere of 6,371 km. Degrees: latitude
 * north and longitude east of zero. Off by 0.5 % at most, as the earth is no sphere. */
#ifndef BASE_GEO_H
#define BASE_GEO_H

struct geo_place {
    double latitude, longitude;
};

/* Along the great circle; half the earth is 20,015 km. */
double geo_km(struct geo_place from, struct geo_place to);
/* In which direction that way begins: 0 is north, 90 east; below 360. 0 where the two are one. */
double geo_bearing(struct geo_place from, struct geo_place to);

/* A place as seen from another: how far to the east and north it is drawn on a sheet on which
 * bearing and distance from there are true, in km. */
struct geo_seen {
    double east_km, north_km;
};
/* What of `from` is needed for every other place. */
struct geo_eye {
    double up[3], east[3], north[3];
};
struct geo_eye geo_eye(struct geo_place from);
struct geo_seen geo_see(const struct geo_eye *eye, struct geo_place to);

#endif
