/* The engine opens, tests itself, and says clearly what is wrong with fonts.ini. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "text/raster.h"

static void
test_engine__passes_its_own_test(void **state) {
    (void)state;
    struct err err = {0};
    if (!text_engine_self_test(fixture_engine(), &err)) {
        fail_msg("%s", err.message);
    }
}

static void
test_engine__reports_bad_font_lists(void **state) {
    (void)state;
    static const struct {
        const char *ini, *says;
    } cases[] = {
        {"[a]\nfile = NoSuchFont.ttc\n", "NoSuchFont.ttc"},
        {"[a]\nfile = NoSuchFont.ttc\n", "fonts-noto-cjk"},
        {"[a]\nindex = 0\n", "has no `file`"},
        {"[a]\nweight = heavy\n", "weight = heavy"},
        {"[a]\nindex = -1\n", "index = -1"},
        {"[a]\nlanguages = ja fr\n", "ja fr"},
        {"[a]\nfile = NotoSansCJK-Regular.ttc\nindex = 77\n", "no face 77"},
        {"nonsense\n", ":1:"},
        {"", "names no font"},
    };
    char path[] = "/tmp/naru-fonts-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct err err = {0};
        assert_true(file_replace(path, str_from(cases[i].ini), &err));
        assert_null(text_engine_open(path, &err));
        if (!strstr(err.message, cases[i].says)) {
            fail_msg("\"%s\" does not say \"%s\"", err.message, cases[i].says);
        }
    }
    unlink(path);
    struct err err = {0};
    assert_null(text_engine_open("/nonexistent/fonts.ini", &err));
    assert_non_null(strstr(err.message, "/nonexistent/fonts.ini"));
}

static void
test_engine__reports_a_damaged_font(void **state) {
    (void)state;
    char folder[] = "/tmp/naru-fonts-XXXXXX", path[64], ini[64];
    struct err err = {0};
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof(path), "%s/broken.ttc", folder);
    snprintf(ini, sizeof(ini), "%s/fonts.ini", folder);
    assert_true(file_replace(path, STR("ttcf but then nothing of use"), &err));
    assert_true(file_replace(ini, STR("[a]\nfile = broken.ttc\nlanguages = ko ja en\n"), &err));
    assert_null(text_engine_open(ini, &err));
    assert_non_null(strstr(err.message, "broken.ttc"));
    unlink(path);
    unlink(ini);
    rmdir(folder);
}

static void
copy_bytes(const char *from, const char *to) {
    char bytes[65536];
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    assert_true(in && out);
    for (size_t n; (n = fread(bytes, 1, sizeof(bytes), in)) > 0;) {
        assert_int_equal(fwrite(bytes, 1, n, out), n);
    }
    fclose(in);
    assert_int_equal(fclose(out), 0);
}

/* Lays out and draws what was never asked before; how many glyphs could be drawn. */
static size_t
draw_all(struct text_engine *engine, const char *text) {
    struct text_style style = fixture_style(LOCALE_JA);
    const struct para *para = para_layout(engine, str_from(text), &style, NULL, 0, 1000);
    struct arena arena;
    struct glyph_bitmap bitmap;
    size_t drawn = 0;
    arena_init(&arena);
    for (size_t i = 0; i < para->glyph_count; i++) {
        drawn += glyph_raster(engine, &para->glyphs[i], 0, &arena, &bitmap);
    }
    arena_finish(&arena);
    return drawn;
}

/* A font file cut short, then overwritten, while the program runs: glyphs not yet drawn stay away;
 * nothing else happens. */
static void
test_engine__outlives_its_font_files(void **state) {
    (void)state;
    char folder[] = "/tmp/naru-fonts-XXXXXX", path[64], ini[64];
    struct err err = {0};
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof(path), "%s/copy.ttc", folder);
    snprintf(ini, sizeof(ini), "%s/fonts.ini", folder);
    copy_bytes(fixture_engine()->fonts.files[0].path, path);
    assert_true(file_replace(ini, STR("[a]\nfile = copy.ttc\nlanguages = ko ja en\n"), &err));
    struct text_engine *engine = text_engine_open(ini, &err);
    assert_non_null(engine);
    assert_int_equal(draw_all(engine, "国際交流"), 4);
    assert_int_equal(truncate(path, 4096), 0);
    assert_int_equal(draw_all(engine, "浜松市と静岡県"), 0);
    draw_all(engine, "한글 vary 「縦」、\U000E0100葛\U000E0101 fi אב");
    copy_bytes("/proc/self/exe", path);
    draw_all(engine, "東京都庁舎の窓口 안산시청 Windows ①②③");
    text_engine_close(engine);
    unlink(path);
    unlink(ini);
    rmdir(folder);
}

