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
