#include "text/breaks/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"

static int
compare_entries(const void *a, const void *b) {
    const struct lexicon_entry *x = a, *y = b;
    int32_t shorter = x->length < y->length ? x->length : y->length;
    for (int32_t i = 0; i < shorter; i++) {
        if (x->u16[i] != y->u16[i]) {
            return x->u16[i] < y->u16[i] ? -1 : 1;
        }
    }
    return (x->length > y->length) - (x->length < y->length);
}

void
lexicon_add(struct lexicon *lexicon, const struct str *names, size_t count) {
    struct arena arena;
    arena_init(&arena);
    VEC_ROOM(lexicon->entries, lexicon->count, lexicon->cap, count);
    for (size_t i = 0; i < count; i++) {
        struct units units;
        text_decode(&arena, names[i], &units);
        if (units.count < 2) {
            continue; /* nothing to keep together */
        }
        struct lexicon_entry entry = {.length = units.count};
        entry.u16 = xmalloc((size_t)units.count * sizeof(*entry.u16));
        memcpy(entry.u16, units.u16, (size_t)units.count * sizeof(*entry.u16));
        lexicon->entries[lexicon->count++] = entry;
    }
    arena_finish(&arena);
    qsort(lexicon->entries, lexicon->count, sizeof(*lexicon->entries), compare_entries);
    map_clear(&lexicon->first);
    for (size_t i = lexicon->count; i > 0; i--) {
        map_put(&lexicon->first, lexicon->entries[i - 1].u16[0], (uint32_t)(i - 1));
    }
}

void
lexicon_finish(struct lexicon *lexicon) {
    for (size_t i = 0; i < lexicon->count; i++) {
        free(lexicon->entries[i].u16);
    }
    free(lexicon->entries);
    map_finish(&lexicon->first);
    *lexicon = (struct lexicon){0};
}

int32_t
lexicon_match(const struct lexicon *lexicon, const struct units *units, int32_t at) {
    uint32_t i;
    int32_t longest = 0;
    if (!map_get(&lexicon->first, units->u16[at], &i)) {
        return 0;
    }
    for (; i < lexicon->count && lexicon->entries[i].u16[0] == units->u16[at]; i++) {
        const struct lexicon_entry *entry = &lexicon->entries[i];
        if (entry->length > longest && entry->length <= units->count - at &&
            memcmp(entry->u16, units->u16 + at, (size_t)entry->length * 2) == 0) {
            longest = entry->length;
        }
    }
    return longest;
}
