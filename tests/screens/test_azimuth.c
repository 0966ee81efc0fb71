/* The sheet round home: what is drawn as land is land, wherever home is. */
#include "test.h"

#include "draw/polygons.h"
#include "screens/parts/azimuth.h"
#include "screens/parts/land.h"

#include <math.h>

enum { SIDE = 900 };
static uint8_t drawn[SIDE][SIDE];

static struct azimuth
sheet_of(struct geo_place home) {
    return azimuth_make(home, (struct size){SIDE, SIDE}, (struct point){SIDE / 2, SIDE / 2}, 4);
}

static void
draw_land(const struct azimuth *azimuth) {
    struct arena arena;
    struct azimuth_land land;
    struct polygons polygons;
    size_t first = 0;
    arena_init(&arena);
    azimuth_land_init(&land, &arena);
    azimuth_land_make(azimuth, &land);
    assert_true(land.land.points_count < land.land.points_most * 3 / 4);
    assert_true(land.land.contours < land.land.contours_most);
    polygons_open(&polygons, 0, 0, SIDE, SIDE);
    for (size_t c = 0; c < land.land.contours; c++) {
        for (size_t i = first; i < land.land.ends[c]; i++) {
            size_t next = i + 1 < land.land.ends[c] ? i + 1 : first;
            polygons_side(&polygons, land.land.points[i], land.land.points[next]);
        }
        first = land.land.ends[c];
    }
    for (int y = 0; y < SIDE; y++) {
        polygons_row(&polygons, y, drawn[y]);
    }
    polygons_close(&polygons);
    arena_finish(&arena);
}

static bool
is_land(const struct land *land, struct geo_place p) {
    bool inside = false;
    for (size_t r = 0; r < land->count; r++) {
        inside ^= land_is_inside(&land->rings[r], p);
    }
    return inside;
}

/* The world as it is written, half a degree a cell. */
enum { ACROSS = 720, DOWN = 360, AROUND = 6 };
static uint8_t world_cells[DOWN][ACROSS];

static int
draw_world(void **state) {
    struct arena arena;
    struct polygons polygons;
    (void)state;
    arena_init(&arena);
    polygons_open(&polygons, 0, 0, ACROSS, DOWN);
    struct land world = land_world(&arena);
    for (size_t r = 0; r < world.count; r++) {
        for (size_t i = 0; i < world.rings[r].count; i++) {
            struct geo_place a = world.rings[r].places[i];
            struct geo_place b = world.rings[r].places[(i + 1) % world.rings[r].count];
            for (int turn = -360; turn <= 360; turn += 360) {
                polygons_side(&polygons,
                    (struct point){
                        (float)(a.longitude + 180 + turn) * 2, (float)(90 - a.latitude) * 2},
                    (struct point){
                        (float)(b.longitude + 180 + turn) * 2, (float)(90 - b.latitude) * 2});
            }
        }
    }
    for (int y = 0; y < DOWN; y++) {
        polygons_row(&polygons, y, world_cells[y]);
    }
    polygons_close(&polygons);
    arena_finish(&arena);
    return 0;
}

/* Around the place nothing changes, so that a pixel more or less is no matter. */
static bool
is_far_from_coast(int latitude, int longitude, bool as) {
    for (int dy = -AROUND; dy < AROUND; dy++) {
        for (int dx = -AROUND; dx < AROUND; dx++) {
            int y = (90 - latitude) * 2 + dy, x = (longitude + 180) * 2 + dx;
            if (y < 0 || y >= DOWN || world_cells[y][(x + ACROSS) % ACROSS] != (as ? 255 : 0)) {
                return false;
            }
        }
    }
    return true;
}

static void
check_home(struct geo_place home) {
    struct azimuth azimuth = sheet_of(home);
    size_t on_land = 0, at_sea = 0;
    draw_land(&azimuth);
    for (int latitude = -85; latitude <= 85; latitude += 3) {
        for (int longitude = -175; longitude <= 175; longitude += 3) {
            struct geo_place p = {latitude, longitude};
            struct point at = azimuth_at(&azimuth, p);
            bool as = world_cells[(90 - latitude) * 2][(longitude + 180) * 2] > 127;
            double km = geo_km(home, p);
            if (km > 11000 || at.x < 1 || at.y < 1 || at.x >= SIDE - 1 || at.y >= SIDE - 1 ||
                !is_far_from_coast(latitude, longitude, as)) {
                continue;
            }
            if ((drawn[(int)at.y][(int)at.x] > 127) != as) {
                fail_msg("from %g %g: %d %d is %s", home.latitude, home.longitude, latitude,
                    longitude, as ? "land that is not drawn" : "drawn, and no land");
            }
            on_land += as;
            at_sea += !as;
        }
    }
    assert_true(on_land > 100 && at_sea > 100);
}

