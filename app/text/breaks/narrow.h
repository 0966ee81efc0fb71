/* narrow.h - full-width text as the line breaking rules of UAX #14 read its half-width twin. */
#ifndef TEXT_BREAKS_NARROW_H
#define TEXT_BREAKS_NARROW_H

#include "text/shape/shaped.h"

struct arena;

/* The units with full-width digits and letters in their half-width form, and the marks that join,
 * lead or follow them (１２：３０, ０３－１２３４, （０３１）４８１２, １２．５％, ￥５００), so
 * that numbers, times, telephone numbers and codes hold together in either width. As many units,
 * from `arena`; the given ones where nothing is full-width. */
const uint16_t *narrow_units(const struct units *units, struct arena *arena);

#endif
