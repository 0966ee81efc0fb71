/* font.h - one face of a font file (a TTC has several).
 *
 * Shaping measures in units
 * of 1/FONT_EM em whatever the font's own grid, so that nothing shaped depends on a size. Coverage
 * is a page of bits a time, filled when a page is first asked for. */
#ifndef TEXT_FONTS_FONT_H
#define TEXT_FONTS_FONT_H

#include <hb.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include "base/err.h"
#include "base/str.h"
#include "i18n/locale.h"
#include "text/fonts/font_file.h"
#include "text/para.h"

#define FONT_EM 1000 /* units in an em, everywhere between shaping and drawing */
#define FONT_PAGES 0x1100
#define FONT_HALTS 64

/* What `halt` (or `vhal`) does to one full-width punctuation mark. */
struct font_halt {
    uint32_t code_point;
    int16_t shift, advance; /* units, along the inline axis; advance is negative */
};

/* The glyph that ends a text cut short. */
struct font_ellipsis {
    uint32_t glyph;
    int32_t advance; /* units */
};

struct font_face {
    char name[32]; /* the section of fonts.ini */
    struct font_file *file;
    struct font_directory directory;
    unsigned index;
    enum text_weight weight;
    unsigned languages; /* bit per locale_id */
    hb_face_t *hb_face;
    hb_font_t *hb_font;
    FT_Face ft;            /* only in the face that owns the outlines */
    FT_StreamRec stream;   /* `ft` reads through it */
    uint16_t outline_face; /* the first face with the same outlines: rasters are shared */
    uint32_t size_26_6;    /* what `ft` is set to */
    uint8_t merges_scripts[LOCALE_COUNT];  /* 0 unknown, 1 yes, 2 no; see font_merges_scripts() */
    uint32_t *pages[FONT_PAGES];           /* 256 bits each, NULL until asked for */
    struct font_halt halts[2][FONT_HALTS]; /* open addressing; [1] is vertical */
    struct font_ellipsis ellipses[2]; /* [1] in a language of Latin letters; 0 until asked for */
    hb_set_t *turned[LOCALE_COUNT];   /* with a form for vertical text; NULL until asked for */
    uint32_t space;                   /* glyph id */
};

/* The face must stay where it is while it is open. */
bool font_face_open(struct font_face *face, struct font_file *file, struct err *err);
void font_face_close(struct font_face *face);
bool font_has(struct font_face *face, uint32_t code_point);
bool font_has_variant(const struct font_face *face, uint32_t base, uint32_t selector);
/* True when Han, kana and Latin get the same lookups in `lang`: then one run may hold them all. */
bool font_merges_scripts(struct font_face *face, enum locale_id lang, hb_language_t language);
/* The change `halt`/`vhal` makes to a character; zeros when it makes none. */
struct font_halt font_halt_of(struct font_face *face, uint32_t code_point, bool vertical);
/* On the baseline in a language of Latin letters, in the middle of its em in the others. */
const struct font_ellipsis *font_ellipsis_of(struct font_face *face, bool is_latin);
/* Has the face a form of the character for vertical text in `lang` (`vert`, `vrt2`)? */
bool font_turns(
    struct font_face *face, enum locale_id lang, hb_language_t language, uint32_t code_point);
/* Ink height of a character, in units. `owner` owns the outlines of `face`. */
int32_t font_ink_height(
    const struct font_face *face, const struct font_face *owner, uint32_t code_point);
/* True when the two faces draw the same outline for every glyph id. */
bool font_same_outlines(const struct font_face *a, const struct font_face *b);

#endif
