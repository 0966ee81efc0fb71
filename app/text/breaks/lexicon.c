#include "text/breaks/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/sort.h"
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
        if (units.count < 2 || units.count > LEXICON_LONGEST) {
            continue; /* nothing to keep together, or nothing that could be */
        }
        struct lexicon_entry entry = {.length = units.count};
        entry.u16 = xmalloc((size_t)units.count * sizeof(*entry.u16));
        memcpy(entry.u16, units.u16, (size_t)units.count * sizeof(*entry.u16));
        lexicon->entries[lexicon->count++] = entry;
    }
    arena_finish(&arena);
    sort_items(lexicon->entries, lexicon->count, sizeof(*lexicon->entries), compare_entries);
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
    map_finish(&lexicon->asked);
    *lexicon = (struct lexicon){0};
}

bool
lexicon_is_empty(const struct lexicon *lexicon) {
    return lexicon->count == 0 && !lexicon->ask;
}

static bool
is_surrogate(uint16_t unit) {
    return (unit & 0xF800) == 0xD800;
}

/* Where the first two characters end, or the first where one of them is beyond plane 0. */
static int32_t
first_end(const struct units *units, int32_t at) {
    return is_surrogate(units->u16[at + 1]) && !is_surrogate(units->u16[at]) ? at + 1 : at + 2;
}

static int32_t
next_end(const struct units *units, int32_t end) {
    return end + (end < units->count && (units->u16[end] & 0xFC00) == 0xD800 ? 2 : 1);
}

static struct str
beginning_of(const uint16_t *u16, int32_t length, struct str_buf *out) {
    for (int32_t i = 0; i < length; i++) {
        bool is_pair = is_surrogate(u16[i]) && i + 1 < length;
        uint32_t low = is_pair ? u16[i + 1] & 0x3FF : 0;
        str_buf_utf8(out, is_pair ? 0x10000 + (((uint32_t)u16[i] & 0x3FF) << 10) + low : u16[i]);
        i += is_pair;
    }
    return str_buf_str(out);
}

/* Once for every beginning: what was added later could not reach lines that are already broken.
 * True when more words begin so than the source gave. */
static bool
ask_beginning(struct lexicon *lexicon, const uint16_t *u16, int32_t length) {
    uint64_t key = str_hash((struct str){(const char *)u16, (size_t)length * sizeof(*u16)}, 0);
    uint32_t had_more;
    if (map_get(&lexicon->asked, key, &had_more)) {
        return had_more != 0;
    }
    struct arena arena;
    struct str_buf beginning = {0};
    struct str *words = NULL;
    arena_init(&arena);
    size_t count =
        lexicon->ask(lexicon->self, &arena, beginning_of(u16, length, &beginning), &words);
    bool has_more = count >= LEXICON_MANY;
    if (has_more) { /* the beginning itself comes first; the others are asked for by more of the
                       text */
        count = str_eq(words[0], str_buf_str(&beginning)) ? 1 : 0;
    }
    if (count > 0) {
        lexicon_add(lexicon, words, count);
    }
    map_put(&lexicon->asked, key, has_more);
    str_buf_finish(&beginning);
    arena_finish(&arena);
    return has_more;
}

static void
ask(struct lexicon *lexicon, const struct units *units, int32_t at) {
    int32_t end = first_end(units, at);
    while (end <= units->count && end - at <= LEXICON_LONGEST &&
           ask_beginning(lexicon, units->u16 + at, end - at)) {
        end = next_end(units, end);
    }
}

/* Of the entries [low, high), which agree in `depth` units, the first whose next one is `unit` or
 * more; an entry that ends there comes before all of them. */
static size_t
lower_bound(const struct lexicon *lexicon, size_t low, size_t high, int32_t depth, uint32_t unit) {
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct lexicon_entry *entry = &lexicon->entries[middle];
        if (entry->length <= depth || entry->u16[depth] < unit) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

int32_t
lexicon_match(struct lexicon *lexicon, const struct units *units, int32_t at) {
    uint32_t first;
    int32_t longest = 0;
    bool can_begin = at + 1 < units->count && (units->u16[at] & 0xFC00) != 0xDC00;
    if (lexicon->ask && can_begin) {
        ask(lexicon, units, at);
    }
    if (!map_get(&lexicon->first, units->u16[at], &first)) {
        return 0;
    }
    size_t low = first, high = lexicon->count;
    for (int32_t depth = 0; low < high && at + depth < units->count; depth++) {
        uint32_t unit = units->u16[at + depth];
        low = lower_bound(lexicon, low, high, depth, unit);
        high = lower_bound(lexicon, low, high, depth, unit + 1);
        longest = low < high && lexicon->entries[low].length == depth + 1 ? depth + 1 : longest;
    }
    return longest;
}
