/* fontset.h - the faces of fonts/fonts.ini, and which of them draws a grapheme cluster.
 *
 * A file is looked up in the folder of fonts.ini, in the folders of NARU_FONT_PATH (colons between
 * them), and in /usr/share/fonts with its subfolders. For each language and weight the faces form a
 * chain: those that name the language first, in the order of the file, then all others. A section
 * with `optional = yes` is left out where its file is not installed. */
#ifndef TEXT_FONTS_FONTSET_H
#define TEXT_FONTS_FONTSET_H

#include "text/fonts/font.h"

#define FONTSET_FACES 32
/* The face of a glyph: its index, and above it how narrow the glyph is drawn (tate-chu-yoko). */
#define FACE_INDEX(face) ((uint16_t)((face) % FONTSET_FACES))
#define FACE_NARROWING(face) ((uint16_t)((face) / FONTSET_FACES))
#define FACE_NARROWED(face, level) ((uint16_t)((face) + (level)*FONTSET_FACES))

struct fontset {
    struct font_file files[FONTSET_FACES];
    struct font_face *faces; /* FONTSET_FACES of them */
    size_t file_count, face_count;
    uint16_t chain[LOCALE_COUNT][2][FONTSET_FACES]; /* by language, by weight */
    size_t chain_length[LOCALE_COUNT][2];
    FT_Library freetype;
};

/* What fontset_pick() found out about a cluster. */
struct fontset_choice {
    uint16_t face;
    bool missing;         /* no face has it: the first of the chain will draw .notdef */
    bool variant_missing; /* a variation sequence that no face has: the base shape is shown */
};

/* Width of a glyph at a level of narrowing, per mille of its own; level 0 is 1000. */
int32_t fontset_narrowing(uint16_t level);
/* The level that brings `width` units into one em; the narrowest there is, if none does. */
uint16_t fontset_narrowing_for(int32_t width);

bool fontset_open(struct fontset *set, const char *ini_path, struct err *err);
void fontset_close(struct fontset *set);
struct fontset_choice fontset_pick(struct fontset *set, enum locale_id lang,
    enum text_weight weight, const uint32_t *code_points, size_t count);

#endif
