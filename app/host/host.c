#include "host/host.h"

#include <SDL.h>

#define MAX_SLEEP_MS 60000

static void
wait_in_sdl(void *self, uint64_t until_ms) {
    struct clock clock = clock_system();
    uint64_t now = clock_now_ms(&clock), left = until_ms > now ? until_ms - now : 0;
    (void)self;
    if (left > 0) {
        SDL_WaitEventTimeout(NULL, (int)(left < MAX_SLEEP_MS ? left : MAX_SLEEP_MS));
    }
}

struct host
host_system(void) {
    return (struct host){.clock = clock_system(), .wait = wait_in_sdl};
}
