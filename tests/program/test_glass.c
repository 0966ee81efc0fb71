/* What the compositor says of our pictures, by one of the test's own in a child: it shows a frame
 * when it is told to, and does not answer while it is stopped. */
#include "compositor_fixture.h"

#include "host/glass.h"

#include <poll.h>
#include <wayland-client-core.h>
#include <wayland-client-protocol.h>

enum { PATIENCE_MS = 20000 };

struct stage {
    struct compositor compositor;
    int orders; /* a byte: show a frame */
    struct wl_display *display;
    struct wl_compositor *globals;
    struct wl_surface *surface;
    struct glass glass;
};

/* glass_compositor.c */
compositor_serve_fn compositor_serve;

static void
start_compositor(struct stage *stage) {
    int orders[2];
    assert_int_equal(pipe(orders), 0);
    compositor_start(&stage->compositor, compositor_serve, orders[0]);
    close(orders[0]);
    stage->orders = orders[1];
}

static void
see_global(void *self, struct wl_registry *registry, uint32_t name, const char *interface,
    uint32_t version) {
    struct stage *stage = self;
    (void)version;
    if (strcmp(interface, wl_compositor_interface.name) == 0) {
        stage->globals = wl_registry_bind(registry, name, &wl_compositor_interface, 1);
    }
}

static void
forget_global(void *self, struct wl_registry *registry, uint32_t name) {
    (void)self, (void)registry, (void)name;
}

static int
set_up(void **state) {
    static const struct wl_registry_listener listener = {see_global, forget_global};
    struct stage *stage = calloc(1, sizeof(*stage));
    *state = stage;
    start_compositor(stage);
    stage->display = wl_display_connect(NULL);
    assert_non_null(stage->display);
    struct wl_registry *registry = wl_display_get_registry(stage->display);
    wl_registry_add_listener(registry, &listener, stage);
    assert_true(wl_display_roundtrip(stage->display) >= 0);
    wl_registry_destroy(registry);
    assert_non_null(stage->globals);
    stage->surface = wl_compositor_create_surface(stage->globals);
    glass_follow(&stage->glass, stage->display, stage->surface);
    return 0;
}

static int
tear_down(void **state) {
    struct stage *stage = *state;
    glass_close(&stage->glass);
    wl_surface_destroy(stage->surface);
    wl_compositor_destroy(stage->globals);
    wl_display_disconnect(stage->display);
    close(stage->orders);
    compositor_stop(&stage->compositor);
    free(stage);
    return 0;
}

/* What SDL does in the loop: reads what came, for every queue. False when nothing came in time. */
static bool
read_for_all(struct stage *stage, int patience_ms) {
    struct pollfd fd = {.fd = wl_display_get_fd(stage->display), .events = POLLIN};
    while (wl_display_prepare_read(stage->display) != 0) {
        wl_display_dispatch_pending(stage->display);
    }
    wl_display_flush(stage->display);
    if (poll(&fd, 1, patience_ms) <= 0) {
        wl_display_cancel_read(stage->display);
        return false;
    }
    wl_display_read_events(stage->display);
    return true;
}

static void
hand_over(struct stage *stage) {
    glass_hand_over(&stage->glass);
    wl_surface_commit(stage->surface);
}

/* The compositor has taken all that was sent, and said all that it has to say of it. */
static void
settle(struct stage *stage) {
    assert_true(wl_display_roundtrip(stage->display) >= 0);
}

static void
test_glass__a_picture_is_shown_when_the_compositor_says_so(void **state) {
    struct stage *stage = *state;
    settle(stage);
    assert_false(glass_has_shown(&stage->glass));
    assert_false(glass_is_waiting(&stage->glass)); /* for nothing: no picture yet */
    hand_over(stage);
    settle(stage);
    assert_false(glass_has_shown(&stage->glass)); /* taken, but not on the glass */
    assert_true(glass_is_waiting(&stage->glass));
    hand_over(stage); /* an animation goes on */
    settle(stage);
    assert_false(glass_has_shown(&stage->glass));
    assert_int_equal(write(stage->orders, "f", 1), 1);
    while (!glass_has_shown(&stage->glass)) {
        assert_true(read_for_all(stage, PATIENCE_MS));
    }
    assert_false(glass_is_waiting(&stage->glass));
    hand_over(stage);
    assert_false(glass_is_waiting(&stage->glass)); /* the first was what mattered */
}

static bool
is_answered(struct stage *stage, int patience_ms) {
    while (!glass_answers(&stage->glass)) {
        assert_true(glass_is_waiting(&stage->glass));
        if (!read_for_all(stage, patience_ms)) {
            return false;
        }
    }
    return true;
}

static void
test_glass__one_that_stands_still_does_not_answer(void **state) {
    struct stage *stage = *state;
    int status;
    assert_false(glass_answers(&stage->glass)); /* it was asked just now */
    assert_true(is_answered(stage, PATIENCE_MS));
    assert_false(glass_answers(&stage->glass)); /* an old answer does not count */
    assert_true(is_answered(stage, PATIENCE_MS));
    kill(stage->compositor.child, SIGSTOP);
    assert_int_equal(waitpid(stage->compositor.child, &status, WUNTRACED), stage->compositor.child);
    assert_true(WIFSTOPPED(status));
    for (int i = 0; i < 5; i++) {
        assert_false(is_answered(stage, 10));
    }
    kill(stage->compositor.child, SIGCONT);
    assert_true(is_answered(stage, PATIENCE_MS));
}

static void
test_glass__elsewhere_what_was_handed_over_is_shown(void **state) {
    struct glass glass;
    (void)state;
    glass_follow(&glass, NULL, NULL);
    assert_false(glass_has_shown(&glass));
    glass_hand_over(&glass);
    assert_true(glass_has_shown(&glass));
    assert_true(glass_answers(&glass));
    assert_false(glass_is_waiting(&glass));
    glass_close(&glass);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_glass__a_picture_is_shown_when_the_compositor_says_so, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_glass__one_that_stands_still_does_not_answer, set_up, tear_down),
        cmocka_unit_test(test_glass__elsewhere_what_was_handed_over_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
