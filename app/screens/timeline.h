/* timeline.h - what the two views of the timeline share: the picture and the list. */
#ifndef SCREENS_TIMELINE_H
#define SCREENS_TIMELINE_H

#include "screens/jump.h"
#include "screens/page.h"
#include "screens/parts/lane_rows.h"

struct timeline {
    struct store_city city; /* the filter, or empty */
    struct rows *events;    /* all of it, in the order of their dates */
    bool has_event;         /* the one that a link leads to: its card is open, its row is marked */
    struct store_event event;
    size_t place; /* of that in `events` */
    bool is_list;
    /* of the list: */
    struct rows *cities;
    struct jump jump, city_jump;
    bool is_choosing;
    /* of the picture: */
    struct lane_set lanes;
    const struct lane *lane; /* of the event, and its row there; NULL: none */
    size_t row;
    int at_year;    /* 0: none asked for */
    bool is_placed; /* what was asked for is in view */
    float room_px;  /* of the axis, as laid out last */
};

bool timeline_list_load(struct timeline *timeline, struct screen *screen,
    const struct screen_env *env, struct err *err);
void timeline_list_view(const struct screen *screen, const struct screen_env *env, struct ui *ui);

bool timeline_picture_load(struct timeline *timeline, struct screen *screen,
    const struct screen_env *env, struct err *err);
void timeline_picture_view(
    const struct screen *screen, const struct screen_env *env, struct ui *ui);

#endif
