#include "draw/atlas.h"

#include "base/check.h"
#include "base/map.h"
#include "base/vec.h"
#include "base/xalloc.h"

#include <stdlib.h>
#include <string.h>

/* Shelf packing. A page is cut from the top into shelves, each as tall as the bitmap that opened
 * it, rounded up to a step so that sizes near each other share shelves. A bitmap goes to the
 * shortest shelf that takes it without wasting more than half its height; else a new shelf is
 * opened; else the shelf that was used longest ago and is tall enough is emptied and reused.
 * Shelves that the running frame has used are never emptied. When all pages are full of shelves
 * that are too low, neighbouring old shelves are merged until their heights suffice. */

#define SHELF_STEP 4
#define MARGIN 1 /* one empty pixel between bitmaps, so that scaled copies do not bleed */

struct shelf {
    int page, y, h, used_w;
    uint64_t frame;  /* last one that used it */
    uint32_t *slots; /* indexes into atlas->slots */
    size_t count, cap;
};

struct slot {
    uint64_t key;
    struct atlas_slot at;
    uint32_t shelf, next_free;
};

struct atlas {
    int page_px, max_pages, pages;
    uint64_t frame;
    struct shelf *shelves; /* those of one page are in order of y */
    size_t shelf_count, shelf_cap;
    struct slot *slots;
    size_t slot_count, slot_cap, live;
    uint32_t free_slot; /* 1-based; 0: none */
    int *page_bottom;   /* first row that no shelf has yet */
    struct map by_key;
    struct atlas_stats stats;
};

struct atlas *
atlas_create(int page_px, int max_pages) {
    xassert(page_px > 0 && max_pages > 0);
    struct atlas *atlas = xcalloc(1, sizeof(*atlas));
    atlas->page_px = page_px;
    atlas->max_pages = max_pages;
    atlas->page_bottom = xcalloc((size_t)max_pages, sizeof(*atlas->page_bottom));
    return atlas;
}

void
atlas_clear(struct atlas *atlas) {
    for (size_t i = 0; i < atlas->shelf_count; i++) {
        free(atlas->shelves[i].slots);
    }
    atlas->shelf_count = atlas->slot_count = atlas->live = 0;
    atlas->free_slot = 0;
    atlas->pages = 0;
    memset(atlas->page_bottom, 0, (size_t)atlas->max_pages * sizeof(*atlas->page_bottom));
    map_clear(&atlas->by_key);
}

void
atlas_destroy(struct atlas *atlas) {
    if (!atlas) {
        return;
    }
    atlas_clear(atlas);
    map_finish(&atlas->by_key);
    free(atlas->shelves);
    free(atlas->slots);
    free(atlas->page_bottom);
    free(atlas);
}

void
atlas_begin_frame(struct atlas *atlas) {
    atlas->frame++;
}

bool
atlas_lookup(struct atlas *atlas, uint64_t key, struct atlas_slot *out) {
    uint32_t index;
    atlas->stats.lookups++;
    if (!map_get(&atlas->by_key, key, &index)) {
        return false;
    }
    atlas->stats.hits++;
    *out = atlas->slots[index].at;
    if (out->w > 0) {
        atlas->shelves[atlas->slots[index].shelf].frame = atlas->frame;
    }
    return true;
}

static uint32_t
take_slot(struct atlas *atlas) {
    atlas->live++;
    if (atlas->free_slot) {
        uint32_t index = atlas->free_slot - 1;
        atlas->free_slot = atlas->slots[index].next_free;
        return index;
    }
    VEC_ROOM(atlas->slots, atlas->slot_count, atlas->slot_cap, 1);
    return (uint32_t)atlas->slot_count++;
}

static void
empty_shelf(struct atlas *atlas, struct shelf *shelf) {
    for (size_t i = 0; i < shelf->count; i++) {
        uint32_t index = shelf->slots[i];
        map_remove(&atlas->by_key, atlas->slots[index].key);
        atlas->slots[index].next_free = atlas->free_slot;
        atlas->free_slot = index + 1;
        atlas->live--;
    }
    shelf->count = 0;
    shelf->used_w = 0;
    atlas->stats.evicted_shelves++;
}

/* The shortest shelf with room, if it does not waste more than half the height. */
static struct shelf *
fitting_shelf(struct atlas *atlas, int w, int h) {
    struct shelf *best = NULL;
    for (size_t i = 0; i < atlas->shelf_count; i++) {
        struct shelf *shelf = &atlas->shelves[i];
        if (shelf->h >= h && shelf->h <= h + h / 2 + SHELF_STEP &&
            shelf->used_w + w <= atlas->page_px && (!best || shelf->h < best->h)) {
            best = shelf;
        }
    }
    return best;
}

static struct shelf *
insert_shelf(struct atlas *atlas, size_t at, struct shelf shelf) {
    VEC_ROOM(atlas->shelves, atlas->shelf_count, atlas->shelf_cap, 1);
    xassert(at == atlas->shelf_count); /* slots name shelves by index: only appending is safe */
    atlas->shelves[at] = shelf;
    atlas->shelf_count++;
    return &atlas->shelves[at];
}

