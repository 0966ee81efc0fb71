#include "host/window.h"

#include "base/check.h"
#include "base/log.h"
#include "host/seat.h"
#include "ui/display.h"
#include "ui/input.h"

#include <SDL.h>
#include <string.h>

/* Without a display SDL falls back on drivers that draw where nobody looks. Whoever wants that says
 * so with SDL_VIDEODRIVER. */
static bool
has_display(void) {
    static const char *const blind[] = {"offscreen", "dummy", "evdev"};
    const char *driver = SDL_GetCurrentVideoDriver(), *wanted = SDL_getenv("SDL_VIDEODRIVER");
    for (size_t i = 0; driver && i < ARRAY_LEN(blind); i++) {
        if (strcmp(driver, blind[i]) == 0) {
            return wanted && *wanted;
        }
    }
    return driver != NULL;
}

/* Whether SDL may choose Wayland. */
static bool
may_be_wayland(void) {
    const char *wanted = SDL_GetHint(SDL_HINT_VIDEODRIVER);
    return !wanted || !*wanted || strstr(wanted, "wayland");
}

/* SDL would end with SIGSEGV (host/seat.h); the compositor may have an X server beside it. */
static bool
start_without_seat(struct err *err) {
    SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "x11", SDL_HINT_OVERRIDE);
    if (SDL_Init(SDL_INIT_VIDEO) == 0) {
        log_write(LOG_WARN, "app", "the Wayland display has no seat; the window goes through X11");
        return true;
    }
    return err_set(err, ERR_IO,
        "the Wayland display has no seat: connect a touch panel, a mouse or a keyboard, or start "
        "Xwayland beside it");
}

bool
window_start(struct err *err) {
    input_set_hints();
    SDL_setenv("SDL_VIDEO_X11_WMCLASS", "naru", 0); /* on Wayland, too; else the file's: naru-app */
    if (may_be_wayland() && seat_is_missing()) {
        return start_without_seat(err);
    }
    if (SDL_Init(SDL_INIT_VIDEO) == 0 && has_display()) {
        return true;
    }
    return err_set(err, ERR_IO,
        "no display to open a window on. Without one: naru tour --out FOLDER, or naru "
        "snapshot PATH --out FILE.png");
}

static int
display_of(SDL_Window *window) {
    int index = window ? SDL_GetWindowDisplayIndex(window) : 0;
    return index < 0 ? 0 : index;
}

static struct size
room_of(SDL_Window *window) {
    SDL_Rect room;
    if (SDL_GetDisplayUsableBounds(display_of(window), &room) != 0) {
        return (struct size){0};
    }
    return (struct size){(float)room.w, (float)room.h};
}

static bool
is_fullscreen(SDL_Window *window) {
    return (SDL_GetWindowFlags(window) & SDL_WINDOW_FULLSCREEN) != 0;
}

SDL_Window *
window_open(const struct options *options, struct err *err) {
    struct size size = display_window(&options->profile, room_of(NULL));
    SDL_Rect at = {SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, (int)size.w, (int)size.h};
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (options->fullscreen) {
        /* Where nobody manages windows, it has the right place and size from the start. */
        SDL_GetDisplayBounds(0, &at);
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_BORDERLESS;
    }
    SDL_Window *window = SDL_CreateWindow("Naru", at.x, at.y, at.w, at.h, flags);
    if (!window) {
        err_set(err, ERR_IO, "cannot open a window: %s", SDL_GetError());
    }
    return window;
}

struct ui_display
window_display(SDL_Window *window, int width_px, int height_px) {
    struct ui_display display = {
        .width_px = width_px,
        .height_px = height_px,
        .density = 1,
        .room = room_of(window),
        .is_panel = is_fullscreen(window),
    };
    int width = 0;
    SDL_GetWindowSize(window, &width, NULL);
    if (width > 0 && width_px > 0) {
        display.density = (float)width_px / (float)width;
    }
    return display;
}

void
window_follow_display(SDL_Window *window) {
    SDL_Rect bounds;
    int width, height;
    SDL_GetWindowSize(window, &width, &height);
    if (is_fullscreen(window) && SDL_GetDisplayBounds(display_of(window), &bounds) == 0 &&
        (bounds.w != width || bounds.h != height)) {
        SDL_SetWindowFullscreen(window, 0);
        SDL_SetWindowPosition(window, bounds.x, bounds.y);
        SDL_SetWindowSize(window, bounds.w, bounds.h);
        SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
}
