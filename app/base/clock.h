/* clock.h - monotonic milliseconds that a test can own. Everything that measures or waits for time
 * takes a `const struct clock *`; nothing else asks the system. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

struct clock {
    uint64_t (*now_ms)(void *self);
    void *self;
};

struct clock clock_system(void);
/* What the calendar on the wall says, where this machine stands. */
struct clock_day {
    int year, month, day; /* from 1 */
};
struct clock_day clock_today(void);

uint64_t clock_now_ms(const struct clock *clock);
uint64_t clock_system_ns(void); /* for benchmarks only, like the next one */
double clock_ms_since(uint64_t start_ns);

#endif
