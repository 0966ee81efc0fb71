#include "text/lines/spacing.h"

#include "text/engine_private.h"

static enum locale_script
script_of(const struct cluster *c) {
    return locale_script((enum locale_id)c->lang);
}

int32_t
spacing_trim_start(const struct cluster *c) {
    bool open = c->squeeze == CHAR_OPEN && !(c->flags & CLUSTER_CUT_START);
    return open ? FONT_EM / 2 : -c->over_before;
}

int32_t
spacing_trim_end(const struct cluster *c) {
    bool closing = c->squeeze == CHAR_CLOSE || c->squeeze == CHAR_COMMA || c->squeeze == CHAR_STOP;
    return closing && !(c->flags & CLUSTER_CUT_END) ? FONT_EM / 2 : -c->over_after;
}

/* Only a full-width cell that the font's own `halt` (or `vhal`) halves is squeezable: other faces
 * bring narrow brackets, and then there is nothing to take away. */
static void
find_cells(struct analysis *a) {
    for (int32_t i = 0; i < a->count; i++) {
        struct cluster *c = &a->clusters[i];
        c->squeeze = CHAR_OTHER;
        if (!(c->flags & CLUSTER_FULL_EM) || c->class < CHAR_OPEN) {
            continue;
        }
        enum char_class kind = chars_squeezable(a->bases[i]);
        const struct run *run = &a->runs[c->run];
        if (kind == CHAR_OTHER || run->orientation == RUN_ROTATED || c->level & 1) {
            continue; /* right to left it is mirrored, and its ink on the other side */
        }
        struct font_halt halt = font_halt_of(
            &a->engine->fonts.faces[run->face], a->bases[i], run->orientation == RUN_UPRIGHT);
        if (halt.advance == -FONT_EM / 2) {
            c->squeeze = (uint8_t)kind;
        }
    }
}

static void
cut_end(struct analysis *a, struct cluster *c) {
    c->flags |= CLUSTER_CUT_END;
    c->advance -= FONT_EM / 2;
    a->glyphs[c->glyph].advance -= FONT_EM / 2;
}

static void
cut_start(struct analysis *a, struct cluster *c) {
    c->flags |= CLUSTER_CUT_START;
    c->advance -= FONT_EM / 2;
    a->glyphs[c->glyph].advance -= FONT_EM / 2;
    if (a->runs[c->run].orientation == RUN_UPRIGHT) {
        a->glyphs[c->glyph].dy += FONT_EM / 2;
    } else {
        a->glyphs[c->glyph].dx -= FONT_EM / 2;
    }
}

static bool
is_closing(uint8_t squeeze) {
    return squeeze == CHAR_CLOSE || squeeze == CHAR_COMMA || squeeze == CHAR_STOP;
}

/* Two cells side by side share one half em: a closing one gives up what follows its ink before any
 * other cell, an opening one what precedes its ink after an opening or centred one. */
static void
squeeze_neighbours(struct analysis *a) {
    for (int32_t i = 0; i + 1 < a->count; i++) {
        struct cluster *c = &a->clusters[i], *next = &a->clusters[i + 1];
        bool wide_space = a->bases[i + 1] == 0x3000;
        if (script_of(c) == LOCALE_HANGUL || script_of(next) == LOCALE_HANGUL) {
            continue; /* halved already, and what stands before it keeps its cell */
        }
        if (is_closing(c->squeeze) && (next->squeeze != CHAR_OTHER || wide_space)) {
            cut_end(a, c);
        } else if (next->squeeze == CHAR_OPEN &&
                   (c->squeeze == CHAR_OPEN || c->squeeze == CHAR_MIDDLE ||
                       a->bases[i] == 0x3000)) {
            cut_start(a, next);
        }
    }
}

/* Korean sets its brackets half-width: spaces already stand around them (KLREQ 2.3). */
static void
halve_brackets(struct analysis *a) {
    for (int32_t i = 0; i < a->count; i++) {
        struct cluster *c = &a->clusters[i];
        if (script_of(c) != LOCALE_HANGUL) {
            continue;
        }
        if (c->squeeze == CHAR_OPEN) {
            cut_start(a, c);
        } else if (is_closing(c->squeeze)) {
            cut_end(a, c);
        }
    }
}

/* Latin that runs along the line: in vertical text that lies on its side, not digits in a cell. */
static bool
is_narrow_letter(const struct analysis *a, const struct cluster *c) {
    uint8_t orientation = a->runs[c->run].orientation;
    return (c->class == CHAR_LATIN || c->class == CHAR_DIGIT) && !(c->flags & CLUSTER_FULL_EM) &&
           (orientation == RUN_HORIZONTAL || orientation == RUN_ROTATED);
}

/* An ideograph of Japanese text, whatever the letter beside it belongs to. */
static bool
is_spaced(const struct cluster *c) {
    return c->flags & CLUSTER_IDEOGRAPHIC && script_of(c) == LOCALE_KANA;
}

static void
autospace(struct analysis *a) {
    for (int32_t i = 0; i + 1 < a->count; i++) {
        struct cluster *c = &a->clusters[i], *next = &a->clusters[i + 1];
        if ((is_spaced(c) && is_narrow_letter(a, next)) ||
            (is_spaced(next) && is_narrow_letter(a, c))) {
            c->gap = SPACING_AUTOSPACE;
        }
    }
}

/* JLREQ 3.8.3: the half em beside brackets and commas, both quarters of a centred mark; not what
 * follows a full stop, not even where the bracket behind it holds that half em. */
static void
shrink_mark(struct cluster *c, bool after_stop) {
    if (c->squeeze == CHAR_MIDDLE) {
        c->shrink_before = c->shrink_after = FONT_EM / 4;
    } else if (c->squeeze == CHAR_OPEN) {
        c->shrink_before = c->flags & CLUSTER_CUT_START || after_stop ? 0 : FONT_EM / 2;
    } else if (c->squeeze != CHAR_STOP) {
        c->shrink_after = c->flags & CLUSTER_CUT_END ? 0 : FONT_EM / 2;
    }
}

/* A Japanese line keeps a quarter em between Latin words (JLREQ 3.8.3 a), elsewhere four fifths of
 * the font's own space. A wide space is no word space. */
static int16_t
shrink_space(const struct cluster *c) {
    int32_t least = script_of(c) == LOCALE_KANA ? FONT_EM / 4 : c->advance - c->advance / 5;
    bool word = c->advance > FONT_EM / 5 && !(c->flags & CLUSTER_FULL_EM);
    return (int16_t)(word && c->advance > least ? c->advance - least : 0);
}

static void
find_shrink(struct analysis *a) {
    for (int32_t i = 0; i < a->count; i++) {
        struct cluster *c = &a->clusters[i];
        if (c->squeeze != CHAR_OTHER) {
            shrink_mark(c, i > 0 && c[-1].squeeze == CHAR_STOP);
        } else {
            c->shrink_after = c->class == CHAR_SPACE ? shrink_space(c) : 0;
        }
    }
}

void
spacing_apply(struct analysis *a) {
    find_cells(a);
    halve_brackets(a);
    squeeze_neighbours(a);
    autospace(a);
    find_shrink(a);
}
