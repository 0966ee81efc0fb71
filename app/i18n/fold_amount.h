/* fold_amount.h - amounts as people say and write them: 646만, 6.46 million, 1兆864億,
 * 六百四十六万, 180k. In a fold, where commas between digits are gone already. Grammar and words:
 * amounts.def. */
#ifndef I18N_FOLD_AMOUNT_H
#define I18N_FOLD_AMOUNT_H

#include "i18n/fold.h"

struct fold_amount {
    int64_t value;
    int64_t least, most; /* what it may be rounded from, `most` excluded: 646만 is from 6,455,000
                            on, below 6,465,000 */
    size_t from, to;     /* units, with the word for what is counted */
    bool is_plain;       /* bare digits: no word for ten thousands, for a unit */
};

/* The first amount at or after unit `at`; false when there is none. Bare digits count from four on.
 */
bool fold_amount_next(const struct fold *fold, size_t at, struct fold_amount *out);
/* Bare digits that may as well be a year: nobody looks for an amount by them. */
static inline bool
fold_amount_may_be_year(const struct fold_amount *amount) {
    enum { YEARS = 2200 };
    return amount->is_plain && amount->value < YEARS;
}
/* The term of a number: it sorts as the number does. */
struct str fold_amount_term(struct arena *arena, int64_t value);

#endif
