/* embed.h - the faces behind laid-out glyphs, cut down to those glyphs, for documents that carry
 * their fonts along.
 *
 * Glyphs are noted first, all of the document; then each face they come from is made once more of
 * its outlines alone, under the same glyph ids (HarfBuzz, retain-gids), without subroutines: a
 * writer of documents that keeps those whole would carry all of a CJK font's. Faces that share
 * outlines (raster.h) are one. The engine must outlive it. */
#ifndef TEXT_EMBED_H
#define TEXT_EMBED_H

#include "text/para.h"

struct text_embed;

struct text_embed *text_embed_create(struct text_engine *engine);
void text_embed_destroy(struct text_embed *embed); /* after everything that draws with its faces */
void text_embed_note(struct text_embed *embed, const struct text_glyph *glyphs, size_t count);
/* Once, when all are noted. Fails when a font is damaged. */
bool text_embed_make(struct text_embed *embed, struct err *err);
/* An FT_Face of FreeType, which only this layer includes; borrowed. NULL for a face of which no
 * glyph was noted. */
void *text_embed_face(const struct text_embed *embed, const struct text_glyph *glyph);

#endif
