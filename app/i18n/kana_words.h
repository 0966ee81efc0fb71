/* kana_words.h - words of Japanese grammar and greetings that are written in kana today, and that
 * some write in Han: 有難う, 御馳走様, 何処. How such Han read is told by no dictionary of single
 * Han, so they are data (kana_words.def). */
#ifndef I18N_KANA_WORDS_H
#define I18N_KANA_WORDS_H

#include "base/arena.h"

enum { KANA_WORDS_MAX = 2 };

/* The folded `key` with such words in kana; two where 御 may be お or ご. 0 where it has none. A
 * stretch of Han stays as it is unless all of it is of such words. */
size_t kana_words(struct arena *arena, struct str key, struct str out[KANA_WORDS_MAX]);

#endif
