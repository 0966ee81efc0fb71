/* arena.h - bump allocation with one lifetime.
 *
 * An arena hands out memory that lives until arena_reset() or arena_finish(). Four lifetimes exist
 * in this program: process, screen (reset on leave), frame (reset each frame), and caches with a
 * byte budget; the first three are arenas. Memory is zeroed. Out of memory aborts.
 * Built with NARU_ARENA_DEBUG every item is its own malloc, so that ASan sees overruns. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

struct arena_block;
struct arena {
    struct arena_block *blocks;
    size_t used; /* bytes handed out since the last reset */
};

void arena_init(struct arena *arena);
void arena_finish(struct arena *arena);
void arena_reset(struct arena *arena); /* keeps one block for reuse */
void *arena_alloc(struct arena *arena, size_t size);
void *arena_alloc_array(struct arena *arena, size_t count, size_t size); /* aborts on overflow */
#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, count, type) ((type *)arena_alloc_array((arena), (count), sizeof(type)))
/* Copies end in NUL, so `.p` can go to C functions. */
struct str arena_str(struct arena *arena, struct str s);
struct str arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
