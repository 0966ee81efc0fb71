/* calendar.h - months and weeks, drawn: weekends and holidays sunk, below a holiday the mark of its
 * country, a ring round the days on which something is due, the visit filled. */
#ifndef SCREENS_PLAN_CALENDAR_H
#define SCREENS_PLAN_CALENDAR_H

#include "screens/plan/model.h"

/* A month to look at. */
void calendar_month(struct ui *ui, const struct screen_env *env, const struct plan *plan,
    const struct edtf_point *month);
/* Seven days to look at, from a Sunday on. */
void calendar_week(
    struct ui *ui, const struct screen_env *env, const struct plan *plan, int64_t sunday);
/* A month to choose a day from: seven keys a row, or, where these have no room, a key a week and
 * the days of the one that is open. */
void calendar_choose(struct ui *ui, const struct screen_env *env, const struct plan *plan,
    const struct edtf_point *month);
/* What the marks mean. */
void calendar_legend(struct ui *ui, const struct screen_env *env, const struct plan *plan);

/* Why offices are closed on that day: a weekend, holidays; empty: they are not. */
struct str calendar_closed(
    const struct screen_env *env, struct arena *arena, const struct plan *plan, int64_t day);

#endif
