#include "content/search/needles.h"

#include "base/check.h"

void
search_needles_add(struct search_needles *needles, struct arena *arena, struct str text) {
    search_needles_add_why(needles, arena, text, SEARCH_WHY_SPELLING);
}

void
search_needles_add_why(
    struct search_needles *needles, struct arena *arena, struct str text, enum search_why why) {
    for (size_t i = 0; i < needles->count; i++) {
        if (str_eq(needles->items[i], text)) {
            return;
        }
    }
    if (text.n > 0 && needles->count < ARRAY_LEN(needles->items)) {
        needles->whys[needles->count] = why;
        needles->items[needles->count++] = arena_str(arena, text);
    }
}
