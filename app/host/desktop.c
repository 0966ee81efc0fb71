#include "host/desktop.h"

#include "base/check.h"
#include "base/log.h"
#include "cli/command.h"
#include "draw/draw_sdl.h"
#include "draw/draw_window.h"
#include "host/cursor.h"
#include "host/glass.h"
#include "host/hygiene.h"
#include "host/rescue.h"
#include "host/service.h"
#include "host/signals.h"
#include "host/window.h"
#include "session_content.h"
#include "session_own.h"
#include "ui/input.h"
#include "watch.h"

#include <SDL.h>

struct desktop {
    const struct options *options;
    struct host host;
    struct session session;
    SDL_Window *window;
    struct draw_sdl *draw;
    struct watch *watch; /* NULL: nobody edits */
    struct service service;
    struct glass glass;
    struct cursor cursor;
    struct rescue rescue;       /* what to say should something fail */
    struct draw_window *canvas; /* of the rescue screen; NULL: it is not shown */
    bool typing, shows_cursor, has_shown;
    bool has_lost_display; /* the window system ended: there is nobody left to show anything to */
};

/* Of the rescue screen. */
enum verdict { GO_ON, END_ASKED, END_UNWANTED };

static uint64_t
now_ms(const struct desktop *desktop) {
    return clock_now_ms(&desktop->host.clock);
}

/* The glass as it is now. */
static struct ui_display
measure(const struct desktop *desktop) {
    int width, height;
    draw_sdl_size(desktop->draw, &width, &height);
    return window_display(desktop->window, width, height);
}

/* True for what moves a real mouse. */
static void
follow_mouse(struct desktop *desktop, const SDL_Event *event) {
    if (event->type == SDL_MOUSEMOTION && event->motion.which != SDL_TOUCH_MOUSEID) {
        cursor_moved(&desktop->cursor, event->motion.xrel, event->motion.yrel, now_ms(desktop));
    }
}

static void
show_cursor(struct desktop *desktop) {
    bool shows = cursor_update(&desktop->cursor, now_ms(desktop));
    if (shows != desktop->shows_cursor) {
        SDL_ShowCursor(shows ? SDL_ENABLE : SDL_DISABLE);
    }
    desktop->shows_cursor = shows;
}

static void
handle_event(struct desktop *desktop, const SDL_Event *event) {
    struct ui_event ui_event = {.type = UI_TERMINATE, .time_ms = now_ms(desktop)};
    int width, height;
    struct size picture = {
        (float)desktop->session.metrics.width_px, (float)desktop->session.metrics.height_px};
    follow_mouse(desktop, event);
    desktop->has_lost_display = desktop->has_lost_display || event->type == SDL_QUIT;
    SDL_GetWindowSize(desktop->window, &width, &height);
    if (!signals_is_end(event) &&
        !input_translate(event, (struct size){(float)width, (float)height}, picture,
            now_ms(desktop), &ui_event)) {
        return;
    }
    if (ui_event.type == UI_DISPLAY) {
        window_follow_display(desktop->window);
        ui_event.display = measure(desktop);
    } else if (ui_event.type == UI_DEVICE_RESET) {
        draw_sdl_reset(desktop->draw);
    }
    session_feed(&desktop->session, &ui_event);
}

static uint64_t
earlier(uint64_t a, uint64_t b) {
    return a < b ? a : b;
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
    struct color background = session->theme->colors[COLOR_PAPER];
    desktop->rescue.cause = RESCUE_DISPLAY;
    if (!draw_sdl_run(desktop->draw, &session->list, background, err)) {
        return false;
    }
    glass_hand_over(&desktop->glass);
    if (!draw_sdl_present(desktop->draw)) {
        return err_set(err, ERR_IO, "the window does not take the picture: %s", SDL_GetError());
    }
    desktop->has_shown = true;
    return true;
}

