#include "screens/parts/lanes.h"

#include "base/sort.h"
#include "i18n/civil.h"

#include <math.h>

#define NEAR 0.9f         /* of a mark's width: what is nearer stands as one */
#define BLOCK_LEAST 0.34f /* of a mark's width, of a month seen from afar */
#define BAR_LEAST 0.5f

static double
day_of(int year, int month) {
    struct edtf_point point = {.precision = EDTF_MONTH, .year = (int16_t)year, .month = 1};
    point.month = (int8_t)month;
    return (double)civil_number(&point);
}

/* The day after the last that the point may mean. */
static double
after(const struct edtf_point *point) {
    switch (point->precision) {
    case EDTF_YEAR:
        return day_of(point->year + 1, 1);
    case EDTF_MONTH:
        return (double)(civil_number(point) + civil_month_length(point->year, point->month));
    default:
        return (double)(civil_number(point) + 1);
    }
}

struct zoom_range
lanes_range(const struct edtf *date, double document) {
    struct zoom_range range = {(double)civil_number(&date->from), after(&date->from)};
    if (date->is_range && date->is_open) {
        range.to = fmax(range.to, document);
    } else if (date->is_range) {
        range.to = fmax(range.to, after(&date->to));
    }
    return range;
}

float
lanes_px(const struct lanes_view *view, double day) {
    double span = view->shown.to - view->shown.from;
    double px = (day - view->shown.from) / (span > 0 ? span : 1) * (double)view->width;
    return (float)fmin(fmax(px, -1e6), 1e6);
}

double
lanes_day(const struct lanes_view *view, float px) {
    return view->shown.from +
           (view->shown.to - view->shown.from) * (double)(px / fmaxf(view->width, 1));
}

static enum lane_form
form_of(const struct lane_event *event) {
    bool is_range = event->date.is_range;
    return is_range                                   ? LANE_BAR
           : event->is_agreement                      ? LANE_AGREEMENT
           : event->date.from.precision == EDTF_YEAR  ? LANE_YEAR
           : event->date.from.precision == EDTF_MONTH ? LANE_MONTH
                                                      : LANE_DAY;
}

static void
widen(struct lane_item *item, float least) {
    if (item->x1 - item->x0 < least) {
        item->x0 = item->at - least / 2;
        item->x1 = item->at + least / 2;
    }
}

static struct lane_item
item_of(const struct lane_event *event, size_t index, const struct lanes_view *view) {
    struct zoom_range range = lanes_range(&event->date, view->document);
    struct lane_item item = {.event = index,
        .form = form_of(event),
        .x0 = lanes_px(view, range.from),
        .x1 = lanes_px(view, range.to),
        .is_open = event->date.is_open};
    item.at = (item.x0 + item.x1) / 2;
    if (item.form == LANE_BAR) {
        widen(&item, view->mark * BAR_LEAST);
        float seen = fmaxf(item.x0, 0), end = fminf(item.x1, view->width);
        item.at = fminf(seen + view->target / 2, (seen + end) / 2);
    } else if (item.form == LANE_MONTH) {
        widen(&item, view->mark * BLOCK_LEAST);
    } else if (item.form == LANE_YEAR) {
        widen(&item, view->mark);
    } else {
        item.x0 = item.at - view->mark / 2;
        item.x1 = item.at + view->mark / 2;
    }
    return item;
}

/* The first row that is free where the bar begins, by their dates: zooming leaves them there. */
static int
row_for(double *ends, struct zoom_range range) {
    for (int row = 0; row < LANE_ROWS; row++) {
        if (range.from >= ends[row]) {
            ends[row] = range.to;
            return row;
        }
    }
    return LANE_ROWS;
}

static int
by_at(const void *a, const void *b) {
    const struct lane_item *x = a, *y = b;
    if (x->at != y->at) {
        return x->at < y->at ? -1 : 1;
    }
    return x->event < y->event ? -1 : x->event > y->event ? 1 : 0;
}

