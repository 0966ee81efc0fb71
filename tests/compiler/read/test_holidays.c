/* holidays.csv of the content that comes with the program, against the rules it was made by: the
 * lunar days of Korea by ICU's Dangi calendar, the weeks and equinoxes of Japan, and what a
 * substitute holiday is. A day that is moved by hand, or a year that is left out, is found. */
#include "compiler/sources_fixture.h"

#include <unicode/ucal.h>

enum { FIRST_YEAR = 2026, LAST_YEAR = 2035 };

struct day {
    int year, month, day;
};

static const struct model_table *
holidays(const struct sources_fixture *f) {
    return &f->model.tables[TABLE_HOLIDAYS];
}

static struct str
value(const struct sources_fixture *f, size_t row, const char *column) {
    return model_value(holidays(f), &holidays(f)->rows[row], column);
}

static bool
is_word(const struct sources_fixture *f, size_t row, const char *column, const char *word) {
    return str_eq(value(f, row, column), str_from(word));
}

static struct day
day_of(const struct sources_fixture *f, size_t row) {
    struct edtf date;
    assert_true(edtf_parse(value(f, row, "date"), &date, NULL));
    return (struct day){date.from.year, date.from.month, date.from.day};
}

static UDate
instant(struct day day) {
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar =
        ucal_open(u"Asia/Seoul", -1, "en@calendar=gregorian", UCAL_GREGORIAN, &status);
    ucal_clear(calendar);
    ucal_setDateTime(calendar, day.year, day.month - 1, day.day, 12, 0, 0, &status);
    UDate at = ucal_getMillis(calendar, &status);
    ucal_close(calendar);
    assert_true(U_SUCCESS(status));
    return at;
}

/* 0 Sunday to 6 Saturday. */
static int
weekday(struct day day) {
    return (int)(((int64_t)(instant(day) / 86400000.0) + 4) % 7);
}

/* The row of `id`, as "jp-2031-marine". */
static size_t
find(const struct sources_fixture *f, const char *country, int year, const char *name) {
    char id[80];
    snprintf(id, sizeof(id), "%s-%d-%s", country, year, name);
    size_t row = model_find(&f->model, TABLE_HOLIDAYS, str_from(id));
    if (row == SIZE_MAX) {
        fail_msg("%s is missing", id);
    }
    return row;
}

static void
expect_lunar(const struct sources_fixture *f, UCalendar *dangi, int year, const char *name,
    int month, int day) {
    UErrorCode status = U_ZERO_ERROR;
    ucal_setMillis(dangi, instant(day_of(f, find(f, "kr", year, name))), &status);
    assert_int_equal(ucal_get(dangi, UCAL_MONTH, &status) + 1, month);
    assert_int_equal(ucal_get(dangi, UCAL_DATE, &status), day);
    assert_int_equal(ucal_get(dangi, UCAL_IS_LEAP_MONTH, &status), 0);
    assert_true(U_SUCCESS(status));
}

static void
test_holidays__lunar_days_are_those_of_the_korean_calendar(void **state) {
    struct sources_fixture *f = *state;
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *dangi = ucal_open(u"Asia/Seoul", -1, "ko@calendar=dangi", UCAL_TRADITIONAL, &status);
    assert_true(U_SUCCESS(status));
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        expect_lunar(f, dangi, year, "seollal", 1, 1);
        expect_lunar(f, dangi, year, "seollal-after", 1, 2);
        expect_lunar(f, dangi, year, "buddha", 4, 8);
        expect_lunar(f, dangi, year, "chuseok-eve", 8, 14);
        expect_lunar(f, dangi, year, "chuseok", 8, 15);
        expect_lunar(f, dangi, year, "chuseok-after", 8, 16);
    }
    ucal_close(dangi);
}

static void
expect_day(const struct sources_fixture *f, const char *country, int year, const char *name,
    int month, int day) {
    struct day found = day_of(f, find(f, country, year, name));
    assert_int_equal(found.year, year);
    assert_int_equal(found.month, month);
    assert_int_equal(found.day, day);
}

