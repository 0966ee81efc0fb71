#include "app.h"

#include "base/check.h"
#include "base/clock.h"
#include "base/log.h"
#include "commands/command.h"
#include "draw/draw_sdl.h"
#include "prewarm.h"
#include "rescue.h"
#include "session.h"
#include "ui/input.h"
#include "watch.h"

#include <SDL.h>
#include <string.h>

#define MAX_SLEEP_MS 60000

struct app {
    struct session session;
    struct draw_sdl *draw;
    SDL_Window *window;
    struct clock clock;
    uint64_t drawn_hash; /* of the list on the glass */
    struct prewarm prewarm;
    bool is_warm;            /* nothing left to rasterise ahead of time */
    struct watch *watch;     /* NULL: nobody edits */
    enum rescue_cause cause; /* of a failure, should one come */
    bool has_drawn, typing, quit;
};

/* A kiosk's panel is 1080x1920 and a desk's monitor is not: the window keeps the profile's
 * proportions and real size relations, as large as the display allows. */
static struct profile
fit_display(const struct profile *wanted) {
    struct profile fitted = *wanted;
    SDL_Rect room;
    if (SDL_GetDisplayUsableBounds(0, &room) != 0) {
        return fitted;
    }
    float scale = 1.0f;
    float by_width = (float)room.w * 0.95f / (float)wanted->width_px;
    float by_height = (float)room.h * 0.9f / (float)wanted->height_px;
    scale = by_width < scale ? by_width : scale;
    scale = by_height < scale ? by_height : scale;
    fitted.width_px = (int)((float)wanted->width_px * scale);
    fitted.height_px = (int)((float)wanted->height_px * scale);
    fitted.px_per_mm = wanted->px_per_mm * scale;
    return fitted;
}

/* The panel is as large as before, however many pixels the window has now. */
static void
follow_size(struct app *app, const struct profile *wanted, bool fullscreen) {
    int width, height;
    draw_sdl_size(app->draw, &width, &height);
    if (width == app->session.metrics.width_px && height == app->session.metrics.height_px) {
        return;
    }
    struct profile profile = *wanted;
    if (fullscreen) {
        profile.px_per_mm *= (float)height / (float)wanted->height_px;
    }
    profile.width_px = width;
    profile.height_px = height;
    session_resize(&app->session, &profile);
    prewarm_restart(&app->prewarm);
    app->is_warm = false;
}

static struct size
window_size(const struct app *app) {
    int width, height;
    SDL_GetWindowSize(app->window, &width, &height);
    return (struct size){(float)width, (float)height};
}

static void
handle_event(struct app *app, const SDL_Event *event) {
    struct ui_event ui_event;
    struct size output = {
        (float)app->session.metrics.width_px, (float)app->session.metrics.height_px};
    switch (event->type) {
    case SDL_QUIT:
        app->quit = true;
        return;
    case SDL_RENDER_DEVICE_RESET:
    case SDL_RENDER_TARGETS_RESET:
        draw_sdl_reset(app->draw);
        prewarm_restart(&app->prewarm);
        app->is_warm = false;
        app->has_drawn = false;
        return;
    case SDL_WINDOWEVENT:
        app->has_drawn = false; /* uncovered, moved to another display, resized: draw again */
        follow_size(app, &app->session.profile, false);
        ui_mark_dirty(app->session.ui);
        return;
    default:
        break;
    }
    if (input_translate(event, window_size(app), output, clock_now_ms(&app->clock), &ui_event)) {
        session_feed(&app->session, &ui_event);
    }
}

/* Sleeps until something happens or a movement needs its next frame, then takes all there is. */
static void
wait_for_events(struct app *app) {
    SDL_Event event;
    uint64_t now = clock_now_ms(&app->clock), deadline = session_deadline(&app->session, now);
    int timeout = MAX_SLEEP_MS;
    if (!app->has_drawn || ui_is_dirty(app->session.ui) || deadline <= now) {
        timeout = 0;
    } else if (deadline != UI_NEVER && deadline - now < MAX_SLEEP_MS) {
        timeout = (int)(deadline - now);
    }
    if (app->watch && timeout > WATCH_POLL_MS) {
        timeout = WATCH_POLL_MS;
    }
    if (!app->is_warm && timeout > PREWARM_PAUSE_MS) {
        timeout = PREWARM_PAUSE_MS;
    }
    if (SDL_WaitEventTimeout(&event, timeout)) {
        do {
            handle_event(app, &event);
        } while (SDL_PollEvent(&event));
    }
}

