#include "arena_fixture.h"
#include "test.h"

#include "i18n/civil.h"
#include "screens/parts/lanes.h"

#include <math.h>

static double
day(const char *text) {
    struct edtf date;
    assert_true(edtf_parse(str_from(text), &date, NULL));
    return (double)civil_number(&date.from);
}

static struct lane_event
event_of(const char *text) {
    struct lane_event event = {0};
    assert_true(edtf_parse(str_from(text), &event.date, NULL));
    return event;
}

static struct lanes_view
view_of(const char *from, const char *to) {
    return (struct lanes_view){.shown = {day(from), day(to)},
        .width = 1000,
        .mark = 36,
        .target = 54,
        .gap = 7,
        .document = day("2012-06-27")};
}

struct laid_out {
    struct arena arena;
    struct lane_layout layout;
};

static void
lay_out(
    struct laid_out *out, const char *const *dates, size_t count, const struct lanes_view *view) {
    struct lane_event events[64];
    assert_true(count <= ARRAY_LEN(events));
    for (size_t i = 0; i < count; i++) {
        events[i] = event_of(dates[i]);
    }
    arena_init(&out->arena);
    lanes_layout(&out->layout, &out->arena, events, count, view);
}

/* A year is as wide as a year, a month as a month; a day is a point. */
static void
test_lanes__a_date_is_as_wide_as_it_is_vague(void **state) {
    (void)state;
    static const char *const dates[] = {"2001", "2002-05", "2003-08-29"};
    struct lanes_view view = view_of("2000", "2005");
    struct laid_out out;
    lay_out(&out, dates, ARRAY_LEN(dates), &view);
    const struct lane_item *items = out.layout.items;
    float year = lanes_px(&view, day("2002")) - lanes_px(&view, day("2001"));
    assert_int_equal(out.layout.item_count, 3);
    assert_int_equal(items[0].form, LANE_YEAR);
    assert_true(fabsf(items[0].x1 - items[0].x0 - year) < 0.01f);
    assert_int_equal(items[1].form, LANE_MONTH);
    assert_true(items[1].x0 <= lanes_px(&view, day("2002-05")) + 0.01f);
    assert_true(items[1].x1 >= lanes_px(&view, day("2002-06")) - 0.01f);
    assert_true(items[1].x1 - items[1].x0 < year / 4);
    assert_int_equal(items[2].form, LANE_DAY);
    assert_true(fabsf(items[2].at - lanes_px(&view, day("2003-08-29"))) < 1);
    arena_finish(&out.arena);
}

/* First free row; bars that find none are counted. Zooming leaves them in their rows. */
static void
test_lanes__periods_are_packed_by_their_dates(void **state) {
    (void)state;
    static const char *const dates[] = {
        "1997/..", "1998/2006", "2001/2002", "2002/2003", "2003", "2007/2008"};
    struct lanes_view far = view_of("1990", "2013"), near = view_of("2007", "2009");
    struct laid_out out;
    lay_out(&out, dates, ARRAY_LEN(dates), &far);
    assert_int_equal(out.layout.rows, 3);
    assert_int_equal(out.layout.hidden, 1); /* 2002/2003 begins within 2001/2002 */
    assert_int_equal(out.layout.item_count, 5);
    for (size_t i = 0; i < out.layout.item_count; i++) {
        const struct lane_item *item = &out.layout.items[i];
        size_t row = item->event == 1 || item->event == 5 ? 1 : item->event == 2 ? 2 : 0;
        assert_true(item->form != LANE_BAR || item->mark == row);
        assert_true(item->event != 0 ||
                    (item->is_open && fabsf(item->x1 - lanes_px(&far, far.document)) < 1));
    }
    arena_finish(&out.arena);
    lay_out(&out, dates, ARRAY_LEN(dates), &near);
    assert_int_equal(out.layout.rows, 3); /* as high as before: the page does not jump */
    for (size_t i = 0; i < out.layout.item_count; i++) {
        assert_int_equal(out.layout.items[i].mark, out.layout.items[i].event == 5 ? 1 : 0);
    }
    arena_finish(&out.arena);
}

static void
test_lanes__what_would_cover_each_other_is_one_mark(void **state) {
    (void)state;
    static const char *const dates[] = {"1995-10-09", "1995-10-16", "1996-11-13", "1999-01-01"};
    struct lanes_view far = view_of("1987", "2013"), near = view_of("1995-10", "1995-11");
    struct laid_out out;
    lay_out(&out, dates, ARRAY_LEN(dates), &far);
    assert_int_equal(out.layout.mark_count, 3);
    assert_int_equal(out.layout.marks[0].count, 2);
    arena_finish(&out.arena);
    lay_out(&out, dates, ARRAY_LEN(dates), &near);
    assert_int_equal(out.layout.mark_count, 2);
    arena_finish(&out.arena);
}

