/* map.h - open addressing from a 64-bit key to a 32-bit value. Keys are hashes or ids made by the
 * caller; any key is allowed. Zero it, use it, map_finish() it. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct map_slot {
    uint64_t key;
    uint32_t value;
    uint8_t state;
};
struct map {
    struct map_slot *slots;
    size_t cap, used, filled; /* slots, live keys, live and deleted keys */
};

bool map_get(const struct map *map, uint64_t key, uint32_t *value);
void map_put(struct map *map, uint64_t key, uint32_t value);
bool map_remove(struct map *map, uint64_t key);
void map_clear(struct map *map);
void map_finish(struct map *map);

#endif
