/* search.h - one index for every language, asked in any script.
 *
 * The query is plain text: quotes, stars and minus signs mean themselves. It is folded by
 * i18n/fold (the same module that folded the index when the database was built) and found whatever
 * language the visitor reads in. Results are ranked and come in the visitor's language. */
#ifndef CONTENT_SEARCH_H
#define CONTENT_SEARCH_H

#include "content/store.h"

struct search_hit {
    struct str path;    /* screen path: cities/hamamatsu, cities/yantai?event=..., glossary/... */
    struct str kind;    /* city, event, guide, case, talk, report, term, phrase, school, figure */
    struct str title;   /* in the visitor's language */
    struct str detail;  /* what tells homonyms apart: region and country, date, category */
    struct str snippet; /* the matching text */
    size_t match_start, match_end; /* bytes of the snippet; equal when nothing can be marked */
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

/* At most `limit` hits, best first. An empty or blank query gives none. */
bool search_find(struct store *store, struct arena *arena, enum locale_id locale, struct str query,
    size_t limit, struct search_hit **out, size_t *count, struct err *err);

#endif
