/* A compositor with surfaces, for test_glass.c: frames are shown when a byte comes. In a file of
 * its own, because the two sides of Wayland have the same names for different things. */
#include "compositor_fixture.h"

#include <wayland-server.h>

enum { MOST = 16 };

compositor_serve_fn compositor_serve;

/* As the protocol has it: a request of frame() counts from the next commit on. */
struct scene {
    struct wl_resource *asked[MOST], *committed[MOST];
    size_t asked_count, committed_count;
};

static void
frame(struct wl_client *client, struct wl_resource *surface, uint32_t id) {
    struct scene *scene = wl_resource_get_user_data(surface);
    if (scene->asked_count < MOST) {
        scene->asked[scene->asked_count++] =
            wl_resource_create(client, &wl_callback_interface, 1, id);
    }
}

static void
commit(struct wl_client *client, struct wl_resource *surface) {
    struct scene *scene = wl_resource_get_user_data(surface);
    (void)client;
    for (size_t i = 0; i < scene->asked_count && scene->committed_count < MOST; i++) {
        scene->committed[scene->committed_count++] = scene->asked[i];
    }
    scene->asked_count = 0;
}

static void
destroy(struct wl_client *client, struct wl_resource *resource) {
    (void)client;
    wl_resource_destroy(resource);
}

static void
create_surface(struct wl_client *client, struct wl_resource *compositor, uint32_t id) {
    static const struct wl_surface_interface requests = {
        .destroy = destroy, .frame = frame, .commit = commit};
    struct wl_resource *surface = wl_resource_create(client, &wl_surface_interface, 1, id);
    wl_resource_set_implementation(surface, &requests, wl_resource_get_user_data(compositor), NULL);
}

static void
bind_compositor(struct wl_client *client, void *scene, uint32_t version, uint32_t id) {
    static const struct wl_compositor_interface requests = {.create_surface = create_surface};
    struct wl_resource *resource =
        wl_resource_create(client, &wl_compositor_interface, (int)version, id);
    wl_resource_set_implementation(resource, &requests, scene, NULL);
}

static int
show_frame(int orders, uint32_t mask, void *self) {
    struct scene *scene = self;
    char byte;
    (void)mask;
    if (read(orders, &byte, 1) != 1) {
        _exit(0);
    }
    for (size_t i = 0; i < scene->committed_count; i++) {
        wl_callback_send_done(scene->committed[i], 0);
        wl_resource_destroy(scene->committed[i]);
    }
    scene->committed_count = 0;
    return 0;
}

void
compositor_serve(int orders, int ready) {
    struct scene scene = {.asked_count = 0};
    struct wl_display *display = wl_display_create();
    bool ok = display && wl_display_add_socket(display, COMPOSITOR_SOCKET) == 0 &&
              wl_global_create(display, &wl_compositor_interface, 1, &scene, bind_compositor);
    if (!ok || write(ready, "r", 1) != 1) {
        _exit(1);
    }
    wl_event_loop_add_fd(
        wl_display_get_event_loop(display), orders, WL_EVENT_READABLE, show_frame, &scene);
    wl_display_run(display);
    _exit(0);
}
