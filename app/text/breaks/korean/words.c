#include "text/breaks/korean/words.h"

#include "base/check.h"

static const uint16_t *const lists[WORDS_COUNT] = {
#define KOREAN_LIST(name, words) [WORDS_##name] = words,
#define KOREAN_DETERMINER(word, what)
#define KOREAN_PART(unit, next, digits, kind)
#define KOREAN_BOUND(noun, tails, ends, also, never)
#define KOREAN_BEHIND(nouns, before, also, not_after)
#include "text/breaks/korean/words.def"
#undef KOREAN_LIST
#undef KOREAN_DETERMINER
#undef KOREAN_PART
#undef KOREAN_BOUND
#undef KOREAN_BEHIND
};

static const struct words_determiner determiners[] = {
#define KOREAN_LIST(name, words)
#define KOREAN_DETERMINER(word, what) {word, what},
#define KOREAN_PART(unit, next, digits, kind)
#define KOREAN_BOUND(noun, tails, ends, also, never)
#define KOREAN_BEHIND(nouns, before, also, not_after)
#include "text/breaks/korean/words.def"
#undef KOREAN_LIST
#undef KOREAN_DETERMINER
#undef KOREAN_PART
#undef KOREAN_BOUND
#undef KOREAN_BEHIND
};

static const struct words_part parts[] = {
#define KOREAN_LIST(name, words)
#define KOREAN_DETERMINER(word, what)
#define KOREAN_PART(unit, next, digits, kind) {unit, next, digits, kind},
#define KOREAN_BOUND(noun, tails, ends, also, never)
#define KOREAN_BEHIND(nouns, before, also, not_after)
#include "text/breaks/korean/words.def"
#undef KOREAN_LIST
#undef KOREAN_DETERMINER
#undef KOREAN_PART
#undef KOREAN_BOUND
#undef KOREAN_BEHIND
};

static const struct words_bound bounds[] = {
#define KOREAN_LIST(name, words)
#define KOREAN_DETERMINER(word, what)
#define KOREAN_PART(unit, next, digits, kind)
#define KOREAN_BOUND(noun, tails, ends, also, never) {noun, tails, ends, also, never},
#define KOREAN_BEHIND(nouns, before, also, not_after)
#include "text/breaks/korean/words.def"
#undef KOREAN_LIST
#undef KOREAN_DETERMINER
#undef KOREAN_PART
#undef KOREAN_BOUND
#undef KOREAN_BEHIND
};

static const struct words_behind behinds[] = {
#define KOREAN_LIST(name, words)
#define KOREAN_DETERMINER(word, what)
#define KOREAN_PART(unit, next, digits, kind)
#define KOREAN_BOUND(noun, tails, ends, also, never)
#define KOREAN_BEHIND(nouns, before, also, not_after) {nouns, before, also, not_after},
#include "text/breaks/korean/words.def"
#undef KOREAN_LIST
#undef KOREAN_DETERMINER
#undef KOREAN_PART
#undef KOREAN_BOUND
#undef KOREAN_BEHIND
};

const uint16_t *
words_of(enum words_list list) {
    return lists[list];
}

bool
words_has(enum words_list list, uint32_t c) {
    return c != ' ' && chars_is_one_of(lists[list], c);
}

bool
words_starts(const struct analysis *a, int32_t at) {
    enum char_class class = around_raw(a, at - 1);
    return around_is_gap(class) || class == CHAR_OPEN || class == CHAR_QUOTE;
}

int32_t
words_reads(const uint16_t *word, const struct analysis *a, int32_t at) {
    int32_t n = 0;
    while (word[n] && word[n] != ' ' && around_syllable(a, at + n) == word[n]) {
        n++;
    }
    return word[n] && word[n] != ' ' ? 0 : n;
}

/* The word behind this one, or NULL. */
static const uint16_t *
next_word(const uint16_t *word) {
    while (*word && *word != ' ') {
        word++;
    }
    return *word ? word + 1 : NULL;
}

int32_t
words_longest(const uint16_t *words, const struct analysis *a, int32_t at) {
    uint32_t first = around_syllable(a, at);
    int32_t longest = 0;
    for (const uint16_t *word = words; word; word = next_word(word)) {
        int32_t n = *word == first ? words_reads(word, a, at) : 0;
        longest = n > longest ? n : longest;
    }
    return longest;
}

int32_t
words_at(enum words_list list, const struct analysis *a, int32_t at) {
    return words_longest(lists[list], a, at);
}

bool
words_end(enum words_list list, const struct analysis *a, int32_t end) {
    for (const uint16_t *word = lists[list]; word; word = next_word(word)) {
        bool whole = *word == '=';
        word += whole;
        int32_t n = 0;
        while (word[n] && word[n] != ' ') {
            n++;
        }
        if (words_reads(word, a, end - n) == n && (!whole || words_starts(a, end - n))) {
            return true;
        }
    }
    return false;
}

const struct words_determiner *
words_determiner_of(uint32_t word) {
    for (size_t i = 0; i < ARRAY_LEN(determiners); i++) {
        if (determiners[i].word == word) {
            return &determiners[i];
        }
    }
    return NULL;
}

const struct words_part *
words_part_at(size_t index) {
    return index < ARRAY_LEN(parts) ? &parts[index] : NULL;
}

const struct words_bound *
words_bound_at(size_t index) {
    return index < ARRAY_LEN(bounds) ? &bounds[index] : NULL;
}

const struct words_behind *
words_behind_at(size_t index) {
    return index < ARRAY_LEN(behinds) ? &behinds[index] : NULL;
}
