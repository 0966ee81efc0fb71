#include "base/clock.h"

#include <stddef.h>
#include <time.h>

uint64_t
clock_system_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

double
clock_ms_since(uint64_t start_ns) {
    return (double)(clock_system_ns() - start_ns) / 1e6;
}

/* Counts on while the machine sleeps, where the system has such a clock: who wakes a kiosk after an
 * hour must not find the visit that was left there. */
static uint64_t
system_now(void *self) {
    struct timespec now;
    (void)self;
#ifdef CLOCK_BOOTTIME
    clock_gettime(CLOCK_BOOTTIME, &now);
#else
    clock_gettime(CLOCK_MONOTONIC, &now);
#endif
    return (uint64_t)now.tv_sec * 1000u + (uint64_t)now.tv_nsec / 1000000u;
}

struct clock
clock_system(void) {
    return (struct clock){.now_ms = system_now, .self = NULL};
}

uint64_t
clock_now_ms(const struct clock *clock) {
    return clock->now_ms(clock->self);
}

struct clock_day
clock_today(void) {
    time_t now = time(NULL);
    struct tm local = {0};
    return localtime_r(&now, &local)
               ? (struct clock_day){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday}
               : (struct clock_day){1970, 1, 1};
}
