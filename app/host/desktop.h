/* desktop.h - the session in a window: SDL's events in, pictures out, asleep in between.
 *
 * What cannot be shown is said by the rescue screen, and tried again every few seconds: a database
 * or a display that comes late is found by itself. */
#ifndef HOST_DESKTOP_H
#define HOST_DESKTOP_H

#include "host/host.h"
#include "cli/options.h"

/* Opens the window and runs until it is closed, or a signal ends it or the rescue screen; then it
 * returns 0. Returns 1 without a display, and when what is missing does not come: on a kiosk after
 * DESKTOP_PATIENCE_MS, so that a supervisor can act; elsewhere when the rescue screen is closed. */
int desktop_run(const struct options *options);
/* The same under another clock, for tests. */
int desktop_run_on(const struct options *options, const struct host *host);

#define DESKTOP_PATIENCE_MS 30000

#endif
