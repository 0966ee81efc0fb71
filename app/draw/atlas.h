/* atlas.h - where the coverage bitmaps of glyphs, icons and corners live inside texture pages.
 *
 * Pure bookkeeping: the owner of the textures uploads. Pages are square and hold shelves (rows of
 * bitmaps of about one height). Room is made by dropping the shelf that was used longest ago, never
 * one that this frame has used: what was placed stays put until the frame ends. */
#ifndef DRAW_ATLAS_H
#define DRAW_ATLAS_H

#include "base/str.h"

#define ATLAS_PAGE_PX 1024
#define ATLAS_PAGES 4 /* x 4 MiB of ARGB = the budget of 16 MiB */

struct atlas;

struct atlas_slot {
    int page, x, y, w, h; /* w 0: nothing to draw */
    int left, top;        /* the caller's: from the pen to the bitmap */
};

struct atlas_stats {
    size_t slots, pages, used_px, evicted_shelves, lookups, hits;
};

struct atlas *atlas_create(int page_px, int max_pages);
void atlas_destroy(struct atlas *atlas);
/* Starts a frame: what is looked up from now on is safe until the next call. */
void atlas_begin_frame(struct atlas *atlas);
/* `key` is a 64-bit hash of everything that makes the bitmap. */
bool atlas_lookup(struct atlas *atlas, uint64_t key, struct atlas_slot *out);
/* Finds room for slot->w x slot->h and fills in page, x, y. False when this frame already uses
 * every shelf, or when the bitmap is larger than a page: draw it some other way. */
bool atlas_place(struct atlas *atlas, uint64_t key, struct atlas_slot *slot);
/* Forgets everything, after the textures were lost. */
void atlas_clear(struct atlas *atlas);
struct atlas_stats atlas_stats(const struct atlas *atlas);

#endif