static struct shelf *
new_shelf(struct atlas *atlas, int h) {
    for (int page = 0; page < atlas->max_pages; page++) {
        if (atlas->page_bottom[page] + h > atlas->page_px) {
            continue;
        }
        struct shelf shelf = {.page = page, .y = atlas->page_bottom[page], .h = h};
        atlas->page_bottom[page] += h;
        if (page >= atlas->pages) {
            atlas->pages = page + 1;
        }
        return insert_shelf(atlas, atlas->shelf_count, shelf);
    }
    return NULL;
}

/* The shelf used longest ago that is tall enough and not wastefully tall. */
static struct shelf *
evict_shelf(struct atlas *atlas, int h) {
    struct shelf *oldest = NULL;
    for (size_t i = 0; i < atlas->shelf_count; i++) {
        struct shelf *shelf = &atlas->shelves[i];
        if (shelf->h >= h && shelf->h <= 2 * h + SHELF_STEP && shelf->frame < atlas->frame &&
            (!oldest || shelf->frame < oldest->frame)) {
            oldest = shelf;
        }
    }
    if (oldest) {
        empty_shelf(atlas, oldest);
    }
    return oldest;
}

/* Height of the run of old shelves from `y` downwards in `page`; the page's unused bottom counts.
 */
static int
old_run(const struct atlas *atlas, int page, int y, int enough) {
    int reach = y;
    bool grew = true;
    while (grew && reach - y < enough) {
        grew = false;
        for (size_t i = 0; i < atlas->shelf_count; i++) {
            const struct shelf *shelf = &atlas->shelves[i];
            if (shelf->h > 0 && shelf->page == page && shelf->y == reach &&
                shelf->frame < atlas->frame) {
                reach += shelf->h;
                grew = true;
                break;
            }
        }
    }
    return reach == atlas->page_bottom[page] ? atlas->page_px - y : reach - y;
}

/* Joins old neighbours into one shelf of at least `h`; what is left over becomes part of it. */
static struct shelf *
merge_shelves(struct atlas *atlas, int h) {
    for (size_t i = 0; i < atlas->shelf_count; i++) {
        struct shelf *first = &atlas->shelves[i];
        if (first->h == 0 || first->frame >= atlas->frame ||
            old_run(atlas, first->page, first->y, h) < h) {
            continue;
        }
        int end = first->y + first->h;
        empty_shelf(atlas, first);
        for (size_t k = 0; k < atlas->shelf_count && end - first->y < h; k++) {
            struct shelf *other = &atlas->shelves[k];
            if (other->h > 0 && other->page == first->page && other->y == end) {
                empty_shelf(atlas, other);
                end += other->h;
                other->h = 0; /* an empty husk, never chosen again */
                k = (size_t)-1;
            }
        }
        if (end - first->y < h) {
            end = first->y + h;
        }
        if (end > atlas->page_bottom[first->page]) {
            atlas->page_bottom[first->page] = end;
        }
        first->h = end - first->y;
        return first;
    }
    return NULL;
}

static void
put(struct atlas *atlas, uint64_t key, const struct atlas_slot *slot, struct shelf *shelf) {
    uint32_t index = take_slot(atlas);
    atlas->slots[index] = (struct slot){.key = key, .at = *slot};
    map_put(&atlas->by_key, key, index);
    if (!shelf) {
        return;
    }
    atlas->slots[index].shelf = (uint32_t)(shelf - atlas->shelves);
    VEC_ROOM(shelf->slots, shelf->count, shelf->cap, 1);
    shelf->slots[shelf->count++] = index;
}

bool
atlas_place(struct atlas *atlas, uint64_t key, struct atlas_slot *slot) {
    if (slot->w <= 0 || slot->h <= 0) {
        slot->w = slot->h = slot->page = slot->x = slot->y = 0;
        put(atlas, key, slot, NULL);
        return true;
    }
    int w = slot->w + MARGIN;
    int h = (slot->h + MARGIN + SHELF_STEP - 1) / SHELF_STEP * SHELF_STEP;
    if (w > atlas->page_px || h > atlas->page_px) {
        return false;
    }
    struct shelf *shelf = fitting_shelf(atlas, w, h);
    shelf = shelf ? shelf : new_shelf(atlas, h);
    shelf = shelf ? shelf : evict_shelf(atlas, h);
    shelf = shelf ? shelf : merge_shelves(atlas, h);
    if (!shelf) {
        return false;
    }
    slot->page = shelf->page;
    slot->x = shelf->used_w;
    slot->y = shelf->y;
    shelf->used_w += w;
    shelf->frame = atlas->frame;
    put(atlas, key, slot, shelf);
    return true;
}

struct atlas_stats
atlas_stats(const struct atlas *atlas) {
    struct atlas_stats stats = atlas->stats;
    stats.slots = atlas->live;
    stats.pages = (size_t)atlas->pages;
    stats.used_px = 0;
    for (size_t i = 0; i < atlas->shelf_count; i++) {
        stats.used_px += (size_t)(atlas->shelves[i].h * atlas->shelves[i].used_w);
    }
    return stats;
}
