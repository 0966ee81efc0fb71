/* match.h - how well every document answers one word of a query.
 *
 * The answer is a byte a document (doc_costs.h): SEARCH_NO_MATCH, or a cost, lower is better, made
 * of where the match is (name, beginning of a name, part of a name, title, context, body) and of
 * how it was found (as written, spelt otherwise, by its stem, through a synonym, with a typing
 * error). A byte each keeps every question linear in the number of documents, whatever is asked. */
#ifndef CONTENT_SEARCH_MATCH_H
#define CONTENT_SEARCH_MATCH_H

#include "base/arena.h"
#include "content/search/doc_totals.h"
#include "content/search/kept_concepts.h"
#include "content/search/needles.h"
#include "content/search/query.h"
#include "content/search/sql.h"
#include "content/search/terms.h"

enum {
    /* where */
    COST_NAME = 0,
    COST_NAME_PREFIX = 8,
    COST_PART = 14,
    COST_PART_PREFIX = 18,
    COST_TITLE = 24,
    COST_TITLE_PREFIX = 28,
    COST_SPELT_PREFIX = 32, /* begins with another spelling of what was typed so far */
    COST_DATE = 20,
    COST_AMOUNT = 20,
    COST_AMOUNT_ROUNDED = 26,
    COST_CONTEXT = 36,
    COST_BODY = 44,
    COST_BODY_PREFIX = 48,
    /* how */
    COST_COMPOSED = 1,
    COST_INITIALS = 2,
    COST_MOVED_CODA = 10, /* more than the beginning of a name */
    COST_SPELT = 3,
    COST_SPELT_TEXT = 4,      /* more, in texts */
    COST_SPELT_BESIDE = 20,   /* more, where the word is found as it is written */
    COST_LETTERS_BESIDE = 44, /* the same of letters, which may write any sound: pour is no Paul */
    COST_STEM = 4,
    COST_PIECES = 6,
    COST_CONCEPT = 24, /* a title by another word is no better than the word itself in a text */
    COST_CONCEPT_AND_WORD = 3, /* less, where the title has the word, too: 취소 */
    COST_ONE_LANGUAGE = 24,    /* a synonym that a page has in one language only: a homonym? */
    COST_INSIDE = 6,           /* in the middle of a Korean word */
    COST_BEHIND = 24,          /* more, for what begins with a synonym: after what it stands for */
    COST_NEAR = 12,            /* a typing error */
    COST_COARSE_DATE = 12,
    COST_SCATTERED = 40, /* most of the characters, not all */
    COST_ANY_PART = 80,  /* one of the parts of a word */
};

/* Values as long as the content: the documents' parents, those that share a screen, and packed word
 * lists for slips. */
enum search_whole {
    SEARCH_WHOLE_PARENTS,
    SEARCH_WHOLE_SHARED,
    SEARCH_WHOLE_LATIN,
    SEARCH_WHOLE_HANGUL,
    SEARCH_WHOLE_ROMAJI,
    SEARCH_WHOLE_OKURIGANA,
    SEARCH_WHOLE_KINDS,
    SEARCH_WHOLE_SHORT,
    SEARCH_WHOLE_COUNT
};

/* The documents of one question in their order, all of them: of the last that somebody looked
 * through to the end, until another one is asked. */
struct search_rest {
    uint64_t question; /* 0: none */
    uint32_t *docs;    /* count of them */
    size_t count;
};

void search_rest_finish(struct search_rest *rest);

/* What stays prepared once a database was searched. */
struct search_index {
    sqlite3 *db;
    struct search_sql term, size, range, spelling, doc, text, concept;
    struct search_sql wholes[SEARCH_WHOLE_COUNT]; /* opened when first asked */
    int failure; /* of a statement that is closed again; SQLITE_OK: none */
    uint32_t doc_count;
    uint32_t worded_count; /* of them are found by words, too: what is rare is told by these */
    size_t work;           /* for this query: postings read, and what else costs as much */
    struct kept_concepts concepts;
    struct doc_costs_pool pool;
    struct doc_totals totals;
    struct search_rest rest;
    uint8_t *marks; /* as long as costs, zero between calls: for texts of several terms */
    struct arena scratch, hit_scratch; /* empty between questions */
};
/* Past this much work no more guesses are made: what was found so far is the answer. */
enum {
    SEARCH_WORK_MAX = 800000,
    SEARCH_WORK_LIST = 3 /* bytes of a list walked, for one posting */
};
bool search_index_is_tired(const struct search_index *index);
/* Opens a question that is asked once. Where it fails the index has failed, whoever ends it. */
void search_index_ask(struct search_index *index, struct search_sql *sql, const char *text);
bool search_index_load(struct search_index *index, sqlite3 *db, struct err *err);
void search_index_unload(struct search_index *index);
/* The code of SQLite of the first of its statements that failed; SQLITE_OK: none has. */
int search_index_failure(struct search_index *index);
/* Empties scratch memory, of which a little stays for the next question. */
void search_scratch_done(struct arena *scratch);
/* Borrowed while the index is loaded; read when first asked, so short questions never pay for it.
 */
struct str search_index_list(struct search_index *index, enum search_whole which);
struct str search_index_parents(struct search_index *index);
uint32_t search_parent(struct str parents, uint32_t doc); /* 0: none */
/* The first document that leads to the same screen: `doc` itself for most. Documents are asked for
 * in ascending order. */
struct search_screens {
    struct str pairs;
    size_t at; /* the first pair that may be the next document's */
};
struct search_screens search_screens(struct search_index *index);
uint32_t search_first_of_screen(struct search_screens *screens, uint32_t doc);
/* `doc`, or the next one that shares its screen with one before; 0: none. In the same order. */
uint32_t search_next_shared(struct search_screens *screens, uint32_t doc);
/* The documents of a kind, next to each other; 0: none. */
struct search_range {
    uint32_t first, last;
};
struct search_range search_index_kind(struct search_index *index, const char *kind);
/* The stem is that of a whole sentence. */
bool search_index_has_line(struct search_index *index, struct str stem);
bool search_index_has_name(
    struct search_index *index, struct arena *arena, struct str key, bool is_beginning);

/* Names that a line of several words may mean: las vegs, city of usic, Kim Bum Ho. Lowers costs as
 * the next. */
void search_match_line(struct search_index *index, struct arena *arena, struct str text,
    struct doc_costs *costs, struct search_needles *needles);

/* How sure a word is: its best cost as it stands, and by its parts or its reading, before it was
 * corrected. */
struct search_sureness {
    uint8_t plain, pieces;
};

/* Lowers costs, which have no match before. */
struct search_sureness search_match_word(struct search_index *index, struct arena *arena,
    const struct search_word_of_query *word, struct doc_costs *costs,
    struct search_needles *needles);

#endif
