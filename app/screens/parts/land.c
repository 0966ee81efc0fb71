#include "screens/parts/land.h"

#include "base/str.h"

#include <math.h>

extern const char land_world_text[], land_near_text[];

#define EDGE 0.005 /* degrees; the files have two decimals */

/* A number with a sign and a point, and past it. */
static double
read_number(const char **at) {
    double sign = 1, value = 0, part = 1;
    const char *p = *at;
    if (*p == '-') {
        sign = -1;
        p++;
    }
    for (; *p >= '0' && *p <= '9'; p++) {
        value = value * 10 + (*p - '0');
    }
    if (*p == '.') {
        for (p++; *p >= '0' && *p <= '9'; p++) {
            part /= 10;
            value += part * (*p - '0');
        }
    }
    *at = p;
    return sign * value;
}

static double
twice_area(const struct land_ring *ring) {
    double sum = 0;
    for (size_t i = 0; i < ring->count; i++) {
        const struct geo_place *a = &ring->places[i];
        const struct geo_place *b = &ring->places[i + 1 < ring->count ? i + 1 : 0];
        sum += a->longitude * b->latitude - b->longitude * a->latitude;
    }
    return sum;
}

static void
turn_round(struct land_ring *ring) {
    for (size_t i = 0; i < ring->count / 2; i++) {
        struct geo_place other = ring->places[ring->count - 1 - i];
        ring->places[ring->count - 1 - i] = ring->places[i];
        ring->places[i] = other;
    }
}

static bool
is_same(struct geo_place a, struct geo_place b) {
    return a.latitude == b.latitude && a.longitude == b.longitude;
}

/* Across 180 degrees longitudes go on. What goes round the earth is closed along the south pole. */
static void
close_ring(struct land_ring *ring) {
    for (size_t i = 1; i < ring->count; i++) {
        double *here = &ring->places[i].longitude, before = ring->places[i - 1].longitude;
        *here += *here - before > 180 ? -360 : *here - before < -180 ? 360 : 0;
    }
    struct geo_place first = ring->places[0], last = ring->places[ring->count - 1];
    if (is_same(first, last)) {
        ring->count--;
    } else {
        ring->places[ring->count++] = (struct geo_place){-90, last.longitude};
        ring->places[ring->count++] = (struct geo_place){-90, first.longitude};
    }
}

/* polygon TAB ring TAB places; ring 0 is the outer one. */
static void
read_ring(struct arena *arena, struct str line, struct land_ring *ring) {
    struct str polygon, hole;
    str_split(&line, '\t', &polygon);
    str_split(&line, '\t', &hole);
    size_t most = 3; /* one more than spaces, and two at a pole */
    for (size_t i = 0; i < line.n; i++) {
        most += line.p[i] == ' ';
    }
    *ring = (struct land_ring){.places = ARENA_ARRAY(arena, most, struct geo_place)};
    const char *at = line.p, *end = line.p + line.n;
    while (at < end && ring->count < most) {
        struct geo_place place;
        place.longitude = read_number(&at);
        at += at < end;
        place.latitude = read_number(&at);
        at += at < end;
        ring->places[ring->count++] = place;
    }
    close_ring(ring);
    bool is_hole = !str_eq(hole, STR("0"));
    if ((twice_area(ring) < 0) != is_hole) {
        turn_round(ring);
    }
}

static struct land
read_land(struct arena *arena, const char *text) {
    struct land land = {0};
    struct str rest = str_from(text), line;
    size_t lines = 0;
    for (size_t i = 0; i < rest.n; i++) {
        lines += rest.p[i] == '\n';
    }
    land.rings = ARENA_ARRAY(arena, lines + 1, struct land_ring);
    str_split(&rest, '\n', &line); /* the heads */
    while (str_split(&rest, '\n', &line)) {
        if (line.n > 0) {
            read_ring(arena, line, &land.rings[land.count++]);
        }
    }
    return land;
}

struct land
land_world(struct arena *arena) {
    struct land land = read_land(arena, land_world_text);
    land.south_west = (struct geo_place){-90, -180};
    land.north_east = (struct geo_place){90, 180};
    return land;
}

struct land
land_near(struct arena *arena) {
    struct land land = read_land(arena, land_near_text);
    land.south_west = (struct geo_place){0, 85};
    land.north_east = (struct geo_place){70, 180};
    return land;
}

bool
land_is_cut(const struct land *land, struct geo_place a, struct geo_place b) {
    const double edges[] = {land->south_west.longitude, land->north_east.longitude};
    if (fmin(a.latitude, b.latitude) < -90 + EDGE) {
        return true;
    }
    for (size_t i = 0; i < 2; i++) {
        if (fabs(a.longitude - edges[i]) < EDGE && fabs(b.longitude - edges[i]) < EDGE) {
            return true;
        }
    }
    return fmax(a.latitude, b.latitude) < land->south_west.latitude + EDGE ||
           fmin(a.latitude, b.latitude) > land->north_east.latitude - EDGE;
}

static bool
is_inside(const struct land_ring *ring, struct geo_place p) {
    bool inside = false;
    for (size_t i = 0; i < ring->count; i++) {
        const struct geo_place *a = &ring->places[i];
        const struct geo_place *b = &ring->places[i + 1 < ring->count ? i + 1 : 0];
        if ((a->latitude > p.latitude) != (b->latitude > p.latitude)) {
            double part = (p.latitude - a->latitude) / (b->latitude - a->latitude);
            inside ^= p.longitude < a->longitude + part * (b->longitude - a->longitude);
        }
    }
    return inside;
}

bool
land_is_inside(const struct land_ring *ring, struct geo_place place) {
    struct geo_place east = {place.latitude, place.longitude + 360};
    struct geo_place west = {place.latitude, place.longitude - 360};
    return is_inside(ring, place) || is_inside(ring, east) || is_inside(ring, west);
}
