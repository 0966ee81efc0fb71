#include "host/glass.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <wayland-client.h>

static void
come_true(void *flag, struct wl_callback *callback, uint32_t time_ms) {
    (void)callback, (void)time_ms;
    *(bool *)flag = true;
}

static const struct wl_callback_listener callback_listener = {come_true};

void
glass_follow(struct glass *glass, struct wl_display *display, struct wl_surface *surface) {
    *glass = (struct glass){0};
    struct wl_event_queue *queue = display ? wl_display_create_queue(display) : NULL;
    struct wl_surface *wrapper = queue ? wl_proxy_create_wrapper(surface) : NULL;
    if (!wrapper) {
        if (queue) {
            wl_event_queue_destroy(queue);
        }
        return;
    }
    wl_proxy_set_queue((struct wl_proxy *)wrapper, queue);
    *glass = (struct glass){.display = display, .queue = queue, .surface = wrapper};
}

void
glass_open(struct glass *glass, struct SDL_Window *window) {
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) && info.subsystem == SDL_SYSWM_WAYLAND) {
        glass_follow(glass, info.info.wl.display, info.info.wl.surface);
    } else {
        glass_follow(glass, NULL, NULL);
    }
}

static void
drop(struct wl_callback **callback) {
    if (*callback) {
        wl_callback_destroy(*callback);
    }
    *callback = NULL;
}

void
glass_close(struct glass *glass) {
    drop(&glass->frame);
    drop(&glass->answer);
    if (glass->display) {
        wl_proxy_wrapper_destroy(glass->surface);
        wl_event_queue_destroy(glass->queue);
    }
    *glass = (struct glass){0};
}

/* The commit that follows carries the request. One is enough: the compositor keeps it until a frame
 * with this surface was shown. */
void
glass_hand_over(struct glass *glass) {
    glass->has_handed = true;
    if (!glass->display || glass->frame || glass->has_shown) {
        return;
    }
    glass->frame = wl_surface_frame(glass->surface);
    wl_callback_add_listener(glass->frame, &callback_listener, &glass->has_shown);
}

bool
glass_has_shown(struct glass *glass) {
    if (!glass->display) {
        return glass->has_handed;
    }
    wl_display_dispatch_queue_pending(glass->display, glass->queue);
    if (glass->has_shown) {
        drop(&glass->frame);
    }
    return glass->has_shown;
}

static void
ask(struct glass *glass) {
    struct wl_display *wrapper = wl_proxy_create_wrapper(glass->display);
    glass->has_answered = false;
    if (wrapper) {
        wl_proxy_set_queue((struct wl_proxy *)wrapper, glass->queue);
        glass->answer = wl_display_sync(wrapper);
        wl_callback_add_listener(glass->answer, &callback_listener, &glass->has_answered);
        wl_proxy_wrapper_destroy(wrapper);
        wl_display_flush(glass->display);
    }
}

bool
glass_answers(struct glass *glass) {
    if (!glass->display) {
        return true;
    }
    if (!glass->answer) {
        ask(glass);
    }
    wl_display_dispatch_queue_pending(glass->display, glass->queue);
    if (!glass->has_answered) {
        return false;
    }
    drop(&glass->answer);
    glass->has_answered = false;
    return true;
}

bool
glass_is_waiting(const struct glass *glass) {
    return glass->display && ((glass->frame && !glass->has_shown) || glass->answer);
}
