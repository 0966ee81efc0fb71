/* SDL2_ttf as a second opinion where it can speak: strings of one script, one run, no features. It
 * rounds every advance to whole pixels, so each glyph may differ by half a pixel. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <SDL_ttf.h>
#include <math.h>

#include "base/utf8.h"

struct oracle_case {
    enum locale_id lang;
    const char *script, *text;
};

static const struct oracle_case cases[] = {
    {LOCALE_KO, "Hang", "안산시"},
    {LOCALE_KO, "Hang", "자매도시교류"},
    {LOCALE_KO, "Hang", "국제협력팀에서 알려 드립니다"},
    {LOCALE_JA, "Hani", "浜松市国際交流"},
    {LOCALE_JA, "Hani", "姉妹都市提携"},
    {LOCALE_JA, "Hira", "ありがとうございます"},
    {LOCALE_JA, "Kana", "オートバイ"},
    {LOCALE_EN, "Latn", "Sister cities"},
    {LOCALE_EN, "Latn", "Vienna, To AV"},
    {LOCALE_EN, "Latn", "office 2012"},
};

static void
compare(const struct oracle_case *c, int size_px) {
    struct text_style style = {.lang = c->lang, .size_px = (float)size_px};
    struct text_engine *engine = fixture_engine();
    const struct font_face *face = &engine->fonts.faces[engine->fonts.chain[c->lang][0][0]];
    TTF_Font *font = TTF_OpenFontIndex(face->file->path, size_px, (long)face->index);
    assert_non_null(font);
    assert_int_equal(TTF_SetFontScriptName(font, c->script), 0);
    int width = 0;
    assert_int_equal(TTF_SizeUTF8(font, c->text, &width, NULL), 0);
    const struct para *para = para_layout(engine, str_from(c->text), &style, NULL, 0, 1e6f);
    /* SDL2_ttf leaves out what the last glyph has after its ink. */
    double slack = 0.5 * (double)para->glyph_count + 0.15 * size_px;
    if (fabs((double)para->width_px - width) > slack) {
        fail_msg("%s at %d px: %g here, %d in SDL2_ttf", c->text, size_px, (double)para->width_px,
            width);
    }
    TTF_CloseFont(font);
}

static void
test_oracle__agrees_on_widths(void **state) {
    (void)state;
    static const int sizes[] = {12, 16, 20, 24, 32, 48, 96};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        for (size_t k = 0; k < sizeof(sizes) / sizeof(sizes[0]); k++) {
            compare(&cases[i], sizes[k]);
        }
    }
}

/* The faces both of them would draw with say the same about each character's presence. */
static void
test_oracle__agrees_on_coverage(void **state) {
    (void)state;
    struct text_engine *engine = fixture_engine();
    struct font_face *face = &engine->fonts.faces[engine->fonts.chain[LOCALE_KO][0][0]];
    TTF_Font *font = TTF_OpenFontIndex(face->file->path, 20, (long)face->index);
    assert_non_null(font);
    for (uint32_t c = 0x20; c < 0xFFFF; c += 7) {
        if (c < 0xD800 || c > 0xDFFF) {
            assert_int_equal(font_has(face, c), TTF_GlyphIsProvided32(font, c) != 0);
        }
    }
    TTF_CloseFont(font);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_oracle__agrees_on_widths),
        cmocka_unit_test(test_oracle__agrees_on_coverage),
    };
    if (TTF_Init() != 0) {
        return 1;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    TTF_Quit();
    return failed;
}
