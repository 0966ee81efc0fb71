#include "i18n/civil.h"

enum { CYCLE_DAYS = 146097, CYCLE_YEARS = 400, EPOCH_DAYS = 719468, LAST_YEAR = 9999 };

/* Floors, so that what lies before the epoch counts on in the same direction. */
static int64_t
cycle_of(int64_t number, int64_t length) {
    return (number >= 0 ? number : number - length + 1) / length;
}

/* The civil-date formula over cycles of 400 years, with years that begin in March. */
int64_t
civil_number(const struct edtf_point *point) {
    int month = point->precision >= EDTF_MONTH ? point->month : 1;
    int day = point->precision >= EDTF_DAY ? point->day : 1;
    int64_t shifted = month <= 2 ? point->year - 1 : point->year;
    int64_t cycle = cycle_of(shifted, CYCLE_YEARS), of_cycle = shifted - cycle * CYCLE_YEARS;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t of_days = of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year;
    return cycle * CYCLE_DAYS + of_days - EPOCH_DAYS;
}

struct edtf_point
civil_day(int64_t number) {
    static const struct edtf_point first = {EDTF_DAY, 1, 1, 1},
                                   last = {EDTF_DAY, LAST_YEAR, 12, 31};
    if (number < civil_number(&first) || number > civil_number(&last)) {
        return (struct edtf_point){0};
    }
    int64_t shifted = number + EPOCH_DAYS, cycle = cycle_of(shifted, CYCLE_DAYS);
    int64_t of_cycle = shifted - cycle * CYCLE_DAYS;
    int64_t year = (of_cycle - of_cycle / 1460 + of_cycle / 36524 - of_cycle / 146096) / 365;
    int64_t of_year = of_cycle - (year * 365 + year / 4 - year / 100);
    int64_t shifted_month = (5 * of_year + 2) / 153;
    int month = (int)(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
    int day = (int)(of_year - (153 * shifted_month + 2) / 5 + 1);
    year += cycle * CYCLE_YEARS + (month <= 2 ? 1 : 0);
    return (struct edtf_point){EDTF_DAY, (int16_t)year, (int8_t)month, (int8_t)day};
}

int
civil_weekday(int64_t number) {
    int64_t shifted = number + 4; /* 1970-01-01 was a Thursday */
    return (int)(shifted - cycle_of(shifted, 7) * 7);
}

int
civil_month_length(int year, int month) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return lengths[month - 1] + (month == 2 && is_leap ? 1 : 0);
}

struct edtf_point
civil_add_months(const struct edtf_point *day, int64_t months) {
    if (months < -12 * LAST_YEAR || months > 12 * LAST_YEAR) {
        return (struct edtf_point){0};
    }
    int64_t at = (int64_t)day->year * 12 + day->month - 1 + months;
    int64_t year = cycle_of(at, 12);
    if (year < 1 || year > LAST_YEAR) {
        return (struct edtf_point){0};
    }
    int month = (int)(at - year * 12) + 1, length = civil_month_length((int)year, month);
    int of_month = day->day <= length ? day->day : length;
    return (struct edtf_point){EDTF_DAY, (int16_t)year, (int8_t)month, (int8_t)of_month};
}
