/* caret.h - where a caret stands in a laid-out paragraph, and which text a finger points at.
 *
 * Carets stand between grapheme clusters, before the cluster that starts at their byte; the one at
 * text.n stands after the last. Clusters that take no room (a joiner, the second half of a
 * ligature) have no stop of their own: the stop after them serves. At a soft line break the caret
 * belongs to the line that follows. */
#ifndef TEXT_CARET_H
#define TEXT_CARET_H

#include "base/geom.h"
#include "text/para.h"

struct text_caret {
    size_t byte; /* the stop it stands on */
    uint32_t line;
    struct rect box; /* px, zero wide (zero high in vertical text), an em long */
};

struct text_caret para_caret(const struct para *para, float size_px, size_t byte);
/* The stop nearest to a point of the paragraph's box. */
size_t para_hit(const struct para *para, struct point at_px);
/* The stop after, or before, `byte`; it stays at the ends. */
size_t para_next_stop(const struct para *para, size_t byte);
size_t para_previous_stop(const struct para *para, size_t byte);
/* Boxes of the text in [start, end), one for each stretch of a line; returns how many it wrote. */
size_t para_selection(
    const struct para *para, size_t start, size_t end, struct rect *out, size_t most);

/* Where the grapheme cluster begins that holds `byte`; `byte` itself between two clusters. */
size_t text_cluster_start(struct text_engine *engine, struct str text, size_t byte);

/* What Backspace leaves of text[0, byte): one grapheme cluster less. With `by_jamo`, the last jamo
 * of a Hangul syllable less ("하" for "한"), as while composing: then `*rest` is the syllable that
 * takes its place, or 0. */
size_t text_delete_before(
    struct text_engine *engine, struct str text, size_t byte, bool by_jamo, uint32_t *rest);

#endif
