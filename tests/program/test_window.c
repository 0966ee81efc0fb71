/* The window on one display of several. SDL's answers about displays are the test's own (the linker
 * wraps them): two displays, a window that stands on either. */
#include "test.h"

#include "host/window.h"
#include "ui/display.h"

#include <SDL.h>
#include <stdlib.h>

static const SDL_Rect displays[] = {{0, 0, 1280, 720}, {1280, 0, 1080, 1920}};
static const int bar = 40; /* of a desk, at the top of every display */

/* What the faked window is. */
static struct {
    int display, width, height;
    Uint32 flags;
    SDL_Rect asked; /* where it was last asked to stand */
} fake;

int __wrap_SDL_GetWindowDisplayIndex(SDL_Window *window);
int __wrap_SDL_GetDisplayBounds(int index, SDL_Rect *bounds);
int __wrap_SDL_GetDisplayUsableBounds(int index, SDL_Rect *bounds);
Uint32 __wrap_SDL_GetWindowFlags(SDL_Window *window);
void __wrap_SDL_GetWindowSize(SDL_Window *window, int *width, int *height);
void __wrap_SDL_SetWindowPosition(SDL_Window *window, int x, int y);
void __wrap_SDL_SetWindowSize(SDL_Window *window, int width, int height);
int __wrap_SDL_SetWindowFullscreen(SDL_Window *window, Uint32 flags);
SDL_Window *__wrap_SDL_CreateWindow(
    const char *title, int x, int y, int width, int height, Uint32 flags);

/* Never followed. */
static SDL_Window *
a_window(void) {
    return (SDL_Window *)(void *)&fake;
}

int
__wrap_SDL_GetWindowDisplayIndex(SDL_Window *window) {
    assert_ptr_equal(window, a_window());
    return fake.display;
}

int
__wrap_SDL_GetDisplayBounds(int index, SDL_Rect *bounds) {
    if (index < 0 || index >= (int)ARRAY_LEN(displays)) {
        return -1;
    }
    *bounds = displays[index];
    return 0;
}

int
__wrap_SDL_GetDisplayUsableBounds(int index, SDL_Rect *bounds) {
    int code = __wrap_SDL_GetDisplayBounds(index, bounds);
    bounds->y += bar;
    bounds->h -= bar;
    return code;
}

Uint32
__wrap_SDL_GetWindowFlags(SDL_Window *window) {
    assert_ptr_equal(window, a_window());
    return fake.flags;
}

void
__wrap_SDL_GetWindowSize(SDL_Window *window, int *width, int *height) {
    assert_ptr_equal(window, a_window());
    *width = fake.width;
    if (height) {
        *height = fake.height;
    }
}

void
__wrap_SDL_SetWindowPosition(SDL_Window *window, int x, int y) {
    assert_ptr_equal(window, a_window());
    fake.asked.x = x;
    fake.asked.y = y;
}

void
__wrap_SDL_SetWindowSize(SDL_Window *window, int width, int height) {
    assert_ptr_equal(window, a_window());
    fake.asked.w = fake.width = width;
    fake.asked.h = fake.height = height;
}

int
__wrap_SDL_SetWindowFullscreen(SDL_Window *window, Uint32 flags) {
    assert_ptr_equal(window, a_window());
    fake.flags = flags;
    return 0;
}

SDL_Window *
__wrap_SDL_CreateWindow(const char *title, int x, int y, int width, int height, Uint32 flags) {
    assert_string_equal(title, "Naru");
    fake.flags = flags;
    fake.asked = (SDL_Rect){x, y, width, height};
    fake.width = width;
    fake.height = height;
    return a_window();
}

static struct options
options_of(const char *profile, bool fullscreen) {
    return (struct options){
        .profile = *profile_lookup(str_from(profile)), .fullscreen = fullscreen};
}

static float
px_per_mm_on(int display, const char *profile, int width_px) {
    fake.display = display;
    struct ui_display glass = window_display(a_window(), width_px, width_px * 16 / 9);
    return profile_on_display(profile_lookup(str_from(profile)), &glass).px_per_mm;
}

/* Type is as large as the display's room for the whole picture allows: 720 - 40 px on the one, the
 * profile's own 1920 px nearly on the other. */
static void
test_window__is_measured_on_the_display_it_stands_on(void **state) {
    (void)state;
    fake.flags = 0;
    fake.width = 340;
    float small = 2.71f * (720 - 40) * 0.9f / 1920, large = 2.71f * (1920 - 40) * 0.9f / 1920;
    assert_float_equal(px_per_mm_on(0, "kiosk-portrait", 340), small, 0.01);
    assert_float_equal(px_per_mm_on(1, "kiosk-portrait", 340), large, 0.01);
    assert_float_equal(px_per_mm_on(0, "kiosk-portrait", 340), small, 0.01);     /* and back */
    assert_float_equal(px_per_mm_on(1, "kiosk-portrait", 680), 2 * large, 0.01); /* dense */
}

/* SDL says -1 for a window on no display, as when the last was unplugged. */
static void
test_window__on_no_display_is_measured_on_the_first(void **state) {
    (void)state;
    fake.flags = 0;
    fake.width = 340;
    float first = px_per_mm_on(0, "kiosk-portrait", 340);
    assert_float_equal(px_per_mm_on(-1, "kiosk-portrait", 340), first, 0.001);
}

static void
test_window__opens_with_room_around_it_or_fills_the_display(void **state) {
    (void)state;
    struct err err;
    struct options window = options_of("kiosk-portrait", false);
    struct options panel = options_of("kiosk-portrait", true);
    assert_ptr_equal(window_open(&window, &err), a_window());
    assert_true(fake.asked.w < 1280 && fake.asked.h <= 680);
    assert_true((fake.flags & SDL_WINDOW_FULLSCREEN) == 0);
    assert_ptr_equal(window_open(&panel, &err), a_window());
    assert_memory_equal(&fake.asked, &displays[0], sizeof(SDL_Rect));
    assert_true((fake.flags & SDL_WINDOW_FULLSCREEN) != 0);
}

/* Moved to the other display, or that one changed under it: it fills the one it stands on. */
static void
test_window__a_panel_fills_the_display_it_is_on_after_a_change(void **state) {
    (void)state;
    struct err err;
    struct options panel = options_of("kiosk-portrait", true);
    fake.display = 0;
    window_open(&panel, &err);
    fake.asked = (SDL_Rect){0};
    window_follow_display(a_window());
    assert_int_equal(fake.asked.w, 0); /* it fills it already: nothing to ask */
    fake.display = 1;
    window_follow_display(a_window());
    assert_memory_equal(&fake.asked, &displays[1], sizeof(SDL_Rect));
    assert_true((fake.flags & SDL_WINDOW_FULLSCREEN) != 0);
}

static void
test_window__a_window_of_ones_own_is_left_where_it_is(void **state) {
    (void)state;
    struct err err;
    struct options window = options_of("phone", false);
    fake.display = 0;
    window_open(&window, &err);
    fake.asked = (SDL_Rect){0};
    fake.display = 1;
    window_follow_display(a_window());
    assert_int_equal(fake.asked.w, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_window__is_measured_on_the_display_it_stands_on),
        cmocka_unit_test(test_window__on_no_display_is_measured_on_the_first),
        cmocka_unit_test(test_window__opens_with_room_around_it_or_fills_the_display),
        cmocka_unit_test(test_window__a_panel_fills_the_display_it_is_on_after_a_change),
        cmocka_unit_test(test_window__a_window_of_ones_own_is_left_where_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
