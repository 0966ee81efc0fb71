#include "content/search/doc_costs.h"

#include "base/vec.h"
#include "base/xalloc.h"

#include <string.h>

enum { KEPT = 16 }; /* arrays; a line of more words makes the others anew */

static void
destroy(struct doc_costs *costs) {
    xfree(costs->bytes);
    xfree(costs->blocks);
    xfree(costs);
}

static struct doc_costs *
create(uint32_t doc_count) {
    struct doc_costs *costs = xcalloc(1, sizeof(*costs));
    size_t blocks = doc_block_count(doc_count);
    *costs = (struct doc_costs){.bytes = xmalloc(blocks * DOC_BLOCK),
        .blocks = xcalloc(blocks, 1),
        .doc_count = doc_count,
        .block_count = (uint32_t)blocks,
        .least = SEARCH_NO_MATCH};
    memset(costs->bytes, SEARCH_NO_MATCH, blocks * DOC_BLOCK);
    return costs;
}

void
doc_costs_pool_finish(struct doc_costs_pool *pool) {
    for (size_t i = 0; i < pool->count; i++) {
        destroy(pool->items[i]);
    }
    xfree(pool->items);
    *pool = (struct doc_costs_pool){0};
}

struct doc_costs *
doc_costs_take(struct doc_costs_pool *pool) {
    if (pool->used == pool->count) {
        pool->items = vec_room(pool->items, pool->count, 1, &pool->cap, sizeof(*pool->items));
        pool->items[pool->count++] = create(pool->doc_count);
    }
    return pool->items[pool->used++];
}

void
doc_costs_give_back(struct doc_costs_pool *pool, size_t used) {
    while (pool->used > used) {
        doc_costs_clear(pool->items[--pool->used]);
    }
    while (pool->count > KEPT && pool->count > pool->used) {
        destroy(pool->items[--pool->count]);
    }
}

void
doc_costs_clear(struct doc_costs *costs) {
    for (uint32_t block = 0; block < costs->block_count; block++) {
        if (costs->blocks[block]) {
            memset(costs->bytes + (size_t)block * DOC_BLOCK, SEARCH_NO_MATCH, DOC_BLOCK);
            costs->blocks[block] = 0;
        }
    }
    costs->least = SEARCH_NO_MATCH;
}

bool
doc_blocks_next(const uint8_t *blocks, uint32_t doc_count, struct doc_run *run) {
    uint32_t count = doc_block_count(doc_count);
    uint32_t block = (run->to + DOC_BLOCK - 1) / DOC_BLOCK;
    while (block < count && !blocks[block]) {
        block++;
    }
    uint32_t end = block;
    while (end < count && blocks[end]) {
        end++;
    }
    run->from = block > 0 ? block * DOC_BLOCK : 1;
    run->to = end < count ? end * DOC_BLOCK : doc_count + 1;
    return block < count && run->from < run->to;
}

bool
doc_costs_next(const struct doc_costs *costs, struct doc_run *run) {
    return doc_blocks_next(costs->blocks, costs->doc_count, run);
}

uint32_t
doc_costs_count(const struct doc_costs *costs) {
    struct doc_run run = {0, 0};
    uint32_t count = 0;
    while (doc_costs_next(costs, &run)) {
        const uint8_t *bytes = costs->bytes;
        for (uint32_t doc = run.from; doc < run.to; doc++) {
            count += bytes[doc] != SEARCH_NO_MATCH;
        }
    }
    return count;
}

uint32_t
doc_costs_find(const struct doc_costs *costs, uint32_t from, uint8_t cost) {
    struct doc_run run = {0, 0};
    while (doc_costs_next(costs, &run)) {
        uint32_t first = run.from > from ? run.from : from;
        const uint8_t *at =
            first < run.to ? memchr(costs->bytes + first, cost, run.to - first) : NULL;
        if (at) {
            return (uint32_t)(at - costs->bytes);
        }
    }
    return 0;
}

/* `costs` are arrays of a block; returns the least that was lowered to. */
static uint8_t
lower_block(uint8_t *restrict costs, const uint8_t *restrict others, int more) {
    const uint8_t most = (uint8_t)(SEARCH_NO_MATCH - more), add = (uint8_t)more;
    uint8_t least = SEARCH_NO_MATCH;
    for (size_t i = 0; i < DOC_BLOCK; i++) {
        uint8_t cost = others[i] < most ? (uint8_t)(others[i] + add) : SEARCH_NO_MATCH;
        costs[i] = cost < costs[i] ? cost : costs[i];
        least = cost < least ? cost : least;
    }
    return least;
}

static void
take_block(struct doc_costs *costs, uint32_t block, const uint8_t *others, int more) {
    uint8_t least = lower_block(costs->bytes + (size_t)block * DOC_BLOCK, others, more);
    costs->blocks[block] |= least < SEARCH_NO_MATCH;
    costs->least = least < costs->least ? least : costs->least;
}

void
doc_costs_lower_to(struct doc_costs *costs, const struct doc_costs *others, int more) {
    for (uint32_t block = 0; block < others->block_count; block++) {
        if (others->blocks[block]) {
            take_block(costs, block, others->bytes + (size_t)block * DOC_BLOCK, more);
        }
    }
}

static void
raise_block(uint8_t *restrict costs, const uint8_t *restrict others) {
    for (size_t i = 0; i < DOC_BLOCK; i++) {
        costs[i] = others[i] > costs[i] ? others[i] : costs[i];
    }
}

void
doc_costs_lower_to_all(
    struct doc_costs *costs, struct doc_costs *const *others, size_t count, int more) {
    for (uint32_t block = 0; count > 0 && block < costs->block_count; block++) {
        uint8_t dearest[DOC_BLOCK] = {0};
        size_t having = 0;
        while (having < count && others[having]->blocks[block]) {
            raise_block(dearest, others[having++]->bytes + (size_t)block * DOC_BLOCK);
        }
        if (having == count) {
            take_block(costs, block, dearest, more);
        }
    }
}
