/* Layout as the rest of the program sees it. */
#include "text_fixture.h"

#include "base/check.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#include "base/xalloc.h"

static void
test_para__advances_add_up_to_the_line(void **state) {
    (void)state;
    static const char *const texts[] = {"자매도시 교류 2012년", "浜松市は「静岡県」、AとB。",
        "Sister cities, Vienna AV To.", "日本語 한국어 English"};
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        for (size_t t = 0; t < sizeof(texts) / sizeof(texts[0]); t++) {
            struct text_style style = fixture_style((enum locale_id)lang);
            style.size_px = 23.7f;
            const struct para *para = fixture_layout(&style, texts[t], 8);
            for (size_t i = 0; i < para->line_count; i++) {
                const struct text_line *line = &para->lines[i];
                int32_t sum = 0;
                for (uint32_t g = 0; g < line->glyph_count; g++) {
                    sum += para->glyphs[line->glyph + g].advance;
                }
                const struct text_glyph *first = &para->glyphs[line->glyph];
                /* A 「 of a full cell gives up its half before the line; a Korean one is half. */
                bool cell = (float)first->advance > style.size_px * 48;
                int32_t cut = cell && first->x < line->x ? line->x - first->x : 0;
                assert_in_range(line->width + 1 - (sum - cut), 0, 2);
            }
        }
    }
}

static void
test_para__empty_and_newlines(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_KO);
    const struct para *para = fixture_layout(&style, "", 10);
    assert_int_equal(para->line_count, 1);
    assert_int_equal(para->glyph_count, 0);
    assert_true(para->height_px == 30);
    assert_string_equal(fixture_lines(fixture_layout(&style, "가\n나\r\n\n다", 10)), "가|나||다");
    assert_string_equal(fixture_lines(fixture_layout(&style, "가\u2028나", 10)), "가|나");
}

static void
test_para__replaces_invalid_utf8(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_KO);
    const struct para *para = fixture_layout(&style, "a\xE3\x81z\xFF\xFE", 20);
    assert_int_equal(para->glyph_count, 5); /* a U+FFFD z U+FFFD U+FFFD */
    static const uint32_t clusters[] = {0, 1, 3, 4, 5};
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(para->glyphs[i].cluster, clusters[i]);
    }
    assert_int_equal(para->missing, 0);
}

static void
test_para__counts_what_no_font_has(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_KO);
    const struct para *para = fixture_layout(&style, "가\u0E01\u0E02나", 20);
    assert_int_equal(para->missing, 2);
    assert_int_equal(para->glyphs[1].id, 0);
}

static void
test_para__shows_what_looks_alike(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_KO);
    const struct para *para = fixture_layout(&style, "기술\u2024경제", 20);
    assert_int_equal(para->missing, 0);
    assert_int_equal(para->glyphs[2].id, fixture_layout(&style, "·", 20)->glyphs[0].id);
    assert_int_equal(para->text.n, 15); /* the text keeps its character */
    para = fixture_layout(&style, "5\u202F%\u2007\u2003a", 20);
    assert_int_equal(para->missing, 0);
    assert_true(para->clusters[4].advance == 20 * 64); /* an em space */
}

/* The face of last resort takes the word, not the letter; a bold letter stays bold. Without such a
 * face there is nothing to see. */
static void
test_para__draws_a_word_with_one_face(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_EN);
    struct text_engine *engine = fixture_engine();
    const struct para *para = fixture_layout(&style, "see Ђурић", 20);
    if (para->missing > 0) {
        skip();
    }
    uint16_t plain = para->glyphs[0].face, resort = para->glyphs[4].face;
    assert_int_not_equal(plain, resort);
    assert_int_equal(para->glyphs[2].face, plain);
    for (size_t i = 4; i < 9; i++) {
        assert_int_equal(para->glyphs[i].face, resort);
    }
    struct text_span span = {.start = 1, .end = 2, .lang = LOCALE_EN, .weight = TEXT_BOLD};
    para = para_layout(engine, STR("abcЂ"), &style, &span, 1, 400);
    assert_int_equal(engine->fonts.faces[para->glyphs[1].face].weight, TEXT_BOLD);
    assert_int_equal(engine->fonts.faces[para->glyphs[0].face].weight, TEXT_REGULAR);
}

