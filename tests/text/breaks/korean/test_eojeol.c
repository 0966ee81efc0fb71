/* Korean line breaks: where an eojeol may and may not end a line. '|' marks the line ends. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define CHECK(cases) fixture_check_breaks(LOCALE_KO, (cases), sizeof(cases) / sizeof((cases)[0]))

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
        {4.3f, "결연 1987. 11. 9.", "결연|1987.|11. 9."},
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
        {4.3f, "K-POP공연", "K-POP|공연"},
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
        {4.8f, "국제교류팀(담당자포함)", "국제교류팀|(담당자|포함)"},
        {5, "가나다라·마바사", "가나다라·|마바사"},
        {1, "가나", "가|나"},
        {0, "가나", "가|나"},
    };
    CHECK(cases);
}

/* Straight quotes open or close by what stands around them. */
static void
test_eojeol__reads_straight_quotes(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {8, "그는 \"국립해양유산박물관\"이라 했다", "그는|\"국립해양유산박물|관\"이라 했다"},
        {6, "\"정보공개법\"이라 한다", "\"정보공개|법\"이라 한다"},
        {6.5f, "그는 \"집에요.\"라고만 했다", "그는|\"집에요.\"라|고만 했다"},
        {6, "이를\"가나다라\"라 한다", "이를|\"가나다라\"라|한다"},
        {5, "값은 'A', 'B'이다", "값은 'A',|'B'이다"},
        {4, "McDonald's를", "McDon|ald's를"},
    };
    CHECK(cases);
}

/* What stands in brackets breaks before them rather than in them. */
static void
test_eojeol__keeps_brackets_whole(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {8, "세종대왕(世宗大王, 1397~1450)은", "세종대왕|(世宗大王,|1397~1450)은"},
        {7, "하루키(村上春樹)의", "하루키|(村上春樹)의"},
        {8, "6001번(공항버스)을 타고", "6001번|(공항버스)을 타고"},
        {6.5f, "28.54p(1.05%) 올랐다", "28.54p|(1.05%)|올랐다"},
        {9, "예매처: 인터파크티켓(1544-1555), 멜론", "예매처:|인터파크티켓|(1544-1555), 멜론"},
        {12, "문화체육관광부(044-203-2572)와", "문화체육관광부|(044-203-2572)와"},
        {7, "오전반(10:00-12:00)과", "오전반|(10:00-12:00)과"},
        {8, "주한미국대사관(U.S. Embassy)", "주한미국대사관|(U.S. Embassy)"},
        {6, "손흥민(33·LAFC)은", "손흥민|(33·LAFC)은"},
        {7, "유럽연합(E.U.)의", "유럽연합|(E.U.)의"},
        {12, "죄송합니다(2025. 11. 3.~12. 19.).", "죄송합니다|(2025. 11. 3.~12. 19.)."},
        {9, "제8765호(2024. 12. 31. 일부개정)에", "제8765호|(2024. 12. 31.|일부개정)에"},
        {7, "(가칭)국립해양유산박물관을", "(가칭)국립해양|유산박물관을"},
        {6, "나라(奈良)시에", "나라|(奈良)시에"},
        {9, "예술인(개인/단체) 대상", "예술인(개인/단체)|대상"},
        {7, "예술인(개인/단체)", "예술인|(개인/단체)"},
        {4, "(사)한국문화예술위원회", "(사)한국|문화예술|위원회"},
        /* the words in them hold together, too */
        {9, "커피 쿠폰(5천 원권)을 드려요", "커피|쿠폰(5천 원권)을|드려요"},
        {7, "쿠폰(5천 원권)을 드려요", "쿠폰|(5천 원권)을|드려요"},
        {10, "교류지원팀(☎ 031-481-2743, 담당)", "교류지원팀|(☎ 031-481-2743,|담당)"},
        {6, "공고일(’24. 12. 31.) 현재", "공고일|(’24. 12. 31.)|현재"},
        {10, "오늘이며 마감(~4. 30.)까지", "오늘이며|마감(~4. 30.)까지"},
        {6, "마감(~4. 30.)까지", "마감|(~4. 30.)까지"},
    };
    CHECK(cases);
}