static void
test_azimuth__land_is_where_it_is_from_anywhere(void **state) {
    (void)state;
    static const struct geo_place homes[] = {
        {37.32, 126.83}, /* Ansan */
        {51.5, -0.12},   /* London: nothing fine */
        {-34.6, -58.38}, /* Buenos Aires: the other side is in China */
        {-33.87, 151.2}, /* Sydney */
        {21.3, -157.86}, /* Honolulu: the other side is in Africa */
        {-40.35, 175.6}, /* Palmerston North: the other side is in Spain */
        {64.15, -21.94}, /* Reykjavik: beside the other side of Antarctica's coast */
        {10, 100},       /* near the edge of the fine land */
        {0, 0}, {66, 179.9}, {78.2, 15.6}, /* Longyearbyen: the other side is in Antarctica */
    };
    for (size_t i = 0; i < ARRAY_LEN(homes); i++) {
        check_home(homes[i]);
    }
}

static void
test_azimuth__known_places(void **state) {
    (void)state;
    static const struct {
        struct geo_place place;
        bool is_land;
    } known[] = {{{36, 128}, true}, {{55, 100}, true}, {{40, -100}, true}, {{-25, 135}, true},
        {{-80, 60}, true}, {{-87, -120}, true}, {{66.5, -178}, true}, {{68, 179}, true},
        {{42, 51}, false} /* the Caspian Sea */, {{0, -150}, false}, {{35, 150}, false},
        {{-60, 179}, false}, {{88, 0}, false}};
    struct arena arena;
    arena_init(&arena);
    struct land world = land_world(&arena);
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (is_land(&world, known[i].place) != known[i].is_land) {
            fail_msg("%g %g", known[i].place.latitude, known[i].place.longitude);
        }
    }
    arena_finish(&arena);
}

/* No seam where the fine land ends, nor where the world was cut at 180 degrees. */
static void
test_azimuth__no_seam(void **state) {
    (void)state;
    struct azimuth azimuth = sheet_of((struct geo_place){37.32, 126.83});
    draw_land(&azimuth);
    for (int i = 0; i < 200; i++) {
        struct geo_place in_asia = {50, 85.0 + i * 0.1}, chukotka = {66.5 + i * 0.01, 180};
        struct point a = azimuth_at(&azimuth, in_asia), b = azimuth_at(&azimuth, chukotka);
        assert_int_equal(drawn[(int)a.y][(int)a.x], 255);
        assert_int_equal(drawn[(int)b.y][(int)b.x], 255);
    }
}

static void
test_azimuth__bearing_is_true_and_distance_its_root(void **state) {
    (void)state;
    struct geo_place ansan = {37.32, 126.83}, hamamatsu = {34.71, 137.73};
    struct azimuth azimuth = sheet_of(ansan);
    struct point at = azimuth_at(&azimuth, hamamatsu);
    double dx = at.x - SIDE / 2, dy = SIDE / 2 - at.y;
    assert_true(fabs(hypot(dx, dy) - 4 * sqrt(geo_km(ansan, hamamatsu))) < 0.01);
    double bearing = atan2(dx, dy) * 180 / M_PI;
    assert_true(fabs(bearing - geo_bearing(ansan, hamamatsu)) < 0.01);
    assert_true(fabs(azimuth_px(&azimuth, 10000) - 400) < 0.01);
    struct point home = azimuth_at(&azimuth, ansan);
    assert_true(home.x == SIDE / 2 && home.y == SIDE / 2);
}

/* A coast is no line along which the data was cut. */
static void
test_azimuth__coasts_are_short_lines(void **state) {
    (void)state;
    struct azimuth azimuth = sheet_of((struct geo_place){37.32, 126.83});
    struct arena arena;
    struct azimuth_land land;
    size_t first = 0;
    arena_init(&arena);
    azimuth_land_init(&land, &arena);
    azimuth_land_make(&azimuth, &land);
    assert_true(land.coast.contours > 100);
    for (size_t c = 0; c < land.coast.contours; c++) {
        for (size_t i = first; i + 1 < land.coast.ends[c]; i++) {
            struct point a = land.coast.points[i], b = land.coast.points[i + 1];
            double from_home = hypot(a.x - SIDE / 2, a.y - SIDE / 2);
            if (from_home < 350 && hypot(b.x - a.x, b.y - a.y) > 25) {
                fail_msg("a coast of %g px at %g, %g", hypot(b.x - a.x, b.y - a.y), (double)a.x,
                    (double)a.y);
            }
        }
        first = land.coast.ends[c];
    }
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_azimuth__known_places),
        cmocka_unit_test(test_azimuth__land_is_where_it_is_from_anywhere),
        cmocka_unit_test(test_azimuth__no_seam),
        cmocka_unit_test(test_azimuth__bearing_is_true_and_distance_its_root),
        cmocka_unit_test(test_azimuth__coasts_are_short_lines),
    };
    return cmocka_run_group_tests(tests, draw_world, NULL);
}