static void
test_para__composes_decomposed_hangul(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_KO);
    const struct para *nfd = fixture_layout(&style, "\u1112\u1161\u11AB\u1100\u1173\u11AF", 20);
    const struct para *nfc = fixture_layout(&style, "한글", 20);
    assert_int_equal(nfd->glyph_count, 2);
    assert_int_equal(nfd->glyphs[0].id, nfc->glyphs[0].id);
    assert_int_equal(nfd->glyphs[1].id, nfc->glyphs[1].id);
    assert_int_equal(nfd->lines[0].width, nfc->lines[0].width);
}

static void
test_para__draws_old_hangul_in_one_cell(void **state) {
    (void)state;
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        struct text_style style = fixture_style((enum locale_id)lang);
        const struct para *para = fixture_layout(&style, "\u1112\u119E\u11AB", 20); /* ᄒᆞᆫ */
        assert_int_equal(para->missing, 0);
        assert_int_equal(para->cluster_count, 1);
        assert_in_range(para->lines[0].width, 17 * 64, 20 * 64);
    }
}

static void
test_para__shapes_han_by_language(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    /* U+9E7F 鹿 is drawn alike; U+8AAA 說 differs between the Japanese and the Korean face. */
    uint32_t ja = fixture_layout(&style, "戶", 20)->glyphs[0].id;
    style.lang = LOCALE_KO;
    uint32_t ko = fixture_layout(&style, "戶", 20)->glyphs[0].id;
    struct text_span span = {.start = 0, .end = 3, .lang = LOCALE_JA};
    const struct para *mixed = para_layout(fixture_engine(), STR("戶는"), &style, &span, 1, 400);
    assert_int_equal(mixed->glyphs[0].id, ja);
    (void)ko;
}

static void
test_para__keeps_variants_of_names(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    uint32_t plain = fixture_layout(&style, "辻", 20)->glyphs[0].id;
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        style.lang = (enum locale_id)lang;
        const struct para *para = fixture_layout(&style, "辻\U000E0100さん", 20);
        assert_int_equal(para->cluster_count, 3);
        assert_int_equal(para->missing_variants, 0);
        assert_int_not_equal(para->glyphs[0].id, plain);
        assert_int_equal(para->glyphs[0].advance, 20 * 64);
    }
    style.lang = LOCALE_JA;
    const struct para *unknown = fixture_layout(&style, "国\U000E01EF", 20);
    assert_int_equal(unknown->missing_variants, 1);
    assert_int_equal(unknown->glyphs[0].id, fixture_layout(&style, "国", 20)->glyphs[0].id);
    /* Compatibility ideographs are not folded into their canonical twins. */
    assert_int_not_equal(fixture_layout(&style, "\uFA19", 20)->glyphs[0].id,
        fixture_layout(&style, "\u795E", 20)->glyphs[0].id);
}

static void
test_para__uses_real_bold(void **state) {
    (void)state;
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        struct text_style style = fixture_style((enum locale_id)lang);
        style.weight = TEXT_BOLD;
        const struct para *para = fixture_layout(&style, "한国A", 20);
        for (size_t i = 0; i < para->glyph_count; i++) {
            assert_int_equal(fixture_engine()->fonts.faces[para->glyphs[i].face].weight, TEXT_BOLD);
        }
    }
}

static void
test_para__measures_what_it_lays_out(void **state) {
    (void)state;
    static const char *const texts[] = {
        "자매도시 교류를 소개합니다", "浜松市は静岡県です。", "Sister cities exchange", "가", ""};
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        for (size_t t = 0; t < sizeof(texts) / sizeof(texts[0]); t++) {
            for (float size = 9.3f; size < 60; size *= 1.37f) {
                struct text_style style = fixture_style((enum locale_id)lang);
                style.size_px = size;
                struct para_widths widths =
                    para_measure(fixture_engine(), str_from(texts[t]), &style, NULL, 0);
                const struct para *para = para_layout(
                    fixture_engine(), str_from(texts[t]), &style, NULL, 0, widths.max_px);
                assert_int_equal(para->line_count, 1);
                assert_true(para->width_px <= widths.max_px);
                para = para_layout(
                    fixture_engine(), str_from(texts[t]), &style, NULL, 0, para->width_px);
                assert_int_equal(para->line_count, 1);
                assert_true(widths.min_px <= widths.max_px);
            }
        }
    }
}

