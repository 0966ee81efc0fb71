#include "text/para_cache.h"

#include <string.h>

#include "base/check.h"
#include "base/xalloc.h"

#define FIRST_BUCKETS 256

void
para_cache_init(
    struct para_cache *cache, size_t budget, void (*destroy)(uint32_t kind, void *value)) {
    *cache = (struct para_cache){
        .bucket_count = FIRST_BUCKETS, .budget = budget, .frame = 1, .destroy = destroy};
    cache->buckets = xcalloc(FIRST_BUCKETS, sizeof(struct cache_entry *));
}

static void
entry_destroy(struct para_cache *cache, struct cache_entry *entry) {
    cache->destroy(entry->key.kind, entry->value);
    for (uint32_t i = 0; entry->spans && i < entry->key.span_count; i++) {
        xfree((void *)(uintptr_t)entry->spans[i].ruby.p);
    }
    xfree(entry->spans);
    xfree(entry);
}

void
para_cache_forget(struct para_cache *cache) {
    for (struct cache_entry *entry = cache->oldest, *newer; entry; entry = newer) {
        newer = entry->newer;
        entry_destroy(cache, entry);
    }
    memset(cache->buckets, 0, cache->bucket_count * sizeof(*cache->buckets));
    cache->oldest = cache->newest = NULL;
    cache->count = cache->bytes = 0;
}

void
para_cache_finish(struct para_cache *cache) {
    para_cache_forget(cache);
    xfree(cache->buckets);
    *cache = (struct para_cache){0};
}

static uint64_t
mix(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

static uint64_t
word_at(const char *p) {
    uint64_t word;
    memcpy(&word, p, sizeof(word));
    return word;
}

/* Samples at most 24 words of the text: what tells apart texts that agree there is the comparison
 * that follows every hit, and that is cheaper than hashing every byte. */
uint64_t
para_cache_hash(const struct cache_key *key, struct str text, const struct text_span *spans) {
    uint64_t hash = mix(0xCBF29CE484222325u, text.n);
    for (size_t i = 0; i + 8 <= sizeof(*key); i += 8) {
        hash = mix(hash, word_at((const char *)key + i));
    }
    if (text.n >= 8) {
        size_t step = text.n / 24 < 8 ? 8 : text.n / 24;
        for (size_t i = 0; i + 8 <= text.n; i += step) {
            hash = mix(hash, word_at(text.p + i));
        }
        hash = mix(hash, word_at(text.p + text.n - 8));
    } else {
        hash = mix(hash, str_hash(text, 0));
    }
    for (uint32_t i = 0; i < key->span_count; i++) {
        hash =
            mix(hash, (uint64_t)spans[i].start << 32 ^ (uint64_t)spans[i].end << 8 ^ spans[i].lang);
        hash = mix(hash, str_hash(spans[i].ruby, spans[i].tag));
    }
    return hash;
}

static bool
same_spans(const struct text_span *a, const struct text_span *b, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (a[i].start != b[i].start || a[i].end != b[i].end || a[i].lang != b[i].lang ||
            a[i].weight != b[i].weight || a[i].tag != b[i].tag || a[i].emphasis != b[i].emphasis ||
            !str_eq(a[i].ruby, b[i].ruby)) {
            return false;
        }
    }
    return true;
}

static void
unlink_use(struct para_cache *cache, struct cache_entry *entry) {
    *(entry->older ? &entry->older->newer : &cache->oldest) = entry->newer;
    *(entry->newer ? &entry->newer->older : &cache->newest) = entry->older;
}

static void
link_newest(struct para_cache *cache, struct cache_entry *entry) {
    entry->older = cache->newest;
    entry->newer = NULL;
    *(cache->newest ? &cache->newest->newer : &cache->oldest) = entry;
    cache->newest = entry;
}

void *
para_cache_find(struct para_cache *cache, uint64_t hash, const struct cache_key *key,
    struct str text, const struct text_span *spans) {
    struct cache_entry *entry = cache->buckets[hash & (cache->bucket_count - 1)];
    for (; entry; entry = entry->next) {
        if (entry->hash == hash && memcmp(&entry->key, key, sizeof(*key)) == 0 &&
            str_eq(entry->text, text) && same_spans(entry->spans, spans, key->span_count)) {
            if (entry->frame != cache->frame) {
                entry->frame = cache->frame;
                unlink_use(cache, entry);
                link_newest(cache, entry);
            }
            return entry->value;
        }
    }
    return NULL;
}

static void
grow(struct para_cache *cache) {
    size_t wider = cache->bucket_count * 2;
    struct cache_entry **buckets = xcalloc(wider, sizeof(struct cache_entry *));
    for (struct cache_entry *entry = cache->oldest; entry; entry = entry->newer) {
        entry->next = buckets[entry->hash & (wider - 1)];
        buckets[entry->hash & (wider - 1)] = entry;
    }
    xfree(cache->buckets);
    cache->buckets = buckets;
    cache->bucket_count = wider;
}

static struct text_span *
copy_spans(const struct text_span *spans, uint32_t count) {
    if (count == 0) {
        return NULL;
    }
    struct text_span *copy = xcalloc(count, sizeof(*copy));
    for (uint32_t i = 0; i < count; i++) {
        copy[i] = spans[i];
        char *ruby = xcalloc(1, spans[i].ruby.n + 1);
        if (spans[i].ruby.n > 0) {
            memcpy(ruby, spans[i].ruby.p, spans[i].ruby.n);
        }
        copy[i].ruby.p = ruby;
    }
    return copy;
}

void
para_cache_put(struct para_cache *cache, uint64_t hash, const struct cache_key *key,
    struct str text, const struct text_span *spans, void *value, size_t bytes) {
    if (cache->count >= cache->bucket_count) {
        grow(cache);
    }
    struct cache_entry *entry = xcalloc(1, sizeof(*entry));
    entry->hash = hash;
    entry->frame = cache->frame;
    memcpy(&entry->key, key, sizeof(*key));
    entry->text = text;
    entry->spans = copy_spans(spans, key->span_count);
    entry->value = value;
    entry->bytes = bytes + sizeof(*entry);
    entry->next = cache->buckets[hash & (cache->bucket_count - 1)];
    cache->buckets[hash & (cache->bucket_count - 1)] = entry;
    link_newest(cache, entry);
    cache->bytes += entry->bytes;
    cache->count++;
}

static void
remove_oldest(struct para_cache *cache) {
    struct cache_entry *entry = cache->oldest;
    struct cache_entry **at = &cache->buckets[entry->hash & (cache->bucket_count - 1)];
    while (*at != entry) {
        at = &(*at)->next;
    }
    *at = entry->next;
    unlink_use(cache, entry);
    cache->bytes -= entry->bytes;
    cache->count--;
    entry_destroy(cache, entry);
}

void
para_cache_end_frame(struct para_cache *cache) {
    while (cache->bytes > cache->budget && cache->oldest && cache->oldest->frame < cache->frame) {
        remove_oldest(cache);
    }
    cache->frame++;
}
