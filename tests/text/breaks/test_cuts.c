/* Separators between items, which vanish at a line end, and words longer than their line. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

/* At every measure, in every language, aligned and balanced in every way: no line of items begins
 * or ends with the separator, and no item is cut for its sake. */
static void
test_cuts__a_separator_is_never_at_a_line_edge(void **state) {
    (void)state;
    static const char *const texts[LOCALE_COUNT] = {
        [LOCALE_KO] = "2012. 2. 28. · 협정 · 하마마쓰시 · Hamamatsu",
        [LOCALE_JA] = "2012年2月 · 提携 · 浜松市 · Hamamatsu",
        [LOCALE_EN] = "February 2012 · Agreement · Hamamatsu · 浜松市",
    };
    for (size_t i = 0; i < 3 * (size_t)LOCALE_COUNT; i++) {
        struct text_style style = fixture_style((enum locale_id)(i % LOCALE_COUNT));
        style.breaking = i / LOCALE_COUNT == 1 ? TEXT_BREAK_PHRASE : TEXT_BREAK_BODY;
        style.balance = i / LOCALE_COUNT == 1;
        style.align = i / LOCALE_COUNT == 2 ? TEXT_ALIGN_JUSTIFY : TEXT_ALIGN_START;
        for (float em = 6; em < 24; em += 0.1f) {
            const struct para *para = fixture_layout(&style, texts[style.lang], em);
            const char *lines = fixture_lines(para);
            bool edge = strstr(lines, "|·") || strstr(lines, "·|");
            if (edge || !strstr(lines, "Hamamatsu")) {
                fail_msg("%.1f: %s", (double)em, lines);
            }
            for (size_t k = 0; k < para->line_count; k++) {
                assert_true(para->lines[k].width <= (int32_t)(em * 20 * 64) + 1);
            }
        }
    }
}

static void
test_cuts__a_separator_stays_inside_a_line(void **state) {
    (void)state;
    assert_string_equal(fixture_break(LOCALE_KO, "협정 · 안산", 20), "협정 · 안산");
    assert_string_equal(fixture_break(LOCALE_KO, "협정 · 안산", 4), "협정|안산");
    assert_string_equal(
        fixture_break(LOCALE_JA, "はままつし／ハママツ／浜松", 6), "はままつし／|ハママツ／|浜松");
    assert_string_equal(fixture_break(LOCALE_KO, "가나·다라마", 4), "가나·|다라마"); /* a word */
}

/* Does the line show a hyphen that its text does not have? */
static bool
has_hyphen(const struct para *para, size_t line) {
    static uint32_t hyphen;
    if (hyphen == 0) {
        struct text_style style = fixture_style(LOCALE_EN);
        hyphen = fixture_layout(&style, "-", 9)->glyphs[0].id;
    }
    const struct text_line *l = &para->lines[line];
    return para->glyphs[l->glyph + l->glyph_count - 1].id == hyphen;
}

/* A word is cut only when it is longer than its line, and then with a hyphen that fits. */
static void
test_cuts__a_cut_word_shows_a_hyphen(void **state) {
    (void)state;
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        struct text_style style = fixture_style((enum locale_id)lang);
        for (float em = 3; em < 11; em += 0.1f) {
            const struct para *para = fixture_layout(&style, "Internationalisation", em);
            for (size_t i = 0; i < para->line_count; i++) {
                bool last = i + 1 == para->line_count;
                if (has_hyphen(para, i) == last) {
                    fail_msg("%.1f: line %zu of %s", (double)em, i, fixture_lines(para));
                }
                assert_true(para->lines[i].width <= (int32_t)(em * 20 * 64) + 1);
                assert_true(para->lines[i].end - para->lines[i].start >= 2);
            }
        }
        const struct para *whole = fixture_layout(&style, "an Internationalisation", 9.9f);
        assert_int_equal(whole->line_count, 2);
        assert_true(!has_hyphen(whole, 0));
    }
}

/* An address has no hyphens that are not its own; a soft hyphen shows where it ends a line. */
static void
test_cuts__only_words_take_a_hyphen(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_EN);
    const struct para *para = fixture_layout(&style, "wwwexampleexample@example.org", 5);
    for (size_t i = 0; i < para->line_count; i++) {
        assert_true(!has_hyphen(para, i));
    }
    para = fixture_layout(&style, "inter\u00ADnational", 4);
    assert_int_equal(para->line_count, 2);
    assert_true(has_hyphen(para, 0));
    para = fixture_layout(&style, "inter\u00ADnational", 20);
    assert_int_equal(para->glyph_count - para->lines[0].glyph_count, 0);
    assert_true(!has_hyphen(para, 0));
}

/* An ellipsis takes the hyphen's place. */
static void
test_cuts__an_ellipsis_takes_the_place_of_a_hyphen(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_EN);
    style.max_lines = 1;
    for (float em = 3; em < 9; em += 0.1f) {
        const struct para *para = fixture_layout(&style, "Internationalisation", em);
        assert_true(para->truncated && !has_hyphen(para, 0));
        assert_true(para->lines[0].width <= (int32_t)(em * 20 * 64) + 1);
    }
}

/* A particle does not stand alone behind a name that fills its line. */
static void
test_cuts__a_name_gives_its_particle_company(void **state) {
    (void)state;
    static const struct str names[] = {STR_INIT("나가사키시")};
    text_engine_add_names(fixture_engine(), LOCALE_KO, names, 1);
    struct text_style style = fixture_style(LOCALE_KO);
    style.breaking = TEXT_BREAK_PHRASE;
    style.balance = true;
    const char *text = "나가사키시와 세인트폴시";
    assert_string_equal(fixture_lines(fixture_layout(&style, text, 5)), "나가사키|시와|세인트폴시");
    assert_string_equal(fixture_lines(fixture_layout(&style, text, 6)), "나가사키시와|세인트폴시");
    text_engine_forget_words(fixture_engine());
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cuts__a_separator_is_never_at_a_line_edge),
        cmocka_unit_test(test_cuts__a_separator_stays_inside_a_line),
        cmocka_unit_test(test_cuts__a_cut_word_shows_a_hyphen),
        cmocka_unit_test(test_cuts__only_words_take_a_hyphen),
        cmocka_unit_test(test_cuts__an_ellipsis_takes_the_place_of_a_hyphen),
        cmocka_unit_test(test_cuts__a_name_gives_its_particle_company),
    };
    return cmocka_run_group_tests(tests, NULL, fixture_close_group);
}
