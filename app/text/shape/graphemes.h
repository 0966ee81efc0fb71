/* graphemes.h - extended grapheme clusters (UAX #29): what a person sees as one character. */
#ifndef TEXT_SHAPE_GRAPHEMES_H
#define TEXT_SHAPE_GRAPHEMES_H

#include <unicode/ubrk.h>

#include "base/arena.h"
#include "text/shape/decode.h"

/* Writes where each cluster starts, and `units->count` after the last one. `starts` has room for
 * count + 1. Returns the number of clusters. */
int32_t graphemes_find(UBreakIterator *characters, const struct units *units, int32_t *starts);

#endif