/* Until the end is asked for. False when nothing can be shown any more. */
static bool
run_loop(struct desktop *desktop, struct err *err) {
    SDL_Event event;
    for (;;) {
        while (SDL_PollEvent(&event)) {
            handle_event(desktop, &event);
            input_release(&event);
        }
        if (desktop->has_lost_display) {
            return err_set(err, ERR_IO, "the window system has ended");
        }
        uint64_t now = now_ms(desktop);
        session_set_today(&desktop->session, clock_today());
        struct session_turn turn = session_step(&desktop->session, now);
        if (turn.has_ended) {
            return true;
        }
        follow_typing(desktop, &turn);
        if (turn.draw && !present(desktop, err)) {
            return false;
        }
        show_cursor(desktop);
        service_turn(&desktop->service, &desktop->session, &desktop->glass, now);
        uint64_t until =
            earlier(turn.sleep_until_ms, service_deadline(&desktop->service, &desktop->glass, now));
        desktop->host.wait(desktop->host.self, earlier(until, cursor_deadline(&desktop->cursor)));
    }
}

static bool
put_on_shelf(void *self, const struct para *para, bool light, size_t most, size_t *next) {
    return draw_sdl_prewarm(self, para, light, most, next);
}

static bool
open_window(struct desktop *desktop, struct err *err) {
    if (!desktop->window) {
        desktop->window = window_open(desktop->options, err);
        desktop->shows_cursor = true;
        glass_open(&desktop->glass, desktop->window);
    }
    return desktop->window != NULL;
}

