/* chars.h - what kind of character this is, for breaking and spacing in Korean, Japanese and
 * English. Finer than UAX #14 where JLREQ and KLREQ are, coarser elsewhere. */
#ifndef TEXT_BREAKS_CHARS_H
#define TEXT_BREAKS_CHARS_H

#include <stdbool.h>
#include <stdint.h>

enum char_class {
    CHAR_OTHER,   /* symbols, letters of scripts without rules of our own */
    CHAR_SPACE,   /* hangs at a line end */
    CHAR_NEWLINE, /* ends a line */
    CHAR_ZWSP,    /* invisible, a break may follow */
    CHAR_GLUE,    /* no-break space, word joiner: nothing breaks beside it */
    CHAR_HIDDEN,  /* controls and other characters that draw nothing */
    CHAR_LATIN,
    CHAR_DIGIT,
    CHAR_HANGUL,
    CHAR_HAN,
    CHAR_KANA,
    CHAR_OPEN,
    CHAR_CLOSE,
    CHAR_COMMA,    /* , and its full-width relatives */
    CHAR_STOP,     /* . and its relatives, and the ellipsis in Korean text */
    CHAR_MIDDLE,   /* centred: ・ ： ； */
    CHAR_QUESTION, /* ? ! and their relatives */
    CHAR_QUOTE,    /* " and ': opening or closing by what stands around them */
    CHAR_HYPHEN,
    CHAR_SLASH,
    CHAR_TILDE, /* a range */
    CHAR_DOT,   /* · ․ ∙ between items */
};

enum char_class chars_class(uint32_t c);
/* Full-width punctuation whose half em of space may go (JLREQ 3.1.2): opening, closing or centred.
 * CHAR_OTHER for everything else. */
enum char_class chars_squeezable(uint32_t c);
/* Han and kana, the side of autospace that counts as an ideograph (CSS Text 4). */
bool chars_is_ideographic(uint32_t c);
/* Default-ignorable, or a control: needs no glyph. */
bool chars_is_ignorable(uint32_t c);
/* A space of some width, breaking or not. */
bool chars_is_space(uint32_t c);
/* A character of the same look and use that East Asian fonts have, or 0: Korean documents write
 * U+2024 and U+2027 for the middle dot. */
uint32_t chars_substitute(uint32_t c);
/* U+E0100..E01EF and FE00..FE0D: selectors that change the drawn shape. */
bool chars_is_ideographic_selector(uint32_t c);
/* Is it one of a list, as u"..." writes it? */
bool chars_is_one_of(const uint16_t *list, uint32_t c);
/* Conjoining jamo (not the compatibility jamo of U+3130). */
bool chars_is_conjoining_jamo(uint32_t c);
/* May not start, or end, a line in any language here, unless nothing else fits. */
bool chars_never_starts(uint32_t c, enum char_class class);
bool chars_never_ends(enum char_class class);

#endif
