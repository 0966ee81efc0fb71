#include "base/arena.h"

#include "base/check.h"
#include "base/xalloc.h"

#include <stdio.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)64 << 10)
#define ALIGNMENT ((size_t)16)

struct arena_block {
    struct arena_block *next;
    size_t cap, used;
    _Alignas(16) unsigned char bytes[];
};

void
arena_init(struct arena *arena) {
    *arena = (struct arena){0};
}

void
arena_finish(struct arena *arena) {
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        xfree_written(arena->blocks, sizeof(*arena->blocks) + arena->blocks->used);
        arena->blocks = next;
    }
    arena->used = 0;
}

/* The most recent block is the one to keep: blocks only grow, so it is large enough for the
 * usual frame, and a steady state allocates nothing. */
void
arena_reset(struct arena *arena) {
#ifdef NARU_ARENA_DEBUG
    arena_finish(arena);
#else
    if (!arena->blocks) {
        return;
    }
    struct arena rest = {.blocks = arena->blocks->next};
    arena_finish(&rest);
    arena->blocks->next = NULL;
    memset(arena->blocks->bytes, 0, arena->blocks->used);
    arena->blocks->used = 0;
    arena->used = 0;
#endif
}

static struct arena_block *
block_create(size_t cap) {
    struct arena_block *block = xcalloc(1, sizeof(*block) + cap);
    block->cap = cap;
    return block;
}

static void
add_block(struct arena *arena, size_t size) {
    size_t cap = size;
#ifndef NARU_ARENA_DEBUG
    size_t grown = arena->blocks ? arena->blocks->cap * 2 : BLOCK_BYTES;
    if (grown > BLOCK_BYTES << 6) {
        grown = BLOCK_BYTES << 6;
    }
    cap = size > grown ? size : grown;
#endif
    struct arena_block *block = block_create(cap);
    block->next = arena->blocks;
    arena->blocks = block;
}

void *
arena_alloc(struct arena *arena, size_t size) {
    xassert(size <= SIZE_MAX / 2);
#ifdef NARU_ARENA_DEBUG
    size_t rounded = size; /* exact, so that one byte too far is seen */
    add_block(arena, rounded);
#else
    size_t rounded = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    if (!arena->blocks || arena->blocks->cap - arena->blocks->used < rounded) {
        add_block(arena, rounded);
    }
#endif
    struct arena_block *block = arena->blocks;
    void *p = block->bytes + block->used;
    block->used += rounded;
    arena->used += rounded;
    return p;
}

void *
arena_alloc_array(struct arena *arena, size_t count, size_t size) {
    xassert(size == 0 || count <= SIZE_MAX / 2 / size);
    return arena_alloc(arena, count * size);
}

struct str
arena_str(struct arena *arena, struct str s) {
    char *p = arena_alloc(arena, s.n + 1);
    if (s.n > 0) {
        memcpy(p, s.p, s.n);
    }
    return (struct str){p, s.n};
}

struct str
arena_printf(struct arena *arena, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    xassert(n >= 0);
    char *p = arena_alloc(arena, (size_t)n + 1);
    vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    return (struct str){p, (size_t)n};
}
