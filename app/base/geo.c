#include "base/geo.h"

#include <math.h>

#define EARTH_KM 6371.0

static double
radians(double degrees) {
    return degrees * (M_PI / 180);
}

double
geo_km(struct geo_place from, struct geo_place to) {
    double half_up = sin(radians(to.latitude - from.latitude) / 2);
    double half_on = sin(radians(to.longitude - from.longitude) / 2);
    double h = half_up * half_up +
               cos(radians(from.latitude)) * cos(radians(to.latitude)) * half_on * half_on;
    return 2 * EARTH_KM * asin(sqrt(fmin(1, h)));
}

double
geo_bearing(struct geo_place from, struct geo_place to) {
    double on = radians(to.longitude - from.longitude);
    double here = radians(from.latitude), there = radians(to.latitude);
    double east = sin(on) * cos(there);
    double north = cos(here) * sin(there) - sin(here) * cos(there) * cos(on);
    double degrees = atan2(east, north) * (180 / M_PI);
    degrees = degrees < 0 ? degrees + 360 : degrees;
    return degrees >= 360 ? 0 : degrees;
}

static void
unit_vector(struct geo_place place, double out[3]) {
    double latitude = radians(place.latitude), longitude = radians(place.longitude);
    out[0] = cos(latitude) * cos(longitude);
    out[1] = cos(latitude) * sin(longitude);
    out[2] = sin(latitude);
}

static double
dot(const double a[3], const double b[3]) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

struct geo_eye
geo_eye(struct geo_place from) {
    struct geo_eye eye;
    double latitude = radians(from.latitude), longitude = radians(from.longitude);
    unit_vector(from, eye.up);
    eye.east[0] = -sin(longitude);
    eye.east[1] = cos(longitude);
    eye.east[2] = 0;
    eye.north[0] = -sin(latitude) * cos(longitude);
    eye.north[1] = -sin(latitude) * sin(longitude);
    eye.north[2] = cos(latitude);
    return eye;
}

struct geo_seen
geo_see(const struct geo_eye *eye, struct geo_place to) {
    double at[3];
    unit_vector(to, at);
    double east = dot(at, eye->east), north = dot(at, eye->north), across = hypot(east, north);
    double km = EARTH_KM * atan2(across, dot(at, eye->up));
    if (across < 1e-12) { /* here, or on the other side of the earth, which is in all directions */
        return (struct geo_seen){0, km};
    }
    return (struct geo_seen){km * east / across, km * north / across};
}
