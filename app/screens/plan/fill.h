/* fill.h - the fields of a letter that a plan knows, filled in: each in the language that its name
 * is of, so that a Japanese letter gets Japanese names and dates. */
#ifndef SCREENS_PLAN_FILL_H
#define SCREENS_PLAN_FILL_H

#include "screens/plan/model.h"

struct fill_field {
    struct str name, value;
};
struct fill {
    struct fill_field *fields;
    size_t count;
};

bool fill_load(struct fill *fill, const struct plan *plan, const struct screen_env *env,
    struct arena *arena, struct err *err);
/* The block with its known fields written out, strong; the same one when it has none. */
const struct store_block *fill_block(
    const struct fill *fill, const struct store_block *block, struct arena *arena);
/* How many fields of a block are known, and how many it has. */
size_t fill_count(const struct fill *fill, const struct store_block *block, size_t *all);

#endif
