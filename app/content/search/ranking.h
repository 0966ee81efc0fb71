/* ranking.h - a line that is being ranked: its words, and what each costs every document. Between
 * the files of ranking: ranked_words.c fills it, evidence.c and costs.c read it. */
#ifndef CONTENT_SEARCH_RANKING_H
#define CONTENT_SEARCH_RANKING_H

#include "content/search/match.h"
#include "content/search/query.h"
#include "content/search/trace.h"

/* The cost of a whole word of a title; what a rare word says more than a common one. */
enum { RANK_WHOLE_MOST = COST_TITLE + COST_STEM + COST_COMPOSED, RANK_FACTOR_MAX = 16 };

/* One word of the query, answered. */
struct ranked_word {
    struct doc_costs *costs;
    uint32_t weight;  /* lacking it puts a document after those that have it; 0: it does not */
    uint32_t lacking; /* what lacking it costs then */
    uint32_t factor;  /* of its costs: a rare word says more than a common one */
    bool is_optional;
    bool is_pieces; /* its parts are there, though the whole is not */
    bool is_asked;  /* counts when it is decided whether a document has enough */
    uint8_t plain;  /* its best cost before anything was guessed */
    uint8_t best;
    bool is_letters;  /* what sounds like a name need not be it: solar, Seollal */
    uint32_t units;   /* how long it is */
    uint32_t subject; /* the same without the endings of its grammar */
    bool is_hangul;
    bool is_kana;      /* Japanese: sounds that may be written another way */
    bool is_katakana;  /* typed so: a name from abroad */
    bool is_glued_han; /* one Han that others follow at once: 金 of 金魚すくい */
    bool is_itself;    /* an everyday word, which no slip is near */
    bool is_value;     /* a date or an amount */
    bool is_city;      /* names one */
    bool is_home;      /* the one where the kiosk stands, and no other */
    bool is_setting;   /* where something is done: in a city hall, 시청에서 */
    bool is_together; /* though not sure itself, it stands in one title with a word that is there */
    bool is_predicate; /* says something of a subject, by its form (ask/predicate.h) */
};

struct ranking {
    struct search_index *index;
    struct arena *arena;
    const struct search_trace *trace;
    struct search_query query;
    bool is_finished; /* no word is the beginning of one */
    bool is_read;     /* kana were taken for what words read as: a guess */
    struct ranked_word *words;
    size_t count, most;
    struct doc_costs *line; /* costs of the words as one name, or NULL */
    struct search_needles needles;
};

#endif
