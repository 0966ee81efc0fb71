/* dates.h - dates as people and spreadsheets write them: what would each be in ISO form? */
#ifndef COMPILER_CHECK_DATES_H
#define COMPILER_CHECK_DATES_H

#include "base/arena.h"
#include "base/str.h"

enum dates_reading {
    DATES_NONE,       /* no date that is known here */
    DATES_CLEAR,      /* one reading: the ISO form */
    DATES_SERIAL,     /* the day number of a spreadsheet: the ISO form */
    DATES_ABOUT,      /* 1985년 6월 말, 1980年代: the ISO form of what is certain */
    DATES_AMBIGUOUS,  /* 11/9/1987 */
    DATES_IMPOSSIBLE, /* 2003-02-30 */
};

/* 2003.5.10, 2003/5/10, 2003년 5월 10일, 20030510, 平成15年5月10日, H15.5.10, 31.12.2011, 9-Nov-87,
 * 昭和六十年, 단기 4318년, 民國74年, 1985.6.1(토), full-width digits, 40908, and two of them joined
 * by a wave, a slash or a dash, or left open (1985년부터). `*iso` is set for DATES_CLEAR,
 * DATES_SERIAL and DATES_ABOUT. */
enum dates_reading dates_read(struct arena *arena, struct str text, struct str *iso);

#endif
