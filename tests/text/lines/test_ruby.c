/* Readings, emphasis dots, vertical text. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

static const struct para *
with_ruby(const char *text, size_t start, size_t end, const char *ruby, float em) {
    struct text_style style = fixture_style(LOCALE_JA);
    struct text_span span = {.start = start, .end = end, .lang = LOCALE_JA, .ruby = str_from(ruby)};
    return para_layout(fixture_engine(), str_from(text), &style, &span, 1, em * 20);
}

/* Glyphs of readings: how many, and the extent of the first line's. */
static uint32_t
ruby_extent(const struct para *para, int32_t *start, int32_t *end) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < para->lines[0].glyph_count; i++) {
        const struct text_glyph *glyph = &para->glyphs[i];
        if (glyph->flags & TEXT_GLYPH_RUBY) {
            *start = n == 0 ? glyph->x : *start;
            *end = glyph->x + glyph->advance;
            assert_int_equal(glyph->size_26_6, 10 * 64);
            assert_true(glyph->y < para->lines[0].baseline - 16 * 64);
            n++;
        }
    }
    return n;
}

static void
test_ruby__centres_mono(void **state) {
    (void)state;
    int32_t start = 0, end = 0;
    const struct para *para = with_ruby("国の人", 0, 3, "くに", 10);
    assert_int_equal(ruby_extent(para, &start, &end), 2);
    assert_int_equal(start, 0); /* two half-size kana over one character */
    assert_int_equal(end, 20 * 64);
    para = with_ruby("国の人", 6, 9, "ひ", 10);
    assert_int_equal(ruby_extent(para, &start, &end), 1);
    assert_int_equal(start, (2 * 20 + 5) * 64);
}

static void
test_ruby__spreads_the_base_under_a_long_reading(void **state) {
    (void)state;
    const struct para *para = with_ruby("国人人", 0, 3, "くにぐに", 10);
    assert_int_equal(para->clusters[0].advance, 40 * 64);
    assert_int_equal(para->lines[0].width, 80 * 64);
    assert_int_equal(para->glyphs[0].x, 10 * 64); /* centred under it */
}

/* くにの stands over の and を, half an em in all over each; not over kanji, not beyond an edge. */
static void
test_ruby__stands_over_kana(void **state) {
    (void)state;
    int32_t start = 0, end = 0;
    const struct para *para = with_ruby("の国を人", 3, 6, "くにぐ", 10);
    assert_int_equal(ruby_extent(para, &start, &end), 3);
    assert_int_equal(para->clusters[1].advance, 20 * 64); /* the base keeps its em */
    assert_int_equal(start, 15 * 64);
    assert_int_equal(end, 45 * 64);
    assert_int_equal(para->lines[0].width, 80 * 64);
    para =
        with_ruby("の国を人", 3, 6, "くにぐにく", 10); /* half an em either side, and half more */
    assert_int_equal(para->clusters[1].advance, 30 * 64);
    ruby_extent(para, &start, &end);
    assert_int_equal(start, 10 * 64);
    assert_int_equal(end, 60 * 64);
    para = with_ruby("人国を人", 3, 6, "くにぐ", 10);
    ruby_extent(para, &start, &end);
    assert_int_equal(start, 20 * 64);
    assert_int_equal(end, 50 * 64); /* to one side only */
    assert_int_equal(para->lines[0].width, 85 * 64);
    para = with_ruby("国を", 0, 3, "くにぐ", 10); /* at an edge the line makes room */
    ruby_extent(para, &start, &end);
    assert_int_equal(start, 0);
    assert_int_equal(para->lines[0].width, 45 * 64);
    para = with_ruby("の国", 3, 6, "くにぐ", 10);
    ruby_extent(para, &start, &end);
    assert_int_equal(start, 15 * 64);
    assert_int_equal(end, 45 * 64);
    assert_int_equal(para->lines[0].width, 45 * 64);
}

