#include "test.h"

#include "base/check.h"
#include "ui/theme.h"

#include <stdlib.h>

/* 1 when the pair has less contrast than it owes in this theme. */
static size_t
owes(const struct theme *theme, const struct theme_pair *pair, const char *kind) {
    double contrast =
        color_contrast(theme->colors[pair->foreground], theme->colors[pair->background]);
    double least = theme_least(theme, pair->need);
    if (contrast < least) {
        print_error("%s%s: %s on %s is %.2f, owes %.1f\n", kind, theme->name,
            theme_color_name(pair->foreground), theme_color_name(pair->background), contrast,
            least);
    }
    return contrast < least;
}

static void
test_theme__every_pair_has_the_contrast_it_owes(void **state) {
    (void)state;
    size_t theme_count, pair_count, bad = 0;
    const struct theme *themes = theme_table(&theme_count);
    const struct theme_pair *pairs = theme_pairs(&pair_count);
    assert_true(theme_count == 4 && pair_count >= 40);
    for (size_t t = 0; t < theme_count; t++) {
        struct theme calm = theme_calm(&themes[t]);
        for (size_t p = 0; p < pair_count; p++) {
            bad += owes(&themes[t], &pairs[p], "") + owes(&calm, &pairs[p], "calm ");
        }
    }
    assert_int_equal(bad, 0);
}

static void
test_theme__tones_are_pairs(void **state) {
    (void)state;
    size_t count;
    const struct theme *themes = theme_table(&count);
    for (size_t t = 0; t < count; t++) {
        for (int tone = TONE_NEUTRAL; tone <= TONE_DANGER; tone++) {
            struct color surface = themes[t].colors[theme_tone_surface((enum ui_tone)tone)];
            struct color text = themes[t].colors[theme_tone_text((enum ui_tone)tone)];
            assert_true(color_contrast(surface, text) >= 7);
        }
    }
}

static void
test_theme__every_token_is_set(void **state) {
    (void)state;
    size_t count;
    const struct theme *themes = theme_table(&count);
    for (size_t t = 0; t < count; t++) {
        for (int c = COLOR_PAPER; c < COLOR_SCRIM; c++) {
            assert_int_equal(themes[t].colors[c].a, 255);
        }
        assert_int_equal(themes[t].colors[COLOR_NONE].a, 0);
    }
}

/* Hues of countries are shapes on every ground that they stand on. */
static void
test_theme__hues_are_seen_on_every_ground(void **state) {
    (void)state;
    static const enum ui_color grounds[] = {
        COLOR_PAPER, COLOR_CARD, COLOR_SUNK, COLOR_WATER, COLOR_LAND};
    size_t count, bad = 0;
    const struct theme *themes = theme_table(&count);
    for (size_t t = 0; t < count; t++) {
        struct theme calm = theme_calm(&themes[t]);
        for (int hue = COLOR_HUE_DISC; hue <= COLOR_HUE_ROUNDED; hue++) {
            for (size_t g = 0; g < ARRAY_LEN(grounds); g++) {
                struct theme_pair pair = {(enum ui_color)hue, grounds[g], THEME_SHAPE};
                bad += owes(&themes[t], &pair, "") + owes(&calm, &pair, "calm ");
            }
        }
    }
    assert_int_equal(bad, 0);
}

static void
test_theme__a_country_keeps_its_mark(void **state) {
    (void)state;
    assert_int_equal(theme_country(STR("kr")).color, COLOR_HUE_DISC);
    assert_string_equal(theme_country(STR("JP")).icon, "shape-rounded");
    assert_string_equal(theme_country(STR("FR")).icon, theme_country(STR("fr")).icon);
    assert_non_null(theme_country((struct str){0}).icon);
}

/* The lightness that contrast comes from stays; greys have nothing to lose. */
static void
test_theme__calm_colours_keep_their_lightness(void **state) {
    (void)state;
    size_t count;
    const struct theme *themes = theme_table(&count);
    for (size_t t = 0; t < count; t++) {
        struct theme calm = theme_calm(&themes[t]);
        for (int c = COLOR_PAPER; c < COLOR_SCRIM; c++) {
            struct color was = themes[t].colors[c], is = calm.colors[c];
            double difference = color_luminance(was) - color_luminance(is);
            assert_true(difference < 0.06 && difference > -0.06);
            int spread_was = abs(was.r - was.b), spread_is = abs(is.r - is.b);
            assert_true(spread_was < 8 || spread_is < spread_was);
        }
    }
}

static void
test_theme__lookup(void **state) {
    (void)state;
    assert_string_equal(theme_lookup((struct str){0})->name, "light");
    assert_true(theme_lookup(STR("dark"))->is_dark);
    assert_null(theme_lookup(STR("sepia")));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_theme__every_pair_has_the_contrast_it_owes),
        cmocka_unit_test(test_theme__tones_are_pairs),
        cmocka_unit_test(test_theme__every_token_is_set),
        cmocka_unit_test(test_theme__hues_are_seen_on_every_ground),
        cmocka_unit_test(test_theme__a_country_keeps_its_mark),
        cmocka_unit_test(test_theme__calm_colours_keep_their_lightness),
        cmocka_unit_test(test_theme__lookup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
