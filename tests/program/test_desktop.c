/* The loop of the window, whole, on SDL's dummy driver and a clock that the test owns. */
#include "test.h"

#include "base/file.h"
#include "host/desktop.h"
#include "host/rescue.h"

#include <SDL.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define LATE NARU_BUILD_DIR "/test-desktop-late.db"

/* Each wait of the loop is one call of `act`; time goes to where the loop would sleep to. */
struct script {
    uint64_t now_ms;
    int waits;
    void (*act)(struct script *script);
    int cursor[8]; /* what SDL said of the arrow, at some waits */
};

static uint64_t
script_now(void *self) {
    return ((struct script *)self)->now_ms;
}

static void
script_wait(void *self, uint64_t until_ms) {
    struct script *script = self;
    if (script->waits++ > 100000) {
        fail_msg("the loop does not end");
    }
    script->act(script);
    if (!SDL_HasEvents(SDL_FIRSTEVENT, SDL_LASTEVENT)) {
        uint64_t latest = script->now_ms + 1000;
        script->now_ms = until_ms < latest ? until_ms : latest;
    }
}

#define OWN NARU_BUILD_DIR "/tests/program/desktop-own.db"

static int
run(struct script *script, const char *posture, const char *content) {
    struct err err;
    struct options options;
    const char *words[] = {"naru", "--software", "--locale", "en", "--posture", posture,
        "--content", content ? content : NARU_BUILD_DIR "/naru.db", NULL};
    char **argv = (char **)(uintptr_t)words; /* options_parse() writes to none of them */
    struct host host = {
        .clock = {.now_ms = script_now, .self = script}, .wait = script_wait, .self = script};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    if (!options_parse(ARRAY_LEN(words) - 1, argv, &options, &err)) {
        fail_msg("%s", err.message);
    }
    options.own = OWN;
    unlink(OWN);
    int code = desktop_run_on(&options, &host);
    bool is_handheld = options.profile.posture == POSTURE_HANDHELD;
    assert_true(access(OWN, F_OK) != 0 || is_handheld); /* a kiosk writes nothing */
    return code;
}

static void
push_window(Uint8 what) {
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .windowID = 1, .event = what}};
    SDL_PushEvent(&event);
}

/* The event comes from another thread: wait for it, not for a time. */
static void
send_signal(int number) {
    kill(getpid(), number);
    SDL_WaitEvent(NULL);
}

static void
close_then_signal(struct script *script) {
    if (script->waits == 2 || script->waits == 4) {
        push_window(SDL_WINDOWEVENT_CLOSE);
    } else if (script->waits == 8) {
        send_signal(SIGTERM);
    }
}

static void
test_desktop__a_kiosk_ignores_closing_and_obeys_a_signal(void **state) {
    (void)state;
    struct script script = {.act = close_then_signal};
    assert_int_equal(run(&script, "kiosk", NULL), 0);
    assert_true(script.waits >= 8);
}

static void
test_desktop__a_window_of_ones_own_is_closed(void **state) {
    (void)state;
    struct script script = {.act = close_then_signal};
    assert_int_equal(run(&script, "handheld", NULL), 0);
    assert_int_equal(unlink(OWN), 0); /* what its owner keeps */
    assert_int_equal(script.waits, 2);
}

static void
lose_display(struct script *script) {
    if (script->waits == 3) {
        SDL_Event event = {.type = SDL_QUIT};
        SDL_PushEvent(&event);
    }
}

static void
test_desktop__a_window_system_that_ends_is_a_failure(void **state) {
    (void)state;
    struct script script = {.act = lose_display};
    assert_int_equal(run(&script, "kiosk", NULL), 1);
    assert_int_equal(script.waits, 3);
}

static void
everything_happens(struct script *script) {
    static const Uint8 windows[] = {SDL_WINDOWEVENT_FOCUS_LOST, SDL_WINDOWEVENT_HIDDEN,
        SDL_WINDOWEVENT_SHOWN, SDL_WINDOWEVENT_FOCUS_GAINED, SDL_WINDOWEVENT_SIZE_CHANGED,
        SDL_WINDOWEVENT_EXPOSED};
    static const Uint32 others[] = {
        SDL_RENDER_DEVICE_RESET, SDL_RENDER_TARGETS_RESET, SDL_DISPLAYEVENT, SDL_KEYUP};
    size_t at = (size_t)script->waits;
    if (at < ARRAY_LEN(windows)) {
        push_window(windows[at]);
    } else if (at < ARRAY_LEN(windows) + ARRAY_LEN(others)) {
        SDL_Event event = {.type = others[at - ARRAY_LEN(windows)]};
        SDL_PushEvent(&event);
    } else if (at == 12) {
        SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_TAB}}};
        SDL_PushEvent(&event);
    } else if (at == 20) {
        send_signal(SIGINT);
    }
}

