/* align.h - which paragraph of one language stands beside which of another: section by section, and
 * in each in their order, like beside like. Where one language has more, what is over stands alone.
 * Pure. */
#ifndef SCREENS_BESIDE_ALIGN_H
#define SCREENS_BESIDE_ALIGN_H

#include "base/arena.h"

enum { ALIGN_NONE = -1, ALIGN_HEADING = 0 };

struct align_pair {
    int own, other; /* from 0; ALIGN_NONE: nothing stands there */
};

/* `own` and `other`: what kind each paragraph is; ALIGN_HEADING begins a section. As many pairs as
 * it takes, in the arena. */
struct align_pair *align_kinds(struct arena *arena, const int *own, size_t own_count,
    const int *other, size_t other_count, size_t *count);

#endif
