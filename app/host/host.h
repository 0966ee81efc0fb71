/* host.h - what the loop of a window needs of the world beside SDL, so that a test can own time. */
#ifndef HOST_HOST_H
#define HOST_HOST_H

#include "base/clock.h"

struct host {
    struct clock clock;
    /* Sleeps until that time, or until SDL has an event. */
    void (*wait)(void *self, uint64_t until_ms);
    void *self;
};

/* The real clock, asleep in SDL. */
struct host host_system(void);

#endif
