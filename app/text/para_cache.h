/* para_cache.h - what was shaped and laid out before: one table, least recently used first out.
 *
 * A key is everything the result depends on; the text itself is compared, never only its hash. An
 * entry used in the frame that just ended outlives para_cache_end_frame(). */
#ifndef TEXT_PARA_CACHE_H
#define TEXT_PARA_CACHE_H

#include "base/str.h"
#include "text/para.h"

enum cache_kind { CACHE_SHAPED, CACHE_PARA };

/* Zeroed before it is filled: compared as bytes. */
struct cache_key {
    struct text_style style;
    float width_px;
    uint32_t kind, generation;
    uint32_t span_count;
};

struct cache_entry {
    struct cache_entry *next;          /* in its bucket */
    struct cache_entry *older, *newer; /* by last use */
    uint64_t hash, frame;
    struct cache_key key;
    struct str text;         /* the value's own copy */
    struct text_span *spans; /* own copies, with their ruby, or NULL */
    void *value;
    size_t bytes;
};

struct para_cache {
    struct cache_entry **buckets;
    size_t bucket_count, count, bytes, budget;
    struct cache_entry *oldest, *newest;
    uint64_t frame;
    uint32_t generation; /* part of every key: raised when results become stale */
    void (*destroy)(uint32_t kind, void *value);
};

void para_cache_init(
    struct para_cache *cache, size_t budget, void (*destroy)(uint32_t kind, void *value));
void para_cache_finish(struct para_cache *cache);
uint64_t para_cache_hash(
    const struct cache_key *key, struct str text, const struct text_span *spans);
void *para_cache_find(struct para_cache *cache, uint64_t hash, const struct cache_key *key,
    struct str text, const struct text_span *spans);
/* `text` must live as long as `value`. The cache owns `value` from now on. */
void para_cache_put(struct para_cache *cache, uint64_t hash, const struct cache_key *key,
    struct str text, const struct text_span *spans, void *value, size_t bytes);
/* Drops everything; nothing that was borrowed is valid afterwards. */
void para_cache_forget(struct para_cache *cache);
void para_cache_end_frame(struct para_cache *cache);

#endif
