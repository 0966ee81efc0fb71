#include "screens/parts/azimuth.h"

#include "base/check.h"
#include "screens/parts/land.h"

#include <math.h>

/* The land is the coarse world, cut at the rim; where home lies in the fine land, that takes the
 * place of the coarse inside a circle round home. As areas are signed, this is a sum:
 *
 *     world cut at the rim - world cut at the circle + fine land cut at the circle
 *
 * A ring is cut at a circle by walking along it: while the ring is outside, the contour goes along
 * the rim, in the direction in which it is seen from home. The rim is a polygon whose corners stand
 * at the same directions for all rings, so that what is walked there and back cancels exactly. A
 * ring that goes round the other side of the earth is the whole circle without what it leaves out.
 */

enum { RIM_SIDES = 180, POINTS_MOST = 32768, CONTOURS_MOST = 1024 };
#define RIM_KM 11500.0
#define STEP_DEGREES 2.0 /* longer sides are cut into pieces: they are no straight lines here */
#define CIRCLE_LEAST_KM 1000.0
#define CIRCLE_PART 0.95 /* of the way to where the fine land ends */
#define BESIDE 1.05f     /* a side between two points that are outside may cut a little in */
#define SIMPLE_PX 0.7f
#define LEAST_PX 1.2f /* islands smaller than that are left out */

struct spot { /* px from home, y up */
    float x, y, r;
    bool is_cut; /* the side to the next one is no coast */
};

struct clip {
    struct azimuth_lines *out;
    const struct azimuth *azimuth;
    float radius; /* px */
    float x, y;   /* of the point put last */
    size_t first; /* of this contour */
    bool is_reverse;
};

struct azimuth
azimuth_make(struct geo_place home, struct size sheet, struct point at, float root_km_px) {
    return (struct azimuth){home, geo_eye(home), at, root_km_px, sheet};
}

float
azimuth_px(const struct azimuth *azimuth, double km) {
    return azimuth->root_km_px * (float)sqrt(km);
}

static struct spot
spot_of(const struct azimuth *azimuth, struct geo_place place) {
    struct geo_seen seen = geo_see(&azimuth->eye, place);
    double km = hypot(seen.east_km, seen.north_km);
    double scale = km > 0 ? azimuth->root_km_px / sqrt(km) : 0;
    return (struct spot){(float)(seen.east_km * scale), (float)(seen.north_km * scale),
        azimuth_px(azimuth, km), false};
}

struct point
azimuth_at(const struct azimuth *azimuth, struct geo_place place) {
    struct spot spot = spot_of(azimuth, place);
    return (struct point){azimuth->at.x + spot.x, azimuth->at.y - spot.y};
}

static void
lines_add(struct azimuth_lines *lines, const struct azimuth *azimuth, float x, float y) {
    if (lines->points_count < lines->points_most) {
        lines->points[lines->points_count++] = (struct point){azimuth->at.x + x, azimuth->at.y - y};
    }
}

static void
lines_end(struct azimuth_lines *lines, size_t first, size_t least) {
    if (lines->points_count - first < least || lines->contours == lines->contours_most) {
        lines->points_count = first;
        return;
    }
    lines->ends[lines->contours++] = lines->points_count;
}

static void
put(struct clip *clip, float x, float y, bool is_exact) {
    bool is_near = clip->out->points_count > clip->first && !is_exact &&
                   hypotf(x - clip->x, y - clip->y) < SIMPLE_PX;
    if (!is_near) {
        lines_add(clip->out, clip->azimuth, x, y);
        clip->x = x;
        clip->y = y;
    }
}

/* In sides of the rim, 0 to RIM_SIDES. */
static float
rim_place(float x, float y) {
    float turns = atan2f(y, x) / (2 * (float)M_PI);
    return (turns < 0 ? turns + 1 : turns) * RIM_SIDES;
}

static void
put_corner(struct clip *clip, int corner) {
    float angle = 2 * (float)M_PI * (float)corner / RIM_SIDES;
    put(clip, clip->radius * cosf(angle), clip->radius * sinf(angle), true);
}

/* Where the rim stands in that direction. */
static void
put_rim(struct clip *clip, float x, float y) {
    float half = (float)M_PI / RIM_SIDES, place = rim_place(x, y);
    float in_side = (place - floorf(place) - 0.5f) * 2 * half;
    float r = clip->radius * cosf(half) / cosf(in_side), length = hypotf(x, y);
    if (length > 0) {
        put(clip, x / length * r, y / length * r, true);
    }
}

/* Along the rim from one direction to the other, the short way. */
static void
walk(struct clip *clip, const struct spot *from, const struct spot *to) {
    float a = rim_place(from->x, from->y), b = rim_place(to->x, to->y), half = RIM_SIDES / 2.0f;
    b = b - a > half ? b - RIM_SIDES : b - a < -half ? b + RIM_SIDES : b;
    if (b >= a) {
        for (int i = (int)floorf(a) + 1; (float)i < b; i++) {
            put_corner(clip, i);
        }
    } else {
        for (int i = (int)ceilf(a) - 1; (float)i > b; i--) {
            put_corner(clip, i);
        }
    }
    put_rim(clip, to->x, to->y);
}

