/* emitter.h - one paragraph on its way to glyphs: shared by para_emit.c and aside.c. */
#ifndef TEXT_LINES_EMITTER_H
#define TEXT_LINES_EMITTER_H

#include "text/lines/line.h"

#define ASCENT 880 /* the ideographic em box stands this high on the baseline (BASE: idtp) */

struct emitter {
    struct text_engine *engine;
    const struct shaped *shaped;
    const struct text_style *style;
    const struct text_span *spans;
    struct para *para;
    struct text_glyph *glyphs;
    struct text_cluster *clusters;
    struct text_line *lines;
    int32_t size;    /* 26.6 */
    int32_t pitch;   /* 26.6, baseline to baseline */
    int32_t reserve; /* 26.6, room for ruby above the first line */
    int32_t extent;  /* 26.6, all lines */
    int64_t box;     /* 26.6, the measure; 0 when there is none */
    size_t glyph_count, cluster_count;
    uint32_t ruby_at; /* next ruby group */
};

/* Where a line stands in the page. */
struct place {
    int32_t inline_start;     /* 26.6: x of its start, or y in vertical text */
    int32_t baseline, centre; /* y of the baseline; x of the middle line in vertical text */
    uint32_t line;
};

/* Rounded down, below zero too. */
int64_t emitter_divide_down(int64_t a, int64_t b);
/* Units to 26.6, rounded to the nearest; far beyond any screen it stays in range. */
int32_t emitter_26_6(const struct emitter *e, int64_t units);
/* The next glyph of the paragraph, its id, face and size set. */
struct text_glyph *emitter_glyph(
    struct emitter *e, const struct shaped_glyph *glyph, uint16_t face, int32_t size);

/* aside.c: what stands beside a line. Call after its clusters were placed. */
void aside_ruby(struct emitter *e, const struct line_range *range, const struct place *place);
void aside_emphasis(struct emitter *e, const struct line_range *range, const struct place *place);

#endif
