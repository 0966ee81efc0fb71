/* labels.h - where the names of points stand on a map, by rule: beside their point or at the edge
 * with a line to it; never on another, never on a point, and off the lines where there is room.
 * Pure. */
#ifndef SCREENS_PARTS_LABELS_H
#define SCREENS_PARTS_LABELS_H

#include "base/geom.h"

#include <stddef.h>

enum { LABELS_MOST = 64 };

struct label {
    struct point dot;
    struct size size; /* of its plate */
    /* found: */
    bool is_placed;      /* false: there was no room */
    bool has_leader;     /* stands away from its point: a line leads there ... */
    struct point leader; /* ... from here on the plate's edge */
    struct rect rect;
};
struct labels_sheet {
    struct size size;
    struct point home;        /* a line goes from here to every point */
    float inset;              /* that plates keep from the edge of the sheet */
    float gap;                /* between two plates */
    float dot;                /* from the middle of a point to where a plate may begin */
    const struct rect *taken; /* where no plate may stand */
    size_t taken_count;
};
/* The first of them are kept where there is no room for all. Returns how many are placed. */
size_t labels_place(struct label *labels, size_t count, const struct labels_sheet *sheet);

#endif
