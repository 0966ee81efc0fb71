/* prose.h - a block of an article as spans of text: its marks, and the blanks of a letter.
 *
 * Marks of the content may nest (a strong link); spans may not. `{...}` is a field that whoever
 * writes the letter fills in: its braces go, and its name stands on a ground of its own, kept
 * together where it fits into a line. */
#ifndef SCREENS_PROSE_H
#define SCREENS_PROSE_H

#include "content/store.h"
#include "ui/ui.h"

/* Sorted, not overlapping, in bytes of `(*block)->text`. A block with fields is replaced by one in
 * the arena, whose text has them written out. */
struct ui_span *prose_spans(const struct store_block **block, struct arena *arena, size_t *count);

#endif
