/* chart_geometry.h - how much of a chart belongs to what: numbers alone. */
#ifndef SCREENS_PARTS_CHART_GEOMETRY_H
#define SCREENS_PARTS_CHART_GEOMETRY_H

#include <stddef.h>

enum { CHART_SHARES_MOST = 16 };

/* How many of `whole` shapes each part has: its share cut off, what is left over to the largest
 * remainders (Hamilton's method; of equal ones the first). They add up to `whole` where any of the
 * values, none of which is below 0, is above it; else all are 0. */
void chart_shares(const double *values, size_t count, int whole, int *shares);

/* The two bars of a line that is `length` px long, from an axis in its middle: how long each is.
 * What is not 0 can be seen. */
struct chart_sides {
    float out, in;
};
struct chart_sides chart_sides(float length, double out, double in, double most);

#endif