/* Text input (and the handheld's keyboard) is on while a field has the focus. */
static void
follow_typing(struct app *app) {
    struct rect field;
    bool wants = ui_wants_text(app->session.ui, &field);
    if (wants && !app->typing) {
        SDL_Rect at = {(int)field.x, (int)field.y, (int)field.w, (int)field.h};
        SDL_SetTextInputRect(&at);
        SDL_StartTextInput();
    } else if (!wants && app->typing) {
        SDL_StopTextInput();
    }
    app->typing = wants;
}

static bool
present(struct app *app, struct err *err) {
    uint64_t hash = draw_list_hash(&app->session.list);
    if (app->has_drawn && hash == app->drawn_hash) {
        return true;
    }
    struct color background = app->session.theme->colors[COLOR_BACKGROUND];
    if (!draw_sdl_run(app->draw, &app->session.list, background, err)) {
        app->cause = RESCUE_DISPLAY;
        return false;
    }
    draw_sdl_present(app->draw);
    app->drawn_hash = hash;
    app->has_drawn = true;
    return true;
}

/* New content when the sources are good, their mistakes when they are not. */
static bool
follow_sources(struct app *app, uint64_t now, struct err *err) {
    if (!app->watch) {
        return true;
    }
    switch (watch_poll(app->watch, app->session.nav.locale, now)) {
    case WATCH_READY:
        session_notice(&app->session, (struct str){0});
        return session_swap_content(&app->session, watch_database(app->watch), err);
    case WATCH_MISTAKE:
        session_notice(&app->session, watch_message(app->watch));
        return true;
    case WATCH_NOTHING:
        break;
    }
    return true;
}

/* One turn of the loop: wait, act, and draw if anything changed. */
static bool
app_step(struct app *app, struct err *err) {
    bool changed, due;
    wait_for_events(app);
    uint64_t now = clock_now_ms(&app->clock);
    if (!follow_sources(app, now, err) || !session_tick(&app->session, now, &due, err)) {
        return false;
    }
    if (app->has_drawn && !due) {
        app->is_warm = !prewarm_step(&app->prewarm, &app->session, app->draw);
        return true;
    }
    session_frame(&app->session, now);
    if (!session_apply(&app->session, &changed, err)) {
        return false;
    }
    if (changed) {
        session_frame(&app->session, now);
        app->is_warm = false; /* perhaps another language */
    }
    follow_typing(app);
    bool ok = present(app, err);
    text_engine_end_frame(app->session.engine);
    return ok;
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
open_window(struct app *app, const struct options *options, struct err *err) {
    input_set_hints();
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || !has_display()) {
        return err_set(err, ERR_IO,
            "no display to open a window on. Without one: naru tour --out FOLDER, or naru "
            "snapshot PATH --out FILE.png");
    }
    struct profile fitted = fit_display(&options->profile);
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (options->fullscreen) {
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    }
    app->window = SDL_CreateWindow("Naru", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
        fitted.width_px, fitted.height_px, flags);
    return app->window || err_set(err, ERR_IO, "cannot open a window: %s", SDL_GetError());
}

static bool
open_drawing(struct app *app, const struct options *options, struct err *err) {
    struct draw_sdl_options draw = {
        .engine = app->session.engine,
        .icon_dir = app->session.paths.icons,
    };
    app->draw = draw_sdl_open_window(app->window, options->software, &draw, err);
    if (!app->draw) {
        app->cause = RESCUE_DISPLAY;
        return false;
    }
    struct profile fitted = fit_display(&options->profile);
    session_resize(&app->session, &fitted);
    follow_size(app, options->fullscreen ? &options->profile : &fitted, options->fullscreen);
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
open_session(struct app *app, const struct options *options, struct err *err) {
    const char *first = options->has_locale ? "home" : "language";
    enum session_failure failure = session_open(&app->session, options, first, err);
    if (failure != SESSION_OK) {
        app->cause = cause_of(failure);
        return false;
    }
    app->cause = RESCUE_CONTENT; /* what can fail from here on: a damaged page, met late */
    app->watch = options->watch ? watch_open(options->watch, err) : NULL;
    return !options->watch || app->watch;
}

int
app_run(const struct options *options) {
    struct app app = {.clock = clock_system()};
    struct err err = {0};
    bool ok = open_window(&app, options, &err);
    if (!ok) {
        SDL_Quit();
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    ok = open_session(&app, options, &err) && open_drawing(&app, options, &err);
    while (ok && !app.quit) {
        ok = app_step(&app, &err);
    }
    prewarm_finish(&app.prewarm);
    draw_sdl_close(app.draw);
    watch_close(app.watch);
    session_close(&app.session);
    if (!ok) {
        log_write(LOG_ERROR, "app", "%s", err.message);
        rescue_run(app.window, app.cause, &err);
    }
    SDL_DestroyWindow(app.window);
    SDL_Quit();
    return ok ? EXIT_DONE : EXIT_WRONG;
}
