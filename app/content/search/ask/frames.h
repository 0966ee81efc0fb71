/* frames.h - the structure of a question round what it asks for: tell me about X, Xとは何ですか,
 * X은 어떤 도시인가요. Frames are data, a file a script (frames_*.def), tried whatever language the
 * visitor reads in: a short line does not tell its language.
 *
 * They are stripped from both ends, the longest first, again and again, as long as something is
 * left. Nothing is thrown away: what was stripped still helps to tell equally good answers apart.
 */
#ifndef CONTENT_SEARCH_ASK_FRAMES_H
#define CONTENT_SEARCH_ASK_FRAMES_H

#include "i18n/fold.h"
#include "i18n/locale.h"

/* What is asked of X; of several that a line holds, the last here counts. */
enum ask_kind {
    ASK_NONE,
    ASK_REQUEST, /* X, please */
    ASK_WHAT,
    ASK_MAY, /* is it allowed, must one, is there */
    ASK_HOW,
    ASK_WHY,
    ASK_PLACE,
    ASK_PERSON,
    ASK_VALUE, /* how many, how big */
    ASK_DATE,
    ASK_MOST,
    ASK_PHRASE, /* X in another language */
    ASK_KIND_COUNT,
};

enum { ASK_FRAMES_MAX = 8 };

struct ask_frames {
    enum ask_kind kind;          /* the most telling of all */
    bool has_language;           /* of a phrase */
    enum locale_script language; /* what that language is written in */
    size_t from, to;             /* units of what is left */
    struct ask_span {
        size_t from, to; /* units */
    } spans[ASK_FRAMES_MAX];
    size_t count; /* of what was stripped */
};

/* Strips the units [from, to) of a fold. */
void ask_frames_strip(const struct fold *fold, struct ask_frames *out);
/* The line ends as a sentence does that is said to somebody; `end`: its last unit, excluded. */
bool ask_is_said(const struct fold *fold, size_t end);
/* What a word asks wherever it stands: why, 어떻게, 何. ASK_NONE: nothing. */
enum ask_kind ask_word_kind(struct str key);
/* What a line without spaces asks: 議会はいつ開かれますか. The most telling of its words. */
enum ask_kind ask_kind_inside(const struct fold *fold, size_t from, size_t to);
const char *ask_kind_name(enum ask_kind kind);

#endif
