/* Korean line breaks: where an eojeol may and may not end a line. '|' marks the line ends. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

struct break_case {
    float em;
    const char *text, *lines;
};

static void
check(const struct break_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(fixture_break(LOCALE_KO, cases[i].text, cases[i].em), cases[i].lines);
    }
}
#define CHECK(cases) check((cases), sizeof(cases) / sizeof((cases)[0]))

static void
test_eojeol__breaks_at_spaces_only(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {6, "자매도시 교류를 소개합니다", "자매도시|교류를|소개합니다"},
        {9, "자매도시 교류를 소개합니다", "자매도시 교류를|소개합니다"},
        {4, "도시와\u200B도시", "도시와\u200B|도시"},
        {5, "ㅋㅋㅋ ㅠㅠㅠㅠ", "ㅋㅋㅋ|ㅠㅠㅠㅠ"},
        {5, "大韓民國은 나라다", "大韓民國은|나라다"},
    };
    CHECK(cases);
}

static void
test_eojeol__keeps_particles_with_their_brackets(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {7, "안내 『국제교류』이 있다", "안내|『국제교류』이|있다"},
        {6, "이른바 “협력”을 말한다", "이른바|“협력”을|말한다"},
        {7, "그는 (주)하나로에서 일한다", "그는|(주)하나로에서|일한다"},
        {5, "「도시」로부터의", "「도시」로부|터의"},
    };
    CHECK(cases);
}

static void
test_eojeol__keeps_numbers_with_what_they_count(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {6.5f, "다음 달 14일(금) 회의", "다음 달|14일(금) 회의"},
        {7, "오후 두시 2시~4시 사이", "오후 두시|2시~4시 사이"},
        {4.5f, "할인율 100% 무료", "할인율|100%|무료"},
        {7, "자매결연 1987. 11. 9. 체결", "자매결연|1987. 11. 9.|체결"},
        {4.3f, "결연 1987. 11. 9.", "결연|1987. 11.|9."},
        {7.5f, "일시 10:00 ~ 12:00 회의실", "일시|10:00 ~ 12:00|회의실"},
        {5.5f, "인구 1,596,000명", "인구|1,596,000명"},
        {6, "기간 2010-2013 교류", "기간|2010-2013|교류"},
    };
    CHECK(cases);
}

static void
test_eojeol__breaks_after_hyphen_and_slash(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {4, "부산-후쿠오카", "부산-|후쿠오카"},
        {5, "문화/관광교류", "문화/|관광교류"},
        {4.3f, "K-POP공연", "K-POP공|연"},
        {3, "영하 -5도", "영하|-5도"},
        {3, "시속 60km/h로", "시속|60km/|h로"},
    };
    CHECK(cases);
}

static void
test_eojeol__grades_breaks_in_long_words(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {5, "전국시도지사협의회", "전국시도지|사협의회"},
        {4.8f, "국제교류팀(담당자포함)", "국제교류팀|(담당자포|함)"},
        {5, "가나다라·마바사", "가나다라·|마바사"},
        {1, "가나", "가|나"},
        {0, "가나", "가|나"},
    };
    CHECK(cases);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_eojeol__breaks_at_spaces_only),
        cmocka_unit_test(test_eojeol__keeps_particles_with_their_brackets),
        cmocka_unit_test(test_eojeol__keeps_numbers_with_what_they_count),
        cmocka_unit_test(test_eojeol__breaks_after_hyphen_and_slash),
        cmocka_unit_test(test_eojeol__grades_breaks_in_long_words),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}
