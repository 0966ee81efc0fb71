/* sort.h - qsort() for lists that may be empty: the C library asks for an array even of nothing. */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include <stddef.h>
#include <stdlib.h>

static inline void
sort_items(void *items, size_t count, size_t size, int (*compare)(const void *, const void *)) {
    if (count > 1) {
        qsort(items, count, size, compare);
    }
}

#endif
