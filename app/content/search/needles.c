#include "content/search/needles.h"

#include "base/check.h"

void
search_needles_add(struct search_needles *needles, struct arena *arena, struct str text) {
    for (size_t i = 0; i < needles->count; i++) {
        if (str_eq(needles->items[i], text)) {
            return;
        }
    }
    if (text.n > 0 && needles->count < ARRAY_LEN(needles->items)) {
        needles->items[needles->count++] = arena_str(arena, text);
    }
}