static void
add_items(struct lane_layout *out, const struct lane_event *events, size_t count,
    const struct lanes_view *view) {
    double ends[LANE_ROWS];
    for (int row = 0; row < LANE_ROWS; row++) {
        ends[row] = -HUGE_VAL;
    }
    for (size_t i = 0; i < count; i++) {
        struct lane_item item = item_of(&events[i], i, view);
        if (item.form == LANE_BAR) {
            int row = row_for(ends, lanes_range(&events[i].date, view->document));
            out->hidden += row == LANE_ROWS ? 1 : 0;
            out->rows = row < LANE_ROWS && row >= out->rows ? row + 1 : out->rows;
            if (row == LANE_ROWS) {
                continue;
            }
            item.mark = (size_t)row;
        }
        if (item.x1 > 0 && item.x0 < view->width) {
            out->items[out->item_count++] = item;
        }
    }
    sort_items(out->items, out->item_count, sizeof(out->items[0]), by_at);
}

static void
add_marks(struct lane_layout *out, const struct lanes_view *view) {
    float last = -HUGE_VALF;
    for (size_t i = 0; i < out->item_count; i++) {
        struct lane_item *item = &out->items[i];
        if (item->form == LANE_BAR) {
            continue;
        }
        struct lane_mark *mark = &out->marks[out->mark_count];
        if (out->mark_count == 0 || item->at - last >= view->mark * NEAR) {
            *mark = (struct lane_mark){.first = i, .at = item->at};
            out->mark_count++;
        }
        mark = &out->marks[out->mark_count - 1];
        mark->at = (mark->at * (float)mark->count + item->at) / (float)(mark->count + 1);
        mark->count++;
        item->mark = out->mark_count - 1;
        last = item->at;
    }
}

static float
first_at(const struct lane_layout *out, size_t cell) {
    return out->items[out->cells[cell].first].at;
}

static float
last_at(const struct lane_layout *out, size_t cell) {
    const struct lane_cell *c = &out->cells[cell];
    return out->items[c->first + c->count - 1].at;
}

/* From halfway to the neighbours, but no further than its items and half a finger. */
static void
bound(struct lane_layout *out, size_t cell, const struct lanes_view *view) {
    struct lane_cell *c = &out->cells[cell];
    float least = 0, most = view->width, half = view->target / 2;
    if (cell > 0) {
        least = (last_at(out, cell - 1) + first_at(out, cell) + view->gap) / 2;
    }
    if (cell + 1 < out->cell_count) {
        most = (last_at(out, cell) + first_at(out, cell + 1) - view->gap) / 2;
    }
    c->x0 = first_at(out, cell) - half;
    c->x1 = last_at(out, cell) + half;
    for (size_t i = c->first; i < c->first + c->count; i++) {
        c->x0 = fminf(c->x0, out->items[i].x0);
        c->x1 = fmaxf(c->x1, out->items[i].x1);
    }
    c->x0 = fminf(fmaxf(c->x0, least), fmaxf(most - view->target, least));
    c->x1 = fmaxf(fminf(c->x1, most), fminf(c->x0 + view->target, most));
}

static void
join(struct lane_layout *out, size_t cell) {
    out->cells[cell].count += out->cells[cell + 1].count;
    for (size_t i = cell + 1; i + 1 < out->cell_count; i++) {
        out->cells[i] = out->cells[i + 1];
    }
    out->cell_count--;
}

/* The narrow one joins its nearer neighbour, until all are wide enough. */
static void
add_cells(struct lane_layout *out, const struct lanes_view *view) {
    for (size_t i = 0; i < out->item_count; i++) {
        out->cells[out->cell_count++] = (struct lane_cell){.first = i, .count = 1};
    }
    for (size_t i = 0; i < out->cell_count; i++) {
        bound(out, i, view);
    }
    for (size_t i = 0; i < out->cell_count && out->cell_count > 1;) {
        if (out->cells[i].x1 - out->cells[i].x0 >= view->target - 0.5f) {
            i++;
            continue;
        }
        float before = i > 0 ? first_at(out, i) - last_at(out, i - 1) : HUGE_VALF;
        float after = i + 1 < out->cell_count ? first_at(out, i + 1) - last_at(out, i) : HUGE_VALF;
        size_t left = before < after ? i - 1 : i;
        join(out, left);
        size_t from = left > 0 ? left - 1 : 0;
        for (size_t k = from; k < out->cell_count && k <= left + 1; k++) {
            bound(out, k, view);
        }
        i = from;
    }
}

