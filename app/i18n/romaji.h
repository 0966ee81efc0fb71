/* romaji.h - Japanese in letters, back in kana, as one types it: Hepburn and Kunrei, long vowels
 * written out. compose_kana.h has the syllables; okurigana_kana() compares by sound, this spells.
 */
#ifndef I18N_ROMAJI_H
#define I18N_ROMAJI_H

#include "base/arena.h"

/* The hiragana of one folded word of letters; empty where some of it is no Japanese syllable. wa
 * and e alone are the particles は and へ. */
struct str romaji_kana(struct arena *arena, struct str word);
/* A word of a line in romaji that no other language has so: wo, desu, kudasai. */
bool romaji_is_grammar(struct str word);

#endif
