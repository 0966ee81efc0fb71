/* stems.h - what stays of a word when its endings are gone: 고맙 of 고마워요 and 고맙습니다, 分か
 * of 分からない and 分かりません. Endings are data (stems_hangul.def, stems_kana.def), undone from
 * the end; a word has several stems where its grammar is not told by its form alone. The index and
 * the query are taken apart by this one module, so two forms of a word share a stem.
 *
 * A stem is a key of its own, never shown: Hangul in keystrokes; Japanese with the consonant of its
 * last row in Latin (分かr). */
#ifndef I18N_STEMS_H
#define I18N_STEMS_H

#include "base/arena.h"

enum { STEMS_MAX = 16 };

/* The stems of one folded word of Hangul, or of Han and kana. At most STEMS_MAX; 0 for others. */
size_t stems_of(struct arena *arena, struct str key, struct str out[STEMS_MAX]);
/* What a Korean word may be without its particle or copula: 명함 of 명함은. As stems_of(), but as
 * syllables. */
size_t stems_nouns(struct arena *arena, struct str key, struct str out[STEMS_MAX]);
/* The noun of one syllable that a Korean word is, with its particle or without: 술 of 술을. */
struct str stems_syllable(struct arena *arena, struct str key);
/* A form of a verb that says nothing of a subject: 있어요, 않기. */
bool stems_are_empty(struct arena *arena, struct str key);
/* Kana that only joins words: particles, forms of する and いる, one behind the other. */
bool stems_are_function(struct str kana);

#endif
