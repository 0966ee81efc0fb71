#include "screens/parts/lane_rows.h"

#include "content/listing_index.h"
#include "i18n/civil.h"
#include "screens/parts/map.h"
#include "screens/words.h"

#include <math.h>

#define YEAR_DAYS 365.25
#define MONTH_LEAST_PX 12.0f /* narrower months are counted by years */
#define BEFORE 16            /* rows before the first in view, that may reach into it */

static double
day_of_year(int year) {
    struct edtf_point point = {.precision = EDTF_YEAR, .year = (int16_t)year};
    return (double)civil_number(&point);
}

static int
year_of(double day) {
    return civil_day((int64_t)floor(day)).year;
}

/* Up to when the source of a city knows. */
static bool
follow_source(struct lane_set *set, struct screen *screen, const struct screen_env *env,
    struct str id, struct err *err) {
    struct store_section section;
    struct edtf date;
    bool found;
    if (!store_section(env->store, &screen->arena, env->locale, id, &section, &found, err)) {
        return false;
    }
    if (found && edtf_parse(section.source_date, &date, NULL)) {
        set->document = fmax(set->document, lanes_range(&date, 0).to);
    }
    return true;
}

static void
follow_city(struct lane *lane, const struct store_city *city) {
    lane->is_city = true;
    lane->name = city->name;
    lane->country = city->country;
    lane->has_tie = city->relation.n > 0 && city->relation_since.from.precision != EDTF_NONE;
    lane->tie = map_tie_of(city->relation_status);
    lane->since = lane->has_tie ? (double)civil_number(&city->relation_since.from) : 0;
}

/* All others of a country: told by the city of its first event. */
static bool
follow_country(struct lane *lane, struct screen *screen, const struct screen_env *env,
    bool is_beside_cities, struct err *err) {
    const struct store_event *event = rows_at(lane->rows, env, 0);
    struct store_city city;
    bool found = false;
    lane->name = word_text(env, MSG_LANE_REST);
    if (!event || str_eq(lane->id, STR("rest"))) {
        return true;
    }
    if (!store_city(env->store, &screen->arena, env->locale, event->city, &city, &found, err)) {
        return false;
    }
    if (found) {
        struct msg_arg args[] = {MSG_TEXT(city.country_name)};
        lane->country = city.country;
        lane->name = is_beside_cities ? i18n_format(env->i18n, &screen->arena, env->locale,
                                            MSG_LANE_OTHERS, args, 1)
                                      : city.country_name;
    }
    return true;
}

static bool
load_bins(struct lane_bin **out, size_t *count, struct arena *arena,
    const struct store_heading *headings, size_t heading_count) {
    *out = ARENA_ARRAY(arena, heading_count, struct lane_bin);
    *count = 0;
    for (size_t i = 0; i < heading_count; i++) {
        struct edtf date;
        if (edtf_parse(headings[i].heading, &date, NULL)) {
            (*out)[(*count)++] =
                (struct lane_bin){(double)civil_number(&date.from), headings[i].place};
        }
    }
    return *count > 0;
}

static bool
load_lane(struct lane_set *set, struct lane *lane, struct screen *screen,
    const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    struct store_city city;
    struct store_heading *headings;
    size_t count;
    bool found;
    if (!store_city(env->store, arena, env->locale, lane->id, &city, &found, err)) {
        return false;
    }
    struct str listing =
        arena_printf(arena, "events/%s/%.*s", found ? "city" : "lane", STR_ARG(lane->id));
    if (!rows_open(
            &lane->rows, screen, env, listing, rows_ask_events, sizeof(struct store_event), err)) {
        return false;
    }
    if (found) {
        follow_city(lane, &city);
    }
    if (found ? !follow_source(set, screen, env, city.source, err)
              : !follow_country(lane, screen, env, set->count > 0 && set->lanes[0].is_city, err)) {
        return false;
    }
    if (lane->rows->count <= LISTING_LONG) {
        return true;
    }
    lane->months = ARENA_ARRAY(arena, LANE_MONTHS_MOST, struct lane_bin);
    return store_listing_headings(env->store, arena, listing, &headings, &count, err) &&
           (load_bins(&lane->years, &lane->year_count, arena, headings, count) || true);
}

static bool
add_country(
    struct lane *lane, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct store_city city;
    bool found;
    if (!store_city(env->store, &screen->arena, env->locale, lane->id, &city, &found, err)) {
        return false;
    }
    if (found) {
        struct msg_arg args[] = {MSG_TEXT(city.name), MSG_TEXT(city.country_name)};
        lane->name = i18n_format(env->i18n, &screen->arena, env->locale, MSG_NAME_OF, args, 2);
    }
    return true;
}

