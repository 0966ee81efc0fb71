#include "text/vertical.h"

#include "text/fontset.h"

void
vertical_combine(struct analysis *a) {
    for (int32_t i = 0, end; i < a->count; i = end) {
        end = i + 1;
        if (a->clusters[i].class != CHAR_DIGIT || a->bases[i] >= 0x80) {
            continue;
        }
        while (end < a->count && a->clusters[end].class == CHAR_DIGIT && a->bases[end] < 0x80) {
            end++;
        }
        bool beside_latin = (i > 0 && a->clusters[i - 1].class == CHAR_LATIN) ||
                            (end < a->count && a->clusters[end].class == CHAR_LATIN);
        if (end - i > VERTICAL_COMBINE_MOST || beside_latin) {
            continue;
        }
        for (int32_t k = i; k < end; k++) {
            a->clusters[k].flags |= k > i ? CLUSTER_COMBINED | CLUSTER_GROUP : CLUSTER_COMBINED;
        }
    }
}

/* The whole cell advances one em along the line: the first cluster carries it, the others none.
 * Their glyphs keep horizontal positions in dx, from the centre of the line. */
static void
fit_cell(struct analysis *a, struct run *run) {
    int32_t width = 0, pen = 0;
    for (int32_t i = run->start; i < run->end; i++) {
        width += a->clusters[i].advance;
    }
    run->narrowing = fontset_narrowing_for(width);
    for (int32_t i = run->start; i < run->end; i++) {
        struct cluster *c = &a->clusters[i];
        c->advance = i == run->start ? FONT_EM : 0;
        for (uint32_t g = c->glyph; g < a->clusters[i + 1].glyph; g++) {
            int32_t advance = a->glyphs[g].advance;
            a->glyphs[g].dx += pen - width / 2;
            a->glyphs[g].dy += i > run->start ? FONT_EM : 0; /* back to the cell's start */
            a->glyphs[g].advance = 0;
            pen += advance;
        }
        if (i == run->start && c->glyph < a->clusters[i + 1].glyph) {
            a->glyphs[c->glyph].advance = FONT_EM;
        }
    }
}

void
vertical_fit(struct analysis *a) {
    for (int32_t i = 0; i < a->run_count; i++) {
        if (a->runs[i].orientation == RUN_COMBINED) {
            fit_cell(a, &a->runs[i]);
        }
    }
}
