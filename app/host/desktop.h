/* desktop.h - the session in a window: SDL's events in, pictures out, asleep in between. */
#ifndef HOST_DESKTOP_H
#define HOST_DESKTOP_H

#include "options.h"

/* Opens the window and runs until it is closed. Without a display it says so and returns 1. When
 * fonts, messages or content are missing, the rescue screen says what and what to do. */
int desktop_run(const struct options *options);

#endif
