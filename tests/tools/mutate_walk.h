/* mutate_walk.h - a mutated database in the program: opened, every screen shown, a few searches. In
 * a process of its own, whose CPU time for each screen is limited. */
#ifndef TESTS_TOOLS_MUTATE_WALK_H
#define TESTS_TOOLS_MUTATE_WALK_H

#include "base/str.h"

#include <stdint.h>

enum mutate_end {
    MUTATE_REFUSED, /* with a message */
    MUTATE_SHOWN,
    MUTATE_CRASHED,
    MUTATE_HUNG,
};

struct mutate_walk {
    enum mutate_end end;
    unsigned screens, failed; /* shown, and of those "cannot be shown" */
    unsigned slowest_ms;      /* CPU time of one screen, with its frame */
    char slowest[128];
    char where[128];   /* what was being done when it ended */
    char message[256]; /* of a refusal */
};

/* `seed` also chooses the language. `every`: of glossary, phrases and schools, show one in so many.
 */
void mutate_walk(const char *database, uint64_t seed, unsigned every, unsigned limit_ms,
    struct mutate_walk *walk);

#endif
