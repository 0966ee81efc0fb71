/* words.h - the words of Korean that decide about its lines: words.def as tables. */
#ifndef TEXT_BREAKS_KOREAN_WORDS_H
#define TEXT_BREAKS_KOREAN_WORDS_H

#include "text/breaks/around.h"

enum words_list {
#define KOREAN_LIST(name, words) WORDS_##name,
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
    WORDS_COUNT
};

enum words_determines { DETERMINES_AMOUNT, DETERMINES_NUMBER, DETERMINES_ANY, DETERMINES_WHOLE };

struct words_determiner {
    uint16_t word;
    enum words_determines what;
};

struct words_part {
    const uint16_t *unit, *next;
    int32_t digits; /* at most, of the number behind the space */
    enum break_kind kind;
};

enum words_tail { TAIL_N = 1, TAIL_L = 2 };

struct words_bound {
    const uint16_t *noun;
    unsigned tails; /* enum words_tail */
    bool ends;      /* but for a particle of one syllable, or one of `also` */
    const uint16_t *also, *never;
};

enum words_before { BEHIND_NOUN, BEHIND_NAME };

struct words_behind {
    const uint16_t *nouns; /* parted by spaces */
    enum words_before before;
    const uint16_t *also;      /* what may follow beside a particle of one syllable */
    const uint16_t *not_after; /* what may not end the word before */
};

/* The words of a list as they stand in words.def. */
const uint16_t *words_of(enum words_list list);
/* Is `c` a word of the list? */
bool words_has(enum words_list list, uint32_t c);
/* Clusters of the longest word of the list that stands at `at`; 0 for none. */
int32_t words_at(enum words_list list, const struct analysis *a, int32_t at);
/* The same for any list as words.def writes it. */
int32_t words_longest(const uint16_t *words, const struct analysis *a, int32_t at);
/* Does a word of the list end before `end`? */
bool words_end(enum words_list list, const struct analysis *a, int32_t end);
/* Does the word of `word`, up to a space, stand at `at`? Its length, or 0. */
int32_t words_reads(const uint16_t *word, const struct analysis *a, int32_t at);
/* NULL behind the last. */
const struct words_determiner *words_determiner_of(uint32_t word);
const struct words_part *words_part_at(size_t index);
const struct words_bound *words_bound_at(size_t index);
const struct words_behind *words_behind_at(size_t index);
/* Does a word begin at `at`: behind a gap, an opening bracket, a quotation mark? */
bool words_starts(const struct analysis *a, int32_t at);

#endif