static void
test_para__caches_by_everything_it_depends_on(void **state) {
    (void)state;
    struct text_engine *engine = fixture_engine();
    struct text_style style = fixture_style(LOCALE_KO);
    char text[] = "같은 문단을 다시 찾는다";
    const struct para *first = fixture_layout(&style, text, 6);
    uint64_t allocations = xalloc_count();
    struct text_counters before = text_engine_counters(engine);
    assert_ptr_equal(fixture_layout(&style, text, 6), first);
    assert_int_equal(xalloc_count(), allocations);
    const struct para *wider = fixture_layout(&style, text, 9);
    assert_ptr_not_equal(wider, first);
    style.size_px = 30;
    fixture_layout(&style, text, 9);
    assert_int_equal(text_engine_counters(engine).shape_calls, before.shape_calls);
    style.lang = LOCALE_JA;
    fixture_layout(&style, text, 9);
    assert_int_not_equal(text_engine_counters(engine).shape_calls, before.shape_calls);
    style = fixture_style(LOCALE_KO);
    text[0] = 'X'; /* another text at the same address */
    assert_ptr_not_equal(fixture_layout(&style, text, 6), first);
}

static void
test_para__survives_the_frames_it_promises(void **state) {
    (void)state;
    struct text_engine *engine = fixture_engine();
    struct text_style style = fixture_style(LOCALE_KO);
    size_t budget = engine->cache.budget;
    engine->cache.budget = 1;
    const struct para *para = fixture_layout(&style, "이 문단은 두 번째 프레임까지 산다", 6);
    text_engine_end_frame(engine);
    assert_int_equal(para->lines[0].start, 0);
    assert_true(engine->cache.count > 0);
    text_engine_end_frame(engine);
    assert_int_equal(engine->cache.count, 0);
    assert_int_equal(engine->cache.bytes, 0);
    engine->cache.budget = budget;
}

static void
test_para__truncates_with_an_ellipsis(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_KO);
    style.max_lines = 2;
    const struct para *para =
        fixture_layout(&style, "경제협력협의회는 부산과 후쿠오카의 여러 기관이 함께 만들었다", 9);
    assert_true(para->truncated);
    assert_int_equal(para->line_count, 2);
    assert_true(para->lines[1].width <= 9 * 20 * 64);
    style.max_lines = 9;
    para = fixture_layout(&style, "짧은 글", 9);
    assert_false(para->truncated);
}

/* An English ellipsis stands on the baseline, written or cut; the others are centred in their em.
 */
static void
test_para__sets_an_english_ellipsis_on_the_baseline(void **state) {
    (void)state;
    uint32_t glyphs[LOCALE_COUNT][2];
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        struct text_style style = fixture_style((enum locale_id)lang);
        const struct para *para = fixture_layout(&style, "Wait…", 20);
        glyphs[lang][0] = para->glyphs[4].id;
        style.max_lines = 1;
        para = fixture_layout(&style, "Wait, everybody", 6);
        assert_true(para->truncated);
        glyphs[lang][1] = para->glyphs[para->glyph_count - 1].id;
        assert_int_equal(glyphs[lang][0], glyphs[lang][1]);
    }
    assert_int_not_equal(glyphs[LOCALE_EN][0], glyphs[LOCALE_JA][0]);
    assert_int_equal(glyphs[LOCALE_KO][0], glyphs[LOCALE_JA][0]);
}

