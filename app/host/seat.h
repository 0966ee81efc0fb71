/* seat.h - whether the Wayland display has a seat: the pointer, keyboard and touch panel of one
 * person. A compositor announces none as long as no such device is there (weston on a panel whose
 * touch screen comes late, or headless), and SDL 2.26 ends with SIGSEGV then: Wayland_InitMouse()
 * writes through the seat without asking. */
#ifndef HOST_SEAT_H
#define HOST_SEAT_H

#include <stdbool.h>

/* True when there is a Wayland display, and it has no seat. Blocks until the display answered. */
bool seat_is_missing(void);

#endif