/* Words each with a gloss part behind their mark, not before the next bracket. */
static void
test_eojeol__parts_glossed_words_behind_their_mark(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {9, "한글날(10. 9.)·개천절(10. 3.)이", "한글날(10. 9.)·|개천절(10. 3.)이"},
        {9, "1단계(순한맛)~5단계(불맛)까지", "1단계(순한맛)~|5단계(불맛)까지"},
        {7, "사과(청송)/배(나주)/포도(안산)를", "사과(청송)/|배(나주)/|포도(안산)를"},
        {8, "‘자매(姉妹)’·‘우호(友好)’라는", "‘자매(姉妹)’·|‘우호(友好)’라는"},
        {8, "재외동포(F-4)·영주(F-5)", "재외동포(F-4)·|영주(F-5)"},
    };
    CHECK(cases);
}

/* A formula or a name in Latin letters breaks at its marks, a number only last. */
static void
test_eojeol__breaks_behind_operators(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {6, "(25.4MW×10기)", "(25.4MW×|10기)"},
        {5, "(3.5cm×4.5cm)", "(3.5cm×|4.5cm)"},
        {5, "1달러=1,352.4원", "1달러=|1,352.4원"},
        {5, "(2020=100)로", "(2020=|100)로"},
        {6, "Ctrl+Shift+F12이다.", "Ctrl+Shift+|F12이다."},
        {6, "year=2024&page=3", "year=2024&|page=3"},
        {7, "www.example.kr/apply/2025_spring", "www.example|.kr/apply/|2025_spring"},
        {10, "naru_exchange_team에", "naru_exchange_|team에"},
        {4, "R&D사업단지", "R&D사업|단지"},
        {6, "浜松元城町103-2", "浜松元城町|103-2"},
    };
    CHECK(cases);
}

/* What is left of a word is an ending or two syllables. */
static void
test_eojeol__cuts_before_endings(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {6, "552.7GWh이다.", "552.7GWh|이다."},
        {5, "3.14159이다.", "3.14159|이다."},
        {4, "(남성 185명)이다.", "(남성|185명)|이다."},
        {11, "naru_exchange_team이다.", "naru_exchange_team|이다."},
        {5, "1999~2024까지", "1999~|2024까지"},
        {8, "‘다문화마을특구’에는", "‘다문화마을특|구’에는"},
        {4, "FC2024까지", "FC2024|까지"},
    };
    CHECK(cases);
}

static void
test_eojeol__breaks_a_range_behind_its_sign(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {7, "11월 14일(금)~16일(일) 3일간", "11월 14일(금)~|16일(일) 3일간"},
        {5, "14:00~16:30", "14:00~|16:30"},
        {9, "2012. 3. 2.(금)~3. 4.(일)", "2012. 3. 2.(금)~|3. 4.(일)"},
        {10, "2024. 3. 1.~2025. 2. 28.로", "2024. 3. 1.~|2025. 2. 28.로"},
        {5.5f, "오전 10시 ~ 오후 6시에", "오전 10시 ~|오후 6시에"},
        {6, "서울 – 대전 – 대구 – 부산을", "서울 – 대전 –|대구 – 부산을"},
        {8, "찌개 9,000원 / 된장국 8,500원", "찌개 9,000원 /|된장국 8,500원"},
        {6, "서울→부산→대구까지", "서울→부산→|대구까지"},
        {6, "가나∙다라∙마바사", "가나∙다라∙|마바사"},
    };
    CHECK(cases);
}

static void
test_eojeol__keeps_codes_and_prices_whole(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {4.5f, "신종 코로나-19", "신종|코로나-19"},
        {6, "이 모델 GPT-4를", "이 모델|GPT-4를"},
        {5, "영양 비타민-C", "영양|비타민-C"},
        {4, "여러 민-관 합동", "여러|민-관|합동"},
        {7, "값은 5,000원/kg이다", "값은|5,000원/kg이다"},
        {4, "조사 을/를의", "조사|을/를의"},
        {4, "단위 ㎍/㎥로", "단위|㎍/㎥로"},
        {5, "제14조제1항에", "제14조|제1항에"},
        {5, "코로나19에 따라", "코로나19에|따라"},
        {6, "값은 US$1,299", "값은|US$1,299"},
        {8, "https://www.example.kr/board", "https://|www.example|.kr/board"},
    };
    CHECK(cases);
}

