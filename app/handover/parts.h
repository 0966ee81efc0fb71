/* parts.h - a long text as a row of short ones, for codes to be read one after the other. */
#ifndef HANDOVER_PARTS_H
#define HANDOVER_PARTS_H

#include "base/arena.h"

enum { PARTS_MARK = 12 }; /* bytes that "(12/345) " may take */

/* Cuts `text` into parts of at most `most` bytes (more than PARTS_MARK, by a character at least):
 * after a paragraph, else after a line, a sentence, a word, and at last between two characters. Of
 * several each begins with "(2/3) ". What is no UTF-8 is replaced. One part at least. */
size_t parts_cut(struct arena *arena, struct str text, size_t most, struct str **parts);

#endif
