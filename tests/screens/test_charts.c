/* Charts: shares that add up, bars on one axis, and which figures make up a whole. */
#include "test.h"

#include "base/check.h"
#include "screens/breakdown.h"
#include "screens/parts/chart_geometry.h"
#include "screens/parts/charts.h"

static void
check_shares(const double *values, size_t count, const int *wanted) {
    int shares[CHART_MARKS], sum = 0;
    chart_shares(values, count, CHART_SHAPES, shares);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(shares[i], wanted[i]);
        sum += shares[i];
    }
    assert_true(sum == CHART_SHAPES || sum == 0);
}

static void
test_charts__a_hundred_shapes_are_shared_out_whole(void **state) {
    (void)state;
    static const double thirds[] = {1, 1, 1}, one[] = {0, 7}, none[] = {0, 0},
                        small[] = {9990, 6, 4};
    check_shares(thirds, 3, (const int[]){34, 33, 33}); /* of equal remainders the first */
    check_shares(one, 2, (const int[]){0, 100});
    check_shares(none, 2, (const int[]){0, 0});
    check_shares(small, 3, (const int[]){100, 0, 0});
}

/* Foreign residents of Ansan, 31 December 2011: ten parts, of which the last is 6.0 %, whatever
 * share is printed beside it. */
static void
test_charts__counts_decide_not_printed_shares(void **state) {
    (void)state;
    static const double people[] = {31427, 2626, 2401, 1396, 1333, 756, 639, 552, 522, 2662};
    check_shares(people, ARRAY_LEN(people), (const int[]){71, 6, 5, 3, 3, 2, 2, 1, 1, 6});
}

static void
test_charts__bars_of_both_sides_have_one_scale(void **state) {
    (void)state;
    struct chart_sides sides = chart_sides(480, 8, 24, 24);
    assert_true(sides.out == 80 && sides.in == 240);
    sides = chart_sides(480, 1, 0, 24);
    assert_true(sides.out == 10 && sides.in == 0);
    sides = chart_sides(480, 1, 1, 100000);
    assert_true(sides.out == 1 && sides.in == 1); /* what is not 0 can be seen */
    sides = chart_sides(480, 0, 0, 0);
    assert_true(sides.out == 0 && sides.in == 0);
}

#define FIGURE(name, amount, of, its_unit) \
    { .id = STR_INIT(name), .value = (amount), .total = STR_INIT(of), .unit = STR_INIT(its_unit) }

static bool
find(struct breakdown *out, struct arena *arena, const struct store_figure *figures, size_t count) {
    const struct store_figure **all = ARENA_ARRAY(arena, count, const struct store_figure *);
    for (size_t i = 0; i < count; i++) {
        all[i] = &figures[i];
    }
    return breakdown_find(out, arena, all, count, &figures[0]);
}

static void
test_charts__a_sum_stands_before_its_parts(void **state) {
    (void)state;
    static const struct store_figure budget[] = {FIGURE("budget", 10864, "", "krw"),
        FIGURE("general", 7983, "budget", "krw"), FIGURE("special", 2881, "budget", "krw"),
        FIGURE("funds", 1719, "", "krw"), FIGURE("enterprise", 2207, "special", "krw"),
        FIGURE("rest", 674, "special", "krw")};
    static const char *const order[] = {"general", "special", "enterprise", "rest"};
    struct arena arena;
    struct breakdown found;
    arena_init(&arena);
    assert_true(find(&found, &arena, budget, ARRAY_LEN(budget)));
    assert_int_equal(found.count, ARRAY_LEN(order));
    assert_int_equal(found.leaves, 3);
    for (size_t i = 0; i < found.count; i++) {
        assert_true(str_eq(found.parts[i].figure->id, str_from(order[i])));
        assert_int_equal(found.parts[i].level, i < 2 ? 1 : 2);
        assert_int_equal(found.parts[i].is_sum, i == 1);
    }
    assert_true(breakdown_has(&found, &budget[0]) && breakdown_has(&found, &budget[5]));
    assert_false(breakdown_has(&found, &budget[3]));
    arena_finish(&arena);
}

static void
test_charts__parts_that_need_an_excuse_are_not_drawn(void **state) {
    (void)state;
    static const struct store_figure cases[][3] = {
        {FIGURE("all", 100, "", "people"), FIGURE("a", 60, "all", "people"),
            FIGURE("b", 41, "all", "people")}, /* more than there are */
        {FIGURE("all", 100, "", "people"), FIGURE("a", 60, "all", "people"),
            FIGURE("b", 30, "all", "people")}, /* some are missing */
        {FIGURE("all", 100, "", "people"), FIGURE("a", 110, "all", "people"),
            FIGURE("b", -10, "all", "people")},
        {FIGURE("all", 100, "", "people"), FIGURE("a", 60, "all", "people"),
            FIGURE("b", 40, "all", "schools")},
        {FIGURE("all", 100, "", "people"), FIGURE("a", 100, "all", "people"),
            FIGURE("b", 40, "", "people")}, /* one part */
        {FIGURE("all", 0, "", "people"), FIGURE("a", 0, "all", "people"),
            FIGURE("b", 0, "all", "people")},
        {FIGURE("all", 100, "", "people"), FIGURE("a", 60, "", "people"),
            FIGURE("b", 40, "", "people")}, /* no parts */
    };
    struct arena arena;
    struct breakdown found;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (find(&found, &arena, cases[i], ARRAY_LEN(cases[i]))) {
            fail_msg("case %zu is drawn", i);
        }
    }
    arena_finish(&arena);
}

/* 33.3 + 33.3 + 33.3 of 100: each is rounded. */
static void
test_charts__rounded_parts_make_up_their_sum(void **state) {
    (void)state;
    struct store_figure thirds[] = {FIGURE("all", 100, "", "km2"), FIGURE("a", 33.3, "all", "km2"),
        FIGURE("b", 33.3, "all", "km2"), FIGURE("c", 33.3, "all", "km2")};
    struct arena arena;
    struct breakdown found;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(thirds); i++) {
        thirds[i].decimals = i > 0;
    }
    assert_true(find(&found, &arena, thirds, ARRAY_LEN(thirds)));
    thirds[3].value = 33.0;
    assert_false(find(&found, &arena, thirds, ARRAY_LEN(thirds)));
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_charts__a_hundred_shapes_are_shared_out_whole),
        cmocka_unit_test(test_charts__counts_decide_not_printed_shares),
        cmocka_unit_test(test_charts__bars_of_both_sides_have_one_scale),
        cmocka_unit_test(test_charts__a_sum_stands_before_its_parts),
        cmocka_unit_test(test_charts__parts_that_need_an_excuse_are_not_drawn),
        cmocka_unit_test(test_charts__rounded_parts_make_up_their_sum),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
