/* forms.h - other forms of a word: of its grammar, and of its kana. */
#ifndef CONTENT_SEARCH_FORMS_H
#define CONTENT_SEARCH_FORMS_H

#include "content/search/lookup.h"

/* Words of names and titles, of texts and of synonyms that share a stem with the key. */
void match_stems(struct search_lookup *lookup, struct str key);
/* The same of names and titles alone. */
void match_title_stems(struct search_lookup *lookup, struct str key);
/* One syllable of Hangul is a whole word, with a particle or without, never a piece of one. False
 * for any other key. */
bool match_syllable(struct search_lookup *lookup, struct str key);
/* The same of what is left of a word without its particle, which is no beginning: 타 of 타로. */
bool match_syllable_of_word(struct search_lookup *lookup, struct str stem);
/* 取り組み for 取組 and 取組み. */
void match_okurigana(struct search_lookup *lookup, struct str key);
/* 返事 for へんじ, へんじは and henji: words that may read so. */
void match_sound(struct search_lookup *lookup, const struct search_word_of_query *word);
/* 取り組み for 取りくみ: a guess, though a good one. */
void match_readings(struct search_lookup *lookup, struct str key);

#endif
