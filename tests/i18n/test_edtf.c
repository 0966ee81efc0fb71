#include "test.h"

#include "i18n/edtf.h"

static void
test_edtf__accepts_every_precision(void **state) {
    (void)state;
    static const struct {
        const char *text;
        enum edtf_precision from, to;
        bool is_range, is_open;
    } cases[] = {
        {"1987", EDTF_YEAR, EDTF_NONE, false, false},
        {"1987-11", EDTF_MONTH, EDTF_NONE, false, false},
        {"1987-11-09", EDTF_DAY, EDTF_NONE, false, false},
        {"1994/2003", EDTF_YEAR, EDTF_YEAR, true, false},
        {"2012-08-01/2012-08-05", EDTF_DAY, EDTF_DAY, true, false},
        {"2004/2012-06", EDTF_YEAR, EDTF_MONTH, true, false},
        {"1997/..", EDTF_YEAR, EDTF_NONE, true, true},
        {"2000-02-29", EDTF_DAY, EDTF_NONE, false, false},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct edtf date;
        struct err err;
        assert_true(edtf_parse(str_from(cases[i].text), &date, &err));
        assert_int_equal(date.from.precision, cases[i].from);
        assert_int_equal(date.to.precision, cases[i].to);
        assert_int_equal(date.is_range, cases[i].is_range);
        assert_int_equal(date.is_open, cases[i].is_open);
    }
}

static void
test_edtf__refuses_what_is_no_date_and_says_why(void **state) {
    (void)state;
    static const struct {
        const char *text, *reason;
    } cases[] = {
        {"", "is not YYYY"},
        {"87", "is not YYYY"},
        {"1987-1-9", "is not YYYY"},
        {"1987.11.9", "is not YYYY"},
        {"0000", "not in the calendar"},
        {"1987-13", "not in the calendar"},
        {"1987-00", "not in the calendar"},
        {"1900-02-29", "not in the calendar"},
        {"2011-04-31", "not in the calendar"},
        {"2003/1994", "ends before it starts"},
        {"2003-05-02/2003-05-01", "ends before it starts"},
        {"/2003", "is not YYYY"},
        {"2003/", "is not YYYY"},
        {"1987/../..", "is not YYYY"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct edtf date;
        struct err err;
        assert_false(edtf_parse(str_from(cases[i].text), &date, &err));
        assert_true(str_find(str_from(err.message), str_from(cases[i].reason)) != SIZE_MAX);
    }
}

static void
test_edtf__sorts_by_start_then_coarse_first(void **state) {
    (void)state;
    static const char *const in_order[] = {
        "1987", "1987/..", "1987-11", "1987-11-09", "1988", "1994/2003", "1994/..", "1994-03-16"};
    for (size_t i = 1; i < ARRAY_LEN(in_order); i++) {
        struct edtf a, b;
        assert_true(edtf_parse(str_from(in_order[i - 1]), &a, NULL));
        assert_true(edtf_parse(str_from(in_order[i]), &b, NULL));
        assert_true(edtf_sort_key(&a) < edtf_sort_key(&b));
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_edtf__accepts_every_precision),
        cmocka_unit_test(test_edtf__refuses_what_is_no_date_and_says_why),
        cmocka_unit_test(test_edtf__sorts_by_start_then_coarse_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