void
lanes_layout(struct lane_layout *out, struct arena *arena, const struct lane_event *events,
    size_t count, const struct lanes_view *view) {
    *out = (struct lane_layout){.items = ARENA_ARRAY(arena, count, struct lane_item),
        .marks = ARENA_ARRAY(arena, count, struct lane_mark),
        .cells = ARENA_ARRAY(arena, count, struct lane_cell)};
    add_items(out, events, count, view);
    add_marks(out, view);
    add_cells(out, view);
}

/* How many events begin before the day. */
static size_t
place_at(const struct lane_bin *bins, size_t count, size_t end_place, double day) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (bins[middle].day < day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count ? bins[low].place : end_place;
}

/* The first day of a span: years or months are counted from the year 0. */
static double
day_of_span(int64_t span, int step, bool is_months) {
    int64_t n = span * step;
    return is_months ? day_of((int)(n / 12), (int)(n % 12) + 1) : day_of((int)n, 1);
}

static int64_t
span_at(double day, int step, bool is_months) {
    struct edtf_point point = civil_day((int64_t)floor(day));
    int64_t n = is_months ? point.year * 12 + point.month - 1 : point.year;
    return n / step;
}

void
lanes_columns(struct lane_column **out, size_t *count, struct arena *arena,
    const struct lane_bin *bins, size_t bin_count, size_t end_place, bool is_months,
    const struct lanes_view *view, float least) {
    double span = view->shown.to - view->shown.from, unit = is_months ? 30.44 : 365.25;
    int step = 1;
    while (step < 64 && unit * step / span * (double)view->width < (double)least) {
        step *= 2;
    }
    int64_t first = span_at(view->shown.from, step, is_months),
            last = span_at(view->shown.to, step, is_months);
    size_t most = last >= first ? (size_t)(last - first + 1) : 0;
    *out = ARENA_ARRAY(arena, most, struct lane_column);
    *count = 0;
    for (int64_t i = first; i <= last; i++) {
        struct zoom_range days = {
            day_of_span(i, step, is_months), day_of_span(i + 1, step, is_months)};
        size_t from = place_at(bins, bin_count, end_place, days.from),
               to = place_at(bins, bin_count, end_place, days.to);
        (*out)[(*count)++] = (struct lane_column){.days = days,
            .first = from,
            .count = to > from ? to - from : 0,
            .x0 = lanes_px(view, days.from),
            .x1 = lanes_px(view, days.to)};
    }
}

struct lanes_step
lanes_step(const struct lanes_view *view, float year_label, float month_label, float day_label) {
    static const int days[] = {1, 2, 5, 10}, months[] = {1, 3, 6},
                     years[] = {1, 2, 5, 10, 20, 50, 100, 200, 500};
    double day_px = (double)view->width / fmax(1, view->shown.to - view->shown.from);
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
        if (days[i] * day_px >= (double)day_label) {
            return (struct lanes_step){days[i], false, true};
        }
    }
    for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++) {
        if (months[i] * 30 * day_px >= (double)month_label) {
            return (struct lanes_step){months[i], true, false};
        }
    }
    for (size_t i = 0; i < sizeof(years) / sizeof(years[0]); i++) {
        if (years[i] * 365 * day_px >= (double)year_label) {
            return (struct lanes_step){years[i], false, false};
        }
    }
    return (struct lanes_step){1000, false, false};
}

/* Days are counted within their month, so that a first is always a tick. */
static double
day_tick(const struct lanes_step *step, double day) {
    struct edtf_point point = civil_day((int64_t)ceil(day));
    if (point.precision == EDTF_NONE) {
        return HUGE_VAL; /* beyond the calendar */
    }
    int length = civil_month_length(point.year, point.month);
    int nth = (point.day - 1 + step->step - 1) / step->step * step->step;
    double first = day_of(point.year, point.month);
    return nth + step->step / 2 < length ? first + nth : first + length;
}

double
lanes_tick(const struct lanes_step *step, double day) {
    if (step->is_days) {
        return day_tick(step, day);
    }
    int64_t span = span_at(day, step->step, step->is_months);
    double tick = day_of_span(span, step->step, step->is_months);
    return tick >= day ? tick : day_of_span(span + 1, step->step, step->is_months);
}

double
lanes_tick_after(const struct lanes_step *step, double tick) {
    return lanes_tick(step, tick + 1);
}
