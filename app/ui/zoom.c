#include "ui/zoom.h"

#include <math.h>

#define FLING_TAU_MS 325.0 /* as of scrollers */
#define FLING_LEAST 0.00012
#define FLING_MOST 0.008
#define GLIDE_MS 240.0
#define REST_PART 0.0005 /* of what is shown: closer than that to the end is the end */

static double
length(struct zoom_range range) {
    return range.to - range.from;
}

static struct zoom_range
inside(const struct zoom *zoom, struct zoom_range range) {
    double whole = length(zoom->whole), span = length(range), middle = range.from + span / 2;
    double least = fmin(zoom->least, whole);
    if (!(span >= least)) {
        span = least;
        range.from = middle - span / 2;
    }
    span = fmin(span, whole);
    double last = zoom->whole.to - span;
    range.from = range.from > last ? last : range.from;
    range.from = range.from > zoom->whole.from ? range.from : zoom->whole.from;
    range.to = range.from + span;
    return range;
}

struct zoom_range
zoom_scaled(struct zoom_range shown, double factor, double at) {
    double span = length(shown) / factor, fixed = shown.from + length(shown) * at;
    return (struct zoom_range){fixed - span * at, fixed + span * (1 - at)};
}

void
zoom_stop(struct zoom *zoom) {
    zoom->mode = ZOOM_REST;
}

void
zoom_set(struct zoom *zoom, struct zoom_range shown) {
    zoom_stop(zoom);
    zoom->is_placed = true;
    zoom->shown = inside(zoom, shown);
}

void
zoom_by(struct zoom *zoom, double factor, double at) {
    double most = length(zoom->shown) / fmax(fmin(zoom->least, length(zoom->whole)), 1e-9);
    factor = fmin(factor, most); /* at its closest it does not begin to wander */
    zoom_set(zoom, zoom_scaled(zoom->shown, factor, at));
}

void
zoom_pan(struct zoom *zoom, double part) {
    double by = length(zoom->shown) * part;
    zoom_set(zoom, (struct zoom_range){zoom->shown.from + by, zoom->shown.to + by});
}

static void
begin(struct zoom *zoom, enum zoom_mode mode, struct zoom_range end, uint64_t now_ms) {
    zoom->mode = mode;
    zoom->is_placed = true;
    zoom->start = zoom->shown;
    zoom->end = inside(zoom, end);
    zoom->since_ms = now_ms;
}

void
zoom_fling(struct zoom *zoom, double velocity, uint64_t now_ms) {
    if (fabs(velocity) < FLING_LEAST) {
        zoom_stop(zoom);
        return;
    }
    velocity = fmin(fmax(velocity, -FLING_MOST), FLING_MOST);
    double by = velocity * FLING_TAU_MS * length(zoom->shown);
    begin(
        zoom, ZOOM_FLING, (struct zoom_range){zoom->shown.from + by, zoom->shown.to + by}, now_ms);
}

void
zoom_glide(struct zoom *zoom, struct zoom_range to, uint64_t now_ms) {
    begin(zoom, ZOOM_GLIDE, to, now_ms);
}

/* Spans grow by ratios, so that near and far pass equally fast. */
static struct zoom_range
between(struct zoom_range a, struct zoom_range b, double part) {
    double from = length(a), to = length(b);
    if (from <= 0 || to <= 0) {
        return b;
    }
    double span = from * pow(to / from, part);
    double way = fabs(to - from) > 1e-9 * from ? (span - from) / (to - from) : part;
    double start = a.from + (b.from - a.from) * way;
    return (struct zoom_range){start, start + span};
}

bool
zoom_step(struct zoom *zoom, uint64_t now_ms) {
    if (zoom->mode == ZOOM_REST) {
        return false;
    }
    double elapsed = now_ms > zoom->since_ms ? (double)(now_ms - zoom->since_ms) : 0;
    double t = fmin(1, elapsed / GLIDE_MS);
    double part = zoom->mode == ZOOM_FLING ? 1 - exp(-elapsed / FLING_TAU_MS)
                                           : 1 - (1 - t) * (1 - t) * (1 - t);
    struct zoom_range at = between(zoom->start, zoom->end, part);
    double left = fabs(at.from - zoom->end.from) + fabs(at.to - zoom->end.to);
    if (left < REST_PART * length(zoom->end)) {
        zoom->shown = inside(zoom, zoom->end);
        zoom_stop(zoom);
        return false;
    }
    zoom->shown = inside(zoom, at);
    return true;
}

void
zoom_extent(struct zoom *zoom, struct zoom_range whole, struct zoom_range usual, double least) {
    zoom->whole = whole;
    zoom->least = least;
    zoom->shown = inside(zoom, zoom->is_placed ? zoom->shown : usual);
}
