#include "test.h"

#include "screens/words.h"

static void
test_words__say_when_something_is_due(void **state) {
    (void)state;
    static const struct {
        const char *offset, *words[LOCALE_COUNT];
    } cases[] = {
        {"P0D", {"방문 당일", "訪問当日", "On the day"}},
        {"-P1M", {"방문 1개월 전", "訪問の1か月前", "1 month before the visit"}},
        {"P2M before", {"방문 2개월 전", "訪問の2か月前", "2 months before the visit"}},
        {"P1W", {"방문 1주 후", "訪問の1週間後", "1 week after the visit"}},
        {"P1D after", {"방문 1일 후", "訪問の1日後", "1 day after the visit"}},
        {"-P2D", {"방문 2일 전", "訪問の2日前", "2 days before the visit"}},
        {"P3M", {"방문 3개월 후", "訪問の3か月後", "3 months after the visit"}},
        {"-P2W", {"방문 2주 전", "訪問の2週間前", "2 weeks before the visit"}},
        {"-P2M/-P1M", {"방문 1~2개월 전", "訪問の1〜2か月前", "1–2 months before the visit"}},
        {"P2W/P1W before", {"방문 1~2주 전", "訪問の1〜2週間前", "1–2 weeks before the visit"}},
        {"-P2D/-P1D", {"방문 1~2일 전", "訪問の1〜2日前", "1–2 days before the visit"}},
        {"P1W/P2W", {"방문 1~2주 후", "訪問の1〜2週間後", "1–2 weeks after the visit"}},
        {"P1D/P3D after", {"방문 1~3일 후", "訪問の1〜3日後", "1–3 days after the visit"}},
        {"P1M/P2M", {"방문 1~2개월 후", "訪問の1〜2か月後", "1–2 months after the visit"}},
        {"P30D before", {"방문 30일 전", "訪問の30日前", "30 days before the visit"}},
        {"-P1M/-P1M", {"방문 1개월 전", "訪問の1か月前", "1 month before the visit"}},
        {"P1D before/P1D after", {"방문 1일 전~방문 1일 후", "訪問の1日前〜訪問の1日後",
                                     "1 day before the visit to 1 day after the visit"}},
        {"-P1M/-P2W", {"방문 1개월 전~방문 2주 전", "訪問の1か月前〜訪問の2週間前",
                          "1 month before the visit to 2 weeks before the visit"}},
        {"P3D before/P0D", {"방문 3일 전~방문 당일", "訪問の3日前〜訪問当日",
                               "3 days before the visit to the day itself"}},
        {"tomorrow", {"시기는 자료에 없음", "時期は資料に記載なし", "No time stated"}},
    };
    struct arena arena;
    struct err err;
    struct screen_env env = {.i18n = i18n_open(NARU_BUILD_DIR "/locales/naru", &err)};
    arena_init(&arena);
    assert_non_null(env.i18n);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct store_check check = {0};
        check.has_offset = offset_parse(str_from(cases[i].offset), &check.due);
        for (int l = 0; l < LOCALE_COUNT; l++) {
            env.locale = (enum locale_id)l;
            assert_str_equal(word_due(&env, &arena, &check), cases[i].words[l]);
        }
    }
    i18n_close(env.i18n);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words__say_when_something_is_due),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
