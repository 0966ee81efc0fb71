/* lane_rows.h - the lanes of the timeline and what of their events lies in a stretch of time.
 *
 * A lane with few events is read whole. Of one with many only its years are read at first; events
 * are read where few lie in view, else the months or years in view are counted: no view costs more
 * than LANE_SHOWN_MOST rows a lane, however many events there are. */
#ifndef SCREENS_PARTS_LANE_ROWS_H
#define SCREENS_PARTS_LANE_ROWS_H

#include "screens/parts/lanes.h"
#include "screens/parts/map_sheet.h"
#include "screens/rows.h"

enum { LANE_SHOWN_MOST = 96, LANE_MONTHS_MOST = 240 };

struct lane {
    struct str id;      /* a city, a country's code, or "rest" */
    struct str name;    /* told apart from others of the same name */
    struct str country; /* its mark; empty: several */
    bool is_city;
    bool has_tie;
    enum map_tie tie;
    double since, last; /* days: from when on it stands, and where the last record of it ends */
    struct rows *rows;
    struct lane_bin *years; /* of many events; NULL: few */
    size_t year_count;
    struct lane_bin *months; /* those of `month_days` */
    size_t month_count;
    struct zoom_range month_days;
    size_t month_end; /* events that begin before its end */
    /* of this frame: */
    struct lane_layout layout;
    size_t first;                /* the row of event 0 */
    struct lane_column *columns; /* in place of a layout; NULL: none */
    size_t column_count;
    bool columns_are_months;
};

struct lane_set {
    struct lane *lanes;
    size_t count;
    struct zoom_range whole, usual; /* days, in full years */
    double document;                /* up to where the sources know */
    int first_year;
    uint32_t *per_year; /* events that begin in each year from `first_year` on */
    size_t years;
};

/* `city` empty: all lanes; else the one of that city. In the screen's arena. */
bool lane_set_load(struct lane_set *set, struct screen *screen, const struct screen_env *env,
    struct str city, struct err *err);
/* What each lane shows in this view, in the frame's arena. */
void lane_set_show(struct lane_set *set, const struct screen_env *env, struct arena *arena,
    const struct lanes_view *view);
/* NULL where the database cannot give it. */
const struct store_event *lane_event_at(
    const struct lane *lane, const struct screen_env *env, size_t event);

#endif
