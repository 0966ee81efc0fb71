/* White space the font does not decide: squeezed pairs, trimmed edges, hanging, autospace,
 * justification; Korean has its own ways. Widths in thousandths of an em. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "text/lines/para_emit.h"

/* Advance of the whole text between two ideographs, which take no part. */
static int
inner_width(enum locale_id lang, const char *text) {
    char padded[128];
    struct text_style style = fixture_style(lang);
    snprintf(padded, sizeof(padded), "国%s国", text);
    const struct para *para = fixture_layout(&style, padded, 100);
    const struct shaped *shaped = ((const struct para_box *)para)->shaped;
    return (int)line_width(shaped, 0, (int32_t)shaped->cluster_count, false) - 2000;
}

static void
test_spacing__squeezes_neighbouring_marks(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int width;
    } cases[] = {{"「", 1000}, {"」", 1000}, {"、", 1000}, {"・", 1000}, {"「「", 1500},
        {"」」", 1500}, {"」「", 1500}, {"、「", 1500}, {"。」", 1500}, {"」、", 1500},
        {"」。", 1500}, {"・「", 1500}, {"」・", 1500}, {"（（（", 2000}, {"）））", 2000},
        {"」）。", 2000}, {"。「（", 2000}, {"　「", 1500}, {"」　", 1500}, {"！」", 2000},
        {"「！", 2000}, {"「字」", 3000}, {"：「", 1500}, {"、、", 1500}, {"〉《", 1500},
        {"』（", 1500}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        if (inner_width(LOCALE_JA, cases[i].text) != cases[i].width) {
            fail_msg("%s measures %d, not %d", cases[i].text, inner_width(LOCALE_JA, cases[i].text),
                cases[i].width);
        }
    }
}

static void
test_spacing__is_alike_in_vertical_text(void **state) {
    (void)state;
    static const char *const texts[] = {"国」、国", "国「「国", "国。」国", "国・「国", "国国国国"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct text_style style = fixture_style(LOCALE_JA);
        float across = fixture_layout(&style, texts[i], 100)->width_px;
        style.vertical = true;
        assert_true(fabsf(fixture_layout(&style, texts[i], 100)->height_px - across) < 0.05f);
    }
}

static void
test_spacing__trims_line_edges(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    const struct para *para = fixture_layout(&style, "「国国国国」国国", 5);
    /* 「 loses its left half at the start, 」 its right half at the end: five ems hold six. */
    assert_string_equal(fixture_lines(para), "「国国国国」|国国");
    assert_int_equal(para->lines[0].width, 5 * 20 * 64);
    assert_int_equal(para->glyphs[0].x, -10 * 64);
    assert_int_equal(para->clusters[0].x, 0);
}

static void
test_spacing__hangs_commas_by_policy(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    assert_string_equal(fixture_lines(fixture_layout(&style, "国国国国、国", 4)), "国国国|国、国");
    style.hang = true;
    const struct para *para = fixture_layout(&style, "国国国国、国国", 4);
    assert_string_equal(fixture_lines(para), "国国国国、|国国");
    assert_int_equal(para->lines[0].width, 4 * 20 * 64);
    assert_int_equal(para->glyphs[4].x, 4 * 20 * 64); /* outside the box */
    assert_string_equal(fixture_lines(fixture_layout(&style, "国国国国」国", 4)), "国国国|国」国");
}

