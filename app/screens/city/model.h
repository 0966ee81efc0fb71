/* model.h - a city and what belongs to it, as its page shows it: the parts of that page, and what
 * each of them is made from. */
#ifndef SCREENS_CITY_MODEL_H
#define SCREENS_CITY_MODEL_H

#include "screens/beside/beside.h"
#include "screens/parts/dial.h"
#include "screens/rows.h"

/* Paths of their own: cities/ID/history. Without one it is the part that holds what `?event=ID` or
 * `?figure=ID` names, or the first. */
enum city_part { CITY_NOW, CITY_HISTORY, CITY_PEOPLE, CITY_NAMES, CITY_PARTS };
struct str city_part_name(enum city_part part);

struct city {
    struct store_city city, home;
    enum city_part part;
    struct dial dial;
    struct store_section source;
    struct rows *relations, *events;
    struct rows *articles; /* that speak of this city */
    struct rows *names, *official_names, *figures;
    struct rows **facts; /* of every kind, in the order of WORDS_FACT */
    struct str *fact_kinds;
    size_t kinds;
    size_t marked_event, marked_figure; /* from 1: what a link led to */
    struct beside beside;               /* where a second language is asked for */
    bool is_beside;
};

bool city_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err);
bool city_is_home(const struct city *city);
/* NULL where the lists have no such kind. */
struct rows *city_facts(const struct city *city, const char *kind);
/* Of all these kinds; the last is NULL. */
size_t city_count_facts(const struct city *city, const char *const *kinds);

#endif
