/* Which characters may start or end a Japanese line, by the classes of CSS Text `line-break`, for
 * strict, normal and loose; and that no layout breaks the rules while the measure allows. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "text/lines/para_emit.h"

enum { NEVER = 0, LOOSE = 1, NORMAL = 2, STRICT = 4, ALWAYS = 7 };

struct class_case {
    const char *name;
    unsigned allowed; /* in which modes a line may start with (or, `ends`, end with) them */
    bool ends;
    const char *characters;
};

/* CSS Text 3, 5.3; JLREQ 3.1.7 and appendix A for the rest. */
static const struct class_case classes[] = {
    {"small kana and the long-vowel mark", LOOSE | NORMAL, false,
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮ"
        "ｯｰ"},
    {"CJK hyphens", LOOSE | NORMAL, false, "〜゠～"},
    {"hyphens after an ideograph", LOOSE, false, "‐–"},
    {"iteration marks", LOOSE, false, "々〻ゝゞヽヾ"},
    {"centred punctuation", LOOSE, false, "・：；･‼⁇⁈⁉！？"},
    {"postfixes", LOOSE, false, "%¢°‰′″℃％￠"},
    {"prefixes", LOOSE, true, "€№＄￡￥±"},
    {"closing punctuation", NEVER, false, "、。，．）〕］｝〉》」』】〙〗｠»”’｡､)]}"},
    {"opening punctuation", NEVER, true, "（〔［｛〈《「『【〘〖｟«“‘([{"},
    {"ordinary characters", ALWAYS, false, "字あアん〒■①龍"},
};

static bool
may_break(enum text_kinsoku kinsoku, const char *text, uint32_t byte) {
    struct text_style style = fixture_style(LOCALE_JA);
    style.kinsoku = kinsoku;
    const struct para *para = fixture_layout(&style, text, 100);
    const struct shaped *shaped = ((const struct para_box *)para)->shaped;
    for (size_t i = 0; i < shaped->cluster_count; i++) {
        if (shaped->clusters[i].byte == byte) {
            return shaped->clusters[i].breaks >= BREAK_WORD;
        }
    }
    fail_msg("no cluster at byte %u of %s", byte, text);
    return false;
}

static void
test_kinsoku__follows_the_classes(void **state) {
    (void)state;
    static const enum text_kinsoku modes[] = {
        TEXT_KINSOKU_LOOSE, TEXT_KINSOKU_NORMAL, TEXT_KINSOKU_STRICT};
    int run = 0, failed = 0;
    for (size_t k = 0; k < sizeof(classes) / sizeof(classes[0]); k++) {
        struct str characters = str_from(classes[k].characters);
        for (size_t at = 0; at < characters.n;) {
            size_t start = at;
            utf8_next(characters, &at);
            char text[64];
            int n = (int)(at - start);
            snprintf(text, sizeof(text), "文字%.*s字字", n, characters.p + start);
            for (int mode = 0; mode < 3; mode++) {
                bool found = may_break(modes[mode], text, classes[k].ends ? 6 + (uint32_t)n : 6);
                run++;
                if (found != (classes[k].allowed >> mode & 1)) {
                    fprintf(stderr, "%s: %.*s %s in mode %d\n", classes[k].name, n,
                        characters.p + start, found ? "breaks" : "does not break", mode);
                    failed++;
                }
            }
        }
    }
    assert_true(run > 300);
    assert_int_equal(failed, 0);
}

static void
test_kinsoku__keeps_inseparable_characters(void **state) {
    (void)state;
    for (int mode = 0; mode < 3; mode++) {
        assert_int_equal(
            may_break((enum text_kinsoku)mode, "文……字", 6), mode == TEXT_KINSOKU_LOOSE);
        assert_int_equal(
            may_break((enum text_kinsoku)mode, "文‥‥字", 6), mode == TEXT_KINSOKU_LOOSE);
        assert_false(may_break((enum text_kinsoku)mode, "文——字", 6));
    }
}

