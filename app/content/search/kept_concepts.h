/* kept_concepts.h - what concepts cost in documents, kept from one question to the next: who types
 * asks for the same concept with every key. A concept is the same for every query, so what is kept
 * is what would be found again. */
#ifndef CONTENT_SEARCH_KEPT_CONCEPTS_H
#define CONTENT_SEARCH_KEPT_CONCEPTS_H

#include "content/search/doc_costs.h"

enum { KEPT_CONCEPTS = 32, KEPT_CONCEPT_DOCS = 1 << 18 /* of all together, five bytes each */ };

struct kept_concept {
    uint32_t concept;
    uint64_t used; /* 0: free */
    size_t work;   /* that finding it took (search_index) */
    size_t count;
    uint32_t *docs;
    uint8_t *costs;
};
struct kept_concepts {
    struct kept_concept items[KEPT_CONCEPTS];
    uint64_t clock;
    size_t docs;
};

void kept_concepts_finish(struct kept_concepts *kept);
/* NULL: not kept. Until the next one is kept. */
const struct kept_concept *kept_concepts_find(struct kept_concepts *kept, uint32_t concept);
/* One in too many documents is not kept; the others make room for it, those longest unused first.
 */
void kept_concepts_add(
    struct kept_concepts *kept, uint32_t concept, const struct doc_costs *costs, size_t work);

#endif
