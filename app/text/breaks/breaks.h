/* breaks.h - where lines may end: the policy of each language, decided once per paragraph.
 *
 * Korean breaks by eojeol (eojeol.c); Japanese by ICU's tailored kinsoku rules (kinsoku.c) and, for
 * headings, by phrase (phrase.c); English by UAX #14 (english.c). Headings of Korean and English
 * keep small words with what they belong to (heading.c). Hangul words inside Japanese or English
 * text follow the Korean rule, whatever the paragraph's language. */
#ifndef TEXT_BREAKS_BREAKS_H
#define TEXT_BREAKS_BREAKS_H

#include <unicode/ubrk.h>

#include "base/err.h"
#include "text/shape/analyse.h"

struct break_iterators {
    UBreakIterator *characters, *words;
    UBreakIterator *japanese[3]; /* by enum text_kinsoku */
    UBreakIterator *english;     /* the untailored rules of UAX #14 */
};

bool break_iterators_open(struct break_iterators *iterators, struct err *err);
void break_iterators_close(struct break_iterators *iterators);

/* The rules a language's lines go by: Japanese has its own, the others UAX #14. */
static inline UBreakIterator *
break_iterators_of_lines(
    const struct break_iterators *iterators, enum locale_id lang, enum text_kinsoku kinsoku) {
    return locale_script(lang) == LOCALE_KANA ? iterators->japanese[kinsoku] : iterators->english;
}

/* Fills `breaks` of every cluster. Runs after shaping. */
void breaks_find(struct analysis *a);
/* Line break opportunities of a whole text by UAX #14 (`lang` en) or the rules of `kinsoku` (ja):
 * `out[i]` is true where a line may end before unit i, i from 1 to count. */
void breaks_uax14(const struct break_iterators *iterators, const struct units *units,
    enum locale_id lang, enum text_kinsoku kinsoku, bool *out);

/* The stages. */
/* Where clusters of `lang` meet, and at the edges of another language inside a paragraph of it. */
void eojeol_breaks(struct analysis *a, enum locale_id lang);
enum break_kind eojeol_kind(const struct analysis *a, int32_t at);
/* After the space before `at`, in Korean and English: BREAK_WORD, or less where the space holds
 * together what it parts. */
enum break_kind spaces_kind(const struct analysis *a, int32_t at);
/* The same for a space between two Korean words: 세 번, 10월 19일, 15분 만에. */
enum break_kind bonds_kind(const struct analysis *a, int32_t at);
/* Does a bound noun start at `at`: 할 수, 아는 것? */
bool bonds_is_bound_noun(const struct analysis *a, int32_t at);
/* English, where UAX #14 does or does not allow a break. */
enum break_kind english_kind(const struct analysis *a, int32_t at, bool allowed);
void kinsoku_breaks(struct analysis *a, enum locale_id lang);
void phrase_breaks(struct analysis *a);
void heading_breaks(struct analysis *a);
/* cuts.c: after all others; only the invariants follow. */
void cuts_find(struct analysis *a);

#endif
