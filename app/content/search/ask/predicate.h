/* predicate.h - whether a word that nobody knows says something of a subject, or is one. Told by
 * its form and by what stands before it, never by a list of verbs: 끊겼어요, 断らない, to refuse
 * against 비트코인, 将棋, bitcoin. Data: predicate.def. */
#ifndef CONTENT_SEARCH_ASK_PREDICATE_H
#define CONTENT_SEARCH_ASK_PREDICATE_H

#include "i18n/fold.h"

/* The units [from, to) of `line`, which was folded, as one word. */
bool ask_is_predicate(
    struct arena *arena, const struct fold *fold, struct str line, size_t from, size_t to);

/* The units [from, to) tell where something is done: in a city hall, 시청에서, 市役所では. */
bool ask_is_setting(struct arena *arena, const struct fold *fold, size_t from, size_t to);

#endif
