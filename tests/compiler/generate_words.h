/* generate_words.h - the words that made-up records are put together from. */
#ifndef TESTS_COMPILER_GENERATE_WORDS_H
#define TESTS_COMPILER_GENERATE_WORDS_H

#include "base/str.h"

/* One word in every spelling a record may ask for. */
struct generate_word {
    const char *ko, *ja, *en;
    const char *reading; /* kana of `ja` */
    const char *roman_ko, *roman_ja;
    const char *hangul_ja, *kana_ko; /* how the other sounds; phrases only */
};

enum { GENERATE_WORDS = 16, GENERATE_SAID = 8 };

extern const struct generate_word generate_fields[GENERATE_WORDS];   /* 国際 */
extern const struct generate_word generate_works[GENERATE_WORDS];    /* 協力 */
extern const struct generate_word generate_bodies[GENERATE_WORDS];   /* 委員会 */
extern const struct generate_word generate_families[GENERATE_WORDS]; /* 金 */
extern const struct generate_word generate_givens[GENERATE_WORDS];   /* 유진 */
extern const struct generate_word generate_times[GENERATE_SAID];     /* 今日 */
extern const struct generate_word generate_places[GENERATE_SAID];    /* 市役所で */
extern const struct generate_word generate_deeds[GENERATE_SAID];     /* 会いましょう */

#endif
