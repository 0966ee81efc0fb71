/* bidi.h - embedding levels by UAX #9, through ICU, and the visual order of one line. */
#ifndef TEXT_SHAPE_BIDI_H
#define TEXT_SHAPE_BIDI_H

#include "base/arena.h"
#include "text/shape/decode.h"

enum bidi_base { BIDI_LTR, BIDI_RTL, BIDI_AUTO };

/* One level per unit, or NULL when all are 0. Rule L1's reset of trailing spaces is left to
 * bidi_line_levels(), because it depends on the lines. */
const uint8_t *bidi_levels(struct arena *arena, const struct units *units, enum bidi_base base);
/* `visual[i]` is the logical index of what stands at place i (rule L2). */
void bidi_visual_order(const uint8_t *levels, int32_t count, int32_t *visual);

#endif
