/* shape.h - HarfBuzz over the runs: glyphs in logical order, tied to clusters. */
#ifndef TEXT_SHAPE_SHAPE_H
#define TEXT_SHAPE_SHAPE_H

#include "text/shape/analyse.h"

void shape_runs(struct analysis *a);
/* Shapes a string of its own (ruby) with the face its characters need. Appends to
 * a->ruby_glyphs; returns the width in units of the string's own em. */
int32_t shape_aside(struct analysis *a, struct str text, enum locale_id lang, uint16_t *face);

#endif
