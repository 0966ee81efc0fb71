#include "test.h"

#include "i18n/fold.h"

struct group {
    enum fold_spelling spelling;
    const char *spellings[8]; /* all one */
};

static struct str
spelling(struct arena *arena, enum fold_spelling kind, const char *text) {
    return fold_spelling(arena, kind, fold_key(arena, str_from(text)));
}

static void
test_spelling__one_key_for_all_spellings(void **state) {
    (void)state;
    static const struct group groups[] = {
        {FOLD_HANGUL_SPELLING, {"하마마쓰", "하마마츠", "하마마쯔", "하마마스", "하마마쭈"}},
        {FOLD_HANGUL_SPELLING, {"규슈", "큐슈", "큐우슈우", "규수"}},
        {FOLD_HANGUL_SPELLING, {"도쿄", "토쿄", "토오쿄오", "도꾜", "토우쿄우"}},
        {FOLD_HANGUL_SPELLING, {"오사카", "오오사카", "오사까"}},
        {FOLD_HANGUL_SPELLING, {"니가타", "니이가타"}},
        {FOLD_HANGUL_SPELLING, {"교토", "쿄토", "쿄또"}},
        {FOLD_HANGUL_SPELLING, {"다카사키", "타카사키", "다까사끼"}},
        {FOLD_HANGUL_SPELLING, {"시즈오카", "시쯔오카"}},
        {FOLD_HANGUL_SPELLING, {"후쿠오카", "후꾸오까"}},
        {FOLD_HANGUL_SPELLING, {"삿포로", "사포로", "삿뽀로", "사뽀로"}},
        {FOLD_HANGUL_SPELLING, {"블라디보스토크", "블라디보스톡"}},
        {FOLD_HANGUL_SPELLING, {"가와사키", "카와사키"}},
        {FOLD_HANGUL_SPELLING, {"나가사키", "나가사끼"}},
        {FOLD_HANGUL_SPELLING, {"즈베틀", "츠베틀", "쯔베틀"}},
        {FOLD_HANGUL_SPELLING, {"호찌민", "호치민"}},
        {FOLD_HANGUL_SPELLING, {"테이쿄", "데쿄", "테쿄"}},
        {FOLD_HANGUL_SPELLING, {"쇼와", "소와"}},
        {FOLD_ROMAJI, {"Kyushu", "Kyuushuu", "Kyūshū", "kyusyu", "キュウシュウ", "きゅうしゅう"}},
        {FOLD_ROMAJI, {"Hamamatsu", "Hamamatu", "ハママツ", "はままつ", "ﾊﾏﾏﾂ"}},
        {FOLD_ROMAJI, {"Fukuoka", "Hukuoka", "ふくおか"}},
        {FOLD_ROMAJI, {"Tokyo", "Toukyou", "Tōkyō", "Tookyoo", "とうきょう", "Tohkyoh"}},
        {FOLD_ROMAJI, {"Osaka", "Ohsaka", "Oosaka", "Ōsaka", "おおさか"}},
        {FOLD_ROMAJI, {"shichi", "siti", "しち"}},
        {FOLD_ROMAJI, {"Sapporo", "Saporo", "さっぽろ"}},
        {FOLD_ROMAJI, {"jisho", "zisyo", "じしょ"}},
        {FOLD_ROMAJI, {"Shinjuku", "Sinzyuku", "Shinzyuku", "しんじゅく"}},
        {FOLD_ROMAJI, {"サービス", "さあびす", "saabisu", "sabisu", "サビス"}},
        {FOLD_ROMAJI, {"Gumma", "Gunma", "ぐんま"}},
        {FOLD_ROMAJI, {"Namba", "Nanba", "なんば"}},
        {FOLD_ROMAJI, {"meishi", "mesi", "めいし", "meisi"}},
        {FOLD_ROMAJI, {"chūgoku", "tyugoku", "ちゅうごく", "chuugoku"}},
        {FOLD_ROMAJI, {"matcha", "maccha", "まっちゃ", "mattya"}},
        {FOLD_ROMAJI, {"tsuzuku", "tuduku", "つづく"}},
        {FOLD_ROMAJI, {"Shizuoka", "Sizuoka", "しずおか"}},
        {FOLD_ROMAJI, {"Vetonamu", "betonamu", "ベトナム", "ヴェトナム"}},
        {FOLD_KOREAN_ROMAN, {"부산", "Busan", "Pusan", "Boosan"}},
        {FOLD_KOREAN_ROMAN, {"경기", "Gyeonggi", "Kyonggi", "Kyunggi", "Kyŏnggi", "Gyunggi"}},
        {FOLD_KOREAN_ROMAN, {"전주", "Jeonju", "Chonju", "Chŏnju", "Junju"}},
        {FOLD_KOREAN_ROMAN, {"인천", "Incheon", "Inchon", "Inch'ŏn"}},
        {FOLD_KOREAN_ROMAN, {"대구", "Daegu", "Taegu", "Taigu"}},
        {FOLD_KOREAN_ROMAN, {"거제", "Geoje", "Koje", "Kŏje"}},
        {FOLD_KOREAN_ROMAN, {"제주", "Jeju", "Cheju"}},
        {FOLD_KOREAN_ROMAN, {"ペ・パニョル", "ペパンヨル", "ベ・パンヨル", "ペ・パンニョル"}},
        {FOLD_KOREAN_ROMAN, {"キム・ボムホ", "キムポムホ"}},
        {FOLD_KOREAN_ROMAN, {"オ・ジャヒョン", "オ・チャヒョン", "O Ja-hyeon", "오자현"}},
        {FOLD_KOREAN_ROMAN, {"광주", "Gwangju", "Kwangju"}},
        {FOLD_KOREAN_ROMAN, {"서울", "Seoul", "Soul", "Sŏul"}},
        {FOLD_KOREAN_ROMAN, {"함평", "Hampyeong", "Hamp'yŏng", "Hampyong"}},
        {FOLD_KOREAN_ROMAN, {"전라", "Jeolla", "Cholla", "Chŏlla"}},
        {FOLD_KOREAN_ROMAN, {"종로", "Jongno", "Chongno", "Jongro"}},
        {FOLD_KOREAN_ROMAN, {"한국", "Hanguk", "Hankuk", "Han'guk"}},
        {FOLD_KOREAN_ROMAN, {"신라", "Silla", "Sinla"}},
        {FOLD_KOREAN_ROMAN, {"이천", "Icheon", "Ichon", "Eecheon"}},
        {FOLD_KOREAN_ROMAN, {"부천", "Bucheon", "Puchon", "Puch'ŏn"}},
        {FOLD_INITIALS, {"하마마쓰", "ㅎㅁㅁㅆ", "흐므므쓰"}},
        {FOLD_INITIALS, {"명함", "ㅁㅎ"}},
        {FOLD_KEYSTROKES, {"하맘", "하마ㅁ", "ㅎㅏㅁㅏㅁ"}},
        {FOLD_KEYSTROKES, {"관", "고ㅏㄴ"}},
        {FOLD_KEYSTROKES, {"넋", "넉ㅅ"}},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(groups); i++) {
        const struct group *group = &groups[i];
        struct str first = spelling(&arena, group->spelling, group->spellings[0]);
        assert_true(first.n > 0);
        for (size_t j = 1; j < ARRAY_LEN(group->spellings) && group->spellings[j]; j++) {
            struct str key = spelling(&arena, group->spelling, group->spellings[j]);
            if (!str_eq(key, first)) {
                fail_msg("%s is %.*s, %s is %.*s", group->spellings[0], STR_ARG(first),
                    group->spellings[j], STR_ARG(key));
            }
        }
    }
    arena_finish(&arena);
}

