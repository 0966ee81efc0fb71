/* english_number.h - whole numbers in English words, in a fold: three hundred and forty,
 * ninety-eight, fifteen hundred, six point four six, half a. Thousands and millions are the
 * caller's. */
#ifndef I18N_ENGLISH_NUMBER_H
#define I18N_ENGLISH_NUMBER_H

#include "i18n/fold.h"

struct english_number {
    int64_t digits; /* as a whole number of 10^-decimals: below 10,000 without decimals */
    int decimals;
    int words;     /* it is said in: three hundred and forty has three, and is none */
    bool is_round; /* it ends in hundred */
    size_t to;     /* unit behind it */
};
/* The number that begins at unit `at`, which begins a word; false where none does. `to`: units of
 * the fold. */
bool english_number_at(const struct fold *fold, size_t at, struct english_number *out);
/* A year as one says it: nineteen eighty-seven, two thousand and eleven, twenty twelve. */
bool english_number_year(const struct fold *fold, size_t at, int *year, size_t *to);

#endif
