/* today.h - one thing that the two sides did: on this day years ago, or in this month, or on any;
 * another one each day. */
#ifndef SCREENS_PARTS_TODAY_H
#define SCREENS_PARTS_TODAY_H

#include "screens/screen.h"

enum today_kind { TODAY_NONE, TODAY_DAY, TODAY_MONTH, TODAY_STORY };

struct today {
    enum today_kind kind;
    struct store_event event;
    struct str country; /* of its city */
    int years;          /* ago, of TODAY_DAY */
};

/* In the screen's arena. `home` is the id of the home city. */
bool today_load(struct today *today, struct screen *screen, const struct screen_env *env,
    struct str home, struct err *err);
/* What day it is in our exchange, and of what date: "This month · November 2005". */
struct str today_when(const struct screen_env *env, struct arena *arena, const struct today *today);
/* Nothing where there is no event. `is_small`: in a narrow column, where words need all of it. */
void today_view(
    struct ui *ui, const struct screen_env *env, const struct today *today, bool is_small);

#endif
