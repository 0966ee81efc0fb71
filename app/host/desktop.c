#include "host/desktop.h"

#include "base/check.h"
#include "base/clock.h"
#include "base/log.h"
#include "commands/command.h"
#include "draw/draw_sdl.h"
#include "host/rescue.h"
#include "host/service.h"
#include "session_content.h"
#include "ui/input.h"
#include "watch.h"

#include <SDL.h>
#include <string.h>

#define MAX_SLEEP_MS 60000

struct desktop {
    struct session session;
    struct draw_sdl *draw;
    SDL_Window *window;
    struct clock clock;
    struct watch *watch; /* NULL: nobody edits */
    struct service service;
    enum rescue_cause cause; /* of a failure, should one come */
    bool typing;
};

static struct size
room_of(SDL_Window *window) {
    int index = window ? SDL_GetWindowDisplayIndex(window) : 0;
    SDL_Rect room;
    if (SDL_GetDisplayUsableBounds(index < 0 ? 0 : index, &room) != 0) {
        return (struct size){0};
    }
    return (struct size){(float)room.w, (float)room.h};
}

/* The glass as it is now. */
static struct ui_display
measure(const struct desktop *desktop) {
    struct ui_display display = {.density = 1, .room = room_of(desktop->window)};
    int width = 0;
    draw_sdl_size(desktop->draw, &display.width_px, &display.height_px);
    SDL_GetWindowSize(desktop->window, &width, NULL);
    if (width > 0 && display.width_px > 0) {
        display.density = (float)display.width_px / (float)width;
    }
    display.is_panel = (SDL_GetWindowFlags(desktop->window) & SDL_WINDOW_FULLSCREEN) != 0;
    return display;
}

static void
handle_event(struct desktop *desktop, const SDL_Event *event) {
    struct ui_event ui_event;
    int width, height;
    struct size picture = {
        (float)desktop->session.metrics.width_px, (float)desktop->session.metrics.height_px};
    SDL_GetWindowSize(desktop->window, &width, &height);
    if (!input_translate(event, (struct size){(float)width, (float)height}, picture,
            clock_now_ms(&desktop->clock), &ui_event)) {
        return;
    }
    if (ui_event.type == UI_DISPLAY) {
        ui_event.display = measure(desktop);
    } else if (ui_event.type == UI_DEVICE_RESET) {
        draw_sdl_reset(desktop->draw);
    }
    session_feed(&desktop->session, &ui_event);
}

/* Sleeps until something happens or the session wants its next turn, then takes all there is. */
static void
wait_for_events(struct desktop *desktop, uint64_t until_ms) {
    SDL_Event event;
    uint64_t now = clock_now_ms(&desktop->clock);
    uint64_t left = until_ms > now ? until_ms - now : 0;
    if (SDL_WaitEventTimeout(&event, (int)(left < MAX_SLEEP_MS ? left : MAX_SLEEP_MS))) {
        do {
            handle_event(desktop, &event);
            input_release(&event);
        } while (SDL_PollEvent(&event));
    }
}

/* Text input (and the handheld's keyboard) is on while a field has the focus. */
static void
follow_typing(struct desktop *desktop, const struct session_turn *turn) {
    struct rect field = turn->field_px;
    input_do(ui_take_duty(desktop->session.ui));
    if (turn->wants_text && !desktop->typing) {
        SDL_Rect at = {(int)field.x, (int)field.y, (int)field.w, (int)field.h};
        SDL_SetTextInputRect(&at);
        SDL_StartTextInput();
    } else if (!turn->wants_text && desktop->typing) {
        SDL_StopTextInput();
    }
    desktop->typing = turn->wants_text;
}

static bool
present(struct desktop *desktop, struct err *err) {
    const struct session *session = &desktop->session;
    struct color background = session->theme->colors[COLOR_BACKGROUND];
    if (!draw_sdl_run(desktop->draw, &session->list, background, err)) {
        desktop->cause = RESCUE_DISPLAY;
        return false;
    }
    draw_sdl_present(desktop->draw);
    return true;
}

