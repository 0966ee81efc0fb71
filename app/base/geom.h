/* geom.h - points, sizes and rectangles. The unit (dp or px) is the caller's and is named there.
 * A rectangle holds the points with x <= px < x + w: edges belong to the start side. */
#ifndef BASE_GEOM_H
#define BASE_GEOM_H

#include <stdbool.h>

struct point {
    float x, y;
};
struct size {
    float w, h;
};
struct rect {
    float x, y, w, h;
};
struct insets {
    float top, end, bottom, start; /* start and end follow the inline direction */
};

bool rect_contains(struct rect r, struct point p);
bool rect_is_empty(struct rect r);
struct rect rect_intersect(struct rect a, struct rect b); /* empty when they do not meet */
struct rect rect_inset(struct rect r, struct insets by);
/* By 180 degrees about the middle of `about`: turned twice, all is where it was. */
struct rect rect_turn(struct rect r, struct rect about);
struct point point_turn(struct point p, struct rect about);

#endif
