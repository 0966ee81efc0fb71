/* segments.h - the words of a line without spaces, by its scripts: 訪問するときに何を準備 is 訪問,
 * 準備; 写真撮って is 写真, 撮って. */
#ifndef CONTENT_SEARCH_ASK_SEGMENTS_H
#define CONTENT_SEARCH_ASK_SEGMENTS_H

#include "i18n/fold.h"

struct ask_segment {
    size_t from, to; /* units: a stretch of Han or of katakana with the kana behind it */
    size_t stem_to;  /* the stretch alone; from where there is only hiragana */
};

/* The next one at or after `*at`; false at the end or at a separator. `line` is the text that was
 * folded: katakana and hiragana are one in a fold. */
bool ask_segment_next(
    const struct fold *fold, struct str line, size_t to, size_t *at, struct ask_segment *out);

/* How many of the units [from, to) can name something: not the hiragana of endings, where a word
 * has anything else. */
uint32_t ask_segment_subject(const struct fold *fold, struct str line, size_t from, size_t to);

/* The units [from, to) were typed in katakana. */
bool ask_segment_is_katakana(const struct fold *fold, struct str line, size_t from, size_t to);

#endif