static bool
open_drawing(struct desktop *desktop, struct err *err) {
    struct draw_sdl_options draw = {
        .engine = desktop->session.engine,
        .icon_dir = desktop->session.paths.icons,
    };
    desktop->rescue.cause = RESCUE_DISPLAY;
    if (!open_window(desktop, err)) {
        return false;
    }
    desktop->draw = draw_sdl_open_window(desktop->window, desktop->options->software, &draw, err);
    if (!desktop->draw) {
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
open_session(struct desktop *desktop, struct err *err) {
    struct options options = *desktop->options;
    const char *first = options.has_locale ? "home" : "language";
    desktop->rescue.cause = RESCUE_CONTENT;
    if (options.watch && !session_content_build(&options, &desktop->watch, err)) {
        return false;
    }
    struct str_buf own = {0};
    if (!options.own && options.profile.posture == POSTURE_HANDHELD && own_default_path(&own)) {
        options.own = own.p;
    }
    enum session_failure failure = session_open(&desktop->session, &options, first, err);
    str_buf_finish(&own);
    if (failure != SESSION_OK) {
        desktop->rescue.cause = cause_of(failure);
        return false;
    }
    session_own_resume(&desktop->session);
    session_log_failure(&desktop->session);
    if (options.profile.posture != POSTURE_KIOSK) {
        ui_set_clipboard(desktop->session.ui, input_clipboard());
    }
    session_content_open(&desktop->session, desktop->watch,
        options.content ? options.content : desktop->session.paths.database);
    return true;
}

static void
close_all(struct desktop *desktop) {
    session_content_close(&desktop->session);
    session_close(&desktop->session);
    draw_sdl_close(desktop->draw);
    watch_close(desktop->watch);
    desktop->draw = NULL;
    desktop->watch = NULL;
}

/* The rescue screen and a picture of the app do not share a window. */
static void
close_window(struct desktop *desktop) {
    draw_window_close(desktop->canvas);
    desktop->canvas = NULL;
    glass_close(&desktop->glass);
    if (desktop->window) {
        SDL_DestroyWindow(desktop->window);
    }
    desktop->window = NULL;
}

/* True when it ran until it was asked to end; `*err` says what failed otherwise. */
static bool
run_once(struct desktop *desktop, struct err *err) {
    bool ok = open_session(desktop, err);
    if (ok && desktop->canvas) {
        log_write(LOG_WARN, "app", "what was missing is there; the app goes on");
        close_window(desktop);
    }
    ok = ok && open_drawing(desktop, err) && run_loop(desktop, err);
    close_all(desktop);
    return ok;
}

/* Draws the rescue screen, on a window of its own if need be. True when it is on the glass. */
static bool
show_rescue(struct desktop *desktop) {
    if (open_window(desktop, NULL) && !desktop->canvas) {
        desktop->canvas = draw_window_open(desktop->window, NULL);
    }
    glass_hand_over(&desktop->glass);
    bool shown = desktop->canvas && rescue_show(desktop->canvas, &desktop->rescue);
    if (!shown && !desktop->rescue.is_public) {
        SDL_ShowSimpleMessageBox(
            SDL_MESSAGEBOX_ERROR, "Naru", desktop->rescue.reason.message, desktop->window);
    }
    return shown;
}

static bool
is_close(const SDL_Event *event) {
    return event->type == SDL_WINDOWEVENT && event->window.event == SDL_WINDOWEVENT_CLOSE;
}

/* What the one in front of the rescue screen, or the system, wants. */
static enum verdict
judge(const struct desktop *desktop, const SDL_Event *event) {
    bool at_desk = !desktop->rescue.is_public;
    if (signals_is_end(event)) {
        return END_ASKED;
    }
    if (event->type == SDL_QUIT || (at_desk && (event->type == SDL_KEYDOWN || is_close(event)))) {
        return END_UNWANTED;
    }
    return GO_ON;
}

static enum verdict
take_rescue_events(struct desktop *desktop) {
    SDL_Event event;
    enum verdict verdict = GO_ON;
    while (verdict == GO_ON && SDL_PollEvent(&event)) {
        verdict = judge(desktop, &event);
        follow_mouse(desktop, &event);
        input_release(&event);
        if (event.type == SDL_WINDOWEVENT && desktop->canvas) {
            rescue_show(desktop->canvas, &desktop->rescue);
        }
    }
    return verdict;
}

/* Until the next try, or what ends it. */
static enum verdict
wait_in_rescue(struct desktop *desktop, uint64_t until_ms) {
    bool shown = show_rescue(desktop);
    enum verdict verdict = take_rescue_events(desktop);
    while (verdict == GO_ON && now_ms(desktop) < until_ms) {
        show_cursor(desktop);
        uint64_t now = now_ms(desktop);
        service_rescue(&desktop->service, &desktop->glass, now, shown);
        uint64_t until =
            earlier(until_ms, service_deadline(&desktop->service, &desktop->glass, now));
        desktop->host.wait(desktop->host.self, earlier(until, cursor_deadline(&desktop->cursor)));
        verdict = take_rescue_events(desktop);
    }
    service_try(&desktop->service, now_ms(desktop));
    return verdict;
}

/* Tries again and again. True when it ended as it was asked to: by a signal, or by whoever closed
 * the app's own window; somebody who closes the rescue screen only gives up. */
static bool
run_with_rescue(struct desktop *desktop) {
    struct err err = {0};
    uint64_t failing_since_ms = now_ms(desktop);
    bool is_new = true; /* the failure: it was not said yet */
    while (!run_once(desktop, &err)) {
        if (is_new || desktop->has_shown) {
            failing_since_ms = now_ms(desktop);
            log_write(LOG_ERROR, "app", "%s", err.message);
        }
        is_new = desktop->has_shown = false;
        desktop->rescue.reason = err;
        if (desktop->has_lost_display) {
            return false;
        }
        if (desktop->rescue.is_public &&
            now_ms(desktop) - failing_since_ms >= DESKTOP_PATIENCE_MS) {
            log_write(LOG_ERROR, "app", "nothing changed in %d s; ending, to be started anew",
                DESKTOP_PATIENCE_MS / 1000);
            return false;
        }
        enum verdict verdict = wait_in_rescue(desktop, now_ms(desktop) + RESCUE_RETRY_MS);
        if (verdict != GO_ON) {
            return verdict == END_ASKED;
        }
    }
    return true;
}

int
desktop_run_on(const struct options *options, const struct host *host) {
    bool is_kiosk = options->profile.posture == POSTURE_KIOSK;
    struct desktop desktop = {
        .options = options,
        .host = *host,
        .rescue = {.is_public = is_kiosk},
        .cursor = {.always = !is_kiosk},
    };
    struct signals signals;
    struct err err;
    signals_open(&signals);
    log_write(LOG_INFO, "app", "starts, %s posture", posture_name(options->profile.posture));
    service_open(&desktop.service);
    bool has_display = window_start(&err);
    bool ok = has_display && run_with_rescue(&desktop);
    log_write(LOG_INFO, "app", "stops");
    service_close(&desktop.service);
    close_window(&desktop);
    SDL_Quit();
    signals_close(&signals);
    if (!has_display) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    return ok ? EXIT_DONE : EXIT_WRONG;
}

int
desktop_run(const struct options *options) {
    struct host host = host_system();
    if (options->profile.posture == POSTURE_KIOSK) {
        log_set_level(LOG_INFO); /* starts, stops, contents, resets: for the operator's journal */
    }
    hygiene_keep_no_caches();
    hygiene_keep_memory_private(options->profile.posture);
    return desktop_run_on(options, &host);
}
