/* charts.h - figures as pictures that need no excuse: everything is drawn from counts, on an axis
 * that begins at zero.
 *
 *   up to four parts of one whole    a strip
 *   more                             a hundred shapes, one for each per cent
 *   two directions                   bars that face each other on one axis
 *
 * Parts are told apart by their shapes, and by hues beside; each picture has a name that says all
 * it shows. */
#ifndef SCREENS_PARTS_CHARTS_H
#define SCREENS_PARTS_CHARTS_H

#include "ui/widgets.h"

enum { CHART_STRIP_MOST = 4, CHART_MARKS = 13, CHART_SHAPES = 100 };

struct chart_part {
    struct str key, label, value; /* the value in words */
    double amount;
    int level;          /* 1; more: a part of the sum above */
    bool is_sum;        /* of the parts below: named, not drawn */
    bool is_marked;     /* what a link led to */
    struct str country; /* its mark is that of the country; empty: any */
};
struct chart {
    const struct chart_part *parts;
    size_t count;     /* at most CHART_MARKS that are drawn */
    struct str label; /* says all of it */
};
/* The whole and its parts: a strip or shapes, with a line for each part. */
void chart_whole(struct ui *ui, const struct chart *chart);

/* What tells bars out from bars in; and one line of bars. */
enum chart_side { CHART_OUT, CHART_IN };
void chart_swatch(struct ui *ui, enum chart_side side);
struct chart_line {
    struct str key, name, country;
    struct str out_value, in_value; /* in words */
    double out, in, most;           /* most: of all lines, either way */
    int digits;                     /* of the widest number of all lines */
};
void chart_line(struct ui *ui, const struct chart_line *line);

#endif
