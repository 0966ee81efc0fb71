/* shaped.h - a paragraph after analysis and shaping, before it has a width or a size.
 *
 * The unit of layout is the grapheme cluster, in logical order. Lengths are in 1/FONT_EM em along
 * the inline axis, so one shaped paragraph serves every size and every measure. One allocation;
 * reference counted, because laid-out paragraphs borrow its text and clusters. */
#ifndef TEXT_SHAPE_SHAPED_H
#define TEXT_SHAPE_SHAPED_H

#include "text/breaks/chars.h"
#include "text/shape/decode.h"
#include "text/fonts/font.h"
#include "text/para.h"

/* May a line end before this cluster? A line ends at the highest kind that fits on it. */
enum break_kind {
    BREAK_NEVER,     /* inside a ligature, before a space */
    BREAK_DESPERATE, /* against kinsoku: nothing else fits */
    BREAK_SPLIT,     /* inside a number, a Latin word, a loanword; before a counter, a particle */
    BREAK_CLUSTER,   /* between clusters */
    BREAK_JOINT,     /* inside a date, a code, an address, at one of its marks */
    BREAK_INNER,     /* as PART, in brackets that a break before them keeps whole; after a year */
    BREAK_PART,      /* inside an eojeol or a phrase, where a reader minds least */
    BREAK_BOND,      /* a space inside one amount: 2시간 30분, 1만 5천 */
    BREAK_LOOSE,     /* where a line should not end: in a name, before a unit, a formal noun */
    BREAK_LEAN,      /* a space that serves when it saves a line: behind an English preposition */
    BREAK_WORD,      /* the language's own kind of opportunity */
    BREAK_LINE,      /* after a newline: always */
};

enum cluster_flags {
    CLUSTER_FULL_EM = 1,      /* a full-width cell */
    CLUSTER_CUT_START = 2,    /* lost the half em before its ink to a neighbour */
    CLUSTER_CUT_END = 4,      /* lost the half em after it */
    CLUSTER_MISSING = 8,      /* no face has it */
    CLUSTER_NO_VARIANT = 16,  /* its variation sequence is in no face */
    CLUSTER_CONTINUES = 32,   /* drawn by the glyphs of the cluster before */
    CLUSTER_IDEOGRAPHIC = 64, /* stretches when a line is justified */
    CLUSTER_GROUP = 128,      /* continues a ruby group or tate-chu-yoko cell */
    CLUSTER_COMBINED = 256,   /* part of a tate-chu-yoko cell */
    CLUSTER_HYPHEN = 512,     /* a line that ends before it shows a hyphen */
    CLUSTER_OPTICAL = 2048,   /* drawn, and advances, SHAPED_OPTICAL / 1000 of its size */
    CLUSTER_SEPARATOR = 1024, /* a dot between spaces: at a line end it hangs unseen, as they do */
};

#define SHAPED_OPTICAL 1080

struct cluster {
    uint32_t byte, unit; /* where it starts */
    uint32_t glyph;      /* its first glyph; they end where the next cluster's start */
    int32_t advance;
    int16_t gap;     /* space after it, when another cluster follows on the line */
    uint16_t run;    /* index into runs */
    uint16_t span;   /* index into the caller's spans + 1, or 0 */
    uint16_t flags;  /* enum cluster_flags */
    uint8_t class;   /* enum char_class of its base character */
    uint8_t squeeze; /* enum char_class as chars_squeezable() says, if it is a full-width cell */
    uint8_t breaks;  /* enum break_kind */
    uint8_t level;   /* bidi */
    uint8_t lang;    /* enum locale_id whose rules it follows: languages.h */
    int16_t shrink_before, shrink_after; /* white space that a justified line may take from it */
    int16_t over_before, over_after;     /* how far its reading stands over its neighbours */
};

struct shaped_glyph {
    uint32_t id;
    int32_t advance, dx, dy; /* units; dy grows upwards */
};

enum run_orientation {
    RUN_HORIZONTAL,
    RUN_UPRIGHT, /* vertical text, glyphs stand */
    RUN_ROTATED, /* vertical text, glyphs lie on their side */
    RUN_COMBINED /* vertical text, tate-chu-yoko: a horizontal cell of one em */
};

struct run {
    int32_t start, end; /* clusters */
    uint16_t face;
    uint8_t level, lang, weight, orientation;
    hb_script_t script;
    bool kerns;         /* holds letters that kern; Han, kana and Hangul are set solid */
    uint16_t narrowing; /* level of fontset_narrowing(); 0 except for combined digits */
};

struct ruby_group {
    int32_t start, end; /* clusters of the base */
    uint32_t glyph, glyph_count;
    int32_t width; /* units of the base's em, already at half size */
    uint16_t face;
};

struct shaped {
    uint32_t references;
    struct str text;
    struct cluster *clusters; /* count + 1: the last one marks the end */
    struct shaped_glyph *glyphs;
    struct run *runs;
    struct ruby_group *ruby; /* sorted by start */
    struct shaped_glyph *ruby_glyphs;
    size_t cluster_count, glyph_count, run_count, ruby_count, ruby_glyph_count;
    enum locale_id lang; /* of the paragraph, whatever was asked for: languages.h */
    bool has_rtl, has_emphasis;
    bool is_cut; /* the text goes on: the last line ends in an ellipsis */
    uint32_t missing, missing_variants;
    int32_t ink;   /* height of 한, 国 or H */
    uint16_t face; /* the first of the chain: its ellipsis, its emphasis dot, its hyphen */
    struct shaped_glyph hyphen; /* at the end of a line that cuts a word */
    size_t bytes;               /* of this allocation */
};

/* Everything shaping depends on: not size, not width, not line height. */
struct shape_request {
    struct str text;
    enum locale_id lang;
    enum text_weight weight;
    enum text_break breaking;
    enum text_kinsoku kinsoku;
    bool tabular_digits, optical, vertical;
    const struct text_span *spans;
    size_t span_count;
};

struct text_engine;
/* Runs all stages up to spacing. Owned by the caller; free with shaped_unref(). */
struct shaped *shaped_create(struct text_engine *engine, const struct shape_request *request);
struct shaped *shaped_ref(struct shaped *shaped);
void shaped_unref(struct shaped *shaped);

#endif