static void
test_desktop__goes_on_whatever_becomes_of_the_window(void **state) {
    (void)state;
    struct script script = {.act = everything_happens};
    assert_int_equal(run(&script, "kiosk", NULL), 0);
}

static void
move_mouse(struct script *script) {
    if (script->waits == 3 || script->waits == 4) {
        SDL_Event event = {
            .motion = {.type = SDL_MOUSEMOTION, .x = 5, .xrel = 5 * (script->waits == 4)}};
        SDL_PushEvent(&event);
    }
    if (script->waits >= 3 && script->waits <= 5) {
        script->cursor[script->waits] = SDL_ShowCursor(SDL_QUERY);
    }
    if (script->now_ms > 20000) {
        script->cursor[6] = SDL_ShowCursor(SDL_QUERY);
        send_signal(SIGHUP);
    }
}

static void
test_desktop__the_arrow_shows_only_while_a_mouse_moves(void **state) {
    (void)state;
    struct script script = {.act = move_mouse};
    assert_int_equal(run(&script, "kiosk", NULL), 0);
    assert_int_equal(script.cursor[3], SDL_DISABLE);
    assert_int_equal(
        script.cursor[4], SDL_DISABLE); /* no distance: a window that opened under it */
    assert_int_equal(script.cursor[5], SDL_ENABLE);
    assert_int_equal(script.cursor[6], SDL_DISABLE);
}

static void
only_wait(struct script *script) {
    (void)script;
}

static void
test_desktop__a_kiosk_without_content_gives_up_after_half_a_minute(void **state) {
    (void)state;
    struct script script = {.act = only_wait};
    unlink(LATE);
    assert_int_equal(run(&script, "kiosk", LATE), 1);
    assert_true(script.now_ms >= DESKTOP_PATIENCE_MS);
    assert_true(script.now_ms < DESKTOP_PATIENCE_MS + 2 * RESCUE_RETRY_MS);
}

static void
signal_the_rescue(struct script *script) {
    if (script->now_ms >= 10000) {
        send_signal(SIGTERM);
    }
}

/* A signal is asked for, whatever the glass shows; what nobody asked for is never 0. */
static void
test_desktop__a_signal_ends_the_rescue_screen_with_0(void **state) {
    (void)state;
    static const char *const postures[] = {"kiosk", "handheld"};
    unlink(LATE);
    for (size_t i = 0; i < ARRAY_LEN(postures); i++) {
        struct script script = {.act = signal_the_rescue};
        assert_int_equal(run(&script, postures[i], LATE), 0);
        assert_true(script.now_ms < DESKTOP_PATIENCE_MS);
    }
}

static void
test_desktop__a_window_system_that_ends_under_the_rescue_screen_is_a_failure(void **state) {
    (void)state;
    struct script script = {.act = lose_display};
    unlink(LATE);
    assert_int_equal(run(&script, "kiosk", LATE), 1);
    assert_int_equal(script.waits, 3);
}

/* The service manager's end of the notify socket, and what a script heard on it. */
struct manager {
    struct script script; /* first: the script is the manager */
    int fd;
    char first[3][64];
    int count, pings, status_count;
    uint64_t heard_ms, longest_ms; /* the last ping, and the longest time without one */
    char last[64];
};

static void
listen_to_app(struct script *script) {
    struct manager *manager = (struct manager *)(void *)script;
    char words[64];
    ssize_t n;
    while ((n = recv(manager->fd, words, sizeof(words) - 1, 0)) > 0) {
        words[n] = '\0';
        if (manager->count < (int)ARRAY_LEN(manager->first)) {
            memcpy(manager->first[manager->count], words, sizeof(words));
        }
        manager->count++;
        memcpy(manager->last, words, sizeof(words));
        manager->status_count += strncmp(words, "STATUS=", 7) == 0;
        if (strcmp(words, "WATCHDOG=1") == 0) {
            uint64_t since = script->now_ms - manager->heard_ms;
            manager->pings++;
            manager->longest_ms = since > manager->longest_ms ? since : manager->longest_ms;
            manager->heard_ms = script->now_ms;
        }
    }
}