/* Whatever stands there: each target is wide enough, apart from the next, and none is lost. */
static void
test_lanes__targets_are_wide_enough_and_apart(void **state) {
    (void)state;
    char texts[60][24];
    const char *dates[60];
    uint32_t random = 7;
    for (int round = 0; round < 200; round++) {
        size_t count = 1 + (size_t)round % 60;
        for (size_t i = 0; i < count; i++) {
            random = random * 1664525u + 1013904223u;
            unsigned year = 1980 + random / 65536 % 40, month = 1 + random / 1024 % 12;
            snprintf(texts[i], sizeof(texts[i]), i % 5 == 0 ? "%u/%u" : "%u-%02u", year,
                i % 5 == 0 ? year + month : month);
            dates[i] = texts[i];
        }
        struct lanes_view view = view_of(round % 2 ? "1985" : "1999", round % 3 ? "2012" : "2003");
        struct laid_out out;
        lay_out(&out, dates, count, &view);
        size_t items = 0;
        for (size_t i = 0; i < out.layout.cell_count; i++) {
            const struct lane_cell *cell = &out.layout.cells[i];
            assert_true(cell->x1 - cell->x0 >= view.target - 1);
            assert_true(cell->x0 >= -0.01f && cell->x1 <= view.width + 0.01f);
            assert_true(i == 0 || cell->x0 - cell[-1].x1 >= view.gap - 0.01f);
            assert_int_equal(cell->first, items);
            items += cell->count;
        }
        assert_int_equal(items, out.layout.item_count);
        arena_finish(&out.arena);
    }
}

static void
test_lanes__columns_count_every_event_once(void **state) {
    (void)state;
    struct lane_bin bins[60];
    struct arena arena;
    for (int i = 0; i < 60; i++) {
        char text[8];
        snprintf(text, sizeof(text), "%d", 1950 + i);
        bins[i] = (struct lane_bin){day(text), (size_t)i * 100};
    }
    arena_init(&arena);
    static const char *const from[] = {"1950", "1960", "2000"};
    for (size_t k = 0; k < ARRAY_LEN(from); k++) {
        struct lanes_view view = view_of(from[k], "2010");
        struct lane_column *columns;
        size_t count, sum = 0;
        lanes_columns(&columns, &count, &arena, bins, ARRAY_LEN(bins), 6000, false, &view, 40);
        for (size_t i = 0; i < count; i++) {
            assert_true(columns[i].x1 - columns[i].x0 >= 39);
            assert_true(i == 0 || columns[i].x0 == columns[i - 1].x1);
            sum += columns[i].count;
        }
        assert_true(count <= 26 && sum >= (size_t)(6000 - (k == 2 ? 5000 : k * 1000)));
    }
    arena_finish(&arena);
}

/* Ticks never stand closer than their labels, and first of January is one of them. */
static void
test_lanes__the_axis_is_as_fine_as_its_labels_allow(void **state) {
    (void)state;
    struct lanes_view far = view_of("1950", "2013"), near = view_of("1995", "1997"),
                      nearest = view_of("1995-10", "1995-11");
    struct lanes_step step = lanes_step(&far, 110, 280, 400);
    assert_true(step.step == 10 && !step.is_months && !step.is_days);
    assert_true(lanes_tick(&step, far.shown.from) == day("1950"));
    assert_true(lanes_tick_after(&step, day("1950")) == day("1960"));
    step = lanes_step(&near, 110, 240, 600);
    assert_true(step.is_months && step.step == 6);
    assert_true(lanes_tick(&step, day("1995-02")) == day("1995-07"));
    step = lanes_step(&nearest, 110, 280, 300);
    assert_true(step.is_days && step.step == 10);
    assert_true(lanes_tick(&step, day("1995-10-01")) == day("1995-10-01"));
    assert_true(lanes_tick_after(&step, day("1995-10-21")) == day("1995-11-01"));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lanes__a_date_is_as_wide_as_it_is_vague),
        cmocka_unit_test(test_lanes__periods_are_packed_by_their_dates),
        cmocka_unit_test(test_lanes__what_would_cover_each_other_is_one_mark),
        cmocka_unit_test(test_lanes__targets_are_wide_enough_and_apart),
        cmocka_unit_test(test_lanes__columns_count_every_event_once),
        cmocka_unit_test(test_lanes__the_axis_is_as_fine_as_its_labels_allow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
