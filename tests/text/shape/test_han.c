/* Shapes of Han by language, variants of names, jamo: whole repertoires, not samples. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#include "base/utf8.h"
#include "text/lines/para_emit.h"

static const struct shaped *
shaped_of(enum locale_id lang, struct str text) {
    struct text_style style = fixture_style(lang);
    const struct para *para = para_layout(fixture_engine(), text, &style, NULL, 0, 1e6f);
    return ((const struct para_box *)para)->shaped;
}

static struct font_face *
first_face(enum locale_id lang) {
    struct fontset *fonts = &fixture_engine()->fonts;
    return &fonts->faces[fonts->chain[lang][TEXT_REGULAR][0]];
}

/* Every ideograph of the URO has the default form of its language's face, alone, between Latin
 * and after punctuation. */
static void
test_han__has_the_form_of_its_language(void **state) {
    (void)state;
    static const enum locale_id langs[] = {LOCALE_JA, LOCALE_KO};
    for (size_t l = 0; l < 2; l++) {
        struct font_face *face = first_face(langs[l]);
        int compared = 0;
        for (uint32_t from = 0x4E00; from < 0x9FF0; from += 64) {
            struct str_buf text = {0};
            for (uint32_t c = from; c < from + 64; c++) {
                str_buf_utf8(&text, c);
                str_buf_add(&text, c % 3 == 0 ? STR("a") : c % 3 == 1 ? STR("。") : STR(""));
            }
            const struct shaped *shaped = shaped_of(langs[l], str_buf_str(&text));
            for (size_t i = 0; i < shaped->cluster_count; i++) {
                const struct cluster *c = &shaped->clusters[i];
                size_t at = c->byte;
                uint32_t code_point = utf8_next(shaped->text, &at);
                hb_codepoint_t wanted;
                if (c->class == CHAR_HAN &&
                    hb_font_get_nominal_glyph(face->hb_font, code_point, &wanted)) {
                    assert_int_equal(shaped->glyphs[c->glyph].id, wanted);
                    compared++;
                }
            }
            str_buf_finish(&text);
            text_engine_end_frame(fixture_engine());
        }
        assert_true(compared > 20000);
    }
}

static void
check_variants(enum locale_id owner, enum locale_id lang, int *count) {
    struct font_face *face = first_face(owner);
    hb_set_t *selectors = hb_set_create(), *bases = hb_set_create();
    hb_face_collect_variation_selectors(face->hb_face, selectors);
    hb_codepoint_t selector = HB_SET_VALUE_INVALID;
    while (hb_set_next(selectors, &selector)) {
        hb_set_clear(bases);
        hb_face_collect_variation_unicodes(face->hb_face, selector, bases);
        hb_codepoint_t base = HB_SET_VALUE_INVALID;
        while (chars_is_ideographic_selector(selector) && hb_set_next(bases, &base)) {
            char text[9];
            size_t n = utf8_encode(base, text);
            n += utf8_encode(selector, text + n);
            const struct shaped *shaped = shaped_of(lang, (struct str){text, n});
            assert_int_equal(shaped->cluster_count, 1);
            assert_int_equal(shaped->missing_variants, 0);
            assert_true(!chars_is_ideographic(base) || shaped->clusters[0].advance == FONT_EM);
            hb_codepoint_t wanted = 0;
            const struct font_face *used = &fixture_engine()->fonts.faces[shaped->runs[0].face];
            assert_true(hb_font_get_variation_glyph(used->hb_font, base, selector, &wanted));
            if (shaped->glyphs[0].id != wanted) {
                fail_msg("U+%04X U+%04X in %s: glyph %u, not %u", base, selector, locale_tag(lang),
                    shaped->glyphs[0].id, wanted);
            }
            ++*count;
        }
        text_engine_end_frame(fixture_engine());
    }
    hb_set_destroy(selectors);
    hb_set_destroy(bases);
}

/* Variation sequences of either face, in text of any language: one cell, the right glyph. */
static void
test_han__keeps_every_variant(void **state) {
    (void)state;
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        int japanese = 0, korean = 0;
        check_variants(LOCALE_JA, (enum locale_id)lang, &japanese);
        check_variants(LOCALE_KO, (enum locale_id)lang, &korean);
        assert_true(japanese > 14000);
        assert_true(korean > 300);
    }
}

/* Compatibility ideographs reach the screen as themselves. */
static void
test_han__keeps_compatibility_ideographs(void **state) {
    (void)state;
    struct font_face *face = first_face(LOCALE_JA);
    int kept = 0;
    for (uint32_t c = 0xF900; c < 0xFB00; c++) {
        hb_codepoint_t wanted;
        char text[4];
        if (font_has(face, c) && hb_font_get_nominal_glyph(face->hb_font, c, &wanted)) {
            const struct shaped *shaped =
                shaped_of(LOCALE_JA, (struct str){text, utf8_encode(c, text)});
            assert_int_equal(shaped->glyphs[0].id, wanted);
            kept++;
        }
    }
    assert_true(kept > 300);
}

/* All 6,745 pairs of leading consonant and vowel, modern and old, stand in one cell; so do
 * samples with each final. */
static void
test_jamo__stand_in_one_cell(void **state) {
    (void)state;
    int pairs = 0, wrong = 0;
    for (uint32_t l = 0x1100; l < 0x115F; l++) {
        for (uint32_t v = 0x1160; v < 0x11A7; v++) {
            char text[9];
            size_t n = utf8_encode(l, text);
            n += utf8_encode(v == 0x1160 ? 0x1161 : v, text + n);
            if (v % 9 == 0) {
                n += utf8_encode(0x11A8 + l % 88, text + n);
            }
            const struct shaped *shaped = shaped_of(LOCALE_KO, (struct str){text, n});
            assert_int_equal(shaped->cluster_count, 1);
            wrong += shaped->missing > 0 || shaped->clusters[0].advance > FONT_EM ||
                     shaped->clusters[0].advance < FONT_EM * 8 / 10;
            pairs++;
        }
        text_engine_end_frame(fixture_engine());
    }
    assert_int_equal(pairs, 95 * 71);
    assert_int_equal(wrong, 0);
}

static void
test_han__keeps_width_forms_apart(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int width;
    } cases[] = {{"ＡＢ１２", 4000}, {"ｱｲｳ", 1500}, {"アイウ", 3000}, {"ｶﾞ", 1000}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct shaped *shaped = shaped_of(LOCALE_JA, str_from(cases[i].text));
        assert_int_equal(
            line_width(shaped, 0, (int32_t)shaped->cluster_count, false), cases[i].width);
        assert_int_equal(shaped->missing, 0);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_han__has_the_form_of_its_language),
        cmocka_unit_test(test_han__keeps_every_variant),
        cmocka_unit_test(test_han__keeps_compatibility_ideographs),
        cmocka_unit_test(test_jamo__stand_in_one_cell),
        cmocka_unit_test(test_han__keeps_width_forms_apart),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}
