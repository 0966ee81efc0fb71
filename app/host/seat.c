#include "host/seat.h"

#include <stdlib.h>
#include <string.h>
#include <wayland-client.h>

static void
see_global(void *has_seat, struct wl_registry *registry, uint32_t name, const char *interface,
    uint32_t version) {
    (void)registry, (void)name, (void)version;
    if (strcmp(interface, wl_seat_interface.name) == 0) {
        *(bool *)has_seat = true;
    }
}

static void
forget_global(void *has_seat, struct wl_registry *registry, uint32_t name) {
    (void)has_seat, (void)registry, (void)name;
}

bool
seat_is_missing(void) {
    static const struct wl_registry_listener listener = {see_global, forget_global};
    /* An inherited connection (WAYLAND_SOCKET) can be taken once, and SDL needs it. */
    struct wl_display *display = getenv("WAYLAND_SOCKET") ? NULL : wl_display_connect(NULL);
    bool has_seat = false, has_answered = false;
    if (!display) {
        return false;
    }
    struct wl_registry *registry = wl_display_get_registry(display);
    if (registry) {
        wl_registry_add_listener(registry, &listener, &has_seat);
        has_answered = wl_display_roundtrip(display) >= 0;
        wl_registry_destroy(registry);
    }
    wl_display_disconnect(display);
    return has_answered && !has_seat;
}
