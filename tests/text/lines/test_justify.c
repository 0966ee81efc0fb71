/* Justified lines written down as what they changed: `漢-500「` took half an em from between the
 * two, `漢+250字` added a quarter; the last number of a line says how far the measure ends from the
 * end of its last whole cell. Thousandths of an em. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "text/lines/para_emit.h"

#define SIZE 125 /* a unit is eight 64ths of a pixel: nothing is rounded */

static struct text_style
justified(enum locale_id lang) {
    struct text_style style = fixture_style(lang);
    style.size_px = SIZE;
    style.align = TEXT_ALIGN_JUSTIFY;
    return style;
}

static int64_t
units(int64_t at_26_6) {
    int64_t twice = at_26_6 * FONT_EM * 2 + SIZE * 64;
    return twice >= 0 ? twice / (SIZE * 128) : -((-twice + SIZE * 128 - 1) / (SIZE * 128));
}

/* Where the cell of cluster `c` would begin if it had all its white space. */
static int64_t
pen_of(const struct para *para, uint32_t glyph, const struct shaped *shaped, size_t c) {
    const struct shaped_glyph *g = &shaped->glyphs[shaped->clusters[c].glyph];
    const struct text_glyph *out = &para->glyphs[glyph];
    return para->is_vertical ? units(out->y) + g->dy : units(out->x) - g->dx;
}

static void
add_change(char *out, size_t size, int64_t change) {
    size_t n = strlen(out);
    if (change != 0) {
        snprintf(out + n, size - n, "%+d", (int)change);
    }
}

/* `measure` 0: the end of the line is of no interest. At most one glyph a cluster. */
static void
add_line(char *out, size_t size, const struct para *para, size_t index, int64_t measure) {
    const struct shaped *shaped = ((const struct para_box *)para)->shaped;
    const struct text_line *line = &para->lines[index];
    size_t c = 0;
    while (shaped->clusters[c].byte < line->start) {
        c++;
    }
    for (uint32_t g = 0; g < line->glyph_count; g++, c++) {
        const struct cluster *at = &shaped->clusters[c];
        int64_t end = pen_of(para, line->glyph + g, shaped, c) + at->advance;
        while (shaped->clusters[c + 1].flags & CLUSTER_CONTINUES) {
            end += shaped->clusters[++c].advance;
        }
        size_t n = strlen(out);
        const struct cluster *last = &shaped->clusters[c];
        snprintf(
            out + n, size - n, "%.*s", (int)(last[1].byte - at->byte), para->text.p + at->byte);
        if (g + 1 < line->glyph_count) {
            int64_t next = pen_of(para, line->glyph + g + 1, shaped, c + 1);
            add_change(out, size, next - end - at->gap);
        } else if (measure > 0) {
            add_change(out, size, measure - end);
        }
    }
}

static const char *
changes(const struct text_style *style, const char *text, int64_t measure) {
    static char out[512];
    const struct para *para = para_layout(
        fixture_engine(), str_from(text), style, NULL, 0, (float)measure * SIZE / FONT_EM);
    out[0] = '\0';
    for (size_t i = 0; i < para->line_count; i++) {
        size_t n = strlen(out);
        snprintf(out + n, sizeof(out) - n, "%s", i > 0 ? "|" : "");
        add_line(out, sizeof(out), para, i, i + 1 < para->line_count ? measure : 0);
    }
    return out;
}

struct changed {
    const char *text;
    int64_t measure;
    const char *changes;
};

static void
check(const struct text_style *style, const struct changed *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char *found = changes(style, cases[i].text, cases[i].measure);
        if (strcmp(found, cases[i].changes) != 0) {
            fail_msg("%s at %d: %s, not %s", cases[i].text, (int)cases[i].measure, found,
                cases[i].changes);
        }
    }
}

#define CHECK(style, cases) check(style, cases, sizeof(cases) / sizeof((cases)[0]))

static void
test_justify__opens_nothing_that_may_not_break(void **state) {
    (void)state;
    static const struct changed cases[] = {
        {"漢字漢字」。「漢字漢字", 4500, "漢+750字+750漢|字」。+500「漢|字漢字"},
        {"漢……漢字漢字漢", 5500, "漢……+125漢+375字|漢字漢"},
        {"漢――漢字漢字漢", 4200, "漢+100――+100漢|字漢字漢"},
        {"漢字１２漢字漢字", 5200, "漢+66字+67１２+67漢|字漢字"},
        {"漢字ー漢字漢字漢", 4400, "漢+200字ー+200漢|字漢字漢"},
        {"漢字「漢字」漢字漢字", 3200, "漢+1200字|「漢+200字」-500|漢+100字+100漢|字"},
    };
    struct text_style style = justified(LOCALE_JA);
    CHECK(&style, cases);
    style.vertical = true;
    CHECK(&style, cases);
}

