/* app.h - the session in a window: SDL's events in, frames out, asleep in between. */
#ifndef APP_H
#define APP_H

#include "options.h"

/* Opens the window and runs until it is closed. Without a display it says so and returns 1. When
 * fonts, messages or content are missing, the rescue screen says what and what to do. */
int app_run(const struct options *options);

#endif
