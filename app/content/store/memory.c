/* SQLite's memory: what it lets go is wiped, for it held what a visitor asked. */
#include "content/store/store_private.h"

#include "base/xalloc.h"

#include <malloc.h>

static void *
allocate(int size) {
    return realloc_wiping(NULL, (size_t)size);
}

static void *
reallocate(void *p, int size) {
    return realloc_wiping(p, (size_t)size);
}

static int
size_of(void *p) {
    return (int)malloc_usable_size(p);
}

static int
round_up(int size) {
    return (size + 7) & ~7;
}

static int
start(void *unused) {
    (void)unused;
    return SQLITE_OK;
}

static void
stop(void *unused) {
    (void)unused;
}

/* Refused, and not needed, once SQLite runs. Its own pool of small pieces would not be wiped. */
void
store_wipe_memory(void) {
    static const sqlite3_mem_methods methods = {
        allocate, xfree, reallocate, size_of, round_up, start, stop, NULL};
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
}
