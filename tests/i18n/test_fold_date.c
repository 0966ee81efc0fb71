#include "test.h"

#include "i18n/fold.h"

static void
test_date__reads_what_people_write(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int year, month, day, year_to;
        const char *rest; /* what is not the date */
    } cases[] = {
        {"1987.11.9", 1987, 11, 9, 1987, ""},
        {"1987. 11. 9.", 1987, 11, 9, 1987, "."},
        {"1987-11-09", 1987, 11, 9, 1987, ""},
        {"1987/11/09", 1987, 11, 9, 1987, ""},
        {"１９８７．１１．９", 1987, 11, 9, 1987, ""},
        {"1987年11月9日", 1987, 11, 9, 1987, ""},
        {"１９８７年１１月９日", 1987, 11, 9, 1987, ""},
        {"1987년 11월 9일", 1987, 11, 9, 1987, ""},
        {"1987년11월9일", 1987, 11, 9, 1987, ""},
        {"1987년 11월", 1987, 11, 0, 1987, ""},
        {"1987.11", 1987, 11, 0, 1987, ""},
        {"1987-11", 1987, 11, 0, 1987, ""},
        {"11/1987", 1987, 11, 0, 1987, ""},
        {"5-2012", 2012, 5, 0, 2012, ""},
        {"1987년", 1987, 0, 0, 1987, ""},
        {"1987", 1987, 0, 0, 1987, ""},
        {"'87.11.9", 1987, 11, 9, 1987, "'"},
        {"‘11. 12. 31.", 2011, 12, 31, 2011, "‘."},
        {"87년 11월", 1987, 11, 0, 1987, ""},
        {"87년", 1987, 0, 0, 1987, ""},
        {"89年", 1989, 0, 0, 1989, ""},
        {"'97", 1997, 0, 0, 1997, "'"},
        {"’04", 2004, 0, 0, 2004, "’"},
        {"9 Nov 87", 1987, 11, 9, 1987, ""},
        {"26 July '11", 2011, 7, 26, 2011, ""},
        {"July '11", 2011, 7, 0, 2011, ""},
        {"July 11", 0, 7, 11, 0, ""},
        {"Mar 16, '94", 1994, 3, 16, 1994, ""},
        {"Dec 55", 1955, 12, 0, 1955, ""},
        {"nineteen eighty-seven", 1987, 0, 0, 1987, ""},
        {"two thousand and eleven", 2011, 0, 0, 2011, ""},
        {"twenty twelve", 2012, 0, 0, 2012, ""},
        {"19871109", 1987, 11, 9, 1987, ""},
        {"1987 11 9", 1987, 11, 9, 1987, ""},
        {"Nov 1987", 1987, 11, 0, 1987, ""},
        {"November 1987", 1987, 11, 0, 1987, ""},
        {"9 Nov 1987", 1987, 11, 9, 1987, ""},
        {"9 november, 1987", 1987, 11, 9, 1987, ""},
        {"Nov. 9, 1987", 1987, 11, 9, 1987, ""},
        {"November 9th 1987", 1987, 11, 9, 1987, ""},
        {"9th of November 1987", 1987, 11, 9, 1987, ""},
        {"Sept 2003", 2003, 9, 0, 2003, ""},
        {"November 9", 0, 11, 9, 0, ""},
        {"9/11/1987", 1987, 11, 9, 1987, ""},
        {"11월 9일", 0, 11, 9, 0, ""},
        {"11月9日", 0, 11, 9, 0, ""},
        {"11월", 0, 11, 0, 0, ""},
        {"昭和62年", 1987, 0, 0, 1987, ""},
        {"昭和六十二年十一月九日", 1987, 11, 9, 1987, ""},
        {"平成二十四年六月", 2012, 6, 0, 2012, ""},
        {"二〇一二年六月二十六日", 2012, 6, 26, 2012, ""},
        {"一九八七年", 1987, 0, 0, 1987, ""},
        {"十一月九日", 0, 11, 9, 0, ""},
        {"昭和６２年１１月９日", 1987, 11, 9, 1987, ""},
        {"平成元年", 1989, 0, 0, 1989, ""},
        {"平成24年6月", 2012, 6, 0, 2012, ""},
        {"令和元年", 2019, 0, 0, 2019, ""},
        {"明治45年", 1912, 0, 0, 1912, ""},
        {"쇼와 62년", 1987, 0, 0, 1987, ""},
        {"Showa 62", 1987, 0, 0, 1987, ""},
        {"S62年", 1987, 0, 0, 1987, ""},
        {"H24", 2012, 0, 0, 2012, ""},
        {"1990년대", 1990, 0, 0, 1999, ""},
        {"1990年代", 1990, 0, 0, 1999, ""},
        {"1990s", 1990, 0, 0, 1999, ""},
        {"안산 라스베가스 1994", 1994, 0, 0, 1994, "안산 라스베가스 "},
        {"Las Vegas Nov 1987 sister", 1987, 11, 0, 1987, "las vegas  sister"},
        {"2012年の訪問", 2012, 0, 0, 2012, "の訪問"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct fold fold = fold_text(&arena, str_from(cases[i].text));
        struct fold_date date, other;
        if (!fold_date_next(&fold, 0, &date, &other)) {
            fail_msg("no date in \"%s\"", cases[i].text);
        }
        if (date.year != cases[i].year || date.month != cases[i].month ||
            date.day != cases[i].day || date.year_to != cases[i].year_to) {
            fail_msg("\"%s\" is read as %d-%d-%d", cases[i].text, date.year, date.month, date.day);
        }
        struct fold rest = fold_text(&arena, str_from(cases[i].rest));
        struct str before = fold_units_key(&arena, &fold, 0, date.from);
        struct str after = fold_units_key(&arena, &fold, date.to, fold.count);
        struct str both = arena_printf(&arena, "%.*s%.*s", STR_ARG(before), STR_ARG(after));
        assert_true(str_eq(both, fold_units_key(&arena, &rest, 0, rest.count)));
    }
    arena_finish(&arena);
}

