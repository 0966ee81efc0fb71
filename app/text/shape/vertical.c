#include "text/shape/vertical.h"

#include <unicode/uchar.h>

#include "text/fonts/fontset.h"

static bool
is_ascii_digit(const struct analysis *a, int32_t at) {
    return at >= 0 && at < a->count && a->bases[at] >= '0' && a->bases[at] <= '9';
}

static bool
lies(uint32_t c) {
    return u_getIntPropertyValue((UChar32)c, UCHAR_VERTICAL_ORIENTATION) == U_VO_ROTATED;
}

/* A letter that lies on its side; a full-width one stands. */
static bool
is_lying_letter(const struct analysis *a, int32_t at) {
    return at >= 0 && at < a->count && a->clusters[at].class == CHAR_LATIN && lies(a->bases[at]);
}

/* Does the character at `at` hold the number beside it to what lies on its side? A letter does, a
 * sign or unit (-5, 50%, $3), and what separates digits or letters (3.14, 10:30, No.5), with one
 * such `beyond` it; not the end of a sentence, a bracket, a quote, a dash, nor what stands upright,
 * such as a full-width tilde. */
static bool
holds_number(const struct analysis *a, int32_t at, int32_t beyond) {
    if (at < 0 || at >= a->count || !lies(a->bases[at])) {
        return false;
    }
    uint32_t c = a->bases[at];
    switch (a->clusters[at].class) {
    case CHAR_LATIN:
    case CHAR_HYPHEN:
        return true;
    case CHAR_COMMA:
    case CHAR_STOP:
    case CHAR_SLASH:
    case CHAR_TILDE:
    case CHAR_DOT:
        return is_ascii_digit(a, beyond) || is_lying_letter(a, beyond);
    case CHAR_CLOSE:
        return u_charType((UChar32)c) == U_OTHER_PUNCTUATION; /* % */
    case CHAR_OTHER:
        return c < 0x80 || u_charType((UChar32)c) == U_MATH_SYMBOL ||
               u_charType((UChar32)c) == U_CURRENCY_SYMBOL;
    default:
        return false;
    }
}

void
vertical_combine(struct analysis *a) {
    for (int32_t i = 0, end; i < a->count; i = end) {
        end = i + 1;
        if (!is_ascii_digit(a, i)) {
            continue;
        }
        while (is_ascii_digit(a, end)) {
            end++;
        }
        if (end - i > VERTICAL_COMBINE_MOST || holds_number(a, i - 1, i - 2) ||
            holds_number(a, end, end + 1)) {
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