static void
test_justify__takes_white_space_first(void **state) {
    (void)state;
    static const struct changed cases[] = {
        {"漢字漢、字漢字漢字", 5500, "漢字漢、-500字漢|字漢字"},
        {"漢字漢、字漢字漢字", 5750, "漢字漢、-250字漢|字漢字"},
        {"漢字「漢」漢字漢字", 5500, "漢字-250「漢」-250漢|字漢字"},
        {"漢字漢字「漢字」漢字漢字", 4000, "漢字漢字|「漢字」-500漢|字漢字"},
        {"漢字漢・字漢字漢", 5500, "漢字漢-250・-250字漢|字漢"},
        {"漢、字・漢字漢字", 5600, "漢、字-200・-200漢字|漢字"},
        {"漢、字・漢字漢字", 5200, "漢、-300字-250・-250漢字|漢字"},
        {"漢」「字漢字漢", 4000, "漢」-500「字漢|字漢"},
        /* A full stop keeps its half em, also in the bracket behind it. */
        {"漢字漢。漢字漢字漢", 5500, "漢+250字+250漢。漢|字漢字漢"},
        {"漢字。「漢字漢字", 5000, "漢+375字。+125「漢|字漢字"},
        /* The end of a line was trimmed already. */
        {"漢、漢字」漢字漢字", 4000, "漢、-500漢字」-500|漢字漢字"},
    };
    struct text_style style = justified(LOCALE_JA);
    CHECK(&style, cases);
    style.vertical = true;
    CHECK(&style, cases);
}

static void
test_justify__keeps_whole_cells_that_fit(void **state) {
    (void)state;
    static const struct changed cases[] = {
        {"漢字漢字。漢字漢", 5000, "漢字漢字。|漢字漢"},
        {"漢字漢字」漢字漢", 5000, "漢字漢字」|漢字漢"},
        {"漢字漢字。漢字漢", 5300, "漢+100字+100漢+100字。|漢字漢"},
        {"漢字漢字。漢字漢", 4500, "漢字漢字。-500|漢字漢"},
        {"漢字漢字。漢字漢", 4800, "漢+100字+100漢+100字。-500|漢字漢"},
    };
    struct text_style style = justified(LOCALE_JA);
    CHECK(&style, cases);
}

static void
test_justify__hangs_what_does_not_fit(void **state) {
    (void)state;
    static const struct changed cases[] = {
        {"漢字漢字。漢字漢", 5000, "漢字漢字。|漢字漢"},
        {"漢字漢字。漢字漢", 4500, "漢字漢字。-500|漢字漢"},
        {"漢字漢字。漢字漢", 4300, "漢+100字+100漢+100字。-1000|漢字漢"},
        {"漢字漢字。漢字漢", 4000, "漢字漢字。-1000|漢字漢"},
        {"漢字漢字」漢字漢", 4000, "漢+500字+500漢|字」漢字|漢"},
    };
    struct text_style style = justified(LOCALE_JA);
    style.hang = true;
    CHECK(&style, cases);
}

/* A last line, a centred one, a measured one: a mark hangs only off an edge it would cross. */
static void
test_justify__hangs_nothing_else(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    style.hang = true;
    style.align = TEXT_ALIGN_END;
    const struct para *para = fixture_layout(&style, "国国、", 4);
    assert_int_equal(para->glyphs[2].x, 70 * 64);
    assert_int_equal(para->lines[0].width, 50 * 64);
    para = fixture_layout(&style, "国国、", 2);
    assert_int_equal(para->glyphs[2].x, 40 * 64);
    assert_int_equal(para->lines[0].width, 40 * 64);
    para = fixture_layout(&style, "国、", 0); /* no room at all */
    assert_int_equal(para->lines[1].width, 0);
    assert_true(para_measure(fixture_engine(), STR("国国、"), &style, NULL, 0).max_px == 50);
}

/* The first line as written and how much longer than it the measure is. */
struct stretched {
    const char *line, *rest;
    int64_t extra;
    const char *changes;
};

static void
check_stretched(const struct text_style *style, const struct stretched *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char text[256];
        snprintf(text, sizeof(text), "%s%s", cases[i].line, cases[i].rest);
        struct text_style plain = *style;
        plain.align = TEXT_ALIGN_START;
        const struct para *para =
            para_layout(fixture_engine(), str_from(cases[i].line), &plain, NULL, 0, 0);
        const struct shaped *shaped = ((const struct para_box *)para)->shaped;
        int64_t width = line_width(shaped, 0, (int32_t)shaped->cluster_count, false);
        const char *found = changes(style, text, width + cases[i].extra);
        size_t n = strlen(cases[i].changes);
        if (strncmp(found, cases[i].changes, n) != 0 || found[n] != '|') {
            fail_msg("%s: %s, not %s", text, found, cases[i].changes);
        }
    }
}

