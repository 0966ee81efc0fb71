/* civil.h - days of the civil calendar, by number: what comes how many days or months later, and
 * which day of the week it is. The proleptic Gregorian calendar, without hours and zones. */
#ifndef I18N_CIVIL_H
#define I18N_CIVIL_H

#include "i18n/edtf.h"

/* Days since 1970-01-01; of a month or year its first day. */
int64_t civil_number(const struct edtf_point *point);
/* The day with that number; absent (EDTF_NONE) outside of the years 1 to 9999. */
struct edtf_point civil_day(int64_t number);
/* The same day of the month that many months later (before, if negative), or the last one where
 * that month is shorter; absent outside of the years 1 to 9999. */
struct edtf_point civil_add_months(const struct edtf_point *day, int64_t months);
/* 0 is Sunday. */
int civil_weekday(int64_t number);
int civil_month_length(int year, int month);

#endif