static void
test_eojeol__keeps_spaces_that_hold_together(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {7, "관람객 1,637만 명으로", "관람객|1,637만 명으로"},
        {5, "무게는 3.5 kg이다", "무게는|3.5 kg이다"},
        {5, "오전 7시 30분에", "오전|7시 30분에"},
        {3.7f, "개요 ② 수집 항목", "개요|② 수집|항목"},
        {5.6f, "일정 안내 3. 참가자 명단", "일정 안내|3. 참가자|명단"},
        {4.5f, "본론 Ⅲ. 결론", "본론|Ⅲ. 결론"},
        {5.5f, "우산을 써. 비가 온다", "우산을 써.|비가 온다"},
        /* a bracket's last number is no item's */
        {8, "한새봄(호동초 5) 학생", "한새봄(호동초 5)|학생"},
        {5, "[별표 1] 수당", "[별표 1]|수당"},
        {5, "앞말 1) 수당", "앞말|1) 수당"},
        {9, "교류 팩스 (031) 481-3333", "교류 팩스|(031) 481-3333"},
        {8, "전화 031 481 2743으로", "전화|031 481 2743으로"},
        {8, "수량 연도 2024 300개", "수량 연도 2024|300개"},
    };
    CHECK(cases);
}

static void
test_eojeol__keeps_numerals_and_determiners(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {6, "의사봉을 세 번 쳤다", "의사봉을|세 번 쳤다"},
        {6, "걸린 것은 약 66분", "걸린 것은|약 66분"},
        {6, "상하반기 각 1회", "상하반기|각 1회"},
        {5.5f, "교환학생 첫 인연", "교환학생|첫 인연"},
        {6, "이어지는 그 효력", "이어지는|그 효력"},
        {7, "고등학생 열여섯 명", "고등학생|열여섯 명"},
        {7, "모두 함께 스물두 곳", "모두 함께|스물두 곳"},
        {6, "참가를 한 사람", "참가를 한|사람"},
        {4.5f, "행사 전 확인", "행사 전|확인"},
        {4.5f, "모든 전 세계", "모든|전 세계"},
    };
    CHECK(cases);
}

static void
test_eojeol__keeps_amounts_whole(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {8, "정규리그는 10월 19일", "정규리그는|10월 19일"},
        {6, "쉼터에서 오후 3시에", "쉼터에서|오후 3시에"},
        {8, "달려서 2시간 15분 만에", "달려서|2시간 15분 만에"},
        {7, "환불은 행사 7일 전까지만", "환불은 행사|7일 전까지만"},
        {6, "머무른 3박 4일", "머무른|3박 4일"},
        {5, "1억 5천만 원", "1억|5천만 원"},
        {5, "4만 원/승합차", "4만 원/|승합차"},
        {8, "일본(3만 4,500달러)이",
            "일본(3만|4,500달러)이"}, /* an eojeol that fits is no worse off */
        {8, "행사(10월 3일~5일)에", "행사|(10월 3일~5일)에"}, /* but a date stays whole */
        {9, "오른 것은 2012년 12월 5일", "오른 것은|2012년 12월 5일"},
        {6, "오른 것은 2012년 12월 5일", "오른 것은|2012년|12월 5일"},
        {10, "기준(2012년 12월 5일)에", "기준|(2012년 12월 5일)에"},
        {9.5f, "통보(문자메시지)합니다", "통보|(문자메시지)합니다"},
        {7, "구독자가 5만 2천 명", "구독자가|5만 2천 명"},
        {6, "시민 19세 이상", "시민|19세 이상"},
        {10, "최초 30분 600원, 초과 10분", "최초 30분 600원, 초과|10분"},
        {6, "떠난 지 사흘 만에", "떠난 지|사흘 만에"},
    };
    CHECK(cases);
}

/* A line starts with a bound noun only where that saves one. */
static void
test_eojeol__takes_its_word_to_a_bound_noun(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {7.5f, "우리 앱을 설치할 수 있다", "우리 앱을|설치할 수 있다"},
        {7, "미리 적어 두는 것이", "미리 적어|두는 것이"},
        {6.5f, "딱 두 말만 할 줄 안다", "딱 두 말만|할 줄 안다"},
        {6, "깊고 푸른 바다", "깊고 푸른|바다"},
    };
    CHECK(cases);
}