/* The same base at the end of a line, at the start of the next, and between. */
static void
test_ruby__lines_are_as_wide_as_readings(void **state) {
    (void)state;
    for (float em = 1; em < 6; em += 0.25f) {
        const struct para *para = with_ruby("のの国のの", 6, 9, "くにぐ", em);
        for (size_t i = 0; i < para->line_count; i++) {
            const struct text_line *line = &para->lines[i];
            for (uint32_t g = line->glyph; g < line->glyph + line->glyph_count; g++) {
                assert_true(para->glyphs[g].x >= 0);
                assert_true(para->glyphs[g].x + para->glyphs[g].advance <= line->width);
            }
            assert_true(line->width <= em * 20 * 64 || line->end - line->start <= 3);
        }
    }
}

/* Justification opens a gap behind the base; the reading stays over the base. */
static void
test_ruby__stays_over_a_justified_base(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    style.align = TEXT_ALIGN_JUSTIFY;
    struct text_span span = {.start = 0, .end = 3, .lang = LOCALE_JA, .ruby = STR("か")};
    const struct para *para =
        para_layout(fixture_engine(), STR("国国国国国国国"), &style, &span, 1, 75);
    int32_t start = 0, end = 0;
    assert_int_equal(para->lines[0].width, 75 * 64);
    assert_int_equal(ruby_extent(para, &start, &end), 1);
    assert_int_equal((start + end) / 2, 10 * 64);
}

static void
test_ruby__never_breaks_a_group_but_breaks_jukugo(void **state) {
    (void)state;
    assert_string_equal(
        fixture_lines(with_ruby("国国浜松市", 6, 12, "はままつ", 3)), "国国|浜松市");
    assert_string_equal(
        fixture_lines(with_ruby("国国浜松市", 6, 12, "はま|まつ", 3)), "国国浜|松市");
    /* One part is too wide for its character, both together are not: one reading, unbroken. */
    assert_string_equal(
        fixture_lines(with_ruby("国国浜松市", 6, 12, "はまま|つ", 3)), "国国|浜松市");
    /* A wrong number of parts is a group, and shows no bar. */
    const struct para *para = with_ruby("浜松市", 0, 9, "はま|まつ", 10);
    int32_t start, end;
    assert_int_equal(ruby_extent(para, &start, &end), 4);
}

static void
test_ruby__keeps_the_pitch_even(void **state) {
    (void)state;
    const struct para *para = with_ruby("国国国国国国", 0, 3, "くに", 3);
    assert_int_equal(para->line_count, 2);
    assert_int_equal(para->lines[1].baseline - para->lines[0].baseline, 30 * 64);
    assert_true(para->height_px == 65); /* two pitches and room over the first line */
}

static void
test_ruby__marks_emphasis_with_dots(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    struct text_span span = {.start = 3, .end = 12, .lang = LOCALE_JA, .emphasis = true};
    const struct para *para =
        para_layout(fixture_engine(), STR("国人、人国"), &style, &span, 1, 400);
    int32_t start = 0, end = 0;
    assert_int_equal(ruby_extent(para, &start, &end), 2); /* none over the comma */
}

static void
test_vertical__stands_and_turns_by_uax50(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    style.vertical = true;
    const struct para *para = fixture_layout(&style, "国Aー「한%", 40);
    const struct para *marks = fixture_layout(&style, "国；国：国", 40);
    assert_true(marks->glyphs[1].flags & TEXT_GLYPH_ROTATED);  /* Tr: the face has no form of it */
    assert_false(marks->glyphs[3].flags & TEXT_GLYPH_ROTATED); /* the face turns it itself */
    para = fixture_layout(&style, "国Aー「한%", 40);
    static const bool rotated[] = {false, true, false, false, false, true};
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal((para->glyphs[i].flags & TEXT_GLYPH_ROTATED) != 0, rotated[i]);
    }
    uint32_t upright = para->glyphs[2].id;
    style.vertical = false;
    assert_int_not_equal(fixture_layout(&style, "国ー", 40)->glyphs[1].id, upright); /* vert */
}

