/* lanes.h - where events stand on a lane of the timeline. Pure: dates and pixels, no nodes, no
 * words, no database.
 *
 * An event is as wide as its date is vague: a day is a point, a month and a year are blocks of that
 * length, a range is a bar below. What would cover each other stands as one mark with its count.
 * Beneath them lie cells, each wide enough for a finger, that hold one or a few of them. Lanes with
 * too many events have columns in their place, one for a stretch of time. */
#ifndef SCREENS_PARTS_LANES_H
#define SCREENS_PARTS_LANES_H

#include "base/arena.h"
#include "i18n/edtf.h"
#include "ui/zoom.h"

#include <stddef.h>

enum { LANE_ROWS = 3 }; /* of bars */

enum lane_form {
    LANE_DAY,
    LANE_MONTH,
    LANE_YEAR,
    LANE_AGREEMENT, /* the shape of its country */
    LANE_BAR,
};

struct lane_event {
    struct edtf date;
    bool is_agreement;
};

/* What is shown, on how many px, and how large things are there. */
struct lanes_view {
    struct zoom_range shown; /* days (civil_number) */
    float width, mark, target, gap;
    double document; /* the day up to which is known what goes on: open ranges end there */
};

struct lane_item {
    size_t event;
    enum lane_form form;
    float at;     /* its middle; of a bar, where a finger takes it first */
    float x0, x1; /* may lie outside of what is shown */
    size_t mark;  /* which one it is part of; of a bar its row */
    bool is_open;
};
struct lane_mark { /* items that stand as one */
    size_t first, count;
    float at;
};
struct lane_cell {
    size_t first, count; /* items */
    float x0, x1;
};

struct lane_layout {
    struct lane_item *items; /* those in view, by `at` */
    struct lane_mark *marks; /* of items that are no bars */
    struct lane_cell *cells;
    size_t item_count, mark_count, cell_count;
    size_t hidden; /* bars that found no row */
    int rows;      /* of bars in use, seen or not */
};

/* The days a date may mean, from the first to the one after the last. Open: up to `document`. */
struct zoom_range lanes_range(const struct edtf *date, double document);
float lanes_px(const struct lanes_view *view, double day);
double lanes_day(const struct lanes_view *view, float px);

/* `events` in the order of their dates. Everything in the arena. */
void lanes_layout(struct lane_layout *out, struct arena *arena, const struct lane_event *events,
    size_t count, const struct lanes_view *view);

/* Lanes with many events. A bin is known by its first day and by how many events begin before it;
 * the last one ends at `end`, before which `total` begin. */
struct lane_bin {
    double day;
    size_t place;
};
struct lane_column {
    struct zoom_range days;
    size_t first, count; /* places */
    float x0, x1;
};
/* Columns of at least `least` px in view, of 1, 2, 4 ... bins' spans; `bins` are months or years,
 * those without events are left out. Empty columns, too. */
void lanes_columns(struct lane_column **out, size_t *count, struct arena *arena,
    const struct lane_bin *bins, size_t bin_count, size_t end_place, bool is_months,
    const struct lanes_view *view, float least);

/* What the axis says: every `step` years (months where `is_months`, days where `is_days`). */
struct lanes_step {
    int step;
    bool is_months, is_days;
};
/* The finest whose labels of so many px, with their gaps, do not meet. */
struct lanes_step lanes_step(
    const struct lanes_view *view, float year_label, float month_label, float day_label);
/* The day of the first tick at or after `day`, and of the one after a tick. */
double lanes_tick(const struct lanes_step *step, double day);
double lanes_tick_after(const struct lanes_step *step, double tick);

#endif
