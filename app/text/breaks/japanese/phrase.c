#include "text/breaks/japanese/phrase.h"

#include "base/check.h"
#include "text/breaks/chars.h"
#include "text/breaks/japanese/phrase_words.h"

struct weight {
    uint32_t feature;
    int32_t weight;
};

/* `weights`, sorted by feature, and `weight_first`, where each value of its top ten bits begins. */
#include "text/breaks/japanese/phrase_weights.inc"

static uint8_t
class_letter(uint16_t c) {
    switch (chars_class(c)) {
    case CHAR_HAN:
        return 'C';
    case CHAR_KANA:
        return c == u'ー' ? 'K' : c >= u'゠' ? 'K' : 'H';
    case CHAR_DIGIT:
        return 'N';
    case CHAR_LATIN:
        return 'A';
    case CHAR_OPEN:
        return 'O';
    case CHAR_CLOSE:
        return 'E';
    case CHAR_COMMA:
    case CHAR_STOP:
    case CHAR_QUESTION:
        return 'P';
    case CHAR_MIDDLE:
        return 'M';
    case CHAR_SPACE:
    case CHAR_NEWLINE:
        return 'S';
    default:
        return 'X';
    }
}

void
phrase_prepare(struct arena *arena, UBreakIterator *words, const struct units *units,
    struct phrase_text *out) {
    size_t n = (size_t)units->count + 1;
    uint8_t *classes = ARENA_ARRAY(arena, n, uint8_t);
    int32_t *start = ARENA_ARRAY(arena, n, int32_t), *end = ARENA_ARRAY(arena, n, int32_t);
    for (int32_t i = 0; i < units->count; i++) {
        classes[i] = class_letter(units->u16[i]);
    }
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(words, units->u16, units->count, &status);
    for (int32_t from = ubrk_first(words), to; (to = ubrk_next(words)) != UBRK_DONE; from = to) {
        for (int32_t i = from; i < to && i < units->count; i++) {
            start[i] = from;
            end[i] = to;
        }
    }
    *out = (struct phrase_text){.u16 = units->u16,
        .count = units->count,
        .classes = classes,
        .word_start = start,
        .word_end = end};
}

static uint32_t
hash_step(uint32_t hash, uint32_t value) {
    return (hash ^ value) * 16777619u;
}

/* One n-gram of characters or classes, `from` relative to the boundary. */
static uint32_t
gram(const struct phrase_text *text, int32_t at, int from, int length, bool by_class) {
    uint32_t hash = hash_step(
        2166136261u, (uint32_t)(from + 8) << 8 | (uint32_t)length << 4 | (uint32_t)by_class);
    for (int i = 0; i < length; i++) {
        uint32_t c =
            by_class ? phrase_letter(text, at + from + i) : phrase_character(text, at + from + i);
        hash = hash_step(hash, c);
    }
    return hash;
}

/* The dictionary word of [start, end), if it is short and in kana: a particle or an ending. */
static uint32_t
kana_word(const struct phrase_text *text, int32_t start, int32_t end, uint32_t seed) {
    uint32_t hash = hash_step(2166136261u, seed);
    if (end - start > 4) {
        return hash_step(hash, 1);
    }
    for (int32_t i = start; i < end; i++) {
        if (phrase_letter(text, i) != 'H') {
            return hash_step(hash_step(hash, 2), phrase_letter(text, i));
        }
        hash = hash_step(hash, phrase_character(text, i));
    }
    return hash;
}

static int
word_features(const struct phrase_text *text, int32_t at, uint32_t *out) {
    int n = 0;
    int32_t before = text->word_start[at - 1], after = text->word_end[at];
    bool boundary = text->word_start[at] == at;
    uint32_t kind = boundary ? 0x10001 : 0x10002;
    out[n++] = hash_step(2166136261u, kind);
    out[n++] =
        hash_step(hash_step(kind * 31, phrase_letter(text, at - 1)), phrase_letter(text, at));
    if (boundary) {
        uint32_t previous = kana_word(text, before, at, 0x20001);
        uint32_t next = kana_word(text, at, after, 0x20002);
        int32_t earlier = before > 0 ? text->word_start[before - 1] : before;
        out[n++] = previous;
        out[n++] = next;
        out[n++] = hash_step(previous, next);
        out[n++] = hash_step(previous, 0x30000 + phrase_letter(text, at));
        out[n++] = hash_step(next, 0x40000 + phrase_letter(text, at - 1));
        out[n++] = hash_step(kana_word(text, earlier, before, 0x20003), previous);
        uint32_t length = (uint32_t)(at - before > 5 ? 5 : at - before);
        uint32_t shape = hash_step(
            hash_step(0x90000 + length, phrase_letter(text, before)), phrase_letter(text, at));
        out[n++] = shape;
        out[n++] = hash_step(shape, phrase_letter(text, before - 1));
        out[n++] = hash_step(shape, phrase_character(text, at - 1));
        uint32_t following = (uint32_t)(after - at > 5 ? 5 : after - at);
        uint32_t next_shape = hash_step(
            hash_step(0xA0000 + following, phrase_letter(text, at)), phrase_letter(text, after));
        out[n++] = next_shape;
        out[n++] = hash_step(next_shape, phrase_character(text, at - 1));
        out[n++] = hash_step(next_shape, shape);
        out[n++] = hash_step(0x50000 + (uint32_t)(at - before > 4 ? 4 : at - before),
            (uint32_t)(after - at > 4 ? 4 : after - at));
    }
    return n;
}

