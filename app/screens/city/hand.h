/* hand.h - a city for the address book of a phone. */
#ifndef SCREENS_CITY_HAND_H
#define SCREENS_CITY_HAND_H

#include "screens/screen.h"

bool city_hand(const struct screen *screen, const struct screen_env *env, struct arena *arena,
    struct hand *hand, struct err *err);

#endif
