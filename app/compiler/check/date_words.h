/* date_words.h - the words around a date: weekdays, times of day, numerals in kanji, and those that
 * make it inexact. dates.c reads what is left. */
#ifndef COMPILER_CHECK_DATE_WORDS_H
#define COMPILER_CHECK_DATE_WORDS_H

#include "base/arena.h"
#include "base/str.h"

enum dates_about {
    DATES_EXACT,
    DATES_SOME,   /* 1985년 6월 말, 1985年頃, early 1985 */
    DATES_DECADE, /* 1980年代 */
};

/* Without weekday and time, with digits for kanji numerals: 1985.6.1(토), 昭和六十年六月一日. */
struct str date_words_bare(struct arena *arena, struct str text);
/* Is it about a date? `*exact`: the date without the words that say so. */
enum dates_about date_words_about(struct str text, struct str *exact);
/* The end of a span without まで, 까지 and 현재: empty for one that goes on. */
struct str date_words_end(struct str text);

#endif