static void
test_spelling__keeps_other_names_apart(void **state) {
    (void)state;
    static const struct group groups[] = {
        {FOLD_HANGUL_SPELLING, {"부산", "부천"}},
        {FOLD_HANGUL_SPELLING, {"안산", "안양"}},
        {FOLD_HANGUL_SPELLING, {"도쿄", "교토"}},
        {FOLD_HANGUL_SPELLING, {"규슈", "군마"}},
        {FOLD_HANGUL_SPELLING, {"미노", "나노"}},
        {FOLD_ROMAJI, {"Kyushu", "Kyoto"}},
        {FOLD_ROMAJI, {"Mino", "Mina"}},
        {FOLD_KOREAN_ROMAN, {"Busan", "Bucheon"}},
        {FOLD_KOREAN_ROMAN, {"Wonju", "Jeonju"}},
        {FOLD_INITIALS, {"안산", "안양"}},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(groups); i++) {
        const struct group *group = &groups[i];
        struct str a = spelling(&arena, group->spelling, group->spellings[0]);
        struct str b = spelling(&arena, group->spelling, group->spellings[1]);
        assert_true(a.n > 0 && b.n > 0);
        assert_false(str_eq(a, b));
    }
    arena_finish(&arena);
}

/* Each step of typing 하마마쓰 and 도쿄 is a prefix of the whole. */
static void
test_spelling__every_keystroke_is_a_prefix(void **state) {
    (void)state;
    static const char *const steps[] = {
        "ㅎ", "하", "함", "하마", "하맘", "하마마", "하마마ㅆ", "하마마쓰"};
    struct arena arena;
    arena_init(&arena);
    struct str whole = spelling(&arena, FOLD_KEYSTROKES, "하마마쓰");
    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        assert_true(str_starts(whole, spelling(&arena, FOLD_KEYSTROKES, steps[i])));
    }
    arena_finish(&arena);
}

