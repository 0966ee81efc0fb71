/* dial.h - a city as seen from the home city: in which direction, how far, and how their clocks
 * differ. */
#ifndef SCREENS_PARTS_DIAL_H
#define SCREENS_PARTS_DIAL_H

#include "i18n/time_zone.h"
#include "screens/screen.h"

struct dial {
    const struct store_city *home, *city; /* borrowed */
    bool has_way;                         /* where both are is known, and they are not one */
    double km, bearing;                   /* degrees, from north */
    bool has_time;
    struct time_zone_difference time;
    struct edtf_point day; /* that it holds for; absent: nobody knows */
};

struct dial dial_of(
    const struct screen_env *env, const struct store_city *home, const struct store_city *city);

/* "Bearing 103°, east of Ansan". */
struct str dial_where(const struct screen_env *env, struct arena *arena, const struct dial *dial);
/* Of clocks, with its sign: "−17 h", "+2 h", "0 h", "−3 h 15 min". */
struct str dial_hours(const struct screen_env *env, struct arena *arena, int minutes);
/* Where the year has two differences: which day the one shown is of, and the other. Or empty. */
struct str dial_seasons(const struct screen_env *env, struct arena *arena, const struct dial *dial);
/* The picture: a needle in the hue of the country, from the middle of the ripples. `side` in dp,
 * whatever the text scale is. */
void dial_face(struct ui *ui, const struct screen_env *env, const struct dial *dial, float side);

#endif
