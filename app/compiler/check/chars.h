/* chars.h - what the rules need to know about characters, by Unicode block. Only the scripts this
 * product meets are told apart; ICU stays in i18n/ and text/. */
#ifndef COMPILER_CHECK_CHARS_H
#define COMPILER_CHECK_CHARS_H

#include "base/str.h"
#include "i18n/locale.h"

enum chars_script {
    CHARS_COMMON, /* digits, punctuation, marks, symbols */
    CHARS_LATIN,
    CHARS_HANGUL,
    CHARS_KANA,
    CHARS_HAN,
    CHARS_CYRILLIC,
    CHARS_GREEK,
    CHARS_OTHER,
};
enum chars_script chars_script(uint32_t c);
bool chars_is_katakana(uint32_t c);
bool chars_is_control(uint32_t c); /* C0 but line feed, DEL, C1 */
/* U+FE00..FE0D and E0100..E01EF behind an ideograph: a variation sequence, the form of a name. */
bool chars_is_variant(uint32_t before, uint32_t c);
bool chars_is_invisible(uint32_t c); /* no-break and zero-width spaces, bidi controls, fillers */
bool chars_is_private(uint32_t c);
bool chars_is_halfwidth_form(uint32_t c); /* half-width kana and Hangul */
/* Never in NFC: conjoining jamo, a loose (han)dakuten after `before`, a combining mark that has a
 * precomposed form with `before`, compatibility ideographs. */
bool chars_is_decomposed(uint32_t before, uint32_t c);
/* A mark that stands on the letter before it. */
bool chars_is_mark(uint32_t c);
int chars_width(uint32_t c); /* 1 or 2 half-width cells; 0 for combining marks */

bool chars_is_id(struct str s);
/* Characters of each script, by enum chars_script. */
void chars_count(struct str s, size_t counts[CHARS_OTHER + 1]);
/* Cyrillic or Greek letters that look like Latin ones. */
bool chars_looks_latin(uint32_t c);
bool chars_has_script(struct str s, enum chars_script script);
/* The first character that is neither of `script` nor common; its offset, or SIZE_MAX. */
size_t chars_find_other(struct str s, enum chars_script script);
/* A reading: kana, Hangul or Latin letters, not empty. */
bool chars_is_sound(struct str s);
size_t chars_cells(struct str s); /* half-width cells */

/* Most letters are of a script that the language does not use, or a whole sentence is in Latin
 * letters; names and quotations in other scripts are fine. `*own`: letters of the language's own.
 */
bool chars_is_foreign(struct str text, enum locale_id locale, size_t *own);

#endif