/* The last line takes a word from the one before, if that one stays three quarters full. */
static void
test_para__leaves_no_syllable_alone(void **state) {
    (void)state;
    static const struct {
        enum locale_id lang;
        float em;
        const char *text, *lines;
    } cases[] = {
        {LOCALE_KO, 11, "자매도시와 함께 걸어온 옛 길", "자매도시와 함께 걸어온|옛 길"},
        {LOCALE_KO, 12, "국제교류협력추진 것 길", "국제교류협력추진 것 길"},
        {LOCALE_KO, 8, "가나다라 마바사아 길", "가나다라|마바사아 길"},
        {LOCALE_EN, 10.5f, "exchange between us all I", "exchange between us|all I"},
        {LOCALE_EN, 17, "Here is what he had recommended in 2012.",
            "Here is what he had recommended|in 2012."},
        {LOCALE_JA, 10, "国国国国国国国国国国国", "国国国国国国国国国|国国"},
        {LOCALE_JA, 5, "住民票の写しを受け取る", "住民票の写|しを受け|取る"},
        {LOCALE_JA, 7, "会議に参加しました。", "会議に参加しま|した。"},
        {LOCALE_KO, 8, "비가 온다. 우산을 써.", "비가 온다.|우산을 써."},
        {LOCALE_KO, 6, "나는 너를 안 봐.", "나는 너를|안 봐."},
        /* what is left of a word too long for its line, too */
        {LOCALE_KO, 9, "한국교육과정평가원장", "한국교육과정평가|원장"},
        {LOCALE_KO, 7, "50,000원입니다.", "50,000원입|니다."},
        {LOCALE_KO, 6, "제14조제1항에 따라", "제14조|제1항에 따라"},
        {LOCALE_EN, 4.3f, "exchanges", "exchan|ges"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct text_style style = fixture_style(cases[i].lang);
        assert_string_equal(
            fixture_lines(fixture_layout(&style, cases[i].text, cases[i].em)), cases[i].lines);
    }
}

static void
test_para__truncates_between_whole_things(void **state) {
    (void)state;
    static const struct {
        enum locale_id lang;
        float em;
        const char *text, *shown;
    } cases[] = {
        {LOCALE_JA, 6, "浜松市は静岡県にあります", "浜松市は静"},
        {LOCALE_JA, 7, "浜松市国際（交流協会）", "浜松市国際"},
        {LOCALE_JA, 9, "市（国）の交流協会の会議", "市（国）の交流協"},
        {LOCALE_KO, 4, "\u1112\u1161\u11AB\u1100\u1173\u11AF을 배우자",
            "\u1112\u1161\u11AB\u1100\u1173\u11AF을"},
        {LOCALE_EN, 5, "Sister cities", "Sister ci"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct text_style style = fixture_style(cases[i].lang);
        style.max_lines = 1;
        const struct para *para = fixture_layout(&style, cases[i].text, cases[i].em);
        assert_true(para->truncated);
        assert_string_equal(fixture_lines(para), cases[i].shown);
        assert_true(para->lines[0].width <= cases[i].em * 20 * 64);
    }
}

static void
test_para__survives_a_hundred_thousand_lines(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_KO);
    struct str_buf text = {0};
    style.size_px = style.line_height_px = 1000;
    for (int i = 0; i < 100000; i++) {
        str_buf_byte(&text, '\n');
    }
    const struct para *para =
        para_layout(fixture_engine(), str_buf_str(&text), &style, NULL, 0, 100);
    assert_int_equal(para->line_count, 100000);
    assert_true(para->lines[99999].baseline > 0);
    str_buf_finish(&text);
}

static void
test_para__sets_digits_of_one_width(void **state) {
    (void)state;
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        struct text_style style = fixture_style((enum locale_id)lang);
        style.tabular_digits = true;
        int32_t width = fixture_layout(&style, "1111", 40)->lines[0].width;
        assert_int_equal(fixture_layout(&style, "8098", 40)->lines[0].width, width);
    }
}

