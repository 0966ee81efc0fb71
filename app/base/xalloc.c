#include "base/xalloc.h"

#include "base/check.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

static uint64_t call_count;

static void *
must(void *p) {
    call_count++;
    if (!p) {
        BUG("out of memory");
    }
    return p;
}

void *
xmalloc(size_t size) {
    return must(malloc(size ? size : 1));
}

void *
xcalloc(size_t count, size_t size) {
    return must(calloc(count ? count : 1, size ? size : 1));
}

/* Not by realloc(), which leaves the old bytes behind when it moves. */
void *
realloc_wiping(void *p, size_t size) {
    size_t had = p ? malloc_usable_size(p) : 0;
    void *larger = malloc(size ? size : 1);
    if (larger && had > 0) {
        memcpy(larger, p, had < size ? had : size);
        xfree(p);
    }
    return larger;
}

void *
xrealloc(void *p, size_t size) {
    return must(realloc_wiping(p, size));
}

void
xfree(void *p) {
    if (p) {
        explicit_bzero(p, malloc_usable_size(p));
        free(p);
    }
}

void *
xrealloc_array(void *p, size_t count, size_t size) {
    xassert(size == 0 || count <= SIZE_MAX / size);
    return xrealloc(p, count * size);
}

void
xfree_written(void *p, size_t n) {
    if (p) {
        xassert(n <= malloc_usable_size(p));
        explicit_bzero(p, n);
        free(p);
    }
}

char *
xstrdup(const char *s) {
    size_t n = strlen(s) + 1;
    return memcpy(xmalloc(n), s, n);
}

uint64_t
xalloc_count(void) {
    return call_count;
}

/* Deeper than anything the program calls between two frames. */
__attribute__((noinline)) void
wipe_stack(void) {
    char below[256 * 1024];
    explicit_bzero(below, sizeof(below));
}
