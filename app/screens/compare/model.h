/* model.h - two cities in columns: what the sources say of both. */
#ifndef SCREENS_COMPARE_MODEL_H
#define SCREENS_COMPARE_MODEL_H

#include "screens/parts/dial.h"
#include "screens/parts/map_sheet.h"

enum { COMPARE_SIDES = 2 };

/* One of the two. */
struct compared {
    struct store_city city;
    struct store_picture hero;
    struct dial dial;
    struct theme_mark mark;
    bool is_home;
    struct str tie_note;
    struct store_figure area, people; /* without an id: the sources have none */
    double area_km2;
    struct store_visits visits;
};
struct compare {
    struct store_city home;
    struct compared sides[COMPARE_SIDES];
    double most_km, most_km2, most_visits; /* of the two: they have one scale */
    double people_a_dot;
};

/* The cities that the path names as its id and its part; `found` false when one is not there. */
bool compare_load(
    struct screen *screen, const struct screen_env *env, bool *found, struct err *err);

/* How many people a dot stands for, so that the larger of two numbers takes COMPARE_DOTS at most: a
 * power of ten. */
enum { COMPARE_DOTS = 100 };
double compare_people_a_dot(double most);
/* In square kilometres; 0 for a unit that is no area. */
double compare_km2(struct str unit, double value);

#endif