/* What a line of body text keeps together, and where it may break although UAX #14 does not. */
static void
test_kinsoku__keeps_numbers_with_what_they_count(void **state) {
    (void)state;
    static const struct {
        float em;
        const char *text, *lines;
    } cases[] = {
        {5, "新しい第3条", "新しい|第3条"},
        {6.5f, "市内の約300人", "市内の|約300人"},
        {5, "来月の339種目", "来月の|339種目"},
        {5, "今年は5か国が", "今年は|5か国が"},
        {5, "全長は20キロ", "全長は|20キロ"},
        {5.5f, "これは6億3,000万", "これは|6億3,000万"},
        {6, "今は昭和62年です", "今は|昭和62年|です"},
        {5.2f, "会場はA4番街の", "会場はA4|番街の"}, /* a code counts nothing */
        {6.5f, "水は12.6％（年度）", "水は12.6％|（年度）"},
        {6, "宛先は〒160-0023です", "宛先は|〒160-0023|です"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_string_equal(fixture_break(LOCALE_JA, cases[i].text, cases[i].em), cases[i].lines);
    }
}

/* Full-width numbers with their marks and units hold as half-width ones do, and so do the hyphens
 * that Japanese is typed with. */
static void
test_kinsoku__keeps_full_width_numbers_whole(void **state) {
    (void)state;
    static const struct {
        float em;
        const char *text, *lines;
    } cases[] = {
        {7, "人口は４５３８２人です", "人口は|４５３８２人|です"},
        {10, "電話は（０３１）４８１２です", "電話は|（０３１）４８１２|です"},
        {10, "電話は(０３１)４８１２です", "電話は|(０３１)４８１２です"},
        {9, "電話は０３－１２３４－５６７８番です", "電話は|０３－１２３４－|５６７８番です"},
        {9, "電話は０３ー１２３４ー５６７８番です", "電話は|０３ー１２３４ー|５６７８番です"},
        {6, "明日の午前９：３０に", "明日の午前|９：３０に"},
        {8, "市の費用は￥１，２００で", "市の費用は|￥１，２００で"},
        {8, "およそ前の１２．５％です", "およそ前の|１２．５％です"},
        {8, "およそ前の１２．５ｋｍ先", "およそ前の|１２．５ｋｍ先"},
        {6, "市内のＮＨＫの会館", "市内のＮＨＫ|の会館"},
        {6, "また２０１２／１０に", "また|２０１２／|１０に"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_string_equal(fixture_break(LOCALE_JA, cases[i].text, cases[i].em), cases[i].lines);
    }
}

/* What UAX #14 calls inseparable begins no line, also where a face has another character for it. */
static void
test_kinsoku__begins_no_line_with_an_inseparable(void **state) {
    (void)state;
    static const char *const marks[] = {"\u2024", "\u2025", "\u2026", "\u22EF", "\uFE19"};
    static const char *const texts[LOCALE_COUNT] = {
        [LOCALE_KO] = "도시", [LOCALE_JA] = "東京", [LOCALE_EN] = "word"};
    char text[64];
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
            for (float em = 2.5f; em < 6; em += 0.25f) {
                snprintf(text, sizeof(text), "%s%s%s", texts[lang], marks[i], texts[lang]);
                const char *lines = fixture_break((enum locale_id)lang, text, em);
                const char *line = strchr(lines, '|');
                if (line && strncmp(line + 1, marks[i], strlen(marks[i])) == 0) {
                    fail_msg("%s at %g em", lines, (double)em);
                }
            }
        }
    }
}

static void
test_kinsoku__keeps_addresses_whole(void **state) {
    (void)state;
    assert_string_equal(
        fixture_break(LOCALE_JA, "窓口はa-desk@city.jpまで", 7.5f), "窓口は|a-desk@city.jp|まで");
    assert_string_equal(
        fixture_break(LOCALE_JA, "窓口はa-desk@city.jpまで", 5), "窓口は|a-desk@|city.jpまで");
}

static uint64_t
next_random(uint64_t *state) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

static bool
is_one_of(struct str s, size_t at, const char *set) {
    struct str all = str_from(set);
    uint32_t c = utf8_next(s, &at);
    for (size_t i = 0; i < all.n;) {
        if (utf8_next(all, &i) == c) {
            return true;
        }
    }
    return false;
}

/* Generated paragraphs: no line starts or ends with what it must not, whatever the extras. */
static void
test_kinsoku__holds_in_generated_paragraphs(void **state) {
    (void)state;
    static const char *const pieces[] = {"都市", "交流", "きょう", "コーヒー", "国", "です", "、",
        "。", "「", "」", "（", "）", "・", "と", "ゃ", "っ", "人々", "！", "？", "2012年", "AB"};
    static const char *const never_start = "、。」）・！？ゃゅょっァィゥェォッャュョー々";
    uint64_t seed = 1987;
    for (int round = 0; round < 1500; round++) {
        char text[1024];
        size_t n = 0;
        int count = 10 + (int)(next_random(&seed) % 50);
        for (int i = 0; i < count; i++) {
            const char *piece = pieces[next_random(&seed) % (sizeof(pieces) / sizeof(pieces[0]))];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        text[n] = '\0';
        for (int wide = 8; wide < 24; wide += 2) {
            struct text_style style = fixture_style(LOCALE_JA);
            style.hang = next_random(&seed) & 1;
            style.align = next_random(&seed) & 1 ? TEXT_ALIGN_JUSTIFY : TEXT_ALIGN_START;
            const struct para *para = fixture_layout(&style, text, (float)wide);
            const struct shaped *shaped = ((const struct para_box *)para)->shaped;
            size_t cluster = 0;
            for (size_t i = 1; i < para->line_count; i++) {
                while (shaped->clusters[cluster].byte < para->lines[i].start) {
                    cluster++;
                }
                if (shaped->clusters[cluster].breaks < BREAK_WORD) {
                    continue; /* a run of marks wider than the line leaves no choice */
                }
                assert_false(is_one_of(para->text, para->lines[i].start, never_start));
                size_t before = para->lines[i].start;
                utf8_prev(para->text, &before);
                assert_false(is_one_of(para->text, before, "「（"));
            }
        }
        text_engine_end_frame(fixture_engine());
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinsoku__follows_the_classes),
        cmocka_unit_test(test_kinsoku__keeps_inseparable_characters),
        cmocka_unit_test(test_kinsoku__keeps_numbers_with_what_they_count),
        cmocka_unit_test(test_kinsoku__keeps_full_width_numbers_whole),
        cmocka_unit_test(test_kinsoku__begins_no_line_with_an_inseparable),
        cmocka_unit_test(test_kinsoku__keeps_addresses_whole),
        cmocka_unit_test(test_kinsoku__holds_in_generated_paragraphs),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}
