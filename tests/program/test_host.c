/* The real clock and the sleep in SDL: what wakes it. Were it not woken, it would sleep for hours.
 */
#include "test.h"

#include "host/host.h"

#include <SDL.h>
#include <stdlib.h>

#define HOURS_MS (10u * 3600 * 1000)

static int
start_sdl(void **state) {
    (void)state;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    return SDL_Init(SDL_INIT_VIDEO);
}

static int
stop_sdl(void **state) {
    (void)state;
    SDL_Quit();
    return 0;
}

static void
test_host__a_time_that_has_come_is_not_waited_for(void **state) {
    (void)state;
    struct host host = host_system();
    uint64_t now = clock_now_ms(&host.clock);
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    host.wait(host.self, 0);
    host.wait(host.self, now);
    assert_true(clock_now_ms(&host.clock) >= now);
}

/* SDL counts its own milliseconds: it may wake one early, and the loop sleeps again. */
static void
test_host__sleeps_until_the_time_comes(void **state) {
    (void)state;
    struct host host = host_system();
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    uint64_t until = clock_now_ms(&host.clock) + 30;
    host.wait(host.self, until);
    assert_true(clock_now_ms(&host.clock) + 2 >= until);
}

/* And leaves it to the loop. */
static void
test_host__an_event_ends_the_sleep(void **state) {
    (void)state;
    struct host host = host_system();
    SDL_Event event = {.user = {.type = SDL_USEREVENT, .code = 7}};
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    assert_int_equal(SDL_PushEvent(&event), 1);
    host.wait(host.self, clock_now_ms(&host.clock) + HOURS_MS);
    event = (SDL_Event){0};
    assert_int_equal(SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_USEREVENT, SDL_USEREVENT), 1);
    assert_int_equal(event.user.code, 7);
}

static int
push_later(void *unused) {
    SDL_Event event = {.type = SDL_USEREVENT};
    (void)unused;
    return SDL_PushEvent(&event);
}

static void
test_host__one_from_another_thread_as_well(void **state) {
    (void)state;
    struct host host = host_system();
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    SDL_Thread *thread = SDL_CreateThread(push_later, "later", NULL);
    assert_non_null(thread);
    host.wait(host.self, clock_now_ms(&host.clock) + HOURS_MS);
    assert_true(SDL_HasEvent(SDL_USEREVENT));
    SDL_WaitThread(thread, NULL);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_host__a_time_that_has_come_is_not_waited_for),
        cmocka_unit_test(test_host__sleeps_until_the_time_comes),
        cmocka_unit_test(test_host__an_event_ends_the_sleep),
        cmocka_unit_test(test_host__one_from_another_thread_as_well),
    };
    return cmocka_run_group_tests(tests, start_sdl, stop_sdl);
}
