/* phrase.h - where a Japanese phrase (bunsetsu) begins: a linear model over the characters around a
 * boundary, their classes, and the words ICU's dictionary finds there.
 *
 * The weights are trained by tests/text/tools/phrase_train.c from tests/text/data/phrases_train.txt
 * and live in phrase_weights.inc. A feature is a 32-bit hash; a feature without a weight counts
 * nothing. */
#ifndef TEXT_PHRASE_H
#define TEXT_PHRASE_H

#include <unicode/ubrk.h>

#include "base/arena.h"
#include "text/decode.h"

#define PHRASE_FEATURES 56

/* A text prepared for scoring. */
struct phrase_text {
    const uint16_t *u16;
    int32_t count;
    const uint8_t *classes;    /* one letter of the alphabet in phrase.c per unit */
    const int32_t *word_start; /* of the dictionary word that holds the unit */
    const int32_t *word_end;
};

void phrase_prepare(
    struct arena *arena, UBreakIterator *words, const struct units *units, struct phrase_text *out);
/* The features of the boundary before unit `at`. Returns how many. */
int phrase_features(const struct phrase_text *text, int32_t at, uint32_t out[PHRASE_FEATURES]);
/* Above 0: a phrase begins at unit `at`. */
int32_t phrase_score(const struct phrase_text *text, int32_t at);

#endif
