/* phrase.h - where a Japanese phrase (bunsetsu) begins: a linear model over the characters around a
 * boundary, their classes, and the words ICU's dictionary finds there.
 *
 * The weights are trained by tests/text/tools/phrase_train.c from tests/text/data/phrases_train.txt
 * and live in phrase_weights.inc. A feature is a 32-bit hash; a feature without a weight counts
 * nothing. */
#ifndef TEXT_BREAKS_JAPANESE_PHRASE_H
#define TEXT_BREAKS_JAPANESE_PHRASE_H

#include <unicode/ubrk.h>

#include "base/arena.h"
#include "text/shape/decode.h"

#define PHRASE_FEATURES 56

/* A text prepared for scoring. */
struct phrase_text {
    const uint16_t *u16;
    int32_t count;
    /* one letter a unit: Han C, Hiragana, Katakana, digit N, Latin A, Opening bracket and so on */
    const uint8_t *classes;
    const int32_t *word_start; /* of the dictionary word that holds the unit */
    const int32_t *word_end;
};

/* A word of a closed list, in UTF-16. */
struct phrase_word {
    uint16_t units[6];
    uint8_t length;
};

/* The unit at `at`, and its letter; 0 and '-' beyond the text. */
static inline uint32_t
phrase_character(const struct phrase_text *text, int32_t at) {
    return at >= 0 && at < text->count ? text->u16[at] : 0;
}

static inline uint32_t
phrase_letter(const struct phrase_text *text, int32_t at) {
    return at >= 0 && at < text->count ? text->classes[at] : '-';
}

bool phrase_word_at(const struct phrase_text *text, int32_t from, const struct phrase_word *word);
/* Length of the longest word that often stands alone (どう, この) and ends at `at`, or 0. */
int32_t phrase_alone_before(const struct phrase_text *text, int32_t at);

void phrase_prepare(
    struct arena *arena, UBreakIterator *words, const struct units *units, struct phrase_text *out);
/* The features of the boundary before unit `at`. Returns how many. */
int phrase_features(const struct phrase_text *text, int32_t at, uint32_t out[PHRASE_FEATURES]);
/* Above 0: a phrase begins at unit `at`. */
int32_t phrase_score(const struct phrase_text *text, int32_t at);

#endif
