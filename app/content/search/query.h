/* query.h - a visitor's line of text, read: words and dates. Marks and operators of query
 * languages are separators like any other; there is no syntax. */
#ifndef CONTENT_SEARCH_QUERY_H
#define CONTENT_SEARCH_QUERY_H

#include "content/search.h"
#include "content/search/ask/frames.h"
#include "i18n/fold_amount.h"

enum { SEARCH_QUERY_BYTES = 4 * SEARCH_QUERY_CHARACTERS };

struct search_word_of_query {
    size_t from, to;   /* units of the fold */
    struct str key;    /* without separators */
    struct str text;   /* the same with single spaces: what is looked for in texts */
    bool is_last;      /* at the end of the line: it may be unfinished */
    bool is_optional;  /* the, 의, する: helps, but is not asked for */
    bool is_certain;   /* nothing is guessed about it */
    bool is_frame;     /* stands round the question */
    struct str itself; /* an everyday word: a whole word or nothing (ask/itself.def); or empty */
    bool is_alone;     /* nothing else is asked for */
    bool is_katakana;  /* typed so: a name from abroad, no Japanese word as it reads */
    bool has_foreign;  /* something in katakana is in the line: what little is known may be of it */
    bool has_rest;     /* where it is nowhere, the words of the next rest stand for it */
    uint8_t rest;      /* only where so many before were nowhere */
    bool is_date;
    struct fold_date date, other;
    bool is_amount;
    struct fold_amount amount;
};

struct search_query {
    struct str line; /* what was folded */
    struct fold fold;
    struct ask_frames frames;
    enum ask_kind ask; /* what is asked, by a frame or by a word */
    bool is_said;      /* a sentence to somebody rather than a question: please, ...습니다 */
    struct search_word_of_query *words; /* in the arena */
    size_t count, cap;
};

/* Only the first SEARCH_QUERY_BYTES bytes are read: no text field takes more. `with_frames`: what
 * stands round a question is told apart from what is asked for. */
void search_query_read(
    struct arena *arena, struct str line, bool with_frames, struct search_query *out);
/* One word from unit `from` of the first to unit `to` of the last. */
struct search_word_of_query search_query_span(
    struct arena *arena, const struct search_query *query, size_t first, size_t last);
/* Its key alone, which asks for less than the whole word. */
struct str search_query_span_key(
    struct arena *arena, const struct search_query *query, size_t first, size_t last);

/* Some words next to each other, without an ending, are the folded `key`. */
bool search_query_has(struct arena *arena, const struct search_query *query, struct str key);

/* The name before さん, 様 and their like: やすもとさん, 担当者様. Empty where there is none. */
struct str search_query_person(struct str key);
/* Words that a text may have instead: 교류가 -> 교류, cards -> card. At most `limit`. */
size_t search_query_stems(struct arena *arena, struct str key, struct str *out, size_t limit);
/* The same of English, longer: greeting of greet, driving of drive. */
size_t search_query_longer(struct arena *arena, struct str key, struct str *out, size_t limit);
/* The words of one without spaces, by its scripts: 浜松を選んだ is 浜松, 選んだ. 0 when it is one.
 */
enum { SEARCH_SEGMENTS_MAX = 12 };
struct search_names {
    size_t (*end_of)(
        void *self, size_t from, size_t to); /* of the longest name at a unit; 0: none */
    void *self;
};
/* The units [from, to) as a word of their own. */
struct search_word_of_query search_query_part(
    struct arena *arena, const struct search_query *query, size_t from, size_t to);
size_t search_query_segments(struct arena *arena, const struct search_query *query,
    const struct search_word_of_query *word, const struct search_names *names,
    struct search_word_of_query *out, size_t limit);
bool search_query_is_joined(
    struct arena *arena, const struct search_query *query, const struct search_word_of_query *word);
/* Kana that only join and ask: なぜはっきり. */
bool search_query_is_function_kana(struct str kana);
/* The telling parts of a word without spaces: 交流の中断 -> 交流, 中断. 0 when it has only one. */
size_t search_query_pieces(struct arena *arena, struct str key, struct str *out, size_t limit);

#endif