#define CHECK_STRETCHED(style, cases) \
    check_stretched(style, cases, sizeof(cases) / sizeof((cases)[0]))

/* JLREQ 3.8.4: word spaces to half an em (the font's own is 224), autospace to a quarter, letters
 * by a quarter, then all alike. */
static void
test_justify__opens_in_order(void **state) {
    (void)state;
    static const struct stretched cases[] = {
        {"漢字AB CD漢", "字漢字", 276, "漢字AB +276CD漢"},
        {"漢字AB CD漢", "字漢字", 376, "漢字+50AB +276CD+50漢"},
        {"漢字AB CD漢", "字漢字", 526, "漢字+125AB +276CD+125漢"},
        {"漢字AB CD漢", "ABCDEFG", 776, "漢+250字+125AB +276CD+125漢"},
        {"漢字AB CD漢", "ABCDEFG", 816, "漢+260字+135AB +286CD+135漢"},
        {"ABCや", "ABCDEFGHIJKLMN", 600, "ABC+600や"},
        {"AB、字。", "ABCDEFGHIJKLMN", 600, "AB、+100字。"},
        {"（AB）・C", " DEFGHIJKLMN", 60, "（AB）・+60C"},
        {"ABC", "「やや」や", 100, "ABC+100"}, /* nothing to open */
        /* too long: autospace stands at its least, an eighth, and words below their quarter */
        {"漢字AB CD漢字", "漢字", -200, "漢+256字+131AB +282CD+131漢"},
        {"漢字AB CD漢", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 8000,
            "漢字AB CD漢+8000"}, /* holes are worse than a short line */
    };
    struct text_style style = justified(LOCALE_JA);
    CHECK_STRETCHED(&style, cases);
}

static void
test_justify__opens_words_in_korean_and_english(void **state) {
    (void)state;
    static const struct stretched korean[] = {
        {"가나 다라", " 마바사아자차카", 500, "가+83나 +334다+83라"},
        {"『가』의 다라", " 마바사아자차카", 100, "『가』의 +100다라"},
        {"『가나』의", " 마바사아자차카", 500,
            "『가나』의+500"}, /* it cannot fill: it stays as it is */
        {"『가나』의", " 마바사아자차카", 60, "『가+60나』의"},
    };
    static const struct stretched english[] = {
        {"one two", " threefourfive", 900, "one +900two"},
        {"one", " threefourfive", 900, "one+900"},
        {"one two six", " threefourfive", -40, "one -20two -20six"},
    };
    struct text_style style = justified(LOCALE_KO);
    CHECK_STRETCHED(&style, korean);
    style = justified(LOCALE_EN);
    CHECK_STRETCHED(&style, english);
}

/* Whatever a line gave up or gained: its advances add up to its width, and its clusters follow one
 * another, right to left too. A hung mark stands outside. */
static void
test_justify__keeps_advances_and_width_alike(void **state) {
    (void)state;
    static const char *const texts[] = {"国「אבג」国、אב 国国・国「国」国、国国国国国国国国",
        "אב「ג」、国（国）ABC国、1,596件。国・国「国」。「国国",
        "国、AとB、「国・국」国 two words 国国国国国"};
    for (size_t t = 0; t < sizeof(texts) / sizeof(texts[0]); t++) {
        for (int width = 80; width < 400; width += 7) {
            struct text_style style = fixture_style(LOCALE_JA);
            style.align = width % 2 ? TEXT_ALIGN_JUSTIFY : TEXT_ALIGN_START;
            style.size_px = 23.7f;
            const struct para *para = fixture_layout(&style, texts[t], (float)width / 20);
            for (size_t i = 0; i < para->line_count; i++) {
                const struct text_line *line = &para->lines[i];
                int32_t sum = 0;
                for (uint32_t g = 0; g < line->glyph_count; g++) {
                    sum += para->glyphs[line->glyph + g].advance;
                }
                const struct text_glyph *first = &para->glyphs[line->glyph];
                int32_t cut = first->x < line->x ? line->x - first->x : 0;
                assert_in_range(line->width + 1 - (sum - cut), 0, 2);
                assert_true(line->width <= width * 64);
            }
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_justify__opens_nothing_that_may_not_break),
        cmocka_unit_test(test_justify__takes_white_space_first),
        cmocka_unit_test(test_justify__keeps_whole_cells_that_fit),
        cmocka_unit_test(test_justify__hangs_what_does_not_fit),
        cmocka_unit_test(test_justify__hangs_nothing_else),
        cmocka_unit_test(test_justify__opens_in_order),
        cmocka_unit_test(test_justify__opens_words_in_korean_and_english),
        cmocka_unit_test(test_justify__keeps_advances_and_width_alike),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}
