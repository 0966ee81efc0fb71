/* take.h - postings taken into arrays with a byte a document; below the lookups. */
#ifndef CONTENT_SEARCH_TAKE_H
#define CONTENT_SEARCH_TAKE_H

#include "content/search/lookup.h"

enum { STEPS_MAX = 24 };

/* The documents of one term, or of a range of terms [from, to). */
struct step {
    struct str from, to;
    bool is_range, is_prefix; /* a prefix may have a term of its own */
};

struct step step_of_prefix(struct arena *arena, struct str prefix);

/* Lowers to `cost` the costs of the documents of one step. Returns about how many there are. */
size_t take_one(
    struct search_lookup *lookup, enum search_field field, const struct step *step, int cost);
/* The same for documents that have every step; at most STEPS_MAX. */
void take_all(struct search_lookup *lookup, enum search_field field, const struct step *steps,
    size_t count, int cost);

#endif