/* Where the side from `a` to `b` meets the circle: none, one or two parts of it, ascending. */
static int
crossings(const struct spot *a, const struct spot *b, float radius, float out[2]) {
    float dx = b->x - a->x, dy = b->y - a->y;
    float qa = dx * dx + dy * dy, qb = a->x * dx + a->y * dy, qc = a->r * a->r - radius * radius;
    float under = qb * qb - qa * qc;
    int count = 0;
    if (qa <= 0 || under <= 0) {
        return 0;
    }
    float root = sqrtf(under), both[] = {(-qb - root) / qa, (-qb + root) / qa};
    for (int i = 0; i < 2; i++) {
        if (both[i] > 0 && both[i] < 1) {
            out[count++] = both[i];
        }
    }
    return count;
}

static struct spot
between(const struct spot *a, const struct spot *b, float part) {
    struct spot spot = {a->x + (b->x - a->x) * part, a->y + (b->y - a->y) * part, 0, false};
    spot.r = hypotf(spot.x, spot.y);
    return spot;
}

static void
clip_side(struct clip *clip, const struct spot *a, const struct spot *b) {
    bool is_in = a->r <= clip->radius;
    float parts[2];
    int count = is_in && b->r <= clip->radius ? 0 : crossings(a, b, clip->radius, parts);
    struct spot at = *a;
    if (is_in) {
        put(clip, a->x, a->y, false);
    }
    for (int i = 0; i < count; i++) {
        struct spot next = between(a, b, parts[i]);
        if (is_in) {
            put_rim(clip, next.x, next.y);
        } else {
            walk(clip, &at, &next);
        }
        at = next;
        is_in = !is_in;
    }
    if (!is_in) {
        walk(clip, &at, b);
    }
}

static void
turn_contour(struct azimuth_lines *lines, size_t first) {
    for (size_t a = first, b = lines->points_count; a + 1 < b; a++, b--) {
        struct point other = lines->points[b - 1];
        lines->points[b - 1] = lines->points[a];
        lines->points[a] = other;
    }
}

static void
end_contour(struct clip *clip) {
    if (clip->is_reverse) {
        turn_contour(clip->out, clip->first);
    }
    lines_end(clip->out, clip->first, 3);
    clip->first = clip->out->points_count;
}

static void
clip_ring(struct clip *clip, const struct spot *spots, size_t count, bool has_other_side) {
    clip->first = clip->out->points_count;
    for (size_t i = 0; i < count; i++) {
        clip_side(clip, &spots[i], &spots[i + 1 < count ? i + 1 : 0]);
    }
    end_contour(clip);
    if (has_other_side) {
        for (int i = 0; i < RIM_SIDES; i++) {
            put_corner(clip, i);
        }
        end_contour(clip);
    }
}

/* The ring as it is seen from home. */
static struct spot *
see_ring(const struct azimuth *azimuth, const struct land *land, const struct land_ring *ring,
    struct arena *arena, size_t *count) {
    size_t most = 0;
    for (size_t pass = 0; pass < 2; pass++) {
        struct spot *spots = pass > 0 ? ARENA_ARRAY(arena, most, struct spot) : NULL;
        *count = 0;
        for (size_t i = 0; i < ring->count; i++) {
            struct geo_place a = ring->places[i];
            struct geo_place b = ring->places[i + 1 < ring->count ? i + 1 : 0];
            double dx = b.longitude - a.longitude, dy = b.latitude - a.latitude;
            int steps = 1 + (int)(fmax(fabs(dx), fabs(dy)) / STEP_DEGREES);
            for (int s = 0; spots && s < steps; s++) {
                double part = (double)s / steps;
                struct spot spot = spot_of(
                    azimuth, (struct geo_place){a.latitude + dy * part, a.longitude + dx * part});
                spot.is_cut = land_is_cut(land, a, b);
                spots[*count + (size_t)s] = spot;
            }
            *count += (size_t)steps;
        }
        most = *count;
        if (spots) {
            return spots;
        }
    }
    return NULL;
}

/* The parts of the ring's coast that are from `least` to `most` px away. */
static void
add_coast(const struct azimuth *azimuth, struct azimuth_lines *out, const struct spot *spots,
    size_t count, float least, float most) {
    size_t first = out->points_count;
    struct spot last = {0};
    for (size_t i = 0; i < count; i++) {
        const struct spot *a = &spots[i], *b = &spots[i + 1 < count ? i + 1 : 0];
        float middle = hypotf(a->x + b->x, a->y + b->y) / 2;
        bool is_seen = !a->is_cut && middle >= least && middle <= most;
        if (is_seen && out->points_count == first) {
            lines_add(out, azimuth, a->x, a->y);
            last = *a;
        }
        bool is_far = hypotf(b->x - last.x, b->y - last.y) >= SIMPLE_PX;
        if (is_seen && (is_far || i + 1 == count)) {
            lines_add(out, azimuth, b->x, b->y);
            last = *b;
        }
        if (!is_seen) {
            lines_end(out, first, 2);
            first = out->points_count;
        }
    }
    lines_end(out, first, 2);
}

