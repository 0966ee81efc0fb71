/* glyphs.h - lines of the text engine shown by cairo: positions as they were laid out, and for each
 * glyph which bytes of the text it stands for. */
#ifndef PAPER_GLYPHS_H
#define PAPER_GLYPHS_H

#include <cairo.h>

#include "text/embed.h"

struct glyphs; /* the faces of one engine, as cairo knows them */

struct glyphs *glyphs_create(struct text_engine *engine);
void glyphs_note(struct glyphs *glyphs, const struct para *para);
bool glyphs_make(struct glyphs *glyphs, struct err *err); /* once, when all are noted */
void glyphs_destroy(struct glyphs *glyphs);               /* after the surface was finished */

/* Lines [first, end) with the first of them at `y`; points. The colour is cairo's own. */
struct glyphs_place {
    float x, y;
    size_t first, end;
};
void glyphs_show(
    struct glyphs *glyphs, cairo_t *cr, const struct para *para, const struct glyphs_place *place);

#endif