static void
test_engine__knows_what_its_fonts_cover(void **state) {
    (void)state;
    struct text_engine *engine = fixture_engine();
    assert_true(text_engine_covers(engine, LOCALE_KO, 0xD55C));
    assert_true(text_engine_covers(engine, LOCALE_JA, 0x9AD9));  /* 髙 */
    assert_true(text_engine_covers(engine, LOCALE_JA, 0xFA11));  /* 﨑 */
    assert_true(text_engine_covers(engine, LOCALE_EN, 0x200D));  /* draws nothing */
    assert_false(text_engine_covers(engine, LOCALE_KO, 0x0E01)); /* Thai */
    assert_true(text_engine_covers(engine, LOCALE_EN, 0x202F));  /* a space */
    assert_true(text_engine_covers(engine, LOCALE_KO, 0x2024));  /* shown as a middle dot */
}

static void
test_raster__draws_a_glyph_at_its_phase(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_EN);
    const struct para *para = fixture_layout(&style, "l", 10);
    struct arena arena;
    struct glyph_bitmap first, later;
    arena_init(&arena);
    assert_int_equal(para->glyph_count, 1);
    assert_true(glyph_raster(fixture_engine(), &para->glyphs[0], 0, &arena, &first));
    assert_true(glyph_raster(fixture_engine(), &para->glyphs[0], 2, &arena, &later));
    assert_in_range(first.height, 12, 18);
    assert_true(first.width != later.width || first.left != later.left ||
                memcmp(first.coverage, later.coverage, (size_t)(first.width * first.height)) != 0);
    struct text_glyph damaged = para->glyphs[0];
    damaged.face = 31;
    assert_false(glyph_raster(fixture_engine(), &damaged, 0, &arena, &first));
    damaged = para->glyphs[0];
    damaged.id = 0xFFFFFF;
    assert_false(glyph_raster(fixture_engine(), &damaged, 0, &arena, &first));
    arena_finish(&arena);
}

static void
test_raster__snaps_cells_to_whole_pixels(void **state) {
    (void)state;
    struct text_glyph cell = {.flags = TEXT_GLYPH_CELL}, latin = {0};
    static const struct {
        int32_t x;
        int cell_px, latin_px;
        unsigned latin_phase;
    } cases[] = {{0, 0, 0, 0}, {31, 0, 0, 2}, {32, 1, 0, 2}, {56, 1, 1, 0}, {55, 1, 0, 3},
        {-8, 0, 0, 0}, {-9, 0, -1, 3}, {-33, -1, -1, 2}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int px;
        unsigned phase;
        glyph_snap(&cell, cases[i].x, &px, &phase);
        assert_int_equal(px, cases[i].cell_px);
        assert_int_equal(phase, 0);
        glyph_snap(&latin, cases[i].x, &px, &phase);
        assert_int_equal(px, cases[i].latin_px);
        assert_int_equal(phase, cases[i].latin_phase);
    }
}

/* Four digits share one em of vertical text, as tall as one alone. */
static void
test_raster__narrows_digits_of_a_cell(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    struct arena arena;
    struct glyph_bitmap one, four;
    arena_init(&arena);
    style.vertical = true;
    const struct para *para = fixture_layout(&style, "国8国8888", 40);
    assert_true(glyph_raster(fixture_engine(), &para->glyphs[1], 0, &arena, &one));
    assert_true(glyph_raster(fixture_engine(), &para->glyphs[3], 0, &arena, &four));
    assert_true(one.height - four.height <= 1 && four.height - one.height <= 1);
    assert_true(four.width * 3 < one.width * 2);
    assert_int_equal(para->glyphs[6].x - para->glyphs[3].x, 15 * 64); /* quarters of 20 px */
    arena_finish(&arena);
}

static void
test_raster__shares_outlines_between_languages(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_KO);
    uint16_t ko = fixture_layout(&style, "한", 10)->glyphs[0].face;
    style.lang = LOCALE_JA;
    uint16_t ja = fixture_layout(&style, "国", 10)->glyphs[0].face;
    assert_int_not_equal(ko, ja);
    assert_int_equal(
        glyph_outline_face(fixture_engine(), ko), glyph_outline_face(fixture_engine(), ja));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_engine__passes_its_own_test),
        cmocka_unit_test(test_engine__reports_bad_font_lists),
        cmocka_unit_test(test_engine__reports_a_damaged_font),
        cmocka_unit_test(test_engine__outlives_its_font_files),
        cmocka_unit_test(test_engine__knows_what_its_fonts_cover),
        cmocka_unit_test(test_raster__draws_a_glyph_at_its_phase),
        cmocka_unit_test(test_raster__snaps_cells_to_whole_pixels),
        cmocka_unit_test(test_raster__narrows_digits_of_a_cell),
        cmocka_unit_test(test_raster__shares_outlines_between_languages),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}