/* Two of one name are told apart by their countries. */
static bool
tell_apart(
    struct lane_set *set, struct screen *screen, const struct screen_env *env, struct err *err) {
    for (size_t i = 0; i < set->count; i++) {
        struct lane *lane = &set->lanes[i];
        struct str name = lane->name;
        for (size_t k = i + 1; lane->is_city && k < set->count; k++) {
            struct lane *other = &set->lanes[k];
            bool is_same = other->is_city && str_eq(other->name, name);
            if (is_same &&
                (!add_country(lane, screen, env, err) || !add_country(other, screen, env, err))) {
                return false;
            }
        }
    }
    return true;
}

static void
widen(struct zoom_range *range, double from, double to) {
    bool is_empty = range->to <= range->from;
    range->from = is_empty ? from : fmin(range->from, from);
    range->to = is_empty ? to : fmax(range->to, to);
}

/* When the events of a lane are, in full years; and where its last record ends. */
static struct zoom_range
extent(struct lane *lane, const struct screen_env *env) {
    struct zoom_range range = {0, 0};
    for (size_t i = 0; !lane->years && i < lane->rows->count; i++) {
        const struct store_event *event = rows_at(lane->rows, env, i);
        if (!event || event->date.from.precision == EDTF_NONE) {
            continue;
        }
        struct zoom_range days = lanes_range(&event->date, 0);
        if (lane->has_tie && str_eq(event->kind, STR("agreement"))) {
            lane->since = fmin(lane->since, days.from); /* a friendship before it was raised */
        }
        lane->last = event->date.is_open ? lane->last : fmax(lane->last, days.to);
        widen(&range, day_of_year(event->date.from.year), day_of_year(year_of(days.to - 1) + 1));
    }
    if (lane->years) {
        double last = day_of_year(year_of(lane->years[lane->year_count - 1].day) + 1);
        widen(&range, lane->years[0].day, last);
        lane->last = last;
    }
    return range;
}

static void
count_years(struct lane_set *set, struct lane *lane, const struct screen_env *env) {
    for (size_t i = 0; !lane->years && i < lane->rows->count; i++) {
        const struct store_event *event = rows_at(lane->rows, env, i);
        int year = event ? event->date.from.year - set->first_year : -1;
        if (year >= 0 && (size_t)year < set->years) {
            set->per_year[year]++;
        }
    }
    for (size_t i = 0; i < lane->year_count; i++) {
        int year = year_of(lane->years[i].day) - set->first_year;
        size_t end = i + 1 < lane->year_count ? lane->years[i + 1].place : lane->rows->count;
        if (year >= 0 && (size_t)year < set->years) {
            set->per_year[year] += (uint32_t)(end - lane->years[i].place);
        }
    }
}

/* The usual view is that of the cities; what lies far from them is found by zooming out. */
static void
measure(struct lane_set *set, struct screen *screen, const struct screen_env *env) {
    for (size_t i = 0; i < set->count; i++) {
        struct zoom_range range = extent(&set->lanes[i], env);
        if (range.to > range.from) {
            widen(&set->whole, range.from, range.to);
        }
        if (range.to > range.from && (set->lanes[i].is_city || !set->lanes[0].is_city)) {
            widen(&set->usual, range.from, range.to);
        }
    }
    if (set->document > 0 && set->whole.to > set->whole.from) {
        double end = day_of_year(year_of(set->document - 1) + 1);
        set->whole.to = fmax(set->whole.to, end);
        set->usual.to = fmax(set->usual.to, end);
    } else {
        set->document = set->whole.to;
    }
    set->first_year = year_of(set->whole.from);
    int last = year_of(set->whole.to - 1);
    set->years = last >= set->first_year ? (size_t)(last - set->first_year + 1) : 0;
    set->per_year = ARENA_ARRAY(&screen->arena, set->years, uint32_t);
    for (size_t i = 0; i < set->count; i++) {
        count_years(set, &set->lanes[i], env);
    }
}

bool
lane_set_load(struct lane_set *set, struct screen *screen, const struct screen_env *env,
    struct str city, struct err *err) {
    struct str *ids = &city;
    size_t count = 1;
    *set = (struct lane_set){0};
    if (city.n == 0) {
        struct store_window window = {STR("lanes"), 0, LISTING_LANES};
        if (!store_listing_ids(env->store, &screen->arena, window, &ids, &count, err)) {
            return false;
        }
    }
    set->lanes = ARENA_ARRAY(&screen->arena, count, struct lane);
    for (size_t i = 0; i < count; i++) {
        struct lane *lane = &set->lanes[set->count];
        lane->id = ids[i];
        if (!load_lane(set, lane, screen, env, err)) {
            return false;
        }
        set->count += lane->rows->count > 0 ? 1 : 0;
    }
    if (!tell_apart(set, screen, env, err)) {
        return false;
    }
    measure(set, screen, env);
    return true;
}