/* The dictionary words on either side, letter by letter. */
static int
whole_word_features(const struct phrase_text *text, int32_t at, uint32_t *out) {
    uint32_t before = 0xB0001, after = 0xB0002;
    if (text->word_start[at] != at) {
        return 0;
    }
    for (int32_t i = text->word_start[at - 1]; i < at; i++) {
        before = hash_step(before, phrase_character(text, i));
    }
    for (int32_t i = at; i < text->word_end[at]; i++) {
        after = hash_step(after, phrase_character(text, i));
    }
    out[0] = before;
    out[1] = after;
    return 2;
}

bool
phrase_word_at(const struct phrase_text *text, int32_t from, const struct phrase_word *word) {
    for (int32_t i = 0; i < word->length; i++) {
        if (word->units[i] != phrase_character(text, from + i)) {
            return false;
        }
    }
    return true;
}

/* The longest listed word that ends, or begins, at the boundary. */
int32_t
phrase_alone_before(const struct phrase_text *text, int32_t at) {
    uint32_t last = phrase_character(text, at - 1);
    int32_t longest = 0;
    for (size_t i = 0; i < ARRAY_LEN(phrase_alone); i++) {
        const struct phrase_word *word = &phrase_alone[i];
        if (word->units[word->length - 1] == last && word->length > longest &&
            phrase_word_at(text, at - word->length, word)) {
            longest = word->length;
        }
    }
    return longest;
}

static int32_t
word_starting(const struct phrase_text *text, int32_t at) {
    uint32_t first = phrase_character(text, at);
    int32_t longest = 0;
    for (size_t i = 0; i < ARRAY_LEN(phrase_starts); i++) {
        const struct phrase_word *word = &phrase_starts[i];
        if (word->units[0] == first && word->length > longest && phrase_word_at(text, at, word)) {
            longest = word->length;
        }
    }
    return longest;
}

static int
list_features(const struct phrase_text *text, int32_t at, uint32_t *out) {
    int n = 0;
    int32_t alone = phrase_alone_before(text, at), starts = word_starting(text, at);
    if (alone > 0) {
        uint32_t hash = hash_step(0x70001, phrase_letter(text, at - alone - 1));
        out[n++] = 0x70000;
        out[n++] = hash;
        out[n++] = hash_step(hash, phrase_letter(text, at));
    }
    if (starts > 0) {
        uint32_t hash = gram(text, at, 0, starts, false);
        out[n++] = hash_step(0x80000, phrase_letter(text, at - 1));
        out[n++] = hash_step(hash, 0x80001);
        out[n++] = hash_step(hash_step(hash, 0x80002), phrase_character(text, at - 1));
    }
    return n;
}

int
phrase_features(const struct phrase_text *text, int32_t at, uint32_t out[PHRASE_FEATURES]) {
    int n = 0;
    for (int from = -3; from < 3; from++) {
        out[n++] = gram(text, at, from, 1, false);
        out[n++] = gram(text, at, from, 1, true);
    }
    for (int from = -3; from < 2; from++) {
        out[n++] = gram(text, at, from, 2, false);
    }
    for (int from = -2; from < 1; from++) {
        out[n++] = gram(text, at, from, 2, true);
        out[n++] = gram(text, at, from, 3, true);
    }
    out[n++] = gram(text, at, -3, 3, false);
    out[n++] = gram(text, at, -2, 3, false);
    out[n++] = gram(text, at, -1, 3, false);
    out[n++] = gram(text, at, -3, 3, true);
    out[n++] = gram(text, at, -2, 4, true);
    out[n++] = hash_step(2166136261u, 0x60000);
    n += word_features(text, at, out + n);
    n += whole_word_features(text, at, out + n);
    n += list_features(text, at, out + n);
    xassert(n <= PHRASE_FEATURES);
    return n;
}

static int32_t
weight_of(uint32_t feature) {
    size_t end = weight_first[(feature >> 22) + 1];
    for (size_t i = weight_first[feature >> 22]; i < end && weights[i].feature <= feature; i++) {
        if (weights[i].feature == feature) {
            return weights[i].weight;
        }
    }
    return 0;
}

int32_t
phrase_score(const struct phrase_text *text, int32_t at) {
    uint32_t features[PHRASE_FEATURES];
    int32_t score = 0;
    int n = phrase_features(text, at, features);
    for (int i = 0; i < n; i++) {
        score += weight_of(features[i]);
    }
    return score;
}
