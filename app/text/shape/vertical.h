/* vertical.h - what vertical text does to clusters: a number of up to four digits that stands free
 * is set upright, side by side, in one cell (tate-chu-yoko). One that Latin letters, separators or
 * signs continue (3.14, No.5, -5) lies on its side whole. Orientation itself (UAX #50) is decided
 * in itemize.c. */
#ifndef TEXT_SHAPE_VERTICAL_H
#define TEXT_SHAPE_VERTICAL_H

#include "text/shape/analyse.h"

#define VERTICAL_COMBINE_MOST 4

/* Before itemising: marks the digits that share a cell. */
void vertical_combine(struct analysis *a);
/* After shaping: fits each such run into one em, narrower where it must be. */
void vertical_fit(struct analysis *a);

#endif
