#include "screens/ticks.h"

#include <string.h>

/* Where it is, or how many there are. */
static size_t
place_of(const struct ticks *ticks, struct str name) {
    uint64_t hash = str_hash(name, 0);
    size_t at = 0;
    while (at < ticks->count && ticks->done[at] != hash) {
        at++;
    }
    return at;
}

bool
ticks_has(const struct ticks *ticks, struct str name) {
    return place_of(ticks, name) < ticks->count;
}

void
ticks_turn(struct ticks *ticks, struct str name) {
    size_t at = place_of(ticks, name);
    bool is_done = at < ticks->count;
    if (!is_done && ticks->count == TICKS_MOST) {
        at = 0;
    }
    if (is_done || ticks->count == TICKS_MOST) {
        size_t after = ticks->count - at - 1;
        memmove(&ticks->done[at], &ticks->done[at + 1], after * sizeof(ticks->done[0]));
        ticks->done[--ticks->count] = 0;
    }
    if (!is_done) {
        ticks->done[ticks->count++] = str_hash(name, 0);
    }
}

void
ticks_forget(struct ticks *ticks) {
    explicit_bzero(ticks, sizeof(*ticks));
}
