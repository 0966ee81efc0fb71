#include "content/search/doc_totals.h"

#include "base/xalloc.h"

#include <string.h>

void
doc_totals_begin(struct doc_totals *totals, uint32_t doc_count) {
    if (!totals->totals) {
        size_t blocks = doc_block_count(doc_count);
        *totals = (struct doc_totals){.totals = xcalloc(blocks * DOC_BLOCK, sizeof(uint32_t)),
            .least = xcalloc(blocks, sizeof(uint32_t)),
            .is_open = xmalloc(blocks),
            .doc_count = doc_count,
            .block_count = (uint32_t)blocks};
    }
    memset(totals->is_open, 0, totals->block_count);
}

void
doc_totals_finish(struct doc_totals *totals) {
    xfree(totals->totals);
    xfree(totals->least);
    xfree(totals->is_open);
    *totals = (struct doc_totals){0};
}

void
doc_totals_open(struct doc_totals *totals, uint32_t block) {
    _Static_assert(DOC_NOT_FOUND == UINT32_MAX, "all bits are set");
    memset(totals->totals + (size_t)block * DOC_BLOCK, 0xFF, DOC_BLOCK * sizeof(uint32_t));
    totals->least[block] = DOC_NOT_FOUND;
    totals->is_open[block] = 1;
}

bool
doc_totals_next(const struct doc_totals *totals, struct doc_run *run) {
    return doc_blocks_next(totals->is_open, totals->doc_count, run);
}

bool
doc_totals_has(const struct doc_totals *totals, uint32_t doc) {
    return totals->is_open[doc / DOC_BLOCK] && totals->totals[doc] != DOC_NOT_FOUND;
}

size_t
doc_totals_count(const struct doc_totals *totals) {
    struct doc_run run = {0, 0};
    size_t count = 0;
    while (doc_totals_next(totals, &run)) {
        for (uint32_t doc = run.from; doc < run.to; doc++) {
            count += totals->totals[doc] != DOC_NOT_FOUND;
        }
    }
    return count;
}
