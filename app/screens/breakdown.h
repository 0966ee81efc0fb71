/* breakdown.h - which figures of a group are the parts of one whole, as the content's `total` says:
 * a budget of two accounts, one of which has two parts of its own. */
#ifndef SCREENS_BREAKDOWN_H
#define SCREENS_BREAKDOWN_H

#include "content/store.h"

enum {
    BREAKDOWN_LEAVES_MOST = 13, /* more than there are marks to tell them apart by */
    BREAKDOWN_DEEPEST = 3,
};

struct breakdown_part {
    const struct store_figure *figure;
    int level;   /* 1: of the whole; 2: of a part of it */
    bool is_sum; /* its own parts follow */
};

struct breakdown {
    const struct store_figure *whole;
    struct breakdown_part *parts; /* each sum before its parts, else in the group's order */
    size_t count, leaves;
};

/* What `whole` is made of, from the figures of its group; false where there is nothing to draw: no
 * parts or one, too many, a part below 0, of another unit, or parts that do not make up their sum
 * (each may be rounded by half a unit of its last digit). Borrows the figures. */
bool breakdown_find(struct breakdown *out, struct arena *arena,
    const struct store_figure *const *figures, size_t count, const struct store_figure *whole);
bool breakdown_has(const struct breakdown *breakdown, const struct store_figure *figure);

#endif
