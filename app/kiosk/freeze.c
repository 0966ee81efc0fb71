#include "kiosk/freeze.h"

#ifdef NARU_TEST_HOOKS

#include <stdlib.h>
#include <unistd.h>

void
freeze_when_asked(uint64_t shown_for_ms) {
    const char *after = getenv("NARU_FREEZE_AFTER_MS");
    if (!after || shown_for_ms < strtoull(after, NULL, 10)) {
        return;
    }
    for (;;) {
        pause();
    }
}

#else

void
freeze_when_asked(uint64_t shown_for_ms) {
    (void)shown_for_ms;
}

#endif
