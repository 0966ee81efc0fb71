#include "test.h"

#include "i18n/i18n.h"

struct fixture {
    struct i18n *i18n;
    struct arena arena;
};

static int
open_i18n(void **state) {
    static struct fixture fixture;
    struct err err;
    arena_init(&fixture.arena);
    fixture.i18n = i18n_open(NARU_BUILD_DIR "/locales/naru", &err);
    if (!fixture.i18n) {
        print_error("%s\n", err.message);
        return -1;
    }
    *state = &fixture;
    return 0;
}

static int
close_i18n(void **state) {
    struct fixture *f = *state;
    i18n_close(f->i18n);
    arena_finish(&f->arena);
    return 0;
}

static void
test_date__reads_as_each_language_writes_it(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *date, *ko, *ja, *en, *ja_era;
    } cases[] = {
        {"1987-11-09", "1987년 11월 9일", "1987年11月9日", "9 November 1987",
            "1987年（昭和62年）11月9日"},
        {"1989", "1989년", "1989年", "1989", "1989年（昭和64年・平成元年）"},
        {"1989-01", "1989년 1월", "1989年1月", "January 1989", "1989年（昭和64年・平成元年）1月"},
        {"1989-01-08", "1989년 1월 8일", "1989年1月8日", "8 January 1989",
            "1989年（平成元年）1月8日"},
        {"1997-04-18", "1997년 4월 18일", "1997年4月18日", "18 April 1997",
            "1997年（平成9年）4月18日"},
        {"1829", "1829년", "1829年", "1829", "1829年"},
        {"1881", "1881년", "1881年", "1881", "1881年（明治14年）"},
        {"1994/2003", "1994년~2003년", "1994年〜2003年", "1994–2003",
            "1994年（平成6年）〜2003年（平成15年）"},
        {"2012-08-01/2012-08-05", "2012년 8월 1일~5일", "2012年8月1日〜5日", "1–5 August 2012",
            "2012年（平成24年）8月1日〜2012年（平成24年）8月5日"},
        {"1997/..", "1997년~", "1997年〜", "from 1997", "1997年（平成9年）〜"},
        {"2004/2012-06", "2004년~2012년 6월", "2004年〜2012年6月", "2004 – June 2012",
            "2004年（平成16年）〜2012年（平成24年）6月"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct edtf date;
        assert_true(edtf_parse(str_from(cases[i].date), &date, NULL));
        assert_str_equal(i18n_date(f->i18n, &f->arena, LOCALE_KO, &date, true), cases[i].ko);
        assert_str_equal(i18n_date(f->i18n, &f->arena, LOCALE_JA, &date, false), cases[i].ja);
        assert_str_equal(i18n_date(f->i18n, &f->arena, LOCALE_EN, &date, true), cases[i].en);
        assert_str_equal(i18n_date(f->i18n, &f->arena, LOCALE_JA, &date, true), cases[i].ja_era);
    }
}

static void
test_day__has_its_day_of_the_week(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *date, *ko, *ja, *en, *ko_year, *ja_year, *en_year;
    } cases[] = {
        {"2026-02-17", "2월 17일 (화)", "2月17日(火)", "Tue, 17 February", "2026년 2월 17일 (화)",
            "2026年2月17日(火)", "Tue, 17 February 2026"},
        {"2028-02-29", "2월 29일 (화)", "2月29日(火)", "Tue, 29 February", "2028년 2월 29일 (화)",
            "2028年2月29日(火)", "Tue, 29 February 2028"},
        {"2026-11", "", "", "", "", "", ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct edtf date;
        assert_true(edtf_parse(str_from(cases[i].date), &date, NULL));
        const struct edtf_point *day = &date.from;
        assert_str_equal(i18n_day(f->i18n, &f->arena, LOCALE_KO, day, false), cases[i].ko);
        assert_str_equal(i18n_day(f->i18n, &f->arena, LOCALE_JA, day, false), cases[i].ja);
        assert_str_equal(i18n_day(f->i18n, &f->arena, LOCALE_EN, day, false), cases[i].en);
        assert_str_equal(i18n_day(f->i18n, &f->arena, LOCALE_KO, day, true), cases[i].ko_year);
        assert_str_equal(i18n_day(f->i18n, &f->arena, LOCALE_JA, day, true), cases[i].ja_year);
        assert_str_equal(i18n_day(f->i18n, &f->arena, LOCALE_EN, day, true), cases[i].en_year);
    }
}

static void
test_weekday__heads_a_column(void **state) {
    struct fixture *f = *state;
    assert_str_equal(i18n_weekday(f->i18n, &f->arena, LOCALE_KO, 0), "일");
    assert_str_equal(i18n_weekday(f->i18n, &f->arena, LOCALE_KO, 6), "토");
    assert_str_equal(i18n_weekday(f->i18n, &f->arena, LOCALE_JA, 1), "月");
    assert_str_equal(i18n_weekday(f->i18n, &f->arena, LOCALE_EN, 3), "We");
}

