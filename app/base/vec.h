/* vec.h - the one way an array grows: to twice its room, 16 items at first.
 *
 * An array is a pointer, a count and a capacity, under whatever names fit:
 *
 *     VEC_ROOM(list->items, list->count, list->cap, 1);               heap: free() the items
 *     VEC_ROOM_IN(arena, list->items, list->count, list->cap, 1);     arena: goes with it
 *     list->items[list->count++] = item;
 *
 * Items move when the array grows: keep indices, not pointers. New room is zeroed in an arena only.
 * Bytes have struct str_buf, which grows by the same rule. */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#define VEC_ROOM(items, count, cap, more) \
    ((items) = vec_room((items), (count), (more), &(cap), sizeof(*(items))))
#define VEC_ROOM_IN(arena, items, count, cap, more) \
    ((items) = vec_room_in((arena), (items), (count), (more), &(cap), sizeof(*(items))))

/* The next capacity of at least `wanted` items. */
size_t vec_capacity(size_t cap, size_t wanted);
/* Room for `more` items behind the first `count`: the same items, or moved ones. */
void *vec_room(void *items, size_t count, size_t more, size_t *cap, size_t item_size);
void *vec_room_in(
    struct arena *arena, void *items, size_t count, size_t more, size_t *cap, size_t item_size);

#endif
