#include "base/vec.h"

#include "base/check.h"
#include "base/xalloc.h"

#include <string.h>

#define FIRST_CAPACITY 16

size_t
vec_capacity(size_t cap, size_t wanted) {
    xassert(wanted <= SIZE_MAX / 4 && cap <= SIZE_MAX / 4);
    size_t twice = cap ? cap * 2 : FIRST_CAPACITY;
    return twice > wanted ? twice : wanted;
}

void *
vec_room(void *items, size_t count, size_t more, size_t *cap, size_t item_size) {
    xassert(more <= SIZE_MAX / 4 && count <= *cap);
    if (count + more <= *cap) {
        return items;
    }
    *cap = vec_capacity(*cap, count + more);
    return xrealloc_array(items, *cap, item_size);
}

void *
vec_room_in(
    struct arena *arena, void *items, size_t count, size_t more, size_t *cap, size_t item_size) {
    xassert(more <= SIZE_MAX / 4 && count <= *cap);
    if (count + more <= *cap) {
        return items;
    }
    *cap = vec_capacity(*cap, count + more);
    void *moved = arena_alloc_array(arena, *cap, item_size);
    if (count > 0) {
        memcpy(moved, items, count * item_size);
    }
    return moved;
}
