/* xalloc.h - the malloc family that aborts when memory runs out. Only base/ and long-lived caches
 * call it; everything else lives in an arena. Counts every call, so that tests and benchmarks can
 * show that a warm frame allocates nothing. */
#ifndef BASE_XALLOC_H
#define BASE_XALLOC_H

#include <stddef.h>
#include <stdint.h>

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *p, size_t size);
void *xrealloc_array(void *p, size_t count, size_t size);
char *xstrdup(const char *s);
uint64_t xalloc_count(void); /* calls so far, in this process */

#endif
