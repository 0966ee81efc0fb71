/* text.h - how a folded text is cut into terms, the same for the index and the query.
 *
 * Letters and digits make words. Characters of scripts without such words (Han, kana, Hangul) make
 * pairs, and the last one of a stretch stands alone, so that any one or two of them are the
 * beginning of a term. Pairs reach over a space (감사 편지 is found as 감사편지). */
#ifndef CONTENT_SEARCH_TEXT_H
#define CONTENT_SEARCH_TEXT_H

#include "i18n/edtf.h"
#include "i18n/fold.h"
#include "i18n/locale.h"

enum { SEARCH_WORD_MAX = 40 }; /* bytes; longer words are cut */

struct search_cut {
    size_t from, to; /* units */
    bool is_word;
    bool is_last;  /* a character that stands alone at the end of its stretch */
    bool is_start; /* the first syllable of a Hangul word */
};
/* The next term at or after unit `*at`; moves `*at`. False at the end. */
bool search_cut_next(const struct fold *fold, size_t *at, struct search_cut *out);
/* The key of a cut; words are cut to SEARCH_WORD_MAX. */
struct str search_cut_key(
    struct arena *arena, const struct fold *fold, const struct search_cut *cut);
/* The same for a start: a space, the syllable, and the next one of the same word. Korean words grow
 * at their ends, so a match at the start is worth more than one inside. */
struct str search_cut_start_key(
    struct arena *arena, const struct fold *fold, const struct search_cut *cut);
bool search_is_wordlike(uint32_t code_point); /* letters and digits */

/* The terms of a date: 1987, 1987-11, 1987-11-09, -11-09, -11; absent parts are 0. */
struct str search_date_term(struct arena *arena, int year, int month, int day);
/* A date for a line of results: 1987년 11월 9일, 1987年11月9日, 9 November 1987; ranges with a
 * dash. i18n_date() needs the bundles of the interface, which are not there when content is
 * compiled. */
struct str search_date_shown(struct arena *arena, enum locale_id locale, const struct edtf *date);

#endif
