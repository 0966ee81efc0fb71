/* A Wayland display with and without a seat: a small compositor of our own that answers with the
 * globals it was asked to have, in a child. SDL 2.26 crashes on one without a seat. */
#include "compositor_fixture.h"

#include "host/seat.h"
#include "host/window.h"

#include <SDL.h>
#include <wayland-server.h>

static void
bind_nothing(struct wl_client *client, void *self, uint32_t version, uint32_t id) {
    (void)self;
    wl_resource_create(client, &wl_seat_interface, (int)version, id);
}

static void
serve(int has_seat, int ready) {
    struct wl_display *display = wl_display_create();
    bool ok = display && wl_display_add_socket(display, COMPOSITOR_SOCKET) == 0;
    if (ok && has_seat) {
        wl_global_create(display, &wl_seat_interface, 1, NULL, bind_nothing);
    }
    if (!ok || write(ready, "r", 1) != 1) {
        _exit(1);
    }
    wl_display_run(display);
    _exit(0);
}

static void
test_seat__is_missing_where_the_display_has_none(void **state) {
    (void)state;
    for (int has_seat = 0; has_seat <= 1; has_seat++) {
        struct compositor compositor;
        compositor_start(&compositor, serve, has_seat);
        assert_int_equal(seat_is_missing(), !has_seat);
        compositor_stop(&compositor);
    }
}

static void
test_seat__no_display_has_no_seat_to_miss(void **state) {
    (void)state;
    setenv("XDG_RUNTIME_DIR", "/no/such/folder", 1);
    assert_false(seat_is_missing());
}

/* Ended with SIGSEGV in SDL_Init(). */
static void
test_seat__a_window_without_one_is_refused_in_words(void **state) {
    (void)state;
    struct compositor compositor;
    struct err err = {0};
    compositor_start(&compositor, serve, false);
    unsetenv("DISPLAY");
    setenv("SDL_VIDEODRIVER", "wayland", 1);
    bool started = window_start(&err);
    SDL_Quit();
    compositor_stop(&compositor);
    assert_false(started);
    assert_non_null(strstr(err.message, "has no seat"));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_seat__is_missing_where_the_display_has_none),
        cmocka_unit_test(test_seat__no_display_has_no_seat_to_miss),
        cmocka_unit_test(test_seat__a_window_without_one_is_refused_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
