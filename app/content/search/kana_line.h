/* kana_line.h - a stretch of kana as the words that it reads as, with particles between:
 * しょくじとかんぱい is しょくじ (食事) and かんぱい (乾杯). */
#ifndef CONTENT_SEARCH_KANA_LINE_H
#define CONTENT_SEARCH_KANA_LINE_H

#include "content/search/match.h"

/* The words of the units [from, to) of a fold, all of them kana, in their order; particles and
 * their like are left out. At most `limit`; 0 where it is no two words that are there. */
size_t kana_line_words(struct search_index *index, struct arena *arena, const struct fold *fold,
    size_t from, size_t to, struct ask_span *out, size_t limit);

#endif
