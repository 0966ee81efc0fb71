/* concepts.h - whether two words are declared to mean the same. */
#ifndef CONTENT_SEARCH_CONCEPTS_H
#define CONTENT_SEARCH_CONCEPTS_H

#include "content/search/match.h"
#include "content/search/query.h"

enum { CONCEPTS_MAX = 8 };

/* The concepts that a folded key names; at most CONCEPTS_MAX. */
size_t search_concepts_of(
    struct search_index *index, struct arena *arena, struct str key, uint32_t *out);
/* Its words, parted by |, a language a line. */
struct str search_concept_terms(struct search_index *index, struct arena *arena, uint32_t concept);
bool search_concepts_has(struct search_index *index, struct arena *arena, struct str key); /* any */
/* The same for the term of a field whose postings are concepts. */
size_t search_concepts_of_term(
    struct search_index *index, enum search_field field, struct str term, uint32_t *out);
/* Those that some words of the query name, next to each other; in the arena. */
struct search_concept_set {
    bool is_read;
    uint32_t *items; /* some more than once */
    size_t count, cap;
};
void search_concepts_of_query(struct search_index *index, struct arena *arena,
    const struct search_query *query, struct search_concept_set *out);
/* `key` names one of them. */
bool search_concepts_share(struct search_index *index, struct arena *arena,
    const struct search_concept_set *set, struct str key);

#endif
