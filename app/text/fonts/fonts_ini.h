/* fonts_ini.h - the sections of fonts.ini as a list: pure text, no font is looked for.
 *
 *     [jp-regular]                    the face's name, once, at most 31 bytes
 *     file = NotoSansCJK-Regular.ttc  a name without a folder, or a path; 189 bytes
 *     index = 0                       the face inside a TTC, 0 to 999
 *     weight = regular                or bold
 *     languages = ja en               which languages it is first for
 *     optional = yes                  left out where the file is not installed
 *
 * Comments start with ; or #. UTF-8; lines that are none have at most 198 bytes, as many as a value
 * needs. What is not understood is refused
 * with its line: a font that is silently missing shows only in the languages nobody here reads. */
#ifndef TEXT_FONTS_FONTS_INI_H
#define TEXT_FONTS_FONTS_INI_H

#include "base/err.h"
#include "base/str.h"
#include "i18n/locale.h"
#include "text/para.h"

#define FONTS_INI_FACES 32

struct fonts_ini_face {
    char name[32];
    char file[190];            /* with its key it fits a line */
    unsigned index, languages; /* bits, 1 << enum locale_id */
    enum text_weight weight;
    bool is_optional;
};

struct fonts_ini {
    struct fonts_ini_face faces[FONTS_INI_FACES]; /* in the order of the file */
    size_t count;                                 /* at least 1 */
};

/* `path` is for messages. */
bool fonts_ini_parse(struct str text, const char *path, struct fonts_ini *out, struct err *err);

#endif
