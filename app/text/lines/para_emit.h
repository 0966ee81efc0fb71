/* para_emit.h - lines of clusters become glyphs at 26.6 positions: alignment, justification,
 * reading order, ellipsis, ruby, emphasis dots, vertical page space. */
#ifndef TEXT_LINES_PARA_EMIT_H
#define TEXT_LINES_PARA_EMIT_H

#include "text/lines/line.h"

/* A laid-out paragraph with what it borrows. One allocation. */
struct para_box {
    struct para para; /* first: callers hold a pointer to it */
    struct shaped *shaped;
    size_t bytes;
};

struct para_box *para_emit(struct text_engine *engine, struct shaped *shaped,
    const struct text_style *style, const struct text_span *spans, float width_px);
void para_box_destroy(struct para_box *box);
/* px to units at this size, rounded down; an infinite or absurd width gives a very long line. */
int64_t para_units(float px, int32_t size_26_6);
int32_t para_size_26_6(const struct text_style *style);

#endif
