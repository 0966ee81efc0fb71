#include "content/search/kept_concepts.h"

#include "base/xalloc.h"

static void
drop(struct kept_concepts *kept, struct kept_concept *item) {
    kept->docs -= item->count;
    xfree(item->docs);
    xfree(item->costs);
    *item = (struct kept_concept){0};
}

void
kept_concepts_finish(struct kept_concepts *kept) {
    for (size_t i = 0; i < KEPT_CONCEPTS; i++) {
        drop(kept, &kept->items[i]);
    }
}

const struct kept_concept *
kept_concepts_find(struct kept_concepts *kept, uint32_t concept) {
    for (size_t i = 0; i < KEPT_CONCEPTS; i++) {
        if (kept->items[i].used > 0 && kept->items[i].concept == concept) {
            kept->items[i].used = ++kept->clock;
            return &kept->items[i];
        }
    }
    return NULL;
}

static struct kept_concept *
oldest(struct kept_concepts *kept, bool is_used) {
    struct kept_concept *found = NULL;
    for (size_t i = 0; i < KEPT_CONCEPTS; i++) {
        struct kept_concept *item = &kept->items[i];
        if ((item->used > 0 || !is_used) && (!found || item->used < found->used)) {
            found = item;
        }
    }
    return found;
}

void
kept_concepts_add(
    struct kept_concepts *kept, uint32_t concept, const struct doc_costs *costs, size_t work) {
    size_t count = doc_costs_count(costs);
    struct doc_run run = {0, 0};
    if (count > KEPT_CONCEPT_DOCS) {
        return;
    }
    while (kept->docs + count > KEPT_CONCEPT_DOCS) {
        drop(kept, oldest(kept, true));
    }
    struct kept_concept *item = oldest(kept, false);
    drop(kept, item);
    *item = (struct kept_concept){.concept = concept,
        .used = ++kept->clock,
        .work = work,
        .docs = xcalloc(count + 1, sizeof(*item->docs)),
        .costs = xmalloc(count + 1)};
    while (doc_costs_next(costs, &run)) {
        for (uint32_t doc = run.from; doc < run.to; doc++) {
            if (costs->bytes[doc] != SEARCH_NO_MATCH) {
                item->docs[item->count] = doc;
                item->costs[item->count++] = costs->bytes[doc];
            }
        }
    }
    kept->docs += count;
}