static void
test_vertical__sets_lines_from_right_to_left(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    style.vertical = true;
    const struct para *para = fixture_layout(&style, "国国国国国", 3);
    assert_int_equal(para->line_count, 2);
    assert_true(para->width_px == 60 && para->height_px == 60);
    assert_true(para->glyphs[3].x < para->glyphs[0].x);
    assert_true(para->glyphs[1].y > para->glyphs[0].y);
    assert_int_equal(para->glyphs[1].x, para->glyphs[0].x);
}

static void
test_vertical__combines_up_to_four_digits(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    style.vertical = true;
    static const struct {
        const char *text;
        float height_em;
    } cases[] = {{"国7年", 3}, {"国24年", 3}, {"国365日", 3}, {"国2012年", 3}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct para *para = fixture_layout(&style, cases[i].text, 40);
        assert_true(para->height_px == cases[i].height_em * 20);
        int32_t y = para->glyphs[1].y;
        for (size_t g = 1; g + 1 < para->glyph_count; g++) {
            assert_int_equal(para->glyphs[g].y, y);
            assert_false(para->glyphs[g].flags & TEXT_GLYPH_ROTATED);
        }
    }
    assert_true(fixture_layout(&style, "国12345", 40)->glyphs[1].flags & TEXT_GLYPH_ROTATED);
}

/* `|` a glyph on its side, `o` one that stands. */
static const char *
stances(const char *text) {
    static char out[64];
    struct text_style style = fixture_style(LOCALE_JA);
    style.vertical = true;
    const struct para *para = fixture_layout(&style, text, 100);
    assert_true(para->glyph_count < sizeof(out));
    for (size_t i = 0; i < para->glyph_count; i++) {
        out[i] = para->glyphs[i].flags & TEXT_GLYPH_ROTATED ? '|' : 'o';
    }
    out[para->glyph_count] = '\0';
    return out;
}

static void
test_vertical__combines_no_part_of_a_number(void **state) {
    (void)state;
    static const struct {
        const char *text, *stances;
    } cases[] = {{"3,000円", "|||||o"}, {"3.14", "||||"}, {"1/2", "|||"}, {"10:30", "|||||"},
        {"-5℃", "||o"}, {"50%", "|||"}, {"No.5", "||||"}, {"$5", "||"}, {"#1", "||"},
        {"A4判", "||o"}, {"3D", "||"}, {"1-2", "|||"}, {"1,234.5円", "|||||||o"},
        /* these stand free */
        {"12〜13", "ooooo"}, {"12～13", "ooooo"}, {"25℃", "ooo"}, {"7年12月", "ooooo"},
        {"第1回", "ooo"}, {"(1)", "|o|"}, {"1.国", "o|o"}, {"国,1", "o|o"}, {"Ａ4", "oo"},
        {"12:00〜13:00", "|||||o|||||"}, {"5 km", "o|||"}, {"1、2", "ooo"}, {"１,２", "o|o"}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        if (strcmp(stances(cases[i].text), cases[i].stances) != 0) {
            fail_msg("%s: %s, not %s", cases[i].text, stances(cases[i].text), cases[i].stances);
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ruby__centres_mono),
        cmocka_unit_test(test_ruby__spreads_the_base_under_a_long_reading),
        cmocka_unit_test(test_ruby__stands_over_kana),
        cmocka_unit_test(test_ruby__lines_are_as_wide_as_readings),
        cmocka_unit_test(test_ruby__stays_over_a_justified_base),
        cmocka_unit_test(test_ruby__never_breaks_a_group_but_breaks_jukugo),
        cmocka_unit_test(test_ruby__keeps_the_pitch_even),
        cmocka_unit_test(test_ruby__marks_emphasis_with_dots),
        cmocka_unit_test(test_vertical__stands_and_turns_by_uax50),
        cmocka_unit_test(test_vertical__sets_lines_from_right_to_left),
        cmocka_unit_test(test_vertical__combines_up_to_four_digits),
        cmocka_unit_test(test_vertical__combines_no_part_of_a_number),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}
