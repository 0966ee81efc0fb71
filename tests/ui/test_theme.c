#include "test.h"

#include "ui/theme.h"

static void
test_theme__every_pair_has_the_contrast_it_owes(void **state) {
    (void)state;
    size_t theme_count, pair_count, bad = 0;
    const struct theme *themes = theme_table(&theme_count);
    const struct theme_pair *pairs = theme_pairs(&pair_count);
    assert_true(theme_count >= 2 && pair_count >= 25);
    for (size_t t = 0; t < theme_count; t++) {
        for (size_t p = 0; p < pair_count; p++) {
            double contrast = color_contrast(
                themes[t].colors[pairs[p].foreground], themes[t].colors[pairs[p].background]);
            if (contrast < pairs[p].least) {
                print_error("%s: %s on %s is %.2f, owes %.1f\n", themes[t].name,
                    theme_color_name(pairs[p].foreground), theme_color_name(pairs[p].background),
                    contrast, pairs[p].least);
                bad++;
            }
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
            assert_true(color_contrast(surface, text) >= 4.5);
        }
    }
}

static void
test_theme__every_token_is_set(void **state) {
    (void)state;
    size_t count;
    const struct theme *themes = theme_table(&count);
    for (size_t t = 0; t < count; t++) {
        for (int c = COLOR_BACKGROUND; c < COLOR_SCRIM; c++) {
            assert_int_equal(themes[t].colors[c].a, 255);
        }
        assert_int_equal(themes[t].colors[COLOR_NONE].a, 0);
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
        cmocka_unit_test(test_theme__lookup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
