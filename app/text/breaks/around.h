/* around.h - what stands around a boundary, as the break policies read it: classes in their
 * context, syllables whichever way they are encoded, the ends of words and numbers.
 *
 * Every look goes at most AROUND_FAR clusters far, so that breaking stays linear. */
#ifndef TEXT_BREAKS_AROUND_H
#define TEXT_BREAKS_AROUND_H

#include "text/shape/analyse.h"

#define AROUND_FAR 100

/* The class of a cluster; beyond the paragraph, CHAR_NEWLINE. */
static inline enum char_class
around_raw(const struct analysis *a, int32_t at) {
    return at >= 0 && at < a->count ? (enum char_class)a->clusters[at].class : CHAR_NEWLINE;
}

/* The same with straight quotes as CHAR_OPEN or CHAR_CLOSE, and an apostrophe between Latin letters
 * as CHAR_LATIN, before a year as CHAR_OPEN. */
enum char_class around_mark_class(const struct analysis *a, int32_t at, enum char_class class);

static inline enum char_class
around_class(const struct analysis *a, int32_t at) {
    enum char_class class = around_raw(a, at);
    return class == CHAR_QUOTE || class == CHAR_CLOSE ? around_mark_class(a, at, class) : class;
}

/* The syllable that the conjoining jamo of a cluster make. */
uint32_t around_composed(const struct analysis *a, int32_t at);
/* The character of a cluster; a syllable of conjoining jamo composed; 0 beyond the paragraph. */
static inline uint32_t
around_syllable(const struct analysis *a, int32_t at) {
    if (at < 0 || at >= a->count) {
        return 0;
    }
    uint32_t c = a->bases[at];
    return c >= 0x1100 && c < 0x1200 ? around_composed(a, at) : c;
}

static inline bool
around_is_gap(enum char_class class) {
    return class == CHAR_SPACE || class == CHAR_NEWLINE || class == CHAR_ZWSP;
}

static inline bool
around_is_letter(enum char_class class) {
    return class == CHAR_LATIN || class == CHAR_HANGUL || class == CHAR_HAN || class == CHAR_KANA;
}

/* Does one of `count` words of two syllables or characters stand at `at`? */
bool around_reads_one(
    const struct analysis *a, int32_t at, const uint16_t (*words)[3], size_t count);
/* Clusters of `class` that end before `at`, or start there; at most eight. */
int32_t around_before(const struct analysis *a, int32_t at, enum char_class class);
int32_t around_from(const struct analysis *a, int32_t at, enum char_class class);
/* Is `at` inside an e-mail or web address? */
bool around_in_address(const struct analysis *a, int32_t at);
/* Before `at` stands a hyphen or slash: does it join two words, so that a line may end there? Not
 * numbers (2010-2013), nor a sign (-5), a code (GPT-4), a price (5,000원/kg), a single letter or
 * syllable (K-POP, 민-관). `latin` is how many Latin letters make a word. */
bool around_joins_words(const struct analysis *a, int32_t at, int32_t latin);
/* Marks that join what stands on both sides, and stay at the end of a line: — → */
bool around_is_joint(uint32_t c);

#endif
