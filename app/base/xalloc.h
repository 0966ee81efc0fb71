/* xalloc.h - the malloc family that aborts when memory runs out, and wipes what it lets go: words
 * that a visitor typed stay in no freed memory. Only base/ and long-lived caches call it;
 * everything else lives in an arena. Whatever may hold such words is freed by xfree(). Counts every
 * call, so that tests and benchmarks can show that a warm frame allocates nothing. */
#ifndef BASE_XALLOC_H
#define BASE_XALLOC_H

#include <stddef.h>
#include <stdint.h>

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *p, size_t size);
void *xrealloc_array(void *p, size_t count, size_t size);
char *xstrdup(const char *s);
void xfree(void *p); /* wiped first; also what malloc() gave */
/* Of what xcalloc() gave only the first `n` bytes were written: the rest, which may be pages that
 * were never touched, is left alone. */
void xfree_written(void *p, size_t n);
/* For libraries with an allocator of their own choice: not counted, NULL when memory runs out. */
void *realloc_wiping(void *p, size_t size);
void wipe_stack(void);       /* what calls that have returned left below the caller */
uint64_t xalloc_count(void); /* calls so far, in this process */

#endif
