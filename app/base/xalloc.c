#include "base/xalloc.h"

#include "base/check.h"

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

void *
xrealloc(void *p, size_t size) {
    return must(realloc(p, size ? size : 1));
}

void *
xrealloc_array(void *p, size_t count, size_t size) {
    xassert(size == 0 || count <= SIZE_MAX / size);
    return xrealloc(p, count * size);
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
