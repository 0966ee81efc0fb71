/* okurigana.h - Japanese words whose kana are written or not: 取り組み, 取組み, 取組, とりくみ.
 *
 * Of a text come words of Han with kana between (取り組み). Their Han alone are a spelling of them
 * (FOLD_SKELETON); and a word typed with some kana for Han is laid beside each of them: the kana
 * that both have must agree, a Han reads as one to three kana. */
#ifndef CONTENT_SEARCH_OKURIGANA_H
#define CONTENT_SEARCH_OKURIGANA_H

#include "i18n/fold.h"

/* Such a word of a text, in units. */
struct okurigana {
    size_t from, to;
    size_t short_from; /* where it begins with its last Han only: 振る舞い of 居振る舞い */
    size_t pair_to;    /* where its first two parts end: 持ち回り of 持ち回り開催 */
};
/* The next one at or after unit `*at`. False at the end. */
bool okurigana_next(const struct fold *fold, struct str line, size_t *at, struct okurigana *out);
/* The Han of a folded key, when it has two or more and kana between or behind; else empty. */
struct str okurigana_skeleton(struct arena *arena, struct str key);
/* `typed` may be a spelling of `word`, both folded. At least two characters agree as written. */
bool okurigana_is_spelling(struct str typed, struct str word);
/* Kana for letters, as they sound; empty where some do not. */
struct str okurigana_kana(struct arena *arena, struct str letters);

#endif
