/* dump.h - every stage of a paragraph as stable text: what tests compare and people read.
 *
 * Clusters with class, break and squeeze, runs with script and face, then lines with their glyphs.
 * Glyph ids are left out: they belong to the font's version, not to the engine. */
#ifndef TEXT_DUMP_H
#define TEXT_DUMP_H

#include "text/para.h"

void text_dump(struct text_engine *engine, struct str text, const struct text_style *style,
    const struct text_span *spans, size_t span_count, float width_px, struct str_buf *out);

#endif