static void
test_holidays__fixed_days_are_there_every_year(void **state) {
    struct sources_fixture *f = *state;
    static const struct {
        const char *country, *name;
        int month, day;
    } fixed[] = {{"kr", "new-year", 1, 1}, {"kr", "independence-movement", 3, 1},
        {"kr", "labour", 5, 1}, {"kr", "children", 5, 5}, {"kr", "memorial", 6, 6},
        {"kr", "constitution", 7, 17}, {"kr", "liberation", 8, 15}, {"kr", "foundation", 10, 3},
        {"kr", "hangeul", 10, 9}, {"kr", "christmas", 12, 25}, {"jp", "new-year", 1, 1},
        {"jp", "foundation", 2, 11}, {"jp", "emperor", 2, 23}, {"jp", "showa", 4, 29},
        {"jp", "constitution", 5, 3}, {"jp", "greenery", 5, 4}, {"jp", "children", 5, 5},
        {"jp", "mountain", 8, 11}, {"jp", "culture", 11, 3}, {"jp", "labour-thanksgiving", 11, 23}};
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        for (size_t i = 0; i < ARRAY_LEN(fixed); i++) {
            expect_day(f, fixed[i].country, year, fixed[i].name, fixed[i].month, fixed[i].day);
        }
    }
}

static void
test_holidays__mondays_and_equinoxes_of_japan(void **state) {
    struct sources_fixture *f = *state;
    static const struct {
        const char *name;
        int month, first; /* day of the month from which it is the first Monday */
    } mondays[] = {{"coming-of-age", 1, 8}, {"marine", 7, 15}, {"respect-for-the-aged", 9, 15},
        {"sports", 10, 8}};
    /* of the National Astronomical Observatory's calculation */
    static const int spring[] = {20, 21, 20, 20, 20, 21, 20, 20, 20, 21};
    static const int autumn[] = {23, 23, 22, 23, 23, 23, 22, 23, 23, 23};
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        for (size_t i = 0; i < ARRAY_LEN(mondays); i++) {
            struct day day = day_of(f, find(f, "jp", year, mondays[i].name));
            assert_int_equal(weekday(day), 1);
            assert_int_equal(day.month, mondays[i].month);
            assert_in_range(day.day, mondays[i].first, mondays[i].first + 6);
        }
        expect_day(f, "jp", year, "spring-equinox", 3, spring[year - FIRST_YEAR]);
        expect_day(f, "jp", year, "autumn-equinox", 9, autumn[year - FIRST_YEAR]);
        size_t row = find(f, "jp", year, "autumn-equinox");
        assert_true(is_word(f, row, "certainty", year <= 2027 ? "announced" : "forecast"));
    }
}

static bool
has_other(const struct sources_fixture *f, size_t row) {
    for (size_t i = 0; i < holidays(f)->count; i++) {
        if (i != row && str_eq(value(f, i, "date"), value(f, row, "date")) &&
            str_eq(value(f, i, "country"), value(f, row, "country"))) {
            return true;
        }
    }
    return false;
}

/* Whoever gets one gets a working day. In Japan 2 January has no office to close. */
static void
test_holidays__a_substitute_is_a_day_that_was_free(void **state) {
    struct sources_fixture *f = *state;
    size_t count = 0;
    for (size_t i = 0; i < holidays(f)->count; i++) {
        if (is_word(f, i, "kind", "substitute") || is_word(f, i, "kind", "citizens")) {
            struct day day = day_of(f, i);
            bool is_closed = day.month == 1 && day.day == 2;
            assert_in_range(weekday(day), 1, 5);
            assert_true(is_closed || !has_other(f, i));
            count++;
        }
    }
    assert_int_equal(count, 52);
}

static void
test_holidays__substitutes_that_are_known(void **state) {
    struct sources_fixture *f = *state;
    expect_day(f, "kr", 2026, "independence-movement-substitute", 3, 2);
    expect_day(f, "kr", 2026, "buddha-substitute", 5, 25);
    expect_day(f, "kr", 2027, "seollal-substitute", 2, 9);
    expect_day(f, "kr", 2027, "constitution-substitute", 7, 19);
    expect_day(f, "kr", 2028, "foundation-substitute", 10, 5); /* on Chuseok */
    expect_day(f, "kr", 2029, "chuseok-substitute", 9, 24);
    expect_day(f, "jp", 2026, "constitution-substitute", 5, 6); /* past two holidays */
    expect_day(f, "jp", 2026, "citizens", 9, 22);
    expect_day(f, "jp", 2032, "citizens", 9, 21);
    /* a Saturday of Chuseok is no reason */
    assert_int_equal(
        model_find(&f->model, TABLE_HOLIDAYS, STR("kr-2026-chuseok-substitute")), SIZE_MAX);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_holidays__lunar_days_are_those_of_the_korean_calendar),
        cmocka_unit_test(test_holidays__fixed_days_are_there_every_year),
        cmocka_unit_test(test_holidays__mondays_and_equinoxes_of_japan),
        cmocka_unit_test(test_holidays__a_substitute_is_a_day_that_was_free),
        cmocka_unit_test(test_holidays__substitutes_that_are_known),
    };
    return cmocka_run_group_tests(tests, sources_fixture_load, sources_fixture_drop);
}
