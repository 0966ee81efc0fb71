/* freeze.h - a loop that turns no more, for trying the watchdog. Only in builds with the CMake
 * option NARU_TEST_HOOKS; elsewhere nothing can ask for it. */
#ifndef KIOSK_FREEZE_H
#define KIOSK_FREEZE_H

#include <stdint.h>

/* Never returns once the app has shown something for $NARU_FREEZE_AFTER_MS. */
void freeze_when_asked(uint64_t shown_for_ms);

#endif
