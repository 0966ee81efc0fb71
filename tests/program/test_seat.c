/* A Wayland display with and without a seat: a small compositor of our own that answers with the
 * globals it was asked to have, in a child. SDL 2.26 crashes on one without a seat. */
#include "test.h"

#include "host/seat.h"
#include "host/window.h"

#include <SDL.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wayland-server.h>

static void
bind_nothing(struct wl_client *client, void *self, uint32_t version, uint32_t id) {
    (void)self;
    wl_resource_create(client, &wl_seat_interface, (int)version, id);
}

/* In the child: never returns. Says on `ready` when the socket is there. */
static void
serve(bool has_seat, int ready) {
    struct wl_display *display = wl_display_create();
    bool ok = display && wl_display_add_socket(display, "naru-test-0") == 0;
    if (ok && has_seat) {
        wl_global_create(display, &wl_seat_interface, 1, NULL, bind_nothing);
    }
    if (!ok || write(ready, "r", 1) != 1) {
        _exit(1);
    }
    wl_display_run(display);
    _exit(0);
}

static pid_t
start_compositor(char *folder, bool has_seat) {
    int ends[2];
    char word;
    assert_non_null(mkdtemp(folder));
    setenv("XDG_RUNTIME_DIR", folder, 1);
    setenv("WAYLAND_DISPLAY", "naru-test-0", 1);
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        serve(has_seat, ends[1]);
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], &word, 1), 1);
    close(ends[0]);
    return child;
}

static void
stop_compositor(pid_t child, const char *folder) {
    static const char *const left[] = {"/naru-test-0", "/naru-test-0.lock", ""};
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    for (size_t i = 0; i < ARRAY_LEN(left); i++) {
        char path[128];
        snprintf(path, sizeof(path), "%s%s", folder, left[i]);
        remove(path);
    }
}

static void
test_seat__is_missing_where_the_display_has_none(void **state) {
    (void)state;
    for (int has_seat = 0; has_seat <= 1; has_seat++) {
        char folder[] = "/tmp/naru-test-XXXXXX";
        pid_t child = start_compositor(folder, has_seat);
        assert_int_equal(seat_is_missing(), !has_seat);
        stop_compositor(child, folder);
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
    char folder[] = "/tmp/naru-test-XXXXXX";
    struct err err = {0};
    pid_t child = start_compositor(folder, false);
    unsetenv("DISPLAY");
    setenv("SDL_VIDEODRIVER", "wayland", 1);
    bool started = window_start(&err);
    SDL_Quit();
    stop_compositor(child, folder);
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
