/* mojibake.h - text that was read in a wrong encoding and saved again: sound UTF-8, and soup.
 *
 * Two ways are known by their bytes: UTF-8 read as Windows-1252 (안산 -> ì•ˆì‚°, 安山 -> å®‰å±±),
 * which can be turned back, and the two-byte sets read so (¾È»ê), which are told by runs of letters
 * and signs that no language writes. UTF-8 read as Shift_JIS is kanji with half-width kana between
 * (螳牙ｱｱ); read as CP949, Hangul and Han by turns with ? where there was nothing. */
#ifndef COMPILER_READ_MOJIBAKE_H
#define COMPILER_READ_MOJIBAKE_H

#include "base/arena.h"
#include "base/str.h"

struct mojibake {
    size_t at, end;     /* bytes of the text: the first stretch of soup */
    struct str decoded; /* what it was; empty where that is not known. In the arena. */
};
/* False for sound text. */
bool mojibake_find(struct arena *arena, struct str text, struct mojibake *out);

#endif
