/* para.h - one paragraph of UTF-8, laid out to a measure.
 *
 * Widths are device pixels; positions inside a paragraph are 26.6 fixed point, x along the inline
 * axis, y down from the top of the paragraph to the baseline. Offsets are bytes into the text.
 * Layout cannot fail: invalid UTF-8 becomes U+FFFD, a character no font has becomes .notdef and is
 * counted in `missing`. Work is bounded whatever the text: of more than 100,000 UTF-16 units the
 * rest is left out behind an ellipsis (`truncated`), of more than 30 combining marks on one
 * character the rest is not drawn (UAX #15, Stream-Safe Text Format). A newline (LF, U+2028) ends a
 * line. With `vertical`, the inline axis runs down and lines advance from right to left; x and y of
 * glyphs are then already in page space, and so are width_px (all lines) and height_px (the longest
 * line); `baseline` of a line is then its middle, in x. */
#ifndef TEXT_PARA_H
#define TEXT_PARA_H

#include "text/engine.h"

enum text_weight { TEXT_REGULAR, TEXT_BOLD };
enum text_break {
    TEXT_BREAK_BODY,   /* Korean by eojeol, Japanese by kinsoku, English by word */
    TEXT_BREAK_PHRASE, /* the same, but Japanese by bunsetsu: headings, buttons, cards */
};
enum text_kinsoku { TEXT_KINSOKU_STRICT, TEXT_KINSOKU_NORMAL, TEXT_KINSOKU_LOOSE };
enum text_align { TEXT_ALIGN_START, TEXT_ALIGN_CENTER, TEXT_ALIGN_END, TEXT_ALIGN_JUSTIFY };

struct text_style {
    enum locale_id lang;
    float size_px;        /* em */
    float line_height_px; /* baseline to baseline; 0 means 1.5 em. Never from fallback fonts. */
    enum text_weight weight;
    enum text_break breaking;
    enum text_kinsoku kinsoku;
    enum text_align align;
    bool balance;        /* lines of a heading about equally long */
    bool hang;           /* 、。 may hang over the end edge */
    bool tabular_digits; /* tnum: digits of one width, in tables */
    bool optical;        /* Latin letters and digits inside Korean and Japanese x 1.08, where their
                            capitals else look smaller than the characters beside them */
    bool vertical;
    int max_lines; /* 0: all; otherwise the last line ends in an ellipsis when text is left over */
};

/* Part of the text with other properties. Spans are sorted and do not overlap. */
struct text_span {
    size_t start, end;   /* bytes, on code point boundaries */
    enum locale_id lang; /* language of the part */
    enum text_weight weight;
    uint16_t tag;    /* the caller's: comes back on every glyph (colour, link) */
    bool emphasis;   /* bouten, emphasis dots */
    struct str ruby; /* reading over the part; empty for none */
};

enum text_glyph_flags {
    TEXT_GLYPH_ROTATED = 1, /* turn 90 degrees clockwise (sideways in vertical text) */
    TEXT_GLYPH_RUBY = 2,    /* belongs to a reading, not to the text */
    TEXT_GLYPH_CELL = 4, /* a Han, kana or Hangul cell: drawn at whole pixels, see glyph_snap() */
};

struct text_glyph {
    uint32_t id;   /* glyph index in the face */
    uint16_t face; /* opaque, below 256; names the outlines together with `id` and `size_26_6` */
    uint16_t tag;
    uint16_t flags;
    uint16_t size_26_6; /* em size; up to 1023 px */
    int32_t x, y;       /* 26.6, pen position of the glyph, offsets included */
    int32_t advance;    /* 26.6, along the inline axis */
    uint32_t cluster;   /* byte of the text where its grapheme cluster starts */
};

struct text_line {
    size_t start, end; /* bytes; `end` is before the spaces that hang at the line end */
    uint32_t glyph, glyph_count;
    int32_t x, width; /* 26.6: where the line starts inside the box, what it measures */
    int32_t baseline; /* 26.6 from the top */
};

/* A grapheme cluster where it was set: what carets, hit tests and selections stand on. */
struct text_cluster {
    uint32_t byte, line;
    int32_t x, advance; /* 26.6 along the inline axis, from the edge of the box */
    bool is_rtl;
};

struct para {
    struct str text; /* the paragraph's own copy */
    const struct text_line *lines;
    size_t line_count;
    const struct text_glyph *glyphs;
    size_t glyph_count;
    float width_px, height_px; /* widest line; line_count x line height (plus ruby reserve) */
    float ink_px;              /* rendered height of 한, 国 or H in this style, by language */
    bool truncated;
    uint32_t missing;
    uint32_t missing_variants; /* variation sequences no font has: the base shape stands there */
    const struct text_cluster *clusters; /* in the order of the text, spaces and newlines too */
    size_t cluster_count;
    bool is_vertical;
    float pitch_px; /* baseline to baseline */
};

/* Lays out, or finds in the cache, `text` at `width_px`. Borrowed: see text_engine_end_frame(). */
const struct para *para_layout(struct text_engine *engine, struct str text,
    const struct text_style *style, const struct text_span *spans, size_t span_count,
    float width_px);

/* Intrinsic widths in px: the longest piece that cannot be broken; everything on one line. */
struct para_widths {
    float min_px, max_px;
};
struct para_widths para_measure(struct text_engine *engine, struct str text,
    const struct text_style *style, const struct text_span *spans, size_t span_count);

#endif