struct span {
    float least, most; /* px from home */
};

static struct span
span_of(const struct spot *spots, size_t count) {
    struct span span = {spots[0].r, spots[0].r};
    for (size_t i = 1; i < count; i++) {
        span.least = fminf(span.least, spots[i].r);
        span.most = fmaxf(span.most, spots[i].r);
    }
    return span;
}

static bool
is_speck(const struct spot *spots, size_t count) {
    float left = spots[0].x, right = left, low = spots[0].y, top = low;
    for (size_t i = 1; i < count; i++) {
        left = fminf(left, spots[i].x);
        right = fmaxf(right, spots[i].x);
        low = fminf(low, spots[i].y);
        top = fmaxf(top, spots[i].y);
    }
    return right - left < LEAST_PX && top - low < LEAST_PX;
}

/* How near home the window of the fine land ends; 0 where home is not in it. */
static double
circle_km(const struct azimuth *azimuth, const struct land *land) {
    struct geo_place home = azimuth->home, south = land->south_west, north = land->north_east;
    if (home.latitude <= south.latitude || home.latitude >= north.latitude ||
        home.longitude <= south.longitude || home.longitude >= north.longitude) {
        return 0;
    }
    double least = RIM_KM;
    for (int i = 0; i <= 100; i++) {
        double part = i / 100.0;
        double latitude = south.latitude + (north.latitude - south.latitude) * part;
        double longitude = south.longitude + (north.longitude - south.longitude) * part;
        struct geo_place edges[] = {{latitude, south.longitude}, {latitude, north.longitude},
            {south.latitude, longitude}, {north.latitude, longitude}};
        for (size_t e = 0; e < ARRAY_LEN(edges); e++) {
            least = fmin(least, geo_km(home, edges[e]));
        }
    }
    least *= CIRCLE_PART;
    return least >= CIRCLE_LEAST_KM ? least : 0;
}

/* What stays outside a circle, or inside both, adds nothing and is left out. */
static void
add_ring(const struct azimuth *azimuth, struct azimuth_land *out, const struct spot *spots,
    size_t count, bool has_other_side, float inner, float outer) {
    struct span span = span_of(spots, count);
    struct clip clip = {.out = &out->land, .azimuth = azimuth, .radius = outer};
    if (!has_other_side && (span.least > outer * BESIDE || span.most < inner)) {
        return;
    }
    clip_ring(&clip, spots, count, has_other_side);
    if (inner > 0 && (has_other_side || span.least < inner * BESIDE)) {
        clip.radius = inner;
        clip.is_reverse = true;
        clip_ring(&clip, spots, count, has_other_side);
    }
    add_coast(azimuth, &out->coast, spots, count, inner, outer);
}

static void
add_land(const struct azimuth *azimuth, const struct land *land, struct azimuth_land *out,
    float inner, float outer) {
    struct geo_place other = {-azimuth->home.latitude, azimuth->home.longitude - 180};
    for (size_t i = 0; i < land->count; i++) {
        struct arena arena;
        size_t count;
        arena_init(&arena);
        struct spot *spots = see_ring(azimuth, land, &land->rings[i], &arena, &count);
        if (!is_speck(spots, count)) {
            bool has_other_side = land_is_inside(&land->rings[i], other);
            add_ring(azimuth, out, spots, count, has_other_side, inner, outer);
        }
        arena_finish(&arena);
    }
}

static void
lines_init(struct azimuth_lines *lines, struct arena *arena) {
    *lines = (struct azimuth_lines){.points = ARENA_ARRAY(arena, POINTS_MOST, struct point),
        .ends = ARENA_ARRAY(arena, CONTOURS_MOST, size_t),
        .points_most = POINTS_MOST,
        .contours_most = CONTOURS_MOST};
}

void
azimuth_land_init(struct azimuth_land *out, struct arena *arena) {
    lines_init(&out->land, arena);
    lines_init(&out->coast, arena);
}

void
azimuth_land_make(const struct azimuth *azimuth, struct azimuth_land *out) {
    struct arena arena;
    arena_init(&arena);
    struct land near = land_near(&arena), world = land_world(&arena);
    float circle = azimuth_px(azimuth, circle_km(azimuth, &near));
    out->land.points_count = out->land.contours = 0;
    out->coast.points_count = out->coast.contours = 0;
    add_land(azimuth, &world, out, circle, azimuth_px(azimuth, RIM_KM));
    if (circle > 0) {
        add_land(azimuth, &near, out, 0, circle);
    }
    arena_finish(&arena);
}
