/* search.h - one index for every language, asked in any script.
 *
 * The query is plain text: quotes, stars and minus signs mean themselves. It is folded by
 * i18n/fold (the same module that folded the index when the database was built) and found whatever
 * language the visitor reads in. Results are ranked and come in the visitor's language.
 *
 * A visitor asks in sentences, with inflected words, on a keyboard that may stand in the other
 * language: docs/SEARCH.md tells how a query is understood, `naru find --explain QUERY` how this
 * one was. */
#ifndef CONTENT_SEARCH_H
#define CONTENT_SEARCH_H

#include "content/store.h"

/* Why a hit is one, for whoever does not see it. */
enum search_why {
    SEARCH_WHY_SPELLING, /* spelt or inflected otherwise, or a slip of the finger */
    SEARCH_WHY_WRITTEN,  /* what is marked is what was typed */
    SEARCH_WHY_SYNONYM,  /* what is marked is another word for it */
    SEARCH_WHY_NAME,     /* what is marked is another name of it, or how its name is read */
};

struct search_hit {
    struct str path;    /* screen path: cities/hamamatsu, cities/yantai?event=..., glossary/... */
    struct str kind;    /* city, event, guide, case, talk, report, term, phrase, school, figure,
                           holiday */
    struct str title;   /* in the visitor's language */
    struct str detail;  /* what tells homonyms apart: region and country, date, category */
    struct str snippet; /* the matching text */
    size_t match_start, match_end; /* bytes of the snippet; equal when nothing can be marked */
    size_t title_start, title_end; /* the same of the title */
    enum locale_id snippet_language;
    enum search_why why; /* of the match in the snippet */
};

/* What is read of a query: more than a text field takes. */
#define SEARCH_QUERY_CHARACTERS 120

/* What was found, best first: ranked, and written out hit by hit when somebody looks. Borrows the
 * store, and lives in the arena. */
struct search_results;
bool search_open(struct store *store, struct arena *arena, enum locale_id locale, struct str query,
    struct search_results **out, struct err *err);
/* How many screens there are to go to. */
size_t search_count(const struct search_results *results);
/* The hits from `first` on, at most `most`. */
bool search_hits(struct search_results *results, struct store *store, struct arena *arena,
    size_t first, size_t most, struct search_hit **out, size_t *count, struct err *err);

/* What was searched for when it is not what was typed: 하마마쓰 for gkakakTm. Empty when it is. */
struct str search_searched_for(const struct search_results *results);

/* An answer at once, above the hits: what one record says, never put together from two. A distance
 * alone is calculated. */
enum search_answer_kind {
    SEARCH_ANSWER_NONE,
    SEARCH_ANSWER_FIGURE,   /* a figure: value and unit as the record has them, its date and note */
    SEARCH_ANSWER_DATE,     /* when an event happened */
    SEARCH_ANSWER_PHRASE,   /* a phrase in the other language, and how it sounds */
    SEARCH_ANSWER_TERM,     /* the same for a word of the glossary */
    SEARCH_ANSWER_DISTANCE, /* as the crow flies, calculated from the coordinates of two cities */
};
struct search_answer {
    enum search_answer_kind kind;
    struct str record; /* table/id: figures/ansan-population, events/..., phrases/..., glossary/...,
                          cities/... to which it is so far */
    struct str path;   /* the screen that shows it */
    struct str label;  /* in the visitor's language: the figure's or the event's words, what the
                          phrase says, or the city to which it is so far */
    struct str subject; /* the city a figure or an event is of, or from which it is so far, in the
                           visitor's language; or '' */
    struct str value;   /* a figure's digits, a date as EDTF, a phrase, about how many kilometres */
    struct str unit; /* of a figure: people, km2, krw (docs/CONTENT.md); of a distance; else '' */
    enum locale_id language; /* of the value of a phrase or a term */
    struct str date;         /* of a figure: EDTF, or '' */
    struct str note;         /* in the visitor's language, or '' */
    struct str reading; /* of a phrase or a term, for who reads the visitor's language; or '' */
};
/* `out->kind` is SEARCH_ANSWER_NONE where no record says just what was asked. */
bool search_answer(struct search_results *results, struct store *store, struct arena *arena,
    struct search_answer *out, struct err *err);

/* How the query was understood: a line a step, for `naru find --explain`. */
bool search_explain(struct store *store, struct arena *arena, enum locale_id locale,
    struct str query, struct str *out, struct err *err);

/* At most `limit` hits, best first. An empty or blank query gives none. */
bool search_find(struct store *store, struct arena *arena, enum locale_id locale, struct str query,
    size_t limit, struct search_hit **out, size_t *count, struct err *err);

#endif