/* How many events of a long lane begin before that day; bins are of years or months. */
static size_t
place_before(const struct lane_bin *bins, size_t count, size_t end, double day) {
    for (size_t i = 0; i < count; i++) {
        if (bins[i].day >= day) {
            return bins[i].place;
        }
    }
    return end;
}

/* The months in view, and half as many again on either side. */
static void
load_months(struct lane *lane, const struct screen_env *env, struct arena *arena,
    const struct lanes_view *view) {
    double half = (view->shown.to - view->shown.from) / 2;
    double from = day_of_year(year_of(fmax(view->shown.from - half, lane->years[0].day)));
    double to = day_of_year(year_of(fmin(view->shown.to + half, lane->last)) + 1);
    size_t first = place_before(lane->years, lane->year_count, lane->rows->count, from),
           end = place_before(lane->years, lane->year_count, lane->rows->count, to);
    struct store_heading *headings = NULL;
    struct lane_bin *bins;
    struct err err;
    size_t count = 0;
    struct str listing = arena_printf(arena, "months/%.*s", STR_ARG(lane->rows->listing));
    if (!store_listing_headings_between(
            env->store, arena, listing, first, end, &headings, &count, &err)) {
        count = 0; /* the rows will say what is wrong */
    }
    count = count < LANE_MONTHS_MOST ? count : LANE_MONTHS_MOST;
    load_bins(&bins, &lane->month_count, arena, headings, count);
    for (size_t i = 0; i < lane->month_count; i++) {
        lane->months[i] = bins[i];
    }
    lane->month_days = (struct zoom_range){from, to};
    lane->month_end = end;
}

static bool
has_months(const struct lane *lane, const struct lanes_view *view) {
    double from = fmax(view->shown.from, lane->years[0].day), to = fmin(view->shown.to, lane->last);
    return lane->month_days.to > lane->month_days.from && lane->month_days.from <= from &&
           lane->month_days.to >= to;
}

static void
show_events(struct lane *lane, const struct screen_env *env, struct arena *arena,
    const struct lanes_view *view, size_t first, size_t end) {
    struct lane_event *events = ARENA_ARRAY(arena, end - first, struct lane_event);
    for (size_t i = first; i < end; i++) {
        const struct store_event *event = rows_at(lane->rows, env, i);
        if (event) {
            events[i - first] =
                (struct lane_event){event->date, str_eq(event->kind, STR("agreement"))};
        }
    }
    lane->first = first;
    lanes_layout(&lane->layout, arena, events, end - first, view);
}

static void
show_long(struct lane *lane, const struct screen_env *env, struct arena *arena,
    const struct lanes_view *view) {
    double span = fmax(view->shown.to - view->shown.from, 1);
    double month_px = (double)view->width / span * YEAR_DAYS / 12;
    bool by_month = month_px >= (double)MONTH_LEAST_PX;
    if (by_month && !has_months(lane, view)) {
        load_months(lane, env, arena, view);
    }
    const struct lane_bin *bins = by_month ? lane->months : lane->years;
    size_t count = by_month ? lane->month_count : lane->year_count,
           all = by_month ? lane->month_end : lane->rows->count;
    double unit = by_month ? 31 : 366;
    size_t first = place_before(bins, count, all, view->shown.from - unit),
           end = place_before(bins, count, all, view->shown.to);
    if (end - first <= LANE_SHOWN_MOST - BEFORE) {
        show_events(lane, env, arena, view, first > BEFORE ? first - BEFORE : 0, end);
        return;
    }
    lane->columns_are_months = by_month;
    lanes_columns(&lane->columns, &lane->column_count, arena, bins, count, all, by_month, view,
        view->mark / 3);
}

void
lane_set_show(struct lane_set *set, const struct screen_env *env, struct arena *arena,
    const struct lanes_view *view) {
    for (size_t i = 0; i < set->count; i++) {
        struct lane *lane = &set->lanes[i];
        lane->layout = (struct lane_layout){0};
        lane->columns = NULL;
        lane->column_count = 0;
        if (lane->years) {
            show_long(lane, env, arena, view);
        } else {
            show_events(lane, env, arena, view, 0, lane->rows->count);
        }
    }
}

const struct store_event *
lane_event_at(const struct lane *lane, const struct screen_env *env, size_t event) {
    return rows_at(lane->rows, env, lane->first + event);
}
