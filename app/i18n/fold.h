/* fold.h - what makes two spellings the same word, for search. The compiler folds the index with
 * it and the app folds the query: there is no second place that knows.
 *
 * fold_text() turns text into units: one code point each, with the bytes it came from. Width, case,
 * accents, kana kind and Han form (old, new, simplified) are gone; Hangul is composed; every run of
 * spaces and punctuation is one separator. A key is such a text as UTF-8 without its separators.
 *
 * Spellings are further, lossier keys of a key; two names that people write for each other share
 * one. They are compared with each other only, never shown:
 *   keystrokes   Hangul as a two-set keyboard makes it: a syllable in the making is a prefix
 *   initials     first consonants of Hangul syllables
 *   hangul       foreign names in Hangul: plain, tense and aspirated, long vowels, tsu, final eu
 *   romaji       kana and Latin: Hepburn, Kunrei, long vowels with and without their mark
 *   korean       Hangul, Latin and kana: Revised, McCune-Reischauer and habitual romanisation, and
 *                kana with marks or without (ペ, ベ)
 *
 * Nothing here fails; wrong UTF-8 separates like punctuation. Results live in `arena`. */
#ifndef I18N_FOLD_H
#define I18N_FOLD_H

#include "base/arena.h"

enum fold_class {
    FOLD_SEPARATOR, /* the unit is ' ' for spaces and middle dots, else the first mark of the run */
    FOLD_LETTER,    /* Latin, and every alphabet that is written with spaces between words */
    FOLD_DIGIT,     /* ASCII digits */
    FOLD_KANA,      /* hiragana and the long mark */
    FOLD_HAN,
    FOLD_HANGUL, /* composed syllables */
    FOLD_JAMO,   /* compatibility jamo: a syllable not finished yet */
};

struct fold_unit {
    uint32_t code_point;
    uint32_t start, end; /* bytes of the source text */
};
struct fold {
    struct fold_unit *units;
    size_t count;
};

struct fold fold_text(struct arena *arena, struct str text);
enum fold_class fold_class(uint32_t code_point); /* of a unit's code point */
/* One for all forms of a Han character; other code points come back as they are. */
uint32_t fold_han(uint32_t code_point);
/* The unit is the character of a word of ours, in which Han and kana stand as one writes them. */
bool fold_is_same(uint32_t unit, uint32_t character);
/* Of the characters of a key: all are, or one is, of the class. An empty key has none. */
bool fold_is_all(struct str key, enum fold_class class);
bool fold_has(struct str key, enum fold_class class);
bool fold_is_syllable(struct str key);   /* one of Hangul, alone */
uint32_t fold_kana(uint32_t code_point); /* the same for kana: hiragana, of the full size */
/* The units [from, to) as a key. */
struct str fold_units_key(struct arena *arena, const struct fold *fold, size_t from, size_t to);
struct str fold_key(struct arena *arena, struct str text);

enum fold_spelling {
    FOLD_KEYSTROKES,
    FOLD_INITIALS,
    FOLD_HANGUL_SPELLING,
    FOLD_ROMAJI,
    FOLD_KOREAN_ROMAN,
    FOLD_SPELLING_COUNT
};
/* The spelling of a key; empty where it has none (initials of a Latin word). Keystrokes always
 * exist: what is not Hangul stays. */
struct str fold_spelling(struct arena *arena, enum fold_spelling spelling, struct str key);
/* The initials of a key as typed: lone consonants. False when it has anything else. */
bool fold_is_initials(struct str key);
/* A key as typed, syllables and lone consonants mixed, is a prefix of `word` syllable by syllable:
 * 하ㅁㅁ of 하마마쓰. */
bool fold_initials_match(struct str typed, struct str word);

/* A date as people write it, in a fold: 1987.11.9, 1987年11月9日, 9 Nov 1987, 昭和62年, 1990s.
 * `year` 0: not said (11月9日). A decade spans `year` to `year_to`, other dates have them equal. */
struct fold_date {
    int16_t year, year_to;
    int8_t month, day; /* 0: not said */
    size_t from, to;   /* units */
};
/* The first date at or after unit `at`; false when there is none. A bare number is taken for a year
 * from 1500 to 2100. 9/11/1987 is read day first; `*other` is the month-first reading and has
 * `month` 0 where there is no second reading. */
bool fold_date_next(
    const struct fold *fold, size_t at, struct fold_date *out, struct fold_date *other);

#endif