/* Beside Han, kana and Hangul; what holds letters and digits together goes with them. */
static void
test_para__draws_latin_larger_where_it_is_asked(void **state) {
    (void)state;
    static const struct {
        enum locale_id lang;
        const char *text, *larger; /* x: that character is */
    } cases[] = {
        {LOCALE_KO, "2012년 KTX를", "xxxx..xxx."},
        {LOCALE_KO, "1,000명, 1.5% (3)", "xxxxx...xxxx..x."},
        {LOCALE_JA, "第3回ＡB", ".x..x"},
        {LOCALE_EN, "In 2012", "......."},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct text_style style = fixture_style(cases[i].lang);
        const struct para *plain = fixture_layout(&style, cases[i].text, 60);
        float ink = plain->ink_px;
        struct text_glyph before[20];
        size_t count = plain->glyph_count;
        assert_true(count <= ARRAY_LEN(before) && count >= strlen(cases[i].larger));
        memcpy(before, plain->glyphs, count * sizeof(before[0]));
        style.optical = true;
        const struct para *para = fixture_layout(&style, cases[i].text, 60);
        assert_int_equal(para->glyph_count, count);
        assert_true(para->ink_px == ink);
        for (size_t g = 0; g < strlen(cases[i].larger); g++) {
            bool is_larger = cases[i].larger[g] == 'x';
            int32_t size = is_larger ? 20 * 64 * 1080 / 1000 : 20 * 64;
            int32_t advance = before[g].advance * (is_larger ? 1080 : 1000) / 1000;
            assert_int_equal(para->glyphs[g].id, before[g].id);
            assert_int_equal(para->glyphs[g].size_26_6, size);
            bool is_spaced = cases[i].lang == LOCALE_JA; /* from Han, by an unchanged space */
            assert_in_range(para->glyphs[g].advance, advance - (is_spaced ? 20 : 2), advance + 2);
        }
    }
}

static void
test_para__justifies_to_an_exact_edge(void **state) {
    (void)state;
    static const char *const texts[] = {
        "浜松市は静岡県の西部にある都市で、1981年に交流を始めました。楽器の産業が盛んです。",
        "자매도시 교류는 문화와 경제의 여러 분야에서 서로의 발전을 돕는 일이다.",
        "Sister cities help each other in culture, in schools and in trade."};
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        struct text_style style = fixture_style((enum locale_id)lang);
        style.align = TEXT_ALIGN_JUSTIFY;
        const char *text = texts[lang == LOCALE_JA ? 0 : lang == LOCALE_KO ? 1 : 2];
        const struct para *para = fixture_layout(&style, text, 12.3f);
        for (size_t i = 0; i + 1 < para->line_count; i++) {
            const struct text_line *line = &para->lines[i];
            const struct text_glyph *last = &para->glyphs[line->glyph + line->glyph_count - 1];
            assert_in_range(line->width, 12.3 * 20 * 64 - 3, 12.3 * 20 * 64);
            assert_in_range(last->x + last->advance, 12.3 * 20 * 64 - 3 - 640, 12.3 * 20 * 64 + 1);
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_para__advances_add_up_to_the_line),
        cmocka_unit_test(test_para__empty_and_newlines),
        cmocka_unit_test(test_para__replaces_invalid_utf8),
        cmocka_unit_test(test_para__counts_what_no_font_has),
        cmocka_unit_test(test_para__shows_what_looks_alike),
        cmocka_unit_test(test_para__draws_a_word_with_one_face),
        cmocka_unit_test(test_para__composes_decomposed_hangul),
        cmocka_unit_test(test_para__draws_old_hangul_in_one_cell),
        cmocka_unit_test(test_para__shapes_han_by_language),
        cmocka_unit_test(test_para__keeps_variants_of_names),
        cmocka_unit_test(test_para__uses_real_bold),
        cmocka_unit_test(test_para__measures_what_it_lays_out),
        cmocka_unit_test(test_para__caches_by_everything_it_depends_on),
        cmocka_unit_test(test_para__survives_the_frames_it_promises),
        cmocka_unit_test(test_para__truncates_with_an_ellipsis),
        cmocka_unit_test(test_para__sets_an_english_ellipsis_on_the_baseline),
        cmocka_unit_test(test_para__leaves_no_syllable_alone),
        cmocka_unit_test(test_para__truncates_between_whole_things),
        cmocka_unit_test(test_para__survives_a_hundred_thousand_lines),
        cmocka_unit_test(test_para__sets_digits_of_one_width),
        cmocka_unit_test(test_para__draws_latin_larger_where_it_is_asked),
        cmocka_unit_test(test_para__justifies_to_an_exact_edge),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}
