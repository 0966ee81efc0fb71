/* view.h - the page of a city, from its head to the keys at its end. */
#ifndef SCREENS_CITY_VIEW_H
#define SCREENS_CITY_VIEW_H

#include "screens/city/model.h"
#include "screens/page.h"

/* The name with its other names, where it lies and how the tie stands; on the first part also the
 * large figures and what kind of place it is. */
void city_head_view(struct ui *ui, const struct screen_env *env, const struct screen *screen,
    const struct city *city);
/* The keys that lead from part to part. */
void city_parts_view(struct ui *ui, const struct screen_env *env, const struct city *city);
/* What the part shows. */
void city_part_view(struct ui *ui, const struct screen_env *env, const struct city *city);
/* What one can do with the city: the last row, below what scrolls where there is room for it. */
void city_actions_view(struct ui *ui, const struct screen_env *env, const struct screen *screen,
    const struct city *city);

#endif
