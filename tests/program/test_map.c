/* The map: plates that can be touched and read, whatever the panel, the language and the text size;
 * what has no room is in the list below. */
#include "visit_fixture.h"

#include "screens/parts/map_sheet.h"

#include <stdlib.h>

static int
open_session(void **state) {
    static struct visit visit;
    struct err err;
    struct options options;
    char name[] = "naru", *argv[] = {name, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    if (!options_parse(1, argv, &options, &err) ||
        session_open(&visit.session, &options, "map", &err) != SESSION_OK) {
        print_error("%s\n", err.message);
        return -1;
    }
    *state = &visit;
    return 0;
}

static int
close_session(void **state) {
    struct visit *visit = *state;
    session_close(&visit->session);
    return 0;
}

static void
show(struct visit *visit, const char *profile, float scale, enum locale_id locale) {
    struct err err;
    bool found;
    visit->session.looks.text_scale = scale;
    visit->session.nav.locale = locale;
    session_resize(&visit->session, profile_lookup(str_from(profile)));
    assert_true(session_show(&visit->session, STR("map"), &found, &err));
    turn(visit, 16);
}

static bool
meets(struct rect a, struct rect b, float gap) {
    return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap &&
           b.y < a.y + a.h + gap;
}

/* How many plates there are; each is on the map, whole, and apart from the others. */
static size_t
check_plates(struct visit *visit, const char *where) {
    size_t count, plates = 0;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    const struct ui_node *map = node_at(visit, "map");
    const struct ui_node *all[UI_ARRANGED_MOST];
    for (uint32_t i = map->first_child; i != 0; i = nodes[i].next) {
        const struct ui_node *plate = &nodes[i];
        struct rect r = plate->rect;
        if (plate->box.action.n == 0) {
            continue;
        }
        if (r.x < map->rect.x || r.y < map->rect.y || r.x + r.w > map->rect.x + map->rect.w ||
            r.y + r.h > map->rect.y + map->rect.h) {
            fail_msg("%s: %.*s leaves the map", where, STR_ARG(plate->box.label));
        }
        float target = visit->session.metrics.target_px;
        assert_true(r.w >= target && r.h >= target);
        for (size_t k = 0; k < plates; k++) {
            if (meets(r, all[k]->rect, visit->session.metrics.gap_px - 1)) {
                fail_msg("%s: %.*s and %.*s", where, STR_ARG(plate->box.label),
                    STR_ARG(all[k]->box.label));
            }
        }
        all[plates++] = plate;
    }
    return plates;
}

static void
test_map__plates_stand_apart_on_every_panel(void **state) {
    struct visit *visit = *state;
    static const float scales[] = {1, 1.25f, 1.4f, 1.5f, 2};
    size_t profiles;
    const struct profile *profile = profile_table(&profiles);
    for (size_t p = 0; p < profiles; p++) {
        for (size_t s = 0; s < ARRAY_LEN(scales) * LOCALE_COUNT; s++) {
            float scale = scales[s / LOCALE_COUNT];
            char where[80];
            show(visit, profile[p].name, scale, (enum locale_id)(s % LOCALE_COUNT));
            assert_false(ui_is_incomplete(visit->session.ui));
            snprintf(where, sizeof(where), "%s %.2f %s", profile[p].name, (double)scale,
                locale_tag(visit->session.nav.locale));
            size_t plates = check_plates(visit, where);
            if (scale >= LARGE_TEXT_SCALE) {
                assert_int_equal(plates, 0);
            } else if (plates < 4 ||
                       (profile[p].posture == POSTURE_KIOSK && scale <= 1 && plates != 9)) {
                fail_msg("%s: %zu plates", where, plates);
            }
        }
    }
}

static void
test_map__a_plate_leads_to_its_city(void **state) {
    struct visit *visit = *state;
    show(visit, "kiosk-portrait", 1, LOCALE_EN);
    assert_str_equal(
        node_at(visit, "map/hamamatsu")->box.label, "Hamamatsu, 1,022 km to the east, Planned");
    tap(visit, "map/hamamatsu");
    assert_str_equal(nav_path(&visit->session.nav), "cities/hamamatsu");
}

/* The same for those who cannot see it, in the order of distance. */
static void
test_map__the_list_says_how_far(void **state) {
    struct visit *visit = *state;
    show(visit, "kiosk-portrait", 1, LOCALE_EN);
    assert_true(says(&visit->session, "475 km to the west"));
    assert_true(says(&visit->session, "9,649 km to the north-east"));
    float before = 0;
    static const char *const rows[] = {
        "list/yantai", "list/anshan", "list/hamamatsu", "list/kholmsk", "list/las-vegas"};
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        const struct ui_node *row = node_at(visit, rows[i]);
        float y = row->rect.y + row->origin.y;
        assert_true(y > before);
        before = y;
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_map__plates_stand_apart_on_every_panel),
        cmocka_unit_test(test_map__a_plate_leads_to_its_city),
        cmocka_unit_test(test_map__the_list_says_how_far),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
