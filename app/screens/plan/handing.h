/* handing.h - a plan as a phone takes it: a day of the calendar for each on which something is due,
 * and the same as text. */
#ifndef SCREENS_PLAN_HANDING_H
#define SCREENS_PLAN_HANDING_H

#include "screens/plan/model.h"

void plan_hand(const struct plan *plan, const struct screen_env *env, struct str title,
    struct arena *arena, struct hand *hand);

#endif
