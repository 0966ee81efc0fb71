#include "test.h"

#include "ui/display.h"

static float
px_per_mm(const char *profile, struct ui_display display) {
    return profile_on_display(profile_lookup(str_from(profile)), &display).px_per_mm;
}

static void
test_display__a_panel_is_as_large_as_the_profiles_whatever_its_pixels(void **state) {
    (void)state;
    static const struct {
        int width, height;
        float px_per_mm;
    } panels[] = {
        {1080, 1920, 2.71f}, {1920, 1080, 2.71f}, {2160, 3840, 5.42f}, {800, 600, 1.129f}};
    for (size_t i = 0; i < ARRAY_LEN(panels); i++) {
        struct ui_display display = {
            .width_px = panels[i].width, .height_px = panels[i].height, .is_panel = true};
        assert_float_equal(px_per_mm("kiosk-portrait", display), panels[i].px_per_mm, 0.01);
    }
}

/* Scale 1, 1.5 and 2: more pixels for the same picture. */
static void
test_display__a_dense_window_gets_its_pixels(void **state) {
    (void)state;
    static const float densities[] = {1, 1.5f, 2};
    for (size_t i = 0; i < ARRAY_LEN(densities); i++) {
        float d = densities[i];
        struct ui_display display = {
            .width_px = (int)(720 * d), .height_px = (int)(1560 * d), .density = d};
        assert_float_equal(px_per_mm("phone", display), 11.1f * d, 0.01);
    }
}

static void
test_display__a_window_fits_the_room_and_keeps_its_proportions(void **state) {
    (void)state;
    const struct profile *kiosk = profile_lookup(STR("kiosk-portrait"));
    struct size room = {1920, 1080}, size = display_window(kiosk, room);
    assert_true(size.w <= room.w && size.h <= room.h * 0.91f);
    assert_float_equal(size.w / size.h, 1080.0f / 1920.0f, 0.01);
    struct ui_display display = {
        .width_px = (int)size.w, .height_px = (int)size.h, .density = 1, .room = room};
    float scale = size.h / 1920.0f;
    assert_float_equal(px_per_mm("kiosk-portrait", display), 2.71f * scale, 0.01);
    display.width_px += 400; /* made wider: shows more, not larger */
    assert_float_equal(px_per_mm("kiosk-portrait", display), 2.71f * scale, 0.01);
    assert_true(display_window(kiosk, (struct size){0, 0}).w == 1080);
}

static void
test_display__an_unknown_display_is_the_profiles_own(void **state) {
    (void)state;
    struct ui_display unknown = {0};
    const struct profile *wanted = profile_lookup(STR("tablet-portrait"));
    struct profile shown = profile_on_display(wanted, &unknown);
    assert_int_equal(shown.width_px, wanted->width_px);
    assert_true(shown.px_per_mm == wanted->px_per_mm);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_display__a_panel_is_as_large_as_the_profiles_whatever_its_pixels),
        cmocka_unit_test(test_display__a_dense_window_gets_its_pixels),
        cmocka_unit_test(test_display__a_window_fits_the_room_and_keeps_its_proportions),
        cmocka_unit_test(test_display__an_unknown_display_is_the_profiles_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