/* Until the end is asked for. False when nothing can be shown any more. */
static bool
run_loop(struct desktop *desktop, struct err *err) {
    for (;;) {
        uint64_t now = clock_now_ms(&desktop->clock);
        struct session_turn turn = session_step(&desktop->session, now);
        if (turn.has_ended) {
            return true;
        }
        follow_typing(desktop, &turn);
        if (turn.draw && !present(desktop, err)) {
            return false;
        }
        service_turn(&desktop->service, &desktop->session, now, turn.draw);
        uint64_t ping = service_deadline(&desktop->service);
        wait_for_events(desktop, ping < turn.sleep_until_ms ? ping : turn.sleep_until_ms);
    }
}

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

static bool
open_window(struct desktop *desktop, const struct options *options, struct err *err) {
    input_set_hints();
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1"); /* a signal is not somebody closing the window */
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || !has_display()) {
        return err_set(err, ERR_IO,
            "no display to open a window on. Without one: naru tour --out FOLDER, or naru "
            "snapshot PATH --out FILE.png");
    }
    struct size size = display_window(&options->profile, room_of(NULL));
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (options->fullscreen) {
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    }
    desktop->window = SDL_CreateWindow(
        "Naru", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, (int)size.w, (int)size.h, flags);
    return desktop->window || err_set(err, ERR_IO, "cannot open a window: %s", SDL_GetError());
}

static bool
put_on_shelf(void *self, const struct para *para, bool light, size_t most, size_t *next) {
    return draw_sdl_prewarm(self, para, light, most, next);
}

static bool
open_drawing(struct desktop *desktop, const struct options *options, struct err *err) {
    struct draw_sdl_options draw = {
        .engine = desktop->session.engine,
        .icon_dir = desktop->session.paths.icons,
    };
    desktop->draw = draw_sdl_open_window(desktop->window, options->software, &draw, err);
    if (!desktop->draw) {
        desktop->cause = RESCUE_DISPLAY;
        return false;
    }
    desktop->session.prewarm.shelf =
        (struct prewarm_shelf){.put = put_on_shelf, .self = desktop->draw};
    struct ui_display display = measure(desktop);
    session_set_display(&desktop->session, &display);
    return true;
}

static enum rescue_cause
cause_of(enum session_failure failure) {
    switch (failure) {
    case SESSION_NO_TEXT:
        return RESCUE_TEXT;
    case SESSION_NO_CONTENT:
        return RESCUE_CONTENT;
    default:
        return RESCUE_FILES;
    }
}

static bool
open_session(struct desktop *desktop, const struct options *wanted, struct err *err) {
    struct options options = *wanted;
    const char *first = options.has_locale ? "home" : "language";
    if (options.watch && !session_content_build(&options, &desktop->watch, err)) {
        desktop->cause = RESCUE_CONTENT;
        return false;
    }
    enum session_failure failure = session_open(&desktop->session, &options, first, err);
    if (failure != SESSION_OK) {
        desktop->cause = cause_of(failure);
        return false;
    }
    if (options.profile.posture != POSTURE_KIOSK) {
        ui_set_clipboard(desktop->session.ui, input_clipboard());
    }
    session_content_open(&desktop->session, desktop->watch,
        options.content ? options.content : desktop->session.paths.database);
    return true;
}

int
desktop_run(const struct options *options) {
    struct desktop desktop = {.clock = clock_system()};
    struct err err = {0};
    if (options->profile.posture == POSTURE_KIOSK) {
        log_set_level(LOG_INFO); /* starts, stops, contents, resets: for the operator's journal */
    }
    log_write(LOG_INFO, "app", "starts, %s posture", posture_name(options->profile.posture));
    service_open(&desktop.service);
    bool ok = open_window(&desktop, options, &err);
    if (!ok) {
        SDL_Quit();
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    ok = open_session(&desktop, options, &err) && open_drawing(&desktop, options, &err) &&
         run_loop(&desktop, &err);
    log_write(LOG_INFO, "app", "stops");
    service_close(&desktop.service);
    session_content_close(&desktop.session);
    session_close(&desktop.session);
    draw_sdl_close(desktop.draw);
    watch_close(desktop.watch);
    if (!ok) {
        log_write(LOG_ERROR, "app", "%s", err.message);
        rescue_run(desktop.window, desktop.cause, &err);
    }
    SDL_DestroyWindow(desktop.window);
    SDL_Quit();
    return ok ? EXIT_DONE : EXIT_WRONG;
}