static void
test_date__gives_both_readings_of_numbers(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct fold fold = fold_text(&arena, STR("9/11/1987"));
    struct fold_date date, other;
    assert_true(fold_date_next(&fold, 0, &date, &other));
    assert_int_equal(date.month, 11);
    assert_int_equal(other.month, 9);
    assert_int_equal(other.day, 11);
    fold = fold_text(&arena, STR("11/25/1987"));
    assert_true(fold_date_next(&fold, 0, &date, &other));
    assert_int_equal(date.month, 11);
    assert_int_equal(date.day, 25);
    assert_int_equal(other.month, 0);
    arena_finish(&arena);
}

static void
test_date__leaves_other_numbers_alone(void **state) {
    (void)state;
    static const char *const cases[] = {"", "44,314", "149.12", "12", "3.5", "A4", "59 barangays",
        "昭和65年", "平成0年", "nov", "may", "h2o", "9,252", "010-1234-5678", "hamamatsu", "0000",
        "99999", "昭和", "年", "13월", "三", "十", "一九八七", "二人"};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct fold fold = fold_text(&arena, str_from(cases[i]));
        struct fold_date date, other;
        if (fold_date_next(&fold, 0, &date, &other)) {
            fail_msg("\"%s\" is read as %d-%d-%d", cases[i], date.year, date.month, date.day);
        }
    }
    arena_finish(&arena);
}

static void
test_date__finds_all_of_a_text(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct fold fold = fold_text(
        &arena, STR("1995. 10. 9. : 안산시에 공원 준공, 2001~2007년 행정교류 6회, 昭和62年"));
    static const int years[] = {1995, 2001, 2007, 1987};
    struct fold_date date, other;
    size_t at = 0, count = 0;
    while (fold_date_next(&fold, at, &date, &other)) {
        assert_true(count < ARRAY_LEN(years));
        assert_int_equal(date.year, years[count++]);
        assert_true(date.to > at);
        at = date.to;
    }
    assert_int_equal(count, ARRAY_LEN(years));
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_date__reads_what_people_write),
        cmocka_unit_test(test_date__gives_both_readings_of_numbers),
        cmocka_unit_test(test_date__leaves_other_numbers_alone),
        cmocka_unit_test(test_date__finds_all_of_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