/* Headings: bound nouns, numerals and endings stay with theirs, and no line holds one syllable. */
static void
test_eojeol__breaks_headings(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {8, "교류를 시작한 지 10년 만에 맺은 결실", "교류를 시작한 지|10년 만에|맺은 결실"},
        {7, "먼저 손을 내민 것뿐이었다", "먼저 손을|내민 것뿐이었다"},
        {7.5f, "관심이 식으면 교류도 식을 수밖에 없다", "관심이 식으면|교류도|식을 수밖에 없다"},
        {5, "시민 누구나 참여할 수 있는 날", "시민 누구나|참여할 수|있는 날"},
        {5, "답장이 없을 때 우리가 할 수 있는 일", "답장이|없을 때|우리가|할 수|있는 일"},
        {12, "연락처를 찾는 세 가지 방법과 그 순서", "연락처를 찾는 세 가지|방법과 그 순서"},
        {12, "세계유산을 품은 두 마을이 손을 잡기까지", "세계유산을 품은|두 마을이 손을 잡기까지"},
        {10, "처음으로 열린 네 도시 시장 회의", "처음으로 열린|네 도시 시장 회의"},
        {5, "2024년까지의 주요 사건", "2024년|까지의|주요 사건"},
        {5, "자치단체장의 관심이", "자치단체|장의 관심이"},
        {10, "우리 동네 음식 지도 만들기", "우리 동네 음식|지도 만들기"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct text_style style = fixture_style(LOCALE_KO);
        style.breaking = TEXT_BREAK_PHRASE;
        style.balance = true;
        assert_string_equal(
            fixture_lines(fixture_layout(&style, cases[i].text, cases[i].em)), cases[i].lines);
    }
}

/* Syllables of conjoining jamo are the same syllables. */
static void
test_eojeol__reads_decomposed_particles(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {5, "『\u110E\u1162식\u110C\u116E의』\u1100\u1161",
            "『\u110E\u1162식\u110C\u116E|의』\u1100\u1161"},
    };
    CHECK(cases);
}

static void
test_eojeol__hides_soft_hyphens(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {5, "문화\u00AD예술\u00AD교육이", "문화\u00AD예술\u00AD|교육이"},
    };
    CHECK(cases);
    struct text_style style = fixture_style(LOCALE_KO);
    int32_t plain = fixture_layout(&style, "문화예술", 10)->lines[0].width;
    assert_int_equal(fixture_layout(&style, "문화\u00AD예술", 10)->lines[0].width, plain);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_eojeol__breaks_at_spaces_only),
        cmocka_unit_test(test_eojeol__keeps_particles_with_their_brackets),
        cmocka_unit_test(test_eojeol__keeps_numbers_with_what_they_count),
        cmocka_unit_test(test_eojeol__breaks_after_hyphen_and_slash),
        cmocka_unit_test(test_eojeol__grades_breaks_in_long_words),
        cmocka_unit_test(test_eojeol__reads_straight_quotes),
        cmocka_unit_test(test_eojeol__keeps_brackets_whole),
        cmocka_unit_test(test_eojeol__parts_glossed_words_behind_their_mark),
        cmocka_unit_test(test_eojeol__breaks_behind_operators),
        cmocka_unit_test(test_eojeol__cuts_before_endings),
        cmocka_unit_test(test_eojeol__breaks_a_range_behind_its_sign),
        cmocka_unit_test(test_eojeol__keeps_codes_and_prices_whole),
        cmocka_unit_test(test_eojeol__keeps_spaces_that_hold_together),
        cmocka_unit_test(test_eojeol__keeps_numerals_and_determiners),
        cmocka_unit_test(test_eojeol__keeps_amounts_whole),
        cmocka_unit_test(test_eojeol__takes_its_word_to_a_bound_noun),
        cmocka_unit_test(test_eojeol__breaks_headings),
        cmocka_unit_test(test_eojeol__reads_decomposed_particles),
        cmocka_unit_test(test_eojeol__hides_soft_hyphens),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}
