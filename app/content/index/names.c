#include "content/index/names.h"

#include "base/vec.h"
#include "content/search/text.h"

enum { PARTS_UNITS = 16 }; /* in longer names only words start a part */

void
search_place_words_add(struct search_place_words *places, struct arena *arena, struct str terms) {
    struct str term;
    while (str_split(&terms, '|', &term)) {
        struct fold word = fold_text(arena, str_trim(term));
        if (word.count == 0) {
            continue;
        }
        VEC_ROOM_IN(arena, places->words, places->count, places->capacity, 1);
        places->words[places->count++] = word;
    }
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

struct sink {
    struct arena *arena;
    const struct fold *fold;
    void (*add)(void *self, struct str key, struct str spaced, bool is_part);
    void *self;
};

static bool
is_wordlike_at(const struct fold *fold, size_t at, size_t to) {
    return at < to && search_is_wordlike(fold->units[at].code_point);
}

static void
add_key(const struct sink *sink, size_t from, size_t to, bool is_part) {
    const struct fold *fold = sink->fold;
    struct str_buf spaced = {0};
    for (size_t i = from; i < to; i++) {
        uint32_t c = fold->units[i].code_point;
        if (fold_class(c) != FOLD_SEPARATOR) {
            str_buf_utf8(&spaced, c);
        } else if (i > from && is_wordlike_at(fold, i - 1, to) && is_wordlike_at(fold, i + 1, to)) {
            str_buf_byte(&spaced, ' ');
        }
    }
    sink->add(
        sink->self, fold_units_key(sink->arena, fold, from, to), str_buf_str(&spaced), is_part);
    str_buf_finish(&spaced);
}

void
search_name_keys(struct arena *arena, struct str name, const struct search_place_words *places,
    void (*add)(void *self, struct str key, struct str spaced, bool is_part), void *self) {
    struct fold fold = fold_text(arena, name);
    size_t count = fold.count < SEARCH_NAME_UNITS ? fold.count : SEARCH_NAME_UNITS;
    if (count == 0) {
        return;
    }
    size_t stem = places ? place_word_start(places, &fold, count) : count;
    const struct sink sink = {arena, &fold, add, self};
    add_key(&sink, 0, count, false);
    if (stem < count) {
        add_key(&sink, 0, stem, false);
    }
    for (size_t at = 1; at < count; at++) {
        if (starts_part(&fold, at, count)) {
            add_key(&sink, at, count, true);
            if (stem < count && at < stem) {
                add_key(&sink, at, stem, true);
            }
        }
    }
}
