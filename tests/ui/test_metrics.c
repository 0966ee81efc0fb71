/* Sizes in millimetres, as they come out of the real fonts. */
#include "ui_fixture.h"

#include "base/check.h"

#include <math.h>

static const struct str samples[] = {STR_INIT("한"), STR_INIT("国"), STR_INIT("H")};

static float
ink_mm(struct fixture *f, enum type_style type, enum locale_id lang) {
    struct text_style style = {.lang = lang,
        .size_px = f->metrics.type[type][lang].size_px,
        .weight = f->metrics.type[type][lang].weight};
    const struct para *para = para_layout(f->engine, samples[lang], &style, NULL, 0, 1000);
    return para->ink_px / f->metrics.px_per_mm;
}

static void
each_ink(struct fixture *f, float least) {
    for (int type = 0; type < TYPE_COUNT; type++) {
        for (int lang = 0; lang < LOCALE_COUNT; lang++) {
            float ink = ink_mm(f, (enum type_style)type, (enum locale_id)lang);
            if (ink < least) {
                print_error("%s type %d %s: %.2f mm\n", f->metrics.profile_name, type,
                    locale_tag((enum locale_id)lang), (double)ink);
            }
            assert_true(ink >= least);
        }
    }
}

/* Of what is read: labels of a bar are of the size that fits into one row. */
static void
text_ink(struct fixture *f, float least) {
    for (int type = 0; type < TYPE_BAR; type++) {
        for (int lang = 0; lang < LOCALE_COUNT; lang++) {
            assert_true(ink_mm(f, (enum type_style)type, (enum locale_id)lang) >= least);
        }
    }
}

static void
test_metrics__kiosk_ink_is_at_least_12_mm(void **state) {
    struct fixture *f = *state;
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (profiles[i].posture == POSTURE_KIOSK) {
            metrics_resolve(&f->metrics, &profiles[i], &f->ratios, 1);
            each_ink(f, 12);
            metrics_resolve(&f->metrics, &profiles[i], &f->ratios, 2);
            each_ink(f, 12);
            text_ink(f, 24);
        }
    }
}

static void
test_metrics__small_kiosks_may_be_smaller(void **state) {
    struct fixture *f = *state;
    struct profile small = {"small", 1280, 800, 5.88f, POSTURE_KIOSK, 900, 400};
    metrics_resolve(&f->metrics, &small, &f->ratios, 1);
    each_ink(f, 7.25f);
    assert_true(ink_mm(f, TYPE_BODY, LOCALE_KO) < 9);
}

static void
test_metrics__targets_and_gaps_in_mm(void **state) {
    struct fixture *f = *state;
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t i = 0; i < count; i++) {
        metrics_resolve(&f->metrics, &profiles[i], &f->ratios, 1);
        float least = profiles[i].posture == POSTURE_KIOSK ? 20 : 9;
        assert_true(f->metrics.target_px / profiles[i].px_per_mm >= least);
        float gap = profiles[i].posture == POSTURE_KIOSK ? 2.5f : 1.25f;
        assert_true(f->metrics.gap_px / profiles[i].px_per_mm >= gap);
        assert_true(f->metrics.focus_px >= 2);
    }
}

static void
test_metrics__width_classes_follow_the_reader(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *profile;
        float scale;
        enum width_class expected;
    } cases[] = {
        {"kiosk-portrait", 1, WIDTH_MEDIUM},
        {"kiosk-portrait", 2, WIDTH_COMPACT},
        {"kiosk-landscape", 1, WIDTH_WIDE},
        {"kiosk-landscape", 2, WIDTH_COMPACT},
        {"tablet-landscape", 1, WIDTH_WIDE},
        {"tablet-portrait", 1, WIDTH_MEDIUM},
        {"phone", 1, WIDTH_COMPACT},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        fixture_profile(f, cases[i].profile, cases[i].scale);
        assert_int_equal(f->metrics.width_class, cases[i].expected);
    }
}

static void
test_metrics__text_scale_is_clamped_and_scales_icons_fully(void **state) {
    struct fixture *f = *state;
    fixture_profile(f, "phone", 1);
    float icon = metrics_size_px(&f->metrics, 24), gap = metrics_px(&f->metrics, 24);
    float body = f->metrics.type[TYPE_BODY][LOCALE_JA].size_px;
    fixture_profile(f, "phone", 9);
    assert_true(f->metrics.text_scale == 2);
    assert_true(fabsf(metrics_size_px(&f->metrics, 24) - 2 * icon) <= 1);
    assert_true(fabsf(f->metrics.type[TYPE_BODY][LOCALE_JA].size_px - 2 * body) <= 0.5f);
    assert_true(metrics_px(&f->metrics, 24) > gap && metrics_px(&f->metrics, 24) < 1.5f * gap);
    assert_true(metrics_px(&f->metrics, 0.1f) == 1);
    assert_true(metrics_px(&f->metrics, 0) == 0);
}

/* Five sizes, each 1.25 of the one before, in every language and on every panel. */
static void
test_metrics__sizes_are_of_one_ratio(void **state) {
    struct fixture *f = *state;
    static const enum type_style sizes[] = {
        TYPE_BODY, TYPE_LEAD, TYPE_HEADING, TYPE_TITLE, TYPE_FIGURE};
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t i = 0; i < count * LOCALE_COUNT; i++) {
        int lang = (int)(i % LOCALE_COUNT);
        metrics_resolve(&f->metrics, &profiles[i / LOCALE_COUNT], &f->ratios, 1);
        for (size_t s = 1; s < ARRAY_LEN(sizes); s++) {
            float ratio = f->metrics.type[sizes[s]][lang].size_px /
                          f->metrics.type[sizes[s - 1]][lang].size_px;
            assert_true(ratio > 1.22f && ratio < 1.28f);
        }
        float body = f->metrics.type[TYPE_BODY][lang].size_px;
        assert_true(f->metrics.type[TYPE_LABEL][lang].size_px == body);
        bool is_kiosk = f->metrics.posture == POSTURE_KIOSK;
        assert_true(f->metrics.type[TYPE_CAPTION][lang].size_px == body || !is_kiosk);
    }
    fixture_profile(f, "kiosk-portrait", 1); /* whole English text is larger, by its capitals */
    float larger = f->metrics.type[TYPE_BODY][LOCALE_EN].size_px /
                   f->metrics.type[TYPE_BODY][LOCALE_KO].size_px;
    assert_true(larger >= 1.15f && larger <= 1.24f);
}

static void
test_metrics__profiles_by_name(void **state) {
    (void)state;
    enum posture posture;
    assert_null(profile_lookup(STR("fridge")));
    assert_int_equal(profile_lookup(STR("phone"))->height_px, 1560);
    assert_true(posture_from_name(STR("handheld"), &posture));
    assert_int_equal(posture, POSTURE_HANDHELD);
    assert_false(posture_from_name(STR("sitting"), &posture));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_metrics__kiosk_ink_is_at_least_12_mm),
        cmocka_unit_test(test_metrics__small_kiosks_may_be_smaller),
        cmocka_unit_test(test_metrics__targets_and_gaps_in_mm),
        cmocka_unit_test(test_metrics__width_classes_follow_the_reader),
        cmocka_unit_test(test_metrics__text_scale_is_clamped_and_scales_icons_fully),
        cmocka_unit_test(test_metrics__sizes_are_of_one_ratio),
        cmocka_unit_test(test_metrics__profiles_by_name),
    };
    return cmocka_run_group_tests(tests, fixture_setup, fixture_teardown);
}