static void
manager_open(struct manager *manager) {
    static const char name[] = "@naru-test-desktop";
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    memcpy(address.sun_path + 1, name + 1, sizeof(name) - 2);
    manager->fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    socklen_t length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + sizeof(name) - 1);
    assert_int_equal(bind(manager->fd, (struct sockaddr *)&address, length), 0);
    setenv("NOTIFY_SOCKET", name, 1);
    setenv("WATCHDOG_USEC", "2000000", 1);
    unsetenv("WATCHDOG_PID");
}

/* The manager must not kill it before it gave up by itself: the watchdog is fed all the time. */
static void
test_desktop__the_service_manager_hears_the_rescue_screen(void **state) {
    (void)state;
    struct manager manager = {.script = {.act = listen_to_app}};
    manager_open(&manager);
    unlink(LATE);
    assert_int_equal(run(&manager.script, "kiosk", LATE), 1);
    listen_to_app(&manager.script);
    close(manager.fd);
    assert_string_equal(manager.first[0], "STATUS=Shows the rescue screen; tries again every 3 s");
    assert_string_equal(manager.first[1], "READY=1");
    assert_string_equal(manager.first[2], "WATCHDOG=1");
    assert_string_equal(manager.last, "STOPPING=1");
    assert_int_equal(manager.status_count, 1);
    assert_true(manager.pings >= DESKTOP_PATIENCE_MS / 1000);
    assert_true(manager.longest_ms <= 1000);
}

static void
bring_content(struct script *script) {
    struct arena arena;
    struct err err;
    struct str bytes;
    if (script->waits == 4) {
        arena_init(&arena);
        if (!file_read(NARU_BUILD_DIR "/naru.db", FILE_LIMIT_DEFAULT, &arena, &bytes, &err) ||
            !file_replace(LATE, bytes, &err)) {
            fail_msg("%s", err.message);
        }
        arena_finish(&arena);
    }
    if (script->now_ms > 60000) {
        send_signal(SIGTERM); /* long after it would have given up */
    }
}

static void
bring_content_and_listen(struct script *script) {
    listen_to_app(script);
    bring_content(script);
}

/* And when it recovered, what it shows: READY is said once. */
static void
test_desktop__the_service_manager_hears_of_the_recovery(void **state) {
    (void)state;
    struct manager manager = {.script = {.act = bring_content_and_listen}};
    manager_open(&manager);
    unlink(LATE);
    assert_int_equal(run(&manager.script, "kiosk", LATE), 0);
    listen_to_app(&manager.script);
    close(manager.fd);
    unlink(LATE);
    assert_int_equal(manager.status_count, 2);
    assert_true(manager.longest_ms <= 1000);
}

static void
test_desktop__content_that_comes_late_is_found(void **state) {
    (void)state;
    struct script script = {.act = bring_content};
    unlink(LATE);
    assert_int_equal(run(&script, "kiosk", LATE), 0);
    unlink(LATE);
}

static void
press_a_key(struct script *script) {
    if (script->now_ms > 100000) {
        SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = SDLK_ESCAPE}}};
        SDL_PushEvent(&event);
    }
}

static void
test_desktop__at_a_desk_the_rescue_screen_waits_to_be_closed(void **state) {
    (void)state;
    struct script script = {.act = press_a_key};
    unlink(LATE);
    assert_int_equal(run(&script, "handheld", LATE), 1);
    assert_true(script.now_ms > 100000);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_desktop__a_kiosk_ignores_closing_and_obeys_a_signal),
        cmocka_unit_test(test_desktop__a_window_of_ones_own_is_closed),
        cmocka_unit_test(test_desktop__a_window_system_that_ends_is_a_failure),
        cmocka_unit_test(test_desktop__goes_on_whatever_becomes_of_the_window),
        cmocka_unit_test(test_desktop__the_arrow_shows_only_while_a_mouse_moves),
        cmocka_unit_test(test_desktop__a_kiosk_without_content_gives_up_after_half_a_minute),
        cmocka_unit_test(test_desktop__content_that_comes_late_is_found),
        cmocka_unit_test(test_desktop__a_signal_ends_the_rescue_screen_with_0),
        cmocka_unit_test(
            test_desktop__a_window_system_that_ends_under_the_rescue_screen_is_a_failure),
        cmocka_unit_test(test_desktop__the_service_manager_hears_the_rescue_screen),
        cmocka_unit_test(test_desktop__the_service_manager_hears_of_the_recovery),
        cmocka_unit_test(test_desktop__at_a_desk_the_rescue_screen_waits_to_be_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