static void
test_spacing__parts_ideographs_from_latin(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int gaps;
    } cases[] = {{"A", 2}, {"1", 2}, {"12", 2}, {"あA", 2}, {"ー1", 2}, {"（A", 1}, {" A", 1},
        {"Ａ", 0}, {"%", 0}, {"〇", 0}, {"、A、", 0}, {"한", 0}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char padded[128];
        struct text_style style = fixture_style(LOCALE_JA);
        snprintf(padded, sizeof(padded), "国%s国", cases[i].text);
        const struct para *para = fixture_layout(&style, padded, 100);
        const struct shaped *shaped = ((const struct para_box *)para)->shaped;
        int gaps = 0;
        for (size_t c = 0; c < shaped->cluster_count; c++) {
            assert_true(shaped->clusters[c].gap == 0 || shaped->clusters[c].gap == 125);
            gaps += shaped->clusters[c].gap > 0;
        }
        if (gaps != cases[i].gaps) {
            fail_msg("%s has %d gaps, not %d", padded, gaps, cases[i].gaps);
        }
        style.lang = LOCALE_KO;
        snprintf(padded, sizeof(padded), "국%s國", cases[i].text);
        if (strstr(padded, "あ") || strstr(padded, "ー")) {
            continue; /* kana are Japanese, wherever they stand */
        }
        para = fixture_layout(&style, padded, 100);
        shaped = ((const struct para_box *)para)->shaped;
        for (size_t c = 0; c < shaped->cluster_count; c++) {
            assert_int_equal(shaped->clusters[c].gap, 0);
        }
    }
}

static void
test_spacing__halves_brackets_in_korean(void **state) {
    (void)state;
    assert_int_equal(inner_width(LOCALE_KO, "「字」"), 2000);
    assert_int_equal(inner_width(LOCALE_KO, "『字』"), 2000);
}

static void
test_spacing__shrinks_before_it_breaks(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_EN);
    const char *text = "one two three four five";
    float natural =
        para_measure(fixture_engine(), STR("one two three four"), &style, NULL, 0).max_px;
    style.align = TEXT_ALIGN_JUSTIFY;
    const struct para *para = fixture_layout(&style, text, (natural - 1) / 20);
    assert_string_equal(fixture_lines(para), "one two three four|five");
    const struct text_glyph *last = &para->glyphs[para->lines[0].glyph_count - 1];
    assert_in_range((last->x + last->advance + 32) / 64, natural - 2, natural);
}

static void
test_spacing__leaves_lone_words_alone(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_KO);
    style.align = TEXT_ALIGN_JUSTIFY;
    const struct para *para =
        fixture_layout(&style, "경제협력협의회는 초광역경제권형성을 말한다", 10);
    assert_true(para->lines[0].width < 9 * 20 * 64);
}

static void
test_spacing__aligns(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    style.align = TEXT_ALIGN_CENTER;
    assert_int_equal(fixture_layout(&style, "国国", 10)->lines[0].x, 4 * 20 * 64);
    style.align = TEXT_ALIGN_END;
    assert_int_equal(fixture_layout(&style, "国国", 10)->glyphs[0].x, 8 * 20 * 64);
}

static void
test_spacing__sets_kana_solid(void **state) {
    (void)state;
    static const char *const texts[] = {"あてとい", "アイクグ", "くにぐに", "くみハト", "ア、す。"};
    struct text_style plain = fixture_style(LOCALE_JA);
    /* letters in the run ask for kerning, and kana still do not move */
    const struct para *mixed = fixture_layout(&plain, "Kimと申します。くみハト、次", 100);
    for (size_t i = 4; i < mixed->cluster_count; i++) {
        assert_int_equal(mixed->clusters[i].advance, 20 * 64);
    }
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct text_style style = fixture_style(LOCALE_JA);
        float em = i < 4 ? 80 : 70; /* the end of the last one is trimmed */
        assert_int_equal(fixture_layout(&style, texts[i], 100)->lines[0].width, (int)em * 64);
        style.vertical = true;
        assert_true(fixture_layout(&style, texts[i], 100)->height_px == em);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spacing__squeezes_neighbouring_marks),
        cmocka_unit_test(test_spacing__is_alike_in_vertical_text),
        cmocka_unit_test(test_spacing__trims_line_edges),
        cmocka_unit_test(test_spacing__hangs_commas_by_policy),
        cmocka_unit_test(test_spacing__parts_ideographs_from_latin),
        cmocka_unit_test(test_spacing__halves_brackets_in_korean),
        cmocka_unit_test(test_spacing__shrinks_before_it_breaks),
        cmocka_unit_test(test_spacing__leaves_lone_words_alone),
        cmocka_unit_test(test_spacing__aligns),
        cmocka_unit_test(test_spacing__sets_kana_solid),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}