static void
test_spelling__has_none_where_it_does_not_belong(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_int_equal(spelling(&arena, FOLD_INITIALS, "Ansan").n, 0);
    assert_int_equal(spelling(&arena, FOLD_INITIALS, "안산city").n, 0);
    assert_int_equal(spelling(&arena, FOLD_HANGUL_SPELLING, "浜松").n, 0);
    assert_int_equal(spelling(&arena, FOLD_ROMAJI, "浜松").n, 0);
    assert_int_equal(spelling(&arena, FOLD_ROMAJI, "안산").n, 0);
    assert_int_equal(spelling(&arena, FOLD_KOREAN_ROMAN, "浜松").n, 0);
    assert_str_equal(spelling(&arena, FOLD_KEYSTROKES, "浜松a1"), "浜松a1");
    arena_finish(&arena);
}

static void
test_spelling__initials_mix_with_syllables(void **state) {
    (void)state;
    assert_true(fold_is_initials(STR("ㅎㅁㅁㅆ")));
    assert_false(fold_is_initials(STR("하ㅁㅁㅆ")));
    assert_false(fold_is_initials(STR("ㅏ")));
    assert_false(fold_is_initials(STR("")));
    assert_true(fold_initials_match(STR("하ㅁㅁ"), STR("하마마쓰")));
    assert_true(fold_initials_match(STR("ㅎ마ㅁ쓰"), STR("하마마쓰")));
    assert_false(fold_initials_match(STR("하ㅁㅆ"), STR("하마마쓰")));
    assert_false(fold_initials_match(STR("하ㅁㅁㅆㅅㅅ"), STR("하마마쓰시")));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spelling__one_key_for_all_spellings),
        cmocka_unit_test(test_spelling__keeps_other_names_apart),
        cmocka_unit_test(test_spelling__every_keystroke_is_a_prefix),
        cmocka_unit_test(test_spelling__has_none_where_it_does_not_belong),
        cmocka_unit_test(test_spelling__initials_mix_with_syllables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
