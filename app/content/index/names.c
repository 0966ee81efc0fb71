#include "content/index/names.h"

#include "base/check.h"
#include "content/search/text.h"

enum { PARTS_UNITS = 16 }; /* in longer names only words start a part */

/* Words for kinds of places, longest first, as they end names. A word of letters must be a word of
 * its own; the others are glued on. Han is written in any form: it is folded before comparing. */
static const char *const place_words[] = {"특별자치시", "특별자치도", "특별시", "광역시", "시",
    "군", "구", "현", "성", "주", "도", "市", "郡", "区", "町", "村", "県", "府", "都", "道", "省",
    "州", "しょう", "しゅう", "ちょう", "けん", "ぐん", "まち", "むら", "そん", "し", "く", "city",
    "county", "province", "prefecture", "village", "town", "district", "metropolitan city", "si",
    "shi", "gun", "gu", "ku", "do", "ken", "mura", "son", "cho", "machi", "oblast", "state"};

struct search_place_words
search_place_words(struct arena *arena) {
    struct search_place_words out = {
        .words = ARENA_ARRAY(arena, ARRAY_LEN(place_words), struct fold),
        .count = ARRAY_LEN(place_words)};
    for (size_t i = 0; i < out.count; i++) {
        out.words[i] = fold_text(arena, str_from(place_words[i]));
    }
    return out;
}

static bool
ends_with(const struct fold *fold, size_t count, const struct fold *word) {
    size_t start = count - word->count;
    for (size_t i = 0; i < word->count; i++) {
        if (fold->units[start + i].code_point != word->units[i].code_point) {
            return false;
        }
    }
    bool is_letters = search_is_wordlike(word->units[0].code_point);
    return !is_letters || fold_class(fold->units[start - 1].code_point) == FOLD_SEPARATOR;
}

/* Where the place word starts that ends fold[0, count); count when there is none. */
static size_t
place_word_start(const struct search_place_words *places, const struct fold *fold, size_t count) {
    for (size_t i = 0; i < places->count; i++) {
        const struct fold *word = &places->words[i];
        if (word->count < count && ends_with(fold, count, word)) {
            return count - word->count;
        }
    }
    return count;
}

static bool
starts_part(const struct fold *fold, size_t at, size_t count) {
    uint32_t c = fold->units[at].code_point, before = fold->units[at - 1].code_point;
    if (fold_class(c) == FOLD_SEPARATOR) {
        return false;
    }
    bool is_word_start =
        fold_class(before) == FOLD_SEPARATOR || search_is_wordlike(before) != search_is_wordlike(c);
    return is_word_start || (!search_is_wordlike(c) && count <= PARTS_UNITS);
}

void
search_name_keys(struct arena *arena, struct str name, const struct search_place_words *places,
    void (*add)(void *self, struct str key, bool is_part), void *self) {
    struct fold fold = fold_text(arena, name);
    size_t count = fold.count < SEARCH_NAME_UNITS ? fold.count : SEARCH_NAME_UNITS;
    if (count == 0) {
        return;
    }
    size_t stem = places ? place_word_start(places, &fold, count) : count;
    add(self, fold_units_key(arena, &fold, 0, count), false);
    if (stem < count) {
        add(self, fold_units_key(arena, &fold, 0, stem), false);
    }
    for (size_t at = 1; at < count; at++) {
        if (starts_part(&fold, at, count)) {
            add(self, fold_units_key(arena, &fold, at, count), true);
            if (stem < count && at < stem) {
                add(self, fold_units_key(arena, &fold, at, stem), true);
            }
        }
    }
}
