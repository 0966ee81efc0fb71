#include "base/map.h"

#include "base/xalloc.h"

enum { SLOT_EMPTY, SLOT_USED, SLOT_DELETED };

/* Fibonacci hashing spreads sequential ids; keys that are hashes already lose nothing. */
static size_t
home_slot(const struct map *map, uint64_t key) {
    return (size_t)(key * 11400714819323198485u >> 32) & (map->cap - 1);
}

static struct map_slot *
find_slot(const struct map *map, uint64_t key) {
    if (map->cap == 0) {
        return NULL;
    }
    for (size_t i = home_slot(map, key);; i = (i + 1) & (map->cap - 1)) {
        struct map_slot *slot = &map->slots[i];
        if (slot->state == SLOT_EMPTY) {
            return NULL;
        }
        if (slot->state == SLOT_USED && slot->key == key) {
            return slot;
        }
    }
}

static void
insert_new(struct map *map, uint64_t key, uint32_t value) {
    size_t i = home_slot(map, key);
    while (map->slots[i].state == SLOT_USED) {
        i = (i + 1) & (map->cap - 1);
    }
    map->filled += map->slots[i].state == SLOT_EMPTY;
    map->used++;
    map->slots[i] = (struct map_slot){.key = key, .value = value, .state = SLOT_USED};
}

static void
rehash(struct map *map) {
    struct map old = *map;
    map->cap = old.used * 4 < 16 ? 16 : 1;
    while (map->cap < old.used * 4) {
        map->cap *= 2;
    }
    map->slots = xcalloc(map->cap, sizeof(*map->slots));
    map->used = map->filled = 0;
    for (size_t i = 0; i < old.cap; i++) {
        if (old.slots[i].state == SLOT_USED) {
            insert_new(map, old.slots[i].key, old.slots[i].value);
        }
    }
    xfree(old.slots);
}

bool
map_get(const struct map *map, uint64_t key, uint32_t *value) {
    const struct map_slot *slot = find_slot(map, key);
    if (!slot) {
        return false;
    }
    *value = slot->value;
    return true;
}

void
map_put(struct map *map, uint64_t key, uint32_t value) {
    struct map_slot *slot = find_slot(map, key);
    if (slot) {
        slot->value = value;
        return;
    }
    if ((map->filled + 1) * 4 > map->cap * 3) {
        rehash(map);
    }
    insert_new(map, key, value);
}

bool
map_remove(struct map *map, uint64_t key) {
    struct map_slot *slot = find_slot(map, key);
    if (!slot) {
        return false;
    }
    slot->state = SLOT_DELETED;
    map->used--;
    return true;
}

void
map_clear(struct map *map) {
    for (size_t i = 0; i < map->cap; i++) {
        map->slots[i].state = SLOT_EMPTY;
    }
    map->used = map->filled = 0;
}

void
map_finish(struct map *map) {
    xfree(map->slots);
    *map = (struct map){0};
}