static void
test_number__keeps_the_decimals_of_the_source(void **state) {
    struct fixture *f = *state;
    assert_str_equal(i18n_number(f->i18n, &f->arena, LOCALE_KO, 759900, 0), "759,900");
    assert_str_equal(i18n_number(f->i18n, &f->arena, LOCALE_JA, 149.12, 2), "149.12");
    assert_str_equal(i18n_number(f->i18n, &f->arena, LOCALE_EN, 70.1, 1), "70.1");
}

static void
test_large_number__is_exact_in_each_languages_steps(void **state) {
    struct fixture *f = *state;
    static const struct {
        double value;
        const char *ko, *ja, *en;
    } cases[] = {
        {1086400000000.0, "1조 864억", "1兆864億", "1.0864 trillion"},
        {171900000000.0, "1,719억", "1,719億", "171.9 billion"},
        {170000, "17만", "17万", "170,000"},
        {9999, "9,999", "9,999", "9,999"},
        {12345678, "1,234만 5,678", "1,234万5,678", "12,345,678"},
        {0, "0", "0", "0"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        double v = cases[i].value;
        assert_str_equal(i18n_large_number(f->i18n, &f->arena, LOCALE_KO, v), cases[i].ko);
        assert_str_equal(i18n_large_number(f->i18n, &f->arena, LOCALE_JA, v), cases[i].ja);
        assert_str_equal(i18n_large_number(f->i18n, &f->arena, LOCALE_EN, v), cases[i].en);
    }
}

static void
test_format__fills_numbers_and_texts_as_the_pattern_wants_them(void **state) {
    struct fixture *f = *state;
    struct msg_arg one[] = {MSG_NUMBER(1)}, many[] = {MSG_NUMBER(1596)};
    assert_str_equal(
        i18n_format(f->i18n, &f->arena, LOCALE_EN, MSG_COUNT_CITIES, one, 1), "1 city");
    assert_str_equal(
        i18n_format(f->i18n, &f->arena, LOCALE_EN, MSG_COUNT_CITIES, many, 1), "1,596 cities");
    assert_str_equal(
        i18n_format(f->i18n, &f->arena, LOCALE_KO, MSG_COUNT_CITIES, many, 1), "1,596개 도시");
    struct msg_arg place[] = {MSG_TEXT(STR("시즈오카현")), MSG_TEXT(STR("일본"))};
    assert_str_equal(
        i18n_format(f->i18n, &f->arena, LOCALE_KO, MSG_PLACE, place, 2), "일본 시즈오카현");
    struct msg_arg number_as_text[] = {MSG_NUMBER(1500)};
    assert_str_equal(i18n_format(f->i18n, &f->arena, LOCALE_JA, MSG_SOURCE_LINE, number_as_text, 1),
        "出典：1,500");
}

/* A name in a database that no compiler made may be of any length. */
static void
test_format__a_long_value_is_whole(void **state) {
    struct fixture *f = *state;
    struct str_buf name = {0};
    for (int i = 0; i < 5000; i++) {
        str_buf_add(&name, STR("가"));
    }
    struct msg_arg place[] = {MSG_TEXT(STR("일본")), MSG_TEXT(str_buf_str(&name))};
    struct str line = i18n_format(f->i18n, &f->arena, LOCALE_KO, MSG_PLACE, place, 2);
    assert_true(str_ends(line, STR("일본")) && str_starts(line, str_buf_str(&name)));
    assert_int_equal(line.n, name.n + strlen(" 일본"));
    str_buf_finish(&name);
}

static void
test_format__isolates_what_reads_the_other_way(void **state) {
    struct fixture *f = *state;
    struct msg_arg name[] = {MSG_TEXT(STR("محمد"))}, plain[] = {MSG_TEXT(STR("Yu"))};
    assert_str_equal(i18n_format(f->i18n, &f->arena, LOCALE_EN, MSG_SPEAKER, name, 1),
        "Speaker: \u2068محمد\u2069");
    assert_str_equal(
        i18n_format(f->i18n, &f->arena, LOCALE_EN, MSG_SPEAKER, plain, 1), "Speaker: Yu");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_date__reads_as_each_language_writes_it),
        cmocka_unit_test(test_day__has_its_day_of_the_week),
        cmocka_unit_test(test_weekday__heads_a_column),
        cmocka_unit_test(test_number__keeps_the_decimals_of_the_source),
        cmocka_unit_test(test_large_number__is_exact_in_each_languages_steps),
        cmocka_unit_test(test_format__fills_numbers_and_texts_as_the_pattern_wants_them),
        cmocka_unit_test(test_format__a_long_value_is_whole),
        cmocka_unit_test(test_format__isolates_what_reads_the_other_way),
    };
    return cmocka_run_group_tests(tests, open_i18n, close_i18n);
}
